package uk.onevoice.projection.representation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.projection.reading.IcsFootprint.Chosen;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.security.Actor.PersonActor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Parts;

/**
 * Asks which parts of a place the caller sees, in all the capacities of the request together. Those
 * who are refused a place's meetings and relationships elsewhere are no general practice of it
 * here.
 */
@ApplicationScoped
public class Audiences {
  private static final List<String> ROWS = Arrays.stream(Part.values()).map(Part::row).toList();

  private final Parts parts;
  private final CurrentActor actor;

  Audiences(Parts parts, CurrentActor actor) {
    this.parts = parts;
    this.actor = actor;
  }

  /** The person who asks; null for a system. */
  @Nullable String person() {
    return actor.get() instanceof PersonActor person ? person.person().toString() : null;
  }

  /** What the caller sees of any place, whatever they are there. */
  Audience ofAnyPlace() {
    return new Audience(
        Stream.of(Part.LIVE, Part.COVERAGE)
            .filter(part -> parts.shows(part.row()))
            .collect(Collectors.toSet()));
  }

  /**
   * What the caller sees of a whole ICS: what they see of each of its places.
   *
   * @param registry at the time asked for
   */
  public Audience ofIcs(Snapshot registry, String odsCode, Chosen chosen) {
    return new IcsRepresentations(registry, odsCode, chosen, this::of, ofAnyPlace()).whole();
  }

  /** Nothing, where that cannot be the id of a place. */
  public Audience of(String placeId) {
    PlaceId place;
    try {
      place = new PlaceId(UUID.fromString(placeId));
    } catch (IllegalArgumentException noPlace) {
      return new Audience(Set.of());
    }
    Set<String> shown = parts.shown(ROWS, place);
    return new Audience(
        Arrays.stream(Part.values())
            .filter(part -> shown.contains(part.row()))
            .collect(Collectors.toSet()));
  }
}
