package uk.onevoice.relationships.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.relationships.adapter.http.MarlValley.FEDERATION;
import static uk.onevoice.relationships.adapter.http.MarlValley.NETWORK;
import static uk.onevoice.relationships.adapter.http.MarlValley.VALLEY;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.directory.Directory;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "relationships"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyListHttpTest {
  private static final String SLOTS = "/v1/relationships/slots";
  private static final String LIST = "/v1/relationships/key-lists/" + VALLEY;
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Inject Directory directory;

  @BeforeAll
  void who_is_who() {
    MarlValley.isKnownTo(directory);
  }

  /** A slot in which somebody keeps in touch. */
  private record Held(String slot, String slotId, String relationshipId, String trust) {}

  @Test
  void a_leader_keeps_a_few_on_purpose_and_sees_which_are_going_cold() {
    Held first = held("ACUTE", owen(), MarlValley.owen(), NETWORK);
    talked(first, TODAY.minusDays(63), true);
    talked(first, TODAY, false);
    accepted(owen().post(first.slot() + "/key", "{}"));
    problem(owen().post(first.slot() + "/key", "{}"), 409, "already-key");
    Map<String, ?> key = owen().get(LIST).jsonPath().getMap("keys[0]");
    assertThat(key.get("slotId")).isEqualTo(first.slotId());
    assertThat(key.get("everyDays")).isEqualTo(60);
    assertThat(key.get("lastTwoWayContact")).isEqualTo(TODAY.minusDays(63).toString());
    assertThat(key.get("daysSince")).isEqualTo(63);
    assertThat(key.get("band")).isEqualTo("UP_TO_120");
    assertThat(key.get("due")).isEqualTo(TODAY.minusDays(3).toString());
    assertThat(key.get("goingCold")).isEqualTo(true);
    assertThat(key.get("nextContact")).isNull();
    // Leaders of the place see that it is kept on purpose, and partners of its practices do not.
    assertThat(nadia().get(first.slot()).jsonPath().getList("keyFor"))
        .containsExactly(
            Map.of("personId", MarlValley.owen().toString(), "since", TODAY.toString()));
    assertThat(Caller.as("femi.larkspur").get(first.slot()).jsonPath().getList("keyFor")).isNull();

    accepted(owen().post(first.slot() + "/key/rhythm", "{\"everyDays\": 90}"));
    accepted(owen().post(first.slot() + "/key/next-contact", on(TODAY.plusDays(3))));
    JsonPath planned = owen().get(LIST).jsonPath();
    assertThat(planned.getBoolean("keys[0].goingCold")).isFalse();
    assertThat(planned.getString("keys[0].nextContact")).isEqualTo(TODAY.plusDays(3).toString());
    accepted(owen().post(first.slot() + "/key/next-contact/withdrawal", "{}"));
    assertThat(owen().get(LIST).jsonPath().getString("keys[0].nextContact")).isNull();

    problem(
        owen().post(first.slot() + "/key/next-contact", on(TODAY.minusDays(1))),
        422,
        "planned-in-the-past");
    problem(
        owen().post(first.slot() + "/key/rhythm", "{\"everyDays\": 366}"),
        422,
        "rhythm-out-of-range");
    // Of whom nobody keeps in touch, and of somebody else.
    problem(nadia().post(first.slot() + "/key", "{}"), 409, "key-not-yours");
    problem(nadia().post(first.slot() + "/key/end", "{}"), 409, "not-on-key-list");
    assertThat(nadia().get(LIST).jsonPath().getList("keys.slotId")).doesNotContain(first.slotId());

    for (int more = 2; more <= 5; more++) {
      accepted(
          owen().post(held("ACUTE", owen(), MarlValley.owen(), NETWORK).slot() + "/key", "{}"));
    }
    Held sixth = held("COMMUNITY", owen(), MarlValley.owen(), NETWORK);
    Response full = owen().post(sixth.slot() + "/key", "{}");
    problem(full, 409, "key-list-full");
    assertThat(full.jsonPath().getList("violations.pointer")).containsExactly("/reason");
    assertThat(owen().get(LIST).jsonPath().getList("empty.kind")).contains("COMMUNITY", "ICB");
    accepted(owen().post(sixth.slot() + "/key", "{\"reason\": \"Nurses move in January.\"}"));
    JsonPath whole = owen().get(LIST).jsonPath();
    assertThat(whole.getList("keys")).hasSize(6);
    assertThat(whole.getString("keys[5].reason")).isEqualTo("Nurses move in January.");
    assertThat(whole.getList("empty.kind")).contains("ICB").doesNotContain("COMMUNITY", "ACUTE");

    accepted(owen().post(LIST + "/order", "{\"slotIds\": [\"%s\"]}".formatted(sixth.slotId())));
    assertThat(owen().get(LIST).jsonPath().getString("keys[0].slotId")).isEqualTo(sixth.slotId());
    problem(
        owen().post(LIST + "/order", "{\"slotIds\": [\"%s\"]}".formatted(UUID.randomUUID())),
        409,
        "not-on-key-list");

    // What has ended is not on the list, and what was taken off is one of the others.
    accepted(
        owen()
            .post(
                sixth.slot() + "/closings",
                "{\"relationshipId\": \"%s\", \"on\": \"%s\"}"
                    .formatted(sixth.relationshipId(), TODAY)));
    assertThat(owen().get(LIST).jsonPath().getList("keys.slotId"))
        .hasSize(5)
        .doesNotContain(sixth.slotId());
    accepted(owen().post(first.slot() + "/key/end", "{}"));
    JsonPath fewer = owen().get(LIST).jsonPath();
    assertThat(fewer.getList("keys.slotId")).hasSize(4).doesNotContain(first.slotId());
    assertThat(fewer.getList("others.slotId")).contains(first.slotId());
    assertThat(fewer.getInt("time.talks")).isEqualTo(1);
    assertThat(fewer.getInt("time.withoutMinutes")).isEqualTo(1);
  }

  @Test
  void a_place_sets_which_kinds_its_leaders_should_keep() {
    String kinds = "{\"kinds\": [\"ICB\", \"LMC\"]}";
    accepted(owen().post(LIST + "/kinds", kinds));
    assertThat(nadia().get(LIST).jsonPath().getList("kinds")).containsExactly("ICB", "LMC");
    problem(nadia().post(LIST + "/kinds", "{\"kinds\": []}"), 422, "no-key-kinds");
    problem(nadia().post(LIST + "/kinds", "{\"kinds\": [\"ICB\", \"ICB\"]}"), 422, "no-key-kinds");
    accepted(
        nadia()
            .post(
                LIST + "/kinds",
                """
                {"kinds": ["ICB", "ACUTE", "COMMUNITY", "COUNCIL_ADULT_CARE", "COUNCIL_PUBLIC_HEALTH"]}\
                """));
  }

  @Test
  void a_key_list_is_for_leaders_of_the_place() {
    for (String other : List.of("grace.ndukwe-hale")) {
      problem(Caller.as(other).get(LIST), 404, "not-found");
    }
    for (String other : List.of("femi.larkspur", "rowan.pike", "icb-client", "partner-client")) {
      problem(Caller.as(other).get(LIST), 403, "not-allowed");
    }
  }

  @Test
  void an_organisation_has_one_person_to_turn_to_or_none() {
    Held held = held("ACUTE", nadia(), MarlValley.nadia(), FEDERATION);
    String second =
        owen()
            .post(held.slot() + "/holders", holder(MarlValley.owen(), NETWORK))
            .path("relationshipId");
    assertThat(focal(nadia(), held.trust()))
        .containsEntry("named", false)
        .containsEntry("focalPoint", null);
    accepted(nadia().post(held.slot() + "/focal-point", relationship(held.relationshipId())));
    assertThat(person(nadia(), held.trust())).isEqualTo(MarlValley.nadia().toString());
    accepted(owen().post(held.slot() + "/focal-point", relationship(second)));
    assertThat(person(nadia(), held.trust())).isEqualTo(MarlValley.owen().toString());
    // Practices see that there is one, not who.
    assertThat(focal(Caller.as("femi.larkspur"), held.trust()))
        .containsEntry("named", true)
        .containsEntry("focalPoint", null);

    accepted(
        owen()
            .post(
                held.slot() + "/closings",
                "{\"relationshipId\": \"%s\", \"on\": \"%s\"}".formatted(second, TODAY)));
    assertThat(focal(nadia(), held.trust())).containsEntry("named", false);
    problem(
        owen().post(held.slot() + "/focal-point", relationship(second)),
        409,
        "focal-point-not-live");
    problem(
        owen().post(held.slot() + "/focal-point", relationship(UUID.randomUUID().toString())),
        422,
        "relationship-not-in-slot");
    accepted(nadia().post(held.slot() + "/focal-point", relationship(held.relationshipId())));
    accepted(nadia().post(held.slot() + "/focal-point/withdrawal", "{}"));
    assertThat(focal(nadia(), held.trust())).containsEntry("named", false);
    problem(
        Caller.as("grace.ndukwe-hale").get("/v1/relationships/focal-points?placeId=" + VALLEY),
        404,
        "not-found");
  }

  /** The organisation's line, looked for beyond one page. */
  private static Map<String, Object> focal(Caller caller, String organisation) {
    List<Map<String, Object>> found = new ArrayList<>();
    String after = "";
    do {
      Response page =
          caller.get("/v1/relationships/focal-points?limit=3&placeId=" + VALLEY + after);
      assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
      page.jsonPath().<Map<String, Object>>getList("items").stream()
          .filter(item -> organisation.equals(item.get("organisationId")))
          .forEach(found::add);
      String next = page.path("next");
      after = next == null ? "" : "&after=" + next;
    } while (!after.isEmpty());
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static Object person(Caller caller, String organisation) {
    return ((Map<?, ?>) focal(caller, organisation).get("focalPoint")).get("personId");
  }

  private static Held held(String kind, Caller caller, UUID holder, String body) {
    String trust = MarlValley.trust();
    String id =
        caller
            .post(
                SLOTS,
                "{\"placeId\": \"%s\", \"kind\": \"%s\", \"organisationId\": \"%s\"}"
                    .formatted(VALLEY, kind, trust))
            .path("slotId");
    String slot = SLOTS + "/" + id;
    return new Held(
        slot,
        id,
        caller.post(slot + "/holders", holder(holder, body)).path("relationshipId"),
        trust);
  }

  private static void talked(Held held, LocalDate on, boolean twoWay) {
    Response logged =
        owen()
            .post(
                held.slot() + "/contacts",
                """
                {"relationshipId": "%s", "on": "%s", "kind": "LISTENING", "twoWay": %s}\
                """
                    .formatted(held.relationshipId(), on, twoWay));
    assertThat(logged.statusCode()).as(logged.asString()).isLessThan(300);
  }

  private static String holder(UUID person, String actingFor) {
    return "{\"holderId\": \"%s\", \"actingFor\": \"%s\"}".formatted(person, actingFor);
  }

  private static String relationship(String id) {
    return "{\"relationshipId\": \"%s\"}".formatted(id);
  }

  private static String on(LocalDate day) {
    return "{\"on\": \"%s\"}".formatted(day);
  }

  private static Caller nadia() {
    return Caller.as("nadia.velloso");
  }

  private static Caller owen() {
    return Caller.as("owen.tallant");
  }

  private static void accepted(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(204);
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.jsonPath().getString("type"))
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }
}
