package uk.onevoice.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.directory.ToldDirectory.id;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a place lies on a day. */
class DirectoryPlacesTest {
  private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
  private static final LocalDate LAST_OF_MARCH = LocalDate.parse("2026-03-31");
  private static final PlaceId MARL_VALLEY = new PlaceId(id("place"));

  @RegisterExtension static final ToldDirectory told = new ToldDirectory();

  private final Directory directory = told.directory();

  @Test
  void a_place_lies_in_the_ics_of_the_day_and_ends() {
    define(MARL_VALLEY, "");
    move("WYVICB03", "2026-05-01");
    move("WYVICB02", "2026-04-01");
    assertThat(icsOn(LAST_OF_MARCH)).isEqualTo("WYVICB01");
    assertThat(icsOn(APRIL)).isEqualTo("WYVICB02");
    assertThat(icsOn(LocalDate.parse("2026-06-01")))
        .as("an earlier day takes the word on later ones back")
        .isEqualTo("WYVICB02");

    told.hear("PlaceClosed", "{'placeId':'%s','end':'2026-09-01'}", MARL_VALLEY);
    assertThat(end()).isEqualTo("2026-09-01");
    told.hear("PlaceReopened", "{'placeId':'%s'}", MARL_VALLEY);
    assertThat(end()).isNull();
    told.hear(
        "PlaceMerged", "{'placeId':'%s','into':'%s','on':'2026-10-01'}", MARL_VALLEY, id("other"));
    assertThat(end()).isEqualTo("2026-10-01");
  }

  @Test
  void a_place_that_began_on_another_day_lies_from_then_on_where_it_lay_on_that_day() {
    define(MARL_VALLEY, "");
    move("WYVICB02", "2026-04-01");
    started("2025-10-01", "WYVICB01");
    assertThat(icsOn(LAST_OF_MARCH)).isEqualTo("WYVICB01");
    assertThat(icsOn(APRIL)).isEqualTo("WYVICB02");

    started("2026-06-01", "WYVICB02");
    assertThat(icsOn(LAST_OF_MARCH)).as("before its first day, its first").isEqualTo("WYVICB02");
    started("2026-01-01", "WYVICB02");
    assertThat(icsOn(LAST_OF_MARCH)).isEqualTo("WYVICB02");
    move("WYVICB03", "2026-04-01");
    assertThat(icsOn(LAST_OF_MARCH)).isEqualTo("WYVICB02");
    assertThat(icsOn(APRIL)).isEqualTo("WYVICB03");
  }

  @Test
  void a_neighbourhood_lies_where_its_place_lies() {
    var north = new PlaceId(id("north"));
    define(MARL_VALLEY, "");
    define(north, ",'partOf':'" + MARL_VALLEY + "'");
    move("WYVICB02", "2026-04-01");

    var place = directory.place(north, APRIL).orElseThrow();
    assertThat(place.ics()).isEqualTo(new OrganisationId("WYVICB02"));
    assertThat(place.partOf()).isEqualTo(MARL_VALLEY);
  }

  private void define(PlaceId place, String more) {
    told.hear(
        "PlaceDefined",
        "{'placeId':'%s','icsId':'WYVICB01','name':'Marl','start':'2026-01-01'%s}",
        place,
        more);
  }

  private void move(String ics, String from) {
    told.hear("PlaceMoved", "{'placeId':'%s','icsId':'%s','from':'%s'}", MARL_VALLEY, ics, from);
  }

  private void started(String day, String ics) {
    told.hear(
        "PlaceStartCorrected", "{'placeId':'%s','start':'%s','icsId':'%s'}", MARL_VALLEY, day, ics);
  }

  private String icsOn(LocalDate day) {
    return directory.place(MARL_VALLEY, day).orElseThrow().ics().value();
  }

  private @Nullable LocalDate end() {
    return directory.place(MARL_VALLEY, APRIL).orElseThrow().end();
  }
}
