package uk.onevoice.service.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;

/** How often each caller may still ask this replica. */
@ApplicationScoped
class Allowances {
  private final EdgeSettings.Rate rate;
  private final Cache<String, Bucket> buckets;

  Allowances(EdgeSettings settings) {
    this.rate = settings.rate();
    // After a whole window without a request the bucket is full again and need not be kept.
    this.buckets =
        Caffeine.newBuilder().maximumSize(rate.callers()).expireAfterAccess(rate.window()).build();
  }

  /** Takes one request from the caller's allowance, when there is one left. */
  ConsumptionProbe take(String caller) {
    return buckets.get(caller, _ -> full()).tryConsumeAndReturnRemaining(1);
  }

  /** As {@code RateLimit-Policy} says it. */
  String policy() {
    return "\"caller\";q=" + rate.requests() + ";w=" + rate.window().toSeconds();
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(rate.requests()).refillGreedy(rate.requests(), rate.window()))
        .build();
  }
}
