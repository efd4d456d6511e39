package uk.onevoice.relationships.domain.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.ContactId;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PlaceId;

/**
 * A promise of one side to the other.
 *
 * @param due the last day on which it is in time; it was moved where it is not that of the
 *     beginning
 * @param settled null while it is open
 * @param shared null while the other side is not shown it
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
    @Nullable Settled settled,
    @Nullable Shared shared) {

  public record Settled(boolean kept, LocalDate on) {}

  /**
   * That the organisation of the slot can read it.
   *
   * @param wordsRef how it is told there; what the team wrote down stays with the team
   */
  public record Shared(
      PlaceId placeId, OrganisationId organisationId, WordsRef wordsRef, LocalDate on) {}

  /** All that was typed with it, for the team and for the other side. */
  public List<WordsRef> typed() {
    return shared == null ? List.of(wordsRef) : List.of(wordsRef, shared.wordsRef());
  }

  /** Whether it is open and its day is over. */
  public boolean isOverdue(LocalDate today) {
    return settled == null && today.isAfter(due);
  }

  Commitment moved(LocalDate to) {
    return with(to, settled, shared);
  }

  Commitment settled(boolean kept, LocalDate on) {
    return with(due, new Settled(kept, on), shared);
  }

  Commitment shared(@Nullable Shared with) {
    return with(due, settled, with);
  }

  private Commitment with(LocalDate until, @Nullable Settled how, @Nullable Shared with) {
    return new Commitment(
        commitmentId, side, until, wordsRef, madeOn, topicId, entryId, contactId, how, with);
  }
}
