package uk.onevoice.mandates.domain.position;

import java.util.UUID;

/** One body's position on one issue; it follows from the two. */
public record PositionId(UUID value) {}
