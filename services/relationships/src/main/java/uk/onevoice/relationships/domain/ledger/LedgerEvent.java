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

/** What has been written in a ledger. The schemas are in contracts/events/relationships. */
public sealed interface LedgerEvent {
  SlotId slotId();

  /**
   * What a side wants to bring about, whatever the other does.
   *
   * @param topicId of the ICS's list; null where none is named
   * @param counterpartRef whose it is on the other side; null where that was not said
   */
  record PriorityRecorded(
      EntryId entryId,
      SlotId slotId,
      RelationshipId relationshipId,
      Side side,
      @Nullable UUID topicId,
      @Nullable CounterpartRef counterpartRef,
      WordsRef wordsRef,
      LocalDate on)
      implements LedgerEvent {}

  /**
   * @param side who asks or offers
   * @param contactId the talk in which it was said; null where that is not known
   * @param mandateId the mandate under which general practice asks; null where none is named
   * @param positionId the position of general practice it follows from; null where none is named
   */
  record AskMade(
      EntryId entryId,
      SlotId slotId,
      RelationshipId relationshipId,
      AskKind kind,
      Side side,
      @Nullable UUID topicId,
      @Nullable ContactId contactId,
      WordsRef wordsRef,
      LocalDate on,
      @Nullable UUID mandateId,
      @Nullable UUID positionId)
      implements LedgerEvent {}

  /**
   * @param wordsRef what was said to it; null where nothing was typed
   */
  record AskAnswered(
      EntryId entryId, SlotId slotId, Reply reply, @Nullable WordsRef wordsRef, LocalDate on)
      implements LedgerEvent {}

  /**
   * @param side who promised
   * @param entryId the ask or offer it follows from; null where there was none
   * @param contactId the talk in which it was made; null where that is not known
   */
  record CommitmentMade(
      CommitmentId commitmentId,
      SlotId slotId,
      RelationshipId relationshipId,
      Side side,
      LocalDate due,
      WordsRef wordsRef,
      LocalDate on,
      @Nullable UUID topicId,
      @Nullable EntryId entryId,
      @Nullable ContactId contactId)
      implements LedgerEvent {}

  record CommitmentMoved(CommitmentId commitmentId, SlotId slotId, LocalDate due)
      implements LedgerEvent {}

  /**
   * @param on the day it was kept, or seen to be broken
   */
  record CommitmentSettled(CommitmentId commitmentId, SlotId slotId, boolean kept, LocalDate on)
      implements LedgerEvent {}

  /** It was entered by mistake. */
  record CommitmentWithdrawn(CommitmentId commitmentId, SlotId slotId) implements LedgerEvent {}

  /**
   * The organisation of the slot may read the promise, as it stands and as it goes on.
   *
   * @param placeId of the slot
   * @param organisationId of the slot
   * @param wordsRef how it is told there
   */
  record CommitmentShared(
      CommitmentId commitmentId,
      SlotId slotId,
      PlaceId placeId,
      OrganisationId organisationId,
      WordsRef wordsRef,
      LocalDate on)
      implements LedgerEvent {}

  /** It may not any more. */
  record CommitmentUnshared(CommitmentId commitmentId, SlotId slotId) implements LedgerEvent {}

  /** What somebody of the other side did for general practice: a dated fact, and no opinion. */
  record SupportNoted(
      EntryId entryId,
      SlotId slotId,
      RelationshipId relationshipId,
      @Nullable CounterpartRef counterpartRef,
      WordsRef wordsRef,
      LocalDate on)
      implements LedgerEvent {}

  /**
   * What came of the relationship.
   *
   * @param contactId the talk it goes back to; null where none is named
   * @param commitmentId the promise; null where none is named
   * @param opportunityId the tender or contract; null where none is named
   */
  record ResultNoted(
      EntryId entryId,
      SlotId slotId,
      RelationshipId relationshipId,
      @Nullable ContactId contactId,
      @Nullable CommitmentId commitmentId,
      @Nullable UUID opportunityId,
      WordsRef wordsRef,
      LocalDate on)
      implements LedgerEvent {}

  /** A priority, ask, offer, support or result was entered by mistake. */
  record LedgerEntryWithdrawn(EntryId entryId, SlotId slotId) implements LedgerEvent {}
}
