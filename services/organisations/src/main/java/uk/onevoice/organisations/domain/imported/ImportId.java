package uk.onevoice.organisations.domain.imported;

import java.util.UUID;

/** One uploaded file and what came of it. */
public record ImportId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
