package uk.onevoice.relationships.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.domain.ContactId;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.Relation;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.SlotKind;
import uk.onevoice.relationships.domain.ledger.AskKind;
import uk.onevoice.relationships.domain.ledger.CommitmentId;
import uk.onevoice.relationships.domain.ledger.EntryId;
import uk.onevoice.relationships.domain.ledger.Promises;
import uk.onevoice.relationships.domain.ledger.Reply;
import uk.onevoice.relationships.domain.ledger.Side;

/**
 * A relationship for its team. Typed words are null once they were erased, and while somebody they
 * are about has them restricted.
 *
 * @param before with whom it was
 * @param listenFirst whether nobody has written down yet what the other side wants
 * @param agenda topics on which a side has a priority
 * @param asks those that wait for an answer
 * @param commitments those that are open, the first due first
 */
record RelationshipWhole(
    SlotId slotId,
    RelationshipId relationshipId,
    PlaceId placeId,
    SlotKind kind,
    OrganisationId organisationId,
    Relation relation,
    PersonId holderId,
    OrganisationId actingFor,
    @Nullable LocalDate closedOn,
    @Nullable LocalDate lastContact,
    @Nullable LocalDate lastTwoWayContact,
    List<CounterpartView> counterparts,
    List<CounterpartView> before,
    boolean listenFirst,
    List<AgendaItem> agenda,
    List<PriorityView> priorities,
    List<AskView> asks,
    List<CommitmentView> commitments,
    Promises ourPromises,
    Promises theirPromises,
    List<SupportView> support,
    List<ResultView> results,
    Invested invested) {

  /** Of whom a topic is a priority. */
  enum Of {
    BOTH,
    OURS,
    THEIRS
  }

  record AgendaItem(UUID topicId, @Nullable String topicNow, Of of) {}

  record PriorityView(
      EntryId entryId,
      Side side,
      @Nullable UUID topicId,
      @Nullable String topicNow,
      @Nullable CounterpartRef counterpartRef,
      @Nullable String words,
      LocalDate on) {}

  /**
   * @param reply LATER, or null where nothing was said
   * @param mandate under which general practice asks; null where none is named
   * @param positionId of general practice, that it follows from; null where none is named
   */
  record AskView(
      EntryId entryId,
      AskKind kind,
      Side side,
      @Nullable UUID topicId,
      @Nullable String topicNow,
      @Nullable String words,
      LocalDate on,
      @Nullable Reply reply,
      @Nullable LocalDate repliedOn,
      @Nullable MandateView mandate,
      @Nullable UUID positionId) {}

  /**
   * A mandate of the practices of the place.
   *
   * @param topicsNow as the list of the ICS calls them today
   * @param until the first day on which it is not in force any more; null where that is not known
   */
  record MandateView(
      UUID mandateId, List<String> topicsNow, boolean inForce, @Nullable LocalDate until) {}

  /**
   * @param shared whether the organisation of the slot can read it, as it was told there
   */
  record CommitmentView(
      CommitmentId commitmentId,
      Side side,
      LocalDate due,
      boolean overdue,
      @Nullable UUID topicId,
      @Nullable String topicNow,
      @Nullable String words,
      LocalDate madeOn,
      boolean shared) {}

  record SupportView(
      EntryId entryId,
      @Nullable CounterpartRef counterpartRef,
      @Nullable String words,
      LocalDate on) {}

  record ResultView(
      EntryId entryId,
      @Nullable ContactId contactId,
      @Nullable CommitmentId commitmentId,
      @Nullable UUID opportunityId,
      @Nullable String words,
      LocalDate on) {}

  /**
   * What went into it, beside what came of it.
   *
   * @param minutes of those talks of which somebody said how long they took
   */
  record Invested(int talks, int minutes, int results) {}
}
