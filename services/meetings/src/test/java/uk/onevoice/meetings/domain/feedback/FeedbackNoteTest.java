package uk.onevoice.meetings.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.domain.MandateId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.PracticeId;
import uk.onevoice.meetings.domain.feedback.FeedbackCommand.Confirm;
import uk.onevoice.meetings.domain.feedback.FeedbackCommand.Draft;
import uk.onevoice.meetings.domain.feedback.FeedbackCommand.Read;
import uk.onevoice.meetings.domain.feedback.FeedbackCommand.Reply;
import uk.onevoice.meetings.domain.feedback.FeedbackCommand.Send;
import uk.onevoice.meetings.domain.feedback.FeedbackEvent.FeedbackConfirmed;
import uk.onevoice.meetings.domain.feedback.FeedbackEvent.FeedbackDrafted;
import uk.onevoice.meetings.domain.feedback.FeedbackEvent.FeedbackRead;
import uk.onevoice.meetings.domain.feedback.FeedbackEvent.FeedbackReplied;
import uk.onevoice.meetings.domain.feedback.FeedbackEvent.FeedbackSent;
import uk.onevoice.meetings.domain.feedback.FeedbackNote.Stage;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.NoReaders;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.NotConfirmed;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.NotSentTo;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.NotTheHolder;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.NotTheLatestDraft;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.NothingDrafted;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.StillToCome;
import uk.onevoice.testkit.DeciderRules;

class FeedbackNoteTest {
  private static final MeetingId MEETING = new MeetingId(uuid(1));
  private static final MandateId MANDATE = new MandateId(uuid(2));
  private static final PlaceId PLACE = new PlaceId(uuid(3));
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate NEXT = DAY.plusDays(1);
  private static final Duty DUTY = new Duty(MEETING, MANDATE, PLACE, DAY, 14);
  private static final LocalDate DUE = LocalDate.of(2026, 12, 8);
  private static final PersonId NADIA = new PersonId(uuid(4));
  private static final WordsRef NOTE = new WordsRef(uuid(5));
  private static final WordsRef OTHER_NOTE = new WordsRef(uuid(6));
  private static final WordsRef REPLY = new WordsRef(uuid(7));
  private static final PracticeId UPPER = new PracticeId("WYVP0001");
  private static final PracticeId LOWER = new PracticeId("WYVP0002");

  private static final FeedbackDrafted DRAFTED = drafted(1, NOTE);
  private static final FeedbackConfirmed CONFIRMED = confirmed(1);
  private static final FeedbackSent SENT = sent(1, 1, UPPER);

  private final DeciderRules<FeedbackCommand, FeedbackNote, FeedbackEvent, FeedbackRejection> note =
      DeciderRules.of(FeedbackNote.DECIDER);

  @Test
  void the_mandate_itself_says_by_when_practices_hear() {
    assertThat(DUTY.dueOn()).isEqualTo(DUE);
    assertThat(new Duty(MEETING, MANDATE, PLACE, DAY, 0).dueOn()).isEqualTo(DAY);
  }

  @Test
  void a_note_is_drafted_from_the_day_of_the_meeting_on_and_as_often_as_needed() {
    note.given().when(new Draft(DUTY, NOTE, DAY.minusDays(1))).thenRejected(new StillToCome(DAY));
    note.given()
        .when(new Draft(DUTY, NOTE, DAY))
        .then(new FeedbackDrafted(MEETING, MANDATE, PLACE, 1, NOTE, DAY));
    note.given(DRAFTED).when(new Draft(DUTY, OTHER_NOTE, NEXT)).then(drafted(2, OTHER_NOTE));
  }

  @Test
  void only_the_holder_confirms_and_only_the_latest_draft() {
    note.given(DRAFTED).when(confirm(1, true)).then(CONFIRMED);
    note.given(DRAFTED).when(confirm(1, false)).thenRejected(new NotTheHolder(NADIA));
    note.given().when(confirm(1, true)).thenRejected(new NothingDrafted(MANDATE));
    note.given(DRAFTED, drafted(2, OTHER_NOTE))
        .when(confirm(1, true))
        .thenRejected(new NotTheLatestDraft(2));
    note.given(DRAFTED, CONFIRMED).when(confirm(1, true)).then();
    note.given(DRAFTED, CONFIRMED, SENT)
        .when(confirm(1, true))
        .thenRejected(new NothingDrafted(MANDATE));
  }

