package uk.onevoice.meetings.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.meetings.adapter.store.TitlesOfBefore;
import uk.onevoice.testkit.stack.Canaries;
import uk.onevoice.testkit.stack.ServiceUnderTest;
import uk.onevoice.testkit.stack.ToldRegistry;

/** What meetings does when organisations asks everybody about a person. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = {
      @ResourceArg(name = "log", value = "meetings"),
      @ResourceArg(name = "for", value = "rights")
    })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private static final UUID VALLEY = UUID.randomUUID();
  private static final String FEDERATION = UUID.randomUUID().toString();

  @Inject javax.sql.DataSource rows;

  @Inject
  @DataSource("keys")
  javax.sql.DataSource keys;

  @Inject TitlesOfBefore before;

  private ToldRegistry registry;
  private UUID tamsin;
  private UUID owen;

  @BeforeAll
  void a_valley_and_an_administrator() {
    registry = ToldRegistry.on(setting("onevoice.directory.topic"));
    registry.organisation(FEDERATION, "Marl Valley GP Federation", "FEDERATION");
    registry.place(VALLEY, "WYVICB01", "Marl Valley");
    registry.practice("WYVP0001", VALLEY);
    registry.member("WYVP0001", FEDERATION, "FEDERATION");
    registry.appoint(registry.person("nadia.velloso"), "FEDERATION_LEAD", FEDERATION);
    registry.appoint(registry.person("admin"), "PLATFORM_ADMINISTRATOR", null);
    tamsin = registry.person("tamsin.orrell");
    owen = registry.person("owen.tallant");
    registry.person("colm.ashgrove");
  }

  /** Not earlier: only now is the service's address known. */
  @BeforeEach
  void are_known() {
    await("the registry is known")
        .atMost(PATIENCE)
        .until(() ->
            schedule().statusCode() == 201
                && Caller.as("colm.ashgrove").get(record(UUID.randomUUID())).statusCode() == 404);
  }

  @AfterAll
  void end() {
    registry.close();
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }

  private static String record(UUID person) {
    return "/v1/meetings/people/" + person + "/record";
  }

  private static Caller nadia() {
    return Caller.as("nadia.velloso");
  }

  private static Response schedule() {
    return nadia()
        .post(
            "/v1/meetings",
            "{\"placeId\":\"%s\",\"forum\":\"Place Board\",\"on\":\"%s\"}"
                .formatted(VALLEY, TODAY));
  }

  /** A meeting with one item whose title names the person. */
  private static String meeting(String title, UUID about) {
    var meeting = "/v1/meetings/" + schedule().path("meetingId");
    var added =
        nadia()
            .post(
                meeting + "/items",
                "{\"title\":\"%s\",\"topic\":\"estates\",\"aboutIds\":[\"%s\"]}"
                    .formatted(title, about));
    assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
    return meeting;
  }

  private static String title(String meeting) {
    return nadia().get(meeting).path("items[0].title");
  }

  @Test
  void the_words_of_somebody_restricted_are_shown_to_them_and_to_nobody_else() {
    var meeting = meeting("Words about Owen", owen);
    assertThat(title(meeting)).isEqualTo("Words about Owen");

    registry.tell("rights-" + owen, "ProcessingRestricted", Map.of("personId", owen.toString()));
    await("restricted").atMost(PATIENCE).until(() -> title(meeting) == null);

    var own = Caller.as("owen.tallant").get(record(owen));
    assertThat(own.<Map<String, Object>>path("words[0]"))
        .containsEntry("words", "Words about Owen")
        .containsEntry("kind", "item-title")
        .containsEntry("restricted", true);
    assertThat(nadia().get(record(owen)).statusCode()).isEqualTo(404);
    assertThat(Caller.as("colm.ashgrove").get(record(owen)).statusCode()).isEqualTo(404);

    registry.tell("rights-" + owen, "RestrictionLifted", Map.of("personId", owen.toString()));
    await("lifted").atMost(PATIENCE).until(() -> title(meeting) != null);
  }

  @Test
  void a_question_about_one_record_is_about_those_merged_with_it_until_they_are_parted() {
    var femi = registry.person("femi.larkspur");
    var twin = UUID.randomUUID();
    var first = meeting("Words about Femi", femi);
    meeting("Words about the twin", twin);
    var caller = Caller.as("femi.larkspur");
    await("femi is known").atMost(PATIENCE).until(() -> words(caller, femi).size() == 1);
    assertThat(caller.get(record(twin)).statusCode()).isEqualTo(404);

    registry.merge(twin, femi);
    await("they are one").atMost(PATIENCE).until(() -> words(caller, femi).size() == 2);
    assertThat(words(caller, twin)).containsExactlyInAnyOrderElementsOf(words(caller, femi));
    assertThat(caller.get(record(femi)).<List<Integer>>path("words.alsoAbout")).containsOnly(0);
    String about =
        caller.get(record(femi)).path("words.find { it.words.endsWith('twin') }.wordsRef");
    var view =
        caller.post(
            "/v1/meetings/people/" + femi + "/words/" + about + "/counter-statements",
            "{\"words\":\"I am no twin\"}");
    assertThat(view.statusCode()).as(view.asString()).isEqualTo(200);
    assertThat(caller.get(record(femi) + "?only=ENTERED").<List<?>>path("words")).isEmpty();
    assertThat(caller.get(record(femi) + "?only=ABOUT").<List<String>>path("mentions.items.type"))
        .containsExactly("CounterStatementAdded");
    assertThat(caller.get(record(femi) + "?only=all").statusCode()).isEqualTo(400);
    registry.tell("rights-" + twin, "ProcessingRestricted", Map.of("personId", twin.toString()));
    await("restricted under both").atMost(PATIENCE).until(() -> title(first) == null);
    assertThat(Caller.as("admin").get(record(twin)).<List<?>>path("words")).hasSize(3);
    assertThat(caller.get("/v1/meetings/people/" + femi + "/readings").<List<?>>path("items"))
        .hasSize(3);

    registry.undoMerge(twin, femi);
    await("they are two").atMost(PATIENCE).until(() -> words(caller, femi).size() == 1);
    assertThat(title(first)).isEqualTo("Words about Femi");
    assertThat(caller.get("/v1/meetings/people/" + femi + "/readings").<List<?>>path("items"))
        .hasSize(1);
    assertThat(Caller.as("admin").get(record(twin)).<List<String>>path("words.words"))
        .containsExactlyInAnyOrder("Words about the twin", "I am no twin");
  }

  private static List<String> words(Caller caller, UUID person) {
    var read = caller.get(record(person));
    return read.statusCode() == 200 ? read.path("words.words") : List.of();
  }

  @Test
  void of_somebody_erased_no_word_is_found_anywhere_and_the_meeting_is_still_read()
      throws SQLException {
    String canary = "CanaryTitle" + UUID.randomUUID();
    String view = "CanaryView" + UUID.randomUUID();
    try (var canaries = Canaries.of(canary, view)) {
      var meeting = meeting(canary, tamsin);
      var administrator = Caller.as("admin");
      var held = administrator.get(record(tamsin));
      assertThat(held.<List<String>>path("words.words")).containsExactly(canary);
      String ref = held.path("words[0].wordsRef");
      var person = "/v1/meetings/people/" + tamsin;
      assertThat(
              Caller.as("tamsin.orrell")
                  .post(
                      person + "/words/" + ref + "/counter-statements",
                      "{\"words\":\"%s\"}".formatted(view))
                  .statusCode())
          .isEqualTo(200);
      assertThat(Caller.as("tamsin.orrell").get(person + "/readings").<List<?>>path("items"))
          .hasSize(1);
      // One line at least is logged while words are about.
      assertThat(Caller.as("colm.ashgrove").post(meeting + "/items", "{}").statusCode())
          .isEqualTo(403);

      registry.erased(tamsin);
      registry.erased(tamsin);
      await("erased")
          .atMost(PATIENCE)
          .until(() -> count("SubjectErased", tamsin) == 1 && title(meeting) == null);

      assertThat(nadia().get(meeting).<Map<String, Object>>path("items[0]"))
          .containsEntry("topic", "estates");
      var left = administrator.get(record(tamsin));
      assertThat(left.<List<?>>path("words")).isEmpty();
      assertThat(left.<List<String>>path("mentions.items.type"))
          .contains("CounterStatementAdded", "SubjectErased");
      // Another consumer's part, and a sign-in is remembered for half a second.
      await("the sign-in is forgotten")
          .atMost(PATIENCE)
          .until(() -> {
            String problem = Caller.as("tamsin.orrell").get(record(tamsin)).path("type");
            return problem != null && problem.endsWith("/not-registered");
          });
      var late =
          nadia()
              .post(
                  meeting + "/items",
                  "{\"title\":\"%s\",\"topic\":\"estates\",\"aboutIds\":[\"%s\"]}"
                      .formatted(canary, tamsin));
      assertThat(late.statusCode()).isEqualTo(409);
      assertThat(late.<String>path("type")).endsWith("/person-erased");
      assertThat(count("SubjectErased", tamsin)).as("heard twice, answered once").isEqualTo(1);
      assertNowhere(canaries);
    }
  }

  private int count(String type, UUID person) throws SQLException {
    try (var connection = rows.getConnection();
        var select =
            connection.prepareStatement(
                "select count(*) from event where type = ? and payload ->> 'personId' = ?")) {
      select.setString(1, type);
      select.setString(2, person.toString());
      var row = select.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }

  private void assertNowhere(Canaries canaries) throws SQLException {
    for (var database : List.of(rows, keys)) {
      try (var connection = database.getConnection()) {
        var search = canaries.inTables(connection);
        assertThat(search.places()).isPositive();
        assertThat(search.found()).isEmpty();
      }
    }
    var topics = canaries.inTopics(List.of(setting("onevoice.log.topic")));
    assertThat(topics.places()).isPositive();
    assertThat(topics.found()).isEmpty();
    assertThat(canaries.inLogs().places()).isPositive();
    assertThat(canaries.inLogs().found()).isEmpty();
  }

  @Test
  void an_export_is_made_ready_once_however_often_it_is_asked_for() {
    var export = UUID.randomUUID().toString();
    for (int times = 0; times < 2; times++) {
      registry.tell(
          "rights-" + owen,
          "ExportRequested",
          Map.of("personId", owen.toString(), "exportId", export, "due", "2027-01-31"));
    }
    // Heard after the two: then both have been.
    var marker = UUID.randomUUID();
    registry.tell(
        "rights-" + owen,
        "ExportRequested",
        Map.of("personId", owen.toString(), "exportId", marker.toString(), "due", "2027-01-31"));
    await("both are ready").atMost(PATIENCE).until(() -> count("ExportReady", owen) == 2);
  }

  @Test
  void titles_of_the_table_of_before_are_read_from_the_vault_after_the_move() throws SQLException {
    var meeting = meeting("A title of before", UUID.randomUUID());
    try (var connection = rows.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          insert into item_title (title_ref, meeting_id, title)
          select entry.ref, '%s', 'A title of before' from vault_entry entry
          where entry.stream = 'meeting-%1$s'\
          """
              .formatted(meeting.substring(meeting.lastIndexOf('/') + 1)));
      statement.executeUpdate(
          "delete from vault_entry where stream = 'meeting-%s'"
              .formatted(meeting.substring(meeting.lastIndexOf('/') + 1)));
      assertThat(title(meeting)).isNull();
      // Of yesterday, and of no event.
      statement.executeUpdate(
          """
          insert into item_title (title_ref, meeting_id, title)
          values ('0190f1c8-0000-7000-8000-000000000001', gen_random_uuid(), 'An orphan')\
          """);

      assertThat(before.move()).isEqualTo(1);
      assertThat(before.move()).isZero();

      assertThat(title(meeting)).isEqualTo("A title of before");
      try (var left = statement.executeQuery("select count(*) from item_title")) {
        left.next();
        assertThat(left.getInt(1)).isZero();
      }
    }
  }
}
