package uk.onevoice.organisations.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/**
 * A place with one network, one federation and one LMC, whose leaders form groups. Each test forms
 * its own.
 */
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
class GroupsHttpTest {
  private static final String TERMS =
      """
      {"from": "2026-04-01", "quorum": 3, "decisionRule": "CONSENSUS", "chairRule": "ANYONE",
       "reviewOn": "2027-04-01", "words": "We listen first.",
       "seatRules": [
         {"per": "EVERY_PCN", "role": "PCN_CLINICAL_DIRECTOR", "filledBy": "OFFICE", "seats": 1},
         {"per": "EVERY_FEDERATION", "role": "FEDERATION_LEAD", "filledBy": "OFFICE", "seats": 1},
         {"per": "EVERY_LMC", "role": "LMC_OFFICER", "filledBy": "OFFICE", "seats": 1},
         {"per": "GROUP", "filledBy": "NOMINATION", "seats": 2}]}
      """;

  @Inject DataSource database;

  private String place = "";
  private String federation = "";
  private String lmc = "";
  private String femisRole = "";
  private String tamsinsRole = "";

  /** Once, before the first test: only then is the service's address known. */
  @BeforeEach
  void a_place_with_leaders() throws Exception {
    if (!place.isEmpty()) {
      return;
    }
    Office.open();
    Office.takeOneEach();
    federation = body("FEDERATION");
    lmc = body("LMC");
    place =
        Office.keeper()
            .created(
                "/v1/organisations/places",
                "{\"icsId\":\"JQB\",\"name\":\"Southtown\",\"start\":\"2026-01-01\"}",
                "placeId");
    said(
        Office.keeper()
            .post(
                "/v1/organisations/places/" + place + "/practices",
                "{\"practiceIds\":[\"J81003\",\"J81004\"],\"start\":\"2026-01-01\"}"));
    members(federation, "FEDERATION");
    members(lmc, "LMC");
    Office.register("owen.tallant", role("PCN_CLINICAL_DIRECTOR", "J00002"));
    Office.register("nadia.velloso", role("FEDERATION_LEAD", federation));
    Office.register("grace.ndukwe-hale", role("LMC_OFFICER", lmc));
    Office.register("colm.ashgrove", role("LEADERSHIP_GROUP_SUPPORT", federation));
    Office.register("rowan.pike", role("ICB_GP_LEAD", "JQB"));
    femisRole = partner("femi.larkspur", "J81003");
    tamsinsRole = partner("tamsin.orrell", "J81004");
  }

  private static String partner(String user, String practice) {
    var person = Office.register(user, "");
    var appointed =
        Office.administrator()
            .post("/v1/people/" + person + "/roles", role("PRACTICE_PARTNER", practice));
    said(appointed);
    return appointed.path("roleHoldingId");
  }

  private static String body(String kind) {
    return Office.keeper()
        .created(
            "/v1/organisations",
            "{\"name\":\"Southtown %s\",\"kind\":\"%s\",\"start\":\"2026-01-01\"}"
                .formatted(kind, kind),
            "organisationId");
  }

  private static void members(String body, String kind) {
    said(
        Office.keeper()
            .post(
                "/v1/organisations/" + body + "/members",
                "{\"memberIds\":[\"J81003\"],\"kind\":\"%s\",\"start\":\"2026-01-01\"}"
                    .formatted(kind)));
  }

  private static String role(String role, String at) {
    return "{\"role\":\"%s\",\"organisationId\":\"%s\",\"start\":\"2026-01-01\"}"
        .formatted(role, at);
  }

