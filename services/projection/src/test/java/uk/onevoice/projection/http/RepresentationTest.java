package uk.onevoice.projection.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** Who is told what of how a place is represented, and as of when. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "projection"))
class RepresentationTest {
  private static final String VALLEY = "/v1/places/" + Wyvern.VALLEY + "/representation";
  private static final String COAST = "/v1/places/" + Wyvern.COAST + "/representation";
  private static final String TOWN = "/v1/places/" + Wyvern.TOWN + "/representation";
  private static final String STRUCTURE = "/v1/ics/" + Wyvern.ICS + "/structure";

  /** A Thursday, and the Monday before. */
  private static final String THURSDAY = "2026-05-14";

  private static final String MONDAY = "2026-05-11";

  @BeforeEach
  void tell() {
    Wyvern.isTold();
  }

  @ParameterizedTest
  @CsvSource({"nobody, 401", "foreign, 401", "demo.practices, 403"})
  void a_stranger_is_told_nothing(String who, int status) {
    assertThat(Caller.as(who).get(VALLEY).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nadia.velloso", "owen.tallant", "tamsin.orrell"})
  void a_leader_of_the_place_sees_everything_live(String who) {
    JsonPath place = read(who, VALLEY + "?asOf=" + THURSDAY);
    assertThat(place.getString("asOf")).isEqualTo(THURSDAY);
    String topic = "measures.M1.topics[0].";
    assertThat(place.getInt(topic + "practices.declined")).isEqualTo(1);
    assertThat(place.getInt(topic + "patients.declined")).isEqualTo(2_000);
    assertThat(place.getList("measures.M2.emptySlots")).hasSize(1);
    assertThat(place.getInt("measures.M7.itemsAttended")).isEqualTo(3);
    assertThat(place.getList("coming.mandateId")).containsExactly("m3");
  }

  @Test
  void a_partner_of_one_of_its_practices_sees_counts_live() {
    Response response = Caller.as("femi.larkspur").get(VALLEY + "?asOf=" + THURSDAY);
    JsonPath place = response.jsonPath();
    assertThat(place.getString("asOf")).isEqualTo(THURSDAY);
    String topic = "measures.M1.topics[0].";
    assertThat(place.getInt(topic + "practices.declined")).isEqualTo(1);
    assertThat((Object) place.get(topic + "patients")).isNull();
    assertThat((Object) place.get(topic + "patientsPercent")).as("one of four granted").isNull();
    assertThat(place.getInt("measures.M2.numerator")).isEqualTo(1);
    assertThat(place.getList("measures.M2.emptySlots")).hasSize(1);
    assertThat(place.getInt("measures.M7.counts.CHANGED")).isEqualTo(1);
    assertThat(place.getList("coming.mandateId")).containsExactly("m3");
    assertThat(response.asString()).doesNotContain("nadia", "owen", "1000", "2000", "3000");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "rowan.pike, Fewer than three slots., Fewer than ten items.",
    "icb-client, Fewer than three slots., Fewer than ten items.",
    "colm.ashgrove, For general practice of the place., For general practice of the place.",
    "keeper, For general practice of the place., For general practice of the place.",
    "admin, For general practice of the place., For general practice of the place.",
    "partner-client, For general practice of the place., For general practice of the place."
  })
  void whoever_is_outside_sees_the_week_as_it_began_and_nothing_of_one_practice(
      String who, String slots, String items) {
    Response response = Caller.as(who).get(VALLEY + "?asOf=" + THURSDAY);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.asString()).doesNotContain("WYVP", "1000", "2000", "3000", "m3");
    JsonPath place = response.jsonPath();
    assertThat(place.getString("asOf")).isEqualTo(MONDAY);
    assertThat(place.getInt("measures.M1.topics[0].practices.granted")).isEqualTo(1);
    assertThat((Object) place.get("measures.M1.topics[0].practices.declined")).isNull();
    assertThat((Object) place.get("measures.M1.topics[0].practicesPercent.declined")).isNull();
    assertThat((Object) place.get("measures.M1.topics[0].patients")).isNull();
    assertThat((Object) place.get("measures.M1.topics[0].patientsPercent")).isNull();
    assertThat((Object) place.get("measures.M2.numerator")).isNull();
    assertThat(place.getString("measures.M2.reason")).isEqualTo(slots);
    assertThat((Object) place.get("measures.M7.counts")).isNull();
    assertThat(place.getString("measures.M7.reason")).isEqualTo(items);
    assertThat((Object) place.get("coming")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"grace.ndukwe-hale"})
  void general_practice_of_another_place_sees_what_a_mandate_covers_as_it_is(String who) {
    JsonPath place = read(who, VALLEY + "?asOf=" + THURSDAY);
    assertThat(place.getString("asOf")).isEqualTo(THURSDAY);
    assertThat(place.getInt("measures.M1.topics[0].practices.granted")).isEqualTo(1);
    assertThat((Object) place.get("measures.M1.topics[0].practices.declined")).isNull();
    assertThat((Object) place.get("measures.M1.topics[0].patients")).isNull();
    assertThat(place.getBoolean("measures.M2.withheld")).isTrue();
    assertThat(place.getBoolean("measures.M7.withheld")).isTrue();
    assertThat((Object) place.get("coming")).isNull();
  }

