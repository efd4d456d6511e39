package uk.onevoice.relationships.domain.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.ContactId;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;

/** What can be asked of a ledger, with the facts from elsewhere that its rules need. */
public sealed interface LedgerCommand {
  SlotId slotId();

  /** See {@link LedgerEvent.PriorityRecorded}. */
  record RecordPriority(
      EntryId entryId,
      SlotId slotId,
      RelationshipId relationshipId,
      Side side,
      @Nullable UUID topicId,
      @Nullable CounterpartRef counterpartRef,
      WordsRef wordsRef,
      LocalDate on,
      LocalDate today)
      implements LedgerCommand {}

  /**
   * See {@link LedgerEvent.AskMade}.
   *
   * @param unheard that it was asked all the same before anybody knew what the other side wants
   * @param mandateHeld whether the mandate that is named was one of the place's, in force that day
   */
  record MakeAsk(
      EntryId entryId,
      SlotId slotId,
      RelationshipId relationshipId,
      AskKind kind,
      Side side,
      @Nullable UUID topicId,
      @Nullable ContactId contactId,
      WordsRef wordsRef,
      LocalDate on,
      boolean unheard,
      @Nullable UUID mandateId,
      boolean mandateHeld,
      @Nullable UUID positionId,
      LocalDate today)
      implements LedgerCommand {}

  record AnswerAsk(
      EntryId entryId,
      SlotId slotId,
      Reply reply,
      @Nullable WordsRef wordsRef,
      LocalDate on,
      LocalDate today)
      implements LedgerCommand {}

  /** See {@link LedgerEvent.CommitmentMade}. */
  record MakeCommitment(
      CommitmentId commitmentId,
      SlotId slotId,
      RelationshipId relationshipId,
      Side side,
      LocalDate due,
      WordsRef wordsRef,
      LocalDate on,
      @Nullable UUID topicId,
      @Nullable EntryId entryId,
      @Nullable ContactId contactId,
      LocalDate today)
      implements LedgerCommand {}

  record MoveCommitment(CommitmentId commitmentId, SlotId slotId, LocalDate due)
      implements LedgerCommand {}

  record SettleCommitment(
      CommitmentId commitmentId, SlotId slotId, boolean kept, LocalDate on, LocalDate today)
      implements LedgerCommand {}

  record WithdrawCommitment(CommitmentId commitmentId, SlotId slotId) implements LedgerCommand {}

  /** See {@link LedgerEvent.CommitmentShared}. */
  record ShareCommitment(
      CommitmentId commitmentId,
      SlotId slotId,
      PlaceId placeId,
      OrganisationId organisationId,
      WordsRef wordsRef,
      LocalDate today)
      implements LedgerCommand {}

  record UnshareCommitment(CommitmentId commitmentId, SlotId slotId) implements LedgerCommand {}

  record NoteSupport(
      EntryId entryId,
      SlotId slotId,
      RelationshipId relationshipId,
      @Nullable CounterpartRef counterpartRef,
      WordsRef wordsRef,
      LocalDate on,
      LocalDate today)
      implements LedgerCommand {}

  /** See {@link LedgerEvent.ResultNoted}. */
  record NoteResult(
      EntryId entryId,
      SlotId slotId,
      RelationshipId relationshipId,
      @Nullable ContactId contactId,
      @Nullable CommitmentId commitmentId,
      @Nullable UUID opportunityId,
      WordsRef wordsRef,
      LocalDate on,
      LocalDate today)
      implements LedgerCommand {}

  record WithdrawEntry(EntryId entryId, SlotId slotId) implements LedgerCommand {}
}
