package uk.onevoice.meetings.domain.minutes;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.minutes.Minutes.Written;
import uk.onevoice.meetings.domain.minutes.MinutesCommand.Approve;
import uk.onevoice.meetings.domain.minutes.MinutesCommand.Correct;
import uk.onevoice.meetings.domain.minutes.MinutesCommand.Draft;
import uk.onevoice.meetings.domain.minutes.MinutesCommand.Publish;
import uk.onevoice.meetings.domain.minutes.MinutesCommand.Revise;
import uk.onevoice.meetings.domain.minutes.MinutesEvent.MinutesApproved;
import uk.onevoice.meetings.domain.minutes.MinutesEvent.MinutesCorrected;
import uk.onevoice.meetings.domain.minutes.MinutesEvent.MinutesDrafted;
import uk.onevoice.meetings.domain.minutes.MinutesEvent.MinutesPublished;
import uk.onevoice.meetings.domain.minutes.MinutesEvent.MinutesRevised;
import uk.onevoice.meetings.domain.minutes.MinutesRejection.AlreadyApproved;
import uk.onevoice.meetings.domain.minutes.MinutesRejection.AlreadyDrafted;
import uk.onevoice.meetings.domain.minutes.MinutesRejection.MeetingStillToCome;
import uk.onevoice.meetings.domain.minutes.MinutesRejection.NotApproved;
import uk.onevoice.meetings.domain.minutes.MinutesRejection.NotDrafted;
import uk.onevoice.testkit.DeciderRules;

class MinutesTest {
  private static final MeetingId ID = new MeetingId(uuid(1));
  private static final PlaceId PLACE = new PlaceId(uuid(2));
  private static final PersonId NADIA = new PersonId(uuid(3));
  private static final PersonId OWEN = new PersonId(uuid(4));
  private static final UUID TEXT = uuid(5);
  private static final UUID BETTER = uuid(6);
  private static final UUID CORRECTION = uuid(7);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final MinutesDrafted DRAFTED = new MinutesDrafted(ID, PLACE, TEXT, NADIA, DAY);
  private static final MinutesRevised REVISED = new MinutesRevised(ID, BETTER, NADIA, DAY);
  private static final MinutesApproved APPROVED = new MinutesApproved(ID, OWEN, DAY);
  private static final MinutesPublished PUBLISHED = new MinutesPublished(ID, NADIA, DAY);
  private static final MinutesCorrected CORRECTED =
      new MinutesCorrected(ID, CORRECTION, BETTER, NADIA, DAY);

  private final DeciderRules<MinutesCommand, Minutes, MinutesEvent, MinutesRejection> minutes =
      DeciderRules.of(Minutes.DECIDER);

  @Test
  void minutes_are_drafted_once_from_the_day_of_the_meeting_on() {
    minutes.given().when(draft(DAY)).then(DRAFTED);
    minutes.given(DRAFTED).when(draft(DAY)).thenRejected(new AlreadyDrafted(ID));
    minutes.given().when(draft(DAY.minusDays(1))).thenRejected(new MeetingStillToCome(DAY));
  }

  @Test
  void a_draft_changes_and_approved_minutes_do_not() {
    var revise = new Revise(ID, BETTER, NADIA, DAY);
    minutes.given(DRAFTED).when(revise).then(REVISED);
    minutes.given(DRAFTED, APPROVED).when(revise).thenRejected(new AlreadyApproved(ID));
    minutes.given(DRAFTED, REVISED).thenState(new Written(DRAFTED, BETTER, null, null, List.of()));
  }

  @Test
  void whoever_approves_is_named_once() {
    minutes.given(DRAFTED).when(new Approve(ID, OWEN, DAY)).then(APPROVED);
    minutes.given(DRAFTED, APPROVED).when(new Approve(ID, NADIA, DAY)).then();
  }

  @Test
  void only_approved_minutes_are_published() {
    var publish = new Publish(ID, NADIA, DAY);
    minutes.given(DRAFTED).when(publish).thenRejected(new NotApproved(ID));
    minutes.given(DRAFTED, APPROVED).when(publish).then(PUBLISHED);
    minutes.given(DRAFTED, APPROVED, PUBLISHED).when(publish).then();
  }

  @Test
  void a_correction_stands_beside_the_text_that_was_approved() {
    var correct = new Correct(ID, CORRECTION, BETTER, NADIA, DAY);
    minutes.given(DRAFTED).when(correct).thenRejected(new NotApproved(ID));
    minutes.given(DRAFTED, APPROVED).when(correct).then(CORRECTED);
    minutes.given(DRAFTED, APPROVED, PUBLISHED).when(correct).then(CORRECTED);
    minutes
        .given(DRAFTED, APPROVED, PUBLISHED, CORRECTED, CORRECTED)
        .thenState(new Written(DRAFTED, TEXT, APPROVED, PUBLISHED, List.of(CORRECTED, CORRECTED)));
  }

  @Test
  void nothing_is_done_with_minutes_that_nobody_has_drafted() {
    for (var command :
        List.of(
            new Revise(ID, TEXT, NADIA, DAY),
            new Approve(ID, NADIA, DAY),
            new Publish(ID, NADIA, DAY),
            new Correct(ID, CORRECTION, TEXT, NADIA, DAY))) {
      minutes.given().when(command).thenRejected(new NotDrafted(ID));
    }
  }

  @Test
  void what_has_happened_is_never_refused() {
    minutes.evolvesEvery(MinutesEvent.class, DRAFTED, REVISED, APPROVED, PUBLISHED, CORRECTED);
  }

  private static Draft draft(LocalDate today) {
    return new Draft(ID, PLACE, DAY, TEXT, NADIA, today);
  }

  private static UUID uuid(int n) {
    return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
  }
}