  @Test
  void an_icb_is_no_icb_of_another_ics() {
    String m2 = "measures.M2.reason";
    for (String who : List.of("icb-client", "rowan.pike", "nadia.velloso")) {
      assertThat(read(who, TOWN).getString(m2))
          .as(who)
          .isEqualTo("For general practice of the place.");
    }
  }

  @Test
  void who_leads_another_place_is_an_outsider_here() {
    assertThat((Object) read("nadia.velloso", COAST).get("coming")).isNull();
    assertThat((Object) read("grace.ndukwe-hale", COAST).get("coming")).isNotNull();
  }

  @Test
  void a_person_with_two_hats_reads_with_the_chosen_one() {
    Response leader = asTamsin("FEDERATION_LEAD", null);
    Response icb = asTamsin("ICB_GP_LEAD", null);
    assertThat(leader.jsonPath().getString("asOf")).isEqualTo(THURSDAY);
    assertThat(icb.jsonPath().getString("asOf")).isEqualTo(MONDAY);
    assertThat(icb.jsonPath().getString("measures.M2.reason")).isEqualTo("Fewer than three slots.");
    assertThat(leader.header("ETag")).isNotEqualTo(icb.header("ETag"));
    assertThat(asTamsin("FEDERATION_LEAD", leader.header("ETag")).statusCode()).isEqualTo(304);
    assertThat(asTamsin("ICB_GP_LEAD", leader.header("ETag")).statusCode()).isEqualTo(200);
    assertThat(asTamsin("FEDERATION_LEAD", icb.header("ETag")).statusCode()).isEqualTo(200);
  }

  private static Response asTamsin(String role, @Nullable String tag) {
    var request =
        Caller.as("tamsin.orrell")
            .request()
            .header("X-Acting-As", Wyvern.holding("tamsin.orrell", role));
    return (tag == null ? request : request.header("If-None-Match", tag))
        .get(VALLEY + "?asOf=" + THURSDAY);
  }

