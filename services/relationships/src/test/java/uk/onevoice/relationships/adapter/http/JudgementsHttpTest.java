package uk.onevoice.relationships.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.onevoice.relationships.adapter.http.MarlValley.FEDERATION;
import static uk.onevoice.relationships.adapter.http.MarlValley.VALLEY;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.directory.Directory;
import uk.onevoice.testkit.stack.ServiceUnderTest;
import uk.onevoice.vault.Subject;
import uk.onevoice.vault.Vault;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "relationships"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JudgementsHttpTest {
  private static final String PATH = "/v1/relationships/slots";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  /** Typed into every field there is, and found nowhere else. */
  private static final String CANARY = "Zeisig-" + UUID.randomUUID();

  private static final List<String> OTHERS =
      List.of("owen.tallant", "femi.larkspur", "grace.ndukwe-hale", "rowan.pike", "colm.ashgrove");

  @Inject Directory directory;
  @Inject Vault vault;
  @Inject DataSource database;

  @BeforeAll
  void who_is_who() {
    MarlValley.isKnownTo(directory);
  }

  @Test
  void a_team_judges_somebody_and_the_strength_of_the_slot_follows() throws Exception {
    Team team = team();
    Response openness = team.judges("OPEN", "OPINION", "Willing when the ask is exact");
    assertThat(openness.statusCode()).as(openness.asString()).isEqualTo(201);
    assertThat(team.strength()).isEqualTo("UNKNOWN");
    team.judges("YES", "FACT", "Changed the clinic letter");
    assertThat(team.strength()).isEqualTo("NONE");
    String called = team.shows("CALL", TODAY).path("evidenceRef");
    assertThat(team.strength()).isEqualTo("SOME");
    team.shows("LINK", TODAY.minusDays(30));
    assertThat(team.strength()).isEqualTo("STRONG");
    assertThat(classes(team.id())).containsExactly("NONE", "SOME", "STRONG");

    var read = nadia().get(team.slot() + "/judgements").jsonPath();
    assertThat(read.<String>getList("judgements.verdict")).containsExactlyInAnyOrder("OPEN", "YES");
    assertThat(read.getMap("judgements.find { it.axis == 'OPENNESS' }"))
        .containsEntry("counterpartRef", team.pellow())
        .containsEntry("basis", "OPINION")
        .containsEntry("words", "Willing when the ask is exact")
        .containsEntry("authorId", MarlValley.nadia().toString())
        .containsEntry("on", TODAY.toString())
        .containsEntry("until", TODAY.plusMonths(6).toString())
        .containsEntry("stands", true);
    assertThat(read.<String>getList("tests.test")).containsExactly("CALL", "LINK");

    // A newer one of the same question takes its place; the other question is left alone.
    String depends = team.judges("DEPENDS", "OPINION", "Since the budget").path("assessmentRef");
    assertThat(team.standing()).containsExactlyInAnyOrder("DEPENDS", "YES");
    String withdrawal = team.slot() + "/judgements/" + depends + "/withdrawal";
    done(nadia().post(team.slot() + "/team", member(MarlValley.owen())));
    problem(owen().post(withdrawal, ""), 409, "not-its-author");
    done(nadia().post(withdrawal, ""));
    done(nadia().post(withdrawal, ""));
    assertThat(team.standing()).containsExactlyInAnyOrder("OPEN", "YES");
    assertThat(owen().get(team.slot() + "/judgements").asString()).doesNotContain("budget");

    String evidence = team.slot() + "/tests/" + called + "/withdrawal";
    done(owen().post(evidence, ""));
    problem(owen().post(evidence, ""), 409, "no-such-test");
    assertThat(team.strength()).isEqualTo("SOME");
  }

  @Test
  void what_cannot_be_judged_is_refused_with_the_field() {
    Team team = team();
    String late = "\"until\": \"%s\"".formatted(TODAY.plusMonths(12).plusDays(1));
    Response refused =
        nadia().post(team.slot() + "/judgements", team.judgement("OPEN", "OPINION", "x", late));
    problem(refused, 422, "judgement-ends-out-of-bounds");
    assertThat(refused.jsonPath().getList("violations.pointer")).containsExactly("/until");
    problem(team.judges("OPEN", "OPINION", " "), 400, "invalid-request");
    problem(team.judges("BEST", "OPINION", "x"), 400, "invalid-request");
    problem(
        nadia()
            .post(
                team.slot() + "/judgements",
                team.judgement("OPEN", "OPINION", "x", "\"strength\": \"STRONG\"")),
        400,
        "invalid-request");
    problem(
        nadia()
            .post(
                team.slot() + "/judgements",
                team.judgement("OPEN", "OPINION", "x", null)
                    .replace(team.pellow(), UUID.randomUUID().toString())),
        422,
        "counterpart-not-in-slot");
    problem(team.shows("ALLY", TODAY.plusDays(1)), 422, "day-in-the-future");
    problem(team.shows("ALLY", TODAY.minusDays(366)), 422, "test-too-long-ago");
  }

  @Test
  void the_class_follows_when_a_relationship_ends_and_when_words_are_hidden() {
    Team team = team();
    team.judges("YES", "FACT", "Changed the clinic letter");
    team.shows("CALL", TODAY);
    team.shows("ALLY", TODAY);
    assertThat(team.strength()).isEqualTo("STRONG");
    UUID registered = UUID.randomUUID();
    done(
        Caller.as("admin")
            .post(team.slot() + "/counterparts/" + team.pellow() + "/link", member(registered)));
    var subject = new Subject(registered);
    vault.restrict(subject);
    assertThat(nadia().get(team.slot() + "/judgements").asString()).doesNotContain("clinic");
    await().until(() -> team.strength().equals("SOME"));
    vault.release(subject);
    await().until(() -> team.strength().equals("STRONG"));
    done(owenJoins(team));
    done(
        nadia()
            .post(
                team.slot() + "/closings",
                "{\"relationshipId\": \"%s\", \"on\": \"%s\"}"
                    .formatted(team.relationship(), TODAY)));
    await().until(() -> owen().get(team.slot() + "/judgements").path("strength").equals("UNKNOWN"));
  }

  @Test
  void who_holds_the_slot_later_reads_facts_and_no_opinion_of_before() {
    Team team = team();
    team.judges("OPEN", "OPINION", "Willing when the ask is exact");
    team.judges("YES", "FACT", "Changed the clinic letter");
    // Nobody let Owen in: he holds it beside Nadia because he leads there too.
    created(
        owen()
            .post(
                team.slot() + "/holders",
                "{\"holderId\": \"%s\", \"actingFor\": \"%s\"}"
                    .formatted(MarlValley.owen(), MarlValley.NETWORK)));
    done(owenJoins(team));
    assertThat(owen().get(team.slot() + "/judgements").jsonPath().getList("judgements.words"))
        .containsExactly("Changed the clinic letter");
    assertThat(owen().get(team.slot() + "/candidates").jsonPath().getList("people.group"))
        .doesNotContain("OPEN_AND_CAN");
    team.judges("DEPENDS", "OPINION", "Since the budget");
    assertThat(owen().get(team.slot() + "/judgements").jsonPath().getList("judgements.words"))
        .containsExactlyInAnyOrder("Changed the clinic letter", "Since the budget");
    assertThat(nadia().get(team.slot() + "/judgements").jsonPath().getList("judgements.words"))
        .hasSize(3);
  }

  @Test
  void who_is_judged_reads_it_answers_it_and_can_have_it_erased() {
    Team team = team();
    String judgement = team.judges("DEPENDS", "OPINION", "Slow to answer").path("assessmentRef");
    team.shows("CALL", TODAY);
    UUID registered = UUID.randomUUID();
    Caller admin = Caller.as("admin");
    done(admin.post(team.slot() + "/counterparts/" + team.pellow() + "/link", member(registered)));
    String record = "/v1/relationships/people/" + registered;
    List<String> words = admin.get(record + "/record").jsonPath().getList("words.words");
    assertThat(words)
        .contains("Slow to answer", "Answered the same day")
        .anyMatch(sentence ->
            sentence.startsWith("How open to working with general practice: depends. Opinion."));
    // Who wrote it finds it in their own record too.
    assertThat(
            nadia()
                .get("/v1/relationships/people/" + MarlValley.nadia() + "/record")
                .jsonPath()
                .<String>getList("words.words"))
        .contains("Slow to answer");
    assertThat(
            admin
                .post(
                    record + "/words/" + judgement + "/counter-statements",
                    "{\"words\": \"I answer within a week\"}")
                .statusCode())
        .isEqualTo(200);
    assertThat(
            nadia()
                .get(team.slot() + "/judgements")
                .jsonPath()
                .getString("judgements[0].views[0].words"))
        .isEqualTo("I answer within a week");

    vault.erase(new Subject(registered));
    var read = nadia().get(team.slot() + "/judgements").jsonPath();
    assertThat(read.getList("judgements")).isEmpty();
    assertThat(read.getMap("tests[0]"))
        .containsEntry("evidence", null)
        .containsEntry("test", "CALL");
    assertThat(team.strength()).isEqualTo("SOME");
    assertThat(nadia().get(team.slot() + "/candidates").jsonPath().getList("people")).isEmpty();
  }

  @Test
  void candidates_are_compared_and_doors_are_opened() {
    Team team = team();
    String oakensea = team.knows("Martin Oakensea", "Chief operating officer");
    String nurse = team.knows("The chief nurse", "Chief nurse");
    team.judges("OPEN", "OPINION", "Willing");
    team.judges("YES", "FACT", "Changed the letter");
    done(
        nadia()
            .post(
                team.slot() + "/relationships/" + team.relationship() + "/counterparts",
                "{\"counterpartRef\": \"%s\"}".formatted(oakensea)));
    String candidate =
        "{\"counterpartRef\": \"%s\", \"recommendation\": \"Rowan, for the wards\"}"
            .formatted(nurse);
    created(nadia().post(team.slot() + "/candidates", candidate));
    problem(nadia().post(team.slot() + "/candidates", candidate), 409, "already-a-candidate");
    created(nadia().post(team.slot() + "/acquaintances", acquainted(team.pellow(), nurse)));
    String known =
        created(nadia().post(team.slot() + "/acquaintances", acquainted(nurse, oakensea)))
            .path("acquaintanceRef");
    var ways = nadia().get(team.slot() + "/ways?to=" + nurse).jsonPath();
    assertThat(ways.<List<String>>getList("ways.through"))
        .containsExactlyInAnyOrder(List.of(team.pellow()), List.of(oakensea));
    assertThat(ways.getString("ways[0].knownFrom")).isEqualTo("Trust board");
    done(nadia().post(team.slot() + "/acquaintances/" + known + "/withdrawal", ""));
    assertThat(nadia().get(team.slot() + "/ways?to=" + nurse).jsonPath().getList("ways"))
        .hasSize(1);

    String asked =
        created(
                nadia()
                    .post(
                        team.slot() + "/introductions",
                        "{\"candidateRef\": \"%s\", \"throughRef\": \"%s\", \"on\": \"%s\"}"
                            .formatted(nurse, team.pellow(), TODAY)))
            .path("introductionId");
    done(
        nadia()
            .post(
                team.slot() + "/introductions/" + asked + "/settlement",
                "{\"made\": true, \"on\": \"%s\"}".formatted(TODAY)));
    String plan =
        created(
                nadia()
                    .post(
                        team.slot() + "/persuasions",
                        "{\"allyRef\": \"%s\", \"colleagueRef\": \"%s\"}"
                            .formatted(team.pellow(), oakensea)))
            .path("persuasionId");
    done(
        nadia()
            .post(
                team.slot() + "/persuasions/" + plan + "/progress", "{\"progress\": \"SPOKEN\"}"));

    var read = nadia().get(team.slot() + "/candidates").jsonPath();
    assertThat(read.<String>getList("people.name"))
        .containsExactly("Dr Sunita Pellow", "Martin Oakensea", "The chief nurse");
    assertThat(read.<String>getList("people.group"))
        .containsExactly("OPEN_AND_CAN", "NOT_KNOWN", "NOT_KNOWN");
    assertThat(read.<Boolean>getList("people.inTouch")).containsExactly(true, true, false);
    assertThat(read.getMap("people[2]"))
        .containsEntry("candidateSince", TODAY.toString())
        .containsEntry("recommendation", "Rowan, for the wards");
    assertThat(read.getMap("introductions[0]"))
        .containsEntry("made", true)
        .containsEntry("settledOn", TODAY.toString());
    assertThat(read.getString("persuasions[0].progress")).isEqualTo("SPOKEN");
    assertThat(read.getList("acquaintances")).hasSize(1);
    done(nadia().post(team.slot() + "/candidates/" + nurse + "/setting-aside", ""));
    assertThat(nadia().get(team.slot() + "/candidates").jsonPath().getMap("people[2]"))
        .containsEntry("candidateSince", null)
        .containsEntry("recommendation", null);
  }

  @Test
  void nothing_that_is_typed_reaches_anybody_but_the_team() throws Exception {
    var logged = new ConcurrentLinkedQueue<String>();
    Handler listener = listener(logged);
    Logger root = Logger.getLogger("");
    root.addHandler(listener);
    try {
      Team team = team();
      String other = team.knows(CANARY + " name", CANARY + " role");
      team.judges("CLOSED", "OPINION", CANARY + " judgement");
      created(
          nadia()
              .post(
                  team.slot() + "/tests",
                  team.test("CALL", TODAY).replace("Answered the same day", CANARY + " evidence")));
      created(
          nadia()
              .post(
                  team.slot() + "/candidates",
                  "{\"counterpartRef\": \"%s\", \"recommendation\": \"%s\"}"
                      .formatted(other, CANARY)));
      created(
          nadia()
              .post(
                  team.slot() + "/acquaintances",
                  acquainted(team.pellow(), other).replace("Trust board", CANARY)));
      // Refused with the words in the body.
      problem(team.judges("BEST", "OPINION", CANARY), 400, "invalid-request");

      List<Response> answers = new ArrayList<>();
      for (String who : OTHERS) {
        for (String part : List.of("", "/judgements", "/candidates", "/ways?to=" + other)) {
          answers.add(Caller.as(who).get(team.slot() + part));
        }
        answers.add(Caller.as(who).get(PATH + "?placeId=" + VALLEY));
      }
      for (String system : List.of("icb-client", "partner-client")) {
        for (String part : List.of("", "/judgements", "/candidates", "/ways?to=" + other)) {
          Response answer = Caller.as(system).get(team.slot() + part);
          assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
          answers.add(answer);
        }
      }
      assertThat(answers)
          .allSatisfy(answer ->
              assertThat(answer.asString() + answer.headers())
                  .doesNotContain(CANARY)
                  .doesNotContain("judgement")
                  .doesNotContain("strength")
                  .doesNotContain("CLOSED")
                  .doesNotContain("assessment"));
      assertThat(count("select count(*) from event where payload::text like ?", CANARY)).isZero();
      assertThat(count("select count(*) from idempotency where body like ?", CANARY)).isZero();
    } finally {
      root.removeHandler(listener);
    }
    assertThat(logged).isNotEmpty().noneMatch(line -> line.contains(CANARY));
  }

  private static Handler listener(ConcurrentLinkedQueue<String> logged) {
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord event) {
            logged.add(event.getLevel() + " " + event.getMessage() + " " + parameters(event));
          }

          @Override
          public void flush() {
            // Nothing is held back.
          }

          @Override
          public void close() {
            // Nothing is open.
          }
        };
    handler.setLevel(Level.ALL);
    return handler;
  }

  private static String parameters(LogRecord event) {
    return Arrays.toString(event.getParameters());
  }

  private int count(String select, String canary) throws SQLException {
    try (var connection = database.getConnection();
        var found = connection.prepareStatement(select)) {
      found.setString(1, "%" + canary + "%");
      try (var row = found.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /** The classes that were said of a slot, each as of its day. */
  private List<String> classes(String slot) throws SQLException {
    try (var connection = database.getConnection();
        var found =
            connection.prepareStatement(
                """
                select payload #>> '{steps,0,strength}' from event
                where type = 'SlotClassed' and payload ->> 'slotId' = ? order by position\
                """)) {
      found.setString(1, slot);
      try (var rows = found.executeQuery()) {
        List<String> said = new ArrayList<>();
        while (rows.next()) {
          said.add(rows.getString(1));
        }
        return said;
      }
    }
  }

  private static Response owenJoins(Team team) {
    return nadia().post(team.slot() + "/team", member(MarlValley.owen()));
  }

  /** A slot that Nadia holds, with one person of the other side. */
  private record Team(String slot, String relationship, String pellow) {
    String id() {
      return slot.substring(PATH.length() + 1);
    }

    Response judges(String verdict, String basis, String words) {
      return nadia().post(slot + "/judgements", judgement(verdict, basis, words, null));
    }

    String judgement(
        String verdict,
        String basis,
        String words,
        @org.jspecify.annotations.Nullable String more) {
      return """
      {"counterpartRef": "%s", "verdict": "%s", "basis": "%s", "words": "%s"%s}\
      """
          .formatted(pellow, verdict, basis, words, more == null ? "" : ", " + more);
    }

    Response shows(String test, LocalDate on) {
      return nadia().post(slot + "/tests", test(test, on));
    }

    String test(String test, LocalDate on) {
      return """
      {"relationshipId": "%s", "test": "%s", "on": "%s", "evidence": "Answered the same day"}\
      """
          .formatted(relationship, test, on);
    }

    String knows(String name, String role) {
      return created(
              nadia()
                  .post(
                      slot + "/counterparts",
                      "{\"name\": \"%s\", \"roleTitle\": \"%s\"}".formatted(name, role)))
          .path("counterpartRef");
    }

    String strength() {
      return nadia().get(slot + "/judgements").path("strength");
    }

    List<String> standing() {
      return nadia()
          .get(slot + "/judgements")
          .jsonPath()
          .<Map<String, Object>>getList("judgements")
          .stream()
          .filter(each -> Boolean.TRUE.equals(each.get("stands")))
          .map(each -> (String) each.get("verdict"))
          .toList();
    }
  }

  private static Team team() {
    String slot =
        PATH
            + "/"
            + created(
                    nadia()
                        .post(
                            PATH,
                            "{\"placeId\": \"%s\", \"kind\": \"ACUTE\", \"organisationId\": \"%s\"}"
                                .formatted(VALLEY, MarlValley.trust())))
                .<String>path("slotId");
    String relationship =
        created(
                nadia()
                    .post(
                        slot + "/holders",
                        "{\"holderId\": \"%s\", \"actingFor\": \"%s\"}"
                            .formatted(MarlValley.nadia(), FEDERATION)))
            .path("relationshipId");
    String pellow = new Team(slot, relationship, "").knows("Dr Sunita Pellow", "Medical director");
    done(
        nadia()
            .post(
                slot + "/relationships/" + relationship + "/counterparts",
                "{\"counterpartRef\": \"%s\"}".formatted(pellow)));
    return new Team(slot, relationship, pellow);
  }

  private static Caller nadia() {
    return Caller.as("nadia.velloso");
  }

  private static Caller owen() {
    return Caller.as("owen.tallant");
  }

  private static String member(UUID person) {
    return "{\"personId\": \"%s\"}".formatted(person);
  }

  private static String acquainted(String one, String other) {
    return "{\"oneRef\": \"%s\", \"otherRef\": \"%s\", \"from\": \"Trust board\"}"
        .formatted(one, other);
  }

  private static Response created(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
    return response;
  }

  private static void done(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(204);
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.jsonPath().getString("type"))
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }
}
