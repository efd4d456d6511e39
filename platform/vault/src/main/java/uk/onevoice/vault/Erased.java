package uk.onevoice.vault;

import java.io.Serial;

/** Words about somebody who was erased are not kept. */
public final class Erased extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  Erased() {
    super("A person these words are about was erased.");
  }
}
