package uk.onevoice.mandates.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.mandates.adapter.http.MarlValley.CARE;
import static uk.onevoice.mandates.adapter.http.MarlValley.ELSEWHERE;
import static uk.onevoice.mandates.adapter.http.MarlValley.FEDERATION;
import static uk.onevoice.mandates.adapter.http.MarlValley.NURSING;
import static uk.onevoice.mandates.adapter.http.MarlValley.VALLEY;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.directory.Directory;
import uk.onevoice.testkit.stack.Canaries;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** What changes outside and the mandates it touches; what is said on a mandate while it is live. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "mandates"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesAndFeedbackHttpTest {
  private static final String CHANGES = "/v1/external-changes";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Inject Directory directory;
  @Inject DataSource database;

  @BeforeAll
  void who_is_who() {
    MarlValley.isKnownTo(directory);
  }

  @Test
  void a_change_opens_a_review_of_each_mandate_on_its_topic_until_all_are_settled() {
    String live = mandate(TODAY.minusDays(3), TODAY.plusMonths(6), true);
    String toCome = mandate(TODAY.plusDays(3), TODAY.plusMonths(6), true);
    String over = mandate(TODAY.minusDays(30), TODAY, true);
    String other = mandate(TODAY.minusDays(3), TODAY.plusMonths(6), false);
    String id = recorded("A new contract", CARE);
    Response read = owen().get(CHANGES + "/" + id);
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.header("ETag")).isEqualTo("\"1\"");
    assertThat(read.jsonPath().getMap(""))
        .containsEntry("what", "A new contract")
        .containsEntry("kind", "CONTRACT")
        .containsEntry("recordedOn", TODAY.toString());
    List<String> touched = read.jsonPath().getList("reviews.mandateId");
    assertThat(touched).contains(live, toCome).doesNotContain(over, other);
    assertThat(read.jsonPath().getInt("toBeReviewed")).isEqualTo(touched.size());

    String settling = CHANGES + "/" + id + "/reviews/" + live + "/settlements";
    done(owen().post(settling, "{\"outcome\": \"STANDS\", \"notes\": \"Looked at by us\"}"));
    Response after = nadia().get(CHANGES + "/" + id);
    assertThat(after.jsonPath().getInt("toBeReviewed")).isEqualTo(touched.size() - 1);
    assertThat(
            after.jsonPath().<Map<String, Object>>getList("reviews").stream()
                .filter(review -> live.equals(review.get("mandateId"))))
        .containsExactly(
            Map.of(
                "mandateId",
                live,
                "topicId",
                CARE.toString(),
                "outcome",
                "STANDS",
                "notes",
                "Looked at by us",
                "settledOn",
                TODAY.toString()));
    problem(
        owen()
            .post(
                CHANGES + "/" + id + "/reviews/" + other + "/settlements",
                "{\"outcome\": \"STANDS\"}"),
        404,
        "not-found");
    assertThat(
            nadia()
                .get(CHANGES + "?limit=200&icsId=WYVICB01")
                .jsonPath()
                .getList("items.externalChangeId"))
        .contains(id);
  }

  @Test
  void a_change_is_about_topics_in_use_in_the_ics() {
    problem(nadia().post(CHANGES, change("X", NURSING)), 422, "topic-not-in-use");
    problem(nadia().post(CHANGES, change("X", ELSEWHERE)), 422, "topic-not-in-use");
    problem(nadia().post(CHANGES, change(" ", CARE)), 400, "invalid-request");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "grace.ndukwe-hale, 200",
    "femi.larkspur,     404",
    "rowan.pike,        404",
    "colm.ashgrove,     404",
    "icb-client,        403",
    "partner-client,    403"
  })
  void changes_are_for_leaders_of_the_ics(String who, int status) {
    String id = recorded("A new policy", CARE);
    assertThat(Caller.as(who).get(CHANGES + "/" + id).statusCode()).isEqualTo(status);
    assertThat(Caller.as(who).get(CHANGES + "?icsId=WYVICB01").statusCode()).isEqualTo(status);
  }

  @Test
  void practices_and_the_holder_talk_while_the_mandate_is_in_force() {
    String live = mandate(TODAY.minusDays(3), TODAY.plusMonths(6), false);
    String feedback = "/v1/mandates/" + live + "/feedback";
    done(femi().post(feedback, told("WYVP0001", "Mind the rota")));
    done(nadia().post(feedback + "/answers", "{\"words\": \"We shall\"}"));
    for (String who : List.of("demo.practices", "nadia.velloso")) {
      assertThat(Caller.as(who).get(feedback).jsonPath().getList("items"))
          .isEqualTo(
              List.of(
                  said("PRACTICE", "WYVP0001", "Mind the rota"),
                  said("HOLDER", FEDERATION, "We shall")));
    }
    problem(femi().post(feedback, told("WYVP0002", "For another")), 422, "not-your-body");
    problem(femi().post(feedback, told("WYVP0100", "From afar")), 409, "practice-not-in-place");
    problem(
        owen().post(feedback + "/answers", "{\"words\": \"I say\"}"), 409, "feedback-by-another");

    String toCome = mandate(TODAY.plusDays(3), TODAY.plusMonths(6), false);
    problem(
        femi().post("/v1/mandates/" + toCome + "/feedback", told("WYVP0001", "Early")),
        409,
        "feedback-closed");
  }

  @ParameterizedTest(name = "{0}: {1}, told: {2}")
  @CsvSource({
    "nadia.velloso,     200, true",
    "femi.larkspur,     200, true",
    "demo.practices,    200, true",
    "owen.tallant,      200, false",
    "grace.ndukwe-hale, 404, false",
    "tamsin.orrell,     404, false",
    "rowan.pike,        404, false",
    "colm.ashgrove,     404, false",
    "icb-client,        403, false",
    "partner-client,    403, false"
  })
  void what_is_said_is_for_the_holder_and_practices_in_scope(String who, int status, boolean told)
      throws Exception {
    String mark = "canary-" + UUID.randomUUID().toString().substring(0, 8);
    try (var canaries = Canaries.of(mark)) {
      String live = mandate(TODAY.minusDays(3), TODAY.plusMonths(6), false);
      String feedback = "/v1/mandates/" + live + "/feedback";
      done(femi().post(feedback, told("WYVP0001", mark + "-practice")));
      done(nadia().post(feedback + "/answers", "{\"words\": \"" + mark + "-holder\"}"));
      Response read = Caller.as(who).get(feedback);
      assertThat(read.statusCode()).isEqualTo(status);
      assertThat(read.asString().contains(mark)).isEqualTo(told);
      assertThat(Caller.as(who).get("/v1/mandates/" + live).asString()).doesNotContain(mark);
      try (var connection = database.getConnection()) {
        assertThat(canaries.inTables(connection).found()).isEmpty();
      }
      assertThat(canaries.inLogs().found()).isEmpty();
    }
  }

  private static Map<String, Object> said(String from, String body, String words) {
    return Map.of("from", from, "bodyId", body, "words", words, "on", TODAY.toString());
  }

  private static String told(String practice, String words) {
    return "{\"practiceId\": \"%s\", \"words\": \"%s\"}".formatted(practice, words);
  }

  private static String recorded(String what, UUID topic) {
    Response recorded = nadia().post(CHANGES, change(what, topic));
    assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
    return recorded.path("externalChangeId");
  }

  private static String change(String what, UUID topic) {
    return """
    {"icsId": "WYVICB01", "kind": "CONTRACT", "what": "%s", "topicIds": ["%s"], "from": "%s"}\
    """
        .formatted(what, topic, TODAY.plusMonths(1));
  }

  private static String mandate(LocalDate start, LocalDate end, boolean listed) {
    String about = listed ? "\"topicId\": \"" + CARE + "\"" : "\"topic\": \"estates\"";
    Response opened =
        nadia()
            .post(
                "/v1/mandates",
                """
                {"placeId": "%s", %s, "holderId": "%s", "holderRole": "Medical director",
                 "start": "%s", "end": "%s"}\
                """
                    .formatted(VALLEY, about, FEDERATION, start, end));
    assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
    return opened.path("mandateId");
  }

  private static Caller nadia() {
    return Caller.as("nadia.velloso");
  }

  private static Caller owen() {
    return Caller.as("owen.tallant");
  }

  private static Caller femi() {
    return Caller.as("femi.larkspur");
  }

  private static void done(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(204);
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.jsonPath().getString("type"))
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }
}
