package uk.onevoice.relationships.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.onevoice.relationships.adapter.http.MarlValley.CARE;
import static uk.onevoice.relationships.adapter.http.MarlValley.FEDERATION;
import static uk.onevoice.relationships.adapter.http.MarlValley.VALLEY;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.PersonId;
import uk.onevoice.eventstore.Append;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.NewEvent;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.testkit.stack.ServiceUnderTest;
import uk.onevoice.testkit.stack.ToldRegistry;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "relationships"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpportunitiesHttpTest {
  private static final String PATH = "/v1/opportunities";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private static final String TITLE = "Community services in the valley";

  @Inject Directory directory;
  @Inject EventStore store;

  private UUID tamsin = new UUID(0, 0);
  private String trust = "";

  /** Tamsin is at a trust; what she holds there is told here. */
  @BeforeAll
  void who_is_who() {
    Hospital.isKnownTo(directory);
    tamsin = Hospital.tamsin();
    trust = Hospital.trust();
  }

  @Test
  void a_bid_is_prepared_behind_its_wall_and_ends_in_the_open() {
    String slot = talkedAboutCare();
    Response opened = nadia().post(PATH, opening(TODAY.minusDays(40), trust));
    assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
    assertThat(opened.jsonPath().getList("warnings"))
        .containsExactly(Map.of("organisationId", trust, "warning", "NOT_KNOWN"));
    String bid = PATH + "/" + opened.<String>path("opportunityId");
    assertThat(opened.header("Location")).endsWith(bid);

    assertThat(nadia().post(bid + "/people", person(tamsin, trust)).jsonPath().getMap(""))
        .isEqualTo(Map.of("competitorIds", List.of()));
    accepted(
        nadia()
            .post(
                bid + "/host",
                "{\"hostId\":\"%s\",\"leadId\":\"%s\"}".formatted(trust, FEDERATION)));
    String rival = MarlValley.trust();
    accepted(nadia().post(bid + "/competitors", organisation(rival)));
    accepted(nadia().post(bid + "/title", "{\"title\":\"" + TITLE + " and beyond\"}"));

    var ours = nadia().get(bid).jsonPath();
    assertThat(ours.getString("title")).isEqualTo(TITLE + " and beyond");
    assertThat(ours.getString("topicNow")).isEqualTo("Community & nursing care");
    assertThat(ours.getString("stand")).isEqualTo("OPENED");
    assertThat(ours.getMap("ours.before"))
        .containsEntry("talksBefore", 2)
        .containsEntry("daysBefore", 60)
        .containsEntry("onTopic", true);
    assertThat(ours.getList("ours.before.first.daysBefore")).containsExactly(80, 60);
    assertThat(ours.getList("ours.before.first.recordedAfter")).containsExactly(true, true);
    assertThat(ours.getList("ours.before.first.slotId")).containsOnly(slot);
    assertThat(ours.getList("ours.competitorIds")).containsExactly(rival);
    assertThat(ours.getList("bid.people.personId"))
        .containsExactly(MarlValley.nadia().toString(), tamsin.toString());

    // Who bids along reads the bid, and nothing of general practice's own; and changes nothing.
    var theirs = tamsin().get(bid).jsonPath();
    assertThat(theirs.getString("title")).isEqualTo(TITLE + " and beyond");
    assertThat(theirs.getString("bid.side")).isEqualTo("PARTNER");
    assertThat(theirs.getMap("")).containsEntry("ours", null);
    problem(
        tamsin().post(bid + "/competitors", organisation(MarlValley.trust())), 404, "not-found");
    assertThat(tamsin().get(PATH).jsonPath().getList("items.opportunityId"))
        .contains(opened.<String>path("opportunityId"));

    step(bid, "INTEREST", TODAY.minusDays(30), null);
    UUID mandate = mandateFor(bid);
    assertThat(cited(bid, mandate).jsonPath().getMap("")).containsEntry("provisional", null);
    step(bid, "SUBMITTED", TODAY.minusDays(20), false);
    assertThat(tamsin().get(bid).jsonPath().getBoolean("bid.provisional")).isFalse();

    // Nobody else knows: not a leader of the place, not an administrator.
    nobodyElseKnows(bid, opened.path("opportunityId"));

    accepted(nadia().post(bid + "/result", result("AWARDED", TODAY.minusDays(2))));
    String relationship =
        nadia().get("/v1/relationships/slots/" + slot).path("relationships[0].relationshipId");
    accepted(
        nadia()
            .post(
                bid + "/credits",
                "{\"slotId\":\"%s\",\"relationshipId\":\"%s\"}".formatted(slot, relationship)));
    assertThat(nadia().get(bid).jsonPath().getList("ours.credits.slotId")).containsExactly(slot);
    for (Caller other : List.of(Caller.as("femi.larkspur"), Caller.as("colm.ashgrove"))) {
      Response read = other.get(bid);
      assertThat(read.header("ETag")).isNull();
      assertThat(read.jsonPath().getMap(""))
          .containsEntry("title", TITLE + " and beyond")
          .containsEntry("stand", "AWARDED")
          .containsEntry("award", Map.of("hostId", trust, "leadId", FEDERATION))
          .containsEntry("bid", null)
          .containsEntry("ours", null);
      assertThat(results(other)).contains(opened.<String>path("opportunityId"));
    }

    // Taken back, it is behind its wall again.
    accepted(nadia().post(bid + "/corrections", "{\"step\":\"RESULT\"}"));
    nobodyElseKnows(bid, opened.path("opportunityId"));
    accepted(nadia().post(bid + "/result", result("LOST", TODAY.minusDays(2))));
    assertThat(Caller.as("femi.larkspur").get(bid).jsonPath().getMap(""))
        .containsEntry("title", TITLE + " and beyond")
        .containsEntry("award", null);
    problem(Caller.as("colm.ashgrove").get(bid), 404, "not-found");
    assertThat(results(Caller.as("colm.ashgrove")))
        .doesNotContain(opened.<String>path("opportunityId"));
    assertThat(results(owen())).contains(opened.<String>path("opportunityId"));
  }

  private void nobodyElseKnows(String bid, String id) {
    String nowhere = PATH + "/" + UUID.randomUUID();
    for (String who : List.of("owen.tallant", "femi.larkspur", "rowan.pike", "colm.ashgrove")) {
      Caller other = Caller.as(who);
      assertThat(withoutCorrelation(other.get(bid)))
          .as(who)
          .isEqualTo(withoutCorrelation(other.get(nowhere)));
      assertThat(withoutCorrelation(other.post(bid + "/competitors", organisation(trust))))
          .isEqualTo(withoutCorrelation(other.post(nowhere + "/competitors", organisation(trust))));
      assertThat(other.get(PATH).asString()).doesNotContain(id);
      assertThat(results(other)).doesNotContain(id);
    }
    for (String system : List.of("icb-client", "partner-client")) {
      problem(Caller.as(system).get(bid), 403, "not-allowed");
      problem(Caller.as(system).get(PATH), 403, "not-allowed");
    }
  }

  @Test
  void who_is_removed_finds_nothing_any_more() {
    String bid = bid(TODAY.minusDays(3), trust);
    answered(nadia().post(bid + "/people", person(tamsin, trust)));
    assertThat(tamsin().get(bid).statusCode()).isEqualTo(200);
    accepted(nadia().post(bid + "/people/removals", "{\"personId\":\"%s\"}".formatted(tamsin)));
    problem(tamsin().get(bid), 404, "not-found");
    assertThat(tamsin().get(PATH).asString()).doesNotContain(bid.substring(PATH.length() + 1));

    answered(nadia().post(bid + "/people", person(tamsin, trust)));
    accepted(nadia().post(bid + "/partners/removals", organisation(trust)));
    problem(tamsin().get(bid), 404, "not-found");
    // A whole change of hands: Owen takes over, and Nadia knows of it no more.
    answered(nadia().post(bid + "/partners", organisation(MarlValley.NETWORK)));
    answered(nadia().post(bid + "/people", person(MarlValley.owen(), MarlValley.NETWORK)));
    accepted(
        owen()
            .post(bid + "/people/removals", "{\"personId\":\"%s\"}".formatted(MarlValley.nadia())));
    problem(nadia().get(bid), 404, "not-found");
    assertThat(owen().get(bid).statusCode()).isEqualTo(200);
  }

  @Test
  void a_bid_whose_people_have_left_is_taken_over_by_a_leader_of_a_body_that_bids() {
    String bid = bid(TODAY.minusDays(3), trust);
    String id = bid.substring(PATH.length() + 1);
    answered(nadia().post(bid + "/partners", organisation(MarlValley.NETWORK)));
    UUID goer = UUID.randomUUID();
    try (var registry = ToldRegistry.on(setting("onevoice.directory.topic"))) {
      registry.tell("person-" + goer, "PersonRegistered", Map.of("personId", goer.toString()));
      UUID role = registry.appoint(goer, "PCN_MANAGER", MarlValley.NETWORK);
      await().until(() -> directory.holdings(new PersonId(goer), TODAY).size() == 1);
      answered(nadia().post(bid + "/people", person(goer, MarlValley.NETWORK)));
      accepted(
          nadia()
              .post(
                  bid + "/people/removals", "{\"personId\":\"%s\"}".formatted(MarlValley.nadia())));
      // While somebody acts for it, it is there for nobody else.
      problem(owen().post(bid + "/takeover", ""), 404, "not-found");
      assertThat(leftBehind(owen())).doesNotContain(id);
      registry.end(goer, role, TODAY);
      await().until(() -> directory.holdings(new PersonId(goer), TODAY).isEmpty());
    }
    assertThat(leftBehind(nadia())).contains(id);
    assertThat(leftBehind(owen())).contains(id);
    assertThat(leftBehind(Caller.as("grace.ndukwe-hale"))).doesNotContain(id);
    problem(Caller.as("grace.ndukwe-hale").post(bid + "/takeover", ""), 404, "not-found");
    for (String who : List.of("femi.larkspur", "colm.ashgrove", "icb-client", "partner-client")) {
      problem(Caller.as(who).post(bid + "/takeover", ""), 403, "not-allowed");
      problem(Caller.as(who).get(PATH + "/left-behind"), 403, "not-allowed");
    }
    problem(owen().get(bid), 404, "not-found");
    accepted(owen().post(bid + "/takeover", ""));
    assertThat(owen().get(bid).jsonPath().getList("bid.people.holdsRole"))
        .containsExactly(false, true);
    assertThat(leftBehind(nadia())).doesNotContain(id);
    problem(nadia().post(bid + "/takeover", ""), 404, "not-found");
    accepted(owen().post(bid + "/people/removals", "{\"personId\":\"%s\"}".formatted(goer)));
    problem(
        owen().post(bid + "/people/removals", "{\"personId\":\"%s\"}".formatted(MarlValley.owen())),
        409,
        "last-of-general-practice");
  }

  private static List<String> leftBehind(Caller caller) {
    return JointGroupCast.all(caller::get, PATH + "/left-behind?limit=2", "opportunityId");
  }

  @Test
  void who_may_know_of_it_finds_it_by_an_organisation() {
    String other = MarlValley.trust();
    String bid = bid(TODAY.minusDays(9), trust);
    String id = bid.substring(PATH.length() + 1);
    answered(nadia().post(bid + "/partners", organisation(other)));
    assertThat(with(nadia(), PATH + "?organisationId=" + other)).containsExactly(id);
    assertThat(with(owen(), PATH + "?organisationId=" + other)).isEmpty();
    String results = PATH + "/results?placeId=" + VALLEY + "&organisationId=";
    accepted(
        nadia()
            .post(
                bid + "/host",
                "{\"hostId\":\"%s\",\"leadId\":\"%s\"}".formatted(other, FEDERATION)));
    step(bid, "SUBMITTED", TODAY.minusDays(5), true);
    assertThat(with(owen(), results + other)).isEmpty();
    accepted(nadia().post(bid + "/result", result("AWARDED", TODAY.minusDays(2))));
    assertThat(with(owen(), results + other)).containsExactly(id);
    assertThat(with(owen(), results + FEDERATION)).contains(id);
    // Who bid along and neither hosts nor leads is behind the wall still.
    assertThat(with(owen(), results + trust)).doesNotContain(id);
    accepted(nadia().post(bid + "/partners/removals", organisation(trust)));
    assertThat(with(nadia(), PATH + "?limit=200&organisationId=" + trust)).doesNotContain(id);
    problem(nadia().get(PATH + "?organisationId=W%20Y"), 400, "invalid-request");
  }

  private static List<String> with(Caller caller, String path) {
    return caller.get(path).jsonPath().getList("items.opportunityId");
  }

  @Test
  void leaders_are_warned_of_what_is_missing_and_of_two_hats() {
    String partner = MarlValley.trust();
    String bid = bid(TODAY, trust);
    assertThat(
            nadia().post(bid + "/partners", organisation(partner)).jsonPath().getList("warnings"))
        .containsExactly(Map.of("organisationId", partner, "warning", "NO_RELATIONSHIP"));
    String slot = slot(partner);
    classed(slot, "SOME");
    assertThat(nadia().get(bid).jsonPath().getList("ours.warnings"))
        .contains(Map.of("organisationId", partner, "warning", "NOT_STRONG"));
    classed(slot, "STRONG");
    assertThat(nadia().get(bid).jsonPath().getList("ours.warnings.organisationId"))
        .doesNotContain(partner);

    answered(nadia().post(bid + "/partners", organisation(MarlValley.NETWORK)));
    accepted(nadia().post(bid + "/competitors", organisation(MarlValley.COMMITTEE)));
    String rival = MarlValley.trust();
    accepted(nadia().post(bid + "/competitors", organisation(rival)));
    try (var registry = ToldRegistry.on(setting("onevoice.directory.topic"))) {
      registry.appoint(tamsin, "TRUST_CLINICAL_DIRECTOR", rival);
      await().until(() -> directory.holdings(new PersonId(tamsin), TODAY).size() == 2);
    }
    assertThat(
            nadia()
                .post(bid + "/people", person(tamsin, trust))
                .jsonPath()
                .getList("competitorIds"))
        .containsExactly(rival);
    assertThat(nadia().get(bid).jsonPath().getList("ours.conflicts"))
        .containsExactly(Map.of("personId", tamsin.toString(), "organisationId", rival));
    accepted(nadia().post(bid + "/competitors/removals", organisation(rival)));
    assertThat(nadia().get(bid).jsonPath().getList("ours.conflicts")).isEmpty();
  }

  @Test
  void without_a_mandate_it_goes_out_provisionally_until_one_is_cited() {
    String bid = bid(TODAY.minusDays(9), trust);
    step(bid, "SUBMITTED", TODAY.minusDays(5), true);
    problem(cited(bid, UUID.randomUUID()), 422, "mandate-not-known");
    assertThat(cited(bid, mandateFor(bid)).jsonPath().getBoolean("provisional")).isFalse();
    assertThat(nadia().get(bid).jsonPath().getList("ours.lacks")).isEmpty();
  }

  @Test
  void rules_say_no_with_a_problem() {
    problem(
        nadia()
            .post(
                PATH,
                opening(TODAY, trust).replace(VALLEY.toString(), MarlValley.COAST.toString())),
        403,
        "not-allowed");
    problem(nadia().post(PATH, opening(TODAY.plusDays(1), trust)), 422, "day-in-the-future");
    problem(nadia().post(PATH, opening(TODAY, "WYVT9999")), 422, "organisation-not-known");
    problem(
        nadia()
            .post(
                PATH,
                opening(TODAY, trust).replace(CARE.toString(), MarlValley.ELSEWHERE.toString())),
        422,
        "topic-not-in-use");
    problem(
        nadia().post(PATH, opening(TODAY, trust).replace(TITLE, "x".repeat(301))),
        400,
        "invalid-request");
    String bid = bid(TODAY, trust);
    problem(nadia().post(bid + "/people", person(tamsin, FEDERATION)), 422, "no-role-there");
    problem(
        nadia().post(bid + "/people", person(tamsin, MarlValley.NETWORK)),
        422,
        "organisation-not-in-bid");
    problem(
        nadia().post(bid + "/partners/removals", organisation(FEDERATION)),
        409,
        "last-of-general-practice");
    problem(nadia().post(bid + "/competitors", organisation(trust)), 409, "organisation-in-bid");
    problem(nadia().post(bid + "/result", result("LOST", TODAY)), 409, "not-submitted");
    problem(nadia().post(bid + "/corrections", "{\"step\":\"RESULT\"}"), 409, "not-the-last-step");
    problem(
        nadia()
            .post(
                bid + "/credits",
                "{\"slotId\":\"%s\",\"relationshipId\":\"%s\"}".formatted(VALLEY, VALLEY)),
        409,
        "no-result-yet");
    Response host =
        nadia()
            .post(
                bid + "/host",
                "{\"hostId\":\"%s\",\"leadId\":\"%s\"}".formatted(trust, MarlValley.NETWORK));
    problem(host, 422, "organisation-not-in-bid");
    assertThat(host.jsonPath().getList("violations.pointer")).containsExactly("/leadId");
    problem(
        nadia()
            .request()
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("If-Match", "\"1\"")
            .contentType(io.restassured.http.ContentType.JSON)
            .body(organisation(MarlValley.NETWORK))
            .post(bid + "/partners"),
        412,
        "stream-moved");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/title       | {\"title\": \"  \"}                | /title",
        "/people      | {\"personId\": \"Tamsin\", \"organisationId\": \"WYVT0001\"} | /personId",
        "/partners    | {\"organisationId\": \"W Y\"}      | /organisationId",
        "/steps       | {\"step\": \"RESULT\", \"on\": \"2026-01-01\"} | /step",
        "/steps       | {\"step\": \"SUBMITTED\", \"on\": \"soon\"} | /on",
        "/result      | {\"result\": \"WON\"}              | /result",
        "/mandate     | {\"mandateId\": null}              | /mandateId"
      })
  void what_cannot_be_read_is_refused_with_the_field(String path, String body, String pointer) {
    Response refused = nadia().post(bid(TODAY, trust) + path, body);
    problem(refused, 400, "invalid-request");
    assertThat(refused.jsonPath().getList("violations.pointer")).containsExactly(pointer);
  }

  @Test
  void a_persons_own_come_in_pages_newest_first() {
    Caller owen = owen();
    List<String> made = new ArrayList<>();
    for (int day = 1; day <= 3; day++) {
      made.add(
          owen.post(PATH, opening(TODAY.minusYears(20).plusDays(day), trust))
              .path("opportunityId"));
    }
    List<String> listed = new ArrayList<>();
    String after = "";
    do {
      Response page = owen.get(PATH + "?limit=2" + after);
      assertThat(page.jsonPath().getList("items")).hasSizeLessThan(3);
      listed.addAll(page.jsonPath().getList("items.opportunityId"));
      String next = page.path("next");
      after = next == null ? "" : "&after=" + next;
    } while (!after.isEmpty());
    assertThat(listed).doesNotHaveDuplicates().endsWith(made.reversed().toArray(String[]::new));
    problem(owen.get(PATH + "?after=yesterday"), 400, "invalid-request");
  }

  /** Nadia talked with the trust twice before, the second time about care. */
  private String talkedAboutCare() {
    String slot = slot(trust);
    String path = "/v1/relationships/slots/" + slot;
    String relationship =
        nadia()
            .post(
                path + "/holders",
                "{\"holderId\":\"%s\",\"actingFor\":\"%s\"}"
                    .formatted(MarlValley.nadia(), FEDERATION))
            .path("relationshipId");
    for (String more :
        List.of(
            "\"on\":\"%s\"".formatted(TODAY.minusDays(120)),
            "\"on\":\"%s\",\"topicId\":\"%s\"".formatted(TODAY.minusDays(100), CARE))) {
      taken(
          nadia()
              .post(
                  path + "/contacts",
                  "{\"relationshipId\":\"%s\",\"kind\":\"LISTENING\",\"twoWay\":true,%s}"
                      .formatted(relationship, more)));
    }
    taken(
        nadia()
            .post(
                path + "/contacts",
                "{\"relationshipId\":\"%s\",\"kind\":\"ASK\",\"twoWay\":false,\"on\":\"%s\"}"
                    .formatted(relationship, TODAY.minusDays(200))));
    return slot;
  }

  private static String slot(String organisation) {
    return nadia()
        .post(
            "/v1/relationships/slots",
            "{\"placeId\":\"%s\",\"kind\":\"ACUTE\",\"organisationId\":\"%s\"}"
                .formatted(VALLEY, organisation))
        .path("slotId");
  }

  /** What the judgements of a slot say, as a class. */
  private void classed(String slot, String strength) {
    String stream = "class-" + UUID.randomUUID();
    var event =
        new NewEvent(
            UUID.randomUUID(),
            "SlotClassed",
            1,
            "{\"slotId\":\"%s\",\"on\":\"%s\",\"steps\":[{\"from\":\"%s\",\"strength\":\"UNKNOWN\"},{\"from\":\"%s\",\"strength\":\"%s\"},{\"from\":\"%s\",\"strength\":\"NONE\"}]}"
                .formatted(slot, TODAY, TODAY.minusDays(9), TODAY, strength, TODAY.plusDays(1)),
            Instant.now());
    store
        .append(
            new Append(
                stream,
                0,
                List.of(event),
                new Metadata(
                    ActorRef.person(MarlValley.nadia().toString()),
                    null,
                    null,
                    UUID.randomUUID(),
                    null,
                    null),
                null))
        .join();
  }

  /** A mandate of the valley on care, which the service has heard of. */
  private UUID mandateFor(String bid) {
    UUID id = UUID.randomUUID();
    String start = TODAY.minusDays(60).toString();
    try (var mandates = ToldRegistry.of("mandates", setting("onevoice.topics.mandates"))) {
      mandates.tell(
          "mandate-" + id,
          "MandateOpened",
          Map.of(
              "mandateId",
              id.toString(),
              "placeId",
              VALLEY.toString(),
              "topic",
              "care",
              "topicId",
              CARE.toString(),
              "holderId",
              FEDERATION,
              "holderRole",
              "FEDERATION_LEAD",
              "start",
              start,
              "end",
              TODAY.plusDays(300).toString()));
      await().until(() -> cited(bid, id).statusCode() == 200);
    }
    return id;
  }

  private static Response cited(String bid, UUID mandate) {
    return nadia().post(bid + "/mandate", "{\"mandateId\":\"%s\"}".formatted(mandate));
  }

  private static void step(
      String bid,
      String step,
      LocalDate on,
      @org.jspecify.annotations.Nullable Boolean provisional) {
    Response taken =
        nadia().post(bid + "/steps", "{\"step\":\"%s\",\"on\":\"%s\"}".formatted(step, on));
    assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
    assertThat(taken.jsonPath().getMap("")).containsEntry("provisional", provisional);
  }

  private static List<String> results(Caller caller) {
    return caller
        .get(PATH + "/results?limit=200&placeId=" + VALLEY)
        .jsonPath()
        .getList("items.opportunityId");
  }

  private static String bid(LocalDate on, String with) {
    Response opened = nadia().post(PATH, opening(on, with));
    assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
    return PATH + "/" + opened.<String>path("opportunityId");
  }

  private static String opening(LocalDate on, String with) {
    return """
    {"placeId":"%s","kind":"TENDER","topicId":"%s","title":"%s","on":"%s","with":["%s"]}\
    """
        .formatted(VALLEY, CARE, TITLE, on, with);
  }

  private static String result(String result, LocalDate on) {
    return "{\"result\":\"%s\",\"on\":\"%s\"}".formatted(result, on);
  }

  private static String organisation(String id) {
    return "{\"organisationId\":\"%s\"}".formatted(id);
  }

  private static String person(UUID id, String organisation) {
    return "{\"personId\":\"%s\",\"organisationId\":\"%s\"}".formatted(id, organisation);
  }

  private static Caller nadia() {
    return Caller.as("nadia.velloso");
  }

  private static Caller owen() {
    return Caller.as("owen.tallant");
  }

  private static Caller tamsin() {
    return Caller.as("tamsin.orrell");
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }

  private static void accepted(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(204);
    assertThat(response.header("X-Position")).matches("relationships:\\d+:\\d+");
  }

  private static void taken(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isBetween(200, 204);
  }

  private static void answered(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.jsonPath().getString("type"))
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }

  private static Map<String, ?> withoutCorrelation(Response response) {
    Map<String, Object> problem = new HashMap<>(response.jsonPath().getMap(""));
    problem.remove("correlationId");
    return problem;
  }
}
