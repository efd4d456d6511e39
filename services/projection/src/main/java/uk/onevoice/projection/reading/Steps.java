package uk.onevoice.projection.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import uk.onevoice.projection.freshness.Freshness;

/**
 * Reads facts for an answer that is too long to be made at once: each step from a state of the
 * facts of its own, and no connection is held between two steps, however slowly the caller reads.
 */
@ApplicationScoped
public class Steps {
  private final FactReader facts;
  private final Freshness freshness;
  private final Clock clock;

  Steps(FactReader facts, Freshness freshness, Clock clock) {
    this.facts = facts;
    this.freshness = freshness;
    this.clock = clock;
  }

  /**
   * What is asked for, as known at a moment and no later: so the steps of an answer agree, and
   * those of an answer that goes on another day.
   */
  public PointInTime asked(AskedTime asked) {
    PointInTime time = asked.at(clock);
    return new PointInTime(time.asOf(), time.knownAt().truncatedTo(ChronoUnit.MILLIS), false);
  }

  public <T> T read(PointInTime time, Function<Snapshot, T> step) {
    return facts.read(time, freshness.token(Freshness.REGISTRY), step);
  }

  /** Up to when the registry is known that a step reads; empty while nothing is. */
  public Optional<Instant> upTo(PointInTime time) {
    return freshness
        .heardUntil(false)
        .map(heard -> heard.isAfter(time.knownAt()) ? time.knownAt() : heard)
        .map(until -> until.truncatedTo(ChronoUnit.SECONDS));
  }
}
