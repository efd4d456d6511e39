package uk.onevoice.service.wiring;

import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.relay.Telling;

/**
 * That the service's log is told in another language. A service has a bean of this kind for each of
 * them.
 *
 * @param topic where to; null where nobody is told
 */
public record ToldLog(@Nullable String topic, Telling telling) {}
