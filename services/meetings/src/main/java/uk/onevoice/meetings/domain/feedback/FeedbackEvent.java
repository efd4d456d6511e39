package uk.onevoice.meetings.domain.feedback;

import java.time.LocalDate;
import java.util.List;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.domain.MandateId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.PracticeId;

/** What happened to a note to practices. The schemas are in contracts/events/meetings. */
public sealed interface FeedbackEvent {
  record FeedbackDrafted(
      MeetingId meetingId,
      MandateId mandateId,
      PlaceId placeId,
      int draft,
      WordsRef noteRef,
      LocalDate on)
      implements FeedbackEvent {}

  record FeedbackConfirmed(
      MeetingId meetingId, MandateId mandateId, int draft, PersonId personId, LocalDate on)
      implements FeedbackEvent {}

  record FeedbackSent(
      MeetingId meetingId,
      MandateId mandateId,
      PlaceId placeId,
      int version,
      int draft,
      List<PracticeId> practices,
      LocalDate dueOn,
      LocalDate on)
      implements FeedbackEvent {
    public FeedbackSent {
      practices = List.copyOf(practices);
    }
  }

  record FeedbackRead(
      MeetingId meetingId, MandateId mandateId, int version, PracticeId practiceId, LocalDate on)
      implements FeedbackEvent {}

  record FeedbackReplied(
      MeetingId meetingId,
      MandateId mandateId,
      int version,
      PracticeId practiceId,
      WordsRef replyRef,
      LocalDate on)
      implements FeedbackEvent {}
}
