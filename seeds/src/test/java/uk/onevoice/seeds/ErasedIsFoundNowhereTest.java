package uk.onevoice.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.seeds.Caller.Done;
import uk.onevoice.testkit.stack.Canaries;
import uk.onevoice.testkit.stack.RunningStack;

/**
 * Somebody is forgotten. Whatever was typed about her, in whichever service, begins with a word
 * that is nowhere else; after the erasure it is looked for everywhere. What was typed about
 * somebody else is still read, and a name that everybody may know is still found by the same
 * search.
 */
class ErasedIsFoundNowhereTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** Lower case, so that an index which folds case has it too. */
  private static final String WREN = "zqxwren";

  private static final String LOUD = "ZQXWREN";
  private static final String TELEPHONE = "+44 1632 960774";
  private static final String KEPT = "zqxkept";
  private static final String LABEL = "Marl Valley GP Federation";
  private static final String LONG_AGO = "2026-01-01";
  private static final List<String> RECORDS =
      List.of(
          "/v1/people", "/v1/relationships/people", "/v1/meetings/people", "/v1/mandates/people");

  private final WholeSystem system = Wyvern.system();
  private final Caller admin = Wyvern.as("admin");
  private final Caller leader = Wyvern.as("nadia.velloso");
  private final Caller supporter = Wyvern.as("colm.ashgrove");
  private final Place tarrowCoast = Place.of("Tarrow Coast", "grace.ndukwe-hale");
  private final Caller grace = tarrowCoast.caller();

  private final String wren = register(WREN + " firstname");
  private final String twin = register(WREN + " twin familyname");
  private final String other = register(KEPT + " name");

  /** Where words about her are read, and by whom; afterwards they must not be. */
  private final Map<String, Caller> readings = new LinkedHashMap<>();

  private String register(String name) {
    return admin.postTwice("/v1/people", Map.of("name", name)).id("personId");
  }

  @Test
  void of_somebody_erased_no_word_is_left_and_everything_else_is() throws Exception {
    try (Canaries said = Canaries.of(WREN, TELEPHONE)) {
      names();
      roles();
      String group = interests();
      String meeting = meeting();
      String slot = relationship();
      requests();
      refusals(meeting);
      String export = export();
      merge();
      readings.put("/v1/groups/" + group + "/interests", supporter);
      readings.put("/v1/meetings/" + meeting, grace);
      read();
      assertThat(keys("organisations", wren)).isOne();
      assertThat(keys("meetings", wren)).isOne();

      Done erased = eraseWhileOneServiceIsDown();

      assertNoAnswerHas(group, meeting, slot, export);
      assertNothingIsWrittenAgain(meeting);
      assertNowhere();
      assertThat(said.inLogs().found()).as("said by the router").isEmpty();
      assertOthersAreAsBefore(meeting);
      assertViewsCompute(erased, group);
    }
  }

  private void names() {
    String path = "/v1/people/" + wren;
    admin.postTwice(path + "/names", Map.of("name", WREN + " familyname"));
    admin.postTwice(
        path + "/contact",
        Map.of("email", WREN + "@surgery.example", "telephone", TELEPHONE, "shown", true));
    admin.post(
        "/v1/people/" + twin + "/contact",
        Map.of("email", WREN + ".twin@surgery.example", "shown", false));
    admin.post(
        "/v1/people/" + other + "/contact",
        Map.of("email", KEPT + "@surgery.example", "shown", true));
  }

  private void roles() {
    appoint(wren, "PCN_CLINICAL_DIRECTOR", "WYVN0003");
    appoint(wren, "LMC_OFFICER", Wyvern.body("grace.ndukwe-hale", "LMC_OFFICER"));
    appoint(twin, "PCN_MANAGER", "WYVN0003");
    String role = appoint(wren, "PCN_MANAGER", "WYVN0004");
    admin.postTwice(
        "/v1/people/" + wren + "/roles/" + role + "/handover",
        Map.of("successorId", other, "on", Wyvern.today().toString()));
    readings.put("/v1/people/" + wren, admin);
    readings.put("/v1/people?query=" + WREN, admin);
    readings.put("/v1/people?limit=200", admin);
    readings.put("/v1/organisations/WYVN0003/role-holders", admin);
  }

  private String appoint(String person, String role, String organisation) {
    return admin
        .post(
            "/v1/people/" + person + "/roles",
            Map.of("role", role, "organisationId", organisation, "start", LONG_AGO))
        .id("roleHoldingId");
  }

  /** She sits for her network in the group of her place. */
  private String interests() {
    String group =
        leader
            .get("/v1/groups?placeId=" + Wyvern.place("Marl Valley"))
            .at("/items/0/groupId")
            .asText();
    String path = "/v1/groups/" + group;
    await("she sits").atMost(PATIENCE).until(() -> !seat(path).isEmpty());
    String interest =
        supporter
            .postTwice(
                path + "/interests",
                Map.of(
                    "seatId",
                    seat(path),
                    "kind",
                    "FINANCIAL",
                    "start",
                    LONG_AGO,
                    "words",
                    WREN + " owns a pharmacy"))
            .id("interestId");
    supporter.post(
        path + "/interests/" + interest + "/correction",
        Map.of("kind", "FINANCIAL", "start", LONG_AGO, "words", WREN + " owns two pharmacies"));
    return group;
  }

  private String seat(String group) {
    for (JsonNode seat : leader.get(group + "/seats?limit=200").path("items")) {
      if (seat.at("/holder/personId").asText().equals(wren)
          && seat.path("role").asText().equals("PCN_CLINICAL_DIRECTOR")) {
        return seat.required("seatId").asText();
      }
    }
    return "";
  }

  private String meeting() {
    String meeting = tarrowCoast.meeting("Tarrow Coast place board");
    String items = "/v1/meetings/" + meeting + "/items";
    grace.postTwice(items, item(WREN + " leaves her post", wren));
    grace.post(items, item(WREN + " under her other record", twin));
    grace.post(items, item(WREN + " and " + KEPT + " both", wren, other));
    grace.post(items, item(KEPT + " alone", other));
    String path = wordsOf("/v1/meetings/people", WREN + " leaves her post");
    admin.postTwice(path + "/counter-statements", Map.of("words", WREN + " sees it otherwise"));
    admin.post(path + "/rectification", Map.of("words", WREN + " stays in her post"));
    grace.postSoon(
        "/v1/meetings/" + meeting + "/attendances",
        Map.of("personId", wren, "capacity", "OBSERVER"));
    return meeting;
  }

  private static Map<String, ?> item(String title, String... about) {
    return Map.of("title", title, "topic", "same-day-care", "aboutIds", List.of(about));
  }

  private JsonNode words(String service, String person) {
    return admin.get(service + "/" + person + "/record?why=CORRECTION").path("words");
  }

  /** Where these words about her can be corrected and answered. */
  private String wordsOf(String service, String said) {
    for (JsonNode entry : words(service, wren)) {
      if (entry.path("words").asText().equals(said)) {
        return service + "/" + wren + "/words/" + entry.required("wordsRef").asText();
      }
    }
    throw new AssertionError("Not in the record of " + service + ": " + said);
  }

  private String relationship() {
    String slot = tarrowCoast.slot("MENTAL_HEALTH", "WYVT0003");
    grace.postSoon(
        "/v1/relationships/slots/" + slot + "/holders",
        Map.of("holderId", wren, "actingFor", Wyvern.body("grace.ndukwe-hale", "LMC_OFFICER")));
    return slot;
  }

  private void requests() {
    String path = "/v1/people/" + wren;
    admin.postTwice(
        path + "/requests", Map.of("right", "CORRECTION", "words", WREN + " asks for an accent"));
    admin.post(
        "/v1/people/" + twin + "/requests",
        Map.of("right", "ERASURE", "words", WREN + " asks to be forgotten"));
    String words = wordsOf("/v1/people", WREN + " asks for an accent");
    admin.post(words + "/counter-statements", Map.of("words", WREN + " adds her view"));
    admin.post(words + "/rectification", Map.of("words", WREN + " asks for two accents"));
    readings.put(path + "/rights", admin);
  }

  /** What is refused is neither kept nor said again. */
  private void refusals(String meeting) {
    String people = "/v1/people/" + wren;
    String items = "/v1/meetings/" + meeting + "/items";
    List<String> answers =
        List.of(
            admin.postRefused(
                people + "/contact",
                Map.of("email", WREN + " no address", "shown", true),
                "invalid-request"),
            admin.postRefused(
                people + "/requests", Map.of("right", LOUD, "words", WREN), "invalid-request"),
            admin.postRefused(
                people + "/names", Map.of("name", WREN + "\tname"), "invalid-request"),
            admin.postBroken(people + "/names", "{\"name\": \"" + WREN + " name"),
            admin.postBroken(people + "/names", "{\"name\": {\"" + WREN + "\": 1}}"),
            grace.postBroken(items, "{\"title\": " + WREN + ", \"topic\": 1}"),
            grace.postRefused(items, item(WREN.repeat(20), wren), "invalid-request"),
            grace.postRefused(items, Map.of("title", WREN, "topic", LOUD), "invalid-request"),
            Wyvern.as("femi.larkspur")
                .postRefused(people + "/names", Map.of("name", WREN + " name"), "not-allowed"),
            admin.answer("/v1/meetings?after=" + WREN),
            grace.answer("/v1/people?role=" + WREN),
            grace.answer("/v1/organisations/" + WREN));
    assertThat(answers).allSatisfy(ErasedIsFoundNowhereTest::assertHasNot);
  }

  private String export() {
    String export =
        "/v1/people/"
            + wren
            + "/exports/"
            + admin.postTwice("/v1/people/" + wren + "/exports", Map.of()).id("exportId");
    awaitAll("have gathered", export);
    for (JsonNode part : admin.get(export).path("services")) {
      if (List.of("organisations", "meetings").contains(part.path("service").asText())) {
        readings.put(part.path("href").asText(), admin);
      } else {
        assertThat(admin.get(part.path("href").asText()).path("words")).isEmpty();
      }
    }
    return export;
  }

  private void awaitAll(String done, String path) {
    await("all four " + done)
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(outstanding(path)).isEmpty());
  }

  private List<String> outstanding(String path) {
    JsonNode services = admin.get(path).path("services");
    assertThat(services).hasSize(4);
    List<String> outstanding = new ArrayList<>();
    for (JsonNode service : services) {
      if (service.required("at").isNull()) {
        outstanding.add(service.required("service").asText());
      }
    }
    return outstanding;
  }

  private void merge() {
    assertThat(
            admin
                .get("/v1/people/" + wren + "/duplicates")
                .path("items")
                .findValuesAsText("personId"))
        .contains(twin);
    admin.postTwice("/v1/people/" + twin + "/merge", Map.of("into", wren));
    readings.put("/v1/people/" + twin, admin);
  }

  /** First of all: what will be looked for is there. */
  private void read() {
    readings.forEach((path, reader) -> assertThat(reader.answer(path)).as(path).contains(WREN));
    assertThat(grace.answer("/v1/people/" + wren))
        .contains(WREN + " familyname", WREN + "@surgery.example", TELEPHONE);
    assertThat(words("/v1/people", wren).findValuesAsText("words"))
        .contains(WREN + " asks for two accents", WREN + " adds her view")
        .contains(WREN + " owns two pharmacies");
    assertThat(words("/v1/meetings/people", wren).findValuesAsText("words"))
        .contains(WREN + " stays in her post", WREN + " sees it otherwise")
        .contains(WREN + " and " + KEPT + " both");
  }

  private Done eraseWhileOneServiceIsDown() {
    String erasure = "/v1/people/" + wren + "/erasure";
    system.stop("mandates");
    Done erased;
    try {
      erased = admin.postTwice(erasure, Map.of());
      await("the other three have erased")
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(outstanding(erasure)).containsExactly("mandates"));
      assertThat(admin.get("/v1/people/" + wren + "/rights").at("/erasure/services").toString())
          .contains("{\"service\":\"mandates\",\"at\":null}");
    } finally {
      system.restart("mandates");
    }
    awaitAll("have erased her", erasure);
    awaitAll("have erased her other record", "/v1/people/" + twin + "/erasure");
    return erased;
  }

  private void assertNoAnswerHas(String group, String meeting, String slot, String export) {
    List<String> paths = new ArrayList<>(readings.keySet());
    paths.add(export);
    paths.add("/v1/people/requests?limit=200");
    for (String person : List.of(wren, twin)) {
      for (String service : RECORDS) {
        paths.add(service + "/" + person + "/record");
        paths.add(service + "/" + person + "/readings");
      }
      for (String about : List.of("/rights", "/erasure", "/history", "/duplicates")) {
        paths.add("/v1/people/" + person + about);
      }
    }
    for (String about : List.of("", "/seats", "/interests", "/history", "/conflicts")) {
      paths.add("/v1/groups/" + group + about);
    }
    paths.add("/v1/meetings?placeId=" + tarrowCoast.id());
    paths.add("/v1/relationships/slots/" + slot);
    paths.add("/v1/people/" + other);
    paths.add("/v1/search?query=" + WREN);
    paths.add("/fhir/Organization?name=" + LABEL.replace(" ", "%20"));
    paths.add("/fhir/OrganizationAffiliation/_history");
    for (Caller caller : List.of(admin, leader, supporter, grace, Wyvern.as("icb-client"))) {
      for (String path : paths) {
        assertThat(caller.answer(path)).as(path).satisfies(ErasedIsFoundNowhereTest::assertHasNot);
      }
    }
    for (String service : RECORDS) {
      assertThat(words(service, wren)).as(service).isEmpty();
      assertThat(words(service, twin)).as(service).isEmpty();
    }
  }

  private void assertNothingIsWrittenAgain(String meeting) {
    assertHasNot(
        grace.postRefused(
            "/v1/meetings/" + meeting + "/items",
            item(WREN + " comes back", wren),
            "person-erased"));
    assertHasNot(
        admin.postRefused(
            "/v1/people/" + wren + "/requests",
            Map.of("right", "ERASURE", "words", WREN + " asks again"),
            "person-erased"));
  }

  private static void assertHasNot(String answer) {
    assertThat(answer).doesNotContainIgnoringCase(WREN).doesNotContain(TELEPHONE);
  }

  private void assertNowhere() throws SQLException, IOException {
    Everywhere hers = new Everywhere(system, WREN, LOUD, TELEPHONE, "441632960774");
    assertThat(hers.inTables()).isEmpty();
    assertThat(hers.inTopics()).isEmpty();
    assertThat(hers.inLogs()).isEmpty();
    assertThat(hers.onDisk()).isEmpty();
    for (String writer : List.of("organisations", "relationships", "meetings", "mandates")) {
      for (String person : List.of(wren, twin)) {
        assertThat(keys(writer, person)).as("keys of %s", writer).isZero();
        assertThat(count(writer, "select count(*) from vault_about where subject = ?", person))
            .as("entries of %s", writer)
            .isZero();
      }
    }
  }

  private int keys(String writer, String person) throws SQLException {
    return count(
        WholeSystem.keys(writer), "select count(*) from vault_key where subject = ?", person);
  }

  private int count(String database, String select, String person) throws SQLException {
    try (Connection connection =
            RunningStack.get().superuser(system.databases().get(database).name());
        PreparedStatement statement = connection.prepareStatement(select)) {
      statement.setObject(1, UUID.fromString(person));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /** The same search finds what it should; and what was typed about another is sealed, and read. */
  private void assertOthersAreAsBefore(String meeting) throws SQLException, IOException {
    Everywhere label = new Everywhere(system, LABEL);
    assertThat(label.inTables())
        .anySatisfy(where -> assertThat(where).startsWith("organisations, public.event"))
        .anySatisfy(where -> assertThat(where).startsWith("projection, "));
    assertThat(label.inTopics()).isNotEmpty();
    assertThat(label.onDisk()).isNotEmpty();
    assertThat(new Everywhere(system, "organisations").inLogs()).isNotEmpty();

    assertThat(new Everywhere(system, KEPT).inTables()).isEmpty();
    assertThat(keys("organisations", other)).isOne();
    assertThat(keys("meetings", other)).isOne();
    assertThat(admin.answer("/v1/people/" + other))
        .contains(KEPT + " name", KEPT + "@surgery.example");
    assertThat(admin.answer("/v1/people?query=" + KEPT)).contains(other);
    assertThat(grace.get("/v1/meetings/" + meeting).path("items").findValuesAsText("title"))
        .containsExactly("null", "null", "null", KEPT + " alone");
  }

  private void assertViewsCompute(Done erased, String group) throws SQLException {
    JsonNode ics = grace.get("/v1/ics/" + Wyvern.ICB + "/structure", erased.position());
    assertThat(ics.path("practicesInFederation").asInt()).isEqualTo(104);
    for (String place : List.of("Marl Valley", "Tarrow Coast", "Wyvern City")) {
      JsonNode measures =
          grace
              .get("/v1/places/" + Wyvern.place(place) + "/representation", erased.position())
              .path("measures");
      assertThat(measures.fieldNames()).toIterable().contains("M1", "M2", "M7");
    }
    assertThat(leader.get("/v1/groups/" + group).path("vacant").asInt()).isEqualTo(9);
    Everywhere parked = new Everywhere(system);
    for (String table : List.of("parked_stream", "parked_message")) {
      await(table)
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(parked.rowsOf(table)).hasSizeGreaterThanOrEqualTo(5).containsOnly(0L));
    }
  }
}
