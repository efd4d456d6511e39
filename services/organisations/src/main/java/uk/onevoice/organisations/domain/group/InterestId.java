package uk.onevoice.organisations.domain.group;

import java.util.UUID;

/** One declared interest. */
public record InterestId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
