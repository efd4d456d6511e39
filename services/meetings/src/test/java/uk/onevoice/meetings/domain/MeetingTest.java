package uk.onevoice.meetings.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.meetings.domain.Sitting.ADDED;
import static uk.onevoice.meetings.domain.Sitting.AGREED;
import static uk.onevoice.meetings.domain.Sitting.DAY;
import static uk.onevoice.meetings.domain.Sitting.EVE;
import static uk.onevoice.meetings.domain.Sitting.FOR;
import static uk.onevoice.meetings.domain.Sitting.FORUM;
import static uk.onevoice.meetings.domain.Sitting.ID;
import static uk.onevoice.meetings.domain.Sitting.ITEM;
import static uk.onevoice.meetings.domain.Sitting.NADIA;
import static uk.onevoice.meetings.domain.Sitting.NOT_DECIDED;
import static uk.onevoice.meetings.domain.Sitting.OTHER_ITEM;
import static uk.onevoice.meetings.domain.Sitting.OWEN;
import static uk.onevoice.meetings.domain.Sitting.PLACE;
import static uk.onevoice.meetings.domain.Sitting.SCHEDULED;
import static uk.onevoice.meetings.domain.Sitting.THERE;
import static uk.onevoice.meetings.domain.Sitting.TITLE;
import static uk.onevoice.meetings.domain.Sitting.TOPIC;
import static uk.onevoice.meetings.domain.Sitting.assess;
import static uk.onevoice.meetings.domain.Sitting.assessed;
import static uk.onevoice.meetings.domain.Sitting.attend;
import static uk.onevoice.meetings.domain.Sitting.claimed;
import static uk.onevoice.meetings.domain.Sitting.confirm;
import static uk.onevoice.meetings.domain.Sitting.evidence;
import static uk.onevoice.meetings.domain.Sitting.outcome;
import static uk.onevoice.meetings.domain.Sitting.put;
import static uk.onevoice.meetings.domain.Sitting.there;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import uk.onevoice.meetings.domain.AttendanceCommand.RecordAttendance;
import uk.onevoice.meetings.domain.InfluenceEvent.InfluenceConfirmed;
import uk.onevoice.meetings.domain.Item.Confirmed;
import uk.onevoice.meetings.domain.Item.Decided;
import uk.onevoice.meetings.domain.ItemCommand.RecordOutcome;
import uk.onevoice.meetings.domain.ItemEvent.OutcomeRecorded;
import uk.onevoice.meetings.domain.ItemEvent.PositionPut;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingCommand.AddItem;
import uk.onevoice.meetings.domain.MeetingCommand.Schedule;
import uk.onevoice.meetings.domain.MeetingEvent.ItemAdded;
import uk.onevoice.meetings.domain.MeetingRejection.AlreadyScheduled;
import uk.onevoice.meetings.domain.MeetingRejection.AssessorWasNotThere;
import uk.onevoice.meetings.domain.MeetingRejection.ClaimWithoutDecision;
import uk.onevoice.meetings.domain.MeetingRejection.ClaimWithoutPosition;
import uk.onevoice.meetings.domain.MeetingRejection.ConfirmedByItsAssessor;
import uk.onevoice.meetings.domain.MeetingRejection.EvidenceMissing;
import uk.onevoice.meetings.domain.MeetingRejection.ItemAlreadyAdded;
import uk.onevoice.meetings.domain.MeetingRejection.NoOutcomeYet;
import uk.onevoice.meetings.domain.MeetingRejection.NoSuchItem;
import uk.onevoice.meetings.domain.MeetingRejection.NotScheduled;
import uk.onevoice.meetings.domain.MeetingRejection.NothingToConfirm;
import uk.onevoice.meetings.domain.MeetingRejection.PersonNotKnown;
import uk.onevoice.meetings.domain.MeetingRejection.PositionTooLate;
import uk.onevoice.meetings.domain.MeetingRejection.StillToCome;
import uk.onevoice.testkit.DeciderRules;

class MeetingTest {
  private final DeciderRules<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meeting =
      DeciderRules.of(Meeting.DECIDER);

  @Test
  void a_forum_meets_once_on_a_day() {
    meeting.given().when(new Schedule(ID, PLACE, FORUM, DAY, null)).then(SCHEDULED);
    meeting
        .given(SCHEDULED)
        .when(new Schedule(ID, PLACE, FORUM, DAY, null))
        .thenRejected(new AlreadyScheduled(ID));
  }