  @Test
  void leaders_of_the_place_form_a_group_which_is_a_registered_body_as_well() {
    var key = UUID.randomUUID().toString();
    var first = said(as("nadia.velloso").post("/v1/groups", group("Southtown voice"), key));
    assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
    String id = first.path("groupId");
    var again = as("nadia.velloso").post("/v1/groups", group("Southtown voice"), key);
    assertThat(again.<String>path("groupId")).isEqualTo(id);

    var body = as("rowan.pike").get("/v1/organisations/" + id);
    assertThat(body.<List<String>>path("kinds")).containsExactly("LEADERSHIP_GROUP");
    var group = as("rowan.pike").get("/v1/groups/" + id);
    assertThat(group.<Object>path("legalEntity")).isNull();
    assertThat(group.<String>path("federation.organisationId")).isEqualTo(federation);
    assertThat(group.<Boolean>path("runs")).isFalse();
    assertThat(group.header("ETag")).as("to somebody outside").isNull();
    assertThat(
            as("rowan.pike").get("/v1/groups?placeId=" + place).jsonPath().getList("items.groupId"))
        .contains(id);
    assertThat(as("rowan.pike").get("/v1/groups?icsId=JQB").jsonPath().getList("items.groupId"))
        .contains(id);

    assertThat(as("femi.larkspur").post("/v1/groups", group("Mine")).statusCode()).isEqualTo(403);
    problem(
        as("nadia.velloso")
            .post(
                "/v1/groups",
                "{\"name\":\"Other\",\"icsId\":\"JQA\",\"placeIds\":[\"%s\"],\"footing\":\"SEPARATE\",\"start\":\"2026-04-01\"}"
                    .formatted(place)),
        422,
        "group-does-not-fit");
    problem(as("nadia.velloso").get("/v1/groups"), 400, "invalid-request");
    problem(as("nadia.velloso").get("/v1/groups/" + UUID.randomUUID()), 404, "not-found");
  }

  @Test
  void a_registered_body_becomes_a_group_once() {
    var body = body("LEADERSHIP_GROUP");
    var wish =
        "{\"organisationId\":\"%s\",\"icsId\":\"JQB\",\"placeIds\":[],\"footing\":\"SEPARATE\",\"start\":\"2026-04-01\"}"
            .formatted(body);
    var formed = said(as("nadia.velloso").post("/v1/groups", wish));
    assertThat(formed.<String>path("groupId")).as(formed.asString()).isEqualTo(body);
    problem(as("nadia.velloso").post("/v1/groups", wish), 409, "group-already-formed");
    problem(
        as("nadia.velloso").post("/v1/groups", wish.replace(body, federation)),
        422,
        "group-does-not-fit");
    problem(
        as("nadia.velloso")
            .post(
                "/v1/groups",
                wish.replace("\"organisationId\"", "\"name\"")
                    .replace("{", "{\"organisationId\":\"" + body + "\",")),
        400,
        "invalid-request");
    problem(as("rowan.pike").post("/v1/groups", wish), 403, "not-allowed");
  }

