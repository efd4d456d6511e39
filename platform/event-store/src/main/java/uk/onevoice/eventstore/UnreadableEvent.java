package uk.onevoice.eventstore;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A stored event that this version of the service cannot read. Names types, never values. */
public final class UnreadableEvent extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public UnreadableEvent(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
