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
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.testkit.stack.ServiceUnderTest;

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
class SuccessionHttpTest {
  private static final String ASSIGNMENTS = "/v1/organisations/unresolved/assignments";

  @Inject EventStore store;

  private boolean open;

  @BeforeEach
  void an_office_with_a_country() throws Exception {
    if (!open) {
      open = true;
      Office.open();
      Office.takeOneEach();
      Office.register("colm.ashgrove", "");
    }
  }

  @Test
  void who_was_in_a_federation_that_split_is_listed_until_each_is_assigned() {
    var old = federation("Old federation");
    var north = federation("North federation");
    var south = federation("South federation");
    members(old, "H81003", "H81004");
    assertThat(unresolved(old).<Integer>path("total")).isZero();

    succeed(old, "SPLIT", north, south);
    var organisation = Office.keeper().get("/v1/organisations/" + old);
    assertThat(organisation.<String>path("end")).isEqualTo("2026-05-01");
    var listed = unresolved(old);
    assertThat(listed.<Map<String, Integer>>path("byKind")).isEqualTo(Map.of("MEMBER", 2));
    assertThat(listed.<List<String>>path("items.subjectId")).containsExactly("H81003", "H81004");
    assertThat(listed.<List<String>>path("items.since")).containsOnly("2026-05-01");
    assertThat(listed.<List<String>>path("items.suggestion")).containsOnly((String) null);
    assertThat(listed.<List<String>>path("items[0].candidates.organisationId"))
        .containsExactlyInAnyOrder(north, south);
    assertThat(unresolved(old, "&asOf=2026-04-30").<Integer>path("total"))
        .as("the day before")
        .isZero();
    var first = unresolved(old, "&limit=1");
    var second = unresolved(old, "&limit=1&after=" + first.path("next"));
    assertThat(second.<List<String>>path("items.subjectId")).containsExactly("H81004");
    assertThat(second.<String>path("next")).isNull();

    List<String> ids = listed.path("items.id");
    problem(assign(Map.of(ids.get(0), north, ids.get(1), old)), 409, "assignments-refused");
    assertThat(unresolved(old).<Integer>path("total")).as("all or none").isEqualTo(2);
    var body = assignments(Map.of(ids.get(0), north, ids.get(1), south));
    var key = UUID.randomUUID().toString();
    var assigned = Office.keeper().post(ASSIGNMENTS, body, key);
    assertThat(assigned.statusCode()).as(assigned.asString()).isEqualTo(200);
    assertThat(assigned.header("X-Position")).startsWith("organisations:");
    assertThat(assigned.<Integer>path("assigned")).isEqualTo(2);
    assertThat(unresolved(old).<Integer>path("total")).isZero();
    assertThat(belongsTo("H81003")).contains(north).doesNotContain(old);
    assertThat(belongsTo("H81004")).contains(south).doesNotContain(old);

    assertThat(
            Office.keeper()
                .get("/v1/organisations/H81003")
                .<String>path(
                    "affiliations.find { it.parentId == '%s' }.insteadOf".formatted(north)))
        .isEqualTo(ids.get(0));

    long head = store.head();
    var replayed = Office.keeper().post(ASSIGNMENTS, body, key);
    assertThat(replayed.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(Office.keeper().post(ASSIGNMENTS, body).statusCode()).isEqualTo(200);
    assertThat(store.head()).as("assigning it so again is no event").isEqualTo(head);

    var taken =
        Office.keeper()
            .post(
                "/v1/organisations/H81003/affiliations/"
                    + affiliation("H81003", north)
                    + "/taking-back",
                "{}");
    assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(204);
    assertThat(unresolved(old).<List<String>>path("items.subjectId")).containsExactly("H81003");
    var undone =
        Office.keeper()
            .post("/v1/organisations/" + old + "/succession/undoing", "{\"date\":\"2026-05-01\"}");
    assertThat(undone.statusCode()).as(undone.asString()).isEqualTo(204);
    assertThat(unresolved(old).<Integer>path("total")).isZero();
    assertThat(belongsTo("H81003")).as("it never left").contains(old);
    assertThat(belongsTo("H81004")).as("nobody is moved back silently").contains(south);
  }

  @Test
  void memberships_and_roles_of_a_practice_that_another_followed_go_on_there() {
    var federation = federation("Federation of two");
    members(federation, "H81006");
    var keeper = Office.keeper().get("/v1/people/me").<String>path("personId");
    var ada = person("Ada Test");
    var held = role(ada, "PRACTICE_PARTNER", "H81006");
    var stays = role(person("Ben Test"), "PRACTICE_PARTNER", "H81006");
    var own = role(keeper, "PRACTICE_MANAGER", "H81006");
    succeed("H81006", "MERGER", "H81005");
    var listed = unresolved("H81006");
    assertThat(listed.<Map<String, Integer>>path("byKind"))
        .isEqualTo(Map.of("OWN_MEMBERSHIP", 1, "ROLE_HOLDING", 3));
    assertThat(listed.<List<Boolean>>path("items.assignable")).containsOnly(true);
    assertThat(listed.<List<Boolean>>path("items.endable")).containsOnly(true);
    assertThat(listed.<String>path("items[0].subjectName")).isEqualTo("Federation of two");
    assertThat(listed.<List<String>>path("items.suggestion")).containsOnly("H81005");

    var member = listed.<String>path("items[0].id");
    problem(assign(Map.of(own, "H81005", held, "H81005")), 409, "assignments-refused");
    done(200, assign(Map.of(member, "H81005", held, "H81005")));
    assertThat(belongsTo("H81005")).contains(federation);
    assertThat(belongsTo("H81006")).doesNotContain(federation);
    assertThat(holding(ada, "H81006").get("end")).isEqualTo("2026-05-01");
    assertThat(holding(ada, "H81005"))
        .containsEntry("start", "2026-05-01")
        .containsEntry("end", null)
        .containsEntry("insteadOf", held);
    done(200, Office.administrator().post(ASSIGNMENTS, assignments(Map.of(own, "H81005"))));
    assertThat(unresolved("H81006").<List<String>>path("items.id")).containsExactly(stays);
    long head = store.head();
    done(200, assign(Map.of(held, "H81005")));
    assertThat(store.head()).as("assigning it so again is no event").isEqualTo(head);

    var back = "/v1/people/" + ada + "/roles/" + holding(ada, "H81005").get("roleHoldingId");
    done(204, Office.keeper().post(back + "/taking-back", "{}"));
    assertThat(unresolved("H81006").<List<String>>path("items.id"))
        .containsExactlyInAnyOrder(held, stays);
    problem(
        Office.keeper().post("/v1/people/" + ada + "/roles/" + held + "/taking-back", "{}"),
        409,
        "not-assigned");
    done(200, ending(held));
    assertThat(holding(ada, "H81006").get("end")).isEqualTo("2026-05-01");

    done(204, reopen("H81006", "2026-08-01"));
    assertThat(unresolved("H81006").<List<List<String>>>path("items.candidates.organisationId"))
        .as("of whom nobody has said that they stay")
        .containsExactly(List.of("H81005", "H81006"));
    done(200, assign(Map.of(stays, "H81006")));
    assertThat(unresolved("H81006").<Integer>path("total")).isZero();
    head = store.head();
    done(200, assign(Map.of(stays, "H81006")));
    assertThat(store.head()).as("saying again that it stays is no event").isEqualTo(head);
    assertThat(holding(ada, "H81006").get("end"))
        .as("opening again puts nobody back")
        .isEqualTo("2026-05-01");
  }

  @Test
  void what_hangs_on_a_practice_that_nobody_followed_ends_or_stays_when_it_opens_again() {
    var federation = federation("Federation of one");
    members(federation, "H81001");
    var person = person("Cy Test");
    var role = role(person, "PRACTICE_MANAGER", "H81001");
    done(204, close("H81001", "2026-06-01"));
    assertThat(unresolved("H81001", "&asOf=2026-05-31").<Integer>path("total")).isZero();
    var listed = unresolved("H81001");
    assertThat(listed.<Map<String, Integer>>path("byKind"))
        .isEqualTo(Map.of("OWN_MEMBERSHIP", 1, "ROLE_HOLDING", 1));
    assertThat(listed.<List<List<String>>>path("items.candidates")).containsOnly(List.<String>of());
    problem(assign(Map.of(role, "H81002")), 409, "assignments-refused");
    done(204, reopen("H81001", "2026-06-01"));
    assertThat(unresolved("H81001").<Integer>path("total")).as("as if it never closed").isZero();

    done(204, close("H81001", "2026-07-01"));
    var ids = unresolved("H81001").<List<String>>path("items.id").toArray(new String[0]);
    done(200, ending(ids));
    assertThat(unresolved("H81001").<Integer>path("total")).isZero();
    long head = store.head();
    done(200, ending(ids));
    assertThat(store.head()).as("ending it again is no event").isEqualTo(head);
    assertThat(holding(person, "H81001").get("end")).isEqualTo("2026-07-01");
    assertThat(belongsTo("H81001")).doesNotContain(federation);

    done(204, reopen("H81001", "2026-09-01"));
    assertThat(unresolved("H81001").<Integer>path("total")).isZero();
    assertThat(belongsTo("H81001")).as("nobody is put back").doesNotContain(federation);
    assertThat(holding(person, "H81001").get("end")).isEqualTo("2026-07-01");
    role(person, "PRACTICE_MANAGER", "H81001", "2026-09-01");
  }

  @Test
  void systems_of_a_body_that_was_followed_wait_until_an_administrator_says() {
    var old = federation("Federation with systems");
    var north = federation("North with systems");
    var south = federation("South with systems");
    var goesOn = system(old);
    var ends = system(old);
    succeed(old, "SPLIT", north, south);
    await("both are stopped")
        .atMost(Office.PATIENCE)
        .until(() -> state(goesOn).equals("SUSPENDED") && state(ends).equals("SUSPENDED"));
    var listed = unresolved(old);
    assertThat(listed.<List<String>>path("items.subjectId"))
        .containsExactlyInAnyOrder(goesOn, ends);
    assertThat(listed.<List<Boolean>>path("items.assignable")).containsOnly(false);
    problem(assign(Map.of(goesOn, north)), 409, "assignments-refused");
    problem(ending(ends), 409, "assignments-refused");

    var admin = Office.administrator();
    done(200, admin.post(ASSIGNMENTS, assignments(Map.of(goesOn, north))));
    done(200, admin.post(ASSIGNMENTS, endings(ends)));
    assertThat(unresolved(old).<Integer>path("total")).isZero();
    assertThat(state(goesOn)).isEqualTo("APPROVED");
    assertThat(admin.get("/v1/clients/" + goesOn).<String>path("organisationId")).isEqualTo(north);
    assertThat(state(ends)).isEqualTo("ENDED");
    long head = store.head();
    done(200, admin.post(ASSIGNMENTS, assignments(Map.of(goesOn, north))));
    done(200, admin.post(ASSIGNMENTS, endings(ends)));
    assertThat(store.head()).as("assigning it so again is no event").isEqualTo(head);

    problem(admin.post("/v1/clients/" + ends + "/approval", "{}"), 409, "client-ended");
    var to = "{\"organisationId\":\"%s\"}".formatted(old);
    done(204, admin.post("/v1/clients/" + ends + "/transfer", to));
    assertThat(unresolved(old).<List<String>>path("items.subjectId")).containsExactly(ends);
    done(200, admin.post(ASSIGNMENTS, endings(ends)));
  }

  @Test
  void places_of_an_ICB_that_was_followed_wait_and_go_where_somebody_says() {
    var place = place("Old Vale", "HQO", "2025-01-01");
    var listed = unresolved("HQO", "&kind=PLACE");
    assertThat(listed.<List<String>>path("items.subjectName")).containsExactly("Old Vale");
    assertThat(listed.<List<String>>path("items.suggestion")).containsExactly("HQA");
    problem(assign(Map.of(place, "HQB")), 409, "assignments-refused");
    var assigned = assign(Map.of(place, "HQA"));
    assertThat(assigned.statusCode()).as(assigned.asString()).isEqualTo(200);
    assertThat(unresolved("HQO", "&kind=PLACE").<Integer>path("total")).isZero();
    assertThat(unresolved("HQA", "&kind=PLACE").<Integer>path("total")).isZero();
    long head = store.head();
    assertThat(assign(Map.of(place, "HQA")).statusCode()).isEqualTo(200);
    assertThat(store.head()).as("assigning it so again is no event").isEqualTo(head);
  }

  @Test
  void topics_and_forums_of_an_ICB_that_was_followed_go_on_in_the_list_of_a_successor() {
    var care = topic("HQO", "Community services", "2025-01-01");
    var beds = topic("HQO", "Beds and wards", "2025-01-01");
    var bedsThere = topic("HQA", "Beds & wards", "2026-06-01");
    var bedsNow = "Beds & wards";
    var forum =
        Office.keeper()
            .created(
                "/v1/forums",
                """
                {"icsId":"HQO","label":"Board of the ICB","start":"2025-01-01","level":"ICB_BOARD",
                 "ownerId":"HQO","placeIds":[],"topicIds":["%s","%s"],"remit":"Plans care."}\
                """
                    .formatted(care, beds),
                "forumId");
    assertThat(
            Office.keeper()
                .post(
                    "/v1/topics/" + beds + "/names",
                    "{\"label\":\"%s\",\"from\":\"2025-02-01\"}".formatted(bedsNow))
                .statusCode())
        .isEqualTo(204);
    assertThat(unresolved("HQO", "&kind=TOPIC").<List<String>>path("items.subjectName"))
        .containsExactlyInAnyOrder("Community services", bedsNow);
    assertThat(unresolved("HQO", "&kind=FORUM").<List<String>>path("items.subjectName"))
        .containsExactly("Board of the ICB");
    assertThat(unresolved("HQO", "&kind=FORUM").<List<String>>path("items.suggestion"))
        .containsExactly("HQA");
    problem(assign(Map.of(care, "HQB")), 409, "assignments-refused");

    var all = Map.of(forum, "HQA", care, "HQA", beds, "HQA");
    var assigned = assign(all);
    assertThat(assigned.statusCode()).as(assigned.asString()).isEqualTo(200);
    assertThat(unresolved("HQO", "&kind=TOPIC").<Integer>path("total")).isZero();
    assertThat(unresolved("HQO", "&kind=FORUM").<Integer>path("total")).isZero();
    String careThere = Office.keeper().get("/v1/topics/" + care).path("resolvesTo");
    assertThat(Office.keeper().get("/v1/topics/" + careThere).jsonPath().<String>get("icsId"))
        .isEqualTo("HQA");
    assertThat(Office.keeper().get("/v1/topics/" + beds).<String>path("resolvesTo"))
        .as("the one that is called the same there")
        .isEqualTo(bedsThere);
    var there =
        Office.keeper()
            .get("/v1/forums/" + Office.keeper().get("/v1/forums/" + forum).path("resolvesTo"));
    assertThat(there.jsonPath().<Map<String, Object>>get(""))
        .containsEntry("icsId", "HQA")
        .containsEntry("ownerId", "HQA")
        .containsEntry("label", "Board of the ICB")
        .containsEntry("topicIds", List.of(careThere, bedsThere))
        .containsEntry("remit", "Plans care.");

    long head = store.head();
    assertThat(assign(all).statusCode()).isEqualTo(200);
    assertThat(store.head()).as("assigning it so again is no event").isEqualTo(head);
    var back = Office.keeper().post("/v1/topics/" + care + "/reinstatement", "{}");
    assertThat(back.statusCode()).as(back.asString()).isEqualTo(204);
    assertThat(unresolved("HQO", "&kind=TOPIC").<List<String>>path("items.id"))
        .containsExactly(care);
    assertThat(assign(Map.of(care, "HQA")).statusCode()).isEqualTo(200);
    assertThat(Office.keeper().get("/v1/topics/" + care).<String>path("resolvesTo"))
        .isEqualTo(careThere);
  }

  private static String topic(String icb, String label, String start) {
    return Office.keeper()
        .created(
            "/v1/topics",
            "{\"icsId\":\"%s\",\"label\":\"%s\",\"start\":\"%s\"}".formatted(icb, label, start),
            "topicId");
  }

  @Test
  void practices_of_a_place_that_went_on_in_another_wait_too() {
    var one = place("First half", "HQB", "2018-01-01");
    var other = place("Second half", "HQB", "2018-01-01");
    var added =
        Office.keeper()
            .post(
                "/v1/organisations/places/" + one + "/practices",
                "{\"practiceIds\":[\"H81001\"],\"start\":\"2018-01-01\"}");
    assertThat(added.statusCode()).as(added.asString()).isEqualTo(200);
    var merged =
        Office.keeper()
            .post(
                "/v1/organisations/places/" + one + "/merging",
                "{\"into\":\"%s\",\"on\":\"2019-01-01\"}".formatted(other));
    assertThat(merged.statusCode()).as(merged.asString()).isEqualTo(204);
    var listed = unresolved(one);
    assertThat(listed.<List<String>>path("items.subjectId")).containsExactly("H81001");
    assertThat(listed.<String>path("items[0].predecessorName")).isEqualTo("First half");
    var assigned = assign(Map.of(listed.path("items[0].id"), other));
    assertThat(assigned.statusCode()).as(assigned.asString()).isEqualTo(200);
    assertThat(belongsTo("H81001")).contains(other).doesNotContain(one);
    var ended =
        Office.keeper()
            .post(
                "/v1/organisations/H81001/affiliations/" + affiliation("H81001", other) + "/ending",
                "{\"end\":\"2019-02-01\"}");
    assertThat(ended.statusCode()).as("other tests find it without a place").isEqualTo(204);
  }

  @Test
  void everybody_may_read_who_followed_whom() {
    var old = federation("Followed federation");
    var next = federation("Following federation");
    members(old, "H81002");
    succeed(old, "ACQUISITION", next);
    var before = Caller.as("colm.ashgrove").get("/v1/organisations/" + old + "/succession");
    assertThat(before.<List<String>>path("followedBy.organisationId")).containsExactly(next);
    assertThat(before.<List<String>>path("followedBy.name"))
        .containsExactly("Following federation");
    assertThat(before.<Integer>path("waiting")).isEqualTo(1);
    var after = Caller.as("colm.ashgrove").get("/v1/organisations/" + next + "/succession");
    assertThat(after.<List<String>>path("follows.on")).containsExactly("2026-05-01");
    assertThat(after.<List<String>>path("follows.organisationId")).containsExactly(old);
    var earlier =
        Caller.as("colm.ashgrove").get("/v1/organisations/" + next + "/succession?asOf=2026-04-30");
    assertThat(earlier.<List<String>>path("follows.organisationId")).isEmpty();
    problem(
        Caller.as("colm.ashgrove").get("/v1/organisations/W99999/succession"), 404, "not-found");
    problem(Caller.as("colm.ashgrove").get("/v1/organisations/unresolved"), 403, "not-allowed");
  }

  @Test
  void successors_and_questions_that_make_no_sense_are_refused() {
    var old = federation("Lonely federation");
    problem(post(old, "SPLIT", "H81003", "H81004"), 422, "successors-do-not-fit");
    problem(post(old, "MERGER", old), 422, "successors-do-not-fit");
    problem(post(old, "MERGER", "W99999"), 422, "successors-do-not-fit");
    problem(
        Office.keeper()
            .post(
                "/v1/organisations/H81003/affiliations/"
                    + affiliation("H81003", "H1B")
                    + "/taking-back",
                "{}"),
        409,
        "not-assigned");
    problem(
        Office.keeper().get("/v1/organisations/unresolved?asOf=yesterday"), 400, "invalid-request");
    problem(Office.keeper().post(ASSIGNMENTS, "{\"assignments\":[]}"), 400, "invalid-request");
    problem(assign(Map.of("no-such-thing", "H81003")), 409, "assignments-refused");
    problem(ending("no-such-thing"), 409, "assignments-refused");
    problem(
        Office.keeper().post(ASSIGNMENTS, "{\"assignments\":[{\"id\":\"neither\"}]}"),
        400,
        "invalid-request");
    problem(
        Office.keeper()
            .post(
                ASSIGNMENTS, "{\"assignments\":[{\"id\":\"a\",\"to\":\"H81003\",\"ends\":true}]}"),
        400,
        "invalid-request");
  }

  private static String person(String name) {
    return Office.administrator().created("/v1/people", Office.named(name), "personId");
  }

  private static String role(String person, String role, String at) {
    return role(person, role, at, "2020-01-01");
  }

  private static String role(String person, String role, String at, String start) {
    return Office.administrator()
        .created(
            "/v1/people/" + person + "/roles",
            "{\"role\":\"%s\",\"organisationId\":\"%s\",\"start\":\"%s\"}"
                .formatted(role, at, start),
            "roleHoldingId");
  }

  /** The only one there. */
  private static Map<String, Object> holding(String person, String at) {
    return Office.keeper()
        .get("/v1/people/" + person)
        .path("roleHoldings.find { it.organisationId == '%s' }".formatted(at));
  }

  private static String system(String organisation) {
    var id = "system-" + UUID.randomUUID();
    Office.administrator()
        .created(
            "/v1/clients",
            "{\"clientId\":\"%s\",\"organisationId\":\"%s\",\"kind\":\"PARTNER\"}"
                .formatted(id, organisation),
            "clientId");
    done(204, Office.administrator().post("/v1/clients/" + id + "/approval", "{}"));
    return id;
  }

  private static String state(String client) {
    return Office.administrator().get("/v1/clients/" + client).path("state");
  }

  private static Response close(String id, String end) {
    return Office.keeper()
        .post("/v1/organisations/" + id + "/closing", "{\"end\":\"%s\"}".formatted(end));
  }

  private static Response reopen(String id, String from) {
    return Office.keeper()
        .post("/v1/organisations/" + id + "/reopening", "{\"from\":\"%s\"}".formatted(from));
  }

  private static Response ending(String... ids) {
    return Office.keeper().post(ASSIGNMENTS, endings(ids));
  }

  private static String endings(String... ids) {
    return List.of(ids).stream()
        .map("{\"id\":\"%s\",\"ends\":true}"::formatted)
        .collect(Collectors.joining(",", "{\"assignments\":[", "]}"));
  }

  private static void done(int status, Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
  }

  private static String federation(String name) {
    return Office.keeper()
        .created(
            "/v1/organisations",
            "{\"name\":\"%s\",\"kind\":\"FEDERATION\",\"start\":\"2019-04-01\"}".formatted(name),
            "organisationId");
  }

  private static String place(String name, String icb, String start) {
    return Office.keeper()
        .created(
            "/v1/organisations/places",
            "{\"icsId\":\"%s\",\"name\":\"%s\",\"start\":\"%s\"}".formatted(icb, name, start),
            "placeId");
  }

  private static void members(String body, String... practices) {
    var ids = List.of(practices).stream().map(id -> "\"" + id + "\"").toList();
    var added =
        Office.keeper()
            .post(
                "/v1/organisations/" + body + "/members",
                "{\"memberIds\":%s,\"kind\":\"FEDERATION\",\"start\":\"2020-01-01\"}"
                    .formatted(ids));
    assertThat(added.statusCode()).as(added.asString()).isEqualTo(200);
  }

  private static void succeed(String old, String kind, String... successors) {
    var said = post(old, kind, successors);
    assertThat(said.statusCode()).as(said.asString()).isEqualTo(204);
  }

  private static Response post(String old, String kind, String... successors) {
    var ids = List.of(successors).stream().map(id -> "\"" + id + "\"").toList();
    return Office.keeper()
        .post(
            "/v1/organisations/" + old + "/succession",
            "{\"successors\":%s,\"kind\":\"%s\",\"date\":\"2026-05-01\"}".formatted(ids, kind));
  }

  private static Response unresolved(String predecessor) {
    return unresolved(predecessor, "");
  }

  private static Response unresolved(String predecessor, String query) {
    var answer =
        Office.keeper().get("/v1/organisations/unresolved?predecessor=" + predecessor + query);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer;
  }

  private static Response assign(Map<String, String> to) {
    return Office.keeper().post(ASSIGNMENTS, assignments(to));
  }

  private static String assignments(Map<String, String> to) {
    return to.entrySet().stream()
        .map(entry -> "{\"id\":\"%s\",\"to\":\"%s\"}".formatted(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(",", "{\"assignments\":[", "]}"));
  }

  private static List<String> belongsTo(String practice) {
    return Office.keeper()
        .get("/v1/organisations/" + practice)
        .path("affiliations.findAll { it.end == null }.parentId");
  }

  private static String affiliation(String practice, String parent) {
    return Office.keeper()
        .get("/v1/organisations/" + practice)
        .path("affiliations.find { it.parentId == '%s' }.affiliationId".formatted(parent));
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.<String>path("type")).endsWith("/" + slug);
  }
}
