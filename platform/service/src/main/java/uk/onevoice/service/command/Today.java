package uk.onevoice.service.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Which day it is in Europe/London: the day that commands are told. */
@ApplicationScoped
public class Today implements Supplier<LocalDate> {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Clock clock;

  Today(Clock clock) {
    this.clock = clock;
  }

  @Override
  public LocalDate get() {
    return LocalDate.now(clock.withZone(LONDON));
  }
}
