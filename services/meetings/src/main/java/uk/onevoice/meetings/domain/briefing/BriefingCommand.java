package uk.onevoice.meetings.domain.briefing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PersonId;

/** What can be asked of a preparation, with the facts from elsewhere that its rules need. */
public sealed interface BriefingCommand {
  /**
   * @param positionRef what we think, null for nothing
   * @param askRef what we ask for, null for nothing
   */
  record WriteItem(
      Sitting sitting,
      ItemId itemId,
      @Nullable WordsRef positionRef,
      @Nullable WordsRef askRef,
      LocalDate today)
      implements BriefingCommand {}

  /**
   * @param known whether such an organisation is registered
   * @param whoRef who it is, null where nobody is named
   * @param items none for the whole meeting
   */
  record Expect(
      Sitting sitting,
      ExpectedId expectedId,
      OrganisationId organisationId,
      boolean known,
      @Nullable WordsRef whoRef,
      Set<ItemId> items,
      LocalDate today)
      implements BriefingCommand {}

  record ExpectNoLonger(MeetingId meetingId, ExpectedId expectedId) implements BriefingCommand {}

  /**
   * @param changeRef what has changed, null where nothing is said of it
   */
  record Issue(Sitting sitting, @Nullable WordsRef changeRef, Instant at, LocalDate today)
      implements BriefingCommand {}

  /**
   * @param goes whether they sit in the meeting or stand in, were named as coming, or were there
   */
  record Acknowledge(MeetingId meetingId, int version, PersonId personId, boolean goes, Instant at)
      implements BriefingCommand {}

  /**
   * @param known whether such an organisation is registered
   * @param on the day they talked
   * @param recordedAt now, by the clock of the service
   */
  record PreAlign(
      Sitting sitting,
      ItemId itemId,
      PreAlignmentId preAlignmentId,
      OrganisationId organisationId,
      boolean known,
      LocalDate on,
      boolean agreed,
      Instant recordedAt,
      LocalDate today)
      implements BriefingCommand {}

  record WithdrawPreAlignment(MeetingId meetingId, PreAlignmentId preAlignmentId)
      implements BriefingCommand {}

  /**
   * @param goes see {@link Acknowledge}
   * @param minutes 0 to take back what was said
   */
  record SayPreparationTime(MeetingId meetingId, PersonId personId, boolean goes, int minutes)
      implements BriefingCommand {}

  record CompletePreparation(MeetingId meetingId, Instant at) implements BriefingCommand {}
}
