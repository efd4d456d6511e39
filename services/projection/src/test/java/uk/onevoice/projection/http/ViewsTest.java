package uk.onevoice.projection.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.projection.facts.Story;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "projection"))
class ViewsTest {
  private static final String MAY = "asOf=2026-05-10";
  private static final List<String> PATHS =
      List.of(
          "/v1/ics",
          "/v1/ics/WYVICB01",
          "/v1/ics/WYVICB01/structure",
          "/v1/ics/WYVICB01/practices",
          "/v1/ics/WYVICB01/pcns",
          "/v1/ics/WYVICB01/sub-icbs",
          "/v1/ics/WYVICB01/trusts",
          "/v1/ics/WYVICB01/councils",
          "/v1/ics/WYVICB01/places",
          "/v1/places",
          "/v1/places/" + Wyvern.VALLEY,
          "/v1/places/" + Wyvern.VALLEY + "/practices",
          "/v1/places/" + Wyvern.VALLEY + "/neighbourhoods",
          "/v1/places/" + Wyvern.VALLEY + "/federation-share",
          "/v1/ics/WYVICB01/federation-share",
          "/v1/pcns/WYVN0001/federation-share",
          "/v1/search?query=marl",
          "/v1/search/freshness");

  @BeforeEach
  void tell() {
    Wyvern.isTold();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "nobody, 401",
    "foreign, 401",
    "demo.practices, 403",
    "colm.ashgrove, 200",
    "nadia.velloso, 200",
    "femi.larkspur, 200",
    "icb-client, 200",
    "partner-client, 200"
  })
  void every_registered_person_and_approved_system_may_read(String who, int status) {
    Caller caller = Caller.as(who);
    for (String path : PATHS) {
      assertThat(caller.get(path).statusCode()).as("%s asks %s", who, path).isEqualTo(status);
    }
  }

  @Test
  void an_ics_is_rolled_up_from_its_practices() {
    JsonPath ics = ok("/v1/ics/WYVICB01/structure?" + MAY);
    assertThat(ics.getInt("practices")).isEqualTo(6);
    assertThat(ics.getInt("pcns")).isEqualTo(3);
    assertThat(ics.getInt("practicesWithoutPcn")).isEqualTo(1);
    assertThat(ics.getInt("subIcbs")).isEqualTo(2);
    assertThat(ics.getInt("trusts")).isEqualTo(2);
    assertThat(ics.getMap("trustSectors")).isEqualTo(java.util.Map.of("ACUTE", 1, "UNKNOWN", 1));
    assertThat(ics.getInt("councils")).isEqualTo(1);
    assertThat(ics.getInt("registeredPatients")).isEqualTo(17_000);
    assertThat(ics.getString("listSizeMonth")).isEqualTo("2026-03");
    assertThat(ics.getInt("practicesWithoutListSize")).isEqualTo(1);
    assertThat(ics.getInt("federations")).isEqualTo(1);
    assertThat(ics.getInt("practicesInFederation")).isEqualTo(2);
    assertThat(ics.getInt("practicesWithoutPlace")).isEqualTo(1);
    assertThat(ics.getString("asOf")).isEqualTo("2026-05-10");
    assertThat(ics.getList("places.name")).containsExactly("Marl Valley", "Tarrow Coast");
    assertThat(ics.getList("places.practices")).containsExactly(4, 1);
    assertThat(ics.getList("places.registeredPatients")).containsExactly(6_000, 5_000);
    assertThat(ics.getMap("places[0].joinedUp[0]"))
        .containsEntry("topic", "community-services")
        .containsEntry("board", null)
        .containsEntry("numerator", 1)
        .containsEntry("denominator", 4);
    assertThat(ics.getList("places.joinedUp.numerator")).isEqualTo(List.of(List.of(1), List.of(0)));
  }

  @Test
  void a_share_in_federations_says_of_how_many_and_who_is_not_known() {
    JsonPath valley = ok("/v1/places/" + Wyvern.VALLEY + "/federation-share?" + MAY);
    assertThat(valley.getString("name")).isEqualTo("Marl Valley");
    assertThat(valley.getString("listSizeMonth")).isEqualTo("2026-03");
    assertThat(valley.getMap("any.practices")).isEqualTo(Map.of("numerator", 2, "denominator", 4));
    assertThat(valley.getMap("any.patients"))
        .isEqualTo(Map.of("numerator", 3_000, "denominator", 6_000, "practicesWithoutListSize", 1));
    assertThat(valley.getInt("any.practicesWithoutListSize")).isZero();
    assertThat(valley.getList("federations.name")).containsExactly("Marl Valley GP Federation");
    JsonPath neighbour = ok("/v1/ics/WYVICB02/federation-share?" + MAY);
    assertThat(neighbour.getInt("any.practices.numerator")).isZero();
    assertThat(neighbour.getInt("any.patients.numerator")).isZero();
    assertThat(neighbour.getInt("any.patients.denominator")).isEqualTo(7_000);
    assertThat(neighbour.getList("federations")).isEmpty();
    JsonPath early = ok("/v1/places/" + Wyvern.VALLEY + "/federation-share?asOf=2025-01-01");
    assertThat((Object) early.get("any")).as("nothing known is not none").isNull();
    problem(person().get("/v1/places/nowhere/federation-share"), 404, "not-found");
    problem(person().get("/v1/ics/NOTHERE/federation-share"), 404, "not-found");
  }

  @Test
  void a_network_has_its_own_share_of_all_its_practices_on_the_day_that_is_asked_for() {
    JsonPath one = ok("/v1/pcns/WYVN0001/federation-share?" + MAY);
    assertThat(one.getString("areaId")).isEqualTo("WYVN0001");
    assertThat(one.getString("name")).isEqualTo("Network 1 PCN");
    assertThat(one.getString("listSizeMonth")).isEqualTo("2026-03");
    assertThat(one.getMap("any.practices")).isEqualTo(Map.of("numerator", 2, "denominator", 2));
    assertThat(one.getMap("any.patients"))
        .isEqualTo(Map.of("numerator", 3_000, "denominator", 3_000, "practicesWithoutListSize", 0));
    assertThat(one.getList("federations.organisationId")).containsExactly(Wyvern.FEDERATION);

    JsonPath inTwoIcss = ok("/v1/pcns/WYVN0003/federation-share?" + MAY);
    assertThat(inTwoIcss.getMap("any.practices"))
        .isEqualTo(Map.of("numerator", 0, "denominator", 2));
    assertThat(inTwoIcss.getInt("any.patients.denominator")).isEqualTo(13_000);
    assertThat(inTwoIcss.getList("federations")).isEmpty();
    JsonPath beforeTheSixth = ok("/v1/pcns/WYVN0003/federation-share?asOf=2026-03-31");
    assertThat(beforeTheSixth.getInt("any.practices.denominator")).isEqualTo(1);

    JsonPath early = ok("/v1/pcns/WYVN0001/federation-share?asOf=2025-01-01");
    assertThat((Object) early.get("any")).as("nothing known is not none").isNull();
    for (String path :
        List.of(
            "/v1/pcns/NOTHERE/federation-share",
            "/v1/pcns/WYVICB01/federation-share",
            "/v1/pcns/WYVN0001/federation-share?knownAt=2026-05-01T00:00:00Z")) {
      problem(person().get(path), 404, "not-found");
    }
  }

  @Test
  void who_lies_in_no_place_is_listed() {
    assertThat(ok("/v1/ics/WYVICB01/practices?withoutPlace=true&" + MAY).getList("items.odsCode"))
        .containsExactly("WYVP0006");
  }

  @Test
  void a_place_is_in_the_list_of_its_ics_of_the_day_until_it_closes() {
    String mill = "0198f000-0000-7000-8000-0000000000a1";
    String part = "0198f000-0000-7000-8000-0000000000a2";
    Story story = Wyvern.isTold();
    story.place(mill, Wyvern.NEIGHBOUR, "Mill End", LocalDate.of(2090, 1, 1));
    story.say(
        "organisations",
        "place-" + part,
        "PlaceDefined",
        "placeId",
        part,
        "icsId",
        Wyvern.NEIGHBOUR,
        "name",
        "Mill Water",
        "start",
        LocalDate.of(2090, 1, 1),
        "partOf",
        mill);
    ofMill(story, mill, "PlaceMoved", "icsId", Wyvern.ICS, "from", LocalDate.of(2091, 1, 1));
    ofMill(story, mill, "PlaceClosed", "end", LocalDate.of(2092, 1, 1));
    Wyvern.tell();
    assertThat(placesOf(Wyvern.NEIGHBOUR, "2090-06-01")).contains("Mill End");
    assertThat(placesOf(Wyvern.ICS, "2090-06-01")).doesNotContain("Mill End");
    assertThat(placesOf(Wyvern.ICS, "2091-06-01"))
        .contains("Mill End")
        .doesNotContain("Mill Water");
    assertThat(placesOf(Wyvern.NEIGHBOUR, "2091-06-01")).doesNotContain("Mill End");
    assertThat(placesOf(Wyvern.ICS, "2092-01-01")).doesNotContain("Mill End");
    JsonPath closed = ok("/v1/places/" + mill + "?asOf=2092-01-01");
    assertThat(closed.getBoolean("open")).isFalse();
    assertThat(closed.getString("icsOdsCode")).isEqualTo(Wyvern.ICS);
    JsonPath parts = ok("/v1/places/" + mill + "/neighbourhoods?asOf=2091-06-01");
    assertThat(parts.getList("items.name")).containsExactly("Mill Water");
    assertThat(parts.getList("items.icsOdsCode"))
        .as("where its place lies")
        .containsExactly(Wyvern.ICS);
  }

  private static void ofMill(Story story, String mill, String type, Object... fields) {
    List<Object> all = new ArrayList<>(List.of("placeId", mill));
    all.addAll(List.of(fields));
    story.say("organisations", "place-" + mill, type, all.toArray());
  }

  private static List<String> placesOf(String ics, String asOf) {
    return ok("/v1/ics/" + ics + "/places?asOf=" + asOf).getList("items.name");
  }

  @Test
  void as_it_was_is_asked_in_the_same_way() {
    JsonPath before = ok("/v1/ics/WYVICB01/structure?asOf=2026-02-28");
    assertThat(before.getInt("practices")).isEqualTo(5);
    assertThat(before.getInt("pcns")).isEqualTo(2);
    assertThat((Object) before.get("registeredPatients")).isNull();
    JsonPath unheard = ok("/v1/ics/WYVICB01/structure?knownAt=2026-05-04T08:00:00Z");
    assertThat(unheard.getInt("practices")).isEqualTo(6);
  }

  @Test
  void before_anything_was_known_of_an_ics_there_is_none() {
    problem(
        person().get("/v1/ics/WYVICB01/structure?knownAt=2026-05-04T07:59:59Z"), 404, "not-found");
  }

  @Test
  void what_is_not_known_is_null_and_not_zero() {
    JsonPath neighbour = ok("/v1/ics/WYVICB02?" + MAY);
    assertThat(neighbour.getInt("practices")).isEqualTo(1);
    assertThat((Object) neighbour.get("trusts")).isNull();
    assertThat(neighbour.getMap("")).containsKeys("trusts", "councils");
    JsonPath early = ok("/v1/ics/WYVICB02?asOf=2020-01-01");
    assertThat((Object) early.get("practices")).isNull();
    assertThat(early.getBoolean("open")).isFalse();
  }

  @Test
  void a_network_counts_in_each_ics_and_once_in_the_total() {
    JsonPath list = ok("/v1/ics?" + MAY);
    assertThat(list.getList("items.odsCode")).containsExactly("WYVICB01", "WYVICB02");
    assertThat(list.getList("items.pcns")).containsExactly(3, 1);
    assertThat(list.getInt("totals.pcns")).isEqualTo(3);
    assertThat(list.getInt("totals.practices")).isEqualTo(7);
    assertThat(list.getInt("totals.subIcbs")).isEqualTo(3);
    assertThat(list.getInt("totals.practicesWithoutPcn")).isEqualTo(1);
    assertThat(list.getInt("totals.registeredPatients")).isEqualTo(24_000);
    assertThat(list.getString("totals.listSizeMonth")).isEqualTo("2026-03");
    assertThat(ok("/v1/ics/WYVICB01/pcns?" + MAY).getList("items.practicesElsewhere"))
        .containsExactly(0, 0, 1);
  }

  @Test
  void lists_are_cut_into_pages_that_follow_each_other() {
    List<String> codes = new ArrayList<>();
    String path = "/v1/ics/WYVICB01/practices?limit=4&" + MAY;
    String next = "";
    while (next != null) {
      JsonPath page = ok(path + (next.isEmpty() ? "" : "&after=" + next));
      codes.addAll(page.getList("items.odsCode"));
      next = page.getString("next");
      assertThat(next).isNotEqualTo("");
    }
    assertThat(codes)
        .containsExactly("WYVP0001", "WYVP0002", "WYVP0003", "WYVP0004", "WYVP0005", "WYVP0006");
  }

  @Test
  void a_practice_says_where_it_belongs() {
    JsonPath list = ok("/v1/ics/WYVICB01/practices?subIcb=WYVSUB02&" + MAY);
    assertThat(list.getList("items.odsCode")).containsExactly("WYVP0004", "WYVP0005", "WYVP0006");
    assertThat((Object) list.get("items[0].pcn")).isNull();
    assertThat((Object) list.get("items[0].patients")).isNull();
    assertThat(list.getString("items[1].pcn.odsCode")).isEqualTo("WYVN0002");
    assertThat(list.getString("items[1].place.name")).isEqualTo("Tarrow Coast");
    assertThat(list.getInt("items[1].patients")).isEqualTo(5_000);
    assertThat(list.getString("items[1].subIcb.odsCode")).isEqualTo("WYVSUB02");
    assertThat(list.getString("items[1].postcode")).isEqualTo("WV5 1AA");
    assertThat(ok("/v1/places/" + Wyvern.VALLEY + "/practices?" + MAY).getList("items.odsCode"))
        .containsExactly("WYVP0001", "WYVP0002", "WYVP0003", "WYVP0004");
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "/v1/ics?asOf=yesterday, query:asOf",
    "/v1/ics?asOf=0001-01-01, query:asOf",
    "/v1/ics?asOf=2026-02-30, query:asOf",
    "/v1/ics?knownAt=2026-05-04, query:knownAt",
    "/v1/ics?knownAt=9999-12-31T23:59:59Z, query:knownAt",
    "/v1/ics?limit=201, query:limit",
    "/v1/ics?limit=0, query:limit",
    "/v1/ics?after=!!, query:after",
    "/v1/ics/WYVICB01/practices?limit=many, query:limit",
    "/v1/search, query:query",
    "/v1/search?query=x, query:query",
    "/v1/search?query=marl&type=PUB, query:type",
    "/v1/search?query=marl&after=abc, query:after"
  })
  void a_bad_parameter_is_named(String path, String pointer) {
    Response response = person().get(path);
    problem(response, 400, "invalid-request");
    assertThat(response.jsonPath().getString("violations[0].pointer"))
        .as(response.asString())
        .isEqualTo(pointer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/ics/NOTHERE",
        "/v1/ics/WYVP0001/structure",
        "/v1/ics/NOTHERE/practices",
        "/v1/ics/NOTHERE/places",
        "/v1/places/nowhere",
        "/v1/places/nowhere/practices",
        "/v1/places/nowhere/representation"
      })
  void what_is_not_there_is_not_there(String path) {
    problem(person().get(path), 404, "not-found");
  }

  @Test
  void who_has_the_answer_already_is_told_so_until_something_happens() {
    String path = "/v1/ics/WYVICB01/practices?asOf=2026-05-11";
    String tag = person().get(path).header("ETag");
    assertThat(person().request().header("If-None-Match", tag).get(path).statusCode())
        .isEqualTo(304);
    assertThat(
            person()
                .request()
                .header("If-None-Match", tag)
                .get("/v1/ics/WYVICB01/practices?asOf=2026-05-12")
                .statusCode())
        .isEqualTo(200);
    assertThat(
            Caller.as("icb-client").request().header("If-None-Match", tag).get(path).statusCode())
        .isEqualTo(200);
    Wyvern.isTold().listSize("WYVP0007", "2020-01", 1, 1);
    assertThat(
            person()
                .request()
                .header("If-None-Match", tag)
                .header("X-Position", Wyvern.tell())
                .get(path)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_place_is_represented_by_mandates_talks_and_influence() {
    JsonPath place = ok("/v1/places/" + Wyvern.VALLEY + "/representation?" + MAY);
    assertThat(place.getMap("measures").keySet())
        .isEqualTo(
            java.util.stream.IntStream.rangeClosed(1, 16)
                .mapToObj(i -> "M" + i)
                .collect(java.util.stream.Collectors.toSet()));
    assertThat(place.getInt("measures.M3.unknown"))
        .as("slots that nobody has classed")
        .isEqualTo(place.getInt("measures.M3.denominator"));

    assertThat(place.getInt("measures.M1.denominator")).isEqualTo(4);
    assertThat(place.getString("measures.M1.listSizeMonth")).isEqualTo("2026-03");
    assertThat(place.getInt("measures.M1.unknown")).isEqualTo(1);
    String topic = "measures.M1.topics[0].";
    assertThat(place.getString(topic + "topic")).isEqualTo("community-services");
    assertThat((Object) place.get(topic + "topicId")).as("of no list").isNull();
    assertThat(place.getList(topic + "mandateIds")).hasSize(1);
    assertThat(place.getInt(topic + "numerator")).isEqualTo(1);
    assertThat(place.getMap(topic + "practices"))
        .isEqualTo(
            java.util.Map.of("granted", 1, "conditional", 1, "declined", 1, "notAnswered", 1));
    // Nobody knows how many patients the practice has that did not answer.
    assertThat(place.getMap(topic + "patients"))
        .containsEntry("granted", 1_000)
        .containsEntry("conditional", 3_000)
        .containsEntry("declined", 2_000)
        .containsEntry("notAnswered", null);
    assertThat(place.getMap(topic + "patientsPercent"))
        .containsEntry("granted", 17)
        .containsEntry("conditional", 50)
        .containsEntry("declined", 33)
        .containsEntry("notAnswered", null);

    assertThat(place.getInt("measures.M2.numerator")).isEqualTo(1);
    assertThat(place.getInt("measures.M2.denominator")).isEqualTo(2);
    assertThat(place.getList("measures.M2.emptySlots.kind")).containsExactly("ACUTE");
    assertThat(place.getList("measures.M2.emptySlots.organisationName"))
        .containsExactly("Trust WYVT0001");

    assertThat(place.getInt("measures.M7.itemsAttended")).isEqualTo(3);
    assertThat(place.getInt("measures.M7.counts.CHANGED")).isEqualTo(1);
    assertThat(place.getInt("measures.M7.counts.NOT_ASSESSED")).isEqualTo(1);
    assertThat(place.getInt("measures.M7.numerator")).isEqualTo(1);
    assertThat(place.getInt("measures.M7.denominator")).isEqualTo(2);
    assertThat((Object) place.get("measures.M7.influenced")).isNull();
  }

  @Test
  void a_contact_is_old_after_ninety_days() {
    String path = "/v1/places/" + Wyvern.VALLEY + "/representation?asOf=";
    assertThat(ok(path + "2026-07-30").getInt("measures.M2.numerator")).isEqualTo(1);
    assertThat(ok(path + "2026-07-31").getInt("measures.M2.numerator")).isEqualTo(0);
    assertThat(ok(path + "2026-07-31").getList("measures.M2.emptySlots.held"))
        .containsExactly(false, true);
  }

  @Test
  void things_are_found_by_name_code_and_postcode() {
    assertThat(found("query=bridge street")).containsExactly("WYVP0001");
    assertThat(found("query=street bridge")).containsExactly("WYVP0001");
    assertThat(found("query=brigde street surgery")).contains("WYVP0001");
    assertThat(found("query=wyvp0003")).containsExactly("WYVP0003");
    assertThat(found("query=WV5 1aa")).containsExactly("WYVP0005");
    assertThat(found("query=WV51A")).containsExactly("WYVP0005");
    assertThat(found("query=marl valley")).containsExactly(Wyvern.VALLEY, Wyvern.FEDERATION);
    assertThat(found("query=marl valley&type=PLACE")).containsExactly(Wyvern.VALLEY);
    assertThat(found("query=practice&ics=WYVICB02")).containsExactly("WYVP0007");
    assertThat(found("query=network&ics=WYVICB02")).containsExactly("WYVN0003");
    assertThat(found("query=_%_")).isEmpty();
    assertThat(found("query=practice&asOf=2026-05-10&limit=2")).hasSize(2);
  }

  @Test
  void what_is_found_says_where_it_lies() {
    JsonPath found = ok("/v1/search?query=network 3&asOf=2026-05-10");
    assertThat(found.getString("items[0].type")).isEqualTo("PCN");
    assertThat(found.getList("items[0].ics.odsCode")).containsExactly("WYVICB01", "WYVICB02");
    assertThat(found.getBoolean("items[0].open")).isTrue();
  }

  @Test
  void a_search_is_paged() {
    List<String> ids = new ArrayList<>();
    String next = "";
    while (next != null) {
      JsonPath page =
          ok("/v1/search?query=practice&limit=4" + (next.isEmpty() ? "" : "&after=" + next));
      ids.addAll(page.getList("items.id"));
      next = page.getString("next");
    }
    assertThat(ids).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void general_practice_is_told_how_fresh_everything_is() {
    for (String who : List.of("nadia.velloso", "femi.larkspur")) {
      JsonPath fresh = Caller.as(who).get("/v1/search/freshness").jsonPath();
      assertThat(fresh.getList("logs.log"))
          .as(who)
          .contains("mandates", "meetings", "organisations", "relationships");
      assertThat(fresh.getLong("logs.find { it.log == 'mandates' }.position")).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"icb-client", "partner-client", "rowan.pike", "colm.ashgrove", "keeper", "admin"})
  void others_are_told_how_fresh_the_registry_is(String who) {
    JsonPath fresh = Caller.as(who).get("/v1/search/freshness").jsonPath();
    assertThat(fresh.getList("logs.log")).containsExactly("organisations");
    assertThat(fresh.getLong("logs[0].position")).isPositive();
  }

  private static List<String> found(String query) {
    return ok("/v1/search?" + query).getList("items.id");
  }

  private static Caller person() {
    return Caller.as("nadia.velloso");
  }

  private static JsonPath ok(String path) {
    Response response = person().get(path);
    assertThat(response.statusCode()).as("%s: %s", path, response.asString()).isEqualTo(200);
    return response.jsonPath();
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.jsonPath().getString("type")).endsWith("/" + slug);
  }
}
