package uk.onevoice.directory;

import java.util.UUID;

/** A place within an ICS. */
public record PlaceId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
