package uk.onevoice.mandates.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a practice belonged on the day that something is about.
 *
 * @param place null when it belonged to none
 * @param bodies PCNs, federations and LMCs of which it was a member
 */
public record Belonging(@Nullable PlaceId place, Set<OrganisationId> bodies) {
  public Belonging {
    bodies = Set.copyOf(bodies);
  }

  boolean isTo(PlaceId other) {
    return other.equals(place);
  }
}
