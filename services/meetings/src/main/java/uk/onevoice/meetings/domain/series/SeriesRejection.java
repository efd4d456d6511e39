package uk.onevoice.meetings.domain.series;

import java.time.LocalDate;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.SeriesId;

/** The rule that said no. */
public sealed interface SeriesRejection {
  record AlreadyStarted(SeriesId seriesId) implements SeriesRejection {}

  record NotStarted(SeriesId seriesId) implements SeriesRejection {}

  record HasEnded(LocalDate end) implements SeriesRejection {}

  /** What has been is not planned anew. */
  record DayHasPassed(LocalDate day) implements SeriesRejection {}

  /** The first day of a rule is one that it gives, so that intervals are counted from it. */
  record FirstDayNotInRule(LocalDate first) implements SeriesRejection {}

  /** A rule begins on or after the day from which it holds. */
  record BeginsTooEarly(LocalDate from) implements SeriesRejection {}

  /** Days in between would be lost: the old rule has not been planned as far as that. */
  record TooFarAhead(LocalDate latest) implements SeriesRejection {}

  record NoDayOfSeries(LocalDate on) implements SeriesRejection {}

  record DayTaken(LocalDate on) implements SeriesRejection {}

  record SeatThereAlready(SeatId seatId) implements SeriesRejection {}

  record NoSuchSeat(SeatId seatId) implements SeriesRejection {}

  record NoSuchNomination(NominationId nominationId) implements SeriesRejection {}

  record NominatedAlready(NominationId nominationId) implements SeriesRejection {}

  record EndsBeforeItStarts(LocalDate start) implements SeriesRejection {}

  /** Ending makes shorter; what should have been longer is corrected. */
  record EndsAlready(LocalDate end) implements SeriesRejection {}

  /** The seat is not there for all of the time. */
  record OutsideSeat(SeatId seatId) implements SeriesRejection {}

  /** Somebody else is nominated for some of the time. */
  record SeatTaken(NominationId nominationId) implements SeriesRejection {}

  /** The same person is nominated for the same seat for some of the time. */
  record SamePerson(NominationId nominationId) implements SeriesRejection {}

  /** The person held no role with us on the first day. */
  record PersonNotKnown(PersonId personId) implements SeriesRejection {}
}
