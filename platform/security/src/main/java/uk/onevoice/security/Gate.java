package uk.onevoice.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.InvalidJwtException;
import uk.onevoice.security.AccessRefused.Reason;

/** Lets a request reach its resource method only when its {@link Allow} permits the caller. */
@Provider
@Priority(Priorities.AUTHENTICATION)
class Gate implements ContainerRequestFilter {
  private static final Logger LOG = Logger.getLogger(Gate.class);

  @Context private ResourceInfo resource;

  private final CurrentIdentityAssociation identities;
  private final Actors actors;
  private final CurrentActor current;

  Gate(CurrentIdentityAssociation identities, Actors actors, CurrentActor current) {
    this.identities = identities;
    this.actors = actors;
    this.current = current;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Actor actor = actors.of(token(), request.getHeaderString("X-Acting-As"));
    Allow allow =
        AllowedCallers.of(resource.getResourceClass(), resource.getResourceMethod())
            .orElseThrow(() -> new AccessRefused(Reason.NOT_ALLOWED));
    if (!AllowedCallers.permits(allow, actor)) {
      LOG.infof("refused actor=%s method=%s", actor.ref(), resource.getResourceMethod().getName());
      throw new AccessRefused(Reason.NOT_ALLOWED);
    }
    current.set(actor);
  }

  private JsonWebToken token() {
    SecurityIdentity identity;
    try {
      identity = identities.getIdentity();
    } catch (AuthenticationFailedException failed) {
      LOG.infof("token refused reason=%s", reason(failed));
      throw new AccessRefused(Reason.INVALID_TOKEN);
    }
    if (identity.getPrincipal() instanceof JsonWebToken token && !identity.isAnonymous()) {
      return token;
    }
    throw new AccessRefused(Reason.NO_TOKEN);
  }

  /** Codes and class names only: the messages of the verifier repeat claims. */
  private static String reason(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidJwtException invalid) {
        return invalid.getErrorDetails().stream()
            .map(ErrorCodeValidator.Error::getErrorCode)
            .toList()
            .toString();
      }
      if (cause.getCause() == null) {
        return cause.getClass().getSimpleName();
      }
    }
    return "unknown";
  }
}
