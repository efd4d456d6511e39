package uk.onevoice.projection.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** How an ICS, a federation and one measure over time are told over HTTP. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "projection"))
class IcsRepresentationTest {
  private static final String ICS = "/v1/ics/" + Wyvern.ICS + "/representation";
  private static final String FEDERATION =
      "/v1/ics/" + Wyvern.ICS + "/federations/" + Wyvern.FEDERATION + "/representation";
  private static final String VALLEY = "/v1/places/" + Wyvern.VALLEY + "/representation";

  /** A Thursday, and the Monday before. */
  private static final String THURSDAY = "2026-05-14";

  private static final String MONDAY = "2026-05-11";

  @BeforeEach
  void tell() {
    Wyvern.isTold();
  }

  @Test
  void a_leader_of_one_place_sees_it_whole_beside_the_ics_and_the_other_from_outside() {
    JsonPath ics = read("nadia.velloso", ICS + "?asOf=" + THURSDAY);
    assertThat(ics.getString("asOf")).isEqualTo(THURSDAY);
    assertThat(ics.getMap("measures")).hasSize(16);
    String topic = "measures.M1.topics[0].";
    assertThat(ics.getInt(topic + "numerator")).isEqualTo(1);
    assertThat(ics.getInt(topic + "denominator")).as("four, one, and one in no place").isEqualTo(6);
    assertThat((Object) ics.get(topic + "practices.declined")).isNull();
    assertThat(ics.getString("measures.M7.reason"))
        .isEqualTo("For who sees it of each of its places.");
    assertThat(ics.getList("places.name")).containsExactly("Marl Valley", "Tarrow Coast");
    assertThat(ics.getList("places.exposed")).containsExactly(true, true);
    assertThat(ics.getList("places.weekly")).containsExactly(false, false);
    assertThat(ics.getInt("places[0]." + topic + "practices.declined")).isEqualTo(1);
    assertThat(ics.getInt("places[0].measures.M7.itemsAttended")).isEqualTo(3);
    assertThat(ics.getBoolean("places[1].measures.M7.withheld")).isTrue();
    assertThat(ics.getString("aYearAgo.asOf")).isEqualTo("2025-05-14");
    assertThat(ics.getBoolean("aYearAgo.otherArea")).isFalse();
    assertThat(ics.getInt("aYearAgo." + topic + "denominator"))
        .as("one came in spring")
        .isEqualTo(5);
    assertThat((Object) ics.get("places[0].aYearAgo." + topic + "practices.conditional"))
        .isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rowan.pike", "icb-client", "colm.ashgrove", "partner-client"})
  void outside_general_practice_it_is_the_week_as_it_began(String who) {
    Response response = Caller.as(who).get(ICS + "?asOf=" + THURSDAY);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.asString()).doesNotContain("WYVP", "\"nadia", "\"owen");
    JsonPath ics = response.jsonPath();
    assertThat(ics.getString("asOf")).isEqualTo(MONDAY);
    assertThat(ics.getBoolean("weekly")).isTrue();
    assertThat(ics.getList("places.asOf")).containsExactly(MONDAY, MONDAY);
    assertThat(ics.getMap("measures")).hasSize(16);
    assertThat(ics.getInt("measures.M1.topics[0].numerator")).isEqualTo(1);
    assertThat((Object) ics.get("measures.M1.topics[0].patientsPercent")).isNull();
    for (String key : new String[] {"M2", "M3", "M7", "M6", "M12"}) {
      assertThat(ics.getBoolean("measures." + key + ".withheld")).as(key).isTrue();
      assertThat((Object) ics.get("measures." + key + ".numerator")).as(key).isNull();
    }
    String tag = response.header("ETag");
    assertThat(
            Caller.as(who)
                .request()
                .header("If-None-Match", tag)
                .get(ICS + "?asOf=" + THURSDAY)
                .statusCode())
        .isEqualTo(304);
  }

