package uk.onevoice.organisations.domain.place;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.place.PlaceCommand.DefinePlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.RevisePlace;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceDefined;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceRevised;
import uk.onevoice.organisations.domain.place.PlaceRejection.AlreadyDefined;
import uk.onevoice.organisations.domain.place.PlaceRejection.IcbNotOpen;
import uk.onevoice.organisations.domain.place.PlaceRejection.NotAnIcb;
import uk.onevoice.organisations.domain.place.PlaceRejection.NotDefined;
import uk.onevoice.testkit.DeciderRules;

class PlaceTest {
  private static final PlaceId ID = new PlaceId(new UUID(0, 1));
  private static final OrganisationId ICB = new OrganisationId("WYVICB01");
  private static final LocalDate START = LocalDate.of(2026, 4, 1);
  private static final PlaceDefined DEFINED = new PlaceDefined(ID, ICB, "Marl Valley", START);

  private final DeciderRules<PlaceCommand, Place, PlaceEvent, PlaceRejection> place =
      DeciderRules.of(Place.DECIDER);

  @Test
  void a_place_belongs_to_the_ics_of_an_icb() {
    place.given().when(define(Period.from(START))).then(DEFINED);
    place.given().when(define(null)).thenRejected(new NotAnIcb(ICB));
    place.given(DEFINED).when(define(Period.from(START))).thenRejected(new AlreadyDefined());
  }

  @Test
  void a_place_begins_while_its_icb_is_open() {
    var closed = new Period(LocalDate.MIN, START);
    place.given().when(define(closed)).thenRejected(new IcbNotOpen(ICB, START));
    var later = Period.from(START.plusDays(1));
    place.given().when(define(later)).thenRejected(new IcbNotOpen(ICB, START));
  }

  @Test
  void a_place_can_be_renamed() {
    var name = new Label("Marl Vale");
    place.given(DEFINED).when(new RevisePlace(name)).then(new PlaceRevised(ID, "Marl Vale"));
    place.given(DEFINED).when(new RevisePlace(new Label("Marl Valley"))).then();
    place.given().when(new RevisePlace(name)).thenRejected(new NotDefined());
  }

  @Test
  void what_has_happened_is_never_refused() {
    place.evolvesEvery(PlaceEvent.class, DEFINED, new PlaceRevised(ID, "Marl Vale"));
  }

  private static DefinePlace define(@Nullable Period icbOpen) {
    return new DefinePlace(ID, ICB, icbOpen, new Label("Marl Valley"), START);
  }
}