  @Test
  void nothing_happens_in_a_meeting_that_was_never_called() {
    var called = meeting.given();
    called.when(new AddItem(ID, ITEM, TITLE, TOPIC, null)).thenRejected(new NotScheduled(ID));
    called.when(put(Stance.FOR)).thenRejected(new NotScheduled(ID));
    called.when(attend(NADIA, DAY)).thenRejected(new NotScheduled(ID));
    called.when(outcome(Outcome.AGREED, null)).thenRejected(new NotScheduled(ID));
    called.when(assess(Influence.NONE)).thenRejected(new NotScheduled(ID));
    called.when(confirm(OWEN)).thenRejected(new NotScheduled(ID));
  }

  @Test
  void an_item_is_put_on_the_agenda_once() {
    meeting.given(SCHEDULED).when(new AddItem(ID, ITEM, TITLE, TOPIC, null)).then(ADDED);
    meeting
        .given(SCHEDULED, ADDED)
        .when(new AddItem(ID, ITEM, TITLE, TOPIC, null))
        .thenRejected(new ItemAlreadyAdded(ITEM));
  }

  @Test
  void an_item_may_name_a_topic_of_the_list() {
    UUID listed = UUID.randomUUID();
    var added = new ItemAdded(ID, ITEM, TITLE, TOPIC, listed);
    meeting.given(SCHEDULED).when(new AddItem(ID, ITEM, TITLE, TOPIC, listed)).then(added);
    var network = new OrganisationId("WYVN0001");
    var about = new ItemAdded(ID, ITEM, TITLE, TOPIC, null, List.of(network));
    meeting
        .given(SCHEDULED)
        .when(new AddItem(ID, ITEM, TITLE, TOPIC, null, List.of(network, network)))
        .then(about);
    var scheduled = (Scheduled) Meeting.DECIDER.fold(List.of(SCHEDULED, about));
    assertThat(scheduled.items().get(ITEM)).extracting(Item::concerns).isEqualTo(List.of(network));
    meeting
        .given(SCHEDULED, added)
        .thenState(
            new Scheduled(
                SCHEDULED,
                Map.of(ITEM, Item.added(ITEM, TITLE, TOPIC, listed, List.of())),
                Map.of(),
                Map.of(),
                Records.NONE));
  }

  @Test
  void what_is_not_on_the_agenda_has_no_position_outcome_or_influence() {
    var agenda = meeting.given(SCHEDULED, new ItemAdded(ID, OTHER_ITEM, TITLE, TOPIC, null), THERE);
    agenda.when(put(Stance.FOR)).thenRejected(new NoSuchItem(ITEM));
    agenda.when(outcome(Outcome.NOTED, null)).thenRejected(new NoSuchItem(ITEM));
    agenda.when(assess(Influence.NONE)).thenRejected(new NoSuchItem(ITEM));
    agenda.when(confirm(OWEN)).thenRejected(new NoSuchItem(ITEM));
  }

  @Test
  void general_practice_may_change_its_position_until_the_outcome() {
    meeting.given(SCHEDULED, ADDED).when(put(Stance.FOR)).then(FOR);
    meeting
        .given(SCHEDULED, ADDED, FOR)
        .when(put(Stance.AGAINST))
        .then(new PositionPut(ID, ITEM, Stance.AGAINST));
    meeting.given(SCHEDULED, ADDED, FOR).when(put(Stance.FOR)).then();
  }

  @Test
  void no_position_is_put_or_changed_after_the_outcome() {
    meeting
        .given(SCHEDULED, ADDED, AGREED)
        .when(put(Stance.FOR))
        .thenRejected(new PositionTooLate(ITEM));
    meeting
        .given(SCHEDULED, ADDED, FOR, AGREED)
        .when(put(Stance.AGAINST))
        .thenRejected(new PositionTooLate(ITEM));
    meeting.given(SCHEDULED, ADDED, FOR, AGREED).when(put(Stance.FOR)).then();
  }

  @Test
  void attendance_is_recorded_with_its_capacity() {
    meeting.given(SCHEDULED).when(attend(NADIA, DAY)).then(THERE);
    meeting.given(SCHEDULED, THERE).when(attend(NADIA, DAY)).then();
    meeting
        .given(SCHEDULED, THERE)
        .when(attend(NADIA, Capacity.OBSERVER, DAY))
        .then(there(NADIA, Capacity.OBSERVER));
  }

  @Test
  void nobody_has_attended_a_meeting_that_is_still_to_come() {
    meeting.given(SCHEDULED).when(attend(NADIA, EVE)).thenRejected(new StillToCome(DAY));
  }

