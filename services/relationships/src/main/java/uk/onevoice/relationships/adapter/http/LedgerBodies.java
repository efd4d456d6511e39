package uk.onevoice.relationships.adapter.http;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.domain.ContactId;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.ledger.AskKind;
import uk.onevoice.relationships.domain.ledger.CommitmentId;
import uk.onevoice.relationships.domain.ledger.EntryId;
import uk.onevoice.relationships.domain.ledger.Reply;
import uk.onevoice.relationships.domain.ledger.Side;

/** What callers write in a ledger. */
final class LedgerBodies {
  private LedgerBodies() {}

  record NewPriority(
      Side side,
      @Nullable UUID topicId,
      @Nullable CounterpartRef counterpartRef,
      String words,
      LocalDate on) {}

  /**
   * @param unheard that it was asked before anybody knew what they want; null for no
   * @param mandateId under which general practice asks; null where none is named
   * @param positionId of general practice, that it follows from; null where none is named
   */
  record NewAsk(
      AskKind kind,
      Side side,
      @Nullable UUID topicId,
      @Nullable ContactId contactId,
      String words,
      LocalDate on,
      @Nullable Boolean unheard,
      @Nullable UUID mandateId,
      @Nullable UUID positionId) {}

  record NewAnswer(Reply reply, @Nullable String words, LocalDate on) {}

  record NewCommitment(
      Side side,
      LocalDate due,
      String words,
      LocalDate on,
      @Nullable UUID topicId,
      @Nullable EntryId entryId,
      @Nullable ContactId contactId) {}

  record Move(LocalDate due) {}

  record Settlement(boolean kept, LocalDate on) {}

  /**
   * @param words how the promise is told to the other side
   */
  record NewSharing(String words) {}

  record NewSupport(@Nullable CounterpartRef counterpartRef, String words, LocalDate on) {}

  record NewResult(
      @Nullable ContactId contactId,
      @Nullable CommitmentId commitmentId,
      @Nullable UUID opportunityId,
      String words,
      LocalDate on) {}

  record EntryRef(SlotId slotId, EntryId entryId) {}

  record CommitmentRef(SlotId slotId, CommitmentId commitmentId) {}
}
