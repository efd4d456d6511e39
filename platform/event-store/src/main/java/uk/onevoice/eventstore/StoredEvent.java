package uk.onevoice.eventstore;

import java.time.Instant;
import java.util.UUID;

/**
 * A committed event.
 *
 * @param position its place in the service's log: 1, 2, 3 … in commit order, without gaps
 * @param version its place in its stream: 1, 2, 3 … without gaps
 * @param recordedAt when the store took it: the time from which we knew
 */
public record StoredEvent(
    long position,
    String stream,
    long version,
    UUID id,
    String type,
    int schemaVersion,
    String payload,
    Instant occurredAt,
    Instant recordedAt,
    Metadata metadata) {}
