package uk.onevoice.seeds;

import java.io.Serial;

/** The demonstration could not be loaded; the message says which call failed, and why. */
public final class LoadFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  LoadFailure(String message) {
    super(message);
  }

  LoadFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
