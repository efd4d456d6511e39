package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.OrganisationId;

/**
 * Something that an organisation is to deliver for the group.
 *
 * @param workstreamId null where it belongs to none
 * @param due the day that holds now
 * @param done whether it was done; null while it is open, false where it was given up
 * @param settledOn null while it is open
 */
public record Action(
    ActionId actionId,
    @Nullable WorkstreamId workstreamId,
    OrganisationId ownerId,
    WordsRef wordsRef,
    LocalDate due,
    LocalDate addedOn,
    @Nullable Boolean done,
    @Nullable LocalDate settledOn) {
  public boolean isOpen() {
    return settledOn == null;
  }

  /** Whether it is open and its day has passed. */
  public boolean isOverdue(LocalDate today) {
    return isOpen() && due.isBefore(today);
  }

  Action moved(LocalDate to) {
    return new Action(actionId, workstreamId, ownerId, wordsRef, to, addedOn, done, settledOn);
  }

  Action settled(@Nullable Boolean how, @Nullable LocalDate on) {
    return new Action(actionId, workstreamId, ownerId, wordsRef, due, addedOn, how, on);
  }
}
