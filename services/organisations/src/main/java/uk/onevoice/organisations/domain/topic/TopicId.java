package uk.onevoice.organisations.domain.topic;

import java.util.UUID;

/** One topic of an ICS's list. */
public record TopicId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
