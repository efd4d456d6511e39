package uk.onevoice.messaging;

import java.io.Serial;

/** A record that is not one of a log's events. Names headers, never values. */
public final class Unreadable extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  Unreadable(String reason) {
    super(reason);
  }
}
