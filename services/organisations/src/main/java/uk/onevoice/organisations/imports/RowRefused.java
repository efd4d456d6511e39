package uk.onevoice.organisations.imports;

import java.io.Serial;

/** A row cannot be used; the others of its file can. */
final class RowRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  RowRefused(String reason) {
    super(reason, null, false, false);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
