package uk.onevoice.feeds.log;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of the log, without who else may hear it.
 *
 * @param position its place in the log; never told
 * @param id of the message, never told: readers get one of their own
 * @param recordedAt with the id, which event it is; never told
 */
public record FeedEvent(
    long position,
    UUID id,
    Instant recordedAt,
    String type,
    String subject,
    Instant time,
    String dataref,
    @Nullable String place,
    @Nullable String topic,
    @Nullable String ics) {}
