package uk.onevoice.organisations.domain.person;

import java.util.UUID;

/** A person, by reference only. */
public record PersonId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
