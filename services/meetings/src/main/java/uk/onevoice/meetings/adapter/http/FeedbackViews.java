package uk.onevoice.meetings.adapter.http;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.domain.MandateId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PracticeId;
import uk.onevoice.meetings.domain.feedback.FeedbackNote.Stage;

/** What is told of notes to practices; every field is explained in the OpenAPI document. */
final class FeedbackViews {
  private FeedbackViews() {}

  /**
   * @param draft null where there is none, and for practices
   * @param proposal what the record says; null for practices
   */
  record NoteView(
      MeetingId meetingId,
      Label forum,
      LocalDate on,
      MandateId mandateId,
      LocalDate dueOn,
      Stage state,
      boolean overdue,
      @Nullable DraftView draft,
      @Nullable String proposal,
      List<VersionView> sent) {}

  record DraftView(int draft, @Nullable String words, LocalDate on, boolean confirmed) {}

  /** The counts are null for practices. */
  record VersionView(
      int version,
      @Nullable String words,
      LocalDate on,
      @Nullable Integer practices,
      @Nullable Integer read,
      @Nullable Integer replied) {}

  record ReplyView(PracticeId practiceId, int version, @Nullable String words, LocalDate on) {}

  /** The counts are of the version sent last, and null before anything was sent. */
  record DueView(
      MeetingId meetingId,
      Label forum,
      LocalDate on,
      MandateId mandateId,
      LocalDate dueOn,
      Stage state,
      boolean overdue,
      @Nullable LocalDate sentOn,
      boolean late,
      @Nullable Integer practices,
      @Nullable Integer read,
      @Nullable Integer replied) {}

  record ReceivedView(
      MeetingId meetingId,
      Label forum,
      LocalDate on,
      MandateId mandateId,
      int version,
      LocalDate sentOn,
      boolean read,
      boolean replied) {}
}
