package uk.onevoice.directory;

import java.util.UUID;

/** A registered person, by reference: no name is kept here. */
public record PersonId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
