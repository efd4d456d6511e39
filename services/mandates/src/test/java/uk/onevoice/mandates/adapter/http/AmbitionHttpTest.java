package uk.onevoice.mandates.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.mandates.adapter.http.MarlValley.COAST_PRACTICE;
import static uk.onevoice.mandates.adapter.http.MarlValley.FEDERATION;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.directory.Directory;
import uk.onevoice.testkit.stack.Canaries;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "mandates"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AmbitionHttpTest {
  private static final String PATH = "/v1/ambition-agreements";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Inject Directory directory;
  @Inject DataSource database;

  @BeforeAll
  void who_is_who() {
    MarlValley.isKnownTo(directory);
  }

  @Test
  void a_federation_and_a_practice_agree_and_each_says_whether_the_other_kept_its_word() {
    String id = offered("WYVQ0001", 2);
    Response first = femi().get(path(id));
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.header("ETag")).isEqualTo("\"1\"");
    assertThat(first.jsonPath().getMap(""))
        .containsEntry("state", "OFFERED")
        .containsEntry("offeredLevel", 2)
        .containsEntry("level", null)
        .containsEntry("reviewDue", false);
    assertThat(first.jsonPath().getList("promises.what")).containsExactly("A shared nurse");

    problem(nadia().post(path(id) + "/asks", due("Open late", 0)), 409, "ambition-not-signed");
    done(femi().post(path(id) + "/signatures", "{\"level\": 3}"));
    String ask = made(nadia().post(path(id) + "/asks", due("Open late", 10)), "askId");
    done(nadia().post(path(id) + "/asks/" + ask + "/follow-through", "{\"acted\": true}"));
    String promise =
        made(nadia().post(path(id) + "/promises", due("A visiting team", 20)), "promiseId");
    done(femi().post(path(id) + "/promises/" + promise + "/deliveries", "{\"delivered\": false}"));
    String programme = "{\"programme\": \"Seven-day working\"}";
    String change = made(femi().post(path(id) + "/changes", programme), "changeId");
    problem(femi().post(path(id) + "/changes", programme), 409, "already-committed");
    done(femi().post(path(id) + "/changes/" + change + "/results", "{\"result\": \"MADE\"}"));
    done(
        nadia()
            .post(
                path(id) + "/reviews",
                "{\"nextReviewOn\": \"%s\", \"notes\": \"Going well\"}"
                    .formatted(TODAY.plusYears(2))));

    Response read = nadia().get(path(id));
    assertThat(read.jsonPath().getMap(""))
        .containsEntry("state", "SIGNED")
        .containsEntry("level", 3)
        .containsEntry("signedOn", TODAY.toString())
        .containsEntry("reviewOn", TODAY.plusYears(2).toString());
    assertThat(read.jsonPath().getList("asks"))
        .isEqualTo(
            List.of(
                Map.of(
                    "askId",
                    ask,
                    "what",
                    "Open late",
                    "askedOn",
                    TODAY.toString(),
                    "due",
                    TODAY.plusDays(10).toString(),
                    "acted",
                    true,
                    "actedOn",
                    TODAY.toString())));
    assertThat(read.jsonPath().getList("promises.delivered")).containsExactly(null, false);
    assertThat(read.jsonPath().getList("changes.result")).containsExactly("MADE");
    assertThat(read.jsonPath().getList("reviews")).isEqualTo(List.of(reviewed(3, "Going well")));

    done(femi().post(path(id) + "/endings", "{}"));
    assertThat(nadia().get(path(id)).jsonPath().getMap(""))
        .containsEntry("state", "ENDED")
        .containsEntry("endedOn", TODAY.toString());
    problem(femi().post(path(id) + "/signatures", "{\"level\": 1}"), 409, "ambition-ended");
    assertThat(nadia().post(PATH, offer("WYVQ0001", 1, TODAY.plusYears(1))).statusCode())
        .isEqualTo(201);
    assertThat(femi().get(PATH + "/of-practices/WYVQ0001").jsonPath().getList("items.agreementId"))
        .containsExactly(id);
  }

  private static Map<String, @Nullable Object> reviewed(int level, String notes) {
    var review = new HashMap<String, @Nullable Object>();
    review.put("on", TODAY.toString());
    review.put("level", level);
    review.put("notes", notes);
    return review;
  }

  @Test
  void an_agreement_is_offered_once_and_to_a_member() {
    offered("WYVQ0002", 2);
    problem(
        nadia().post(PATH, offer("WYVQ0002", 3, TODAY.plusYears(1))),
        409,
        "ambition-already-offered");
    problem(nadia().post(PATH, offer(COAST_PRACTICE, 2, TODAY.plusYears(1))), 422, "not-a-member");
    problem(nadia().post(PATH, offer("WYVQ0003", 2, TODAY)), 422, "review-not-ahead");
    problem(nadia().post(PATH, offer("WYVQ0003", 5, TODAY.plusYears(1))), 400, "invalid-request");
  }

  @Test
  void days_and_names_that_make_no_sense_are_refused() {
    String id = offered("WYVQ0004", 2);
    problem(
        femi()
            .post(
                path(id) + "/signatures", "{\"level\": 2, \"on\": \"" + TODAY.plusDays(1) + "\"}"),
        422,
        "day-in-the-future");
    problem(
        femi()
            .post(
                path(id) + "/signatures", "{\"level\": 2, \"on\": \"" + TODAY.minusDays(1) + "\"}"),
        422,
        "day-too-early");
    problem(nadia().post(path(id) + "/promises", due("Late", -1)), 422, "due-in-the-past");
    problem(
        femi()
            .post(
                path(id) + "/promises/" + UUID.randomUUID() + "/deliveries",
                "{\"delivered\": true}"),
        404,
        "not-found");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "nadia.velloso,     200",
    "femi.larkspur,     200",
    "owen.tallant,      404",
    "demo.practices,    404",
    "grace.ndukwe-hale, 404",
    "rowan.pike,        404",
    "colm.ashgrove,     404",
    "icb-client,        403",
    "partner-client,    403"
  })
  void an_agreement_is_for_the_two_who_made_it(String who, int status) throws Exception {
    String mark = "canary-" + UUID.randomUUID().toString().substring(0, 8);
    String practice = "WYVQ00" + (10 + Math.floorMod(who.hashCode(), 80));
    try (var canaries = Canaries.of(mark)) {
      String id =
          made(
              nadia()
                  .post(
                      PATH, offer(practice, 2, TODAY.plusYears(1)).replace("A shared nurse", mark)),
              "agreementId");
      Caller caller = Caller.as(who);
      Response one = caller.get(path(id));
      assertThat(one.statusCode()).isEqualTo(status);
      assertThat(one.asString().contains(mark)).isEqualTo(status == 200);
      Response none = caller.get(path(UUID.randomUUID().toString()));
      if (status == 404) {
        assertThat(without(one)).isEqualTo(without(none));
      }
      Response listed = caller.get(PATH + "?limit=200&federationId=" + FEDERATION);
      assertThat(listed.asString().contains(mark)).isEqualTo(who.equals("nadia.velloso"));
      Response own = caller.get(PATH + "/of-practices/" + practice);
      assertThat(own.asString().contains(mark)).isEqualTo(who.equals("femi.larkspur"));
      try (var connection = database.getConnection()) {
        assertThat(canaries.inTables(connection).found()).isEmpty();
      }
      assertThat(
              canaries
                  .inTopics(
                      List.of(
                          ConfigProvider.getConfig().getValue("onevoice.log.topic", String.class)))
                  .found())
          .isEmpty();
      assertThat(canaries.inLogs().found()).isEmpty();
      done(nadia().post(path(id) + "/endings", "{}"));
    }
  }

  @Test
  void each_side_does_only_what_is_its_own() {
    String id = offered("WYVQ0005", 2);
    problem(nadia().post(path(id) + "/signatures", "{\"level\": 2}"), 403, "not-allowed");
    problem(femi().post(path(id) + "/promises", due("More", 5)), 403, "not-allowed");
    problem(
        Caller.as("demo.practices").post(path(id) + "/signatures", "{\"level\": 2}"),
        404,
        "not-found");
    problem(femi().post(PATH, offer("WYVQ0006", 2, TODAY.plusYears(1))), 403, "not-allowed");
  }

  private static String offered(String practice, int level) {
    return made(nadia().post(PATH, offer(practice, level, TODAY.plusYears(1))), "agreementId");
  }

  private static String offer(String practice, int level, LocalDate reviewOn) {
    return """
    {"federationId": "%s", "practiceId": "%s", "level": %d, "reviewOn": "%s",
     "promises": [{"what": "A shared nurse", "due": "%s"}]}\
    """
        .formatted(FEDERATION, practice, level, reviewOn, TODAY.plusDays(90));
  }

  private static String due(String what, int days) {
    return "{\"what\": \"%s\", \"due\": \"%s\"}".formatted(what, TODAY.plusDays(days));
  }

  private static String path(String id) {
    return PATH + "/" + id;
  }

  private static Caller nadia() {
    return Caller.as("nadia.velloso");
  }

  private static Caller femi() {
    return Caller.as("femi.larkspur");
  }

  private static String made(Response response, String field) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
    return response.path(field);
  }

  private static void done(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(204);
  }

  private static String without(Response response) {
    return response.asString().replace(String.valueOf(response.header("X-Correlation-ID")), "");
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.jsonPath().getString("type"))
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }
}
