package uk.onevoice.feeds.kafka;

import uk.onevoice.feeds.readers.Reader;

/**
 * The topic of a system that asked for one.
 *
 * @param name in Kafka; says nothing but for which organisation it is
 * @param reader who asked, and for which organisation
 * @param subject of its sign-in, by which Kafka knows it
 * @param position up to there, all of the log that the reader may hear is on the topic
 * @param granted whether it was said last that the subject may read it
 * @param ended whether it is to be deleted: given up, or the system asks for another organisation
 * @param allowed whether the reader may hear the feed now
 */
record PartnerTopic(
    String name,
    Reader reader,
    String subject,
    long position,
    boolean granted,
    boolean ended,
    boolean allowed) {}
