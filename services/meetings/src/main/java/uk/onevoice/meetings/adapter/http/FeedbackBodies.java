package uk.onevoice.meetings.adapter.http;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.MandateId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PracticeId;

/** What callers send on notes to practices, and how new things are called in the answer. */
final class FeedbackBodies {
  private FeedbackBodies() {}

  /**
   * @param words null to have the note made from the record
   */
  record DraftFeedbackNote(@Nullable String words, @Nullable List<UUID> aboutIds) {}

  record FeedbackDraftRef(MeetingId meetingId, MandateId mandateId, int draft) {}

  record FeedbackDraftNumber(int draft) {}

  record FeedbackVersionRef(MeetingId meetingId, MandateId mandateId, int version) {}

  record FeedbackReading(PracticeId practiceId, int version) {}

  record ReplyToFeedback(
      PracticeId practiceId, int version, String words, @Nullable List<UUID> aboutIds) {}
}
