package uk.onevoice.mandates.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.onevoice.mandates.adapter.http.MarlValley.BRACKMOOR;
import static uk.onevoice.mandates.adapter.http.MarlValley.BRACKMOOR_PRACTICES;
import static uk.onevoice.mandates.adapter.http.MarlValley.COMMITTEE;
import static uk.onevoice.mandates.adapter.http.MarlValley.FEDERATION;
import static uk.onevoice.mandates.adapter.http.MarlValley.SALLOW;
import static uk.onevoice.mandates.adapter.http.MarlValley.SALLOW_PRACTICES;
import static uk.onevoice.mandates.adapter.http.MarlValley.SECOND_FEDERATION;
import static uk.onevoice.mandates.adapter.http.MarlValley.SUCCESSOR;
import static uk.onevoice.mandates.adapter.http.MarlValley.VALLEY;
import static uk.onevoice.mandates.adapter.http.MarlValley.VALLEY_PRACTICES;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import uk.onevoice.directory.Directory;
import uk.onevoice.mandates.adapter.store.MandateLog;
import uk.onevoice.mandates.domain.LifeEvent.MandateAtRisk;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** A mandate from its draft to its end, over HTTP, and what happens around it. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "mandates"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MandateWholeHttpTest {
  private static final String DRAFTS = "/v1/mandates/drafts";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private static final LocalDate START = TODAY.minusDays(10);
  private static final LocalDate END = START.plusMonths(12);
  private static final String MAY = "Canary-may: up to 6 rooms, if costs are paid";
  private static final String NEVER = "Canary-never: changes to a practice's contract";

  @Inject Directory directory;
  @Inject MandateLog log;

  @BeforeAll
  void who_is_who() {
    MarlValley.isKnownTo(directory);
  }

  @Test
  void a_mandate_is_drafted_asked_for_granted_accepted_and_in_force() {
    Response drafted = nadia().post(DRAFTS, draft(SALLOW, FEDERATION, "\"practices\": 3"));
    assertThat(drafted.statusCode()).as(drafted.asString()).isEqualTo(201);
    String id = drafted.path("mandateId");
    JsonPath draft = ok(nadia().get(DRAFTS + "/" + id));
    assertThat(draft.getString("state")).isEqualTo("DRAFT");
    assertThat(draft.getList("terms.limits.text")).containsExactly(MAY, NEVER);
    assertThat(ok(nadia().get(DRAFTS + "?placeId=" + SALLOW)).getList("items.mandateId"))
        .contains(id);
    assertThat(femi().get(DRAFTS + "/" + id).statusCode()).isEqualTo(403);
    assertThat(nadia().get(path(id)).statusCode()).isEqualTo(404);

    String revised =
        terms(FEDERATION, "\"practices\": 3, \"patientsPercent\": 60")
            .replace(
                "{\"kind\": \"MAY_AGREE\", \"text\": \"" + MAY + "\"}",
                "{\"kind\": \"MAY_AGREE\", \"limitId\": \""
                    + draft.getString("terms.limits[0].limitId")
                    + "\"}");
    done(nadia().post(DRAFTS + "/" + id + "/revisions", revised));
    done(nadia().post(DRAFTS + "/" + id + "/opening", opened()));
    assertThat(ok(nadia().get(DRAFTS + "/" + id)).getString("state")).isEqualTo("OPENED");

    problem(nadia().post(path(id) + "/activation", ""), 409, "not-accepted");
    problem(Caller.as("owen.tallant").post(path(id) + "/acceptance", ""), 409, "not-the-holder");
    done(nadia().post(path(id) + "/acceptance", ""));
    grant(id, SALLOW_PRACTICES.subList(0, 2));
    problem(nadia().post(path(id) + "/activation", ""), 409, "below-threshold");
    assertThat(ok(nadia().post(path(id) + "/reminders", "{}")).getList("practiceIds"))
        .isEqualTo(SALLOW_PRACTICES.subList(2, 4));
    assertThat(ok(nadia().post(path(id) + "/reminders", "{}")).getList("practiceIds")).isEmpty();
    grant(id, SALLOW_PRACTICES.subList(2, 3));
    done(
        Caller.as("grace.ndukwe-hale")
            .post(path(id) + "/endorsements", "{\"lmcId\": \"" + COMMITTEE + "\"}"));
    done(nadia().post(path(id) + "/activation", ""));

    JsonPath leader = ok(nadia().get(path(id)));
    assertThat(leader.getString("state")).isEqualTo("IN_FORCE");
    assertThat(leader.getBoolean("inForce")).isTrue();
    assertThat(leader.getList("terms.limits.text")).containsExactly(MAY, NEVER);
    assertThat(leader.getInt("terms.threshold.practices")).isEqualTo(3);
    assertThat(leader.getList("silent")).containsExactly(SALLOW_PRACTICES.getLast());
    assertThat(leader.getList("endorsements.lmcId")).containsExactly(COMMITTEE);
    assertThat(leader.getMap("tally"))
        .isEqualTo(
            Map.of(
                "practices", 4,
                "granted", 3,
                "practicesPercent", 75,
                "patients", 10_000,
                "patientsGranted", 9_000,
                "patientsPercent", 90,
                "withoutListSize", 0));
    done(nadia().post(path(id) + "/ending", "{}"));
  }

  @Test
  void limits_and_answers_are_told_to_no_partner_and_no_icb() {
    String id = inForce(SALLOW, SALLOW_PRACTICES.subList(0, 3));
    for (String who : List.of("partner-client", "icb-client", "rowan.pike", "colm.ashgrove")) {
      Caller outside = Caller.as(who);
      String read = outside.get(path(id)).asString();
      assertThat(read).doesNotContain("Canary", "WYVS", "\"granted\"");
      JsonPath seen = JsonPath.from(read);
      assertThat(seen.getString("state")).isEqualTo("IN_FORCE");
      assertThat(seen.getMap(""))
          .containsEntry("counts", null)
          .containsEntry("tally", null)
          .containsEntry("answers", null)
          .containsEntry("silent", null)
          .containsEntry("next", null);
      assertThat(seen.getMap("terms"))
          .containsEntry("limits", null)
          .containsEntry("threshold", null);
      Response agree = outside.get("/v1/who-can-agree?area=" + SALLOW);
      assertThat(agree.asString()).doesNotContain("Canary", "WYVS");
      JsonPath entry = ok(agree).setRootPath("items.find { it.mandateId == '" + id + "' }");
      assertThat(entry.getString("topic")).isEqualTo("community-nursing-care");
      assertThat(entry.getString("validUntil")).isEqualTo(END.minusDays(1).toString());
      assertThat((Object) entry.get("limits")).isNull();
      // It came into force after Monday at six, so how many it binds is not told yet.
      assertThat((Object) entry.get("practices")).isNull();
      assertThat(outside.get(path(id) + "/invocations").statusCode()).isIn(403, 404);
      done(femi().post(path(id) + "/responses", answer(SALLOW_PRACTICES.get(3), "GRANT")));
      assertThat(outside.get(path(id)).asString()).isEqualTo(read);
      done(femi().post(path(id) + "/responses", answer(SALLOW_PRACTICES.get(3), "WITHDRAW")));
    }
    done(nadia().post(path(id) + "/ending", "{}"));
  }

  @Test
  void everybody_asks_who_can_agree_with_or_without_parameters() {
    String id = inForce(SALLOW, SALLOW_PRACTICES.subList(0, 3));
    for (String query :
        List.of(
            "?limit=200",
            "?limit=200&area=WYVICB01",
            "?limit=200&area=" + SALLOW,
            "?limit=200&topic=" + MarlValley.CARE,
            "?limit=200&topic=" + MarlValley.NURSING,
            "?limit=200&topic=community-nursing-care",
            "?limit=200&asOf=" + TODAY)) {
      JsonPath all = ok(nadia().get("/v1/who-can-agree" + query));
      all.setRootPath("items.find { it.mandateId == '" + id + "' }");
      assertThat(all.getInt("practices")).as(query).isEqualTo(3);
      assertThat(all.getInt("ofPractices")).isEqualTo(4);
      assertThat(all.getInt("patientsPercent")).isEqualTo(90);
      assertThat(all.getList("limits.text")).containsExactly(MAY, NEVER);
      assertThat(all.getList("tables")).containsExactly("Marl Valley place board");
      assertThat(all.getBoolean("contested")).isFalse();
    }
    assertThat(
            ok(nadia().get("/v1/who-can-agree?area=" + SALLOW + "&asOf=" + START.minusDays(30)))
                .getList("items"))
        .isEmpty();
    problem(nadia().get("/v1/who-can-agree?asOf=" + TODAY.plusDays(1)), 400, "invalid-request");
    problem(nadia().get("/v1/who-can-agree?area=x"), 400, "invalid-request");
    done(nadia().post(path(id) + "/ending", "{}"));
    assertThat(ok(nadia().get("/v1/who-can-agree?area=" + SALLOW)).getList("items.mandateId"))
        .doesNotContain(id);
  }

  @Test
  void two_holders_of_one_topic_are_contested() {
    String one = inForce(SALLOW, SALLOW_PRACTICES.subList(0, 3));
    String two = asked(SALLOW, SECOND_FEDERATION, "\"practices\": 1");
    grant(two, SALLOW_PRACTICES.subList(3, 4));
    done(Caller.as("tamsin.orrell").post(path(two) + "/acceptance", ""));
    done(nadia().post(path(two) + "/activation", ""));
    // Who speaks knows the limits, wherever they hold their role; who does not, does not.
    JsonPath held = ok(Caller.as("tamsin.orrell").get(path(two)));
    assertThat(held.getList("terms.limits.text")).containsExactly(MAY, NEVER);
    assertThat(held.getList("answers")).isEmpty();
    assertThat(ok(Caller.as("tamsin.orrell").get(path(one))).getMap("terms"))
        .containsEntry("limits", null);
    JsonPath all = ok(Caller.as("partner-client").get("/v1/who-can-agree?area=" + SALLOW));
    for (String id : List.of(one, two)) {
      assertThat(all.getBoolean("items.find { it.mandateId == '" + id + "' }.contested")).isTrue();
      done(nadia().post(path(id) + "/ending", "{}"));
    }
  }

  @Test
  void answers_taken_at_a_meeting_are_recorded_with_their_evidence_all_or_none() {
    String id = asked(SALLOW, FEDERATION, "\"practices\": 3");
    String minutes =
        """
        {"through": "MEETING", "evidence": "Canary-minute of 3 March, item 4", "answers": [
          {"practiceId": "WYVS0001", "answer": "GRANT"},
          {"practiceId": "WYVS0002", "answer": "CONDITIONAL", "words": "Canary-if rooms are paid"},
          {"practiceId": "%s", "answer": "DECLINE"}]}\
        """;
    Response refused = nadia().post(path(id) + "/recorded-answers", minutes.formatted("WYVP0001"));
    problem(refused, 422, "answers-not-recorded");
    assertThat(refused.jsonPath().getList("violations.pointer")).containsExactly("/answers/2");
    assertThat(ok(nadia().get(path(id))).getList("answers")).isEmpty();
    assertThat(
            ok(nadia().post(path(id) + "/recorded-answers", minutes.formatted("WYVS0003")))
                .getInt("recorded"))
        .isEqualTo(3);
    JsonPath read = ok(femi().get(path(id)));
    read.setRootPath("answers.find { it.practiceId == 'WYVS0002' }");
    assertThat(read.getString("through")).isEqualTo("MEETING");
    assertThat(read.getString("words")).isEqualTo("Canary-if rooms are paid");
    assertThat(read.getString("evidence")).isEqualTo("Canary-minute of 3 March, item 4");
    problem(
        femi().post(path(id) + "/recorded-answers", minutes.formatted("WYVS0003")),
        403,
        "not-allowed");
    // Words are in the vault and in no event.
    assertThat(log.history(new MandateId(UUID.fromString(id))).toString()).doesNotContain("Canary");
  }

  @Test
  void a_table_of_answers_is_previewed_and_taken_when_every_row_can_be() {
    String id = asked(SALLOW, FEDERATION, "\"practices\": 3");
    String broken =
        table(
            "practice,answer,on,words\\n"
                + "WYVS0001,yes,,\\nWYVP0001,no,,\\nWYVS0002,maybe,,\\nWYVS0003,no,1 May,\\n");
    JsonPath preview = ok(nadia().post(path(id) + "/answer-imports/preview", broken));
    assertThat(preview.getList("rows.practiceId")).containsExactly("WYVS0001");
    assertThat(preview.getList("rows.effect")).containsExactly("NEW");
    assertThat(preview.getList("errors.row")).containsExactlyInAnyOrder(3, 4, 5);
    assertThat(preview.getInt("silent")).isEqualTo(3);
    problem(nadia().post(path(id) + "/answer-imports", broken), 422, "answers-not-recorded");
    assertThat(ok(nadia().get(path(id))).getList("answers")).isEmpty();

    String whole =
        table(
            "Practice,Answer,Words\\nWYVS0001,Yes,\\nWYVS0002,condition,if paid\\nWYVS0003,NO,\\n");
    assertThat(ok(nadia().post(path(id) + "/answer-imports", whole)).getInt("recorded"))
        .isEqualTo(3);
    assertThat(ok(nadia().post(path(id) + "/answer-imports/preview", whole)).getList("rows.effect"))
        .containsExactly("SAME", "CHANGES", "SAME");
    assertThat(ok(nadia().get(path(id))).getList("answers.through"))
        .containsExactly("IMPORT", "IMPORT", "IMPORT");
  }

  @Test
  void one_legal_entity_answers_once_for_all_of_its_practices() {
    String id = asked(SALLOW, FEDERATION, "\"practices\": 3");
    String once =
        """
        {"practiceId": "WYVS0001", "answer": "GRANT",
         "forLegalEntity": {"legalEntityId": "%s", "practiceIds": ["%s"]}}\
        """;
    problem(
        femi().post(path(id) + "/responses", once.formatted(FEDERATION, "WYVP0002")),
        422,
        "answers-not-recorded");
    done(femi().post(path(id) + "/responses", once.formatted(FEDERATION, "WYVS0002")));
    assertThat(ok(nadia().get(path(id))).getList("answers.legalEntityId"))
        .containsExactly(FEDERATION, FEDERATION);
  }

  @Test
  void what_is_agreed_outside_of_the_limits_is_provisional_until_practices_ratify_it() {
    String id = inForce(SALLOW, SALLOW_PRACTICES.subList(0, 3));
    List<String> limits = ok(nadia().get(path(id))).getList("terms.limits.limitId");
    JsonPath inside = said(nadia(), id, "AGREED", limits.getFirst());
    assertThat(inside.getString("verdict")).isEqualTo("COVERED");
    assertThat(said(Caller.as("owen.tallant"), id, "SPOKE", null).getList("outside")).isNotNull();
    JsonPath outside = said(nadia(), id, "AGREED", limits.getLast());
    assertThat(outside.getString("verdict")).isEqualTo("PROVISIONAL");
    assertThat(outside.getList("outside")).containsExactly("LIMIT");
    assertThat(outside.getInt("needs")).isEqualTo(3);
    String invocation = outside.getString("invocationId");
    JsonPath check =
        ok(
            nadia()
                .get(
                    path(id)
                        + "/invocation-check?act=AGREED&topicId="
                        + MarlValley.CARE
                        + "&forumId="
                        + MarlValley.BOARD));
    assertThat(check.getList("outside")).containsExactly("LIMIT");
    assertThat(check.getBoolean("asHolder")).isTrue();
    String ratify = path(id) + "/invocations/" + invocation + "/ratifications";
    for (String practice : SALLOW_PRACTICES.subList(0, 3)) {
      assertThat(state(id, invocation)).isEqualTo("PROVISIONAL");
      done(femi().post(ratify, "{\"practiceId\": \"" + practice + "\", \"agrees\": true}"));
    }
    assertThat(state(id, invocation)).isEqualTo("RATIFIED");
    problem(
        nadia().post(path(id) + "/invocations/" + invocation + "/taking-back", ""),
        409,
        "not-provisional");
    done(nadia().post(path(id) + "/ending", "{}"));
  }

  @Test
  void other_limits_are_a_new_version_and_practices_are_asked_again() {
    String id = inForce(SALLOW, SALLOW_PRACTICES.subList(0, 3));
    String wider = terms(FEDERATION, "\"practices\": 1").replace("up to 6", "up to 9");
    assertThat(ok(nadia().post(path(id) + "/versions", wider)).getInt("version")).isEqualTo(2);
    problem(nadia().post(path(id) + "/versions", wider), 409, "already-asking");
    JsonPath both = ok(nadia().get(path(id)));
    assertThat(both.getInt("version")).isEqualTo(1);
    assertThat(both.getString("state")).isEqualTo("IN_FORCE");
    assertThat(both.getInt("next.version")).isEqualTo(2);
    assertThat(both.getList("next.silent")).hasSize(4);
    done(femi().post(path(id) + "/responses", answer(SALLOW_PRACTICES.getFirst(), "GRANT")));
    done(nadia().post(path(id) + "/acceptance", ""));
    done(nadia().post(path(id) + "/activation", ""));
    JsonPath after = ok(nadia().get(path(id)));
    assertThat(after.getInt("version")).isEqualTo(2);
    assertThat(after.getInt("tally.granted")).isEqualTo(1);
    assertThat((Object) after.get("next")).isNull();
    done(nadia().post(path(id) + "/suspension", "{\"reason\": \"until January\"}"));
    assertThat(ok(nadia().get(path(id))).getString("suspendedBecause")).isEqualTo("BY_LEADERS");
    done(nadia().post(path(id) + "/suspension-lifting", ""));
    assertThat(
            ok(nadia().post(path(id) + "/renewal", "{\"end\": \"" + END.plusYears(1) + "\"}"))
                .getInt("version"))
        .isEqualTo(3);
    done(nadia().post(path(id) + "/version-withdrawal", ""));
    done(nadia().post(path(id) + "/ending", "{}"));
    problem(nadia().post(path(id) + "/confirmation", ""), 409, "confirmation-not-needed");
  }

  @Test
  void who_stands_in_is_named_and_stood_down() {
    String id = asked(SALLOW, FEDERATION, "\"practices\": 3");
    String owen =
        """
        {"organisationId": "WYVN0001", "role": "PCN_CLINICAL_DIRECTOR", "label": "Network director"}\
        """;
    done(nadia().post(path(id) + "/alternates", owen));
    assertThat(ok(nadia().get(path(id))).getList("terms.alternates.organisationId"))
        .containsExactly("WYVN0001");
    done(nadia().post(path(id) + "/alternates-stood-down", owen));
    problem(nadia().post(path(id) + "/alternates-stood-down", owen), 409, "not-an-alternate");
  }

  @Test
  void two_hundred_practices_take_their_yes_back_at_once_and_it_is_at_risk_once() throws Exception {
    String id = inForce(BRACKMOOR, BRACKMOOR_PRACTICES);
    try (var threads = Executors.newFixedThreadPool(32)) {
      List<Future<Integer>> answers = new ArrayList<>();
      Caller femi = femi();
      for (String practice : BRACKMOOR_PRACTICES) {
        answers.add(
            threads.submit(() ->
                femi.post(path(id) + "/responses", answer(practice, "WITHDRAW")).statusCode()));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(204);
      }
    }
    JsonPath read = ok(nadia().get(path(id)));
    assertThat(read.getInt("counts.withdrawn")).isEqualTo(200);
    assertThat(read.getString("state")).isEqualTo("AT_RISK");
    assertThat(log.history(new MandateId(UUID.fromString(id))))
        .filteredOn(MandateAtRisk.class::isInstance)
        .hasSize(1);
    done(nadia().post(path(id) + "/ending", "{}"));
  }

  @Test
  @Order(Integer.MAX_VALUE - 2)
  void a_holder_who_is_in_post_no_more_suspends_the_mandate() {
    String id = asked(VALLEY, SECOND_FEDERATION, "\"practices\": 1");
    done(femi().post(path(id) + "/responses", answer(VALLEY_PRACTICES.getFirst(), "GRANT")));
    done(Caller.as("tamsin.orrell").post(path(id) + "/acceptance", ""));
    done(nadia().post(path(id) + "/activation", ""));
    MarlValley.tamsinLeadsNoMore();
    await("the mandate is suspended")
        .atMost(Duration.ofSeconds(60))
        .until(() -> ok(nadia().get(path(id))).getString("state").equals("SUSPENDED"));
    assertThat(ok(nadia().get(path(id))).getString("suspendedBecause")).isEqualTo("HOLDER_VACANT");
    problem(nadia().post(path(id) + "/suspension-lifting", ""), 409, "holder-vacant");
    done(nadia().post(path(id) + "/ending", "{}"));
  }

  @Test
  @Order(Integer.MAX_VALUE - 1)
  void the_answer_of_a_practice_that_was_followed_goes_on_when_its_successor_says_so() {
    String id = inForce(SALLOW, SALLOW_PRACTICES.subList(0, 3));
    String first = SALLOW_PRACTICES.getFirst();
    MarlValley.firstPracticeIsFollowed();
    await("the answer has ended")
        .atMost(Duration.ofSeconds(60))
        .until(() -> ok(nadia().get(path(id))).getList("mayCarry.fromPracticeId").contains(first));
    assertThat(ok(nadia().get(path(id))).getString("state")).isEqualTo("AT_RISK");
    String carry = "{\"practiceId\": \"%s\", \"fromPracticeId\": \"" + first + "\"}";
    problem(
        femi().post(path(id) + "/carried-answers", carry.formatted("WYVS0002")),
        409,
        "nothing-to-carry");
    done(femi().post(path(id) + "/carried-answers", carry.formatted(SUCCESSOR)));
    JsonPath read = ok(nadia().get(path(id)));
    assertThat(read.getString("answers.find { it.practiceId == '" + SUCCESSOR + "' }.carriedFrom"))
        .isEqualTo(first);
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void when_its_place_comes_to_another_ics_somebody_says_that_it_still_holds() {
    String id = inForce(SALLOW, SALLOW_PRACTICES.subList(1, 4));
    assertThat(ok(nadia().get(path(id))).getBoolean("confirmationNeeded")).isFalse();
    MarlValley.sallowMoves();
    await("it needs confirmation")
        .atMost(Duration.ofSeconds(60))
        .until(() -> ok(nadia().get(path(id))).getBoolean("confirmationNeeded"));
    JsonPath told = ok(Caller.as("partner-client").get("/v1/who-can-agree?area=" + SALLOW));
    assertThat(told.getBoolean("items.find { it.mandateId == '" + id + "' }.confirmationNeeded"))
        .isTrue();
    done(nadia().post(path(id) + "/confirmation", ""));
    assertThat(ok(nadia().get(path(id))).getBoolean("confirmationNeeded")).isFalse();
  }

  private static JsonPath said(Caller who, String id, String act, String limit) {
    Response said =
        who.post(
            path(id) + "/invocations",
            """
            {"act": "%s", "topicId": "%s", "forumId": "%s", "limitIds": [%s],
             "words": "Canary-agreed the dates"}\
            """
                .formatted(
                    act,
                    MarlValley.NURSING,
                    MarlValley.BOARD,
                    limit == null ? "" : "\"" + limit + "\""));
    if (who.equals(nadia())) {
      assertThat(said.statusCode()).as(said.asString()).isEqualTo(201);
    }
    return said.statusCode() == 201 ? said.jsonPath() : JsonPath.from("{\"outside\": []}");
  }

  private static String state(String id, String invocation) {
    return ok(nadia().get(path(id) + "/invocations"))
        .getString("items.find { it.invocationId == '" + invocation + "' }.state");
  }

  /** In force, and granted by these practices; it needs three quarters of the place's. */
  private static String inForce(UUID place, List<String> granting) {
    String id = asked(place, FEDERATION, "\"practicesPercent\": 75");
    grant(id, granting);
    done(nadia().post(path(id) + "/acceptance", ""));
    done(nadia().post(path(id) + "/activation", ""));
    return id;
  }

  private static String asked(UUID place, String holder, String threshold) {
    Response drafted = nadia().post(DRAFTS, draft(place, holder, threshold));
    assertThat(drafted.statusCode()).as(drafted.asString()).isEqualTo(201);
    String id = drafted.path("mandateId");
    done(nadia().post(DRAFTS + "/" + id + "/opening", opened()));
    return id;
  }

  private static void grant(String id, List<String> practices) {
    practices.forEach(
        practice -> done(femi().post(path(id) + "/responses", answer(practice, "GRANT"))));
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

  private static void done(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(204);
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.jsonPath().getString("type"))
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }

  private static String path(String id) {
    return "/v1/mandates/" + id;
  }

  private static String opened() {
    return "{\"openedOn\": \"" + START + "\"}";
  }

  private static String answer(String practice, String answer) {
    return "{\"practiceId\": \"%s\", \"answer\": \"%s\"}".formatted(practice, answer);
  }

  private static String table(String csv) {
    return "{\"csv\": \"" + csv + "\", \"through\": \"IMPORT\", \"evidence\": \"Sheet of 3 May\"}";
  }

  private static String draft(UUID place, String holder, String threshold) {
    return "{\"placeId\": \"%s\", \"terms\": %s}".formatted(place, terms(holder, threshold));
  }

  private static String terms(String holder, String threshold) {
    return """
    {"topicIds": ["%s"], "forumIds": ["%s"],
     "holder": {"organisationId": "%s", "role": "FEDERATION_LEAD", "label": "Medical director"},
     "limits": [{"kind": "MAY_AGREE", "text": "%s"}, {"kind": "MUST_NOT", "text": "%s"}],
     "threshold": {%s}, "briefingDays": 5, "reportBackDays": 7, "start": "%s", "end": "%s"}\
    """
        .formatted(MarlValley.CARE, MarlValley.BOARD, holder, MAY, NEVER, threshold, START, END);
  }
}
