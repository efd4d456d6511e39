/**
 * Hearing events from Kafka: rows and checkpoint commit together, so an event has its effect once;
 * what cannot be applied parks its stream and holds nobody else up (ADR 4).
 */
@NullMarked
package uk.onevoice.messaging;

import org.jspecify.annotations.NullMarked;
