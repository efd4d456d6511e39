package uk.onevoice.meetings.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.meetings.domain.Sitting.ADDED;
import static uk.onevoice.meetings.domain.Sitting.AGREED;
import static uk.onevoice.meetings.domain.Sitting.CONFIRMED;
import static uk.onevoice.meetings.domain.Sitting.DAY;
import static uk.onevoice.meetings.domain.Sitting.EVE;
import static uk.onevoice.meetings.domain.Sitting.EVIDENCE;
import static uk.onevoice.meetings.domain.Sitting.FOR;
import static uk.onevoice.meetings.domain.Sitting.ID;
import static uk.onevoice.meetings.domain.Sitting.ITEM;
import static uk.onevoice.meetings.domain.Sitting.NADIA;
import static uk.onevoice.meetings.domain.Sitting.OTHER_ITEM;
import static uk.onevoice.meetings.domain.Sitting.OWEN;
import static uk.onevoice.meetings.domain.Sitting.PLACE;
import static uk.onevoice.meetings.domain.Sitting.REASON;
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
import static uk.onevoice.meetings.domain.Sitting.uuid;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.meetings.domain.InfluenceCommand.AssessInfluence;
import uk.onevoice.meetings.domain.InfluenceCommand.DisputeInfluence;
import uk.onevoice.meetings.domain.InfluenceEvent.InfluenceDisputed;
import uk.onevoice.meetings.domain.ItemEvent.OutcomeRecorded;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingCommand.AddItem;
import uk.onevoice.meetings.domain.MeetingEvent.ItemAdded;
import uk.onevoice.meetings.domain.MeetingRejection.ActionRefused;
import uk.onevoice.meetings.domain.MeetingRejection.ClaimWithoutPosition;
import uk.onevoice.meetings.domain.MeetingRejection.NoSuchItem;
import uk.onevoice.meetings.domain.MeetingRejection.NotScheduled;
import uk.onevoice.meetings.domain.MeetingRejection.RecordClosed;
import uk.onevoice.meetings.domain.MeetingRejection.RecordOpen;
import uk.onevoice.meetings.domain.MeetingRejection.Refused;
import uk.onevoice.meetings.domain.MeetingRejection.RowsRefused;
import uk.onevoice.meetings.domain.MeetingRejection.StillToCome;
import uk.onevoice.meetings.domain.RecordCommand.Amend;
import uk.onevoice.meetings.domain.RecordCommand.Capture;
import uk.onevoice.meetings.domain.RecordCommand.Close;
import uk.onevoice.meetings.domain.RecordCommand.NoteAction;
import uk.onevoice.meetings.domain.RecordCommand.Row;
import uk.onevoice.meetings.domain.RecordEvent.ActionNoted;
import uk.onevoice.meetings.domain.RecordEvent.MeetingAmended;
import uk.onevoice.meetings.domain.RecordEvent.MeetingCaptured;
import uk.onevoice.meetings.domain.RecordEvent.MeetingClosed;
import uk.onevoice.meetings.domain.action.ActionCommand;
import uk.onevoice.meetings.domain.action.ActionId;
import uk.onevoice.meetings.domain.action.ActionRejection.OwnerCannotDeliver;
import uk.onevoice.meetings.domain.action.Owner;
import uk.onevoice.meetings.domain.action.Owner.Ability;
import uk.onevoice.testkit.DeciderRules;

class RecordingTest {
  private static final UUID RECORD = uuid(60);
  private static final UUID AMENDMENT = uuid(61);
  private static final ActionId ACTION = new ActionId(uuid(62));
  private static final OrganisationId TRUST = new OrganisationId("WYVT0001");
  private static final MeetingCaptured CAPTURED = new MeetingCaptured(ID, RECORD, NADIA);
  private static final MeetingClosed CLOSED = new MeetingClosed(ID, NADIA, DAY);

  private final DeciderRules<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meeting =
      DeciderRules.of(Meeting.DECIDER);

