package uk.onevoice.mandates.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.LeadershipGroups;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** Every list beyond its first page, and what partners are told from Monday to Monday. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "mandates"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesHttpTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private static final LocalDate START = TODAY.minusDays(10);
  private static final int EACH = 3;

  @Inject Directory directory;
  @Inject LeadershipGroups groups;
  @Inject DataSource database;

  @BeforeAll
  void who_is_who() {
    Larkfield.isKnownTo(directory, groups);
  }

  @Test
  void every_list_goes_on_after_its_first_page_with_each_item_once() {
    String mandate = "";
    for (int n = 0; n < EACH; n++) {
      mandate = inForce();
      made(
          nadia()
              .post(
                  "/v1/external-changes",
                  """
                  {"icsId": "%s", "kind": "POLICY", "what": "Change %d", "topicIds": ["%s"],
                   "from": "2027-04-01"}\
                  """
                      .formatted(Larkfield.ICB, n, Larkfield.TOPIC)),
          "externalChangeId");
      made(
          nadia()
              .post(
                  "/v1/ambition-agreements",
                  "{\"federationId\": \"%s\", \"practiceId\": \"%s\", \"level\": 2, \"reviewOn\": \"%s\"}"
                      .formatted(FEDERATION, PRACTICES.get(n), TODAY.plusDays(90))),
          "agreementId");
    }
    for (int n = 0; n < EACH; n++) {
      made(
          nadia()
              .post(
                  "/v1/mandates/" + mandate + "/invocations",
                  "{\"act\": \"SPOKE\", \"topicId\": \"%s\", \"limitIds\": []}"
                      .formatted(Larkfield.TOPIC)),
          "invocationId");
      done(
          femi()
              .post(
                  "/v1/mandates/" + mandate + "/feedback",
                  "{\"practiceId\": \"%s\", \"words\": \"Word %d\"}"
                      .formatted(PRACTICES.get(n), n)));
    }
    contradictions();

    Map<String, String> lists =
        Map.ofEntries(
            Map.entry("/v1/mandates?placeId=" + PLACE + "&", "mandateId"),
            Map.entry("/v1/mandates/drafts?placeId=" + PLACE + "&", "mandateId"),
            Map.entry("/v1/mandates/" + mandate + "/invocations?", "invocationId"),
            Map.entry("/v1/mandates/" + mandate + "/feedback?", "words"),
            Map.entry("/v1/who-can-agree?area=" + PLACE + "&", "mandateId"),
            Map.entry("/v1/issues?icsId=" + Larkfield.ICB + "&", "issueId"),
            Map.entry("/v1/positions?placeId=" + PLACE + "&", "positionId"),
            Map.entry("/v1/positions/discussions?placeId=" + PLACE + "&", "positionId"),
            Map.entry("/v1/positions/alerts?placeId=" + PLACE + "&", "issueId"),
            Map.entry("/v1/delegation-schemes/" + PLACE + "/classifications?", "issueId"),
            Map.entry("/v1/external-changes?icsId=" + Larkfield.ICB + "&", "externalChangeId"));
    lists.forEach(PagesHttpTest::goesOn);
    // Those of a federation are of all its places.
    assertThat(
            inPages(
                nadia(), "/v1/ambition-agreements?federationId=" + FEDERATION + "&", "practiceId"))
        .containsAll(PRACTICES)
        .doesNotHaveDuplicates();
  }

  private static void goesOn(String list, String id) {
    List<String> whole = ok(nadia().get(list + "limit=200")).getList("items." + id);
    assertThat(whole).as(list).hasSizeGreaterThanOrEqualTo(EACH).doesNotHaveDuplicates();
    assertThat(inPages(nadia(), list, id)).as(list).isEqualTo(whole);
  }

  /** Two positions on each issue that contradict each other. */
  private static void contradictions() {
    done(
        nadia()
            .post(
                "/v1/delegation-schemes",
                """
                {"placeId": "%s", "adoptedBy": "%s",
                 "classes": [{"name": "Estates", "decides": "FEDERATION", "why": "So"}]}\
                """
                    .formatted(PLACE, FEDERATION)));
    for (int n = 0; n < EACH; n++) {
      String issue =
          made(
              nadia()
                  .post(
                      "/v1/issues",
                      """
                      {"icsId": "%s", "topicId": "%s", "question": "Question %d?",
                       "options": ["We", "They"]}\
                      """
                          .formatted(Larkfield.ICB, Larkfield.TOPIC, n)),
              "issueId");
      done(
          nadia()
              .post(
                  "/v1/delegation-schemes/" + PLACE + "/classifications",
                  "{\"issueId\": \"%s\", \"issueClass\": \"estates\"}".formatted(issue)));
      String option = ok(nadia().get("/v1/issues/" + issue)).getString("options[0].optionId");
      published(nadia(), FEDERATION, issue, option, "FOR");
      published(Caller.as("grace.ndukwe-hale"), COMMITTEE, issue, option, "AGAINST");
    }
  }

  private static void published(
      Caller by, String body, String issue, String option, String stance) {
    String id =
        made(
            by.post(
                "/v1/positions",
                """
                {"placeId": "%s", "bodyId": "%s", "issueId": "%s",
                 "stances": [{"optionId": "%s", "stance": "%s"}]}\
                """
                    .formatted(PLACE, body, issue, option, stance)),
            "positionId");
    String position = "/v1/positions/" + id;
    done(by.post(position + "/agreements", "{\"bodyId\": \"" + body + "\"}"));
    done(by.post(position + "/publications", "{}"));
  }

  private static List<String> inPages(Caller who, String list, String id) {
    List<String> all = new ArrayList<>();
    @Nullable String next = null;
    int pages = 0;
    do {
      JsonPath page = ok(who.get(list + "limit=1" + (next == null ? "" : "&after=" + next)));
      List<String> items = page.getList("items." + id);
      assertThat(items).as(list).hasSizeLessThanOrEqualTo(1);
      all.addAll(items);
      next = page.getString("next");
      pages++;
    } while (next != null);
    assertThat(pages).as(list).isGreaterThanOrEqualTo(EACH);
    return all;
  }

  @Test
  void partners_are_told_how_many_a_mandate_binds_from_the_next_monday_on() throws SQLException {
    String id = inForce();
    for (String who : List.of("partner-client", "icb-client", "colm.ashgrove")) {
      JsonPath before = entry(Caller.as(who), id);
      assertThat((Object) before.get("practices")).isNull();
      assertThat((Object) before.get("countedOn")).isNull();
    }
    assertThat(entry(nadia(), id).getInt("practices")).isEqualTo(2);

    twoWeeksAgo(id);
    // Since then another practice has granted it, and nobody outside hears of that before Monday.
    done(
        femi()
            .post(
                "/v1/mandates/" + id + "/responses",
                "{\"practiceId\": \"%s\", \"answer\": \"GRANT\"}".formatted(PRACTICES.getLast())));
    assertThat(entry(nadia(), id).getInt("practices")).isEqualTo(3);
    for (String who : List.of("partner-client", "icb-client", "colm.ashgrove")) {
      JsonPath told = entry(Caller.as(who), id);
      assertThat(told.getInt("practices")).isEqualTo(2);
      assertThat(told.getInt("ofPractices")).isEqualTo(3);
      LocalDate counted = LocalDate.parse(told.getString("countedOn"));
      assertThat(counted.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
      assertThat(counted).isAfter(TODAY.minusDays(8));
    }
    done(nadia().post("/v1/mandates/" + id + "/ending", "{}"));
  }

  /** As if all of it had been done and written down two weeks earlier. */
  private void twoWeeksAgo(String id) throws SQLException {
    try (var connection = database.getConnection();
        var move =
            connection.prepareStatement(
                """
                update event set recorded_at = recorded_at - interval '14 days',
                  payload = jsonb_set(payload, '{on}',
                    to_jsonb(coalesce(to_char((payload ->> 'on')::date - 14, 'YYYY-MM-DD'), '')),
                    false)
                where stream = ?\
                """)) {
      move.setString(1, "mandate-" + id);
      assertThat(move.executeUpdate()).isPositive();
    }
  }

  private static JsonPath entry(Caller who, String id) {
    return ok(who.get("/v1/who-can-agree?limit=200&area=" + PLACE))
        .setRootPath("items.find { it.mandateId == '" + id + "' }");
  }

  /** Granted by two of the three practices. */
  private static String inForce() {
    String id =
        made(
            nadia()
                .post(
                    "/v1/mandates/drafts",
                    """
                    {"placeId": "%s", "terms": {"topicIds": ["%s"], "limits": [],
                     "holder":
                       {"organisationId": "%s", "role": "FEDERATION_LEAD", "label": "Lead"},
                     "threshold": {"practices": 1}, "briefingDays": 5, "reportBackDays": 7,
                     "start": "%s", "end": "%s"}}\
                    """
                        .formatted(
                            PLACE, Larkfield.TOPIC, FEDERATION, START, START.plusMonths(12))),
            "mandateId");
    done(
        nadia()
            .post("/v1/mandates/drafts/" + id + "/opening", "{\"openedOn\": \"" + START + "\"}"));
    String mandate = "/v1/mandates/" + id;
    for (String practice : PRACTICES.subList(0, 2)) {
      done(
          femi()
              .post(
                  mandate + "/responses",
                  "{\"practiceId\": \"%s\", \"answer\": \"GRANT\"}".formatted(practice)));
    }
    done(nadia().post(mandate + "/acceptance", ""));
    done(nadia().post(mandate + "/activation", ""));
    return id;
  }

  private static Caller nadia() {
    return Caller.as("nadia.velloso");
  }

  private static Caller femi() {
    return Caller.as("femi.larkspur");
  }

  private static JsonPath ok(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    return response.jsonPath();
  }

  private static String made(Response response, String field) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
    return response.path(field);
  }

  private static void done(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isBetween(200, 204);
  }
}
