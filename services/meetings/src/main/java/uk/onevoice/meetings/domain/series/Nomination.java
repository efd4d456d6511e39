package uk.onevoice.meetings.domain.series;

import uk.onevoice.kernel.Period;
import uk.onevoice.meetings.domain.PersonId;

/** Somebody sits for general practice, or stands in, for a time. */
public record Nomination(SeatId seatId, PersonId personId, Part part, Period period) {}
