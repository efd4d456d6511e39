package uk.onevoice.organisations.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.place.Place;
import uk.onevoice.organisations.domain.place.PlaceId;

/** What is posted about places and neighbourhoods, and what they are answered as. */
interface PlaceBodies {
  record NewPlace(OrganisationId icsId, Label name, LocalDate start) {}

  record NewNeighbourhood(Label name, LocalDate start) {}

  record PlaceRef(PlaceId placeId) {}

  /**
   * @param from today where nothing is said
   */
  record PlaceName(Label name, @Nullable LocalDate from) {}

  record FirstDay(LocalDate start) {}

  record Moving(OrganisationId icsId, LocalDate from) {}

  /**
   * @param on the first day on which there is only the other
   */
  record Merging(PlaceId into, LocalDate on) {}

  /**
   * @param moving whether those who lie elsewhere leave there on that day
   */
  record NewPractices(
      List<OrganisationId> practiceIds, LocalDate start, @Nullable Boolean moving) {}

  /**
   * A place or neighbourhood as it is on the day it is asked for, with what is said of other days.
   *
   * @param end the first day after its last
   */
  record PlaceView(
      PlaceId placeId,
      String name,
      OrganisationId icsId,
      @Nullable String icsName,
      @Nullable PlaceId partOf,
      @Nullable String partOfName,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable PlaceId mergedInto,
      @Nullable String mergedIntoName,
      List<DatedName> names,
      List<DatedIcs> ics) {
    static PlaceView of(
        Place.Defined place, OrganisationId ics, LocalDate on, RegistryNames names) {
      return new PlaceView(
          place.id(),
          place.name(on),
          ics,
          names.of(ics.value()),
          place.partOf(),
          name(place.partOf(), names),
          place.open().start(),
          place.open().end(),
          place.into(),
          name(place.into(), names),
          place.names().entrySet().stream()
              .map(said -> new DatedName(said.getKey(), said.getValue()))
              .toList(),
          place.ics().entrySet().stream()
              .map(said ->
                  new DatedIcs(said.getKey(), said.getValue(), names.of(said.getValue().value())))
              .toList());
    }

    private static @Nullable String name(@Nullable PlaceId id, RegistryNames names) {
      return id == null ? null : names.of(id.toString());
    }
  }

  record DatedName(LocalDate from, String name) {}

  record DatedIcs(LocalDate from, OrganisationId icsId, @Nullable String icsName) {}

  /**
   * One member, whenever it belongs.
   *
   * @param end the first day after its last
   */
  record Belonging(
      UUID affiliationId,
      OrganisationId memberId,
      @Nullable String memberName,
      LocalDate start,
      @Nullable LocalDate end) {
    static Belonging of(uk.onevoice.directory.Directory.Belonging known) {
      return new Belonging(
          known.id(),
          new OrganisationId(known.member().value()),
          known.memberName(),
          known.period().start(),
          known.period().end());
    }
  }

  /**
   * @param end the first day after its last; null while it goes on
   */
  record Correction(LocalDate start, @Nullable LocalDate end) {}
}
