package uk.onevoice.eventstore.relay;

import java.io.Serial;

/** Publishing cannot go on as it is; it starts again from the cursor. */
final class RelayInterrupted extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  RelayInterrupted(String reason) {
    super(reason);
  }

  RelayInterrupted(String reason, Throwable cause) {
    super(reason, cause);
  }
}
