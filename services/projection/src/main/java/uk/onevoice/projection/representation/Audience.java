package uk.onevoice.projection.representation;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** For whom a view of a place is made: the parts that they see. */
public record Audience(Set<Part> parts) {
  public Audience {
    parts = Set.copyOf(parts);
  }

  public boolean sees(Part part) {
    return parts.contains(part);
  }

  /**
   * General practice sees each event at once; others see the week as it began. So does whoever is
   * shown no more than counts: of two that were taken at any moment the difference would tell.
   */
  public boolean isLive() {
    return sees(Part.LIVE)
        && (sees(Part.SLOTS) || !sees(Part.SLOT_COUNTS))
        && (sees(Part.INFLUENCE) || !sees(Part.INFLUENCE_COUNTS));
  }

  /**
   * What they see of each of these places: of the whole, whoever sees more of one is told no more.
   */
  static Audience ofAll(Collection<Audience> places) {
    Set<Part> parts = EnumSet.allOf(Part.class);
    places.forEach(place -> parts.retainAll(place.parts()));
    return new Audience(parts);
  }

  /** What an answer for them depends on, in words that stay the same. */
  public String key() {
    return parts.stream().sorted().toList().toString();
  }
}
