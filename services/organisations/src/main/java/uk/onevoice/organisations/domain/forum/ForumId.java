package uk.onevoice.organisations.domain.forum;

import java.util.UUID;

/** One forum of an ICS's list. */
public record ForumId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
