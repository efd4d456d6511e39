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
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.ErrorCodes;
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
  private final CatchUp catchUp;

  Gate(
      CurrentIdentityAssociation identities, Actors actors, CurrentActor current, CatchUp catchUp) {
    this.identities = identities;
    this.actors = actors;
    this.current = current;
    this.catchUp = catchUp;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    JsonWebToken token = token();
    String positions = request.getHeaderString("X-Position");
    if (positions != null) {
      catchUp.await(positions);
      actors.forget(token);
    }
    Actor actor = actors.of(token, request.getHeaderString("X-Acting-As"));
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

  /** Words and class names only: the messages of the verifier repeat claims. */
  private static String reason(Throwable failed) {
    Throwable last = failed;
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidJwtException invalid) {
        return invalid.getErrorDetails().stream()
            .map(detail -> words(detail.getErrorCode()))
            .collect(Collectors.joining(","));
      }
      last = cause;
    }
    return last.getClass().getSimpleName();
  }

  private static String words(int code) {
    return switch (code) {
      case ErrorCodes.EXPIRED -> "expired";
      case ErrorCodes.EXPIRATION_MISSING -> "withoutExpiry";
      case ErrorCodes.NOT_YET_VALID -> "notYetValid";
      case ErrorCodes.AUDIENCE_INVALID, ErrorCodes.AUDIENCE_MISSING -> "audience";
      case ErrorCodes.ISSUER_INVALID, ErrorCodes.ISSUER_MISSING -> "issuer";
      case ErrorCodes.SIGNATURE_INVALID, ErrorCodes.SIGNATURE_MISSING -> "signature";
      case ErrorCodes.SUBJECT_MISSING -> "subject";
      default -> "code" + code;
    };
  }
}
