package uk.onevoice.meetings.domain.feedback;

import java.time.LocalDate;
import java.util.Set;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.domain.MandateId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PracticeId;

/** What can be asked of a note, with the facts from elsewhere that its rules need. */
public sealed interface FeedbackCommand {
  record Draft(Duty duty, WordsRef noteRef, LocalDate today) implements FeedbackCommand {}

  /**
   * @param holds whether the caller holds the mandate today, or stands in
   */
  record Confirm(Duty duty, int draft, PersonId personId, boolean holds, LocalDate today)
      implements FeedbackCommand {}

  /**
   * @param granting the practices whose grant stands today
   */
  record Send(Duty duty, int draft, Set<PracticeId> granting, LocalDate today)
      implements FeedbackCommand {
    public Send {
      granting = Set.copyOf(granting);
    }
  }

  record Read(
      MeetingId meetingId, MandateId mandateId, int version, PracticeId practiceId, LocalDate today)
      implements FeedbackCommand {}

  record Reply(
      MeetingId meetingId,
      MandateId mandateId,
      int version,
      PracticeId practiceId,
      WordsRef replyRef,
      LocalDate today)
      implements FeedbackCommand {}
}