  @Test
  void nothing_is_sent_that_the_holder_has_not_confirmed() {
    note.given().when(send(1, UPPER)).thenRejected(new NothingDrafted(MANDATE));
    note.given(DRAFTED).when(send(1, UPPER)).thenRejected(new NotConfirmed(1));
    note.given(DRAFTED, CONFIRMED).when(send(1, UPPER)).then(SENT);
    note.given(DRAFTED, CONFIRMED).when(send(2, UPPER)).thenRejected(new NotTheLatestDraft(1));
    note.given(DRAFTED, CONFIRMED, drafted(2, OTHER_NOTE))
        .when(send(2, UPPER))
        .thenRejected(new NotConfirmed(2));
    note.given(DRAFTED, CONFIRMED, drafted(2, OTHER_NOTE))
        .when(send(1, UPPER))
        .thenRejected(new NotTheLatestDraft(2));
  }

  @Test
  void what_was_sent_is_not_sent_again() {
    note.given(DRAFTED, CONFIRMED, SENT).when(send(1, UPPER, LOWER)).then();
    note.given(DRAFTED, CONFIRMED, SENT)
        .when(send(2, UPPER))
        .thenRejected(new NothingDrafted(MANDATE));
  }

  @Test
  void a_note_needs_somebody_to_read_it() {
    note.given(DRAFTED, CONFIRMED).when(send(1)).thenRejected(new NoReaders(MANDATE));
  }

  @Test
  void a_correction_is_a_further_version_and_reaches_whoever_had_the_first() {
    var history =
        new FeedbackEvent[] {DRAFTED, CONFIRMED, SENT, drafted(2, OTHER_NOTE), confirmed(2)};
    note.given(history).when(send(2, LOWER)).then(sent(2, 2, UPPER, LOWER));
    FeedbackNote corrected = after(DRAFTED, CONFIRMED, SENT, drafted(2, OTHER_NOTE));
    assertThat(corrected.open()).contains(new FeedbackNote.Drafted(2, OTHER_NOTE, NEXT));
    assertThat(corrected.stage()).isEqualTo(Stage.SENT);
    assertThat(corrected.sent().getFirst().noteRef()).as("it stays").isEqualTo(NOTE);
    corrected =
        after(DRAFTED, CONFIRMED, SENT, drafted(2, OTHER_NOTE), confirmed(2), sent(2, 2, LOWER));
    assertThat(corrected.sent())
        .extracting(FeedbackNote.Sent::noteRef)
        .containsExactly(NOTE, OTHER_NOTE);
    assertThat(corrected.readers()).containsExactlyInAnyOrder(UPPER, LOWER);
  }

  @Test
  void a_practice_that_it_was_sent_to_reads_it_once() {
    var read = new FeedbackRead(MEETING, MANDATE, 1, UPPER, NEXT);
    note.given(DRAFTED, CONFIRMED, SENT).when(read(UPPER, 1)).then(read);
    note.given(DRAFTED, CONFIRMED, SENT, read).when(read(UPPER, 1)).then();
    note.given(DRAFTED, CONFIRMED, SENT).when(read(LOWER, 1)).thenRejected(new NotSentTo(LOWER, 1));
    note.given(DRAFTED, CONFIRMED, SENT).when(read(UPPER, 2)).thenRejected(new NotSentTo(UPPER, 2));
    note.given(DRAFTED, CONFIRMED, SENT).when(read(UPPER, 0)).thenRejected(new NotSentTo(UPPER, 0));
    note.given(DRAFTED, CONFIRMED).when(read(UPPER, 1)).thenRejected(new NotSentTo(UPPER, 1));
    assertThat(after(DRAFTED, CONFIRMED, sent(1, 1, UPPER, LOWER), read).sent().getFirst().read())
        .containsExactly(UPPER);
  }

