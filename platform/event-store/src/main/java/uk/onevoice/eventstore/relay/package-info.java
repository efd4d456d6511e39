/**
 * Publishes a log to Kafka in commit order, as CloudEvents (ADR 3). The database is the truth: a
 * topic that was lost is filled again from the first event.
 */
@NullMarked
package uk.onevoice.eventstore.relay;

import org.jspecify.annotations.NullMarked;
