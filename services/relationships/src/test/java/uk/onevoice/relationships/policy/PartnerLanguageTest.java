package uk.onevoice.relationships.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.contracts.ToldChecks.lines;
import static uk.onevoice.contracts.ToldChecks.told;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.contracts.ToldChecks;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.eventstore.relay.Language;
import uk.onevoice.eventstore.relay.Told;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.store.TellsPartners;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.jointgroup.ActionId;
import uk.onevoice.relationships.domain.jointgroup.GroupId;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent.JointGroupDissolved;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent.JointGroupFormed;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent.JointGroupRenamed;
import uk.onevoice.relationships.domain.jointgroup.Nature;
import uk.onevoice.relationships.domain.jointgroup.SeatEvent.JointGroupSeated;
import uk.onevoice.relationships.domain.jointgroup.SeatId;
import uk.onevoice.relationships.domain.jointgroup.Side;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent.JointGroupActionAdded;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent.JointGroupActionMoved;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent.JointGroupActionReopened;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent.JointGroupActionSettled;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent.JointGroupWorkstreamAdded;
import uk.onevoice.relationships.domain.jointgroup.WorkstreamId;
import uk.onevoice.relationships.domain.jointgroup.WorkstreamKind;
import uk.onevoice.relationships.domain.ledger.CommitmentId;
import uk.onevoice.relationships.domain.ledger.EntryId;
import uk.onevoice.relationships.domain.ledger.LedgerEvent;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.CommitmentMade;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.CommitmentMoved;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.CommitmentSettled;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.CommitmentShared;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.CommitmentUnshared;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.CommitmentWithdrawn;
import uk.onevoice.relationships.domain.ledger.LedgerEvent.SupportNoted;

class PartnerLanguageTest {
  private static final Language LANGUAGE = TellsPartners.language();
  private static final EventTypes<JointGroupEvent> TYPES = EventTypes.of(JointGroupEvent.class);
  private static final EventTypes<LedgerEvent> LEDGER = EventTypes.of(LedgerEvent.class);
  private static final RelationshipId RELATIONSHIP = new RelationshipId(new UUID(8, 8));
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final GroupId ID = new GroupId(new UUID(1, 1));
  private static final PlaceId PLACE = new PlaceId(new UUID(2, 2));
  private static final ActionId ACTION = new ActionId(new UUID(3, 3));
  private static final OrganisationId TRUST = new OrganisationId("TRUST01");
  private static final JointGroupFormed FORMED =
      new JointGroupFormed(ID, PLACE, TRUST, new Label("Discharge"), DAY);
  private static final JointGroupActionAdded ADDED =
      new JointGroupActionAdded(
          ID, ACTION, null, new OrganisationId("FED01"), new WordsRef(new UUID(9, 1)), DAY, DAY);
  private static final JointGroupSeated SEATED =
      new JointGroupSeated(
          ID,
          new SeatId(new UUID(9, 2)),
          new PersonId(new UUID(9, 3)),
          new OrganisationId("FED01"),
          Side.GP,
          Nature.values()[0],
          DAY,
          null);
  private static final JointGroupWorkstreamAdded WORKSTREAM =
      new JointGroupWorkstreamAdded(
          ID, new WorkstreamId(new UUID(9, 4)), WorkstreamKind.REFERRALS, null);

  @Test
  void what_becomes_of_an_action_is_told_to_the_organisation_that_shares_the_group() {
    List<Told> told =
        told(
            LANGUAGE,
            TYPES,
            FORMED,
            ADDED,
            new JointGroupActionMoved(ID, ACTION, DAY.plusDays(1)),
            new JointGroupActionSettled(ID, ACTION, true, DAY),
            new JointGroupActionReopened(ID, ACTION));
    assertThat(lines(told))
        .containsExactly(
            "2 joint-group-action-changed-1",
            "3 joint-group-action-changed-1",
            "4 joint-group-action-changed-1",
            "5 joint-group-action-changed-1");
    assertThat(told)
        .allSatisfy(one ->
            assertThat(one.payload())
                .isEqualTo(
                    """
                    {"subject":"%1$s","dataref":"/v1/relationships/joint-groups/%2$s/actions",\
                    "place":"%1$s","audience":{"organisations":["TRUST01"]}}\
                    """
                        .formatted(PLACE.value(), ID.value())));
  }

