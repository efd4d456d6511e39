package uk.onevoice.mandates.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.mandates.adapter.http.MarlValley.BRACKMOOR;
import static uk.onevoice.mandates.adapter.http.MarlValley.CARE;
import static uk.onevoice.mandates.adapter.http.MarlValley.COAST;
import static uk.onevoice.mandates.adapter.http.MarlValley.COMMITTEE;
import static uk.onevoice.mandates.adapter.http.MarlValley.ELSEWHERE;
import static uk.onevoice.mandates.adapter.http.MarlValley.FEDERATION;
import static uk.onevoice.mandates.adapter.http.MarlValley.NETWORK;
import static uk.onevoice.mandates.adapter.http.MarlValley.NURSING;
import static uk.onevoice.mandates.adapter.http.MarlValley.TRUST;
import static uk.onevoice.mandates.adapter.http.MarlValley.VALLEY;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.directory.Directory;
import uk.onevoice.testkit.stack.Canaries;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "mandates"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PositionsHttpTest {
  private static final String PATH = "/v1/positions";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Inject Directory directory;
  @Inject DataSource database;

  @BeforeAll
  void who_is_who() {
    MarlValley.isKnownTo(directory);
  }

  @Test
  void a_federation_says_something_agrees_to_it_and_everybody_reads_it() {
    Response raised =
        nadia().post("/v1/issues", issue(CARE, "Who runs the hub?", "A federation", "The trust"));
    assertThat(raised.statusCode()).as(raised.asString()).isEqualTo(201);
    assertThat(raised.header("Location")).endsWith("/v1/issues/" + raised.path("issueId"));
    String issue = raised.path("issueId");
    Response read = owen().get("/v1/issues/" + issue);
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.header("ETag")).isEqualTo("\"1\"");
    assertThat(read.jsonPath().getMap(""))
        .containsEntry("question", "Who runs the hub?")
        .containsEntry("topicNow", "Community & nursing care")
        .containsEntry("raisedOn", TODAY.toString());
    List<String> options = read.jsonPath().getList("options.optionId");

    Response proposed =
        nadia()
            .post(
                PATH,
                position(
                    VALLEY,
                    FEDERATION,
                    issue,
                    said(options.getFirst(), "FOR", options.getLast(), "AGAINST")));
    assertThat(proposed.statusCode()).as(proposed.asString()).isEqualTo(201);
    String id = proposed.path("positionId");
    done(nadia().post(path(id) + "/agreements", agreed(FEDERATION)));
    done(owen().post(path(id) + "/agreements", agreed(NETWORK)));
    problem(Caller.as("partner-client").get(path(id)), 404, "not-found");
    done(nadia().post(path(id) + "/publications", "{}"));

    Response found = Caller.as("partner-client").get(path(id));
    assertThat(found.statusCode()).as(found.asString()).isEqualTo(200);
    assertThat(found.header("ETag")).isNull();
    assertThat(found.jsonPath().getMap(""))
        .containsEntry("bodyId", FEDERATION)
        .containsEntry("placeId", VALLEY.toString())
        .containsEntry("topicId", CARE.toString())
        .containsEntry("question", "Who runs the hub?")
        .containsEntry("publication", 1)
        .containsEntry("publishedOn", TODAY.toString())
        .doesNotContainKeys("version", "comments", "dissents");
    assertThat(found.jsonPath().getList("stances"))
        .isEqualTo(
            List.of(
                Map.of("optionId", options.getFirst(), "option", "A federation", "stance", "FOR"),
                Map.of("optionId", options.getLast(), "option", "The trust", "stance", "AGAINST")));
    assertThat(found.jsonPath().getList("agreedBy"))
        .isEqualTo(
            List.of(
                Map.of("bodyId", FEDERATION, "role", "FEDERATION_LEAD", "on", TODAY.toString()),
                Map.of(
                    "bodyId", NETWORK, "role", "PCN_CLINICAL_DIRECTOR", "on", TODAY.toString())));
  }

  @Test
  void only_what_its_body_has_agreed_to_is_published() {
    String id = proposed(issue(), nadia(), FEDERATION, "FOR");
    problem(nadia().post(path(id) + "/publications", "{}"), 409, "position-not-agreed");
    done(owen().post(path(id) + "/agreements", agreed(NETWORK)));
    problem(nadia().post(path(id) + "/publications", "{}"), 409, "position-not-agreed");
    problem(Caller.as("colm.ashgrove").get(path(id)), 404, "not-found");
  }

  @Test
  void nobody_says_what_another_body_says() {
    String issue = issue();
    problem(
        owen().post(PATH, position(VALLEY, FEDERATION, issue, one(issue, "FOR"))),
        422,
        "not-your-body");
    String id = proposed(issue, nadia(), FEDERATION, "FOR");
    problem(owen().post(path(id) + "/agreements", agreed(FEDERATION)), 422, "not-your-body");
    problem(owen().post(path(id) + "/publications", "{}"), 422, "not-your-body");
    problem(owen().post(path(id) + "/withdrawals", "{}"), 422, "not-your-body");
    problem(
        owen().post(path(id) + "/versions", "{\"stances\":" + one(issue, "AGAINST") + "}"),
        422,
        "not-your-body");
    assertThat(owen().get(path(id) + "/discussion").jsonPath().getBoolean("mayActForBody"))
        .isFalse();
    assertThat(nadia().get(path(id) + "/discussion").jsonPath().getBoolean("mayActForBody"))
        .isTrue();
  }

  @Test
  void a_position_is_of_a_body_of_the_place_on_an_issue_of_its_ics() {
    String issue = issue();
    problem(
        nadia().post(PATH, position(VALLEY, COMMITTEE, issue, one(issue, "FOR"))),
        422,
        "body-not-of-place");
    problem(
        nadia().post(PATH, position(VALLEY, TRUST, issue, one(issue, "FOR"))),
        422,
        "body-not-of-place");
    problem(
        nadia()
            .post(
                PATH,
                position(VALLEY, FEDERATION, UUID.randomUUID().toString(), one(issue, "FOR"))),
        422,
        "issue-not-here");
    problem(
        nadia()
            .post(
                PATH,
                position(VALLEY, FEDERATION, issue, said(UUID.randomUUID().toString(), "FOR"))),
        422,
        "no-such-option");
    String option = optionsOf(issue).getFirst();
    problem(
        nadia()
            .post(
                PATH, position(VALLEY, FEDERATION, issue, said(option, "FOR", option, "NEUTRAL"))),
        422,
        "option-said-twice");
    problem(
        nadia().post(PATH, position(COAST, FEDERATION, issue, one(issue, "FOR"))),
        403,
        "not-allowed");
    proposed(issue, nadia(), FEDERATION, "FOR");
    problem(
        nadia().post(PATH, position(VALLEY, FEDERATION, issue, one(issue, "AGAINST"))),
        409,
        "position-already-proposed");
  }

  @Test
  void an_issue_is_about_a_topic_in_use_and_has_something_to_choose() {
    problem(nadia().post("/v1/issues", issue(NURSING, "Q", "A", "B")), 422, "topic-not-in-use");
    problem(nadia().post("/v1/issues", issue(ELSEWHERE, "Q", "A", "B")), 422, "topic-not-in-use");
    problem(nadia().post("/v1/issues", issue(CARE, "Q", "A")), 422, "too-few-options");
    problem(
        nadia()
            .post(
                "/v1/issues",
                issue(
                    CARE, "Q", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12",
                    "13")),
        422,
        "too-many-options");
    problem(nadia().post("/v1/issues", issue(CARE, " ", "A", "B")), 400, "invalid-request");
    String issue = issue();
    Response added = nadia().post("/v1/issues/" + issue + "/options", "{\"option\":\"Neither\"}");
    assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
    assertThat(owen().get("/v1/issues/" + issue).jsonPath().getList("options.option"))
        .endsWith("Neither")
        .hasSize(3);
  }

  @ParameterizedTest(name = "{0} is told of issues: {1}")
  @CsvSource({
    "nadia.velloso,     200",
    "owen.tallant,      200",
    "grace.ndukwe-hale, 200",
    "femi.larkspur,     404",
    "rowan.pike,        404",
    "colm.ashgrove,     404",
    "icb-client,        403",
    "partner-client,    403"
  })
  void issues_are_for_leaders_of_the_ics(String who, int status) {
    String issue = issue();
    assertThat(Caller.as(who).get("/v1/issues/" + issue).statusCode()).isEqualTo(status);
    assertThat(Caller.as(who).get("/v1/issues?icsId=WYVICB01").statusCode()).isEqualTo(status);
  }

  @ParameterizedTest(name = "{0} is told what is private: {1}")
  @CsvSource({
    "nadia.velloso,     200",
    "owen.tallant,      200",
    "femi.larkspur,     200",
    "demo.practices,    200",
    "grace.ndukwe-hale, 404",
    "tamsin.orrell,     404",
    "rowan.pike,        404",
    "admin,             404",
    "colm.ashgrove,     404",
    "icb-client,        403",
    "partner-client,    403"
  })
  void what_is_private_is_for_general_practice_of_the_place(String who, int status) {
    String id = proposed(issue(), nadia(), FEDERATION, "FOR");
    Caller caller = Caller.as(who);
    Response one = caller.get(path(id) + "/discussion");
    assertThat(one.statusCode()).isEqualTo(status);
    assertThat(caller.get(PATH + "/discussions?placeId=" + VALLEY).statusCode()).isEqualTo(status);
    if (status == 404) {
      Response none = caller.get(path(UUID.randomUUID().toString()) + "/discussion");
      assertThat(withoutCorrelation(one)).isEqualTo(withoutCorrelation(none));
    }
  }

  @ParameterizedTest(name = "{0} is told of contradictions: {1}")
  @CsvSource({
    "nadia.velloso,     200",
    "owen.tallant,      200",
    "femi.larkspur,     404",
    "grace.ndukwe-hale, 404",
    "rowan.pike,        404",
    "colm.ashgrove,     404",
    "icb-client,        403",
    "partner-client,    403"
  })
  void alerts_are_for_leaders_of_the_place(String who, int status) {
    assertThat(Caller.as(who).get(PATH + "/alerts?placeId=" + VALLEY).statusCode())
        .isEqualTo(status);
  }

  @Test
  void comments_and_dissent_are_for_general_practice_and_only_while_it_is_private() {
    String issue = issue();
    String id = proposed(issue, nadia(), FEDERATION, "FOR");
    done(femi().post(path(id) + "/comments", words("We need two weeks")));
    done(Caller.as("demo.practices").post(path(id) + "/dissents", words("This costs us a nurse")));
    problem(
        Caller.as("tamsin.orrell").post(path(id) + "/dissents", words("From afar")),
        404,
        "not-found");
    problem(femi().post(path(id) + "/comments", words("  ")), 400, "invalid-request");
    Response read = owen().get(path(id) + "/discussion");
    assertThat(read.jsonPath().getList("comments.words")).containsExactly("We need two weeks");
    assertThat(read.jsonPath().getList("dissents"))
        .isEqualTo(
            List.of(
                Map.of(
                    "version", 1,
                    "bodyId", "WYVP0002",
                    "role", "PRACTICE_PARTNER",
                    "words", "This costs us a nurse",
                    "on", TODAY.toString())));
    published(id, FEDERATION);
    problem(femi().post(path(id) + "/dissents", words("Too late")), 409, "position-not-open");
    problem(owen().post(path(id) + "/agreements", agreed(NETWORK)), 409, "position-not-open");
  }

  @Test
  void a_new_version_is_private_until_it_supersedes_the_public_one() {
    String issue = issue();
    String id = proposed(issue, nadia(), FEDERATION, "FOR");
    published(id, FEDERATION);
    Response before = partner(path(id));
    done(nadia().post(path(id) + "/versions", "{\"stances\":" + one(issue, "CONDITIONAL") + "}"));
    done(nadia().post(path(id) + "/versions", "{\"stances\":" + one(issue, "AGAINST") + "}"));
    done(femi().post(path(id) + "/dissents", words("No")));
    done(nadia().post(path(id) + "/agreements", agreed(FEDERATION)));
    assertThat(partner(path(id)).asString()).isEqualTo(before.asString());
    Response discussion = nadia().get(path(id) + "/discussion");
    assertThat(discussion.jsonPath().getMap(""))
        .containsEntry("status", "AGREED")
        .containsEntry("version", 3)
        .containsEntry("publicNow", true);
    assertThat(discussion.jsonPath().getList("versions.state"))
        .containsExactly("PUBLIC", "REPLACED", "AGREED");
    done(nadia().post(path(id) + "/publications", "{\"on\":\"" + TODAY + "\"}"));
    assertThat(partner(path(id)).jsonPath().getMap("")).containsEntry("publication", 2);
    assertThat(partner(path(id)).jsonPath().getString("stances[0].stance")).isEqualTo("AGAINST");
    assertThat(nadia().get(path(id) + "/discussion").jsonPath().getList("versions.state"))
        .containsExactly("SUPERSEDED", "REPLACED", "PUBLIC");

    done(nadia().post(path(id) + "/withdrawals", "{}"));
    problem(Caller.as("partner-client").get(path(id)), 404, "not-found");
    assertThat(nadia().get(path(id) + "/discussion").jsonPath().getString("status"))
        .isEqualTo("WITHDRAWN");
  }

  @Test
  void no_day_lies_in_the_future_or_before_what_it_follows() {
    String id = proposed(issue(), nadia(), FEDERATION, "FOR");
    problem(
        nadia().post(path(id) + "/agreements", agreed(FEDERATION, TODAY.plusDays(1))),
        422,
        "day-in-the-future");
    done(nadia().post(path(id) + "/agreements", agreed(FEDERATION, TODAY.minusDays(3))));
    problem(
        nadia().post(path(id) + "/publications", on(TODAY.minusDays(4))),
        409,
        "before-it-was-agreed");
    done(nadia().post(path(id) + "/publications", on(TODAY.minusDays(2))));
    problem(
        nadia().post(path(id) + "/withdrawals", on(TODAY.minusDays(3))),
        409,
        "before-it-was-published");
    assertThat(partner(path(id)).jsonPath().getString("publishedOn"))
        .isEqualTo(TODAY.minusDays(2).toString());
  }

  @Test
  void two_bodies_that_contradict_each_other_in_public_are_told_until_one_of_them_changes() {
    String issue = issue();
    String federation = proposed(issue, nadia(), FEDERATION, "FOR");
    String network = proposed(issue, owen(), NETWORK, "AGAINST");
    published(federation, FEDERATION);
    assertThat(alertsOn(issue, nadia(), VALLEY)).isEmpty();
    done(owen().post(path(network) + "/agreements", agreed(NETWORK)));
    assertThat(alertsOn(issue, nadia(), VALLEY)).isEmpty();
    done(owen().post(path(network) + "/publications", "{}"));
    for (Caller leader : List.of(nadia(), owen())) {
      assertThat(alertsOn(issue, leader, VALLEY))
          .singleElement()
          .satisfies(alert -> {
            assertThat(alert)
                .containsEntry("kind", "CONTRADICTS")
                .containsEntry("since", TODAY.toString())
                .containsEntry("until", null)
                .containsEntry("option", "A federation");
            assertThat((List<?>) alert.get("sides")).hasSize(2);
          });
    }
    done(owen().post(path(network) + "/versions", "{\"stances\":" + one(issue, "NEUTRAL") + "}"));
    assertThat(alertsOn(issue, nadia(), VALLEY)).hasSize(1);
    done(owen().post(path(network) + "/agreements", agreed(NETWORK)));
    done(owen().post(path(network) + "/publications", "{}"));
    assertThat(alertsOn(issue, nadia(), VALLEY)).isEmpty();
  }

  @Test
  void a_condition_beside_a_yes_differs_and_says_so_across_places() {
    String issue = issue();
    published(proposed(issue, nadia(), FEDERATION, "FOR"), FEDERATION);
    Caller grace = Caller.as("grace.ndukwe-hale");
    // Another test may have given the coast its scheme.
    grace.post(
        "/v1/delegation-schemes/" + COAST + "/classifications",
        "{\"issueId\": \"%s\", \"issueClass\": \"estates\"}".formatted(issue));
    String committee =
        grace
            .post(PATH, position(COAST, COMMITTEE, issue, one(issue, "CONDITIONAL")))
            .path("positionId");
    done(grace.post(path(committee) + "/agreements", agreed(COMMITTEE)));
    done(grace.post(path(committee) + "/publications", "{}"));
    assertThat(alertsOn(issue, nadia(), VALLEY))
        .singleElement()
        .satisfies(alert -> assertThat(alert).containsEntry("kind", "DIFFERS"));
    assertThat(alertsOn(issue, grace, COAST)).hasSize(1);
    assertThat(alertsOn(issue, nadia(), BRACKMOOR)).isEmpty();
  }

  @Test
  void the_public_positions_of_a_place_come_in_pages_and_nothing_private_moves_them() {
    for (int days : List.of(9, 3, 7, 3)) {
      String id = proposed(issue(), nadia(), FEDERATION, "FOR", BRACKMOOR);
      done(nadia().post(path(id) + "/agreements", agreed(FEDERATION, TODAY.minusDays(20))));
      done(nadia().post(path(id) + "/publications", on(TODAY.minusDays(days))));
    }
    List<String> before = listed(BRACKMOOR);
    assertThat(before).hasSize(4).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    String hidden = proposed(issue(), nadia(), FEDERATION, "AGAINST", BRACKMOOR);
    done(nadia().post(path(hidden) + "/comments", words("Not yet")));
    done(nadia().post(path(hidden) + "/agreements", agreed(FEDERATION)));
    assertThat(listed(BRACKMOOR)).isEqualTo(before);
    done(nadia().post(path(hidden) + "/withdrawals", "{}"));
    assertThat(listed(BRACKMOOR)).isEqualTo(before);
    assertThat(
            partner(PATH + "?placeId=" + BRACKMOOR + "&topicId=" + CARE)
                .jsonPath()
                .getList("items"))
        .hasSize(4);
    assertThat(
            partner(PATH + "?placeId=" + BRACKMOOR + "&topicId=" + NURSING)
                .jsonPath()
                .getList("items"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"?placeId=%s&after=x", "?placeId=%s&topicId=x", "?placeId=x", ""})
  void a_list_asked_for_wrongly_is_refused(String query) {
    problem(nadia().get(PATH + query.formatted(VALLEY)), 400, "invalid-request");
  }

  @Test
  void what_is_typed_in_private_is_told_to_nobody_else_and_lies_nowhere_open() throws Exception {
    String mark = "canary-" + UUID.randomUUID().toString().substring(0, 8);
    String question = mark + "-question";
    String option = mark + "-option";
    String comment = mark + "-comment";
    String dissent = mark + "-dissent";
    try (var canaries = Canaries.of(question, option, comment, dissent)) {
      String issue =
          nadia().post("/v1/issues", issue(CARE, question, option, "Not")).path("issueId");
      String id = proposed(issue, nadia(), FEDERATION, "FOR");
      done(nadia().post(path(id) + "/comments", words(comment)));
      done(femi().post(path(id) + "/dissents", words(dissent)));
      problem(femi().post(path(id) + "/publications", "{\"on\":\"x\"}"), 403, "not-allowed");
      problem(
          nadia().post(path(id) + "/comments", "{\"words\":\"" + comment + "\",\"to\":1}"),
          400,
          "invalid-request");
      for (String who :
          List.of("partner-client", "icb-client", "rowan.pike", "colm.ashgrove", "tamsin.orrell")) {
        assertThat(everythingReadBy(Caller.as(who), issue, id)).doesNotContain(mark);
      }
      done(nadia().post(path(id) + "/agreements", agreed(FEDERATION)));
      done(nadia().post(path(id) + "/publications", "{}"));
      for (String who :
          List.of("partner-client", "icb-client", "rowan.pike", "colm.ashgrove", "tamsin.orrell")) {
        assertThat(everythingReadBy(Caller.as(who), issue, id))
            .contains(question)
            .contains(option)
            .doesNotContain(comment)
            .doesNotContain(dissent);
      }
      try (var connection = database.getConnection()) {
        var tables = canaries.inTables(connection);
        assertThat(tables.places()).isPositive();
        assertThat(tables.found()).isEmpty();
      }
      var topics =
          canaries.inTopics(
              List.of(ConfigProvider.getConfig().getValue("onevoice.log.topic", String.class)));
      assertThat(topics.places()).isPositive();
      assertThat(topics.found()).isEmpty();
      assertThat(canaries.inLogs().found()).isEmpty();
    }
  }

  private static String everythingReadBy(Caller caller, String issue, String id) {
    var all = new StringBuilder();
    for (String path :
        List.of(
            "/v1/issues/" + issue,
            "/v1/issues?icsId=WYVICB01",
            path(id),
            path(id) + "/discussion",
            PATH + "?placeId=" + VALLEY + "&limit=200",
            PATH + "/discussions?placeId=" + VALLEY,
            PATH + "/alerts?placeId=" + VALLEY)) {
      Response response = caller.get(path);
      all.append(response.asString()).append(response.headers());
    }
    return all.toString();
  }

  /** Day and id of each, in pages of two. */
  private static List<String> listed(UUID place) {
    List<String> listed = new ArrayList<>();
    @Nullable String next = null;
    do {
      String after = next == null ? "" : "&after=" + next;
      Response page = partner(PATH + "?limit=2&placeId=" + place + after);
      page.jsonPath().<Map<String, Object>>getList("items").stream()
          .map(item -> item.get("publishedOn") + " " + item.get("positionId"))
          .forEach(listed::add);
      next = page.path("next");
    } while (next != null);
    return listed;
  }

  private static List<Map<String, Object>> alertsOn(String issue, Caller caller, UUID place) {
    Response alerts = caller.get(PATH + "/alerts?open=true&limit=200&placeId=" + place);
    assertThat(alerts.statusCode()).as(alerts.asString()).isEqualTo(200);
    return alerts.jsonPath().<Map<String, Object>>getList("items").stream()
        .filter(alert -> issue.equals(alert.get("issueId")))
        .toList();
  }

  private static String proposed(String issue, Caller by, String body, String stance) {
    return proposed(issue, by, body, stance, VALLEY);
  }

  private static String proposed(String issue, Caller by, String body, String stance, UUID place) {
    Response proposed = by.post(PATH, position(place, body, issue, one(issue, stance)));
    assertThat(proposed.statusCode()).as(proposed.asString()).isEqualTo(201);
    return proposed.path("positionId");
  }

  private static void published(String id, String body) {
    done(nadia().post(path(id) + "/agreements", agreed(body)));
    done(nadia().post(path(id) + "/publications", "{}"));
  }

  private static String issue() {
    Response raised =
        nadia().post("/v1/issues", issue(CARE, "Who runs the hub?", "A federation", "The trust"));
    assertThat(raised.statusCode()).as(raised.asString()).isEqualTo(201);
    return raised.path("issueId");
  }

  private static String issue(UUID topic, String question, String... options) {
    return """
    {"icsId": "WYVICB01", "topicId": "%s", "question": "%s", "options": ["%s"]}\
    """
        .formatted(topic, question, String.join("\", \"", options));
  }

  private static List<String> optionsOf(String issue) {
    return nadia().get("/v1/issues/" + issue).jsonPath().getList("options.optionId");
  }

  private static String one(String issue, String stance) {
    return said(optionsOf(issue).getFirst(), stance);
  }

  private static String said(String... optionsAndStances) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < optionsAndStances.length; i += 2) {
      said.add(
          "{\"optionId\": \"%s\", \"stance\": \"%s\"}"
              .formatted(optionsAndStances[i], optionsAndStances[i + 1]));
    }
    return said.toString();
  }

  private static String position(UUID place, String body, String issue, String stances) {
    return """
    {"placeId": "%s", "bodyId": "%s", "issueId": "%s", "stances": %s}\
    """
        .formatted(place, body, issue, stances);
  }

  private static String agreed(String body) {
    return "{\"bodyId\": \"" + body + "\"}";
  }

  private static String agreed(String body, LocalDate on) {
    return "{\"bodyId\": \"" + body + "\", \"on\": \"" + on + "\"}";
  }

  private static String on(LocalDate day) {
    return "{\"on\": \"" + day + "\"}";
  }

  private static String words(String words) {
    return "{\"words\": \"" + words + "\"}";
  }

  private static String path(String id) {
    return PATH + "/" + id;
  }

  private static Response partner(String path) {
    Response read = Caller.as("partner-client").get(path);
    assertThat(read.statusCode()).as(read.asString()).isEqualTo(200);
    return read;
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

  private static String withoutCorrelation(Response response) {
    return response.asString().replace(String.valueOf(response.header("X-Correlation-ID")), "");
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.jsonPath().getString("type"))
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }
}
