package uk.onevoice.projection.freshness;

import java.io.Serial;

/** The database did not answer. */
public final class FreshnessUnknown extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  FreshnessUnknown(Throwable cause) {
    super("How far the logs have been heard could not be read.", cause);
  }
}
