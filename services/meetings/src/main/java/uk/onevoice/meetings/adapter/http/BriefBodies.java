package uk.onevoice.meetings.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.briefing.ExpectedId;
import uk.onevoice.meetings.domain.briefing.PreAlignmentId;

/** What callers send before a meeting, and how new things are called in the answer. */
final class BriefBodies {
  private BriefBodies() {}

  /**
   * @param aboutIds the people whom the words name, so that these go when they are erased
   */
  record WriteBriefItem(
      ItemId itemId,
      @Nullable String position,
      @Nullable String ask,
      @Nullable List<UUID> aboutIds) {}

  /**
   * @param who with name and office, null where nobody is named
   * @param itemIds null for the whole meeting
   */
  record ExpectPartner(
      OrganisationId organisationId,
      @Nullable String who,
      @Nullable List<UUID> aboutIds,
      @Nullable List<UUID> itemIds) {}

  record ExpectedRef(MeetingId meetingId, ExpectedId expectedId) {}

  record IssueBrief(@Nullable String change, @Nullable List<UUID> aboutIds) {}

  record BriefVersionRef(MeetingId meetingId, int version) {}

  record AcknowledgeBrief(int version) {}

  record PreparationTime(int minutes) {}

  record RecordPreAlignment(
      ItemId itemId, OrganisationId organisationId, LocalDate on, boolean agreed) {}

  record PreAlignmentRef(MeetingId meetingId, PreAlignmentId preAlignmentId) {}

  /** Says nothing: the path says it all. */
  record Nothing() {}
}