  @Test
  void seats_follow_from_terms_and_registry_and_the_others_are_taken_by_nomination() {
    var path = formed("Seats");
    problem(as("owen.tallant").post(path + "/terms", TERMS), 403, "not-allowed");
    done(as("colm.ashgrove").post(path + "/terms", TERMS));

    var seats = as("rowan.pike").get(path + "/seats");
    assertThat(seats.jsonPath().<String>getList("items.bodyName"))
        .containsExactly("SECOND PCN", "Southtown FEDERATION", "Southtown LMC", "Seats", "Seats");
    assertThat(seats.<String>path("items[0].holder.role")).isEqualTo("PCN_CLINICAL_DIRECTOR");
    assertThat(as("rowan.pike").get(path).<Integer>path("vacant")).isEqualTo(2);
    assertThat(as("rowan.pike").get(path).<String>path("terms.words"))
        .isEqualTo("We listen first.");
    assertThat(as("rowan.pike").get(path + "/seats?asOf=2026-03-31").jsonPath().getList("items"))
        .isEmpty();
    problem(as("rowan.pike").get(path + "/seats?asOf=soon"), 400, "invalid-request");

    String seat = seats.path("items[3].seatId");
    String office = seats.path("items[0].seatId");
    var candidates = as("colm.ashgrove").get(path + "/seats/" + seat + "/candidates");
    assertThat(candidates.jsonPath().<String>getList("items.roleHoldingId"))
        .contains(femisRole, tamsinsRole);
    problem(as("rowan.pike").get(path + "/seats/" + seat + "/candidates"), 403, "not-allowed");

    var taking = "{\"roleHoldingId\":\"%s\",\"start\":\"2026-09-01\"}".formatted(femisRole);
    problem(
        as("colm.ashgrove").post(path + "/seats/" + office + "/taking", taking),
        409,
        "seat-comes-with-office");
    problem(
        as("colm.ashgrove").post(path + "/seats/" + UUID.randomUUID() + "/taking", taking),
        404,
        "not-found");
    problem(
        as("colm.ashgrove")
            .post(
                path + "/seats/" + seat + "/taking",
                taking.replace(femisRole, UUID.randomUUID().toString())),
        422,
        "no-claim-to-seat");
    done(as("colm.ashgrove").post(path + "/seats/" + seat + "/taking", taking));
    problem(
        as("colm.ashgrove").post(path + "/seats/" + seat + "/taking", taking),
        409,
        "seat-not-vacant");
    assertThat(as("femi.larkspur").get(path).<Boolean>path("inside")).isTrue();
    assertThat(as("femi.larkspur").get(path).<Integer>path("vacant")).isEqualTo(1);

    done(
        as("colm.ashgrove").post(path + "/seats/" + seat + "/leaving", "{\"end\":\"2026-10-01\"}"));
    assertThat(as("femi.larkspur").get(path).<Boolean>path("inside")).isFalse();
  }

  @Test
  void any_profession_may_chair_and_the_capacity_is_shown() {
    var path = formed("Chair");
    done(as("colm.ashgrove").post(path + "/terms", TERMS));
    var chair = "{\"roleHoldingId\":\"%s\",\"start\":\"2026-05-01\"}".formatted(tamsinsRole);
    problem(as("tamsin.orrell").post(path + "/chair", chair), 403, "not-allowed");
    done(as("colm.ashgrove").post(path + "/chair", chair));

    var group = as("tamsin.orrell").get(path);
    assertThat(group.<String>path("chair.role")).isEqualTo("PRACTICE_PARTNER");
    assertThat(group.<String>path("chair.organisationName")).isEqualTo("FORD SURGERY");
    assertThat(group.<Boolean>path("runs")).isTrue();
    assertThat(group.jsonPath().<String>getList("milestones.milestone"))
        .containsExactly("TERMS_ADOPTED", "CHAIR_NAMED");
    assertThat(as("rowan.pike").get(path).<String>path("chair.name")).as("not shown").isNull();
    var seatPath = "items.findAll{it.holder?.role == 'PCN_CLINICAL_DIRECTOR'}.holder.name";
    assertThat(Office.keeper().get(path + "/seats").<List<String>>path(seatPath))
        .as("for who keeps the registry")
        .containsExactly("owen.tallant");
    assertThat(as("owen.tallant").get(path + "/seats").<List<String>>path(seatPath))
        .as("one's own")
        .containsExactly("owen.tallant");
    assertThat(as("rowan.pike").get(path + "/seats").<List<String>>path(seatPath))
        .containsOnlyNulls();
    String chairId = group.path("chair.personId");
    done(as("tamsin.orrell").post("/v1/people/" + chairId + "/contact", "{\"shown\":true}"));
    assertThat(as("rowan.pike").get(path).<String>path("chair.name"))
        .as("shown, as the chair wants it")
        .isEqualTo("tamsin.orrell");
    done(as("tamsin.orrell").post(path + "/chair/standing-down", "{\"end\":\"2026-06-01\"}"));
    assertThat(as("tamsin.orrell").get(path).<Object>path("chair")).isNull();
  }

