package uk.onevoice.meetings.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.domain.Item.Confirmed;
import uk.onevoice.meetings.domain.Item.Decided;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingCommand.AddItem;
import uk.onevoice.meetings.domain.MeetingCommand.AssessInfluence;
import uk.onevoice.meetings.domain.MeetingCommand.ConfirmInfluence;
import uk.onevoice.meetings.domain.MeetingCommand.PutPosition;
import uk.onevoice.meetings.domain.MeetingCommand.RecordAttendance;
import uk.onevoice.meetings.domain.MeetingCommand.RecordOutcome;
import uk.onevoice.meetings.domain.MeetingCommand.Schedule;
import uk.onevoice.meetings.domain.MeetingEvent.AttendanceRecorded;
import uk.onevoice.meetings.domain.MeetingEvent.InfluenceAssessed;
import uk.onevoice.meetings.domain.MeetingEvent.InfluenceConfirmed;
import uk.onevoice.meetings.domain.MeetingEvent.ItemAdded;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingCancelled;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingMoved;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingScheduled;
import uk.onevoice.meetings.domain.MeetingEvent.OutcomeRecorded;
import uk.onevoice.meetings.domain.MeetingEvent.PositionPut;
import uk.onevoice.meetings.domain.MeetingRejection.AlreadyScheduled;
import uk.onevoice.meetings.domain.MeetingRejection.AssessorWasNotThere;
import uk.onevoice.meetings.domain.MeetingRejection.ClaimWithoutDecision;
import uk.onevoice.meetings.domain.MeetingRejection.ClaimWithoutPosition;
import uk.onevoice.meetings.domain.MeetingRejection.ConfirmedByItsAssessor;
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
  private static final MeetingId ID = new MeetingId(uuid(1));
  private static final PlaceId PLACE = new PlaceId(uuid(2));
  private static final ItemId ITEM = new ItemId(uuid(3));
  private static final ItemId OTHER_ITEM = new ItemId(uuid(4));
  private static final PersonId NADIA = new PersonId(uuid(5));
  private static final PersonId OWEN = new PersonId(uuid(6));
  private static final Label FORUM = new Label("Marl Valley place board");
  private static final TitleRef TITLE = new TitleRef(uuid(7));
  private static final Topic TOPIC = new Topic("community-services");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate EVE = DAY.minusDays(1);

  private static final MeetingScheduled SCHEDULED =
      new MeetingScheduled(ID, PLACE, FORUM, DAY, null);
  private static final ItemAdded ADDED = new ItemAdded(ID, ITEM, TITLE, TOPIC, null);
  private static final PositionPut FOR = new PositionPut(ID, ITEM, Stance.FOR);
  private static final OutcomeRecorded AGREED = new OutcomeRecorded(ID, ITEM, Outcome.AGREED);
  private static final OutcomeRecorded NOT_DECIDED =
      new OutcomeRecorded(ID, ITEM, Outcome.NOT_DECIDED);
  private static final AttendanceRecorded THERE =
      new AttendanceRecorded(ID, NADIA, Capacity.DELEGATE);

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
    meeting
        .given(SCHEDULED, added)
        .thenState(
            new Scheduled(
                SCHEDULED,
                Map.of(ITEM, new Item(ITEM, TITLE, TOPIC, listed, null, new Item.Undecided())),
                Map.of()));
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
        .when(new RecordAttendance(ID, NADIA, true, Capacity.OBSERVER, DAY))
        .then(new AttendanceRecorded(ID, NADIA, Capacity.OBSERVER));
  }

  @Test
  void nobody_has_attended_a_meeting_that_is_still_to_come() {
    meeting.given(SCHEDULED).when(attend(NADIA, EVE)).thenRejected(new StillToCome(DAY));
  }

  @Test
  void only_people_with_a_role_on_that_day_attend_for_general_practice() {
    meeting
        .given(SCHEDULED)
        .when(new RecordAttendance(ID, NADIA, false, Capacity.DELEGATE, DAY))
        .thenRejected(new PersonNotKnown(NADIA));
  }

  @Test
  void an_item_gets_its_outcome_on_the_day_or_after() {
    meeting.given(SCHEDULED, ADDED).when(outcome(Outcome.AGREED, null)).then(AGREED);
    meeting
        .given(SCHEDULED, ADDED)
        .when(new RecordOutcome(ID, ITEM, Outcome.AGREED, null, NADIA, EVE))
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
                        Stance.FOR,
                        new Decided(Outcome.VOTED, new Confirmed(Influence.CHANGED, NADIA, OWEN)))),
                Map.of(NADIA, Capacity.DELEGATE)));
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
        .given(SCHEDULED, ADDED, FOR, AGREED, new AttendanceRecorded(ID, OWEN, Capacity.DELEGATE))
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
    before.add(new AttendanceRecorded(ID, OWEN, Capacity.OBSERVER));
    meeting.given(before).when(new AssessInfluence(ID, ITEM, Influence.CHANGED, OWEN)).then();
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

  @Test
  void what_has_happened_is_never_refused() {
    meeting.evolvesEvery(
        MeetingEvent.class,
        SCHEDULED,
        ADDED,
        FOR,
        THERE,
        AGREED,
        assessed(Influence.CHANGED, NADIA),
        new InfluenceConfirmed(ID, ITEM, OWEN),
        new MeetingMoved(ID, DAY, null, null, null),
        new MeetingCancelled(ID, null, null));
  }

  private static List<MeetingEvent> claimed(Influence influence) {
    return new ArrayList<>(
        List.of(SCHEDULED, ADDED, FOR, THERE, AGREED, assessed(influence, NADIA)));
  }

  private static InfluenceAssessed assessed(Influence influence, PersonId by) {
    return new InfluenceAssessed(ID, ITEM, influence, by);
  }

  private static PutPosition put(Stance stance) {
    return new PutPosition(ID, ITEM, stance);
  }

  private static RecordAttendance attend(PersonId person, LocalDate today) {
    return new RecordAttendance(ID, person, true, Capacity.DELEGATE, today);
  }

  private static RecordOutcome outcome(Outcome outcome, @Nullable Influence influence) {
    return new RecordOutcome(ID, ITEM, outcome, influence, NADIA, DAY);
  }

  private static AssessInfluence assess(Influence influence) {
    return new AssessInfluence(ID, ITEM, influence, NADIA);
  }

  private static ConfirmInfluence confirm(PersonId by) {
    return new ConfirmInfluence(ID, ITEM, by);
  }

  private static UUID uuid(int n) {
    return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
  }
}