  @Test
  void who_answered_this_week_shows_to_general_practice_only() {
    List<String> outside = List.of("icb-client", "partner-client", "rowan.pike", "keeper");
    String ahead = "?knownAt=" + Instant.now().plus(Duration.ofDays(6));
    Map<String, Response> before = new TreeMap<>();
    for (String who : outside) {
      for (String path : List.of(COAST, COAST + ahead, STRUCTURE)) {
        before.put(who + " " + path, Caller.as(who).get(path));
      }
    }
    String list = Caller.as("partner-client").get("/v1/ics").header("ETag");
    Response inside = Caller.as("grace.ndukwe-hale").get(COAST);
    assertThat(granted(inside)).isZero();

    Wyvern.answerAt(Instant.now(), "m2", "ConsentGranted", "WYVP0005", Wyvern.TODAY);
    Wyvern.tell();

    before.forEach((asked, was) -> {
      String[] whoAndPath = asked.split(" ");
      Response is = Caller.as(whoAndPath[0]).get(whoAndPath[1]);
      assertThat(is.header("ETag")).as(asked).isEqualTo(was.header("ETag"));
      assertThat(withoutMoment(is)).as(asked).isEqualTo(withoutMoment(was));
    });
    assertThat(Caller.as("partner-client").get("/v1/ics").header("ETag")).isEqualTo(list);
    Response now = Caller.as("grace.ndukwe-hale").get(COAST);
    assertThat(granted(now)).isEqualTo(1);
    assertThat(now.header("ETag")).isNotEqualTo(inside.header("ETag"));
    assertThat(granted(Caller.as("nadia.velloso").get(COAST))).as("a colleague").isEqualTo(1);
    assertThat(
            read("grace.ndukwe-hale", STRUCTURE)
                .getInt("places.find { it.name == 'Tarrow Coast' }.joinedUp[0].numerator"))
        .isEqualTo(1);
    assertThat(granted(Caller.as("grace.ndukwe-hale").get(COAST + "?knownAt=2026-06-01T00:00:00Z")))
        .as("as it was known in June")
        .isZero();
  }

  private static int granted(Response place) {
    return place.jsonPath().getInt("measures.M1.topics[0].practices.granted");
  }

  /** The registry is asked about now, so that when it was asked differs each time. */
  private static Map<String, Object> withoutMoment(Response response) {
    Map<String, Object> body = new TreeMap<>(response.jsonPath().getMap(""));
    if (body.containsKey("odsCode")) {
      body.remove("knownAt");
    }
    return body;
  }

  @Test
  void a_place_is_not_there_before_it_was_known() {
    for (String who : List.of("nadia.velloso", "partner-client")) {
      for (String path : List.of(VALLEY, "/v1/places/" + Wyvern.VALLEY)) {
        assertThat(Caller.as(who).get(path + "?knownAt=2026-05-04T07:59:59Z").statusCode())
            .as("%s %s", who, path)
            .isEqualTo(404);
        assertThat(Caller.as(who).get(path + "?knownAt=2026-05-04T08:00:00Z").statusCode())
            .as("%s %s", who, path)
            .isEqualTo(200);
      }
    }
  }

  @Test
  void what_was_known_on_a_day_is_asked_in_the_same_way() {
    String onTheMonday = VALLEY + "?asOf=" + THURSDAY + "&knownAt=2026-05-04T09:00:00Z";
    assertThat(read("nadia.velloso", onTheMonday).getList("measures.M1.topics")).hasSize(1);
    // Recorded at nine in London: not known at six.
    assertThat(read("partner-client", onTheMonday).getList("measures.M1.topics")).isEmpty();
    assertThat(read("partner-client", onTheMonday).getString("knownAt"))
        .isEqualTo("2026-05-04T05:00:00Z");
  }

  @Test
  void a_mandate_is_coming_from_the_day_it_is_opened_until_its_first() {
    assertThat(coming("2026-05-03")).isEmpty();
    assertThat(coming("2026-05-04")).containsExactly("m3");
    assertThat(coming("2026-05-31")).containsExactly("m3");
    assertThat(coming("2026-06-01")).isEmpty();
    assertThat(read("nadia.velloso", VALLEY + "?asOf=2026-06-01").getList("measures.M1.topics"))
        .hasSize(2);
    assertThat(read("nadia.velloso", VALLEY + "?asOf=" + THURSDAY).getMap("coming[0]"))
        .containsEntry("topic", "urgent-care")
        .containsEntry("board", null)
        .containsEntry("holderId", Wyvern.FEDERATION)
        .containsEntry("start", "2026-06-01")
        .containsEntry("end", "2028-06-01");
  }

  private static List<String> coming(String day) {
    return read("nadia.velloso", VALLEY + "?asOf=" + day).getList("coming.mandateId");
  }

