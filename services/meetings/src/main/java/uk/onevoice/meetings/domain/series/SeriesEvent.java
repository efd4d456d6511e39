package uk.onevoice.meetings.domain.series;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.domain.Hours;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.SeriesId;

/** What has happened to a series. The schemas are in contracts/events/meetings. */
public sealed interface SeriesEvent {
  record SeriesStarted(
      SeriesId seriesId,
      PlaceId placeId,
      UUID forumId,
      Label forum,
      RetentionClass retention,
      @Nullable WordsRef termsRef,
      @Nullable WordsRef linkRef,
      LocalDate first,
      Rule rule,
      Hours hours)
      implements SeriesEvent {}

  record SeriesTermsRevised(
      SeriesId seriesId,
      RetentionClass retention,
      @Nullable WordsRef termsRef,
      @Nullable WordsRef linkRef)
      implements SeriesEvent {}

  record OccurrencesPlanned(SeriesId seriesId, LocalDate until, List<Occurrence> occurrences)
      implements SeriesEvent {
    public OccurrencesPlanned {
      occurrences = List.copyOf(occurrences);
    }
  }

  /**
   * @param occurrences the days of the new rule, with meetings that have moved to them and new ones
   * @param dropped meetings that no longer take place
   */
  record SeriesRescheduled(
      SeriesId seriesId,
      LocalDate from,
      LocalDate first,
      Rule rule,
      Hours hours,
      LocalDate until,
      List<Occurrence> occurrences,
      List<MeetingId> dropped)
      implements SeriesEvent {
    public SeriesRescheduled {
      occurrences = List.copyOf(occurrences);
      dropped = List.copyOf(dropped);
    }
  }

  record OccurrenceLeftOut(SeriesId seriesId, LocalDate on, @Nullable MeetingId meetingId)
      implements SeriesEvent {}

  record OccurrenceAdded(SeriesId seriesId, LocalDate on, Hours hours, MeetingId meetingId)
      implements SeriesEvent {}

  record SeriesEnded(SeriesId seriesId, LocalDate end, List<MeetingId> dropped)
      implements SeriesEvent {
    public SeriesEnded {
      dropped = List.copyOf(dropped);
    }
  }

  record SeatAllocated(
      SeriesId seriesId,
      SeatId seatId,
      Label label,
      @Nullable OrganisationId bodyId,
      LocalDate start)
      implements SeriesEvent {}

  record SeatWithdrawn(SeriesId seriesId, SeatId seatId, LocalDate end) implements SeriesEvent {}

  record RepresentativeNominated(
      SeriesId seriesId,
      SeatId seatId,
      NominationId nominationId,
      PersonId personId,
      Part part,
      LocalDate start,
      @Nullable LocalDate end)
      implements SeriesEvent {}

  record NominationEnded(SeriesId seriesId, NominationId nominationId, LocalDate end)
      implements SeriesEvent {}

  /**
   * @param void_ true where it never was, null otherwise
   */
  record NominationCorrected(
      SeriesId seriesId,
      NominationId nominationId,
      PersonId personId,
      Part part,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable Boolean void_)
      implements SeriesEvent {}
}