  @Test
  void only_people_with_a_role_on_that_day_attend_for_general_practice() {
    meeting
        .given(SCHEDULED)
        .when(
            new RecordAttendance(
                ID, NADIA, false, AttendanceKind.PRESENT, Capacity.OBSERVER, null, null, DAY))
        .thenRejected(new PersonNotKnown(NADIA));
  }

  @Test
  void an_item_gets_its_outcome_on_the_day_or_after() {
    meeting.given(SCHEDULED, ADDED).when(outcome(Outcome.AGREED, null)).then(AGREED);
    meeting
        .given(SCHEDULED, ADDED)
        .when(new RecordOutcome(ID, ITEM, Outcome.AGREED, null, EVE))
        .thenRejected(new StillToCome(DAY));
  }

  @Test
  void an_outcome_can_be_corrected_and_the_first_entry_stays_in_the_history() {
    meeting
        .given(SCHEDULED, ADDED, AGREED)
        .when(outcome(Outcome.VOTED, null))
        .then(new OutcomeRecorded(ID, ITEM, Outcome.VOTED));
    meeting.given(SCHEDULED, ADDED, AGREED).when(outcome(Outcome.AGREED, null)).then();
  }

  @Test
  void a_corrected_outcome_leaves_the_assessment_as_it_is() {
    meeting
        .given(
            SCHEDULED,
            ADDED,
            FOR,
            THERE,
            AGREED,
            assessed(Influence.CHANGED, NADIA),
            new InfluenceConfirmed(ID, ITEM, OWEN),
            new OutcomeRecorded(ID, ITEM, Outcome.VOTED))
        .thenState(
            new Scheduled(
                SCHEDULED,
                Map.of(
                    ITEM,
                    new Item(
                        ITEM,
                        TITLE,
                        TOPIC,
                        null,
                        List.of(),
                        null,
                        Stance.FOR,
                        null,
                        null,
                        new Decided(
                            Outcome.VOTED, new Confirmed(Influence.CHANGED, NADIA, null, OWEN)),
                        null,
                        List.of())),
                Map.of(NADIA, Attendance.of(AttendanceKind.PRESENT, Capacity.REPRESENTATIVE)),
                Map.of(),
                Records.NONE));
  }

  @Test
  void outcome_and_influence_are_entered_together() {
    meeting
        .given(SCHEDULED, ADDED, FOR, THERE)
        .when(outcome(Outcome.AGREED, Influence.CHANGED))
        .then(AGREED, assessed(Influence.CHANGED, NADIA));
    meeting
        .given(SCHEDULED, ADDED, FOR, THERE, AGREED)
        .when(outcome(Outcome.AGREED, Influence.PARTLY))
        .then(assessed(Influence.PARTLY, NADIA));
  }

  @Test
  void when_the_influence_is_refused_the_outcome_entered_with_it_is_not_kept() {
    meeting
        .given(SCHEDULED, ADDED, FOR)
        .when(outcome(Outcome.AGREED, Influence.CHANGED))
        .thenRejected(new AssessorWasNotThere(NADIA));
  }

  @ParameterizedTest
  @EnumSource(Influence.class)
  void influence_is_assessed_only_after_an_outcome(Influence influence) {
    meeting
        .given(SCHEDULED, ADDED, FOR, THERE)
        .when(assess(influence))
        .thenRejected(new NoOutcomeYet(ITEM));
    meeting
        .given(SCHEDULED, ADDED, FOR, THERE, AGREED)
        .when(assess(influence))
        .then(assessed(influence, NADIA));
  }

  @Test
  void whoever_assesses_was_there() {
    meeting
        .given(SCHEDULED, ADDED, FOR, AGREED, there(OWEN, Capacity.REPRESENTATIVE))
        .when(assess(Influence.NONE))
        .thenRejected(new AssessorWasNotThere(NADIA));
  }

  @ParameterizedTest
  @EnumSource(
      value = Influence.class,
      names = {"CHANGED", "PARTLY"})
  void nobody_claims_to_have_changed_an_item_on_which_we_said_nothing(Influence influence) {
    meeting
        .given(SCHEDULED, ADDED, THERE, AGREED)
        .when(assess(influence))
        .thenRejected(new ClaimWithoutPosition(ITEM, influence));
  }

