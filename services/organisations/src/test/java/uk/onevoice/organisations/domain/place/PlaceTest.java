package uk.onevoice.organisations.domain.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.place.PlaceCommand.ClosePlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.CorrectStart;
import uk.onevoice.organisations.domain.place.PlaceCommand.DefineNeighbourhood;
import uk.onevoice.organisations.domain.place.PlaceCommand.DefinePlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.MergePlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.MovePlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.ReopenPlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.RevisePlace;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceClosed;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceDefined;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceMerged;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceMoved;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceReopened;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceRevised;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceStartCorrected;
import uk.onevoice.organisations.domain.place.PlaceRejection.AlreadyDefined;
import uk.onevoice.organisations.domain.place.PlaceRejection.CannotGoOnThere;
import uk.onevoice.organisations.domain.place.PlaceRejection.ClosedAlready;
import uk.onevoice.organisations.domain.place.PlaceRejection.EndsBeforeItStarts;
import uk.onevoice.organisations.domain.place.PlaceRejection.IcbNotOpen;
import uk.onevoice.organisations.domain.place.PlaceRejection.IsNeighbourhood;
import uk.onevoice.organisations.domain.place.PlaceRejection.NotAnIcb;
import uk.onevoice.organisations.domain.place.PlaceRejection.NotClosed;
import uk.onevoice.organisations.domain.place.PlaceRejection.NotDefined;
import uk.onevoice.organisations.domain.place.PlaceRejection.PlaceNotOpen;
import uk.onevoice.organisations.domain.place.PlaceRejection.StartsAfterItsLastDay;
import uk.onevoice.organisations.domain.place.PlaceRejection.StartsInTheFuture;
import uk.onevoice.organisations.domain.place.PlaceRejection.UsedBefore;
import uk.onevoice.testkit.DeciderRules;

