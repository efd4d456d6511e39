package uk.onevoice.meetings.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.onevoice.meetings.adapter.http.BriefHttpTest.accepted;
import static uk.onevoice.meetings.adapter.http.BriefHttpTest.created;
import static uk.onevoice.meetings.adapter.http.BriefHttpTest.problem;
import static uk.onevoice.meetings.adapter.http.BriefHttpTest.withoutCorrelation;
import static uk.onevoice.meetings.adapter.http.MarlValley.COMMITTEE;
import static uk.onevoice.meetings.adapter.http.MarlValley.FEDERATION;
import static uk.onevoice.meetings.adapter.http.MarlValley.NETWORK;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.PersonId;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.testkit.stack.ServiceUnderTest;
import uk.onevoice.testkit.stack.ToldRegistry;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "meetings"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedbackHttpTest {
  private static final String PATH = "/v1/meetings";

  /** A place of this test alone: others count the meetings of theirs. */
  private static final UUID DALE = UUID.randomUUID();

  private static final UUID HUBS = UUID.randomUUID();
  private static final UUID BEDS = UUID.randomUUID();
  private static final UUID OLD_BEDS = UUID.randomUUID();
  private static final UUID WARDS = UUID.randomUUID();

  private final Caller nadia = Caller.as("nadia.velloso");
  private final Caller owen = Caller.as("owen.tallant");
  private final Caller femi = Caller.as("femi.larkspur");
  private final Caller grace = Caller.as("grace.ndukwe-hale");

  /** Granted by Femi's practice; by another one. */
  private UUID ours = new UUID(0, 0);

  private UUID theirs = new UUID(0, 0);

  /** Its holder speaks in a role that reads no meeting. */
  private UUID managers = new UUID(0, 0);

  @Inject Directory directory;

  @BeforeAll
  void who_is_who_and_what_others_say() {
    MarlValley.isKnownTo(directory);
    String topic = ConfigProvider.getConfig().getValue("onevoice.directory.topic", String.class);
    try (var registry = ToldRegistry.on(topic);
        var others = new ToldOthers()) {
      registry.place(DALE, "WYVICB01", "Fern Dale");
      registry.practice("WYVP0300", DALE);
      registry.member("WYVP0300", COMMITTEE, "LMC");
      registry.topic(HUBS, "WYVICB01", "Neighbourhood hubs");
      registry.topic(OLD_BEDS, "WYVICB01", "Beds of old");
      registry.topic(WARDS, "WYVICB01", "Virtual wards");
      registry.topic(BEDS, "WYVICB01", "Community beds");
      registry.merged(OLD_BEDS, "WYVICB01", BEDS, TODAY.minusDays(1));
      ours = others.mandate(VALLEY, HUBS, FEDERATION, 14, "MAY_AGREE", "WYVP0001");
      managers = others.mandate(VALLEY, WARDS, NETWORK, "PCN_MANAGER", 14, "MAY_AGREE", "WYVP0001");
      registry.appoint(MarlValley.colm(), "PCN_MANAGER", NETWORK);
      theirs = others.mandate(VALLEY, HUBS, FEDERATION, 30, "MAY_AGREE", "WYVP0002");
      others.position(VALLEY, BEDS, FEDERATION, TODAY.minusDays(40), TODAY.minusDays(35));
      others.contact(VALLEY, TRUST, MarlValley.owen(), TODAY.minusDays(60), OLD_BEDS);
      others.heard();
    }
    await()
        .until(() ->
            directory.topicOn(OLD_BEDS, TODAY).filter(it -> it.id().equals(BEDS)).isPresent()
                && directory.topic(HUBS).isPresent()
                && directory.topic(WARDS).isPresent()
                && !directory.holdings(new PersonId(MarlValley.colm()), TODAY).isEmpty()
                && directory.bodiesWithMembersIn(new PlaceId(DALE), TODAY).size() == 1);
  }

  @Test
  void practices_hear_within_the_days_of_their_mandate_after_its_holder_confirmed() {
    String meeting = scheduled(VALLEY, TODAY.minusDays(20));
    String item = item(meeting, "Where the hubs are", HUBS);
    item(meeting, "Beds", BEDS);
    accepted(nadia.post(meeting + "/outcomes", outcome(item, "DEFERRED")));
    created(
        nadia.post(
            "/v1/actions",
            """
            {"meetingId":"%s","itemId":"%s","ownerId":"%s","what":"Find rooms","due":"%s"}\
            """
                .formatted(id(meeting), item, TRUST, TODAY.plusDays(9))),
        "actionId");
    String note = meeting + "/feedback/" + ours;

    assertThat(due(meeting, true)).containsExactly(ours + " NOT_DRAFTED true");
    assertThat(due(meeting, false))
        .containsExactly(ours + " NOT_DRAFTED true", theirs + " NOT_DRAFTED false");

    JsonPath before = nadia.get(note).jsonPath();
    assertThat(before.getString("dueOn")).isEqualTo(TODAY.minusDays(6).toString());
    assertThat(before.getString("proposal"))
        .contains("Where the hubs are. It was put off.")
        .contains("To do: Find rooms, by")
        .contains("Wyvern and Marl Hospitals")
        .doesNotContain("Beds");
    problem(femi.get(note), 404, "not-found");
    problem(nadia.post(note + "/sending", "{\"draft\":1}"), 409, "feedback-not-drafted");

    assertThat(draft(note, "{}")).isEqualTo(1);
    assertThat(nadia.get(note).jsonPath().getString("draft.words"))
        .isEqualTo(before.getString("proposal"));
    assertThat(draft(note, "{\"words\":\"The hubs were put off. We go on asking.\"}")).isEqualTo(2);
    problem(femi.get(note), 404, "not-found");
    problem(nadia.post(note + "/sending", "{\"draft\":2}"), 409, "feedback-not-confirmed");
    problem(owen.post(note + "/confirmation", "{\"draft\":2}"), 409, "feedback-not-by-holder");
    problem(nadia.post(note + "/confirmation", "{\"draft\":1}"), 409, "feedback-draft-not-latest");
    accepted(nadia.post(note + "/confirmation", "{\"draft\":2}"));
    problem(femi.get(note), 404, "not-found");
    Response sent = owen.post(note + "/sending", "{\"draft\":2}");
    assertThat(sent.jsonPath().getInt("version")).as(sent.asString()).isEqualTo(1);

    JsonPath received = femi.get(note).jsonPath();
    assertThat(received.<String, Object>getMap("sent[0]"))
        .containsEntry("words", "The hubs were put off. We go on asking.")
        .containsEntry("practices", null);
    assertThat(received.<String, Object>getMap(""))
        .containsEntry("draft", null)
        .containsEntry("proposal", null);
    problem(femi.get(meeting + "/feedback/" + theirs), 404, "not-found");
    String reading = "{\"practiceId\":\"WYVP0001\",\"version\":1}";
    accepted(femi.post(note + "/readings", reading));
    accepted(femi.post(note + "/readings", reading));
    accepted(
        femi.post(
            note + "/replies",
            "{\"practiceId\":\"WYVP0001\",\"version\":1,\"words\":\"Why was it put off?\"}"));
    problem(
        femi.post(note + "/readings", "{\"practiceId\":\"WYVP0001\",\"version\":2}"),
        422,
        "feedback-version-not-sent");
    problem(femi.post(meeting + "/feedback/" + theirs + "/readings", reading), 404, "not-found");
    problem(
        femi.post(note + "/readings", "{\"practiceId\":\"WYVP0002\",\"version\":1}"),
        404,
        "not-found");

    assertThat(nadia.get(note).jsonPath().<String, Object>getMap("sent[0]"))
        .containsEntry("practices", 1)
        .containsEntry("read", 1)
        .containsEntry("replied", 1);
    assertThat(owen.get(note + "/replies").jsonPath().<String, Object>getMap("items[0]"))
        .containsEntry("practiceId", "WYVP0001")
        .containsEntry("words", "Why was it put off?");
    assertThat(femi.get(note + "/replies").jsonPath().getList("items")).hasSize(1);
    JsonPath all = nadia.get(PATH + "/feedback-due?placeId=" + VALLEY).jsonPath();
    assertThat(
            all.<Map<String, Object>>getList("items").stream()
                .filter(one -> one.get("meetingId").equals(id(meeting)))
                .filter(one -> one.get("mandateId").equals(ours.toString()))
                .findFirst())
        .hasValueSatisfying(one ->
            assertThat(one)
                .containsEntry("state", "SENT")
                .containsEntry("overdue", false)
                .containsEntry("late", true)
                .containsEntry("read", 1));

    // A correction is a further version, confirmed like the first.
    assertThat(draft(note, "{\"words\":\"The hubs were put off to May.\"}")).isEqualTo(3);
    assertThat(femi.get(note).jsonPath().getList("sent")).hasSize(1);
    accepted(nadia.post(note + "/confirmation", "{\"draft\":3}"));
    accepted(nadia.post(note + "/sending", "{\"draft\":3}"));
    assertThat(femi.get(note).jsonPath().getList("sent.words"))
        .containsExactly(
            "The hubs were put off. We go on asking.", "The hubs were put off to May.");
    JsonPath mine = femi.get(PATH + "/feedback-received?practiceId=WYVP0001").jsonPath();
    assertThat(
            mine.<Map<String, Object>>getList("items").stream()
                .filter(one -> one.get("meetingId").equals(id(meeting)))
                .map(one -> one.get("version") + " " + one.get("read") + " " + one.get("replied")))
        .containsExactly("2 false true");
    problem(nadia.get(PATH + "/feedback-received?practiceId=WYVP0001"), 404, "not-found");
    assertThat(withoutCorrelation(grace.get(note)))
        .isEqualTo(
            withoutCorrelation(grace.get(PATH + "/" + UUID.randomUUID() + "/feedback/" + ours)));
    assertThat(Caller.as("partner-client").get(note).statusCode()).isEqualTo(403);
    assertThat(Caller.as("rowan.pike").get(note).statusCode()).isEqualTo(404);
  }

  @Test
  void who_speaks_under_the_mandate_reads_the_draft_they_confirm_whatever_their_role() {
    String meeting = scheduled(VALLEY, TODAY.minusDays(2));
    String item = item(meeting, "Beds at home", WARDS);
    accepted(nadia.post(meeting + "/outcomes", outcome(item, "NOTED")));
    String note = meeting + "/feedback/" + managers;
    assertThat(draft(note, "{\"words\":\"It was noted.\"}")).isEqualTo(1);
    Caller manager = Caller.as("colm.ashgrove");
    problem(manager.get(meeting), 404, "not-found");
    JsonPath read = manager.get(note).jsonPath();
    assertThat(read.getString("draft.words")).isEqualTo("It was noted.");
    assertThat(read.getString("on")).isEqualTo(TODAY.minusDays(2).toString());
    assertThat(manager.get(note + "/replies").jsonPath().getList("items")).isEmpty();
    accepted(manager.post(note + "/confirmation", "{\"draft\":1}"));
    problem(manager.get(meeting + "/feedback/" + ours), 404, "not-found");
  }

  @Test
  void lists_of_notes_go_on_page_by_page() {
    for (int i = 1; i <= 3; i++) {
      item(scheduled(VALLEY, TODAY.minusDays(100 + i)), "Hubs", HUBS);
    }
    List<Object> whole = due(null, false, 200);
    List<Object> byOnes = due(null, false, 1);
    assertThat(byOnes).hasSizeGreaterThanOrEqualTo(6).isEqualTo(whole);
    problem(
        nadia.get(PATH + "/feedback-due?placeId=" + VALLEY + "&after=here"),
        400,
        "invalid-request");
    problem(
        nadia.get(PATH + "/feedback-due?placeId=" + VALLEY + "&overdue=perhaps"),
        400,
        "invalid-request");
  }

  @Test
  void a_mandate_that_covers_nothing_on_the_agenda_owes_no_note() {
    String meeting = scheduled(VALLEY, TODAY.minusDays(2));
    item(meeting, "Beds", BEDS);
    problem(nadia.get(meeting + "/feedback/" + ours), 404, "not-found");
    problem(nadia.post(meeting + "/feedback/" + ours + "/drafts", "{}"), 404, "not-found");
    String coming = scheduled(VALLEY, TODAY.plusDays(2));
    item(coming, "Hubs", HUBS);
    problem(
        nadia.post(coming + "/feedback/" + ours + "/drafts", "{}"), 409, "meeting-still-to-come");
  }

  @Test
  void a_topic_that_two_places_decided_differently_is_shown() {
    UUID topic = UUID.randomUUID();
    String told = ConfigProvider.getConfig().getValue("onevoice.directory.topic", String.class);
    try (var registry = ToldRegistry.on(told)) {
      registry.topic(topic, "WYVICB01", "Aardvark care");
    }
    await().until(() -> directory.topic(topic).isPresent());
    String here = scheduled(VALLEY, TODAY.minusDays(9));
    String decided = item(here, "Aardvarks", topic);
    accepted(nadia.post(here + "/outcomes", outcome(decided, "AGREED")));
    String there = scheduled(grace, DALE, TODAY.minusDays(5));
    String putOff = item(grace, there, "Aardvarks", topic);
    assertThat(differently(nadia, topic)).as("one place alone").isNull();
    accepted(grace.post(there + "/outcomes", outcome(putOff, "DEFERRED")));
    for (Caller caller : List.of(nadia, grace)) {
      JsonPath one = JsonPath.from(String.valueOf(differently(caller, topic)));
      assertThat(one.getString("topic")).isEqualTo("Aardvark care");
      assertThat(one.getList("places.place")).containsExactly("Fern Dale", "Marl Valley");
      assertThat(one.getList("places.outcome")).containsExactly("DEFERRED", "AGREED");
    }
    accepted(grace.post(there + "/outcomes", outcome(putOff, "VOTED")));
    assertThat(differently(nadia, topic)).as("both decided").isNull();
    String list = PATH + "/decided-differently?icsId=WYVICB01";
    for (String who : List.of("rowan.pike", "femi.larkspur")) {
      assertThat(Caller.as(who).get(list).statusCode()).as(who).isEqualTo(404);
    }
    assertThat(Caller.as("icb-client").get(list).statusCode()).isEqualTo(403);
  }

  private static @Nullable String differently(Caller caller, UUID topic) {
    @Nullable String next = null;
    do {
      Response page =
          caller.get(
              PATH
                  + "/decided-differently?icsId=WYVICB01&limit=1"
                  + (next == null ? "" : "&after=" + next));
      assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
      for (Map<String, Object> one : page.jsonPath().<Map<String, Object>>getList("items")) {
        if (one.get("topicId").equals(topic.toString())) {
          return new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(one).toString();
        }
      }
      next = page.jsonPath().getString("next");
    } while (next != null);
    return null;
  }

  @Test
  void how_a_topic_came_to_its_decision_is_told_in_time() {
    LocalDate day = TODAY.minusDays(3);
    String meeting = scheduled(VALLEY, day);
    String item = item(meeting, "Beds", BEDS);
    accepted(
        nadia.post(
            meeting + "/positions", "{\"itemId\":\"%s\",\"stance\":\"FOR\"}".formatted(item)));
    created(
        nadia.post(
            meeting + "/pre-alignments",
            "{\"itemId\":\"%s\",\"organisationId\":\"%s\",\"on\":\"%s\",\"agreed\":true}"
                .formatted(item, TRUST, TODAY.minusDays(10))),
        "preAlignmentId");
    accepted(nadia.post(meeting + "/outcomes", outcome(item, "VOTED")));

    String path = PATH + "/topics/" + BEDS + "/timeline?placeId=" + VALLEY;
    JsonPath line = femi.get(path).jsonPath();
    assertThat(line.getString("firstInvolvementOn")).isEqualTo(TODAY.minusDays(60).toString());
    assertThat(line.getString("decidedOn")).isEqualTo(day.toString());
    assertThat(line.getInt("leadDays")).isEqualTo(57);
    List<Map<String, Object>> steps = line.getList("items");
    assertThat(
            steps.stream()
                .filter(
                    one -> one.get("meetingId") == null || one.get("meetingId").equals(id(meeting)))
                .map(one -> one.get("kind")))
        .containsExactly(
            "CONVERSATION",
            "POSITION_PROPOSED",
            "POSITION_AGREED",
            "POSITION_PUBLISHED",
            "PRE_ALIGNMENT",
            "ITEM",
            "POSITION_PUT",
            "OUTCOME");
    assertThat(steps.stream().filter(one -> "PRE_ALIGNMENT".equals(one.get("kind"))))
        .as("recorded when the meeting was over")
        .allSatisfy(one -> assertThat(one).containsEntry("recordedAfter", true));
    assertThat(
            nadia
                .get(PATH + "/topics/" + OLD_BEDS + "/timeline?placeId=" + VALLEY)
                .jsonPath()
                .getList("items"))
        .as("under its old name it is the same topic")
        .isEqualTo(steps);
    List<Object> byOnes = new ArrayList<>();
    @Nullable String next = null;
    do {
      JsonPath page =
          nadia.get(path + "&limit=1" + (next == null ? "" : "&after=" + next)).jsonPath();
      byOnes.addAll(page.getList("items"));
      next = page.getString("next");
    } while (next != null);
    assertThat(byOnes).isEqualTo(steps);
    problem(grace.get(path), 404, "not-found");
    problem(
        nadia.get(PATH + "/topics/" + MarlValley.ELSEWHERE + "/timeline?placeId=" + VALLEY),
        404,
        "not-found");
  }

  private int draft(String note, String body) {
    Response drafted = nadia.post(note + "/drafts", body);
    assertThat(drafted.statusCode()).as(drafted.asString()).isEqualTo(200);
    return drafted.jsonPath().getInt("draft");
  }

  private List<Object> due(String meeting, boolean overdue) {
    return due(meeting, overdue, 200);
  }

  private List<Object> due(@Nullable String meeting, boolean overdue, int limit) {
    List<Object> seen = new ArrayList<>();
    @Nullable String next = null;
    do {
      JsonPath page =
          nadia
              .get(
                  PATH
                      + "/feedback-due?placeId=%s&overdue=%s&limit=%d"
                          .formatted(VALLEY, overdue, limit)
                      + (next == null ? "" : "&after=" + next))
              .jsonPath();
      page.<Map<String, Object>>getList("items").stream()
          .filter(one -> meeting == null || one.get("meetingId").equals(id(meeting)))
          .map(one ->
              (meeting == null ? one.get("meetingId") + " " : "")
                  + one.get("mandateId")
                  + " "
                  + one.get("state")
                  + " "
                  + one.get("overdue"))
          .forEach(seen::add);
      next = page.getString("next");
    } while (next != null);
    return seen;
  }

  private String scheduled(UUID place, LocalDate on) {
    return scheduled(nadia, place, on);
  }

  private static String scheduled(Caller caller, UUID place, LocalDate on) {
    return PATH
        + "/"
        + created(
            caller.post(
                PATH,
                "{\"placeId\":\"%s\",\"forum\":\"Place board\",\"on\":\"%s\"}"
                    .formatted(place, on)),
            "meetingId");
  }

  private String item(String meeting, String title, UUID topic) {
    return item(nadia, meeting, title, topic);
  }

  private static String item(Caller caller, String meeting, String title, UUID topic) {
    return created(
        caller.post(
            meeting + "/items", "{\"title\":\"%s\",\"topicId\":\"%s\"}".formatted(title, topic)),
        "itemId");
  }

  private static String id(String meeting) {
    return meeting.substring(meeting.lastIndexOf('/') + 1);
  }

  private static String outcome(String item, String outcome) {
    return "{\"itemId\":\"%s\",\"outcome\":\"%s\"}".formatted(item, outcome);
  }
}
