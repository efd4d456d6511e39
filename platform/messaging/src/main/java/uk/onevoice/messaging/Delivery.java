package uk.onevoice.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event with the record that brought it.
 *
 * @param epoch the log's epoch when it was published
 * @param topicId the topic it was read from
 * @param late whether the log was heard beyond its position before: it is a repetition, or a
 *     publisher went wrong
 */
record Delivery(
    HeardEvent event,
    int epoch,
    String topicId,
    boolean late,
    ConsumerRecord<byte[], byte[]> record) {}
