package uk.onevoice.meetings.domain.series;

import java.util.UUID;

/** A seat of a forum for general practice. */
public record SeatId(UUID value) {}
