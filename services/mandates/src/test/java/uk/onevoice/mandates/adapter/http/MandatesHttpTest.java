package uk.onevoice.mandates.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.onevoice.mandates.adapter.http.MarlValley.BRACKMOOR;
import static uk.onevoice.mandates.adapter.http.MarlValley.BRACKMOOR_PRACTICES;
import static uk.onevoice.mandates.adapter.http.MarlValley.COAST;
import static uk.onevoice.mandates.adapter.http.MarlValley.COAST_PRACTICE;
import static uk.onevoice.mandates.adapter.http.MarlValley.COMMITTEE;
import static uk.onevoice.mandates.adapter.http.MarlValley.FEDERATION;
import static uk.onevoice.mandates.adapter.http.MarlValley.TRUST;
import static uk.onevoice.mandates.adapter.http.MarlValley.VALLEY;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.directory.Directory;
import uk.onevoice.testkit.stack.RunningStack;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "mandates"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MandatesHttpTest {
  private static final String PATH = "/v1/mandates";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private static final LocalDate START = TODAY.minusDays(10);

  @Inject Directory directory;

  @BeforeAll
  void who_is_who() {
    MarlValley.isKnownTo(directory);
  }

  @Test
  void a_federation_asks_a_practice_answers_and_the_counts_show_it() {
    Response opened = nadia().post(PATH, mandate(VALLEY));
    assertThat(opened.statusCode()).isEqualTo(201);
    assertThat(opened.header("ETag")).isEqualTo("\"1\"");
    assertThat(opened.header("X-Position")).matches("mandates:\\d+:\\d+");
    String id = opened.path("mandateId");
    assertThat(opened.header("Location")).endsWith(PATH + "/" + id);

    Response answered = femi().post(path(id) + "/responses", answer("WYVP0001", "GRANT"));
    assertThat(answered.statusCode()).isEqualTo(204);
    assertThat(answered.header("ETag")).isEqualTo("\"2\"");

    Response read = nadia().get(path(id));
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.header("ETag")).isEqualTo("\"2\"");
    assertThat(read.jsonPath().getMap("counts"))
        .isEqualTo(
            Map.of(
                "practices", 3,
                "granted", 1,
                "conditional", 0,
                "declined", 0,
                "notAnswered", 2,
                "withdrawn", 0));
    assertThat(read.jsonPath().getMap(""))
        .containsEntry("placeId", VALLEY.toString())
        .containsEntry("topic", "community-services")
        .containsEntry("board", null)
        .containsEntry("holderId", FEDERATION)
        .containsEntry("inForce", true);
    assertThat(read.jsonPath().getMap("answers[0]"))
        .containsEntry("practiceId", "WYVP0001")
        .containsEntry("answer", "GRANT")
        .containsEntry("on", TODAY.toString())
        .containsEntry("through", "ONLINE")
        .containsEntry("words", null);
    assertThat(read.jsonPath().getList("answers")).hasSize(1);
  }

  @Test
  void a_mandate_is_about_a_topic_that_is_in_use_in_the_list_of_the_ics() {
    Response opened = nadia().post(PATH, onTopic(MarlValley.CARE));
    assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
    assertThat(nadia().get(path(opened.path("mandateId"))).jsonPath().getMap(""))
        .containsEntry("topic", "community-nursing-care")
        .containsEntry("topicId", MarlValley.CARE.toString())
        .containsEntry("topicNow", "Community & nursing care");
    assertThat(nadia().get(path(opened(VALLEY))).jsonPath().getMap(""))
        .containsEntry("topicId", null)
        .containsEntry("topicNow", null);

    problem(nadia().post(PATH, onTopic(MarlValley.NURSING)), 422, "topic-not-in-use");
    problem(nadia().post(PATH, onTopic(MarlValley.ELSEWHERE)), 422, "topic-not-in-use");
    problem(nadia().post(PATH, onTopic(UUID.randomUUID())), 422, "topic-not-in-use");
    problem(
        nadia()
            .post(
                PATH,
                mandate(VALLEY).replaceFirst("\\{", "{\"topicId\": \"" + MarlValley.CARE + "\",")),
        400,
        "invalid-request");
  }

  private static String onTopic(UUID topic) {
    return mandate(VALLEY).replaceFirst("\"topic\": ?\"[^\"]*\"", "\"topicId\": \"" + topic + "\"");
  }

  @Test
  void what_practices_answer_is_heard_on_the_topic_once() {
    String id = opened(VALLEY);
    femi().post(path(id) + "/responses", answer("WYVP0001", "DECLINE"));
    femi().post(path(id) + "/responses", answer("WYVP0001", "DECLINE"));
    femi().post(path(id) + "/responses", answer("WYVP0001", "WITHDRAW"));

    assertThat(heard("mandate-" + id, 3))
        .containsExactly("MandateOpened", "ConsentDeclined", "ConsentWithdrawn");
  }

  @ParameterizedTest(name = "{0} may ask: {1}, answer for a practice: {2}, read: {3}, list: {4}")
  @CsvSource({
    "nobody,            401, 401, 401, 401",
    "foreign,           401, 401, 401, 401",
    "keeper,            403, 403, 403, 403",
    "colm.ashgrove,     403, 403, 200, 200",
    "rowan.pike,        403, 403, 200, 200",
    "owen.tallant,      403, 403, 200, 200",
    "grace.ndukwe-hale, 403, 403, 200, 200",
    "nadia.velloso,     201, 403, 200, 200",
    "femi.larkspur,     403, 204, 200, 200",
    "icb-client,        403, 403, 200, 200",
    "partner-client,    403, 403, 200, 200"
  })
  void who_may_do_what(String who, int ask, int answer, int read, int list) {
    String id = opened(VALLEY);
    Caller caller = caller(who);
    assertThat(caller.post(PATH, mandate(VALLEY)).statusCode()).isEqualTo(ask);
    assertThat(caller.post(path(id) + "/responses", answer("WYVP0001", "GRANT")).statusCode())
        .isEqualTo(answer);
    assertThat(caller.get(path(id)).statusCode()).isEqualTo(read);
    assertThat(caller.get(PATH + "?placeId=" + VALLEY).statusCode()).isEqualTo(list);
  }

  @Test
  void nobody_asks_the_practices_of_a_place_where_their_body_has_no_member() {
    problem(nadia().post(PATH, mandate(COAST)), 403, "not-allowed");
    problem(nadia().post(PATH, mandate(UUID.randomUUID())), 403, "not-allowed");
    assertThat(Caller.as("grace.ndukwe-hale").post(PATH, mandate(COAST)).statusCode())
        .isEqualTo(201);
  }

  @Test
  void nobody_answers_for_a_practice_in_which_they_are_no_partner() {
    String id = opened(VALLEY);
    problem(femi().post(path(id) + "/responses", answer("WYVP0002", "GRANT")), 403, "not-allowed");
  }

  @ParameterizedTest(name = "{0} is told how many: {1}, which practice: {2}")
  @CsvSource({
    "nadia.velloso,     true,  true",
    "owen.tallant,      true,  true",
    "femi.larkspur,     true,  true",
    "demo.practices,    true,  false",
    "tamsin.orrell,     false, false",
    "grace.ndukwe-hale, false, false",
    "rowan.pike,        false, false",
    "admin,             false, false",
    "colm.ashgrove,     false, false",
    "icb-client,        false, false",
    "partner-client,    false, false"
  })
  void what_practices_answer_is_for_general_practice_of_the_place(
      String who, boolean howMany, boolean which) {
    String id = opened(VALLEY);
    Response before = caller(who).get(path(id));
    femi().post(path(id) + "/responses", answer("WYVP0001", "DECLINE"));
    Response after = caller(who).get(path(id));

    if (howMany) {
      assertThat(after.jsonPath().getInt("counts.declined")).isEqualTo(1);
      assertThat(after.header("ETag")).isEqualTo("\"2\"");
      assertThat(after.jsonPath().getList("answers.practiceId"))
          .isEqualTo(which ? List.of("WYVP0001") : List.of());
    } else {
      assertThat(after.jsonPath().getMap(""))
          .containsEntry("counts", null)
          .containsEntry("answers", null);
      // Whoever looks often sees nothing move.
      assertThat(after.asString()).isEqualTo(before.asString());
      assertThat(before.header("ETag")).isNull();
      assertThat(after.header("ETag")).isNull();
    }
    assertThat(caller(who).get(PATH + "?limit=200&placeId=" + VALLEY).asString())
        .doesNotContain("counts", "answers", "WYVP");
  }

  @Test
  void a_leader_elsewhere_leads_at_home() {
    Caller grace = Caller.as("grace.ndukwe-hale");
    String id =
        grace.post(PATH, mandate(COAST, COMMITTEE, START, START.plusMonths(6))).path("mandateId");
    Caller.as("tamsin.orrell").post(path(id) + "/responses", answer(COAST_PRACTICE, "GRANT"));
    assertThat(grace.get(path(id)).jsonPath().getList("answers.practiceId"))
        .containsExactly(COAST_PRACTICE);
    assertThat(nadia().get(path(id)).jsonPath().getMap("")).containsEntry("counts", null);
  }

  @Test
  void whoever_reads_in_another_capacity_reads_with_its_eyes() {
    String id = opened(VALLEY);
    Response ofTheCoast =
        femi()
            .request()
            .header("X-Acting-As", MarlValley.femiOfTheCoast().toString())
            .get(path(id));
    assertThat(ofTheCoast.jsonPath().getMap("")).containsEntry("counts", null);
    assertThat(ofTheCoast.header("ETag")).isNull();
    assertThat(femi().get(path(id)).jsonPath().getInt("counts.practices")).isEqualTo(3);
  }

  @Test
  void a_practice_elsewhere_does_not_find_the_version_by_guessing() {
    String id = opened(VALLEY);
    Response guess =
        Caller.as("tamsin.orrell")
            .request()
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("If-Match", "\"7\"")
            .contentType("application/json")
            .body(answer(COAST_PRACTICE, "GRANT"))
            .post(path(id) + "/responses");
    problem(guess, 409, "practice-not-in-place");
    assertThat(guess.header("ETag")).isNull();
  }

  @Test
  void a_practice_sees_its_own_answer_and_no_other() {
    String id = opened(VALLEY);
    Caller neighbour = Caller.as("demo.practices");
    femi().post(path(id) + "/responses", answer("WYVP0001", "GRANT"));
    neighbour.post(path(id) + "/responses", answer("WYVP0002", "DECLINE"));
    assertThat(femi().get(path(id)).jsonPath().getList("answers.practiceId"))
        .containsExactly("WYVP0001");
    assertThat(neighbour.get(path(id)).jsonPath().getList("answers.practiceId"))
        .containsExactly("WYVP0002");
    assertThat(nadia().get(path(id)).jsonPath().getList("answers.practiceId"))
        .containsExactlyInAnyOrder("WYVP0001", "WYVP0002");
  }

  @Test
  void a_practice_that_took_its_answer_back_has_not_answered() {
    String id = opened(VALLEY);
    femi().post(path(id) + "/responses", answer("WYVP0001", "GRANT"));
    femi().post(path(id) + "/responses", answer("WYVP0001", "WITHDRAW"));
    assertThat(nadia().get(path(id)).jsonPath().getMap("counts"))
        .containsEntry("granted", 0)
        .containsEntry("notAnswered", 3)
        .containsEntry("withdrawn", 1);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/placeId    | null",
        "/placeId    | \"valley\"",
        "/topic      | \"Community services\"",
        "/topic      | null",
        "/board      | \"\"",
        "/board      | 7",
        "/holderId   | \"a b\"",
        "/holderRole | \"\"",
        "/start      | \"01/04/2026\"",
        "/start      | \"2026-02-30\"",
        "/start      | 20260401",
        "/end        | null"
      })
  void what_cannot_be_read_is_refused_with_the_field(String pointer, String value) {
    String field = pointer.substring(1);
    String body =
        mandate(VALLEY).replaceAll("\"" + field + "\": ?(\"[^\"]*\"|null)", quoted(field, value));
    Response refused = nadia().post(PATH, body);
    problem(refused, 400, "invalid-request");
    assertThat(refused.jsonPath().getList("violations.pointer")).containsExactly(pointer);
  }

  @Test
  void unknown_fields_broken_json_and_other_media_types_are_refused() {
    problem(
        nadia().post(PATH, mandate(VALLEY).replaceFirst("\\{", "{\"colour\": 1,")),
        400,
        "invalid-request");
    problem(nadia().post(PATH, "{"), 400, "malformed-json");
    Response text =
        nadia()
            .request()
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .contentType("text/plain")
            .body("yes")
            .post(PATH);
    problem(text, 415, "unsupported-media-type");
    problem(
        nadia().request().contentType("application/json").body(mandate(VALLEY)).post(PATH),
        400,
        "idempotency-key-missing");
  }

  @Test
  void rules_say_no_with_a_problem() {
    problem(
        nadia().post(PATH, mandate(VALLEY, FEDERATION, START, START.plusMonths(24).plusDays(1))),
        422,
        "mandate-too-long");
    problem(
        nadia().post(PATH, mandate(VALLEY, FEDERATION, START, START)),
        422,
        "mandate-without-a-day");
    problem(
        nadia().post(PATH, mandate(VALLEY, TRUST, START, START.plusMonths(1))),
        422,
        "not-general-practice");
    problem(
        nadia().post(PATH, mandate(VALLEY, "WYVX9999", START, START.plusMonths(1))),
        422,
        "not-general-practice");
    String id = opened(VALLEY);
    problem(
        femi().post(path(id) + "/responses", answer("WYVP0001", "WITHDRAW")),
        409,
        "nothing-to-withdraw");
    problem(
        femi().post(path(id) + "/responses", answer("WYVP0001", "GRANT", TODAY.plusDays(1))),
        422,
        "day-in-the-future");
    problem(
        femi().post(path(id) + "/responses", answer(COAST_PRACTICE, "GRANT")),
        409,
        "practice-not-in-place");
    problem(
        femi().post(path(id) + "/responses", answer("WYVP0001", "GRANT", LocalDate.of(2019, 1, 1))),
        409,
        "practice-not-in-place");
    problem(
        femi().post(path(id) + "/responses", answer("WYVP0001", "GRANT", START.minusDays(1))),
        409,
        "answered-before-asked");
    Response askedTomorrow =
        nadia()
            .post(
                PATH,
                mandate(VALLEY)
                    .replaceFirst("\\{", "{\"openedOn\": \"" + TODAY.plusDays(1) + "\","));
    problem(askedTomorrow, 422, "day-in-the-future");
    assertThat(askedTomorrow.jsonPath().getList("violations.pointer")).containsExactly("/openedOn");
    femi().post(path(id) + "/responses", answer("WYVP0001", "GRANT"));
    problem(
        femi().post(path(id) + "/responses", answer("WYVP0001", "DECLINE", TODAY.minusDays(1))),
        409,
        "later-answer-stands");
    String old = opened(mandate(VALLEY, FEDERATION, START, TODAY));
    problem(
        femi().post(path(old) + "/responses", answer("WYVP0001", "GRANT")), 409, "mandate-run-out");
  }

  @Test
  void what_was_never_opened_is_not_there() {
    problem(nadia().get(path(UUID.randomUUID().toString())), 404, "not-found");
    problem(nadia().get(path("everything")), 404, "not-found");
    problem(
        femi().post(path(UUID.randomUUID().toString()) + "/responses", answer("WYVP0001", "GRANT")),
        404,
        "not-found");
  }

  @Test
  void a_repeated_request_has_one_effect_and_one_answer() {
    String key = UUID.randomUUID().toString();
    Response first = nadia().post(PATH, mandate(VALLEY), key);
    Response second = nadia().post(PATH, mandate(VALLEY), key);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(second.header("X-Position")).isEqualTo(first.header("X-Position"));
    problem(nadia().post(PATH, mandate(BRACKMOOR), key), 422, "idempotency-key-reused");
  }

  @Test
  void whoever_saw_an_older_version_is_told_so() {
    String id = opened(VALLEY);
    femi().post(path(id) + "/responses", answer("WYVP0001", "GRANT"));
    Response late =
        femi()
            .request()
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("If-Match", "\"1\"")
            .contentType("application/json")
            .body(answer("WYVP0001", "DECLINE"))
            .post(path(id) + "/responses");
    problem(late, 412, "stream-moved");
    assertThat(nadia().get(path(id)).jsonPath().getInt("counts.granted")).isEqualTo(1);
  }

  @Test
  void a_practice_answers_from_the_day_it_was_asked_also_before_the_first_day() {
    LocalDate asked = START.minusDays(30);
    String id = opened(mandate(VALLEY).replaceFirst("\\{", "{\"openedOn\": \"" + asked + "\","));
    Response answered = femi().post(path(id) + "/responses", answer("WYVP0001", "GRANT", asked));
    assertThat(answered.statusCode()).isEqualTo(204);
    problem(
        femi().post(path(id) + "/responses", answer("WYVP0001", "DECLINE", asked.minusDays(1))),
        409,
        "answered-before-asked");
  }

  @Test
  void the_mandates_of_a_place_come_in_pages_those_that_begin_last_first() {
    Caller grace = Caller.as("grace.ndukwe-hale");
    for (int first : List.of(3, 40, 3, 0, 17)) {
      LocalDate start = TODAY.plusDays(first);
      grace.post(PATH, mandate(COAST, COMMITTEE, start, start.plusMonths(6)));
    }
    List<String> listed = new ArrayList<>();
    String next = null;
    do {
      String after = next == null ? "" : "&after=" + next;
      Response page = grace.get(PATH + "?limit=2&placeId=" + COAST + after);
      assertThat(page.statusCode()).isEqualTo(200);
      page.jsonPath().<Map<String, String>>getList("items").stream()
          .map(item -> item.get("start") + " " + item.get("mandateId"))
          .forEach(listed::add);
      next = page.path("next");
    } while (next != null);
    assertThat(listed)
        .hasSizeGreaterThanOrEqualTo(5)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @ParameterizedTest
  @CsvSource({
    "'',                              query:placeId",
    "'?placeId=valley',               query:placeId",
    "'?placeId=%s&limit=0',           query:limit",
    "'?placeId=%s&limit=201',         query:limit",
    "'?placeId=%s&limit=-1',          query:limit",
    "'?placeId=%s&after=tomorrow',    query:after",
    "'?placeId=%s&after=8a0f7a34-0000-7000-8000-000000000001', query:after"
  })
  void a_list_asked_for_wrongly_is_refused(String query, String pointer) {
    Response refused = nadia().get(PATH + query.formatted(VALLEY));
    problem(refused, 400, "invalid-request");
    assertThat(refused.jsonPath().getList("violations.pointer")).containsExactly(pointer);
  }

  @Test
  void an_unknown_place_has_no_mandates() {
    Response empty = nadia().get(PATH + "?placeId=" + UUID.randomUUID());
    assertThat(empty.statusCode()).isEqualTo(200);
    assertThat(empty.jsonPath().getList("items")).isEmpty();
  }

  @Test
  void two_hundred_practices_answer_at_once_and_none_is_lost() throws Exception {
    String id = opened(BRACKMOOR);
    Caller femi = femi();
    try (var threads = Executors.newFixedThreadPool(32)) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (String practice : BRACKMOOR_PRACTICES) {
        answers.add(
            threads.submit(
                () -> femi.post(path(id) + "/responses", answer(practice, "GRANT")).statusCode()));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(204);
      }
    }
    Response read = nadia().get(path(id));
    assertThat(read.jsonPath().getInt("counts.granted")).isEqualTo(200);
    assertThat(read.header("ETag")).isEqualTo("\"201\"");
    assertThat(read.jsonPath().getList("answers.practiceId"))
        .containsExactlyInAnyOrderElementsOf(BRACKMOOR_PRACTICES);
  }

  private static Caller nadia() {
    return Caller.as("nadia.velloso");
  }

  private static Caller femi() {
    return Caller.as("femi.larkspur");
  }

  private static Caller caller(String who) {
    return switch (who) {
      case "nobody" -> Caller.nobody();
      case "foreign" -> Caller.foreign();
      default -> Caller.as(who);
    };
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.jsonPath().getString("type"))
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }

  private static String opened(UUID place) {
    return opened(mandate(place));
  }

  private static String opened(String body) {
    Response opened = nadia().post(PATH, body);
    assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
    return opened.path("mandateId");
  }

  private static String path(String id) {
    return PATH + "/" + id;
  }

  private static String mandate(UUID place) {
    return mandate(place, FEDERATION, START, START.plusMonths(24));
  }

  private static String mandate(UUID place, String holder, LocalDate start, LocalDate end) {
    return """
    {"placeId": "%s", "topic": "community-services", "board": null, "holderId": "%s",
     "holderRole": "Federation medical director", "start": "%s", "end": "%s"}\
    """
        .formatted(place, holder, start, end);
  }

  private static String quoted(String field, String value) {
    return "\"" + field + "\": " + value;
  }

  private static String answer(String practice, String answer) {
    return "{\"practiceId\": \"%s\", \"answer\": \"%s\"}".formatted(practice, answer);
  }

  private static String answer(String practice, String answer, LocalDate on) {
    return "{\"practiceId\": \"%s\", \"answer\": \"%s\", \"on\": \"%s\"}"
        .formatted(practice, answer, on);
  }

  /** The types of a stream's events on the topic, once there are as many as expected. */
  private static List<String> heard(String stream, int expected) {
    List<String> types = new ArrayList<>();
    var settings = RunningStack.get().kafkaProperties();
    settings.put("group.id", "test." + UUID.randomUUID());
    settings.put("auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(
          List.of(ConfigProvider.getConfig().getValue("onevoice.log.topic", String.class)));
      await("events of " + stream)
          .atMost(Duration.ofSeconds(30))
          .until(() -> {
            for (var heard : consumer.poll(Duration.ofMillis(200))) {
              if (stream.equals(heard.key())) {
                types.add(new String(heard.headers().lastHeader("ce_type").value()));
              }
            }
            return types.size() >= expected;
          });
    }
    return types;
  }
}
