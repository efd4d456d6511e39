/**
 * A service's events: append at an expected version, read a stream, read the log in commit order,
 * relay the log to Kafka. The log is the outbox (ADR 1); its positions are dense (ADR 2).
 */
@NullMarked
package uk.onevoice.eventstore;

import org.jspecify.annotations.NullMarked;
