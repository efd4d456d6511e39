package uk.onevoice.vault;

import java.io.Serial;

/** The vault or its keys cannot be reached, or what they hold is damaged. Never holds any words. */
public final class VaultUnavailable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  VaultUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
