package uk.onevoice.meetings.domain.papers;

import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;

/** What can be asked of a meeting's papers. */
public sealed interface PapersCommand {
  /**
   * @param itemId the item that it is for; null for the meeting
   * @param onAgenda whether the meeting has that item
   * @param mediaType told by its content
   */
  record File(
      MeetingId meetingId,
      PaperId paperId,
      @Nullable ItemId itemId,
      boolean onAgenda,
      WordsRef nameRef,
      String mediaType,
      int bytes,
      String sha256,
      boolean forGuests)
      implements PapersCommand {}

  /**
   * @param reasonRef null where nobody says why
   */
  record Withdraw(MeetingId meetingId, PaperId paperId, @Nullable WordsRef reasonRef)
      implements PapersCommand {}
}