  @Test
  void whoever_sees_more_than_counts_opens_a_figure() {
    String asOf = "?asOf=" + THURSDAY;
    String outcomes = VALLEY + "/M7/evidence" + asOf;
    Response leader = Caller.as("nadia.velloso").get(outcomes);
    JsonPath evidence = leader.jsonPath();
    JsonPath figure = read("nadia.velloso", VALLEY + "/M7" + asOf);
    for (String part : List.of("numerator", "denominator", "unknown")) {
      assertThat(evidence.getInt(part)).as(part).isEqualTo(figure.getInt("measures.M7." + part));
      assertThat(evidence.getInt("basedOn." + part)).as(part).isEqualTo(evidence.getInt(part));
    }
    assertThat(evidence.getList("items.within")).containsOnly("t1").hasSize(3);
    assertThat(evidence.getString("items.find { it.id == 'i1' }.page"))
        .isEqualTo("/meetings/t1/agenda/i1");
    assertThat(evidence.getString("items.find { it.id == 'i1' }.why")).isEqualTo("CHANGED");
    assertThat(evidence.getInt("basedOn.meetings")).isEqualTo(1);
    assertThat(
            Caller.as("nadia.velloso")
                .request()
                .header("If-None-Match", leader.header("ETag"))
                .get(outcomes)
                .statusCode())
        .isEqualTo(304);
    assertThat(read("femi.larkspur", outcomes + "&counts=numerator").getList("items.id"))
        .containsExactly("i1");

    String answers = VALLEY + "/M1/evidence" + asOf + "&topic=community-services&limit=2";
    JsonPath first = read("nadia.velloso", answers);
    JsonPath second = read("nadia.velloso", answers + "&after=" + first.getString("next"));
    assertThat(first.getList("items.organisationName")).hasSize(2).doesNotContainNull();
    assertThat(second.getList("items.organisationId"))
        .hasSize(2)
        .doesNotContainAnyElementsOf(first.getList("items.organisationId"));
    assertThat((Object) second.get("next")).isNull();

    String ics = "/v1/ics/" + Wyvern.ICS;
    String federation = ics + "/federations/" + Wyvern.FEDERATION;
    assertThat(read("nadia.velloso", federation + "/representation/M7/evidence").getList("items"))
        .isNotNull();
    for (String withheld :
        List.of(
            "femi.larkspur " + answers,
            "femi.larkspur " + VALLEY + "/M5/evidence",
            "icb-client " + outcomes,
            "rowan.pike " + VALLEY + "/M2/evidence",
            "partner-client " + answers,
            "grace.ndukwe-hale " + answers,
            "keeper " + outcomes,
            "icb-client " + ics + "/representation/M2/evidence",
            "nadia.velloso " + ics + "/representation/M7/evidence",
            "nadia.velloso " + VALLEY + "/M14/evidence")) {
      String[] whoAndPath = withheld.split(" ");
      JsonPath told = read(whoAndPath[0], whoAndPath[1]);
      assertThat(told.getBoolean("withheld")).as(withheld).isTrue();
      assertThat(told.getList("items")).as(withheld).isEmpty();
      assertThat((Object) told.get("basedOn")).as(withheld).isNull();
    }
    Response wrong = Caller.as("nadia.velloso").get(outcomes + "&counts=some");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.asString()).contains("counts");
    for (String missing :
        List.of(
            VALLEY + "/M17/evidence",
            "/v1/places/" + UUID.randomUUID() + "/representation/M7/evidence",
            "/v1/ics/NONE/representation/M7/evidence",
            ics + "/federations/NONE/representation/M7/evidence")) {
      assertThat(Caller.as("nadia.velloso").get(missing).statusCode()).as(missing).isEqualTo(404);
    }
  }

  private static JsonPath read(String who, String path) {
    Response response = Caller.as(who).get(path);
    assertThat(response.statusCode()).as("%s %s", who, path).isEqualTo(200);
    return response.jsonPath();
  }
}
