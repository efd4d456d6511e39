package uk.onevoice.security;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import uk.onevoice.security.AccessRefused.Reason;

/** Lets a request reach its resource method only when its row of the matrix permits the caller. */
@Provider
@Priority(Priorities.AUTHENTICATION)
class Gate implements ContainerRequestFilter {
  private static final Logger LOG = Logger.getLogger(Gate.class);

  @Context private ResourceInfo resource;

  private final SignIn signIn;
  private final Actors actors;
  private final CurrentActor current;
  private final CatchUp catchUp;
  private final SecretLinks links;
  private final Permissions permissions = Permissions.load();
  private final Newcomers newcomers = new Newcomers();

  Gate(SignIn signIn, Actors actors, CurrentActor current, CatchUp catchUp, SecretLinks links) {
    this.signIn = signIn;
    this.actors = actors;
    this.current = current;
    this.catchUp = catchUp;
    this.links = links;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (links.open(resource)) {
      return;
    }
    JsonWebToken token = signIn.token();
    String positions = request.getHeaderString("X-Position");
    if (positions != null) {
      if (actors.knows(token)) {
        catchUp.await(positions);
      } else {
        newcomers.take(() -> catchUp.await(positions));
      }
      actors.forget(token);
    }
    Permissions.Row row =
        permissions
            .row(EveryMethodIsGuarded.operation(resource.getResourceMethod()))
            .orElseThrow(() -> new AccessRefused(Reason.NOT_ALLOWED));
    if (row.newcomers() && Actors.clientId(token).isEmpty() && !actors.knows(token)) {
      current.set(null, row);
      return;
    }
    Actor actor = actors.of(token, request.getHeaderString("X-Acting-As"));
    if (!row.mayAsk(actor)) {
      LOG.infof("refused actor=%s operation=%s", actor.ref(), row.name());
      throw new AccessRefused(Reason.NOT_ALLOWED);
    }
    current.set(actor, row);
  }
}
