package uk.onevoice.meetings.domain.series;

import java.util.UUID;

/** One nomination of one person. */
public record NominationId(UUID value) {}
