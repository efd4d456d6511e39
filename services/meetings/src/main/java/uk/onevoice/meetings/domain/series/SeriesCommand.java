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

/** What can be asked of a series, with the facts from elsewhere that its rules need. */
public sealed interface SeriesCommand {
  SeriesId seriesId();

  /**
   * @param days what the rule gives from {@code first} up to {@code until}, in their order, each
   *     with the id of the meeting that it would become
   */
  record Start(
      SeriesId seriesId,
      PlaceId placeId,
      UUID forumId,
      Label forum,
      RetentionClass retention,
      @Nullable WordsRef termsRef,
      @Nullable WordsRef linkRef,
      LocalDate first,
      Rule rule,
      Hours hours,
      LocalDate until,
      List<Occurrence> days,
      LocalDate today)
      implements SeriesCommand {
    public Start {
      days = List.copyOf(days);
    }
  }

  record ReviseTerms(
      SeriesId seriesId,
      RetentionClass retention,
      @Nullable WordsRef termsRef,
      @Nullable WordsRef linkRef)
      implements SeriesCommand {}

  /**
   * Time has gone on: more days of the rule become meetings.
   *
   * @param days what the rule gives up to {@code until}, with ids as for {@link Start}
   */
  record Plan(SeriesId seriesId, LocalDate until, List<Occurrence> days) implements SeriesCommand {
    public Plan {
      days = List.copyOf(days);
    }
  }

  /**
   * @param days what the new rule gives from {@code first} up to {@code until}, as for {@link
   *     Start}
   */
  record Reschedule(
      SeriesId seriesId,
      LocalDate from,
      LocalDate first,
      Rule rule,
      Hours hours,
      LocalDate until,
      List<Occurrence> days,
      LocalDate today)
      implements SeriesCommand {
    public Reschedule {
      days = List.copyOf(days);
    }
  }

  /**
   * @param inRule whether the rule that holds gives this day
   */
  record LeaveOut(SeriesId seriesId, LocalDate on, boolean inRule, LocalDate today)
      implements SeriesCommand {}

  /**
   * @param hours null for those of the series
   */
  record AddDay(
      SeriesId seriesId, LocalDate on, @Nullable Hours hours, MeetingId meetingId, LocalDate today)
      implements SeriesCommand {}

  record End(SeriesId seriesId, LocalDate end, LocalDate today) implements SeriesCommand {}

  /** What is asked of seats and of nominations for them. */
  sealed interface OfSeats extends SeriesCommand {}

  record AllocateSeat(
      SeriesId seriesId,
      SeatId seatId,
      Label label,
      @Nullable OrganisationId bodyId,
      LocalDate start)
      implements OfSeats {}

  record WithdrawSeat(SeriesId seriesId, SeatId seatId, LocalDate end) implements OfSeats {}

  /**
   * @param heldARole whether this person held a role with us on the first day
   */
  record Nominate(
      SeriesId seriesId,
      SeatId seatId,
      NominationId nominationId,
      PersonId personId,
      boolean heldARole,
      Part part,
      LocalDate start,
      @Nullable LocalDate end)
      implements OfSeats {}

  record EndNomination(SeriesId seriesId, NominationId nominationId, LocalDate end)
      implements OfSeats {}

  /**
   * @param heldARole as for {@link Nominate}
   */
  record CorrectNomination(
      SeriesId seriesId,
      NominationId nominationId,
      PersonId personId,
      boolean heldARole,
      Part part,
      LocalDate start,
      @Nullable LocalDate end)
      implements OfSeats {}

  record WithdrawNomination(SeriesId seriesId, NominationId nominationId) implements OfSeats {}
}
