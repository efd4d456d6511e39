package uk.onevoice.testkit.history;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as a service would publish it.
 *
 * @param log the service whose event it is: organisations, mandates, meetings, relationships
 * @param stream its key; versions of a stream begin at 1 and have no gaps
 * @param position its place in the service's log, from 1 without gaps
 * @param schemaVersion of its shape in {@code contracts/events}
 * @param payload JSON, valid by that shape
 * @param recordedAt when it was recorded, which is when it occurred; a log's never go back
 * @param actor as the kernel's ActorRef writes it
 */
public record Told(
    String log,
    String stream,
    long version,
    long position,
    UUID id,
    String type,
    int schemaVersion,
    String payload,
    Instant recordedAt,
    String actor) {}
