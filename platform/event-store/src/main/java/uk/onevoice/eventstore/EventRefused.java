package uk.onevoice.eventstore;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A defect: the store cannot do what it was asked, however often it is asked. */
public final class EventRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public EventRefused(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
