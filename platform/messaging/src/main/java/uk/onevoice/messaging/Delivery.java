package uk.onevoice.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event with the record that brought it.
 *
 * @param epoch the log's epoch when it was published
 */
record Delivery(HeardEvent event, int epoch, ConsumerRecord<byte[], byte[]> record) {}
