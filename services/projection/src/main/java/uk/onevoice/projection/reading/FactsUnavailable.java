package uk.onevoice.projection.reading;

import java.io.Serial;

/** The database did not answer. */
public final class FactsUnavailable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  FactsUnavailable(Throwable cause) {
    super("The facts could not be read.", cause);
  }
}
