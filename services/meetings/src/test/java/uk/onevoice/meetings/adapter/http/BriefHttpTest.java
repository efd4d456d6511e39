package uk.onevoice.meetings.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.onevoice.meetings.adapter.http.MarlValley.FEDERATION;
import static uk.onevoice.meetings.adapter.http.MarlValley.TODAY;
import static uk.onevoice.meetings.adapter.http.MarlValley.TRUST;
import static uk.onevoice.meetings.adapter.http.MarlValley.VALLEY;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.directory.Directory;
import uk.onevoice.testkit.stack.ServiceUnderTest;
import uk.onevoice.testkit.stack.ToldRegistry;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "meetings"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BriefHttpTest {
  private static final String PATH = "/v1/meetings";
  private static final UUID HOME = UUID.randomUUID();
  private static final UUID TESTS = UUID.randomUUID();
  private static final LocalDate SOON = TODAY.plusDays(7);

  private final Caller nadia = Caller.as("nadia.velloso");
  private final Caller owen = Caller.as("owen.tallant");
  private final Caller femi = Caller.as("femi.larkspur");
  private UUID mandate = new UUID(0, 0);
  private UUID position = new UUID(0, 0);

  @Inject Directory directory;

  @BeforeAll
  void who_is_who_and_what_others_say() {
    MarlValley.isKnownTo(directory);
    String topic = ConfigProvider.getConfig().getValue("onevoice.directory.topic", String.class);
    try (var registry = ToldRegistry.on(topic);
        var others = new ToldOthers()) {
      registry.topic(HOME, "WYVICB01", "Care at home");
      registry.topic(TESTS, "WYVICB01", "Blood tests");
      mandate = others.mandate(VALLEY, HOME, FEDERATION, 14, "MAY_AGREE", "WYVP0001");
      others.mandate(VALLEY, TESTS, FEDERATION, 14, "MUST_REFER", "WYVP0001");
      position =
          others.position(VALLEY, HOME, FEDERATION, TODAY.minusDays(30), TODAY.minusDays(20));
      others.contact(VALLEY, TRUST, MarlValley.nadia(), TODAY.minusDays(63), HOME);
      others.heard();
    }
    await().until(() -> directory.topic(TESTS).isPresent() && directory.topic(HOME).isPresent());
  }

  @Test
  void a_brief_says_what_mandates_allow_who_comes_and_whom_to_ring_first() {
    String earlier = scheduled(TODAY.minusDays(10));
    String past = item(earlier, HOME);
    accepted(nadia.post(earlier + "/outcomes", outcome(past, "DEFERRED")));
    String meeting = scheduled(SOON);
    String home = item(meeting, HOME);
    String tests = item(meeting, TESTS);
    String other = ownWords(meeting);
    accepted(
        nadia.post(
            meeting + "/brief/items",
            """
            {"itemId":"%s","position":"It is time.","ask":"Start in January."}\
            """
                .formatted(home)));
    String expected =
        created(
            nadia.post(
                meeting + "/brief/partners",
                """
                {"organisationId":"%s","who":"Dr Sunita Pellow, medical director","itemIds":["%s"]}\
                """
                    .formatted(TRUST, home)),
            "expectedId");
    created(
        nadia.post(meeting + "/pre-alignments", talk(tests, TODAY.minusDays(3), false)),
        "preAlignmentId");

    JsonPath brief = nadia.get(meeting + "/brief").jsonPath();
    assertThat(brief.getInt("version")).isZero();
    assertThat(brief.getList("items.itemId")).containsExactly(home, tests, other);
    assertThat(brief.<String, Object>getMap("items[0]"))
        .containsEntry("position", "It is time.")
        .containsEntry("ask", "Start in January.")
        .containsEntry("title", "An item")
        .containsEntry("preAligned", "UNKNOWN");
    assertThat(brief.getList("items.verdict.verdict"))
        .containsExactly("INSIDE", "MUST_COME_BACK", "OUTSIDE");
    assertThat(brief.getList("items.verdict.why"))
        .containsExactly("COVERED", "HAS_LIMITS", "NO_LISTED_TOPIC");
    assertThat(brief.<String, Object>getMap("items[0].verdict.mandates[0]"))
        .containsEntry("mandateId", mandate.toString())
        .containsEntry("holderId", FEDERATION)
        .containsEntry("holderRole", "FEDERATION_LEAD");
    assertThat(brief.<String, Object>getMap("items[0].publicPositions[0]"))
        .isEqualTo(
            Map.of(
                "positionId",
                position.toString(),
                "bodyId",
                FEDERATION,
                "state",
                "PUBLIC",
                "on",
                TODAY.minusDays(20).toString()));
    assertThat(brief.<String, Object>getMap("items[0].lastOutcome"))
        .containsEntry("itemId", past)
        .containsEntry("outcome", "DEFERRED");
    assertThat(brief.<String, Object>getMap("items[1]"))
        .containsEntry("preAligned", "TALKED_NOT_AGREED")
        .containsEntry("lastOutcome", null);
    assertThat(brief.<String, Object>getMap("room[0]"))
        .containsEntry("expectedId", expected)
        .containsEntry("organisation", "Wyvern and Marl Hospitals")
        .containsEntry("who", "Dr Sunita Pellow, medical director")
        .containsEntry(
            "contact",
            Map.of(
                "lastOn", TODAY.minusDays(63).toString(), "band", "WITHIN_120_DAYS", "holders", 1))
        .containsEntry(
            "promised",
            Map.of(
                "ours",
                Map.of("open", 1, "overdue", 1, "firstDue", TODAY.minusDays(1).toString()),
                "theirs",
                Map.of("open", 2, "overdue", 0, "firstDue", TODAY.toString())));
    assertThat(brief.<String, Object>getMap("ringFirst[0]"))
        .containsEntry("organisationId", TRUST)
        .containsEntry("who", List.of("Dr Sunita Pellow, medical director"))
        .containsEntry("itemIds", List.of(home));
    assertThat(brief.getBoolean("promises.fromMeetings")).isTrue();
    assertThat(brief.getBoolean("promises.fromRelationships")).isTrue();

    JsonPath ofPartner = femi.get(meeting + "/brief").jsonPath();
    assertThat(ofPartner.getBoolean("contactsShown")).isFalse();
    assertThat(ofPartner.getList("ringFirst")).isEmpty();
    assertThat(ofPartner.<String, Object>getMap("room[0]"))
        .containsEntry("contact", null)
        .containsEntry("promised", null);
    assertThat(ofPartner.getBoolean("promises.fromRelationships")).isFalse();

    created(
        nadia.post(meeting + "/pre-alignments", talk(home, TODAY.minusDays(2), true)),
        "preAlignmentId");
    JsonPath after = nadia.get(meeting + "/brief").jsonPath();
    assertThat(after.getString("items[0].preAligned")).isEqualTo("PRE_ALIGNED");
    assertThat(after.getList("ringFirst")).as("agreed beforehand").isEmpty();
    accepted(nadia.post(meeting + "/brief/partners/" + expected + "/withdrawal", "{}"));
    problem(
        nadia.post(meeting + "/brief/partners/" + expected + "/withdrawal", "{}"),
        409,
        "nothing-to-take-back");
    assertThat(nadia.get(meeting + "/brief").jsonPath().getList("room")).isEmpty();
  }

  @Test
  void what_the_room_and_we_still_owe_stands_in_the_brief() {
    String earlier = scheduled(TODAY.minusDays(30));
    for (String owner : List.of(TRUST, FEDERATION, "WYVICB01")) {
      created(
          nadia.post(
              "/v1/actions",
              """
              {"meetingId":"%s","ownerId":"%s","what":"Write to all.","due":"%s"}\
              """
                  .formatted(id(earlier), owner, TODAY.plusDays(1))),
          "actionId");
    }
    String meeting = scheduled(SOON);
    item(meeting, HOME);
    created(
        nadia.post(meeting + "/brief/partners", "{\"organisationId\":\"%s\"}".formatted(TRUST)),
        "expectedId");
    JsonPath brief = nadia.get(meeting + "/brief").jsonPath();
    assertThat(
            brief.<Map<String, Object>>getList("promises.items").stream()
                .filter(one -> one.get("meetingId").equals(id(earlier)))
                .map(one -> one.get("ownerId") + " " + one.get("ours") + " " + one.get("what")))
        .as("of the ICB, which is not in the room, nothing is said")
        .containsExactlyInAnyOrder(
            TRUST + " false Write to all.", FEDERATION + " true Write to all.");
  }

  @Test
  void a_change_after_the_brief_was_issued_asks_for_acknowledgement_again() {
    String meeting = scheduled(SOON);
    problem(nadia.post(meeting + "/brief/versions", "{}"), 409, "brief-without-items");
    String item = item(meeting, HOME);
    problem(
        owen.post(meeting + "/brief/acknowledgements", "{\"version\":1}"), 409, "brief-not-latest");
    assertThat(issued(meeting, "{}")).isEqualTo(1);
    assertThat(issued(meeting, "{}")).as("nothing has changed").isEqualTo(1);
    problem(
        owen.post(meeting + "/brief/acknowledgements", "{\"version\":1}"),
        409,
        "brief-not-for-you");
    assertThat(owen.get(meeting + "/brief").jsonPath().getBoolean("readerGoes")).isFalse();
    for (UUID person : List.of(MarlValley.owen(), MarlValley.femi())) {
      accepted(
          nadia.post(
              meeting + "/attendances",
              "{\"personId\":\"%s\",\"capacity\":\"REPRESENTATIVE\",\"kind\":\"EXPECTED\"}"
                  .formatted(person)));
    }
    assertThat(owen.get(meeting + "/brief").jsonPath().getBoolean("readerGoes")).isTrue();
    accepted(owen.post(meeting + "/brief/acknowledgements", "{\"version\":1}"));
    accepted(femi.post(meeting + "/brief/acknowledgements", "{\"version\":1}"));
    accepted(
        nadia.post(
            meeting + "/brief/items", "{\"itemId\":\"%s\",\"ask\":\"Wait.\"}".formatted(item)));
    assertThat(nadia.get(meeting + "/brief").jsonPath().getBoolean("changedSince")).isTrue();
    assertThat(issued(meeting, "{\"change\":\"We ask to wait.\"}")).isEqualTo(2);
    problem(
        owen.post(meeting + "/brief/acknowledgements", "{\"version\":1}"), 409, "brief-not-latest");
    accepted(owen.post(meeting + "/brief/acknowledgements", "{\"version\":2}"));
    JsonPath brief = nadia.get(meeting + "/brief").jsonPath();
    assertThat(brief.getString("change")).isEqualTo("We ask to wait.");
    assertThat(brief.getBoolean("changedSince")).isFalse();
    assertThat(brief.getList("acknowledgements.version")).containsExactly(2, 1);
    assertThat(brief.getList("acknowledgements.latest")).containsExactly(true, false);
    assertThat(brief.getList("acknowledgements.inTime")).containsExactly(true, true);
  }

  @Test
  void a_late_pre_alignment_is_kept_and_does_not_count() {
    String meeting = scheduled(TODAY);
    String item = ownWords(meeting);
    String late =
        created(
            nadia.post(meeting + "/pre-alignments", talk(item, TODAY.minusDays(1), true)),
            "preAlignmentId");
    JsonPath listed = nadia.get(meeting + "/pre-alignments").jsonPath();
    assertThat(listed.<String, Object>getMap("items[0]"))
        .containsEntry("preAlignmentId", late)
        .containsEntry("agreed", true)
        .containsEntry("recordedAfter", true)
        .containsEntry("counts", false);
    assertThat(preAligned(meeting)).isEqualTo("UNKNOWN");
    accepted(nadia.post(meeting + "/preparation", "{}"));
    assertThat(preAligned(meeting)).as("the meeting is not closed yet").isEqualTo("UNKNOWN");
    accepted(nadia.post(meeting + "/outcomes", outcome(item, "NOTED")));
    accepted(
        nadia.post(
            meeting + "/attendances",
            "{\"personId\":\"%s\",\"capacity\":\"REPRESENTATIVE\"}".formatted(MarlValley.nadia())));
    Response closed = nadia.post(meeting + "/closing", "{}");
    assertThat(closed.statusCode()).as(closed.asString()).isLessThan(300);
    assertThat(preAligned(meeting)).isEqualTo("COLD");
    accepted(nadia.post(meeting + "/pre-alignments/" + late + "/withdrawal", "{}"));
    assertThat(nadia.get(meeting + "/pre-alignments").jsonPath().getList("items")).isEmpty();
  }

  private String preAligned(String meeting) {
    return nadia.get(meeting + "/brief").jsonPath().getString("items[0].preAligned");
  }

  @Test
  void who_attended_without_a_brief_is_listed_page_by_page() {
    LocalDate day = TODAY.minusDays(150);
    String meeting = scheduled(day);
    for (UUID person : List.of(MarlValley.nadia(), MarlValley.owen())) {
      accepted(
          nadia.post(
              meeting + "/attendances",
              "{\"personId\":\"%s\",\"capacity\":\"REPRESENTATIVE\"}".formatted(person)));
    }
    String list = PATH + "/unbriefed?placeId=%s&from=%s&to=%s".formatted(VALLEY, day, day);
    List<Object> seen = new ArrayList<>();
    @Nullable String next = null;
    do {
      JsonPath page =
          nadia.get(list + "&limit=1" + (next == null ? "" : "&after=" + next)).jsonPath();
      assertThat(page.getList("items")).hasSize(1);
      assertThat(page.getString("items[0].why")).isEqualTo("NO_BRIEF");
      seen.add(page.getString("items[0].personId"));
      next = page.getString("next");
    } while (next != null);
    assertThat(seen)
        .containsExactlyInAnyOrder(MarlValley.nadia().toString(), MarlValley.owen().toString());
    problem(
        nadia.get(PATH + "/unbriefed?placeId=" + VALLEY + "&from=2026-01-01&to=2025-01-01"),
        400,
        "invalid-request");
    problem(
        nadia.get(PATH + "/unbriefed?placeId=" + VALLEY + "&from=soon&to=2025-01-01"),
        400,
        "invalid-request");
  }

  @Test
  void rules_say_no_with_a_problem_and_leave_no_words_behind() {
    String meeting = scheduled(SOON);
    String item = item(meeting, HOME);
    problem(
        nadia.post(
            meeting + "/brief/items",
            "{\"itemId\":\"%s\",\"ask\":\"Gone again\"}".formatted(UUID.randomUUID())),
        422,
        "item-not-on-agenda");
    problem(
        nadia.post(meeting + "/brief/items", "{\"itemId\":\"%s\",\"ask\":\" \"}".formatted(item)),
        400,
        "invalid-request");
    problem(
        nadia.post(meeting + "/brief/partners", "{\"organisationId\":\"WYVX9999\"}"),
        422,
        "partner-not-known");
    problem(
        nadia.post(meeting + "/pre-alignments", talk(item, TODAY.plusDays(1), true)),
        422,
        "conversation-still-to-come");
    String over = scheduled(TODAY.minusDays(1));
    String past = item(over, HOME);
    problem(
        nadia.post(
            over + "/brief/items", "{\"itemId\":\"%s\",\"ask\":\"Too late\"}".formatted(past)),
        409,
        "meeting-is-over");
    problem(nadia.post(over + "/brief/versions", "{}"), 409, "meeting-is-over");
  }

  @Test
  void a_repeated_request_has_one_effect() {
    String meeting = scheduled(SOON);
    String item = item(meeting, HOME);
    String body = talk(item, TODAY.minusDays(1), true);
    String key = UUID.randomUUID().toString();
    String first = created(nadia.post(meeting + "/pre-alignments", body, key), "preAlignmentId");
    String again = created(nadia.post(meeting + "/pre-alignments", body, key), "preAlignmentId");
    assertThat(again).isEqualTo(first);
    assertThat(nadia.get(meeting + "/pre-alignments").jsonPath().getList("items")).hasSize(1);
    Response stale =
        nadia
            .request()
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("If-Match", "\"0\"")
            .contentType("application/json")
            .body("{}")
            .post(meeting + "/preparation");
    assertThat(stale.statusCode()).isEqualTo(412);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "nobody,            401",
    "colm.ashgrove,     404",
    "rowan.pike,        404",
    "grace.ndukwe-hale, 404",
    "icb-client,        403",
    "partner-client,    403"
  })
  void what_is_prepared_is_for_general_practice_of_the_place_alone(String who, int status) {
    String meeting = scheduled(SOON);
    item(meeting, HOME);
    Caller caller = who.equals("nobody") ? Caller.nobody() : Caller.as(who);
    for (String path : List.of("/brief", "/pre-alignments")) {
      assertThat(caller.get(meeting + path).statusCode()).as(path).isEqualTo(status);
      if (status == 404) {
        assertThat(withoutCorrelation(caller.get(meeting + path)))
            .isEqualTo(withoutCorrelation(caller.get(PATH + "/" + UUID.randomUUID() + path)));
      }
    }
    assertThat(
            caller
                .get(PATH + "/unbriefed?placeId=%s&from=2026-01-01&to=2026-02-01".formatted(VALLEY))
                .statusCode())
        .isEqualTo(status);
  }

  private int issued(String meeting, String body) {
    Response issued = nadia.post(meeting + "/brief/versions", body);
    assertThat(issued.statusCode()).as(issued.asString()).isEqualTo(200);
    return issued.jsonPath().getInt("version");
  }

  private String scheduled(LocalDate on) {
    return PATH
        + "/"
        + created(
            nadia.post(
                PATH,
                "{\"placeId\":\"%s\",\"forum\":\"Marl Valley place board\",\"on\":\"%s\"}"
                    .formatted(VALLEY, on)),
            "meetingId");
  }

  private String item(String meeting, UUID topic) {
    return created(
        nadia.post(
            meeting + "/items", "{\"title\":\"An item\",\"topicId\":\"%s\"}".formatted(topic)),
        "itemId");
  }

  private String ownWords(String meeting) {
    return created(
        nadia.post(meeting + "/items", "{\"title\":\"Rooms\",\"topic\":\"rooms\"}"), "itemId");
  }

  private static String id(String meeting) {
    return meeting.substring(meeting.lastIndexOf('/') + 1);
  }

  private static String outcome(String item, String outcome) {
    return "{\"itemId\":\"%s\",\"outcome\":\"%s\"}".formatted(item, outcome);
  }

  private static String talk(String item, LocalDate on, boolean agreed) {
    return "{\"itemId\":\"%s\",\"organisationId\":\"%s\",\"on\":\"%s\",\"agreed\":%s}"
        .formatted(item, TRUST, on, agreed);
  }

  static String created(Response response, String field) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
    return response.path(field);
  }

  static void accepted(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isBetween(200, 204);
    assertThat(response.header("X-Position")).isNotNull();
  }

  static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.jsonPath().getString("type"))
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }

  static Map<String, ?> withoutCorrelation(Response response) {
    Map<String, Object> problem = new HashMap<>(response.jsonPath().getMap(""));
    problem.remove("correlationId");
    return problem;
  }
}
