package uk.onevoice.eventstore;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An outage: the store could not be reached or did not answer in time. The events are stored or
 * not, never in part; the same request with the same key may be sent again later.
 */
public final class EventStoreException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public EventStoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
