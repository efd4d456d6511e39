package uk.onevoice.relationships.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.contracts.ToldChecks.lines;
import static uk.onevoice.contracts.ToldChecks.told;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

class PartnerLanguageTest {
  private static final Language LANGUAGE = TellsPartners.language();
  private static final EventTypes<JointGroupEvent> TYPES = EventTypes.of(JointGroupEvent.class);
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
  void of_everything_else_here_nothing_is_told() {
    assertThat(
            List.of(
                "SlotDefined",
                "RelationshipOpened",
                "RelationshipClosed",
                "ContactLogged",
                "CommitmentMade",
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
