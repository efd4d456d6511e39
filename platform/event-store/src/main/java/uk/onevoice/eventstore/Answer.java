package uk.onevoice.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * A stored HTTP answer, without the headers that follow from version and position.
 *
 * @param body JSON, null where the answer has none
 */
public record Answer(int status, @Nullable String location, @Nullable String body) {}
