package uk.onevoice.meetings.domain.series;

import java.time.LocalDate;
import uk.onevoice.meetings.domain.MeetingId;

/** A day of a series, with the meeting that it is or becomes. */
public record Occurrence(MeetingId meetingId, LocalDate on) {}
