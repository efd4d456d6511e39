package uk.onevoice.relationships.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.onevoice.relationships.adapter.http.MarlValley.COAST;
import static uk.onevoice.relationships.adapter.http.MarlValley.FEDERATION;
import static uk.onevoice.relationships.adapter.http.MarlValley.NETWORK;
import static uk.onevoice.relationships.adapter.http.MarlValley.TRUST;
import static uk.onevoice.relationships.adapter.http.MarlValley.VALLEY;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.PersonId;
import uk.onevoice.testkit.stack.ServiceUnderTest;
import uk.onevoice.testkit.stack.ToldRegistry;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "relationships"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlotsHttpTest {
  private static final String PATH = "/v1/relationships/slots";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);

  @Inject Directory directory;

  @BeforeAll
  void who_is_who() {
    MarlValley.isKnownTo(directory);
  }

  @Test
  void a_slot_is_held_talked_in_and_given_up() {
    String trust = MarlValley.trust();
    String slot =
        PATH + "/" + nadia().post(PATH, slot(VALLEY, "ACUTE", trust)).<String>path("slotId");
    assertThat(nadia().get(slot).jsonPath().getBoolean("held")).isFalse();

    String relationship = opened(slot);
    logged(nadia().post(slot + "/contacts", contact(relationship, YESTERDAY, true)));
    logged(nadia().post(slot + "/contacts", contact(relationship, TODAY, false)));
    Response read = nadia().get(slot);
    assertThat(read.header("ETag")).isEqualTo("\"4\"");
    assertThat(read.jsonPath().getMap(""))
        .containsEntry("kind", "ACUTE")
        .containsEntry("organisationId", trust)
        .containsEntry("held", true)
        .containsEntry("lastTwoWayContact", YESTERDAY.toString());
    assertThat(read.jsonPath().getMap("relationships[0]"))
        .containsEntry("relationshipId", relationship)
        .containsEntry("holderId", MarlValley.nadia().toString())
        .containsEntry("actingFor", FEDERATION)
        .containsEntry("lastContact", TODAY.toString())
        .containsEntry("closedOn", null);

    accepted(nadia().post(slot + "/closings", closing(relationship, TODAY)));
    var closed = nadia().get(slot).jsonPath();
    assertThat(closed.getBoolean("held")).isFalse();
    assertThat(closed.getMap("")).containsEntry("lastTwoWayContact", null);
    assertThat(closed.getString("relationships[0].closedOn")).isEqualTo(TODAY.toString());
  }

  @Test
  void nobody_holds_a_slot_twice_under_two_records_of_theirs() {
    String slot =
        PATH
            + "/"
            + nadia().post(PATH, slot(VALLEY, "ACUTE", MarlValley.trust())).<String>path("slotId");
    opened(slot);
    var twin = UUID.randomUUID();
    String topic = ConfigProvider.getConfig().getValue("onevoice.directory.topic", String.class);
    try (var registry = ToldRegistry.on(topic)) {
      problem(
          nadia().post(slot + "/holders", holder(twin, FEDERATION)),
          422,
          "holder-does-not-act-for-it");
      registry.merge(twin, MarlValley.nadia());
      await().until(() -> directory.records(new PersonId(twin)).size() == 2);
      problem(nadia().post(slot + "/holders", holder(twin, FEDERATION)), 409, "slot-already-held");
      registry.undoMerge(twin, MarlValley.nadia());
      await().until(() -> directory.records(new PersonId(twin)).size() == 1);
    }
  }

  @Test
  void a_talk_may_be_about_a_topic_of_the_list_and_is_found_under_what_it_was_merged_into() {
    String slot = defined(VALLEY);
    String relationship = opened(slot);
    String contacts = slot + "/contacts";
    logged(nadia().post(contacts, about(MarlValley.NURSING, relationship, TODAY)));
    logged(nadia().post(contacts, about(MarlValley.CARE, relationship, YESTERDAY)));
    logged(nadia().post(contacts, contact(relationship, TODAY, true)));
    assertThat(nadia().get(slot).jsonPath().getList("relationships[0].topics.topicNow"))
        .containsExactly("District nursing", "Community & nursing care");

    MarlValley.mergesNursingIntoCare(directory);
    assertThat(nadia().get(slot).jsonPath().<Map<String, String>>getList("relationships[0].topics"))
        .containsExactly(
            Map.of(
                "topicId", MarlValley.CARE.toString(),
                "topicNow", "Community & nursing care",
                "lastContact", TODAY.toString()));

    for (UUID topic : List.of(MarlValley.NURSING, MarlValley.ELSEWHERE, UUID.randomUUID())) {
      Response refused = nadia().post(contacts, about(topic, relationship, TODAY));
      problem(refused, 422, "topic-not-in-use");
      assertThat(refused.jsonPath().getList("violations.pointer")).containsExactly("/topicId");
    }
  }

  private static String about(UUID topic, String relationship, LocalDate on) {
    return contact(relationship, on, true).replaceFirst("\\{", "{\"topicId\": \"" + topic + "\", ");
  }

  @ParameterizedTest(
      name = "{0} may define: {1}, work on it: {2}, log a talk: {3}, read: {4}, list: {5}")
  // Talks are for the team of the slot and for leaders: for anybody else there is none to add to.
  @CsvSource({
    "nobody,            401, 401, 401, 401, 401",
    "foreign,           401, 401, 401, 401, 401",
    "keeper,            403, 403, 403, 403, 403",
    "colm.ashgrove,     403, 403, 403, 404, 404",
    "rowan.pike,        403, 403, 403, 404, 404",
    "grace.ndukwe-hale, 403, 404, 404, 404, 404",
    "femi.larkspur,     403, 403, 404, 200, 200",
    "owen.tallant,      201, 204, 201, 200, 200",
    "nadia.velloso,     201, 204, 201, 200, 200",
    "icb-client,        403, 403, 403, 403, 403",
    "partner-client,    403, 403, 403, 403, 403"
  })
  void who_may_do_what(String who, int define, int work, int talk, int read, int list) {
    String slot = defined(VALLEY);
    String relationship = opened(slot);
    Caller caller = caller(who);
    assertThat(caller.post(PATH, slot(VALLEY, "ACUTE", MarlValley.trust())).statusCode())
        .isEqualTo(define);
    assertThat(caller.post(slot + "/holders", holder(MarlValley.owen(), NETWORK)).statusCode())
        .isEqualTo(work == 204 ? 201 : work);
    assertThat(caller.post(slot + "/contacts", contact(relationship, TODAY, true)).statusCode())
        .isEqualTo(talk);
    assertThat(caller.post(slot + "/closings", closing(relationship, TODAY)).statusCode())
        .isEqualTo(work);
    assertThat(caller.get(slot).statusCode()).isEqualTo(read);
    assertThat(caller.get(PATH + "?placeId=" + VALLEY).statusCode()).isEqualTo(list);
  }

  @Test
  void practices_see_whether_a_slot_is_held_and_not_by_whom() {
    String slot = defined(VALLEY);
    String relationship = opened(slot);
    logged(nadia().post(slot + "/contacts", contact(relationship, TODAY, true)));
    Response read = Caller.as("femi.larkspur").get(slot);
    assertThat(read.jsonPath().getMap(""))
        .containsEntry("held", true)
        .containsEntry("lastTwoWayContact", TODAY.toString())
        .containsEntry("relationships", null);
    assertThat(read.asString()).doesNotContain(MarlValley.nadia().toString());
  }

  @Test
  void a_slot_of_others_looks_like_none_at_all() {
    String slot = defined(VALLEY);
    String nowhere = PATH + "/" + UUID.randomUUID();
    String body = contact(UUID.randomUUID().toString(), TODAY, true);
    Caller grace = Caller.as("grace.ndukwe-hale");
    assertThat(withoutCorrelation(grace.get(slot)))
        .isEqualTo(withoutCorrelation(grace.get(nowhere)));
    assertThat(withoutCorrelation(grace.post(slot + "/contacts", body)))
        .isEqualTo(withoutCorrelation(grace.post(nowhere + "/contacts", body)));
    assertThat(withoutCorrelation(grace.get(PATH + "?placeId=" + VALLEY)))
        .isEqualTo(withoutCorrelation(grace.get(PATH + "?placeId=" + UUID.randomUUID())));
  }

  @Test
  void rules_say_no_with_a_problem() {
    problem(nadia().post(PATH, slot(COAST, "ACUTE", TRUST)), 403, "not-allowed");
    problem(nadia().post(PATH, slot(VALLEY, "ICB", TRUST)), 422, "counterpart-does-not-fit");
    problem(nadia().post(PATH, slot(VALLEY, "ACUTE", "WYVT9999")), 422, "counterpart-does-not-fit");
    String slot = defined(VALLEY);
    problem(
        nadia().post(slot + "/holders", holder(MarlValley.nadia(), TRUST)),
        422,
        "not-general-practice");
    problem(
        nadia().post(slot + "/holders", holder(MarlValley.nadia(), NETWORK)),
        422,
        "holder-does-not-act-for-it");
    problem(
        nadia().post(slot + "/holders", holder(UUID.randomUUID(), FEDERATION)),
        422,
        "holder-does-not-act-for-it");
    String relationship = opened(slot);
    problem(
        nadia().post(slot + "/holders", holder(MarlValley.nadia(), FEDERATION)),
        409,
        "slot-already-held");
    problem(
        nadia().post(slot + "/contacts", contact(UUID.randomUUID().toString(), TODAY, true)),
        422,
        "relationship-not-in-slot");
    problem(
        nadia().post(slot + "/contacts", contact(relationship, TODAY.plusDays(1), true)),
        422,
        "day-in-the-future");
    logged(nadia().post(slot + "/contacts", contact(relationship, TODAY, true)));
    problem(
        nadia().post(slot + "/closings", closing(relationship, YESTERDAY)),
        409,
        "contact-after-closing");
    accepted(nadia().post(slot + "/closings", closing(relationship, TODAY)));
    problem(
        nadia().post(slot + "/closings", closing(relationship, YESTERDAY)),
        409,
        "relationship-closed");
    String own =
        PATH
            + "/"
            + owen()
                .post(PATH, slot(VALLEY, "OTHER_FEDERATION", FEDERATION))
                .<String>path("slotId");
    problem(
        owen().post(own + "/holders", holder(MarlValley.nadia(), FEDERATION)),
        422,
        "holder-acts-for-the-counterpart");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "slot",
      value = {
        "slot      | {\"placeId\": \"7\", \"kind\": \"ICB\", \"organisationId\": \"WYVICB01\"} | /placeId",
        "slot      | {\"kind\": \"ICB\", \"organisationId\": \"WYVICB01\"}                    | /placeId",
        "/holders  | {\"holderId\": \"Nadia\", \"actingFor\": \"WYVN0001\"}                    | /holderId",
        "/holders  | {\"holderId\": null, \"actingFor\": \"WYVN0001\"}                        | /holderId",
        "/holders  | {\"actingFor\": \"W Y\"}                                              | /actingFor",
        "/contacts | {\"on\": \"yesterday\"}                                              | /on",
        "/contacts | {\"kind\": \"GOSSIP\"}                                               | /kind",
        "/contacts | {\"twoWay\": \"yes\"}                                                | /twoWay",
        "/closings | {\"relationshipId\": \"0190f1c8-0000-7000-8000-000000000001\", \"on\": \"2026-11-01\","
            + " \"with\": \"Dr Pellow\"} | /with",
        "/closings | {\"on\": \"2026-13-01\"}                                             | /on"
      })
  void what_cannot_be_read_is_refused_with_the_field(
      @org.jspecify.annotations.Nullable String path, String body, String pointer) {
    String address = path == null ? PATH : defined(VALLEY) + path;
    Response refused = nadia().post(address, body);
    problem(refused, 400, "invalid-request");
    assertThat(refused.jsonPath().getList("violations.pointer")).containsExactly(pointer);
  }

  @Test
  void contacts_are_logged_by_many_at_once_and_none_is_lost() throws Exception {
    String slot = defined(VALLEY);
    String relationship = opened(slot);
    Caller nadia = nadia();
    try (var threads = Executors.newFixedThreadPool(16)) {
      List<Future<Integer>> logged = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        LocalDate on = TODAY.minusDays(i);
        logged.add(
            threads.submit(() ->
                nadia.post(slot + "/contacts", contact(relationship, on, true)).statusCode()));
      }
      for (Future<Integer> answer : logged) {
        assertThat(answer.get()).isEqualTo(201);
      }
    }
    Response read = nadia.get(slot);
    assertThat(read.header("ETag")).isEqualTo("\"62\"");
    assertThat(read.jsonPath().getString("lastTwoWayContact")).isEqualTo(TODAY.toString());
  }

  @Test
  void a_slot_is_defined_once() {
    String trust = MarlValley.trust();
    Response first = nadia().post(PATH, slot(VALLEY, "ACUTE", trust));
    assertThat(first.statusCode()).isEqualTo(201);
    problem(owen().post(PATH, slot(VALLEY, "ACUTE", trust)), 409, "slot-already-defined");
    // The same trust in another seat is another slot.
    assertThat(owen().post(PATH, slot(VALLEY, "COMMUNITY", trust)).statusCode()).isEqualTo(201);
  }

  @Test
  void a_slot_is_taken_back_and_defined_again() {
    String trust = MarlValley.trust();
    String body = slot(VALLEY, "COMMUNITY", trust);
    String slot = PATH + "/" + owen().post(PATH, body).<String>path("slotId");
    String withdrawn = "{\"on\": \"%s\"}".formatted(TODAY);
    accepted(owen().post(slot + "/withdrawals", withdrawn));
    problem(owen().get(slot), 404, "not-found");
    assertThat(owen().get(PATH + "?limit=200&placeId=" + VALLEY).asString()).doesNotContain(trust);
    assertThat(owen().post(PATH, body).statusCode()).isEqualTo(201);
    assertThat(owen().get(slot).jsonPath().getString("relation")).isEqualTo("PARTNER");
    assertThat(
            owen()
                .get(PATH + "?limit=200&placeId=" + VALLEY)
                .jsonPath()
                .<String>getList("items.organisationId"))
        .containsOnlyOnce(trust);

    String held = defined(VALLEY);
    opened(held);
    problem(nadia().post(held + "/withdrawals", withdrawn), 409, "slot-still-held");
  }

  @Test
  void the_slots_of_a_place_come_in_pages_by_kind_and_organisation() {
    Caller grace = Caller.as("grace.ndukwe-hale");
    List<String> trusts = List.of(MarlValley.trust(), MarlValley.trust(), MarlValley.trust());
    for (String trust : trusts.reversed()) {
      grace.post(PATH, slot(COAST, "MENTAL_HEALTH", trust));
      grace.post(PATH, slot(COAST, "ACUTE", trust));
    }
    List<String> listed = new ArrayList<>();
    String after = "";
    do {
      Response page = grace.get(PATH + "?limit=2&placeId=" + COAST + after);
      page.jsonPath().<Map<String, String>>getList("items").stream()
          .map(item -> item.get("kind") + " " + item.get("organisationId"))
          .forEach(listed::add);
      String next = page.path("next");
      after = next == null ? "" : "&after=" + next;
    } while (!after.isEmpty());
    assertThat(listed)
        .containsExactly(
            "ACUTE " + trusts.get(0),
            "ACUTE " + trusts.get(1),
            "ACUTE " + trusts.get(2),
            "MENTAL_HEALTH " + trusts.get(0),
            "MENTAL_HEALTH " + trusts.get(1),
            "MENTAL_HEALTH " + trusts.get(2));
  }

  private static Caller nadia() {
    return Caller.as("nadia.velloso");
  }

  private static Caller owen() {
    return Caller.as("owen.tallant");
  }

  private static Caller caller(String who) {
    return switch (who) {
      case "nobody" -> Caller.nobody();
      case "foreign" -> Caller.foreign();
      default -> Caller.as(who);
    };
  }

  private static void logged(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
    assertThat(response.jsonPath().getString("contactId")).isNotNull();
  }

  private static void accepted(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(204);
    assertThat(response.header("X-Position")).matches("relationships:\\d+:\\d+");
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.jsonPath().getString("type"))
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }

  private static Map<String, ?> withoutCorrelation(Response response) {
    Map<String, Object> problem = new HashMap<>(response.jsonPath().getMap(""));
    problem.remove("correlationId");
    return problem;
  }

  /** A new slot's path. */
  private static String defined(UUID place) {
    Response defined = nadia().post(PATH, slot(place, "ACUTE", MarlValley.trust()));
    assertThat(defined.statusCode()).as(defined.asString()).isEqualTo(201);
    return PATH + "/" + defined.<String>path("slotId");
  }

  /** Nadia's relationship in the slot. */
  private static String opened(String slot) {
    Response opened = nadia().post(slot + "/holders", holder(MarlValley.nadia(), FEDERATION));
    assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
    return opened.path("relationshipId");
  }

  private static String slot(UUID place, String kind, String organisation) {
    return "{\"placeId\": \"%s\", \"kind\": \"%s\", \"organisationId\": \"%s\"}"
        .formatted(place, kind, organisation);
  }

  private static String holder(UUID person, String actingFor) {
    return "{\"holderId\": \"%s\", \"actingFor\": \"%s\"}".formatted(person, actingFor);
  }

  private static String contact(String relationship, LocalDate on, boolean twoWay) {
    return """
    {"relationshipId": "%s", "on": "%s", "kind": "LISTENING", "twoWay": %s}\
    """
        .formatted(relationship, on, twoWay);
  }

  private static String closing(String relationship, LocalDate on) {
    return "{\"relationshipId\": \"%s\", \"on\": \"%s\"}".formatted(relationship, on);
  }
}
