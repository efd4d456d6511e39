package uk.onevoice.meetings.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.onevoice.meetings.adapter.http.MarlValley.COAST;
import static uk.onevoice.meetings.adapter.http.MarlValley.TODAY;
import static uk.onevoice.meetings.adapter.http.MarlValley.VALLEY;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
    initArgs = @ResourceArg(name = "log", value = "meetings"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeetingsHttpTest {
  private static final String PATH = "/v1/meetings";

  @Inject Directory directory;

  @BeforeAll
  void who_is_who() {
    MarlValley.isKnownTo(directory);
  }

  @Test
  void nobody_confirms_their_own_claim_under_another_record_of_theirs() {
    String meeting = scheduled(VALLEY, TODAY);
    String item = item(meeting);
    accepted(nadia().post(meeting + "/positions", position(item, "FOR")));
    accepted(nadia().post(meeting + "/attendances", attendance(MarlValley.nadia())));
    accepted(nadia().post(meeting + "/outcomes", outcome(item, "AGREED", "CHANGED")));
    var nadia = new PersonId(MarlValley.nadia());
    var owen = new PersonId(MarlValley.owen());
    String topic = ConfigProvider.getConfig().getValue("onevoice.directory.topic", String.class);
    try (var registry = ToldRegistry.on(topic)) {
      registry.merge(nadia.value(), owen.value());
      await().until(() -> directory.standing(nadia).equals(owen));
      problem(
          owen().post(meeting + "/confirmations", ofItem(item)), 409, "confirmed-by-its-assessor");
      accepted(owen().post(meeting + "/attendances", attendance(MarlValley.owen())));
      accepted(owen().post(meeting + "/assessments", influence(item, "PARTLY")));
      var one = owen().get(meeting).jsonPath();
      assertThat(one.getList("attendances.personId"))
          .as("one human being was there once")
          .containsExactly(MarlValley.owen().toString());
      assertThat(one.getString("items[0].influence.assessedBy"))
          .isEqualTo(MarlValley.owen().toString());
      registry.undoMerge(nadia.value(), owen.value());
      await().until(() -> directory.standing(nadia).equals(nadia));
    }
    assertThat(nadia().get(meeting).jsonPath().getString("items[0].influence.assessedBy"))
        .as("written down under the record that was there")
        .isEqualTo(MarlValley.nadia().toString());
    accepted(owen().post(meeting + "/confirmations", ofItem(item)));
  }

  @Test
  void a_claim_to_have_changed_an_item_counts_once_a_second_person_confirms_it() {
    String meeting = scheduled(VALLEY, TODAY);
    String item = item(meeting);
    accepted(nadia().post(meeting + "/positions", position(item, "FOR")));
    accepted(nadia().post(meeting + "/attendances", attendance(MarlValley.nadia())));
    accepted(nadia().post(meeting + "/outcomes", outcome(item, "AGREED", "CHANGED")));

    var claimed = nadia().get(meeting).jsonPath();
    assertThat(claimed.getMap("items[0]"))
        .containsEntry("itemId", item)
        .containsEntry("position", "FOR")
        .containsEntry("outcome", "AGREED");
    assertThat(claimed.getMap("items[0].influence"))
        .containsEntry("influence", "CHANGED")
        .containsEntry("assessedBy", MarlValley.nadia().toString())
        .containsEntry("confirmedBy", null)
        .containsEntry("counts", false);

    problem(
        nadia().post(meeting + "/confirmations", ofItem(item)), 409, "confirmed-by-its-assessor");
    accepted(owen().post(meeting + "/confirmations", ofItem(item)));

    Response read = nadia().get(meeting);
    assertThat(read.jsonPath().getMap("items[0].influence"))
        .containsEntry("confirmedBy", MarlValley.owen().toString())
        .containsEntry("counts", true);
    assertThat(read.jsonPath().<String, Object>getMap("attendances[0]"))
        .containsEntry("personId", MarlValley.nadia().toString())
        .containsEntry("capacity", "REPRESENTATIVE")
        .containsEntry("kind", "PRESENT");
    assertThat(read.header("ETag")).isEqualTo("\"8\"");
  }

  @ParameterizedTest(name = "{0} may schedule: {1}, work on it: {2}, read: {3}, list: {4}")
  @CsvSource({
    "nobody,            401, 401, 401, 401",
    "foreign,           401, 401, 401, 401",
    "keeper,            403, 403, 403, 403",
    "colm.ashgrove,     403, 403, 404, 404",
    "rowan.pike,        403, 403, 404, 404",
    "grace.ndukwe-hale, 403, 404, 404, 404",
    "femi.larkspur,     403, 403, 200, 200",
    "owen.tallant,      201, 201, 200, 200",
    "nadia.velloso,     201, 201, 200, 200",
    "icb-client,        403, 403, 403, 403",
    "partner-client,    403, 403, 403, 403"
  })
  void who_may_do_what(String who, int schedule, int work, int read, int list) {
    String meeting = scheduled(VALLEY, TODAY);
    Caller caller = caller(who);
    assertThat(caller.post(PATH, meeting(VALLEY, TODAY)).statusCode()).isEqualTo(schedule);
    for (String path :
        List.of("/positions", "/attendances", "/outcomes", "/assessments", "/confirmations")) {
      int refused = caller.post(meeting + path, bodyOf(path)).statusCode();
      assertThat(refused).as(path).isEqualTo(work == 201 ? 422 : work);
    }
    assertThat(caller.post(meeting + "/items", ITEM).statusCode()).isEqualTo(work);
    assertThat(caller.get(meeting).statusCode()).isEqualTo(read);
    assertThat(caller.get(PATH + "?placeId=" + VALLEY).statusCode()).isEqualTo(list);
  }

  @Test
  void a_forum_of_the_list_meets_under_the_name_of_the_day() {
    Response scheduled = nadia().post(PATH, of(MarlValley.BOARD, TODAY.minusDays(1)));
    assertThat(scheduled.statusCode()).as(scheduled.asString()).isEqualTo(201);
    assertThat(
            nadia()
                .get(PATH + "/" + scheduled.path("meetingId"))
                .jsonPath()
                .<String, Object>getMap(""))
        .containsEntry("forum", "Place board")
        .containsEntry("forumNow", "Place partnership")
        .containsEntry("forumId", MarlValley.BOARD.toString());
    problem(nadia().post(PATH, of(UUID.randomUUID(), TODAY)), 422, "forum-not-in-use");
    problem(
        nadia().post(PATH, of(MarlValley.BOARD, LocalDate.of(2019, 1, 1))),
        422,
        "forum-not-in-use");
  }

  private static String of(UUID forum, LocalDate on) {
    return "{\"placeId\":\"%s\",\"forumId\":\"%s\",\"on\":\"%s\"}".formatted(VALLEY, forum, on);
  }

  @Test
  void an_item_is_about_a_topic_that_is_in_use_in_the_list_of_the_ics() {
    String meeting = scheduled(VALLEY, TODAY);
    Response added = nadia().post(meeting + "/items", onTopic(MarlValley.NURSING));
    assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
    String topic = ConfigProvider.getConfig().getValue("onevoice.directory.topic", String.class);
    try (var registry = ToldRegistry.on(topic)) {
      registry.merged(MarlValley.NURSING, "WYVICB01", MarlValley.CARE, TODAY);
    }
    await()
        .until(() ->
            "Community & nursing care"
                .equals(nadia().get(meeting).jsonPath().getString("items[0].topicNow")));
    assertThat(nadia().get(meeting).jsonPath().<String, Object>getMap("items[0]"))
        .containsEntry("topic", "district-nursing")
        .containsEntry("topicId", MarlValley.NURSING.toString());
    item(meeting);
    assertThat(nadia().get(meeting).jsonPath().<String, Object>getMap("items[1]"))
        .containsEntry("topic", "community-services")
        .containsEntry("topicId", null)
        .containsEntry("topicNow", null);

    for (UUID no : List.of(MarlValley.NURSING, MarlValley.ELSEWHERE, UUID.randomUUID())) {
      Response refused = nadia().post(meeting + "/items", onTopic(no));
      problem(refused, 422, "topic-not-in-use");
      assertThat(refused.jsonPath().getList("violations.pointer")).containsExactly("/topicId");
    }
    String both = ITEM.replaceFirst("\\{", "{\"topicId\": \"" + MarlValley.CARE + "\", ");
    problem(nadia().post(meeting + "/items", both), 400, "invalid-request");
    problem(nadia().post(meeting + "/items", "{\"title\": \"T\"}"), 400, "invalid-request");
  }

  private static String onTopic(UUID topic) {
    return "{\"title\": \"Nurses move to teams\", \"topicId\": \"%s\"}".formatted(topic);
  }

  @Test
  void a_meeting_of_others_looks_like_none_at_all() {
    String meeting = scheduled(VALLEY, TODAY);
    String nowhere = PATH + "/" + UUID.randomUUID();
    Caller grace = Caller.as("grace.ndukwe-hale");
    assertThat(withoutCorrelation(grace.get(meeting)))
        .isEqualTo(withoutCorrelation(grace.get(nowhere)));
    assertThat(withoutCorrelation(grace.post(meeting + "/items", ITEM)))
        .isEqualTo(withoutCorrelation(grace.post(nowhere + "/items", ITEM)));
    assertThat(withoutCorrelation(grace.get(PATH + "?placeId=" + VALLEY)))
        .isEqualTo(withoutCorrelation(grace.get(PATH + "?placeId=" + UUID.randomUUID())));
    String cursor = meeting.substring(meeting.lastIndexOf('/') + 1);
    problem(grace.get(PATH + "?placeId=" + COAST + "&after=" + cursor), 400, "invalid-request");
  }

  @Test
  void nobody_schedules_in_a_place_where_their_body_has_no_member() {
    problem(nadia().post(PATH, meeting(COAST, TODAY)), 403, "not-allowed");
    problem(nadia().post(PATH, meeting(UUID.randomUUID(), TODAY)), 403, "not-allowed");
  }

  @Test
  void rules_say_no_with_a_problem() {
    String meeting = scheduled(VALLEY, TODAY);
    String item = item(meeting);
    problem(nadia().post(meeting + "/assessments", influence(item, "NONE")), 409, "no-outcome-yet");
    accepted(nadia().post(meeting + "/outcomes", outcome(item, "NOTED")));
    problem(nadia().post(meeting + "/positions", position(item, "FOR")), 409, "position-too-late");
    problem(
        nadia().post(meeting + "/assessments", influence(item, "NONE")),
        409,
        "assessor-was-not-there");
    problem(
        nadia().post(meeting + "/attendances", attendance(UUID.randomUUID())),
        422,
        "person-not-known");
    accepted(nadia().post(meeting + "/attendances", attendance(MarlValley.nadia())));
    problem(
        nadia().post(meeting + "/assessments", influence(item, "CHANGED")),
        409,
        "claim-without-position");
    problem(
        nadia().post(meeting + "/outcomes", outcome(item, "NOT_DECIDED", "CHANGED")),
        409,
        "claim-without-decision");
    accepted(nadia().post(meeting + "/assessments", influence(item, "NONE")));
    problem(owen().post(meeting + "/confirmations", ofItem(item)), 409, "nothing-to-confirm");
    problem(
        nadia().post(meeting + "/positions", position(UUID.randomUUID().toString(), "FOR")),
        422,
        "item-not-on-agenda");

    String later = scheduled(VALLEY, TODAY.plusDays(1));
    String coming = item(later);
    problem(
        nadia().post(later + "/outcomes", outcome(coming, "AGREED")), 409, "meeting-still-to-come");
    problem(
        nadia().post(later + "/attendances", attendance(MarlValley.nadia())),
        409,
        "meeting-still-to-come");
  }

  @Test
  void an_outcome_is_corrected_and_the_correction_is_an_entry_of_its_own() {
    String meeting = scheduled(VALLEY, TODAY);
    String item = item(meeting);
    accepted(nadia().post(meeting + "/outcomes", outcome(item, "AGREED")));
    Response same = nadia().post(meeting + "/outcomes", outcome(item, "AGREED"));
    assertThat(same.header("ETag")).isEqualTo("\"3\"");
    Response corrected = nadia().post(meeting + "/outcomes", outcome(item, "VOTED"));
    assertThat(corrected.header("ETag")).isEqualTo("\"4\"");
    assertThat(nadia().get(meeting).jsonPath().getString("items[0].outcome")).isEqualTo("VOTED");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "                | {\"forum\": \"F\", \"on\": \"2026-11-24\"}                   | /placeId",
        "                | {\"placeId\": \"p\", \"forum\": \"F\", \"on\": \"2026-11-24\"} | /placeId",
        "/items          | {\"title\": \"\", \"topic\": \"t\"}                          | /title",
        "/items          | {\"title\": \"T\", \"topic\": \"Not a slug\"}                | /topic",
        "/items          | {\"title\": \"T\", \"topic\": \"t\", \"by\": \"me\"}          | /by",
        "/positions      | {\"itemId\": \"7\", \"stance\": \"FOR\"}                      | /itemId",
        "/attendances    | {\"personId\": null, \"capacity\": \"DELEGATE\"}             | /personId",
        "/confirmations  | {}                                                       | /itemId"
      })
  void what_cannot_be_read_is_refused_with_the_field(
      @org.jspecify.annotations.Nullable String path, String body, String pointer) {
    String address = path == null ? PATH : scheduled(VALLEY, TODAY) + path;
    Response refused = nadia().post(address, body);
    problem(refused, 400, "invalid-request");
    assertThat(refused.jsonPath().getList("violations.pointer")).containsExactly(pointer);
  }

  @ParameterizedTest
  @CsvSource({
    "/positions,   stance",
    "/attendances, capacity",
    "/outcomes,    outcome",
    "/assessments, influence"
  })
  void only_the_words_of_the_contract_are_taken(String path, String field) {
    String meeting = scheduled(VALLEY, TODAY);
    String body =
        bodyOf(path).replaceAll("\"" + field + "\": \"[A-Z]+\"", "\"" + field + "\": \"LOUD\"");
    Response refused = nadia().post(meeting + path, body);
    problem(refused, 400, "invalid-request");
    assertThat(refused.jsonPath().getList("violations.pointer")).containsExactly("/" + field);
  }

  @Test
  void items_are_added_by_many_at_once_and_none_is_lost() throws Exception {
    String meeting = scheduled(VALLEY, TODAY);
    Caller nadia = nadia();
    Caller owen = owen();
    try (var threads = Executors.newFixedThreadPool(16)) {
      List<Future<Integer>> added = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Caller caller = i % 2 == 0 ? nadia : owen;
        added.add(threads.submit(() -> caller.post(meeting + "/items", ITEM).statusCode()));
      }
      for (Future<Integer> answer : added) {
        assertThat(answer.get()).isEqualTo(201);
      }
    }
    assertThat(nadia.get(meeting).jsonPath().getList("items.itemId"))
        .hasSize(60)
        .doesNotHaveDuplicates();
  }

  @Test
  void the_meetings_of_a_place_come_in_pages_the_latest_first() {
    Caller grace = Caller.as("grace.ndukwe-hale");
    for (int ahead : List.of(0, -7, 21, 0, -30)) {
      grace.post(PATH, meeting(COAST, TODAY.plusDays(ahead)));
    }
    List<String> listed = new ArrayList<>();
    String after = "";
    do {
      Response page = grace.get(PATH + "?limit=2&placeId=" + COAST + after);
      page.jsonPath().<Map<String, String>>getList("items").stream()
          .map(item -> item.get("on") + " " + item.get("meetingId"))
          .forEach(listed::add);
      // What is written down meanwhile moves nothing from one page to another.
      grace.post(PATH, meeting(COAST, TODAY.plusDays(60)));
      String next = page.path("next");
      after = next == null ? "" : "&after=" + next;
    } while (!after.isEmpty());
    assertThat(listed)
        .hasSize(5)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void whoever_held_a_role_on_the_day_attended_and_nobody_else() {
    String before = scheduled(VALLEY, TODAY.minusDays(1));
    accepted(nadia().post(before + "/attendances", attendance(MarlValley.tamsin())));
    String after = scheduled(VALLEY, TODAY);
    problem(
        nadia().post(after + "/attendances", attendance(MarlValley.tamsin())),
        422,
        "person-not-known");
  }

  private static final String ITEM =
      "{\"title\": \"Community nurses move to teams\", \"topic\": \"community-services\"}";

  private static String bodyOf(String path) {
    String item = UUID.randomUUID().toString();
    return switch (path) {
      case "/positions" -> position(item, "FOR");
      case "/attendances" -> attendance(UUID.randomUUID());
      case "/outcomes" -> outcome(item, "AGREED");
      case "/assessments" -> influence(item, "NONE");
      case "/confirmations" -> ofItem(item);
      default -> throw new IllegalArgumentException(path);
    };
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

  private static void accepted(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isIn(200, 204);
    assertThat(response.header("X-Position")).matches("meetings:\\d+:\\d+");
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.jsonPath().getString("type"))
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }

  private static Map<String, ?> withoutCorrelation(Response response) {
    Map<String, Object> problem = new java.util.HashMap<>(response.jsonPath().getMap(""));
    problem.remove("correlationId");
    return problem;
  }

  /** A new meeting's path. */
  private static String scheduled(UUID place, LocalDate on) {
    Response scheduled = nadia().post(PATH, meeting(place, on));
    assertThat(scheduled.statusCode()).as(scheduled.asString()).isEqualTo(201);
    return PATH + "/" + scheduled.<String>path("meetingId");
  }

  private static String item(String meeting) {
    Response added = nadia().post(meeting + "/items", ITEM);
    assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
    return added.path("itemId");
  }

  private static String meeting(UUID place, LocalDate on) {
    return "{\"placeId\": \"%s\", \"forum\": \"Marl Valley place board\", \"on\": \"%s\"}"
        .formatted(place, on);
  }

  private static String position(String item, String stance) {
    return "{\"itemId\": \"%s\", \"stance\": \"%s\"}".formatted(item, stance);
  }

  private static String attendance(UUID person) {
    return "{\"personId\": \"%s\", \"capacity\": \"REPRESENTATIVE\"}".formatted(person);
  }

  private static String outcome(String item, String outcome) {
    return "{\"itemId\": \"%s\", \"outcome\": \"%s\"}".formatted(item, outcome);
  }

  private static String outcome(String item, String outcome, String influence) {
    return """
    {"itemId": "%s", "outcome": "%s", "influence": "%s", "evidence": "Seen in the papers."}\
    """
        .formatted(item, outcome, influence);
  }

  private static String influence(String item, String influence) {
    return """
    {"itemId": "%s", "influence": "%s", "evidence": "Seen in the papers."}\
    """
        .formatted(item, influence);
  }

  private static String ofItem(String item) {
    return "{\"itemId\": \"%s\"}".formatted(item);
  }
}
