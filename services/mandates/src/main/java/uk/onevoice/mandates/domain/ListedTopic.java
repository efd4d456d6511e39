package uk.onevoice.mandates.domain;

import java.util.UUID;

/**
 * A topic of the ICS's list.
 *
 * @param topic what it was called when the mandate was written
 */
public record ListedTopic(UUID topicId, Topic topic) {}
