package uk.onevoice.feeds.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time as it is, and later when a test says so. */
final class SetClock extends Clock {
  private volatile Duration later = Duration.ZERO;

  void pass(Duration more) {
    later = later.plus(more);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(later);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), later);
  }
}
