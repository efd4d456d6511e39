package uk.onevoice.meetings.domain.papers;

import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;

/** What has happened to a meeting's papers. The schemas are in contracts/events/meetings. */
public sealed interface PapersEvent {
  /**
   * @param itemId the item that it is for; null for the meeting
   * @param sha256 of its content, in hexadecimal
   */
  record PaperFiled(
      MeetingId meetingId,
      PaperId paperId,
      @Nullable ItemId itemId,
      WordsRef nameRef,
      String mediaType,
      int bytes,
      String sha256,
      boolean forGuests)
      implements PapersEvent {}

  record PaperWithdrawn(MeetingId meetingId, PaperId paperId, @Nullable WordsRef reasonRef)
      implements PapersEvent {}
}