class PlaceTest {
  private static final PlaceId ID = new PlaceId(new UUID(0, 1));
  private static final PlaceId OTHER = new PlaceId(new UUID(0, 2));
  private static final PlaceId NORTH = new PlaceId(new UUID(0, 3));
  private static final OrganisationId ICB = new OrganisationId("WYVICB01");
  private static final OrganisationId NEXT_ICB = new OrganisationId("WYVICB02");
  private static final LocalDate START = LocalDate.of(2026, 4, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final PlaceDefined DEFINED = new PlaceDefined(ID, ICB, "Marl Valley", START, null);
  private static final PlaceDefined NEIGHBOURHOOD =
      new PlaceDefined(NORTH, ICB, "Marl North", JULY, ID);

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
  void a_neighbourhood_is_part_of_a_place_that_is_there_and_has_none_itself() {
    place.given().when(neighbourhood(known(DEFINED), JULY)).then(NEIGHBOURHOOD);
    place
        .given()
        .when(neighbourhood(known(DEFINED), START.minusDays(1)))
        .thenRejected(new PlaceNotOpen(START.minusDays(1)));
    place
        .given()
        .when(neighbourhood(known(NEIGHBOURHOOD), JULY))
        .thenRejected(new IsNeighbourhood());
  }

  @Test
  void a_place_has_another_name_from_a_day_on() {
    var name = new Label("Marl Vale");
    place
        .given(DEFINED)
        .when(new RevisePlace(name, JULY))
        .then(new PlaceRevised(ID, "Marl Vale", JULY));
    place.given(DEFINED).when(new RevisePlace(new Label("Marl Valley"), JULY)).then();
    place.given().when(new RevisePlace(name, JULY)).thenRejected(new NotDefined());
    place
        .given(DEFINED)
        .when(new RevisePlace(name, START.minusDays(1)))
        .thenRejected(new PlaceNotOpen(START.minusDays(1)));
    var renamed = known(DEFINED, new PlaceRevised(ID, "Marl Vale", JULY));
    assertThat(renamed.name(JULY.minusDays(1))).isEqualTo("Marl Valley");
    assertThat(renamed.name(JULY)).isEqualTo("Marl Vale");
    assertThat(renamed.name(LocalDate.MIN)).isEqualTo("Marl Valley");
  }

  @Test
  void a_word_about_an_earlier_day_replaces_those_about_later_ones() {
    var july = new PlaceRevised(ID, "Marl Vale", JULY);
    var start = new PlaceRevised(ID, "Marlside", START);
    place.given(DEFINED, july).when(new RevisePlace(new Label("Marlside"), START)).then(start);
    assertThat(known(DEFINED, july, start).names()).containsOnlyKeys(START);
    place
        .given(DEFINED, july)
        .when(new RevisePlace(new Label("Marl Valley"), START))
        .then(new PlaceRevised(ID, "Marl Valley", START));
  }

  @Test
  void a_place_lies_in_one_ics_at_a_time_and_moves_to_one_that_is_open() {
    var moved = new PlaceMoved(ID, NEXT_ICB, JULY);
    place.given(DEFINED).when(move(NEXT_ICB, Period.from(JULY), JULY)).then(moved);
    place.given(DEFINED, moved).when(move(NEXT_ICB, Period.from(JULY), OCTOBER)).then();
    place
        .given(DEFINED)
        .when(move(NEXT_ICB, Period.from(OCTOBER), JULY))
        .thenRejected(new IcbNotOpen(NEXT_ICB, JULY));
    place.given(DEFINED).when(move(NEXT_ICB, null, JULY)).thenRejected(new NotAnIcb(NEXT_ICB));
    place
        .given(DEFINED, new PlaceClosed(ID, JULY))
        .when(move(NEXT_ICB, Period.from(JULY), JULY))
        .thenRejected(new PlaceNotOpen(JULY));
    place
        .given(NEIGHBOURHOOD)
        .when(move(NEXT_ICB, Period.from(JULY), JULY))
        .thenRejected(new IsNeighbourhood());
    assertThat(known(DEFINED, moved).ics(JULY.minusDays(1))).isEqualTo(ICB);
    assertThat(known(DEFINED, moved).ics(JULY)).isEqualTo(NEXT_ICB);
  }

  @Test
  void a_move_on_a_wrong_day_is_corrected_by_saying_both_days() {
    var wrong = new PlaceMoved(ID, NEXT_ICB, JULY);
    var back = new PlaceMoved(ID, ICB, JULY);
    var right = new PlaceMoved(ID, NEXT_ICB, OCTOBER);
    place.given(DEFINED, wrong).when(move(ICB, Period.from(START), JULY)).then(back);
    place.given(DEFINED, wrong, back).when(move(NEXT_ICB, Period.from(JULY), OCTOBER)).then(right);
    assertThat(known(DEFINED, wrong, back, right).ics(OCTOBER.minusDays(1))).isEqualTo(ICB);
  }

  @Test
  void a_place_closes_and_the_day_can_be_corrected_or_taken_back() {
    var closed = new PlaceClosed(ID, JULY);
    place.given(DEFINED).when(new ClosePlace(JULY)).then(closed);
    place.given(DEFINED, closed).when(new ClosePlace(JULY)).then();
    place.given(DEFINED, closed).when(new ClosePlace(OCTOBER)).then(new PlaceClosed(ID, OCTOBER));
    place
        .given(DEFINED)
        .when(new ClosePlace(START))
        .thenRejected(new EndsBeforeItStarts(START, START));
    place.given(DEFINED, closed).when(new ReopenPlace()).then(new PlaceReopened(ID));
    place.given(DEFINED).when(new ReopenPlace()).thenRejected(new NotClosed());
  }

  @Test
  void what_was_said_of_days_after_the_last_does_not_come_back() {
    var reopened =
        known(
            DEFINED,
            new PlaceRevised(ID, "Marl Vale", OCTOBER),
            new PlaceMoved(ID, NEXT_ICB, OCTOBER),
            new PlaceClosed(ID, JULY),
            new PlaceReopened(ID));
    assertThat(reopened.name(OCTOBER)).isEqualTo("Marl Valley");
    assertThat(reopened.ics(OCTOBER)).isEqualTo(ICB);
    assertThat(reopened.open()).isEqualTo(Period.from(START));
  }

  @Test
  void the_first_day_is_corrected_to_an_earlier_or_a_later_one() {
    place.given(DEFINED).when(start(JANUARY)).then(new PlaceStartCorrected(ID, JANUARY, ICB));
    place.given(DEFINED).when(start(JULY)).then(new PlaceStartCorrected(ID, JULY, ICB));
    place.given(DEFINED).when(start(START)).then();
    place
        .given(NEIGHBOURHOOD)
        .when(new CorrectStart(START, TODAY, Period.from(START), null))
        .then(new PlaceStartCorrected(NORTH, START, ICB));
    place.given().when(start(JANUARY)).thenRejected(new NotDefined());
  }

  @Test
  void the_first_day_is_one_that_has_come_before_the_last_and_while_the_icb_or_place_is_there() {
    place.given(DEFINED).when(start(TODAY.plusDays(1))).thenRejected(new StartsInTheFuture(TODAY));
    place.given(DEFINED).when(start(TODAY)).then(new PlaceStartCorrected(ID, TODAY, ICB));
    place
        .given(DEFINED, new PlaceClosed(ID, JULY))
        .when(start(JULY))
        .thenRejected(new StartsAfterItsLastDay(JULY));
    place
        .given(DEFINED)
        .when(new CorrectStart(JANUARY, TODAY, Period.from(START), null))
        .thenRejected(new IcbNotOpen(ICB, JANUARY));
    place
        .given(DEFINED)
        .when(new CorrectStart(JANUARY, TODAY, null, null))
        .thenRejected(new IcbNotOpen(ICB, JANUARY));
    place
        .given(NEIGHBOURHOOD)
        .when(new CorrectStart(JANUARY, TODAY, Period.from(START), null))
        .thenRejected(new PlaceNotOpen(JANUARY));
  }

  @Test
  void a_place_is_there_when_the_first_practice_joins_it() {
    var always = Period.from(LocalDate.MIN);
    place
        .given(DEFINED)
        .when(new CorrectStart(OCTOBER, TODAY, always, JULY))
        .thenRejected(new UsedBefore(JULY));
    place
        .given(DEFINED)
        .when(new CorrectStart(JULY, TODAY, always, JULY))
        .then(new PlaceStartCorrected(ID, JULY, ICB));
  }

  @Test
  void what_was_said_of_days_before_the_first_falls_away() {
    var earlier = known(DEFINED, new PlaceStartCorrected(ID, JANUARY, ICB));
    assertThat(earlier.open()).isEqualTo(Period.from(JANUARY));
    assertThat(earlier.names()).containsExactly(Map.entry(JANUARY, "Marl Valley"));
    assertThat(earlier.ics()).containsExactly(Map.entry(JANUARY, ICB));
    var later =
        known(
            DEFINED,
            new PlaceRevised(ID, "Marl Vale", JULY),
            new PlaceMoved(ID, NEXT_ICB, OCTOBER),
            new PlaceStartCorrected(ID, JULY.plusDays(1), ICB));
    assertThat(later.names()).containsExactly(Map.entry(JULY.plusDays(1), "Marl Vale"));
    assertThat(later.ics())
        .containsExactly(Map.entry(JULY.plusDays(1), ICB), Map.entry(OCTOBER, NEXT_ICB));
  }

  @Test
  void a_place_goes_on_in_another_that_is_there() {
    var other = known(new PlaceDefined(OTHER, ICB, "Sedge", START, null));
    var merged = new PlaceMerged(ID, OTHER, JULY);
    place.given(DEFINED).when(new MergePlace(OTHER, other, JULY)).then(merged);
    place.given(DEFINED, merged).when(new MergePlace(OTHER, other, JULY)).then();
    place
        .given(DEFINED, merged)
        .when(new MergePlace(OTHER, other, OCTOBER))
        .thenRejected(new ClosedAlready(JULY));
    place
        .given(DEFINED, merged)
        .when(new ClosePlace(OCTOBER))
        .thenRejected(new ClosedAlready(JULY));
    place.given(DEFINED, merged).when(new ReopenPlace()).then(new PlaceReopened(ID));
    assertThat(known(DEFINED, merged).into()).isEqualTo(OTHER);
    assertThat(known(DEFINED, merged, new PlaceReopened(ID)).into()).isNull();
  }

  @Test
  void a_place_goes_on_in_no_neighbourhood_and_not_in_itself_or_what_is_not_there() {
    for (Place into :
        List.of(
            new Place.Absent(),
            known(DEFINED),
            known(NEIGHBOURHOOD),
            known(new PlaceDefined(OTHER, ICB, "Sedge", OCTOBER, null)))) {
      place
          .given(DEFINED)
          .when(new MergePlace(OTHER, into, JULY))
          .thenRejected(new CannotGoOnThere(JULY));
    }
    place
        .given(DEFINED)
        .when(new MergePlace(OTHER, new Place.Absent(), START))
        .thenRejected(new EndsBeforeItStarts(START, START));
  }

  @Test
  void what_has_happened_is_never_refused() {
    place.evolvesEvery(
        PlaceEvent.class,
        DEFINED,
        new PlaceRevised(ID, "Marl Vale", null),
        new PlaceMoved(ID, NEXT_ICB, START.minusDays(1)),
        new PlaceStartCorrected(ID, JULY, ICB),
        new PlaceClosed(ID, START.minusDays(1)),
        new PlaceMerged(ID, OTHER, JULY),
        new PlaceReopened(ID));
  }

  private static Place.Defined known(PlaceEvent... events) {
    return (Place.Defined) Place.DECIDER.fold(List.of(events));
  }

  private static DefinePlace define(@Nullable Period icbOpen) {
    return new DefinePlace(ID, ICB, icbOpen, new Label("Marl Valley"), START);
  }

  private static DefineNeighbourhood neighbourhood(Place.Defined of, LocalDate start) {
    return new DefineNeighbourhood(NORTH, of, new Label("Marl North"), start);
  }

  private static CorrectStart start(LocalDate day) {
    return new CorrectStart(day, TODAY, Period.from(LocalDate.MIN), null);
  }

  private static MovePlace move(OrganisationId ics, @Nullable Period icbOpen, LocalDate from) {
    return new MovePlace(ics, icbOpen, from);
  }
}
