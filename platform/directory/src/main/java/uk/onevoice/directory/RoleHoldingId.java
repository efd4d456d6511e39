package uk.onevoice.directory;

import java.util.UUID;

/** One person's term in one role; what {@code X-Acting-As} names. */
public record RoleHoldingId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
