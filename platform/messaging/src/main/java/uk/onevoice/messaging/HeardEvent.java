package uk.onevoice.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came from a topic.
 *
 * @param log the service that owns it: organisations, mandates …
 * @param stream its key; events of one stream come in order
 * @param position its place in the service's log
 * @param payload JSON text
 * @param actor a reference, see kernel's ActorRef
 */
public record HeardEvent(
    String log,
    int partition,
    long offset,
    String stream,
    long version,
    long position,
    UUID id,
    String type,
    int schemaVersion,
    String payload,
    Instant occurredAt,
    Instant recordedAt,
    String actor,
    @Nullable String actingFor,
    @Nullable UUID correlationId) {}