  @Test
  void interests_are_for_the_group_and_their_words_stand_in_no_event() throws SQLException {
    var path = formed("Interests");
    done(as("colm.ashgrove").post(path + "/terms", TERMS));
    String seat = as("owen.tallant").get(path + "/seats").path("items[0].seatId");
    var wish =
        "{\"seatId\":\"%s\",\"kind\":\"FINANCIAL\",\"organisationId\":\"JRB\",\"start\":\"2019-05-01\",\"words\":\"Canary wages.\"}"
            .formatted(seat);
    problem(as("rowan.pike").post(path + "/interests", wish), 403, "not-allowed");
    problem(as("grace.ndukwe-hale").post(path + "/interests", wish), 403, "not-allowed");
    var declared = said(as("owen.tallant").post(path + "/interests", wish));
    assertThat(declared.statusCode()).as(declared.asString()).isEqualTo(201);
    String interest = declared.path("interestId");

    var seen = as("grace.ndukwe-hale").get(path + "/interests");
    assertThat(seen.<String>path("items[0].words")).isEqualTo("Canary wages.");
    assertThat(seen.<String>path("items[0].holder.organisationId")).isEqualTo("J00002");
    assertThat(seen.<String>path("items[0].organisation.name")).isEqualTo("SOUTH NHS TRUST");
    problem(as("rowan.pike").get(path + "/interests"), 403, "not-allowed");
    assertThat(count("select count(*) from event where payload::text like '%Canary%'")).isZero();

    assertThat(conflicts(path, "JRB")).containsExactly(List.of("DECLARED"));
    assertThat(conflicts(path, "J00002")).containsExactly(List.of("HOLDS_A_ROLE_THERE"));
    assertThat(conflicts(path, "JRA")).isEmpty();
    problem(as("owen.tallant").get(path + "/conflicts"), 400, "invalid-request");

    done(
        as("owen.tallant")
            .post(
                path + "/interests/" + interest + "/correction",
                "{\"kind\":\"INDIRECT\",\"organisationId\":\"JRB\",\"start\":\"2019-05-01\"}"));
    done(
        as("owen.tallant")
            .post(path + "/interests/" + interest + "/ending", "{\"end\":\"2026-06-01\"}"));
    var ended = as("owen.tallant").get(path + "/interests");
    assertThat(ended.<String>path("items[0].kind")).isEqualTo("INDIRECT");
    assertThat(ended.<String>path("items[0].end")).isEqualTo("2026-06-01");
    assertThat(ended.<String>path("items[0].words")).as("words that stay").isNotNull();
    assertThat(conflicts(path, "JRB")).isEmpty();
    done(as("owen.tallant").post(path + "/interests/" + interest + "/withdrawal", "{}"));
    assertThat(as("owen.tallant").get(path + "/interests").jsonPath().getList("items")).isEmpty();
  }

  private List<List<String>> conflicts(String path, String organisation) {
    return as("owen.tallant")
        .get(path + "/conflicts?organisationId=" + organisation)
        .jsonPath()
        .getList("items.reasons");
  }

