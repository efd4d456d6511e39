package uk.onevoice.eventstore;

import java.time.Instant;
import java.util.UUID;

/**
 * An event on its way to the store.
 *
 * @param id a version 7 UUID, drawn at the edge, so unique over all logs
 * @param type the name of its schema in contracts/events
 * @param payload a JSON object, valid against that schema
 */
public record NewEvent(
    UUID id, String type, int schemaVersion, String payload, Instant occurredAt) {}
