package uk.onevoice.meetings.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.meetings.adapter.http.MarlValley.BOARD;
import static uk.onevoice.meetings.adapter.http.MarlValley.CARE;
import static uk.onevoice.meetings.adapter.http.MarlValley.FEDERATION;
import static uk.onevoice.meetings.adapter.http.MarlValley.TODAY;
import static uk.onevoice.meetings.adapter.http.MarlValley.TRUST;
import static uk.onevoice.meetings.adapter.http.MarlValley.VALLEY;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.directory.Directory;
import uk.onevoice.testkit.stack.ServiceUnderTest;
import uk.onevoice.testkit.stack.ToldRegistry;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "meetings"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordHttpTest {
  private static final String PATH = "/v1/meetings";
  private static final String ICB = "WYVICB01";
  private static final String MANDATE = UUID.randomUUID().toString();

  @Inject Directory directory;
  private String heard = "";

  @BeforeAll
  void who_is_who() {
    MarlValley.isKnownTo(directory);
    told(mandates -> {
      mandates.tell(
          "mandate-" + MANDATE,
          "MandateOpened",
          Map.of(
              "mandateId",
              MANDATE,
              "placeId",
              VALLEY.toString(),
              "topic",
              "community-nursing-care",
              "topicId",
              CARE.toString(),
              "holderId",
              FEDERATION,
              "holderRole",
              "Lead",
              "start",
              TODAY.minusDays(30).toString(),
              "end",
              TODAY.plusDays(300).toString()));
      // What is no business of this copy is passed over.
      mandates.tell("issue-1", "IssueRaised", Map.of("issueId", MANDATE));
    });
  }

  private interface Telling {
    void tell(ToldRegistry mandates);
  }

  private void told(Telling telling) {
    String topic = ConfigProvider.getConfig().getValue("onevoice.topics.mandates", String.class);
    try (var mandates = ToldRegistry.of("mandates", topic)) {
      telling.tell(mandates);
      heard = mandates.positions();
    }
  }

  private String invoked(String act, String verdict) {
    String id = UUID.randomUUID().toString();
    told(mandates ->
        mandates.tell(
            "mandate-" + MANDATE,
            "MandateInvoked",
            Map.of(
                "mandateId",
                MANDATE,
                "invocationId",
                id,
                "version",
                1,
                "act",
                act,
                "verdict",
                verdict,
                "outside",
                List.of(),
                "topicId",
                CARE.toString(),
                "limitRefs",
                List.of(),
                "needs",
                0,
                "on",
                TODAY.toString())));
    return id;
  }

  @Test
  void whoever_speaks_without_a_mandate_is_stored_as_an_observer_and_the_answer_says_so() {
    String meeting = scheduled();
    item(meeting);
    Response none = nadia().post(meeting + "/attendances", delegate(null));
    assertThat(none.jsonPath().<String, Object>getMap(""))
        .containsEntry("capacity", "OBSERVER")
        .containsEntry("mandateId", null)
        .containsEntry("unmandated", List.of("NOT_CITED"));
    Response unknown =
        nadia().post(meeting + "/attendances", delegate(UUID.randomUUID().toString()));
    assertThat(unknown.jsonPath().getList("unmandated")).containsExactly("NOT_KNOWN");
    Response covered = behind(nadia()).body(delegate(MANDATE)).post(meeting + "/attendances");
    assertThat(covered.jsonPath().<String, Object>getMap(""))
        .as(covered.asString())
        .containsEntry("capacity", "DELEGATE")
        .containsEntry("mandateId", MANDATE)
        .containsEntry("unmandated", List.of());
    Response network =
        nadia()
            .post(
                meeting + "/attendances",
                """
                {"personId": "%s", "capacity": "DELEGATE", "mandateId": "%s"}\
                """
                    .formatted(MarlValley.owen(), MANDATE));
    assertThat(network.jsonPath().getList("unmandated")).containsExactly("HOLDER");
    String offTopic = scheduled();
    Response other = nadia().post(offTopic + "/attendances", delegate(MANDATE));
    assertThat(other.jsonPath().getList("unmandated")).containsExactly("TOPIC");

    accepted(nadia().post(meeting + "/attendances/taking-back", person(MarlValley.owen())));
    problem(
        nadia().post(meeting + "/attendances/taking-back", person(MarlValley.owen())),
        409,
        "nothing-to-take-back");
    assertThat(nadia().get(meeting).jsonPath().getList("attendances.personId"))
        .containsExactly(MarlValley.nadia().toString());
    problem(
        nadia()
            .post(
                meeting + "/attendances",
                """
                {"personId": "%s", "capacity": "OBSERVER", "kind": "SUBSTITUTE"}\
                """
                    .formatted(MarlValley.owen())),
        422,
        "substitute-does-not-fit");
  }

  @Test
  void nobody_agreed_for_general_practice_unless_a_mandate_covers_it() {
    String meeting = scheduled();
    String item = item(meeting);
    Response uncited = nadia().post(meeting + "/agreements", ofItem(item));
    assertThat(uncited.jsonPath().getString("standing")).isEqualTo("PROVISIONAL");
    assertThat(uncited.jsonPath().getList("outside")).containsExactly("NOT_CITED");
    problem(
        nadia().post(meeting + "/agreements", cites(item, UUID.randomUUID().toString())),
        422,
        "invocation-not-known");

    String covered = invoked("AGREED", "COVERED");
    Response agreed = behind(nadia()).body(cites(item, covered)).post(meeting + "/agreements");
    assertThat(agreed.jsonPath().<String, Object>getMap(""))
        .as(agreed.asString())
        .containsEntry("standing", "COVERED")
        .containsEntry("mandateId", MANDATE)
        .containsEntry("outside", List.of());
    problem(
        nadia().post(meeting + "/presence-marks", mark(item, "NOT_AGREED")),
        409,
        "agreed-for-general-practice");

    String provisional = invoked("AGREED", "PROVISIONAL");
    Response waits = behind(nadia()).body(cites(item, provisional)).post(meeting + "/agreements");
    assertThat(waits.jsonPath().getString("standing")).isEqualTo("PROVISIONAL");
    told(mandates ->
        mandates.tell(
            "mandate-" + MANDATE,
            "InvocationRatified",
            Map.of("mandateId", MANDATE, "invocationId", provisional, "on", TODAY.toString())));
    assertThat(behind(nadia()).get(meeting).jsonPath().getString("items[0].agreement.standing"))
        .as("it follows what became of the invocation")
        .isEqualTo("RATIFIED");

    String spoke = invoked("SPOKE", "COVERED");
    Response only = behind(nadia()).body(cites(item, spoke)).post(meeting + "/agreements");
    assertThat(only.jsonPath().getString("standing")).isEqualTo("PROVISIONAL");
    assertThat(only.jsonPath().getList("outside")).containsExactly("ONLY_SPOKE");
    accepted(nadia().post(meeting + "/agreements/taking-back", ofItem(item)));
    accepted(nadia().post(meeting + "/presence-marks", mark(item, "NOT_CONSULTED")));
    problem(nadia().post(meeting + "/agreements", ofItem(item)), 409, "presence-was-no-consent");
    accepted(nadia().post(meeting + "/presence-marks/taking-back", ofItem(item)));
  }

  @Test
  void a_whole_meeting_is_recorded_in_one_request_and_never_twice() {
    String meeting = scheduled();
    List<String> items = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      items.add(item(meeting));
    }
    String record = UUID.randomUUID().toString();
    String body =
        """
        {"recordId": "%s",
         "attendances": [
           {"personId": "%s", "capacity": "DELEGATE", "mandateId": "%s"},
           {"personId": "%s", "capacity": "REPRESENTATIVE", "kind": "APOLOGIES"}],
         "partners": [{"organisationId": "%s", "kind": "PRESENT"}],
         "items": [
           {"itemId": "%s", "position": "FOR", "outcome": "AGREED", "influence": "CHANGED",
            "evidence": "Two teams instead of one.", "sameWithoutUs": "NO",
            "helpedBy": ["%s"],
            "actions": [{"ownerId": "%s", "what": "Write to the teams", "due": "%s"}]},
           {"itemId": "%s", "reach": "SPOKE", "outcome": "DEFERRED", "influence": "NONE"},
           {"itemId": "%s", "reach": "PRESENT", "mark": "NOT_CONSULTED", "outcome": "NOTED",
            "influence": "ADVERSE"}]}\
        """
            .formatted(
                record,
                MarlValley.nadia(),
                MANDATE,
                MarlValley.owen(),
                TRUST,
                items.get(0),
                TRUST,
                TRUST,
                TODAY.plusDays(10),
                items.get(1),
                items.get(2));
    String wrong =
        body.replace("\"position\": \"FOR\",", "")
            .replace("\"ownerId\": \"" + TRUST, "\"ownerId\": \"" + BOARD)
            .replace(items.get(2), UUID.randomUUID().toString());
    Response refused = nadia().post(meeting + "/record", wrong);
    problem(refused, 422, "record-refused");
    assertThat(refused.jsonPath().getList("violations.pointer"))
        .containsExactly("/items/0/influence", "/items/2/reach");
    assertThat(nadia().get(meeting).jsonPath().getList("attendances")).isEmpty();
    problem(
        nadia()
            .post(
                meeting + "/record",
                body.replace("ownerId\": \"" + TRUST, "ownerId\": \"" + BOARD)),
        422,
        "record-refused");

    String key = UUID.randomUUID().toString();
    Response first = nadia().post(meeting + "/record", body, key);
    assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
    assertThat(first.jsonPath().getBoolean("recordedBefore")).isFalse();
    assertThat(first.jsonPath().getList("attendances.capacity"))
        .containsExactly("DELEGATE", "OBSERVER");
    String action = first.jsonPath().getString("actionIds[0]");
    Response repeated = nadia().post(meeting + "/record", body, key);
    assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(repeated.asString()).isEqualTo(first.asString());
    Response later = nadia().post(meeting + "/record", body);
    assertThat(later.jsonPath().getBoolean("recordedBefore")).isTrue();
    assertThat(later.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(later.jsonPath().getList("actionIds")).isEmpty();

    var read = nadia().get(meeting).jsonPath();
    assertThat(read.getList("items.reach")).containsExactly("POSITION_PUT", "SPOKE", "PRESENT");
    assertThat(read.getString("items[0].influence.evidence"))
        .isEqualTo("Two teams instead of one.");
    assertThat(read.getString("items[0].sameWithoutUs")).isEqualTo("NO");
    assertThat(read.getList("items.helpedBy"))
        .containsExactly(List.of(TRUST), List.of(), List.of());
    assertThat(read.getString("partners[0].name")).isEqualTo("Wyvern and Marl Hospitals");
    assertThat(nadia().get("/v1/actions/" + action).jsonPath().getString("action.what"))
        .isEqualTo("Write to the teams");

    listsWithoutInfluence(meeting);
    isClosedAndAmended(meeting, items.get(1));
    isSharedWithWhoWasThere(meeting);
  }

  private void listsWithoutInfluence(String meeting) {
    String id = meeting.substring(meeting.lastIndexOf('/') + 1);
    List<String> why = new ArrayList<>();
    String after = "";
    do {
      Response page =
          Caller.as("femi.larkspur")
              .get(PATH + "/without-influence?limit=1&placeId=" + VALLEY + after);
      assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
      page.jsonPath().<Map<String, String>>getList("items").stream()
          .filter(each -> each.get("meetingId").equals(id))
          .forEach(each -> why.add(each.get("why")));
      String next = page.path("next");
      after = next == null ? "" : "&after=" + next;
    } while (!after.isEmpty());
    assertThat(why)
        .as("an unconfirmed claim is no influence")
        .containsExactly("UNCONFIRMED", "NONE", "ADVERSE");
    String before = "&until=" + TODAY.minusDays(1);
    assertThat(
            nadia()
                .get(PATH + "/without-influence?placeId=" + VALLEY + before)
                .jsonPath()
                .getList("items.meetingId"))
        .doesNotContain(id);
  }

  private void isClosedAndAmended(String meeting, String item) {
    problem(nadia().post(meeting + "/amendments", amendment(item)), 409, "meeting-not-closed");
    accepted(behindNothing(nadia()).post(meeting + "/closing"));
    problem(nadia().post(meeting + "/outcomes", outcome(item, "VOTED")), 409, "meeting-closed");
    Response amended = nadia().post(meeting + "/amendments", amendment(item));
    assertThat(amended.statusCode()).as(amended.asString()).isEqualTo(200);
    var read = nadia().get(meeting).jsonPath();
    assertThat(read.getString("closed.closedBy")).isEqualTo(MarlValley.nadia().toString());
    assertThat(read.<String, Object>getMap("amendments[0]"))
        .containsEntry("reason", "The minutes say otherwise.")
        .containsEntry("itemIds", List.of(item))
        .containsEntry("attendance", false);
    assertThat(read.getString("items[1].outcome")).isEqualTo("VOTED");
  }

  /** A trust that was there reads nothing of what was agreed beforehand, with itself neither. */
  private void isSharedWithWhoWasThere(String meeting) {
    String id = meeting.substring(meeting.lastIndexOf('/') + 1);
    String item = nadia().get(meeting).jsonPath().getString("items[0].itemId");
    for (String organisation : List.of(TRUST, "WYVICB01")) {
      Response talk =
          nadia()
              .post(
                  meeting + "/pre-alignments",
                  "{\"itemId\":\"%s\",\"organisationId\":\"%s\",\"on\":\"%s\",\"agreed\":true}"
                      .formatted(item, organisation, TODAY.minusDays(9)));
      assertThat(talk.statusCode()).as(talk.asString()).isEqualTo(201);
    }
    Response shared = Caller.as("partner-client").get(PATH + "/shared/" + id);
    assertThat(shared.statusCode()).as(shared.asString()).isEqualTo(200);
    assertThat(shared.jsonPath().getList("items.outcome"))
        .containsExactly("AGREED", "VOTED", "NOTED");
    assertThat(shared.jsonPath().getList("items.attendanceLine"))
        .containsExactly(
            "General practice was present, which is no consent.",
            "General practice was present, which is no consent.",
            "General practice was present and was not consulted.");
    assertThat(shared.jsonPath().getList("generalPractice.forGeneralPractice"))
        .containsExactly(true, false);
    assertThat(shared.asString())
        .doesNotContain("position")
        .doesNotContain("influence")
        .doesNotContain("evidence")
        .doesNotContain("talk")
        .doesNotContain(TODAY.minusDays(9).toString())
        .doesNotContain("Two teams")
        .doesNotContain("mandateId")
        .doesNotContain("FOR\"");
    assertThat(
            Caller.as("partner-client").get(PATH + "/shared").jsonPath().getList("items.meetingId"))
        .contains(id);
    String nowhere = PATH + "/shared/" + UUID.randomUUID();
    for (String other : List.of("icb-client", "rowan.pike", "grace.ndukwe-hale")) {
      Response none = Caller.as(other).get(PATH + "/shared/" + id);
      problem(none, 404, "not-found");
      assertThat(withoutCorrelation(none))
          .isEqualTo(withoutCorrelation(Caller.as(other).get(nowhere)));
      assertThat(Caller.as(other).get(PATH + "/shared").jsonPath().getList("items.meetingId"))
          .doesNotContain(id);
    }
    for (String path : List.of(meeting, meeting + "/minutes", "/v1/actions?placeId=" + VALLEY)) {
      assertThat(Caller.as("partner-client").get(path).statusCode()).as(path).isEqualTo(403);
    }
  }

  @Test
  void a_partner_reads_page_by_page_and_only_while_it_is_entered_as_having_been_there() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String meeting = scheduled();
      made.add(meeting.substring(meeting.lastIndexOf('/') + 1));
      accepted(nadia().post(meeting + "/partner-attendances", partner(ICB, "PRESENT")));
    }
    String expected = scheduled();
    accepted(nadia().post(expected + "/partner-attendances", partner(ICB, "EXPECTED")));
    List<String> listed = new ArrayList<>();
    String after = "";
    do {
      Response page = Caller.as("rowan.pike").get(PATH + "/shared?limit=2" + after);
      listed.addAll(page.jsonPath().getList("items.meetingId"));
      String next = page.path("next");
      after = next == null ? "" : "&after=" + next;
    } while (!after.isEmpty());
    assertThat(listed).containsExactlyInAnyOrderElementsOf(made);
    problem(
        Caller.as("rowan.pike").get(PATH + "/shared?after=" + UUID.randomUUID()),
        400,
        "invalid-request");
    String first = PATH + "/" + made.getFirst();
    assertThat(Caller.as("icb-client").get(PATH + "/shared/" + made.getFirst()).statusCode())
        .isEqualTo(200);
    accepted(
        nadia()
            .post(
                first + "/partner-attendances/taking-back",
                "{\"organisationId\": \"" + ICB + "\"}"));
    problem(Caller.as("icb-client").get(PATH + "/shared/" + made.getFirst()), 404, "not-found");
    problem(
        nadia().post(first + "/partner-attendances", partner(FEDERATION, "PRESENT")),
        422,
        "partner-does-not-fit");
  }

  @Test
  void influence_is_disputed_by_another_leader_and_does_not_count_until_that_is_settled() {
    String meeting = scheduled();
    String item = item(meeting);
    accepted(nadia().post(meeting + "/positions", position(item)));
    accepted(nadia().post(meeting + "/attendances", delegate(null)));
    accepted(
        nadia()
            .post(
                meeting + "/outcomes",
                """
                {"itemId": "%s", "outcome": "AGREED", "influence": "CHANGED"}\
                """
                    .formatted(item)));
    problem(owen().post(meeting + "/confirmations", ofItem(item)), 409, "evidence-missing");
    accepted(
        nadia()
            .post(
                meeting + "/assessments",
                """
                {"itemId": "%s", "influence": "CHANGED", "evidence": "They moved the start."}\
                """
                    .formatted(item)));
    accepted(owen().post(meeting + "/confirmations", ofItem(item)));
    problem(nadia().post(meeting + "/disputes", dispute(item)), 409, "disputed-by-its-assessor");
    accepted(owen().post(meeting + "/disputes", dispute(item)));
    var disputed = nadia().get(meeting).jsonPath();
    assertThat(disputed.getBoolean("items[0].influence.counts")).isFalse();
    assertThat(disputed.getString("items[0].influence.dispute.reason"))
        .isEqualTo("It was in their plan before.");
    assertThat(
            Caller.as("femi.larkspur")
                .get(meeting)
                .jsonPath()
                .getString("items[0].influence.dispute.reason"))
        .as("why is for leaders")
        .isNull();
    problem(
        owen().post(meeting + "/disputes/settling", settling(item, true)),
        409,
        "settled-by-a-party");
    accepted(nadia().post(meeting + "/disputes/settling", settling(item, false)));
    assertThat(nadia().get(meeting).jsonPath().<Object>get("items[0].influence")).isNull();
    problem(
        nadia().post(meeting + "/disputes/settling", settling(item, false)), 409, "not-disputed");
  }

  @Test
  void an_action_has_an_owner_that_delivers_and_is_chased_redated_closed_and_reopened() {
    String meeting = scheduled();
    String id = meeting.substring(meeting.lastIndexOf('/') + 1);
    for (String group : List.of(BOARD.toString(), VALLEY.toString())) {
      Response refused = nadia().post("/v1/actions", action(id, group, 7));
      problem(refused, 422, "owner-cannot-deliver");
      assertThat(refused.jsonPath().getList("violations.pointer")).containsExactly("/ownerId");
    }
    problem(nadia().post("/v1/actions", action(id, "WYVX9999", 7)), 422, "owner-not-known");
    problem(nadia().post("/v1/actions", action(id, TRUST, -1)), 422, "due-too-early");
    List<String> made = new ArrayList<>();
    for (int due : List.of(9, 3, 5)) {
      made.add(nadia().post("/v1/actions", action(id, TRUST, due)).path("actionId"));
    }
    String one = "/v1/actions/" + made.getFirst();
    accepted(
        nadia()
            .post(
                one + "/dates",
                "{\"due\": \"%s\", \"reason\": \"Winter.\"}".formatted(TODAY.plusDays(1))));
    accepted(nadia().post(one + "/chases", "{\"words\": \"Rang them.\"}"));
    List<String> listed = new ArrayList<>();
    String after = "";
    do {
      Response page =
          Caller.as("femi.larkspur")
              .get(
                  "/v1/actions?limit=1&state=OPEN&placeId=%s&meetingId=%s&ownerId=%s%s"
                      .formatted(VALLEY, id, TRUST, after));
      listed.addAll(page.jsonPath().getList("items.actionId"));
      String next = page.path("next");
      after = next == null ? "" : "&after=" + next;
    } while (!after.isEmpty());
    assertThat(listed).containsExactly(made.get(0), made.get(1), made.get(2));
    accepted(nadia().post(one + "/closing", "{\"result\": \"DONE\", \"words\": \"Sent.\"}"));
    problem(nadia().post(one + "/chases", "{}"), 409, "action-closed");
    assertThat(
            nadia()
                .get("/v1/actions?state=CLOSED&placeId=%s&meetingId=%s".formatted(VALLEY, id))
                .jsonPath()
                .getList("items.actionId"))
        .containsExactly(made.getFirst());
    assertThat(
            nadia()
                .get("/v1/actions?state=OVERDUE&placeId=%s&meetingId=%s".formatted(VALLEY, id))
                .jsonPath()
                .getList("items"))
        .isEmpty();
    accepted(nadia().post(one + "/reopening", "{\"words\": \"It came back.\"}"));
    problem(nadia().post(one + "/reopening", "{}"), 409, "action-open");
    var read = nadia().get(one).jsonPath();
    assertThat(read.getList("history.what"))
        .containsExactly("OPENED", "REDATED", "CHASED", "CLOSED", "REOPENED");
    assertThat(read.getList("history.words"))
        .containsExactly("Send the plan", "Winter.", "Rang them.", "Sent.", "It came back.");
    assertThat(read.getInt("action.chases")).isEqualTo(1);
    problem(Caller.as("grace.ndukwe-hale").get(one), 404, "not-found");
  }

  @Test
  void minutes_are_drafted_approved_published_and_then_corrected_for_everybody_to_see() {
    String meeting = scheduled();
    Caller femi = Caller.as("femi.larkspur");
    problem(nadia().get(meeting + "/minutes"), 404, "not-found");
    problem(nadia().post(meeting + "/minutes/revisions", text("B")), 409, "minutes-not-drafted");
    accepted(nadia().post(meeting + "/minutes", text("Teams were agreed.")));
    problem(nadia().post(meeting + "/minutes", text("Again")), 409, "minutes-already-drafted");
    accepted(nadia().post(meeting + "/minutes/revisions", text("Two teams were agreed.")));
    problem(nadia().post(meeting + "/minutes/corrections", text("C")), 409, "minutes-not-approved");
    problem(femi.get(meeting + "/minutes"), 404, "not-found");
    accepted(behindNothing(owen()).post(meeting + "/minutes/approval"));
    problem(nadia().post(meeting + "/minutes/revisions", text("D")), 409, "minutes-approved");
    accepted(behindNothing(nadia()).post(meeting + "/minutes/publication"));
    accepted(nadia().post(meeting + "/minutes/corrections", text("Three teams.")));
    var read = femi.get(meeting + "/minutes").jsonPath();
    assertThat(read.getString("state")).isEqualTo("PUBLISHED");
    assertThat(read.getString("text")).isEqualTo("Two teams were agreed.");
    assertThat(read.getString("approvedBy")).isEqualTo(MarlValley.owen().toString());
    assertThat(read.getList("corrections.text")).containsExactly("Three teams.");
  }

  private static Caller nadia() {
    return Caller.as("nadia.velloso");
  }

  private static Caller owen() {
    return Caller.as("owen.tallant");
  }

  /** A request that waits until all that mandates have told is known. */
  private RequestSpecification behind(Caller caller) {
    return behindNothing(caller).header("X-Position", heard).contentType(ContentType.JSON);
  }

  private static RequestSpecification behindNothing(Caller caller) {
    return caller.request().header("Idempotency-Key", UUID.randomUUID().toString());
  }

  private static void accepted(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isIn(200, 204);
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.jsonPath().getString("type"))
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }

  private static Map<String, ?> withoutCorrelation(Response response) {
    Map<String, Object> problem = new java.util.HashMap<>(response.jsonPath().getMap(""));
    problem.remove("correlationId");
    return problem;
  }

  private static String scheduled() {
    Response scheduled =
        nadia()
            .post(
                PATH,
                "{\"placeId\": \"%s\", \"forum\": \"Place board\", \"on\": \"%s\"}"
                    .formatted(VALLEY, TODAY));
    assertThat(scheduled.statusCode()).as(scheduled.asString()).isEqualTo(201);
    return PATH + "/" + scheduled.<String>path("meetingId");
  }

  private static String item(String meeting) {
    Response added =
        nadia()
            .post(
                meeting + "/items",
                "{\"title\": \"Nurses move to teams\", \"topicId\": \"%s\"}".formatted(CARE));
    assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
    return added.path("itemId");
  }

  private static String delegate(@org.jspecify.annotations.Nullable String mandate) {
    return """
    {"personId": "%s", "capacity": "DELEGATE", "mandateId": %s}\
    """
        .formatted(MarlValley.nadia(), mandate == null ? "null" : "\"" + mandate + "\"");
  }

  private static String person(UUID person) {
    return "{\"personId\": \"%s\"}".formatted(person);
  }

  private static String partner(String organisation, String kind) {
    return "{\"organisationId\": \"%s\", \"kind\": \"%s\"}".formatted(organisation, kind);
  }

  private static String ofItem(String item) {
    return "{\"itemId\": \"%s\"}".formatted(item);
  }

  private static String cites(String item, String invocation) {
    return "{\"itemId\": \"%s\", \"invocationId\": \"%s\"}".formatted(item, invocation);
  }

  private static String mark(String item, String mark) {
    return "{\"itemId\": \"%s\", \"mark\": \"%s\"}".formatted(item, mark);
  }

  private static String position(String item) {
    return "{\"itemId\": \"%s\", \"stance\": \"FOR\"}".formatted(item);
  }

  private static String outcome(String item, String outcome) {
    return "{\"itemId\": \"%s\", \"outcome\": \"%s\"}".formatted(item, outcome);
  }

  private static String dispute(String item) {
    return "{\"itemId\": \"%s\", \"reason\": \"It was in their plan before.\"}".formatted(item);
  }

  private static String settling(String item, boolean stands) {
    return "{\"itemId\": \"%s\", \"stands\": %s}".formatted(item, stands);
  }

  private static String amendment(String item) {
    return """
    {"recordId": "%s", "reason": "The minutes say otherwise.",
     "items": [{"itemId": "%s", "outcome": "VOTED"}]}\
    """
        .formatted(UUID.randomUUID(), item);
  }

  private static String action(String meeting, String owner, int days) {
    return """
    {"meetingId": "%s", "ownerId": "%s", "what": "Send the plan", "due": "%s"}\
    """
        .formatted(meeting, owner, TODAY.plusDays(days));
  }

  private static String text(String text) {
    return "{\"text\": \"%s\"}".formatted(text);
  }
}
