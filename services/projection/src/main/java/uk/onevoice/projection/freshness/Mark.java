package uk.onevoice.projection.freshness;

import java.time.Instant;

/**
 * How far a partition was applied: another one whenever somebody has applied something.
 *
 * @param position the highest that was applied
 * @param appliedAt when that was written, by the database's clock
 */
public record Mark(long position, Instant appliedAt) {}
