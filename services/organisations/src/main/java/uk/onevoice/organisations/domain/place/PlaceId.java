package uk.onevoice.organisations.domain.place;

import java.util.UUID;

/** One of our places. */
public record PlaceId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
