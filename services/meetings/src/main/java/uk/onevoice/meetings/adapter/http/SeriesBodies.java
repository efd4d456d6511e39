package uk.onevoice.meetings.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.domain.Hours;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.SeriesId;
import uk.onevoice.meetings.domain.series.NominationId;
import uk.onevoice.meetings.domain.series.Part;
import uk.onevoice.meetings.domain.series.RetentionClass;
import uk.onevoice.meetings.domain.series.Rule;
import uk.onevoice.meetings.domain.series.SeatId;

/** What callers send about series and seats, and how new things are called in the answer. */
final class SeriesBodies {
  private SeriesBodies() {}

  record StartSeries(
      PlaceId placeId,
      UUID forumId,
      LocalDate first,
      Rule rule,
      Hours hours,
      RetentionClass retention,
      @Nullable String terms,
      @Nullable String link,
      @Nullable List<UUID> aboutIds) {}

  record SeriesTermsWish(
      RetentionClass retention,
      @Nullable String terms,
      @Nullable String link,
      @Nullable List<UUID> aboutIds) {}

  /**
   * @param from null for today
   */
  record RescheduleSeries(@Nullable LocalDate from, LocalDate first, Rule rule, Hours hours) {}

  record DayLeftOut(LocalDate on) {}

  /**
   * @param hours null for those of the series
   */
  record ExtraDay(LocalDate on, @Nullable Hours hours) {}

  record EndSeries(LocalDate end) {}

  record EndOn(LocalDate end) {}

  record AllocateSeat(Label label, @Nullable OrganisationId bodyId, LocalDate start) {}

  record Nominate(PersonId personId, Part part, LocalDate start, @Nullable LocalDate end) {}

  record NominationAsItShouldBe(
      PersonId personId, Part part, LocalDate start, @Nullable LocalDate end) {}

  record SeriesRef(SeriesId seriesId) {}

  record SeatRef(SeriesId seriesId, SeatId seatId) {}

  record NominationRef(SeriesId seriesId, NominationId nominationId) {}
}
