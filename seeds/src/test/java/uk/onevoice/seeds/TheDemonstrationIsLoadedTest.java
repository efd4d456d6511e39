package uk.onevoice.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The demonstration, entered through the public API, as the pages show it. */
class TheDemonstrationIsLoadedTest {
  /** The LMC's practices lie in all three places, so its officer sees all of each. */
  private static final String GRACE = "grace.ndukwe-hale";

  /** A day whose figures stay the same, whenever the test runs. */
  private static final String ON_THE_DAY = "?asOf=2026-11-22";

  @Test
  void many_voices_against_one() {
    JsonNode ics = Wyvern.as(GRACE).get("/v1/ics/" + Wyvern.ICB + "/structure" + ON_THE_DAY);
    assertThat(ics.path("name").asText()).containsIgnoringCase("Wyvern and Marlshire");
    assertThat(ics.path("practices").asInt()).isEqualTo(204);
    assertThat(ics.path("pcns").asInt()).isEqualTo(39);
    assertThat(ics.path("practicesWithoutPcn").asInt()).isZero();
    assertThat(ics.path("subIcbs").asInt()).isEqualTo(1);
    assertThat(ics.path("trusts").asInt()).isEqualTo(3);
    assertThat(ics.path("trustSectors").path("ACUTE").asInt()).isEqualTo(1);
    assertThat(ics.path("councils").asInt()).isEqualTo(1);
    assertThat(ics.path("federations").asInt()).isEqualTo(2);
    assertThat(ics.path("practicesInFederation").asInt()).isEqualTo(104);
    assertThat(ics.path("lmcs").asInt()).isEqualTo(1);
    assertThat(ics.path("registeredPatients").asLong()).isEqualTo(1_930_400);
    assertThat(ics.path("listSizeMonth").asText()).isEqualTo("2026-10");
    assertThat(ics.path("places")).hasSize(3);
  }

  @Test
  void marl_valley_has_a_group_with_vacant_seats_and_tarrow_coast_has_none() {
    JsonNode group =
        Wyvern.as(GRACE).get("/v1/groups?placeId=" + Wyvern.place("Marl Valley")).at("/items/0");
    assertThat(group.path("seats").asInt())
        .as("9 PCNs, federation, LMC and one more")
        .isEqualTo(12);
    assertThat(group.path("vacant").asInt()).isEqualTo(9);
    JsonNode places = Wyvern.as(GRACE).get("/v1/places?ics=" + Wyvern.ICB).path("items");
    assertThat(places).hasSize(3);
    for (JsonNode place : places) {
      assertThat(place.path("leadershipGroups").asInt())
          .as(place.path("name").asText())
          .isEqualTo(place.path("name").asText().equals("Tarrow Coast") ? 0 : 1);
    }
  }

  @Test
  void marl_valley_speaks_for_38_of_45_practices() {
    JsonNode topic = communityServices("Marl Valley");
    assertThat(topic.path("denominator").asInt()).isEqualTo(45);
    assertAnswers(topic.path("practices"), 38, 3, 2, 2);
    assertAnswers(topic.path("patients"), 341_200, 33_900, 28_100, 18_100);
    assertAnswers(topic.path("patientsPercent"), 81, 8, 7, 4);
  }

  /** The README's tour takes the first, and answers on community services. */
  @Test
  void the_mandate_of_marl_valley_that_is_listed_first_is_on_community_services() {
    JsonNode mandates =
        Wyvern.as(GRACE).get("/v1/mandates?placeId=" + Wyvern.place("Marl Valley")).path("items");
    assertThat(mandates.findValuesAsText("topic")).startsWith("community-services", "workforce");
  }

  @Test
  void wyvern_city_speaks_for_52_of_88_practices() {
    JsonNode topic = communityServices("Wyvern City");
    assertThat(topic.path("denominator").asInt()).isEqualTo(88);
    assertAnswers(topic.path("practices"), 52, 9, 6, 21);
    assertAnswers(topic.path("patients"), 535_200, 84_600, 63_700, 185_400);
  }

  @Test
  void five_of_24_assessed_outcomes_changed_in_marl_valley() {
    JsonNode influence = measure("Marl Valley", "M7");
    assertThat(influence.path("itemsAttended").asInt()).isEqualTo(31);
    assertThat(influence.path("numerator").asInt()).isEqualTo(5);
    assertThat(influence.path("denominator").asInt()).isEqualTo(24);
    assertThat(influence.path("influenced").path("low").asInt()).isEqualTo(9);
    assertThat(influence.path("influenced").path("high").asInt()).isEqualTo(40);
  }

  @Test
  void key_relationships_are_set_where_there_is_a_federation() {
    // A slot is there from the day it was entered, which is today.
    JsonNode marlValley = representation("Marl Valley", "").path("M2");
    assertThat(marlValley.path("denominator").asInt()).isEqualTo(8);
    assertThat(marlValley.path("numerator").asInt())
        .as("6 in November 2026, and fewer as its contacts grow old")
        .isEqualTo(
            DemonstrationTest.slotsInContact(
                "Marl Valley", LocalDate.parse(marlValley.path("asOf").asText())));
    assertThat(representation("Wyvern City", "").path("M2").path("denominator").asInt())
        .isEqualTo(8);
  }

  @Test
  void marl_valley_has_come_a_long_way_in_a_year() {
    String yearAgo = "?asOf=" + Wyvern.today().minusDays(366);
    JsonNode then = representation("Marl Valley", yearAgo);
    assertThat(topic(then, "community-services").at("/practices/granted").asInt()).isEqualTo(21);
    assertThat(then.path("M2").path("denominator").asInt()).isEqualTo(8);
    assertThat(then.path("M2").path("numerator").asInt()).isEqualTo(4);
    assertThat(then.path("M7").path("denominator").asInt()).isGreaterThanOrEqualTo(10);
    assertThat(then.path("M7").path("numerator").asInt()).isBetween(1, 5);
    JsonNode city = representation("Wyvern City", yearAgo);
    assertThat(topic(city, "community-services").at("/practices/granted").asInt()).isEqualTo(47);
  }

