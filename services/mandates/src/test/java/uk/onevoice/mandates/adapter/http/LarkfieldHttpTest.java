package uk.onevoice.mandates.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.onevoice.mandates.adapter.http.Larkfield.GROUP;
import static uk.onevoice.mandates.adapter.http.Larkfield.PLACE;
import static uk.onevoice.mandates.adapter.http.Larkfield.PRACTICES;
import static uk.onevoice.mandates.adapter.http.MarlValley.COMMITTEE;
import static uk.onevoice.mandates.adapter.http.MarlValley.FEDERATION;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.LeadershipGroups;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** Who is asked, who speaks and who ratifies, where it is not all practices and a federation. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "mandates"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LarkfieldHttpTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private static final LocalDate START = TODAY.minusDays(10);
  private static final String DRAFTS = "/v1/mandates/drafts";
  private static final String OF_THE_NETWORK = "{\"bodyId\": \"" + Larkfield.NETWORK + "\"}";

  @Inject Directory directory;
  @Inject LeadershipGroups groups;

  @BeforeAll
  void who_is_who() {
    Larkfield.isKnownTo(directory, groups);
  }

  @Test
  void a_network_alone_is_asked_and_the_chair_of_a_leadership_group_speaks_for_it() {
    String id = asked(OF_THE_NETWORK);
    problem(
        femi().post(path(id) + "/responses", answer(PRACTICES.getLast(), "GRANT")),
        409,
        "practice-not-asked");
    assertThat(ok(nadia().post(path(id) + "/reminders", "{}")).getList("practiceIds"))
        .containsExactlyInAnyOrderElementsOf(PRACTICES.subList(0, 2));
    done(femi().post(path(id) + "/responses", answer(PRACTICES.getFirst(), "GRANT")));
    recorded(id, PRACTICES.get(1), "GRANT");
    problem(nadia().post(path(id) + "/acceptance", ""), 409, "not-the-holder");
    done(owen().post(path(id) + "/acceptance", ""));
    done(grace().post(path(id) + "/endorsements", "{\"lmcId\": \"" + COMMITTEE + "\"}"));
    done(nadia().post(path(id) + "/activation", ""));

    JsonPath leader = ok(nadia().get(path(id)));
    assertThat(leader.getString("terms.grantors.bodyId")).isEqualTo(Larkfield.NETWORK);
    assertThat(leader.getInt("tally.practices")).isEqualTo(2);
    assertThat(leader.getInt("counts.practices")).isEqualTo(2);
    assertThat(leader.getInt("counts.granted")).isEqualTo(2);
    assertThat(leader.getList("silent")).isEmpty();
    // Of the place's three, to those who do not know that two were asked.
    JsonPath told =
        ok(nadia().get("/v1/who-can-agree?area=" + PLACE))
            .setRootPath("items.find { it.mandateId == '" + id + "' }");
    assertThat(told.getInt("practices")).isEqualTo(2);
    assertThat(told.getInt("ofPractices")).isEqualTo(3);
    assertThat(told.getString("holderId")).isEqualTo(GROUP.toString());

    JsonPath covered = said(owen(), id, "SPOKE", "");
    assertThat(covered.getString("verdict")).isEqualTo("COVERED");
    assertThat(covered.getList("needsLmcIds")).isEmpty();
    assertThat(said(nadia(), id, "SPOKE", "").getList("outside")).containsExactly("HOLDER");
    ratified_by_practices_and_the_lmc(id);
    done(nadia().post(path(id) + "/ending", "{\"reason\": \"Canary-no longer needed\"}"));
  }

  private void ratified_by_practices_and_the_lmc(String id) {
    JsonPath beyond = said(owen(), id, "AGREED", "");
    assertThat(beyond.getString("verdict")).isEqualTo("PROVISIONAL");
    assertThat(beyond.getInt("needs")).isEqualTo(2);
    assertThat(beyond.getList("needsLmcIds")).containsExactly(COMMITTEE);
    String invocation = beyond.getString("invocationId");
    String of = path(id) + "/invocations/" + invocation;
    String agrees = "{\"practiceId\": \"%s\", \"agrees\": true}";
    problem(
        femi().post(of + "/ratifications", agrees.formatted(PRACTICES.getLast())),
        409,
        "practice-not-asked");
    for (String practice : PRACTICES.subList(0, 2)) {
      done(femi().post(of + "/ratifications", agrees.formatted(practice)));
    }
    JsonPath waiting = invocation(id, invocation);
    assertThat(waiting.getString("state")).isEqualTo("PROVISIONAL");
    assertThat(waiting.getInt("ratified")).isEqualTo(2);
    assertThat(waiting.getString("lmcs[0].lmcId")).isEqualTo(COMMITTEE);
    assertThat((Object) waiting.get("lmcs[0].agrees")).isNull();
    String word = "{\"lmcId\": \"" + COMMITTEE + "\", \"agrees\": true}";
    problem(nadia().post(of + "/lmc-ratifications", word), 403, "not-allowed");
    done(grace().post(of + "/lmc-ratifications", word));
    assertThat(invocation(id, invocation).getString("state")).isEqualTo("RATIFIED");
    assertThat(invocation(id, invocation).getBoolean("lmcs[0].agrees")).isTrue();
    problem(grace().post(of + "/lmc-ratifications", word), 409, "lmc-not-needed");
  }

  @Test
  void it_is_told_who_recorded_an_answer_when_it_was_at_risk_who_was_reminded_and_why_it_stopped() {
    String id = asked("null");
    done(femi().post(path(id) + "/responses", answer(PRACTICES.getFirst(), "GRANT")));
    recorded(id, PRACTICES.get(1), "GRANT");
    done(owen().post(path(id) + "/acceptance", ""));
    done(nadia().post(path(id) + "/reminders", "{}"));
    recorded(id, PRACTICES.getLast(), "GRANT");
    done(nadia().post(path(id) + "/activation", ""));
    done(femi().post(path(id) + "/responses", answer(PRACTICES.getFirst(), "WITHDRAW")));
    done(femi().post(path(id) + "/responses", answer(PRACTICES.getFirst(), "GRANT")));
    done(nadia().post(path(id) + "/suspension", "{\"reason\": \"Canary-until January\"}"));

    JsonPath leader = ok(nadia().get(path(id)));
    String answered = "answers.find { it.practiceId == '%s' }.";
    assertThat(leader.getString(answered.formatted(PRACTICES.get(1)) + "through"))
        .isEqualTo("LETTER");
    assertThat(leader.getString(answered.formatted(PRACTICES.get(1)) + "recordedBy.actingFor"))
        .isEqualTo(FEDERATION);
    assertThat(leader.getString(answered.formatted(PRACTICES.getFirst()) + "recordedBy.personId"))
        .isEqualTo(MarlValley.femi().toString());
    assertThat(leader.getString(answered.formatted(PRACTICES.getFirst()) + "recordedBy.actingFor"))
        .isEqualTo(PRACTICES.getFirst());
    assertThat(leader.getString("suspensionReason")).isEqualTo("Canary-until January");
    assertThat(leader.getList("reminders"))
        .isEqualTo(
            List.of(
                Map.of(
                    "version",
                    1,
                    "on",
                    TODAY.toString(),
                    "practices",
                    1,
                    "practiceIds",
                    List.of(PRACTICES.getLast()))));
    assertThat(leader.getList("atRiskNotices"))
        .isEqualTo(
            List.of(
                Map.of(
                    "version", 1,
                    "on", TODAY.toString(),
                    "granted", 2,
                    "practices", 3,
                    "restoredOn", TODAY.toString())));
    for (String who : List.of("partner-client", "icb-client", "rowan.pike", "grace.ndukwe-hale")) {
      Response outside = Caller.as(who).get(path(id));
      if (who.startsWith("grace")) {
        // Her committee has a practice here, so she leads here too.
        assertThat(ok(outside).getString("suspensionReason")).isEqualTo("Canary-until January");
      } else {
        assertThat(outside.asString())
            .doesNotContain("Canary", "WYVL", MarlValley.femi().toString());
        assertThat(ok(outside).getMap(""))
            .containsEntry("suspensionReason", null)
            .containsEntry("endingReason", null)
            .containsEntry("atRiskNotices", null)
            .containsEntry("reminders", null)
            .containsEntry("answers", null);
      }
    }
    done(nadia().post(path(id) + "/ending", "{\"reason\": \"Canary-too late\"}"));
    assertThat(ok(nadia().get(path(id))).getString("endingReason")).isEqualTo("Canary-too late");
    assertThat(ok(nadia().get(path(id))).getString("endedOn")).isEqualTo(TODAY.toString());
    assertThat(Caller.as("icb-client").get(path(id)).asString()).doesNotContain("Canary");
  }

  @Test
  void practices_of_elsewhere_are_not_asked() {
    for (String grantors :
        List.of("{\"bodyId\": \"WYVN0001\"}", "{\"practiceIds\": [\"WYVP0001\"]}")) {
      problem(nadia().post(DRAFTS, draft(grantors)), 422, "grantors-not-of-the-place");
    }
    problem(nadia().post(DRAFTS, draft("{}")), 400, "invalid-request");
    String named = asked("{\"practiceIds\": [\"" + PRACTICES.getLast() + "\"]}");
    done(femi().post(path(named) + "/responses", answer(PRACTICES.getLast(), "DECLINE")));
    assertThat(ok(nadia().get(path(named))).getInt("tally.practices")).isEqualTo(1);
    for (String who : List.of("partner-client", "icb-client")) {
      String seen = Caller.as(who).get(path(named)).asString();
      assertThat(seen).doesNotContain("WYVL");
      assertThat(JsonPath.from(seen).getMap("terms")).containsEntry("grantors", null);
    }
  }

  @Test
  void who_sits_in_the_leadership_group_reads_what_it_discusses_but_not_for_the_icb() {
    String issue =
        nadia()
            .post(
                "/v1/issues",
                """
                {"icsId": "%s", "topicId": "%s", "question": "Who?", "options": ["We", "They"]}\
                """
                    .formatted(Larkfield.ICB, Larkfield.TOPIC))
            .path("issueId");
    done(
        nadia()
            .post(
                "/v1/delegation-schemes",
                """
                {"placeId": "%s", "adoptedBy": "%s",
                 "classes": [{"name": "Estates", "decides": "FEDERATION", "why": "So"}]}\
                """
                    .formatted(PLACE, FEDERATION)));
    done(
        nadia()
            .post(
                "/v1/delegation-schemes/" + PLACE + "/classifications",
                "{\"issueId\": \"%s\", \"issueClass\": \"estates\"}".formatted(issue)));
    String option = ok(nadia().get("/v1/issues/" + issue)).getString("options[0].optionId");
    String id =
        nadia()
            .post(
                "/v1/positions",
                """
                {"placeId": "%s", "bodyId": "%s", "issueId": "%s",
                 "stances": [{"optionId": "%s", "stance": "FOR"}]}\
                """
                    .formatted(PLACE, FEDERATION, issue, option))
            .path("positionId");
    done(
        nadia().post("/v1/positions/" + id + "/dissents", "{\"words\": \"Canary-not like this\"}"));
    String discussion = "/v1/positions/" + id + "/discussion";
    String discussions = "/v1/positions/discussions?placeId=" + PLACE;
    assertThat(ok(owen().get(discussion)).getString("dissents[0].words"))
        .isEqualTo("Canary-not like this");
    assertThat(ok(owen().get(discussions)).getList("items.positionId")).contains(id);
    // To sit there is to read: what a body says, only its own people say.
    problem(
        owen().post("/v1/positions/" + id + "/comments", "{\"words\": \"Well\"}"),
        404,
        "not-found");
    for (String who : List.of("rowan.pike", "tamsin.orrell", "colm.ashgrove")) {
      problem(Caller.as(who).get(discussion), 404, "not-found");
      problem(Caller.as(who).get(discussions), 404, "not-found");
    }
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void when_its_icb_is_followed_by_another_somebody_says_that_it_still_holds() {
    String id = asked("null");
    assertThat(ok(nadia().get(path(id))).getBoolean("confirmationNeeded")).isFalse();
    Larkfield.icbIsFollowed();
    await("it needs confirmation")
        .atMost(Duration.ofSeconds(60))
        .until(() -> ok(nadia().get(path(id))).getBoolean("confirmationNeeded"));
    done(nadia().post(path(id) + "/confirmation", ""));
    assertThat(ok(nadia().get(path(id))).getBoolean("confirmationNeeded")).isFalse();
  }

  private static void recorded(String id, String practice, String answer) {
    Response recorded =
        nadia()
            .post(
                path(id) + "/recorded-answers",
                """
                {"through": "LETTER", "evidence": "Letter of 3 May",
                 "answers": [{"practiceId": "%s", "answer": "%s"}]}\
                """
                    .formatted(practice, answer));
    assertThat(ok(recorded).getInt("recorded")).isEqualTo(1);
  }

  private static JsonPath said(Caller who, String id, String act, String limit) {
    Response said =
        who.post(
            path(id) + "/invocations",
            "{\"act\": \"%s\", \"topicId\": \"%s\", \"limitIds\": [%s]}"
                .formatted(act, Larkfield.TOPIC, limit));
    assertThat(said.statusCode()).as(said.asString()).isEqualTo(201);
    return said.jsonPath();
  }

  private static JsonPath invocation(String id, String invocation) {
    return ok(nadia().get(path(id) + "/invocations"))
        .setRootPath("items.find { it.invocationId == '" + invocation + "' }");
  }

  private static String asked(String grantors) {
    Response drafted = nadia().post(DRAFTS, draft(grantors));
    assertThat(drafted.statusCode()).as(drafted.asString()).isEqualTo(201);
    String id = drafted.path("mandateId");
    done(nadia().post(DRAFTS + "/" + id + "/opening", "{\"openedOn\": \"" + START + "\"}"));
    return id;
  }

  private static String draft(String grantors) {
    return """
    {"placeId": "%s", "terms": {"topicIds": ["%s"], "limits": [],
     "holder": {"organisationId": "%s", "role": "LEADERSHIP_GROUP_CHAIR", "label": "Chair"},
     "threshold": {"practicesPercent": 100}, "briefingDays": 5, "reportBackDays": 7,
     "start": "%s", "end": "%s", "grantors": %s}}\
    """
        .formatted(PLACE, Larkfield.TOPIC, GROUP, START, START.plusMonths(12), grantors);
  }

  private static String answer(String practice, String answer) {
    return "{\"practiceId\": \"%s\", \"answer\": \"%s\"}".formatted(practice, answer);
  }

  private static Caller nadia() {
    return Caller.as("nadia.velloso");
  }

  private static Caller femi() {
    return Caller.as("femi.larkspur");
  }

  private static Caller owen() {
    return Caller.as("owen.tallant");
  }

  private static Caller grace() {
    return Caller.as("grace.ndukwe-hale");
  }

  private static String path(String id) {
    return "/v1/mandates/" + id;
  }

  private static JsonPath ok(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    return response.jsonPath();
  }

  private static void done(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isBetween(200, 204);
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.jsonPath().getString("type"))
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }
}
