/** The feed through Kafka itself: a topic for each system that asks. */
@NullMarked
package uk.onevoice.feeds.kafka;

import org.jspecify.annotations.NullMarked;