  @Test
  void what_happened_before_last_year_was_recorded_then() throws SQLException {
    for (String service : List.of("mandates", "meetings", "relationships")) {
      try (var connection = Wyvern.system().databases().get(service).connect();
          var statement = connection.createStatement();
          var row =
              statement.executeQuery(
                  "select count(*) from event where recorded_at < now() - interval '366 days'")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getInt(1)).as(service).isGreaterThan(20);
      }
    }
  }

  /** None of them waits for the Monday after the load. */
  @Test
  void partners_see_what_they_share_and_the_figures_of_the_week() {
    String place = "/v1/places/" + Wyvern.place("Marl Valley");
    for (String partner : List.of("partner-client", "rowan.pike", "sunita.pellow")) {
      JsonNode shared = Wyvern.as(partner).get(place + "/matrix");
      assertThat(shared.path("view").asText()).isEqualTo("SHARED");
      assertThat(shared.path("forums").findValuesAsText("label"))
          .as(partner)
          .contains("Marl Valley place board");
      for (JsonNode forum : shared.path("forums")) {
        if (forum.path("label").asText().equals("Marl Valley place board")) {
          assertThat(forum.path("personIds")).as("who goes").hasSize(2);
          assertThat(forum.path("canAgree").findValuesAsText("granted")).contains("38");
        }
      }
    }
    for (String partner : List.of("partner-client", "rowan.pike", "sunita.pellow")) {
      JsonNode measures = Wyvern.as(partner).get(place + "/representation").path("measures");
      assertThat(topic(measures, "community-services").path("numerator").asInt())
          .as(partner)
          .isEqualTo(38);
    }
  }

  @Test
  void no_measure_of_marl_valley_is_without_figures_today_or_a_year_ago() {
    for (String day : List.of("", "?asOf=" + Wyvern.today().minusDays(365))) {
      JsonNode measures = representation("Marl Valley", day);
      for (JsonNode measure : measures) {
        assertThat(measure.path("withheld").asBoolean()).as(measure.toString()).isFalse();
      }
      List<String> empty = new ArrayList<>();
      measures
          .properties()
          .forEach(measure -> {
            if (measure.getValue().path("denominator").asInt() == 0) {
              empty.add(measure.getKey());
            }
          });
      // M13 has no figure over both sides; of M10 and M14 nothing may be due on a day; seats (M11)
      // are known since the place board has a series.
      assertThat(empty).as("figures out of nothing %s", day).isSubsetOf("M10", "M11", "M13", "M14");
      assertThat(measures.at("/M8/numerator").asInt()).as("agreed beforehand").isPositive();
      assertThat(measures.at("/M12/numerator").asInt()).as("minutes a week").isPositive();
    }
    assertThat(
            representation("Marl Valley", "?asOf=" + Wyvern.today().minusDays(365))
                .at("/M16/numerator")
                .asInt())
        .as("a joint group to which nothing was missing")
        .isEqualTo(1);
  }

  @Test
  void nobody_says_any_more_when_something_was_recorded() {
    Instant lastYear = Instant.now().minus(Duration.ofDays(365));
    for (String path :
        List.of("/v1/groups", "/v1/mandates/drafts", "/v1/meetings", "/v1/relationships/slots")) {
      Wyvern.as("nadia.velloso").backdatedRefused(path, Map.of(), lastYear, "backdating-refused");
    }
    Wyvern.as("admin")
        .postRefused("/v1/imports/backdating/closing", Map.of(), "backdating-closed-already");
  }

  @Test
  void people_are_found_by_name_where_they_want_it() {
    assertThat(found("velloso").findValuesAsText("name")).contains("Dr Nadia Velloso");
    assertThat(found("brandish")).isEmpty();
  }

  private static JsonNode found(String name) {
    return Wyvern.as(GRACE).post("/v1/people/searches", Map.of("name", name)).body().path("items");
  }

  @Test
  void a_whole_demonstration_is_not_touched() {
    Wyvern.system();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    DemonstrationLoader again = Wyvern.loader(new PrintStream(said, true, StandardCharsets.UTF_8));
    again.load();
    assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("demonstration: is loaded\n");
    assertThat(again.calls()).isEqualTo(1);
  }

  private static JsonNode communityServices(String place) {
    return topic(representation(place, ON_THE_DAY), "community-services");
  }

  private static JsonNode topic(JsonNode measures, String name) {
    for (JsonNode topic : measures.path("M1").path("topics")) {
      if (topic.path("topic").asText().equals(name)) {
        return topic;
      }
    }
    throw new AssertionError("Nobody asked about " + name);
  }

  private static JsonNode measure(String place, String key) {
    return representation(place, ON_THE_DAY).path(key);
  }

  private static JsonNode representation(String place, String day) {
    return Wyvern.as(GRACE)
        .get("/v1/places/" + Wyvern.place(place) + "/representation" + day)
        .path("measures");
  }

  private static void assertAnswers(
      JsonNode split, long granted, long conditional, long declined, long notAnswered) {
    assertThat(split.path("granted").asLong()).as("granted").isEqualTo(granted);
    assertThat(split.path("conditional").asLong()).as("conditional").isEqualTo(conditional);
    assertThat(split.path("declined").asLong()).as("declined").isEqualTo(declined);
    assertThat(split.path("notAnswered").asLong()).as("not answered").isEqualTo(notAnswered);
  }
}
