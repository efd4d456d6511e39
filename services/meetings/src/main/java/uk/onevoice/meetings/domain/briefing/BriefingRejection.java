package uk.onevoice.meetings.domain.briefing;

import java.time.LocalDate;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PersonId;

/** The rule that said no. */
public sealed interface BriefingRejection {
  record NoSuchItem(ItemId itemId) implements BriefingRejection {}

  /** What is written afterwards would look as if somebody had known it before. */
  record MeetingIsOver(LocalDate on) implements BriefingRejection {}

  record PartnerNotKnown(OrganisationId organisationId) implements BriefingRejection {}

  record NoItems(MeetingId meetingId) implements BriefingRejection {}

  /**
   * @param latest the version issued last, 0 for none
   */
  record NotTheLatest(int latest) implements BriefingRejection {}

  /** Who does not go is not briefed, whatever they have read. */
  record DoesNotGo(PersonId personId) implements BriefingRejection {}

  record StillToCome(LocalDate on) implements BriefingRejection {}

  record NotExpected(ExpectedId expectedId) implements BriefingRejection {}

  record NoSuchPreAlignment(PreAlignmentId preAlignmentId) implements BriefingRejection {}
}