  @Test
  void a_pulse_counts_answers_without_a_name_and_shows_a_trend_of_several_rounds()
      throws SQLException {
    var path = formed("Pulse");
    done(as("colm.ashgrove").post(path + "/terms", TERMS));
    take(path, 3, femisRole);
    take(path, 4, tamsinsRole);
    var five =
        List.of(
            "owen.tallant", "nadia.velloso", "grace.ndukwe-hale", "femi.larkspur", "tamsin.orrell");

    var pulse = opened(path);
    problem(as("colm.ashgrove").post(path + "/pulses", "{}"), 409, "pulse-open");
    problem(
        as("rowan.pike").post(path + "/pulses/" + pulse + "/answers", trust(3)),
        403,
        "not-allowed");
    problem(
        as("colm.ashgrove").post(path + "/pulses/" + pulse + "/answers", trust(3)),
        403,
        "not-allowed");
    var events = count("select count(*) from event");
    for (String member : five) {
      var answer = as(member).post(path + "/pulses/" + pulse + "/answers", trust(4));
      assertThat(answer.statusCode()).as(member + answer.asString()).isEqualTo(204);
      assertThat(answer.header("X-Position")).isNull();
    }
    problem(
        as("owen.tallant").post(path + "/pulses/" + pulse + "/answers", trust(1)),
        409,
        "pulse-already-answered");
    assertThat(count("select count(*) from event")).as("an answer is no event").isEqualTo(events);
    done(as("colm.ashgrove").post(path + "/pulses/" + pulse + "/closing", "{}"));
    problem(
        as("owen.tallant").post(path + "/pulses/" + pulse + "/answers", trust(1)),
        409,
        "pulse-closed");
    assertThat(points(path)).as("one round is never shown alone").isEmpty();

    var second = opened(path);
    for (String member : five) {
      as(member).post(path + "/pulses/" + second + "/answers", trust(5));
    }
    done(as("colm.ashgrove").post(path + "/pulses/" + second + "/closing", "{}"));
    assertThat(points(path))
        .singleElement()
        .satisfies(
            point -> assertThat(point).containsEntry("rounds", 2).containsEntry("mean", 4.5f));

    var third = opened(path);
    as("owen.tallant").post(path + "/pulses/" + third + "/answers", trust(1));
    done(as("colm.ashgrove").post(path + "/pulses/" + third + "/closing", "{}"));
    assertThat(points(path)).as("one answer is no result").hasSize(1);

    assertThat(count("select count(*) from pulse") + count("select count(*) from pulse_token"))
        .as("rows left of closed rounds")
        .isZero();
    problem(as("rowan.pike").get(path + "/pulses"), 403, "not-allowed");
  }

  private void take(String path, int seat, String holding) {
    String id = as("colm.ashgrove").get(path + "/seats").path("items[" + seat + "].seatId");
    done(
        as("colm.ashgrove")
            .post(
                path + "/seats/" + id + "/taking",
                "{\"roleHoldingId\":\"%s\",\"start\":\"2026-05-01\"}".formatted(holding)));
  }

  private String opened(String path) {
    var opened = said(as("colm.ashgrove").post(path + "/pulses", "{}"));
    assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
    String pulse = opened.path("pulseId");
    assertThat(as("femi.larkspur").get(path).<String>path("openPulse")).isEqualTo(pulse);
    return pulse;
  }

  private static String trust(int answer) {
    return "{\"trust\":" + answer + "}";
  }

  private static List<Map<String, Object>> points(String path) {
    return as("grace.ndukwe-hale").get(path + "/pulses").jsonPath().getList("points");
  }

  @Test
  void milestones_and_history_tell_how_far_a_group_has_come() {
    var path = formed("History");
    done(as("colm.ashgrove").post(path + "/terms", TERMS));
    var wish =
        "{\"milestone\":\"FIRST_POSITION\",\"on\":\"2026-06-01\",\"evidenceId\":\"%s\"}"
            .formatted(UUID.randomUUID());
    done(as("colm.ashgrove").post(path + "/milestones", wish));
    problem(as("colm.ashgrove").post(path + "/milestones", wish), 409, "milestone-already-reached");
    done(as("colm.ashgrove").post(path + "/milestones/FIRST_POSITION/withdrawal", "{}"));
    problem(
        as("colm.ashgrove").post(path + "/milestones/FIRST_POSITION/withdrawal", "{}"),
        404,
        "not-found");

    var history = as("owen.tallant").get(path + "/history?limit=2");
    assertThat(history.jsonPath().<String>getList("items.type"))
        .containsExactly("MilestoneWithdrawn", "MilestoneReached");
    assertThat(history.<String>path("items[0].byName"))
        .as("colm does not wish to be found")
        .isNull();
    assertThat(as("colm.ashgrove").get(path + "/history").<String>path("items[0].byName"))
        .isEqualTo("colm.ashgrove");
    var rest = as("owen.tallant").get(path + "/history?after=" + history.path("next"));
    assertThat(rest.jsonPath().<String>getList("items.type"))
        .containsExactly("MilestoneReached", "GroupTermsAdopted", "GroupFormed");
    problem(as("rowan.pike").get(path + "/history"), 403, "not-allowed");
    problem(as("owen.tallant").get(path + "/history?after=x"), 400, "invalid-request");

    done(as("colm.ashgrove").post(path + "/terms/1/withdrawal", "{}"));
    assertThat(as("owen.tallant").get(path).<Object>path("terms")).isNull();
  }

