package uk.onevoice.organisations.domain.group;

import java.util.UUID;

/** One round of the trust pulse. */
public record PulseId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
