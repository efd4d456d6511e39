package uk.onevoice.relationships.domain.judgement;

import java.time.LocalDate;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.RelationshipId;

/**
 * What the vault says now about somebody whom a relationship is with: whether they can make things
 * happen in their organisation.
 *
 * @param assessmentRef the judgement that says it
 * @param from the first day it holds, included
 * @param until the day it ends; it holds no longer on that day
 * @param yes whether they can; otherwise little or some
 */
public record Sway(
    WordsRef assessmentRef,
    RelationshipId relationshipId,
    LocalDate from,
    LocalDate until,
    boolean yes) {
  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }
}
