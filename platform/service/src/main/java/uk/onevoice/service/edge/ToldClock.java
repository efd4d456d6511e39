package uk.onevoice.service.edge;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows the time that was told, and that of another clock where none was. */
final class ToldClock extends Clock {
  private final Clock otherwise;
  private final Supplier<Optional<Instant>> told;

  ToldClock(Clock otherwise, Supplier<Optional<Instant>> told) {
    this.otherwise = otherwise;
    this.told = told;
  }

  Optional<Instant> told() {
    return told.get();
  }

  @Override
  public ZoneId getZone() {
    return otherwise.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new ToldClock(otherwise.withZone(zone), told);
  }

  @Override
  public Instant instant() {
    return told.get().orElseGet(otherwise::instant);
  }
}