  @Test
  void that_a_group_began_who_sits_in_it_and_that_it_ended_leave_no_trace() {
    var dissolved = new JointGroupDissolved(ID, DAY);
    assertThat(told(LANGUAGE, TYPES, FORMED, SEATED, WORKSTREAM, dissolved)).isEmpty();
    ToldChecks.isToldWithout(
        Set.of(
            JointGroupSeated.class,
            JointGroupRenamed.class,
            JointGroupWorkstreamAdded.class,
            JointGroupDissolved.class),
        LANGUAGE,
        TYPES,
        FORMED,
        new JointGroupRenamed(ID, new Label("Other")),
        SEATED,
        WORKSTREAM,
        ADDED,
        dissolved);
  }

  @Test
  void a_promise_is_told_to_the_organisation_it_is_shared_with_while_it_is_shared() {
    CommitmentId promise = new CommitmentId(new UUID(4, 4));
    SlotId slot = new SlotId(new UUID(5, 5));
    UUID topic = new UUID(6, 6);
    var made = made(promise, slot, topic);
    var moved = new CommitmentMoved(promise, slot, DAY.plusDays(1));
    var shared =
        new CommitmentShared(promise, slot, PLACE, TRUST, new WordsRef(new UUID(9, 5)), DAY);
    var unshared = new CommitmentUnshared(promise, slot);
    var settled = new CommitmentSettled(promise, slot, true, DAY);
    List<Told> told = told(LANGUAGE, LEDGER, made, moved, shared, moved, settled);
    assertThat(lines(told))
        .containsExactly("3 commitment-shared-1", "4 commitment-shared-1", "5 commitment-shared-1");
    assertThat(told)
        .allSatisfy(one ->
            assertThat(one.payload())
                .isEqualTo(
                    """
                    {"subject":"%1$s","dataref":"/v1/relationships/shared-commitments/%2$s",\
                    "place":"%1$s","topic":"%3$s","audience":{"organisations":["TRUST01"]}}\
                    """
                        .formatted(PLACE.value(), promise.value(), topic)));
    assertThat(told(LANGUAGE, LEDGER, made(promise, slot, null), shared).getFirst().payload())
        .doesNotContain("topic");
    assertThat(lines(told(LANGUAGE, LEDGER, made, shared, unshared, moved, settled)))
        .containsExactly("2 commitment-shared-1");
    assertThat(
            lines(
                told(
                    LANGUAGE, LEDGER, made, shared, new CommitmentWithdrawn(promise, slot), moved)))
        .containsExactly("2 commitment-shared-1");
  }

  @Test
  void what_a_team_writes_down_beside_it_leaves_no_trace() {
    CommitmentId promise = new CommitmentId(new UUID(4, 4));
    CommitmentId other = new CommitmentId(new UUID(4, 5));
    SlotId slot = new SlotId(new UUID(5, 5));
    var words = new WordsRef(new UUID(9, 5));
    ToldChecks.isToldWithout(
        Set.of(SupportNoted.class),
        LANGUAGE,
        LEDGER,
        made(promise, slot, null),
        new SupportNoted(new EntryId(new UUID(7, 7)), slot, RELATIONSHIP, null, words, DAY),
        new CommitmentShared(promise, slot, PLACE, TRUST, words, DAY),
        new SupportNoted(new EntryId(new UUID(7, 8)), slot, RELATIONSHIP, null, words, DAY));
    assertThat(
            told(
                LANGUAGE,
                LEDGER,
                made(other, slot, null),
                new CommitmentMoved(other, slot, DAY.plusDays(1)),
                new CommitmentSettled(other, slot, false, DAY)))
        .isEmpty();
  }

  private static CommitmentMade made(CommitmentId id, SlotId slot, @Nullable UUID topic) {
    return new CommitmentMade(
        id,
        slot,
        RELATIONSHIP,
        uk.onevoice.relationships.domain.ledger.Side.THEIRS,
        DAY,
        new WordsRef(new UUID(9, 6)),
        DAY,
        topic,
        null,
        null);
  }

  @Test
  void of_everything_else_here_nothing_is_told() {
    assertThat(
            List.of(
                "SlotDefined",
                "RelationshipOpened",
                "RelationshipClosed",
                "ContactLogged",
                "AssessmentRecorded",
                "CandidateNoted",
                "HandoverOpened",
                "OpportunityOpened",
                "JointGroupNoteKept",
                "JointGroupMandateCited",
                "SubjectErased"))
        .noneMatch(LANGUAGE::mayTell);
  }
}
