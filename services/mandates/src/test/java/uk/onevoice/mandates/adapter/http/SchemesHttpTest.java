package uk.onevoice.mandates.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.mandates.adapter.http.MarlValley.CARE;
import static uk.onevoice.mandates.adapter.http.MarlValley.COAST;
import static uk.onevoice.mandates.adapter.http.MarlValley.COMMITTEE;
import static uk.onevoice.mandates.adapter.http.MarlValley.FEDERATION;
import static uk.onevoice.mandates.adapter.http.MarlValley.TRUST;
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

/** The coast's scheme; the valley has none, so that positions there need no classification. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "mandates"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemesHttpTest {
  private static final String PATH = "/v1/delegation-schemes";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Inject Directory directory;
  @Inject DataSource database;

  @BeforeAll
  void who_is_who() {
    MarlValley.isKnownTo(directory);
  }

  @Test
  void a_place_says_who_decides_what_and_an_issue_is_classified_before_it_is_discussed() {
    Response adopted = grace().post(PATH, scheme(COAST, COMMITTEE, "Estates", "PCN"));
    assertThat(adopted.statusCode()).as(adopted.asString()).isEqualTo(201);
    int version = adopted.path("version");
    assertThat(adopted.header("Location")).endsWith(PATH + "/" + COAST);
    Response read = Caller.as("tamsin.orrell").get(PATH + "/" + COAST);
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.jsonPath().getMap(""))
        .containsEntry("version", version)
        .containsEntry("adoptedBy", COMMITTEE)
        .containsEntry("on", TODAY.toString());
    assertThat(read.jsonPath().getList("classes"))
        .isEqualTo(
            List.of(
                Map.of(
                    "issueClass", "estates",
                    "name", "Estates",
                    "decides", "PCN",
                    "why", "Because we say so")));

    String issue = issue("Who pays the rent?");
    String position = position(issue);
    problem(grace().post("/v1/positions", position), 409, "issue-not-classified");
    problem(
        grace().post(PATH + "/" + COAST + "/classifications", classify(issue, "it")),
        422,
        "no-such-class");
    Response classified =
        grace().post(PATH + "/" + COAST + "/classifications", classify(issue, "estates"));
    assertThat(classified.statusCode()).as(classified.asString()).isEqualTo(204);
    String one = PATH + "/" + COAST + "/classifications/" + issue;
    assertThat(Caller.as("tamsin.orrell").get(one).jsonPath().getMap(""))
        .isEqualTo(
            Map.of(
                "placeId",
                COAST.toString(),
                "issueId",
                issue,
                "question",
                "Who pays the rent?",
                "issueClass",
                "estates",
                "name",
                "Estates",
                "decides",
                "PCN",
                "why",
                "Because we say so",
                "schemeVersion",
                version,
                "outdated",
                false,
                "on",
                TODAY.toString()));
    assertThat(grace().post("/v1/positions", position).statusCode()).isEqualTo(201);

    assertThat(grace().post(PATH, scheme(COAST, COMMITTEE, "Estates", "LMC")).statusCode())
        .isEqualTo(201);
    assertThat(grace().get(one).jsonPath().getMap(""))
        .containsEntry("decides", "PCN")
        .containsEntry("outdated", true);
    assertThat(
            grace()
                .get(PATH + "/" + COAST + "/classifications?limit=200")
                .jsonPath()
                .getList("items.issueId"))
        .contains(issue);
  }

  @Test
  void a_scheme_is_adopted_by_the_people_of_a_body_of_the_place() {
    problem(grace().post(PATH, scheme(COAST, FEDERATION, "IT", "LMC")), 422, "body-not-of-place");
    problem(grace().post(PATH, scheme(COAST, TRUST, "IT", "LMC")), 422, "body-not-of-place");
    problem(grace().post(PATH, scheme(VALLEY, COMMITTEE, "IT", "LMC")), 403, "not-allowed");
    problem(
        Caller.as("owen.tallant").post(PATH, scheme(VALLEY, FEDERATION, "IT", "LMC")),
        422,
        "not-your-body");
    problem(
        grace()
            .post(
                PATH,
                scheme(COAST, COMMITTEE, "IT", "LMC")
                    .replace("]", ",{\"name\":\"it!\",\"decides\":\"PCN\",\"why\":\"x\"}]")),
        422,
        "class-said-twice");
    problem(
        grace()
            .post(
                PATH,
                scheme(COAST, COMMITTEE, "IT", "LMC")
                    .replace("\"classes\"", "\"on\":\"" + TODAY.plusDays(1) + "\",\"classes\"")),
        422,
        "day-in-the-future");
  }

  @Test
  void an_issue_that_is_not_there_is_not_classified_and_a_place_without_a_scheme_has_nothing() {
    grace().post(PATH, scheme(COAST, COMMITTEE, "Estates", "PCN"));
    problem(
        grace()
            .post(
                PATH + "/" + COAST + "/classifications",
                classify(UUID.randomUUID().toString(), "estates")),
        422,
        "issue-not-here");
    problem(Caller.as("nadia.velloso").get(PATH + "/" + VALLEY), 404, "not-found");
    problem(
        Caller.as("nadia.velloso")
            .post(PATH + "/" + VALLEY + "/classifications", classify(issue("Q"), "estates")),
        409,
        "scheme-not-adopted");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "grace.ndukwe-hale, 200",
    "tamsin.orrell,     200",
    "nadia.velloso,     404",
    "rowan.pike,        404",
    "colm.ashgrove,     404",
    "icb-client,        403",
    "partner-client,    403"
  })
  void who_decides_what_is_for_general_practice_of_the_place(String who, int status)
      throws Exception {
    String mark = "canary-" + UUID.randomUUID().toString().substring(0, 8);
    try (var canaries = Canaries.of(mark)) {
      grace()
          .post(
              PATH, scheme(COAST, COMMITTEE, "Estates", "PCN").replace("Because we say so", mark));
      Response read = Caller.as(who).get(PATH + "/" + COAST);
      assertThat(read.statusCode()).isEqualTo(status);
      assertThat(read.asString().contains(mark)).isEqualTo(status == 200);
      assertThat(Caller.as(who).get(PATH + "/" + COAST + "/classifications").statusCode())
          .isEqualTo(status);
      try (var connection = database.getConnection()) {
        assertThat(canaries.inTables(connection).found()).isEmpty();
      }
      assertThat(canaries.inLogs().found()).isEmpty();
    }
  }

  private static String scheme(UUID place, String body, String name, String decides) {
    return """
    {"placeId": "%s", "adoptedBy": "%s",
     "classes": [{"name": "%s", "decides": "%s", "why": "Because we say so"}]}\
    """
        .formatted(place, body, name, decides);
  }

  private static String classify(String issue, String issueClass) {
    return "{\"issueId\": \"%s\", \"issueClass\": \"%s\"}".formatted(issue, issueClass);
  }

  private static String issue(String question) {
    Response raised =
        grace()
            .post(
                "/v1/issues",
                """
                {"icsId": "WYVICB01", "topicId": "%s", "question": "%s", "options": ["A", "B"]}\
                """
                    .formatted(CARE, question));
    assertThat(raised.statusCode()).as(raised.asString()).isEqualTo(201);
    return raised.path("issueId");
  }

  private static String position(String issue) {
    String option = grace().get("/v1/issues/" + issue).path("options[0].optionId");
    return """
    {"placeId": "%s", "bodyId": "%s", "issueId": "%s",
     "stances": [{"optionId": "%s", "stance": "FOR"}]}\
    """
        .formatted(COAST, COMMITTEE, issue, option);
  }

  private static Caller grace() {
    return Caller.as("grace.ndukwe-hale");
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.jsonPath().getString("type"))
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }
}
