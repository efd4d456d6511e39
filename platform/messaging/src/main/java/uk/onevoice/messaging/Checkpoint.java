package uk.onevoice.messaging;

import org.apache.kafka.common.TopicPartition;

/**
 * How far a consumer has come in a partition.
 *
 * @param topicId the topic it has read; another id under the same name is another topic
 * @param nextOffset what to read next in that topic
 * @param position place in the log of the last event heard, over all topics there have been
 * @param epoch the log's epoch, 0 until the first event
 */
record Checkpoint(
    TopicPartition partition, String topicId, long nextOffset, long position, int epoch) {}
