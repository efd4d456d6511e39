package uk.onevoice.eventstore.relay;

import uk.onevoice.eventstore.StoredEvent;

/**
 * What is told of an event in a language of its own.
 *
 * @param by the event of which it is told; of the same event more may be told
 * @param type as whoever hears it knows it: {@code gp-position-published-1}
 * @param schema which schema describes the payload: {@code partner/GpPositionPublished-v1}
 * @param subject what it is about, for all who hear it to see
 * @param payload JSON text
 */
public record Told(StoredEvent by, String type, String schema, String subject, String payload) {}