  @Test
  void reading_a_correction_is_another_reading() {
    var first = new FeedbackRead(MEETING, MANDATE, 1, UPPER, NEXT);
    FeedbackNote state =
        after(
            DRAFTED,
            CONFIRMED,
            SENT,
            first,
            drafted(2, OTHER_NOTE),
            confirmed(2),
            sent(2, 2, UPPER),
            new FeedbackRead(MEETING, MANDATE, 2, UPPER, NEXT));
    assertThat(state.sent()).allSatisfy(one -> assertThat(one.read()).containsExactly(UPPER));
  }

  @Test
  void a_practice_replies_to_what_it_was_sent() {
    var replied = new FeedbackReplied(MEETING, MANDATE, 1, UPPER, REPLY, NEXT);
    note.given(DRAFTED, CONFIRMED, SENT).when(reply(UPPER)).then(replied);
    note.given(DRAFTED, CONFIRMED, SENT).when(reply(LOWER)).thenRejected(new NotSentTo(LOWER, 1));
    FeedbackNote state = after(DRAFTED, CONFIRMED, SENT, replied, replied);
    assertThat(state.replies()).hasSize(2);
    assertThat(state.repliedTo(1)).containsExactly(UPPER);
    assertThat(state.repliedTo(2)).isEmpty();
  }

  @Test
  void a_note_that_was_not_sent_is_overdue_after_its_last_day() {
    FeedbackNote confirmed = after(DRAFTED, CONFIRMED);
    assertThat(confirmed.overdue(DUE, DUE)).isFalse();
    assertThat(confirmed.overdue(DUE, DUE.plusDays(1))).isTrue();
    FeedbackNote sent = after(DRAFTED, CONFIRMED, SENT);
    assertThat(sent.overdue(DUE, DUE.plusDays(1))).isFalse();
    assertThat(sent.late(NEXT)).isFalse();
    assertThat(sent.late(DAY)).isTrue();
    assertThat(confirmed.late(DAY)).isFalse();
  }

  @Test
  void how_far_a_note_is() {
    assertThat(after().stage()).isEqualTo(Stage.NOT_DRAFTED);
    assertThat(after(DRAFTED).stage()).isEqualTo(Stage.DRAFTED);
    assertThat(after(DRAFTED, CONFIRMED).stage()).isEqualTo(Stage.CONFIRMED);
    assertThat(after(DRAFTED, CONFIRMED, drafted(2, OTHER_NOTE)).stage())
        .as("a later draft is confirmed anew")
        .isEqualTo(Stage.DRAFTED);
    assertThat(after(DRAFTED, CONFIRMED, SENT).stage()).isEqualTo(Stage.SENT);
    assertThat(after(DRAFTED, CONFIRMED, SENT).open()).isEmpty();
    assertThat(after(DRAFTED).open()).isPresent();
  }

  private static FeedbackNote after(FeedbackEvent... events) {
    FeedbackNote state = FeedbackNote.DECIDER.initial();
    for (FeedbackEvent event : events) {
      state = FeedbackNote.evolve(state, event);
    }
    return state;
  }

  private static FeedbackDrafted drafted(int draft, WordsRef ref) {
    return new FeedbackDrafted(MEETING, MANDATE, PLACE, draft, ref, NEXT);
  }

  private static FeedbackConfirmed confirmed(int draft) {
    return new FeedbackConfirmed(MEETING, MANDATE, draft, NADIA, NEXT);
  }

  private static FeedbackSent sent(int version, int draft, PracticeId... practices) {
    return new FeedbackSent(MEETING, MANDATE, PLACE, version, draft, List.of(practices), DUE, NEXT);
  }

  private static Confirm confirm(int draft, boolean holds) {
    return new Confirm(DUTY, draft, NADIA, holds, NEXT);
  }

  private static Send send(int draft, PracticeId... granting) {
    return new Send(DUTY, draft, Set.of(granting), NEXT);
  }

  private static Read read(PracticeId practice, int version) {
    return new Read(MEETING, MANDATE, version, practice, NEXT);
  }

  private static Reply reply(PracticeId practice) {
    return new Reply(MEETING, MANDATE, 1, practice, REPLY, NEXT);
  }

  private static UUID uuid(int n) {
    return new UUID(0, n);
  }
}
