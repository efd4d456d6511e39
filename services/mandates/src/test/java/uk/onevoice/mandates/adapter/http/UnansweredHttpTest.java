package uk.onevoice.mandates.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.mandates.adapter.http.MarlValley.CARE;
import static uk.onevoice.mandates.adapter.http.MarlValley.FEDERATION;
import static uk.onevoice.mandates.adapter.http.MarlValley.VALLEY;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.LeadershipGroups;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** What waits for a practice reaches its partners, and nobody else's. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "mandates"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnansweredHttpTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private static final LocalDate START = TODAY.minusDays(10);
  private static final String LIST = "/v1/mandates/unanswered";

  /** Of the valley's second practice, and of no other. */
  private static final String PRACTICE = "WYVP0002";

  private static final String EVERYBODY = "null";

  @Inject Directory directory;
  @Inject LeadershipGroups groups;

  @BeforeAll
  void who_is_who() {
    Larkfield.isKnownTo(directory, groups);
  }

  @Test
  void a_question_waits_with_its_reminders_until_it_is_answered_and_again_for_new_terms() {
    String id = asked(VALLEY, CARE, EVERYBODY, 6);
    Map<String, Object> fresh = waiting(partner(), id).getFirst();
    assertThat(fresh)
        .containsEntry("placeId", VALLEY.toString())
        .containsEntry("practiceId", PRACTICE)
        .containsEntry("version", 1)
        .containsEntry("reason", null)
        .containsEntry("topicNow", "Community & nursing care")
        .containsEntry("holderId", FEDERATION)
        .containsEntry("holderRole", "Chair")
        .containsEntry("askedOn", START.toString())
        .containsEntry("answerBy", START.plusMonths(6).minusDays(1).toString())
        .containsEntry("remindedOn", null)
        .containsEntry("reminders", 0)
        .containsEntry("answeredBefore", false);

    done(nadia().post(path(id) + "/reminders", "{}"));
    assertThat(waiting(partner(), id).getFirst())
        .containsEntry("remindedOn", TODAY.toString())
        .containsEntry("reminders", 1);
    assertThat(mayAnswer(partner(), id)).containsExactly(PRACTICE);
    assertThat(mayAnswer(nadia(), id)).isNull();
    assertThat(mayAnswer(Caller.as("partner-client"), id)).isNull();

    done(
        partner()
            .post(
                path(id) + "/responses",
                """
                {"practiceId": "%s", "answer": "CONDITIONAL", "words": "Until January"}\
                """
                    .formatted(PRACTICE)));
    assertThat(waiting(partner(), id)).isEmpty();
    assertThat(mayAnswer(partner(), id)).containsExactly(PRACTICE);

    done(nadia().post(path(id) + "/versions", terms(CARE, EVERYBODY, 3)));
    assertThat(waiting(partner(), id).getFirst())
        .containsEntry("version", 2)
        .containsEntry("reason", "TERMS_CHANGED")
        .containsEntry("answerBy", START.plusMonths(3).minusDays(1).toString())
        .containsEntry("askedOn", TODAY.toString())
        .containsEntry("reminders", 0)
        .containsEntry("answeredBefore", true);
    // Who takes an answer back has answered.
    for (String answer : List.of("GRANT", "WITHDRAW")) {
      done(
          partner()
              .post(
                  path(id) + "/responses",
                  "{\"practiceId\": \"%s\", \"answer\": \"%s\", \"version\": 2}"
                      .formatted(PRACTICE, answer)));
      assertThat(waiting(partner(), id)).isEmpty();
    }
  }

  @Test
  void the_list_begins_with_what_ends_first_and_goes_on_in_parts() {
    List<String> asked = new ArrayList<>();
    for (int months : List.of(9, 4, 12, 2)) {
      asked.add(asked(VALLEY, CARE, EVERYBODY, months));
    }
    String ended = asked(VALLEY, CARE, EVERYBODY, 5);
    done(nadia().post(path(ended) + "/ending", "{}"));

    List<Map<String, Object>> whole = ok(partner().get(LIST + "?limit=200")).getList("items");
    assertThat(whole)
        .isSortedAccordingTo(Comparator.comparing(item -> (String) item.get("answerBy")))
        .extracting(item -> item.get("mandateId"))
        .containsSubsequence(asked.get(3), asked.get(1), asked.get(0), asked.get(2))
        .doesNotHaveDuplicates()
        .doesNotContain(ended);
    List<Map<String, Object>> parts = new ArrayList<>();
    @Nullable String next = "";
    while (next != null) {
      JsonPath part = ok(partner().get(LIST + "?limit=1" + next));
      assertThat(part.getList("items")).hasSizeLessThanOrEqualTo(1);
      parts.addAll(part.getList("items"));
      @Nullable String after = part.getString("next");
      next = after == null ? null : "&after=" + after;
    }
    assertThat(parts).isEqualTo(whole);
    for (String after : List.of("nothing", "2026-01-01_x_y", TODAY + "_" + UUID.randomUUID())) {
      assertThat(partner().get(LIST + "?after=" + after).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void only_practices_that_are_asked_are_told_and_each_in_the_role_it_is_answered_in() {
    String members =
        asked(Larkfield.PLACE, Larkfield.TOPIC, "{\"bodyId\": \"" + Larkfield.NETWORK + "\"}", 12);
    String named = asked(VALLEY, CARE, "{\"practiceIds\": [\"WYVP0001\"]}", 12);

    assertThat(waiting(femi(), members))
        .extracting(item -> item.get("practiceId"))
        .containsExactlyInAnyOrderElementsOf(Larkfield.PRACTICES.subList(0, 2));
    assertThat(mayAnswer(femi(), members)).isEqualTo(Larkfield.PRACTICES.subList(0, 2));
    assertThat(waiting(femi(), named))
        .extracting(item -> item.get("practiceId"))
        .containsExactly("WYVP0001");
    assertThat(waiting(partner(), named)).isEmpty();
    assertThat(mayAnswer(partner(), named)).isEmpty();

    Response asPartnerOfTheCoast =
        femi()
            .request()
            .header("X-Acting-As", MarlValley.femiOfTheCoast().toString())
            .get(LIST + "?limit=200");
    assertThat(ok(asPartnerOfTheCoast).getList("items.practiceId"))
        .allMatch(MarlValley.COAST_PRACTICE::equals);
    assertThat(nadia().get(LIST).statusCode()).isEqualTo(403);
  }

  @Test
  void who_acts_for_one_practice_answers_for_the_others_of_its_firm_too() {
    String id = asked(Larkfield.PLACE, Larkfield.TOPIC, EVERYBODY, 12);
    String acting = Larkfield.femiOfTheFirst().toString();
    JsonPath read = ok(femi().request().header("X-Acting-As", acting).get(path(id)));
    assertThat(read.getList("mayAnswer")).isEqualTo(Larkfield.PRACTICES);
    assertThat(
            ok(femi().request().header("X-Acting-As", acting).get(LIST + "?limit=200"))
                .getList("items.practiceId"))
        .contains(Larkfield.PRACTICES.getFirst())
        .doesNotContainAnyElementsOf(Larkfield.PRACTICES.subList(1, 3));
    done(
        femi()
            .request()
            .header("X-Acting-As", acting)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .contentType("application/json")
            .body(
                """
                {"practiceId": "%s", "answer": "GRANT",
                 "forLegalEntity": {"legalEntityId": "%s", "practiceIds": ["%s"]}}\
                """
                    .formatted(
                        Larkfield.PRACTICES.getFirst(),
                        Larkfield.PRACTICES.getFirst(),
                        Larkfield.PRACTICES.get(1)))
            .post(path(id) + "/responses"));
    assertThat(ok(nadia().get(path(id))).getInt("counts.granted")).isEqualTo(2);
  }

  /** What waits of this mandate, for whichever of the caller's practices. */
  private static List<Map<String, Object>> waiting(Caller who, String mandate) {
    List<Map<String, Object>> found = new ArrayList<>();
    @Nullable String next = "";
    while (next != null) {
      JsonPath part = ok(who.get(LIST + "?limit=200" + next));
      for (Map<String, Object> item : part.<Map<String, Object>>getList("items")) {
        if (mandate.equals(item.get("mandateId"))) {
          found.add(new HashMap<>(item));
        }
      }
      @Nullable String after = part.getString("next");
      next = after == null ? null : "&after=" + after;
    }
    return found;
  }

  private static @Nullable List<String> mayAnswer(Caller who, String mandate) {
    return ok(who.get(path(mandate))).getList("mayAnswer");
  }

  private static String asked(UUID place, UUID topic, String grantors, int months) {
    Response drafted =
        nadia()
            .post(
                "/v1/mandates/drafts",
                "{\"placeId\": \"%s\", \"terms\": %s}"
                    .formatted(place, terms(topic, grantors, months)));
    assertThat(drafted.statusCode()).as(drafted.asString()).isEqualTo(201);
    String id = drafted.path("mandateId");
    done(
        nadia()
            .post("/v1/mandates/drafts/" + id + "/opening", "{\"openedOn\": \"" + START + "\"}"));
    return id;
  }

  private static String terms(UUID topic, String grantors, int months) {
    return """
    {"topicIds": ["%s"], "limits": [],
     "holder": {"organisationId": "%s", "role": "FEDERATION_LEAD", "label": "Chair"},
     "threshold": {"practicesPercent": 100}, "briefingDays": 5, "reportBackDays": 7,
     "start": "%s", "end": "%s", "grantors": %s}\
    """
        .formatted(topic, FEDERATION, START, START.plusMonths(months), grantors);
  }

  private static Caller nadia() {
    return Caller.as("nadia.velloso");
  }

  private static Caller femi() {
    return Caller.as("femi.larkspur");
  }

  private static Caller partner() {
    return Caller.as("demo.practices");
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
}