  @Test
  void one_measure_is_told_alone() {
    assertThat(read("nadia.velloso", ICS + "/M7?asOf=" + THURSDAY).getMap("measures"))
        .containsOnlyKeys("M7");
    assertThat(read("nadia.velloso", VALLEY + "/M2?asOf=" + THURSDAY).getMap("measures"))
        .containsOnlyKeys("M2");
    for (String none : new String[] {ICS + "/M17", VALLEY + "/M0", FEDERATION + "/M99"}) {
      assertThat(Caller.as("nadia.velloso").get(none).statusCode()).as(none).isEqualTo(404);
    }
    assertThat(Caller.as("nadia.velloso").get("/v1/ics/WYVP0001/representation").statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_measure_is_told_over_time_as_it_is_told_of_each_day() {
    String months = "/trend?from=2026-03-01&to=" + THURSDAY + "&every=month";
    JsonPath place = read("nadia.velloso", VALLEY + "/M1" + months);
    assertThat(place.getList("points.on"))
        .containsExactly("2026-03-01", "2026-04-01", "2026-05-01", THURSDAY);
    assertThat(place.getList("points.measure.topics.collect { it[0].practices.conditional }"))
        .containsExactly(0, 1, 1, 1);
    JsonPath ics = read("nadia.velloso", ICS + "/M1" + months);
    assertThat(ics.getList("points.measure.denominator")).containsExactly(5, 6, 6, 6);
    assertThat(ics.getList("points.segment")).containsExactly(0, 0, 0, 0);
    assertThat(read("colm.ashgrove", ICS + "/M1" + months).getList("points.on"))
        .as("each day put back to its Monday")
        .containsExactly("2026-02-23", "2026-03-30", "2026-04-27", MONDAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nadia.velloso", "colm.ashgrove", "icb-client", "partner-client"})
  void the_trends_of_all_places_are_told_at_once_as_each_is_told(String who) {
    String months = "/trend%s?from=2026-03-01&to=" + THURSDAY + "&every=month";
    for (String measure : new String[] {"/M1", "/M7"}) {
      JsonPath all = read(who, ICS + measure + months.formatted("/places"));
      assertThat(all.getString("name")).isNotEmpty();
      List<String> places = all.getList("places.name", String.class);
      assertThat(places).contains("Marl Valley", "Tarrow Coast").isSorted();
      for (int place = 0; place < places.size(); place++) {
        String at = "places[" + place + "].";
        JsonPath alone =
            read(
                who,
                "/v1/places/"
                    + all.getString(at + "areaId")
                    + "/representation"
                    + measure
                    + months.formatted(""));
        assertThat(all.getString(at + "name")).isEqualTo(alone.getString("name"));
        assertThat(all.getBoolean(at + "weekly")).isEqualTo(alone.getBoolean("weekly"));
        assertThat(all.getList(at + "points")).isEqualTo(alone.getList("points"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "every=week, query:every",
    "from=2026-05-15&to=2026-05-14, query:from",
    "from=2020-01-01&to=2026-05-14&every=month, query:from",
    "to=soon, query:to"
  })
  void days_that_make_no_trend_are_refused(String query, String where) {
    Response refused = Caller.as("nadia.velloso").get(ICS + "/M1/trend?" + query);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.asString()).contains(where);
  }

  @Test
  void a_federation_stands_on_a_mandate_and_on_relationships() {
    JsonPath federation = read("nadia.velloso", FEDERATION + "?asOf=" + THURSDAY);
    assertThat(federation.getString("name")).isEqualTo("Marl Valley GP Federation");
    assertThat(federation.getMap("measures")).hasSize(16);
    assertThat(federation.getInt("measures.M1.topics[0].numerator")).isEqualTo(1);
    assertThat(federation.getInt("measures.M1.topics[0].denominator")).isEqualTo(2);
    assertThat(federation.getInt("measures.M2.numerator")).isEqualTo(1);
    assertThat(federation.getBoolean("measures.M16.available")).isFalse();
    assertThat(federation.getBoolean("foundations.mandate")).isTrue();
    assertThat(federation.getBoolean("foundations.relationships")).isTrue();
    assertThat(federation.getList("foundations.missing")).isEmpty();
    assertThat(federation.getBoolean("foundations.strongWithProvider")).isFalse();
  }

  @Test
  void outside_nobody_is_told_whom_a_federation_knows() {
    JsonPath federation = read("icb-client", FEDERATION + "?asOf=" + THURSDAY);
    assertThat(federation.getString("asOf")).isEqualTo(MONDAY);
    assertThat(federation.getBoolean("foundations.mandate")).isTrue();
    assertThat((Object) federation.get("foundations.relationships")).isNull();
    assertThat((Object) federation.get("foundations.strongWithProvider")).isNull();
    assertThat(federation.getBoolean("measures.M2.withheld")).isTrue();
    assertThat((Object) federation.get("measures.M1.topics[0].patientsPercent")).isNull();
    assertThat(
            Caller.as("nadia.velloso")
                .get(FEDERATION.replace(Wyvern.ICS, Wyvern.NEIGHBOUR))
                .statusCode())
        .as("it has no practice there")
        .isEqualTo(404);
  }

  private static JsonPath read(String who, String path) {
    Response response = Caller.as(who).get(path);
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    return response.jsonPath();
  }
}
