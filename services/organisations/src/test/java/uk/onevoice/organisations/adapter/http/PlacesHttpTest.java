package uk.onevoice.organisations.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** Places and neighbourhoods, who belongs to them and to federations, and what was said of both. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = {
      @ResourceArg(name = "log", value = "organisations"),
      // Each has practices of its own, whose codes begin with a letter of its own.
      @ResourceArg(name = "for", value = "one-each")
    })
@WithTestResource(AdministratorOfTests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacesHttpTest {
  private static final String PLACES = "/v1/organisations/places";

  @Inject EventStore store;

  private boolean open;

  /** Once, before the first test: only then is the service's address known. */
  @BeforeEach
  void an_office_with_a_country() throws Exception {
    if (!open) {
      open = true;
      Office.open();
      Office.takeOneEach();
    }
  }

  @Test
  void a_place_is_told_with_its_names_and_icss_by_day() {
    var place = place("Marl", "FQB");
    done(PLACES + "/" + place + "/names", "{\"name\":\"Marl Vale\",\"from\":\"2026-07-01\"}");
    done(PLACES + "/" + place + "/moving", "{\"icsId\":\"FQA\",\"from\":\"2026-05-01\"}");
    var told = Office.keeper().get(PLACES + "/" + place);
    assertThat(told.header("ETag")).isEqualTo("\"3\"");
    assertThat(told.<List<Map<String, String>>>path("names"))
        .containsExactly(
            Map.of("from", "2022-07-01", "name", "Marl"),
            Map.of("from", "2026-07-01", "name", "Marl Vale"));
    assertThat(told.<List<String>>path("ics.icsId")).containsExactly("FQB", "FQA");
    assertThat(told.<Object>path("partOf")).isNull();

    problem(
        post(PLACES + "/" + place + "/moving", "{\"icsId\":\"FQO\",\"from\":\"2026-08-01\"}"),
        422,
        "icb-not-open");
    problem(
        post(PLACES + "/" + place + "/moving", "{\"icsId\":\"F81001\",\"from\":\"2026-08-01\"}"),
        422,
        "not-an-icb");
    problem(
        post(PLACES + "/" + place + "/names", "{\"name\":\"Early\",\"from\":\"2020-01-01\"}"),
        422,
        "place-not-open");
    problem(
        Office.keeper()
            .request()
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("If-Match", "\"1\"")
            .contentType("application/json")
            .body("{\"end\":\"2027-01-01\"}")
            .post(PLACES + "/" + place + "/closing"),
        412,
        "stream-moved");
    problem(Office.keeper().get(PLACES + "/" + new UUID(0, 1)), 404, "not-found");
  }

  @Test
  void a_place_closes_merges_and_opens_again() {
    var one = place("One", "FQA");
    var other = place("Other", "FQA");
    done(PLACES + "/" + one + "/merging", merging(other, "2026-06-01"));
    assertThat(Office.keeper().get(PLACES + "/" + one).<String>path("mergedIntoName"))
        .isEqualTo("Other");
    problem(post(PLACES + "/" + one + "/closing", end("2026-08-01")), 409, "place-closed");
    problem(
        post(PLACES + "/" + other + "/merging", merging(one, "2026-07-01")),
        422,
        "cannot-go-on-there");
    done(PLACES + "/" + one + "/reopening", "");
    problem(post(PLACES + "/" + one + "/reopening", ""), 409, "place-open");
    done(PLACES + "/" + one + "/closing", end("2026-08-01"));
    assertThat(Office.keeper().get(PLACES + "/" + one).<String>path("end")).isEqualTo("2026-08-01");
    problem(post(PLACES + "/" + one + "/closing", end("2022-07-01")), 422, "ends-before-it-starts");
  }

  @Test
  void a_first_day_is_corrected_as_far_as_practices_and_neighbourhoods_allow() {
    var place = place("Begun", "FQB");
    var start = PLACES + "/" + place + "/start";
    done(start, start("2023-04-01"));
    var told = Office.keeper().get(PLACES + "/" + place);
    assertThat(told.<String>path("start")).isEqualTo("2023-04-01");
    assertThat(told.<List<Map<String, String>>>path("names"))
        .containsExactly(Map.of("from", "2023-04-01", "name", "Begun"));
    assertThat(told.<List<String>>path("ics.from")).containsExactly("2023-04-01");
    var history = Office.keeper().get(PLACES + "/" + place + "/history");
    assertThat(history.<List<String>>path("items.what"))
        .containsExactly("PlaceStartCorrected", "PlaceDefined");
    assertThat(history.<String>path("items[0].on")).isEqualTo("2023-04-01");

    var part = neighbourhood(place, "Part", "2024-04-01");
    problem(post(start, start("2024-04-02")), 409, "place-used-before");
    problem(post(PLACES + "/" + part + "/start", start("2023-03-31")), 422, "place-not-open");
    done(PLACES + "/" + part + "/start", start("2024-05-01"));
    done(start, start("2024-04-02"));
    taken(PLACES + "/" + place + "/practices", practices("2024-04-15", true, "F81005"));
    var refused = post(start, start("2024-04-16"));
    problem(refused, 409, "place-used-before");
    assertThat(refused.<String>path("violations[0].pointer")).isEqualTo("/start");
    assertThat(refused.<String>path("violations[0].message"))
        .startsWith("must be 2024-04-15 or earlier: ");
    problem(post(start, start("2100-01-01")), 422, "day-in-the-future");
    var ofTheOld = place("Older", "FQO");
    problem(post(PLACES + "/" + ofTheOld + "/start", start("2026-05-01")), 422, "icb-not-open");
    done(PLACES + "/" + place + "/closing", end("2024-04-10"));
    problem(post(start, start("2024-04-10")), 422, "ends-before-it-starts");
    problem(post(PLACES + "/" + new UUID(0, 1) + "/start", start("2024-01-01")), 404, "not-found");
  }

  @Test
  void another_place_that_goes_on_in_it_is_a_use_of_a_place_until_it_is_taken_back() {
    var one = place("Going", "FQB");
    var other = place("Staying", "FQB");
    done(PLACES + "/" + one + "/merging", merging(other, "2025-01-01"));
    var start = PLACES + "/" + other + "/start";
    problem(post(start, start("2025-01-02")), 409, "place-used-before");
    done(PLACES + "/" + one + "/reopening", "");
    done(start, start("2025-01-02"));
  }

  @Test
  void practices_move_between_places_and_are_in_one_neighbourhood_of_theirs() {
    var north = place("North", "FQB");
    var south = place("South", "FQB");
    var hill = neighbourhood(north, "Hill", "2024-01-01");
    assertThat(Office.keeper().get(PLACES + "/" + hill).<String>path("partOfName"))
        .isEqualTo("North");
    problem(
        post(PLACES + "/" + hill + "/neighbourhoods", "{\"name\":\"X\",\"start\":\"2024-01-01\"}"),
        409,
        "is-a-neighbourhood");
    taken(PLACES + "/" + north + "/practices", practices("2024-01-01", false, "F81003", "F81004"));
    taken(PLACES + "/" + hill + "/practices", practices("2025-01-01", false, "F81003"));
    var refused =
        post(PLACES + "/" + hill + "/practices", practices("2025-01-01", false, "F81005"));
    problem(refused, 409, "members-refused");
    assertThat(refused.<String>path("violations[0].message"))
        .isEqualTo("is not in the place of this neighbourhood");
    problem(
        post(PLACES + "/" + south + "/practices", practices("2026-01-01", false, "F81003")),
        409,
        "members-refused");
    var moved = taken(PLACES + "/" + south + "/practices", practices("2026-01-01", true, "F81003"));

    var inHill = after(moved, PLACES + "/" + hill + "/practices");
    assertThat(inHill.<List<String>>path("items.end")).containsExactly("2026-01-01");
    var inNorth = after(moved, PLACES + "/" + north + "/practices?limit=1");
    assertThat(inNorth.<List<String>>path("items.memberName"))
        .containsExactly("BROOK & CO SURGERY");
    var rest =
        after(moved, PLACES + "/" + north + "/practices?limit=1&after=" + inNorth.path("next"));
    assertThat(rest.<List<String>>path("items.memberId")).containsExactly("F81004");
    assertThat(rest.<Object>path("next")).isNull();
    assertThat(after(moved, PLACES + "/" + south + "/practices").<List<String>>path("items.start"))
        .containsExactly("2026-01-01");
  }

  @Test
  void a_membership_is_corrected_and_what_never_was_is_voided() {
    var federation = federation("Corrected Federation");
    var added =
        taken(
            "/v1/organisations/" + federation + "/members",
            "{\"memberIds\":[\"F81001\"],\"kind\":\"FEDERATION\",\"start\":\"2024-04-01\"}");
    var members = "/v1/organisations/" + federation + "/members";
    String id = after(added, members).path("items[0].affiliationId");
    var affiliation = "/v1/organisations/F81001/affiliations/" + id;
    var corrected =
        done(affiliation + "/correction", "{\"start\":\"2024-06-01\",\"end\":\"2026-01-01\"}");
    assertThat(after(corrected, members).<List<Map<String, Object>>>path("items"))
        .singleElement()
        .satisfies(one ->
            assertThat(one)
                .containsEntry("start", "2024-06-01")
                .containsEntry("end", "2026-01-01"));
    problem(
        post(affiliation + "/correction", "{\"start\":\"2026-06-01\",\"end\":\"2026-01-01\"}"),
        422,
        "ends-before-it-starts");
    problem(
        post(affiliation + "/correction", "{\"start\":\"2019-06-01\"}"), 409, "members-refused");
    var voided = done(affiliation + "/voiding", "");
    assertThat(after(voided, members).<List<Object>>path("items")).isEmpty();
    problem(post(affiliation + "/voiding", ""), 404, "not-found");
    String official =
        Office.keeper()
            .get("/v1/organisations/F81001")
            .path("affiliations.find { it.kind == 'PCN_CORE' }.affiliationId");
    problem(
        post("/v1/organisations/F81001/affiliations/" + official + "/voiding", ""),
        422,
        "members-by-file");
  }

  @Test
  void two_places_that_take_a_practice_at_once_do_not_both_have_it() throws Exception {
    List<Callable<Response>> both =
        java.util.stream.Stream.of("Left", "Right")
            .map(name -> place(name, "FQA"))
            .<Callable<Response>>map(place ->
                () ->
                    post(
                        PLACES + "/" + place + "/practices",
                        practices("2023-01-01", false, "F81002")))
            .toList();
    try (var threads = Executors.newFixedThreadPool(2)) {
      assertThat(
              threads.invokeAll(both).stream()
                  .map(answer -> answer.resultNow().statusCode())
                  .toList())
          .containsExactlyInAnyOrder(200, 409);
    }
  }

  @Test
  void a_federation_has_a_purpose_in_versions_whose_words_are_in_no_event() {
    var federation = federation("Purposeful Federation");
    var purposes = "/v1/organisations/" + federation + "/purposes";
    assertThat(Office.keeper().get(purposes).<List<Object>>path("items")).isEmpty();
    var first = purpose("To speak for practices: canary-purpose-one", "2024-04-01");
    var key = UUID.randomUUID().toString();
    assertThat(Office.keeper().post(purposes, first, key).statusCode()).isEqualTo(204);
    assertThat(Office.keeper().post(purposes, first, key).header("Idempotency-Replayed"))
        .isEqualTo("true");
    problem(post(purposes, purpose("Too early", "2024-03-01")), 422, "older-than-the-last");
    problem(post(purposes, purpose("   ", "2024-05-01")), 400, "invalid-request");
    problem(post("/v1/organisations/F81001/purposes", first), 409, "not-a-federation");
    done(purposes, purpose("To care as well", "2026-04-01"));

    var told = Office.keeper().get(purposes);
    assertThat(told.<List<Integer>>path("items.version")).containsExactly(2, 1);
    assertThat(told.<List<String>>path("items.purpose"))
        .containsExactly("To care as well", "To speak for practices: canary-purpose-one");
    assertThat(store.stream("purpose-" + federation, 0))
        .hasSize(2)
        .allSatisfy(event -> assertThat(event.payload()).doesNotContain("canary-purpose-one"));
  }

  @Test
  void a_history_says_who_and_when_the_newest_first_and_in_parts() {
    var place = place("Told", "FQA");
    done(PLACES + "/" + place + "/names", "{\"name\":\"Retold\",\"from\":\"2026-07-01\"}");
    taken(PLACES + "/" + place + "/practices", practices("2023-01-01", true, "F81001"));
    var first = Office.keeper().get(PLACES + "/" + place + "/history?limit=2");
    assertThat(first.<List<String>>path("items.what"))
        .containsExactly("AffiliationStarted", "PlaceRevised");
    assertThat(first.<String>path("items[0].by")).startsWith("person:");
    assertThat(first.<String>path("items[0].byName")).isEqualTo("keeper");
    assertThat(first.<String>path("items[1].on")).isEqualTo("2026-07-01");
    assertThat(first.<String>path("items[0].details.find { it.name == 'memberId' }.label"))
        .isEqualTo("HILL SURGERY");
    var rest = Office.keeper().get(PLACES + "/" + place + "/history?after=" + first.path("next"));
    assertThat(rest.<List<String>>path("items.what")).containsExactly("PlaceDefined");
    assertThat(rest.<Object>path("next")).isNull();
    problem(
        Office.keeper()
            .get(PLACES + "/" + place("X", "FQA") + "/history?after=" + first.path("next")),
        400,
        "invalid-request");

    var practice = Office.keeper().get("/v1/organisations/F81005/history");
    assertThat(practice.<List<String>>path("items.what"))
        .contains("OrganisationRegistered", "AffiliationStarted");
    problem(Office.keeper().get("/v1/organisations/W99999/history"), 404, "not-found");
  }

  @Test
  void who_acted_is_named_to_whoever_may_read_the_name() {
    var federation = federation("Named Federation");
    var nadia =
        Office.register("nadia.velloso", "{\"role\":\"REGISTRY_KEEPER\",\"start\":\"2026-01-01\"}");
    var person = "/v1/people/" + nadia;
    Office.administrator()
        .created(person + "/roles", role("FEDERATION_LEAD", federation), "roleHoldingId");
    Office.register("femi.larkspur", role("PRACTICE_PARTNER", "F81001"));
    Office.register("colm.ashgrove", role("TRUST_EXECUTIVE", "FRA"));
    var place = place("Named", "FQA");
    var renaming = PLACES + "/" + place + "/names";
    var name = "{\"name\":\"Renamed\",\"from\":\"2026-07-01\"}";
    await("she keeps the registry")
        .atMost(Office.PATIENCE)
        .until(() -> Caller.as("nadia.velloso").post(renaming, name).statusCode() == 204);

    assertThat(whoRenamed("keeper", place)).isEqualTo("nadia.velloso");
    assertThat(whoRenamed("nadia.velloso", place)).isEqualTo("nadia.velloso");
    assertThat(whoRenamed("femi.larkspur", place)).as("she does not wish to be found").isNull();
    assertThat(whoRenamed("colm.ashgrove", place)).isNull();
    done(Caller.as("nadia.velloso"), person + "/contact", "{\"shown\":true}");
    await("everybody may know")
        .atMost(Office.PATIENCE)
        .until(() -> "nadia.velloso".equals(whoRenamed("femi.larkspur", place)));
    assertThat(whoRenamed("colm.ashgrove", place)).isEqualTo("nadia.velloso");

    done(Office.administrator(), person + "/restriction", "{}");
    await("restricted, she has no name here")
        .atMost(Office.PATIENCE)
        .until(() -> whoRenamed("keeper", place) == null);
    done(Office.administrator(), person + "/restriction/lifting", "{}");
    await("named again")
        .atMost(Office.PATIENCE)
        .until(() -> "nadia.velloso".equals(whoRenamed("keeper", place)));
    var erased = Office.administrator().post(person + "/erasure", "{}");
    assertThat(erased.statusCode()).as(erased.asString()).isBetween(200, 204);
    await("erased, she has none anywhere")
        .atMost(Office.PATIENCE)
        .until(() -> whoRenamed("keeper", place) == null);
    assertThat(Office.keeper().get(PLACES + "/" + place + "/history").<String>path("items[0].by"))
        .isEqualTo("person:" + nadia);
  }

  private static @Nullable String whoRenamed(String reader, String place) {
    var history = Caller.as(reader).get(PLACES + "/" + place + "/history");
    assertThat(history.<String>path("items[0].what")).isEqualTo("PlaceRevised");
    return history.path("items[0].byName");
  }

  private static void done(Caller caller, String path, String body) {
    var answer = caller.post(path, body);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
  }

  private static String role(String role, String at) {
    return "{\"role\":\"%s\",\"organisationId\":\"%s\",\"start\":\"2026-01-01\"}"
        .formatted(role, at);
  }

  private static Response post(String path, String body) {
    return Office.keeper().post(path, body);
  }

  private static Response done(String path, String body) {
    var answer = post(path, body);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
    return answer;
  }

  private static Response taken(String path, String body) {
    var answer = post(path, body);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer;
  }

  /** Read once the service's directory has heard of it. */
  private static Response after(Response command, String path) {
    return Office.keeper().request().header("X-Position", command.header("X-Position")).get(path);
  }

  private static String place(String name, String ics) {
    return Office.keeper()
        .created(
            PLACES,
            "{\"icsId\":\"%s\",\"name\":\"%s\",\"start\":\"2022-07-01\"}".formatted(ics, name),
            "placeId");
  }

  private static String neighbourhood(String place, String name, String start) {
    return Office.keeper()
        .created(
            PLACES + "/" + place + "/neighbourhoods",
            "{\"name\":\"%s\",\"start\":\"%s\"}".formatted(name, start),
            "placeId");
  }

  private static String federation(String name) {
    return Office.keeper()
        .created(
            "/v1/organisations",
            "{\"name\":\"%s\",\"kind\":\"FEDERATION\",\"start\":\"2020-04-01\"}".formatted(name),
            "organisationId");
  }

  private static String purpose(String words, String from) {
    return "{\"purpose\":\"%s\",\"from\":\"%s\"}".formatted(words, from);
  }

  private static String merging(String into, String on) {
    return "{\"into\":\"%s\",\"on\":\"%s\"}".formatted(into, on);
  }

  private static String start(String day) {
    return "{\"start\":\"%s\"}".formatted(day);
  }

  private static String end(String day) {
    return "{\"end\":\"%s\"}".formatted(day);
  }

  private static String practices(String start, boolean moving, String... practices) {
    return "{\"practiceIds\":[\"%s\"],\"start\":\"%s\",\"moving\":%s}"
        .formatted(String.join("\",\"", practices), start, moving);
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.<String>path("type")).endsWith("/" + slug);
  }
}
