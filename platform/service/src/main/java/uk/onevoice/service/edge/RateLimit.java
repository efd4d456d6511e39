package uk.onevoice.service.edge;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import uk.onevoice.security.SecretLinks;
import uk.onevoice.security.SignIn;
import uk.onevoice.service.problem.StandardProblems;

/**
 * Bounds how often one caller may ask this replica, and says how much is left. A caller is the
 * sign-in of a person or a system, whatever address it comes from. Asked before anybody looks up
 * who that is: a caller who is refused costs as much as one who is not.
 */
@Provider
@Priority(Priorities.AUTHENTICATION - 10)
class RateLimit implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String LEFT = "onevoice.rate.left";

  @Context private ResourceInfo resource;

  private final SignIn signIn;
  private final SecretLinks links;
  private final Allowances allowances;

  RateLimit(SignIn signIn, SecretLinks links, Allowances allowances) {
    this.signIn = signIn;
    this.links = links;
    this.allowances = allowances;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String caller = links.open(resource) ? "link:" + request.getUriInfo().getPath() : signIn.key();
    ConsumptionProbe probe = allowances.take(caller);
    request.setProperty(LEFT, probe);
    if (!probe.isConsumed()) {
      long seconds = secondsUp(probe.getNanosToWaitForRefill());
      throw StandardProblems.ofStatus(429)
          .header("Retry-After", Long.toString(Math.max(1, seconds)))
          .exception();
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(LEFT) instanceof ConsumptionProbe probe) {
      response.getHeaders().putSingle("RateLimit-Policy", allowances.policy());
      response
          .getHeaders()
          .putSingle(
              "RateLimit",
              "\"caller\";r="
                  + probe.getRemainingTokens()
                  + ";t="
                  + secondsUp(probe.getNanosToWaitForReset()));
    }
  }

  private static long secondsUp(long nanos) {
    return Duration.ofNanos(nanos).plusMillis(999).toSeconds();
  }
}
