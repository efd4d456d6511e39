package uk.onevoice.projection.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact that we hold to be so now.
 *
 * @param enteredFor the organisation for which it was entered, where somebody said so
 * @param stored whether it is a row already
 */
record Held<V extends FactValue>(
    Fact<V> fact, Instant knownFrom, @Nullable String enteredFor, boolean stored) {
  Held<V> written() {
    return stored ? this : new Held<>(fact, knownFrom, enteredFor, true);
  }
}