  @Test
  void a_whole_meeting_is_entered_at_once_each_row_on_what_the_rows_before_it_say() {
    meeting
        .given(SCHEDULED, ADDED)
        .when(
            capture(
                row("/attendances/0", "", attend(NADIA, DAY)),
                row("/items/0", "/position", put(Stance.FOR)),
                row("/items/0", "/outcome", outcome(Outcome.AGREED, null)),
                row("/items/0", "/influence", assess(Influence.CHANGED)),
                row("/items/0", "/actions/0", note(ITEM, Ability.ABLE))))
        .then(THERE, FOR, AGREED, assessed(Influence.CHANGED, NADIA), noted(ITEM), CAPTURED);
  }

  @Test
  void one_row_that_does_not_hold_keeps_all_of_them_out() {
    meeting
        .given(SCHEDULED, ADDED, new ItemAdded(ID, OTHER_ITEM, TITLE, TOPIC, null))
        .when(
            capture(
                row("/attendances/0", "", attend(NADIA, DAY)),
                row("/items/0", "/outcome", outcome(Outcome.AGREED, null)),
                row("/items/0", "/influence", assess(Influence.CHANGED)),
                row("/items/0", "/actions/0", note(ITEM, Ability.GROUP)),
                row("/items/1", "/actions/0", note(OTHER_ITEM, Ability.GROUP)),
                row("/items/2", "/actions/0", note(new ItemId(uuid(63)), Ability.ABLE))))
        .thenRejected(
            new RowsRefused(
                List.of(
                    new Refused(
                        "/items/0/influence", new ClaimWithoutPosition(ITEM, Influence.CHANGED)),
                    new Refused(
                        "/items/1/actions/0", new ActionRefused(new OwnerCannotDeliver(TRUST))),
                    new Refused("/items/2/actions/0", new NoSuchItem(new ItemId(uuid(63)))))));
  }

  @Test
  void the_same_record_again_changes_nothing_also_once_the_meeting_is_closed() {
    var again = capture(row("/items/0", "/position", put(Stance.AGAINST)));
    meeting.given(SCHEDULED, ADDED, CAPTURED).when(again).then();
    meeting.given(SCHEDULED, ADDED, CAPTURED, CLOSED).when(again).then();
    meeting
        .given(SCHEDULED, ADDED, CAPTURED)
        .when(new Capture(ID, uuid(64), OWEN, List.of(row("/items/0", "", put(Stance.FOR)))))
        .then(FOR, new MeetingCaptured(ID, uuid(64), OWEN));
  }

  @Test
  void an_action_may_come_from_no_item() {
    meeting.given(SCHEDULED).when(note(null, Ability.ABLE)).then(noted(null));
    meeting.given(SCHEDULED, CLOSED).when(note(null, Ability.ABLE)).then(noted(null));
  }

  @Test
  void a_record_is_closed_once_and_not_before_the_day() {
    meeting.given(SCHEDULED).when(close(DAY)).then(CLOSED);
    meeting.given(SCHEDULED, CLOSED).when(close(DAY.plusDays(1))).then();
    meeting.given(SCHEDULED).when(close(EVE)).thenRejected(new StillToCome(DAY));
  }

  @Test
  void a_closed_record_does_not_change() {
    var before = claimed(Influence.NONE);
    before.add(CLOSED);
    var closed = meeting.given(before);
    var no = new RecordClosed(ID);
    closed.when(attend(OWEN, DAY)).thenRejected(no);
    closed.when(outcome(Outcome.VOTED, null)).thenRejected(no);
    closed.when(assess(Influence.ADVERSE)).thenRejected(no);
    closed.when(new AddItem(ID, OTHER_ITEM, TITLE, TOPIC, null)).thenRejected(no);
    closed.when(capture(row("/attendances/0", "", attend(OWEN, DAY)))).thenRejected(no);
    closed.when(attend(NADIA, DAY)).then();
    closed.when(outcome(Outcome.AGREED, null)).then();
    closed.when(assess(Influence.NONE)).then();
  }

  @Test
  void evidence_confirmation_and_dispute_go_on_after_the_closing() {
    var before = claimed(Influence.CHANGED);
    before.add(CLOSED);
    var closed = meeting.given(before);
    closed.when(confirm(OWEN)).then(CONFIRMED);
    closed
        .when(new DisputeInfluence(ID, ITEM, REASON, OWEN))
        .then(new InfluenceDisputed(ID, ITEM, REASON, OWEN));
    closed
        .when(
            new AssessInfluence(
                ID, ITEM, new Judgement(Influence.CHANGED, NADIA, false, EVIDENCE, null)))
        .then(evidence());
  }

