package uk.onevoice.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A leadership group on a day.
 *
 * @param id the same as that of the body it is in the registry
 * @param name as the registry has it; empty while it has not been heard
 * @param places none for the whole ICS
 * @param end the first day after its last; null while it is there
 */
public record LeadershipGroup(
    OrganisationId id,
    String name,
    OrganisationId ics,
    List<PlaceId> places,
    LocalDate start,
    @Nullable LocalDate end) {
  public LeadershipGroup {
    places = List.copyOf(places);
  }
}
