package uk.onevoice.relationships.domain.judgement;

import java.time.LocalDate;
import uk.onevoice.relationships.domain.RelationshipId;

/**
 * A test that a relationship has passed.
 *
 * @param on the day it showed
 */
public record Evidence(RelationshipId relationshipId, Proof test, LocalDate on) {
  /** The first day on which it counts no longer. */
  LocalDate countsUntil() {
    return on.plusDays(Strengths.WINDOW_DAYS + 1L);
  }

  /** Whether it counts on this day: it showed by then, and at most a window before. */
  public boolean countsOn(LocalDate day) {
    return !day.isBefore(on) && day.isBefore(countsUntil());
  }
}