  @ParameterizedTest
  @EnumSource(
      value = Influence.class,
      names = {"CHANGED", "PARTLY"})
  void nobody_claims_to_have_changed_an_item_that_was_not_decided(Influence influence) {
    var undecided = meeting.given(SCHEDULED, ADDED, FOR, THERE, NOT_DECIDED);
    undecided.when(assess(influence)).thenRejected(new ClaimWithoutDecision(ITEM));
    undecided
        .when(outcome(Outcome.NOT_DECIDED, influence))
        .thenRejected(new ClaimWithoutDecision(ITEM));
    undecided.when(outcome(Outcome.AGREED, influence)).then(AGREED, assessed(influence, NADIA));
    meeting
        .given(SCHEDULED, ADDED, FOR, THERE)
        .when(outcome(Outcome.NOT_DECIDED, influence))
        .thenRejected(new ClaimWithoutDecision(ITEM));
  }

  @Test
  void an_outcome_is_not_corrected_to_undecided_under_a_claim() {
    var before = claimed(Influence.CHANGED);
    meeting
        .given(before)
        .when(outcome(Outcome.NOT_DECIDED, null))
        .thenRejected(new ClaimWithoutDecision(ITEM));
    meeting
        .given(before)
        .when(outcome(Outcome.NOT_DECIDED, Influence.NONE))
        .then(NOT_DECIDED, assessed(Influence.NONE, NADIA));
    before.add(new InfluenceConfirmed(ID, ITEM, OWEN));
    meeting
        .given(before)
        .when(outcome(Outcome.NOT_DECIDED, null))
        .thenRejected(new ClaimWithoutDecision(ITEM));
    meeting
        .given(claimed(Influence.NONE))
        .when(outcome(Outcome.NOT_DECIDED, null))
        .then(NOT_DECIDED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Influence.class,
      names = {"CHANGED", "PARTLY"},
      mode = Mode.EXCLUDE)
  void other_influence_needs_no_position(Influence influence) {
    meeting
        .given(SCHEDULED, ADDED, THERE, AGREED)
        .when(assess(influence))
        .then(assessed(influence, NADIA));
  }

  @Test
  void a_new_assessment_takes_the_place_of_the_earlier_and_must_be_confirmed_again() {
    var before = claimed(Influence.CHANGED);
    before.add(new InfluenceConfirmed(ID, ITEM, OWEN));
    meeting.given(before).when(assess(Influence.CHANGED)).then();
    meeting.given(before).when(assess(Influence.PARTLY)).then(assessed(Influence.PARTLY, NADIA));
    before.add(assessed(Influence.PARTLY, NADIA));
    meeting.given(before).when(confirm(OWEN)).thenRejected(new EvidenceMissing(ITEM));
    before.add(evidence());
    meeting.given(before).when(confirm(OWEN)).then(new InfluenceConfirmed(ID, ITEM, OWEN));
  }

  @ParameterizedTest
  @EnumSource(
      value = Influence.class,
      names = {"CHANGED", "PARTLY"})
  void a_second_person_confirms_a_claim_once(Influence influence) {
    var before = claimed(influence);
    meeting.given(before).when(confirm(OWEN)).then(new InfluenceConfirmed(ID, ITEM, OWEN));
    before.add(new InfluenceConfirmed(ID, ITEM, OWEN));
    meeting.given(before).when(confirm(OWEN)).then();
  }

  @Test
  void nobody_confirms_their_own_claim() {
    var before = claimed(Influence.CHANGED);
    meeting.given(before).when(confirm(NADIA)).thenRejected(new ConfirmedByItsAssessor(NADIA));
    before.add(new InfluenceConfirmed(ID, ITEM, OWEN));
    meeting.given(before).when(confirm(NADIA)).thenRejected(new ConfirmedByItsAssessor(NADIA));
  }

  @Test
  void whoever_says_a_claim_again_does_not_make_it_theirs() {
    var before = claimed(Influence.CHANGED);
    before.add(there(OWEN, Capacity.OBSERVER));
    meeting.given(before).when(assess(Influence.CHANGED, OWEN)).then();
  }

  @ParameterizedTest
  @EnumSource(
      value = Influence.class,
      names = {"CHANGED", "PARTLY"},
      mode = Mode.EXCLUDE)
  void what_claims_nothing_is_not_confirmed(Influence influence) {
    meeting.given(claimed(influence)).when(confirm(OWEN)).thenRejected(new NothingToConfirm(ITEM));
  }

  @Test
  void nothing_is_confirmed_before_it_is_assessed() {
    meeting.given(SCHEDULED, ADDED, FOR).when(confirm(OWEN)).thenRejected(new NoOutcomeYet(ITEM));
    meeting
        .given(SCHEDULED, ADDED, FOR, AGREED)
        .when(confirm(OWEN))
        .thenRejected(new NothingToConfirm(ITEM));
  }
}
