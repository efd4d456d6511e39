package uk.onevoice.projection.rebuild;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of the read model.
 *
 * @param name the schema that its facts are in
 * @param shape which service can read it: what that service calls its read model
 * @param startedBy who asked for it, see kernel's ActorRef; null where the service began by itself
 * @param changedAt when it came into its state
 * @param heard events heard of it, of {@code events}, when they were counted last
 * @param waitsFor what keeps it from going on; null where nothing does
 */
record ReadModel(
    String name,
    String shape,
    State state,
    Instant startedAt,
    @Nullable String startedBy,
    Instant changedAt,
    long heard,
    long events,
    @Nullable String waitsFor) {

  enum State {
    /** Asked for; there is nothing of it yet. */
    WANTED,
    /** Hears all events from the first one, without the indexes that only views need. */
    FILLING,
    /** Has its indexes, and hears what came meanwhile. */
    INDEXED,
    /** Views are answered from it. */
    SERVED,
    /** Goes on hearing, so that it can be served again at once. */
    KEPT,
    /** Is about to go. */
    DROPPING;

    boolean isBeingMade() {
      return this == WANTED || this == FILLING || this == INDEXED;
    }

    boolean hears() {
      return this != WANTED && this != DROPPING;
    }
  }
}