  @Test
  void a_group_is_dissolved_with_its_body_and_that_can_be_taken_back() {
    var path = formed("End");
    var body = path.replace("groups", "organisations");
    problem(
        as("owen.tallant").post(path + "/dissolution", "{\"end\":\"2026-07-01\"}"),
        403,
        "not-allowed");
    done(as("colm.ashgrove").post(path + "/dissolution", "{\"end\":\"2026-07-01\"}"));
    assertThat(as("owen.tallant").get(body).<String>path("end")).isEqualTo("2026-07-01");
    problem(as("colm.ashgrove").post(path + "/terms", TERMS), 409, "group-dissolved");
    done(as("colm.ashgrove").post(path + "/restoration", "{}"));
    assertThat(as("owen.tallant").get(body).<Object>path("end")).isNull();

    var whole =
        "{\"icsId\":\"JQB\",\"placeIds\":[\"%s\"],\"footing\":\"SEPARATE\",\"from\":\"2026-06-01\"}"
            .formatted(place);
    done(as("colm.ashgrove").post(path + "/scope", whole));
    assertThat(as("owen.tallant").get(path).<String>path("footing")).isEqualTo("SEPARATE");
    assertThat(as("owen.tallant").get(path + "?asOf=2026-05-31").<String>path("footing"))
        .isEqualTo("INSIDE_FEDERATION");
  }

  @Test
  void the_checklist_of_a_place_follows_from_the_registry() {
    var path = "/v1/groups/starters/" + place;
    var list = as("rowan.pike").get(path);
    assertThat(list.jsonPath().<String>getList("steps.organisationName"))
        .containsExactly(
            "SECOND PCN", "Southtown LMC", "Southtown FEDERATION", null, null, null, null);
    assertThat(list.<Boolean>path("steps[0].roleHeld")).isTrue();
    assertThat(list.<Boolean>path("changes")).isFalse();

    var talk = "{\"step\":\"TALK_TO_LMC\",\"organisationId\":\"" + lmc + "\"}";
    problem(as("rowan.pike").post(path + "/ticks", talk), 403, "not-allowed");
    problem(
        as("owen.tallant").post(path + "/ticks", talk.replace(lmc, federation)),
        422,
        "not-on-the-list");
    done(as("owen.tallant").post(path + "/ticks", talk));
    assertThat(as("owen.tallant").get(path).<String>path("steps[1].doneOn")).isNotNull();
    done(as("owen.tallant").post(path + "/unticks", talk));
    assertThat(as("owen.tallant").get(path).<Object>path("steps[1].doneOn")).isNull();
    problem(as("owen.tallant").get("/v1/groups/starters/" + UUID.randomUUID()), 404, "not-found");
  }

  private String formed(String name) {
    var formed = said(as("colm.ashgrove").post("/v1/groups", group(name)));
    assertThat(formed.statusCode()).as(formed.asString()).isEqualTo(201);
    return "/v1/groups/" + formed.path("groupId");
  }

  private String group(String name) {
    return """
    {"name": "%s", "icsId": "JQB", "placeIds": ["%s"], "footing": "INSIDE_FEDERATION",
     "federationId": "%s", "start": "2026-04-01"}
    """
        .formatted(name, place, federation);
  }

  private static Caller as(String user) {
    return Caller.as(user);
  }

  /** Waits until the directory has heard of it. */
  private static Response said(Response answer) {
    var position = answer.header("X-Position");
    if (position != null) {
      Office.administrator().request().header("X-Position", position).get("/v1/people/me");
    }
    return answer;
  }

  private static void done(Response answer) {
    assertThat(said(answer).statusCode()).as(answer.asString()).isEqualTo(204);
  }

  private static void problem(Response answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.<String>path("type")).endsWith("/" + slug);
  }

  private long count(String query) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
