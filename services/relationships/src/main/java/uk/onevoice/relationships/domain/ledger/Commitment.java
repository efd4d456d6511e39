package uk.onevoice.relationships.domain.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.ContactId;

/**
 * A promise of one side to the other.
 *
 * @param due the last day on which it is in time; it was moved where it is not that of the
 *     beginning
 * @param settled null while it is open
 */
public record Commitment(
    CommitmentId commitmentId,
    Side side,
    LocalDate due,
    WordsRef wordsRef,
    LocalDate madeOn,
    @Nullable UUID topicId,
    @Nullable EntryId entryId,
    @Nullable ContactId contactId,
    @Nullable Settled settled) {

  public record Settled(boolean kept, LocalDate on) {}

  /** Whether it is open and its day is over. */
  public boolean isOverdue(LocalDate today) {
    return settled == null && today.isAfter(due);
  }

  Commitment moved(LocalDate to) {
    return with(to, settled);
  }

  Commitment settled(boolean kept, LocalDate on) {
    return with(due, new Settled(kept, on));
  }

  private Commitment with(LocalDate until, @Nullable Settled how) {
    return new Commitment(
        commitmentId, side, until, wordsRef, madeOn, topicId, entryId, contactId, how);
  }
}
