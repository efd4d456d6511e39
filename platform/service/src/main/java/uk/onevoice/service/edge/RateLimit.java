package uk.onevoice.service.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.service.problem.StandardProblems;

/**
 * Bounds how often one caller may ask this replica, and says how much is left. A caller is a person
 * or a system, whatever address it comes from.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 10)
class RateLimit implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String LEFT = "onevoice.rate.left";

  private final CurrentActor actor;
  private final EdgeSettings.Rate rate;
  private final Cache<String, Bucket> buckets;

  RateLimit(CurrentActor actor, EdgeSettings settings) {
    this.actor = actor;
    this.rate = settings.rate();
    // After a whole window without a request the bucket is full again and need not be kept.
    this.buckets =
        Caffeine.newBuilder().maximumSize(rate.callers()).expireAfterAccess(rate.window()).build();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    ConsumptionProbe probe =
        buckets.get(actor.get().ref().value(), _ -> newBucket()).tryConsumeAndReturnRemaining(1);
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
      response
          .getHeaders()
          .putSingle(
              "RateLimit-Policy",
              "\"caller\";q=" + rate.requests() + ";w=" + rate.window().toSeconds());
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

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(rate.requests()).refillGreedy(rate.requests(), rate.window()))
        .build();
  }

  private static long secondsUp(long nanos) {
    return Duration.ofNanos(nanos).plusMillis(999).toSeconds();
  }
}
