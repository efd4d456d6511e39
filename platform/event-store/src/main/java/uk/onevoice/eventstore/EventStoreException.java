package uk.onevoice.eventstore;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The store could not be reached or refused; nothing is known to be stored. */
public final class EventStoreException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public EventStoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