  @Test
  void a_closed_record_is_amended_with_a_reason_and_everybody_sees_what_changed() {
    meeting
        .given(SCHEDULED, ADDED, AGREED, CLOSED)
        .when(
            amend(
                row("/attendances/0", "", attend(OWEN, DAY)),
                row("/items/0", "/outcome", outcome(Outcome.VOTED, null)),
                row("/items/0", "/actions/0", note(ITEM, Ability.ABLE))))
        .then(
            new MeetingAmended(ID, AMENDMENT, REASON, OWEN, DAY, List.of(ITEM), true),
            there(OWEN, Capacity.REPRESENTATIVE),
            new OutcomeRecorded(ID, ITEM, Outcome.VOTED),
            noted(ITEM));
    meeting
        .given(SCHEDULED, ADDED, THERE, AGREED, CLOSED)
        .when(amend(row("/items/0", "/influence", assess(Influence.NONE))))
        .then(
            new MeetingAmended(ID, AMENDMENT, REASON, OWEN, DAY, List.of(ITEM), false),
            assessed(Influence.NONE, NADIA));
    meeting
        .given(SCHEDULED, ADDED, CLOSED)
        .when(amend(row("/items/0", "", new AddItem(ID, OTHER_ITEM, TITLE, TOPIC, null))))
        .then(
            new MeetingAmended(ID, AMENDMENT, REASON, OWEN, DAY, List.of(OTHER_ITEM), false),
            new ItemAdded(ID, OTHER_ITEM, TITLE, TOPIC, null));
  }

  @Test
  void an_amendment_needs_a_closed_record_and_changes_something_once() {
    var rows = row("/items/0", "/outcome", outcome(Outcome.AGREED, null));
    meeting.given(SCHEDULED, ADDED).when(amend(rows)).thenRejected(new RecordOpen(ID));
    meeting.given(SCHEDULED, ADDED, AGREED, CLOSED).when(amend(rows)).then();
    var amended = new MeetingAmended(ID, AMENDMENT, REASON, OWEN, DAY, List.of(ITEM), false);
    meeting
        .given(SCHEDULED, ADDED, CLOSED, amended, AGREED)
        .when(amend(row("/items/0", "/outcome", outcome(Outcome.VOTED, null))))
        .then();
    meeting
        .given(SCHEDULED, ADDED, CLOSED)
        .when(amend(row("/items/0", "/influence", assess(Influence.NONE))))
        .thenRejected(
            new RowsRefused(
                List.of(
                    new Refused("/items/0/influence", new MeetingRejection.NoOutcomeYet(ITEM)))));
    var state =
        (Scheduled) Meeting.DECIDER.fold(List.of(SCHEDULED, ADDED, CLOSED, amended, AGREED));
    assertThat(state.records().amendments()).containsExactly(amended);
    assertThat(state.records().closed()).isEqualTo(CLOSED);
  }

  @Test
  void nothing_is_recorded_of_a_meeting_that_was_never_called() {
    meeting.given().when(close(DAY)).thenRejected(new NotScheduled(ID));
    meeting.given().when(capture()).thenRejected(new NotScheduled(ID));
  }

  private static Capture capture(Row... rows) {
    return new Capture(ID, RECORD, NADIA, List.of(rows));
  }

  private static Amend amend(Row... rows) {
    return new Amend(ID, AMENDMENT, REASON, OWEN, List.of(rows), DAY);
  }

  private static Row row(String group, String field, MeetingCommand command) {
    return new Row(group, group + field, command);
  }

  private static Close close(LocalDate today) {
    return new Close(ID, NADIA, today);
  }

  private static NoteAction note(@Nullable ItemId item, Ability ability) {
    return new NoteAction(
        ID,
        new ActionCommand.Open(
            ACTION, ID, item, PLACE, new Owner(TRUST, ability), EVIDENCE, DAY.plusDays(7), DAY));
  }

  private static ActionNoted noted(@Nullable ItemId item) {
    return new ActionNoted(ID, item, ACTION, PLACE, TRUST, EVIDENCE, DAY.plusDays(7), DAY);
  }
}
