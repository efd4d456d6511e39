package uk.onevoice.organisations.domain.succession;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.place.Place;

/**
 * What children hang on: an organisation, or a place that goes on in another.
 *
 * @param end the first day after its last, null while it is open
 * @param successors by the day on which they followed; empty where that was taken back
 */
public record Body(
    OrganisationId id, @Nullable LocalDate end, Map<LocalDate, List<OrganisationId>> successors) {

  public static Body of(Registered known) {
    return new Body(known.id(), known.record().end(), known.successors());
  }

  public static Body of(Place.Defined place) {
    var end = place.open().end();
    var into = place.into();
    return new Body(
        new OrganisationId(place.id().toString()),
        end,
        end == null || into == null
            ? Map.of()
            : Map.of(end, List.of(new OrganisationId(into.toString()))));
  }

  boolean isClosed(LocalDate on) {
    return end != null && !end.isAfter(on);
  }
}
