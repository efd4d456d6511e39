package uk.onevoice.relationships.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.onevoice.relationships.adapter.http.JointGroupCast.PATH;
import static uk.onevoice.relationships.adapter.http.JointGroupCast.TODAY;
import static uk.onevoice.relationships.adapter.http.JointGroupCast.accepted;
import static uk.onevoice.relationships.adapter.http.JointGroupCast.all;
import static uk.onevoice.relationships.adapter.http.JointGroupCast.made;
import static uk.onevoice.relationships.adapter.http.JointGroupCast.nadia;
import static uk.onevoice.relationships.adapter.http.JointGroupCast.problem;
import static uk.onevoice.relationships.adapter.http.JointGroupCast.seat;
import static uk.onevoice.relationships.adapter.http.JointGroupCast.seating;
import static uk.onevoice.relationships.adapter.http.JointGroupCast.sunita;
import static uk.onevoice.relationships.adapter.http.MarlValley.COAST;
import static uk.onevoice.relationships.adapter.http.MarlValley.FEDERATION;
import static uk.onevoice.relationships.adapter.http.MarlValley.VALLEY;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.directory.Directory;
import uk.onevoice.testkit.stack.ServiceUnderTest;
import uk.onevoice.vault.Subject;
import uk.onevoice.vault.Vault;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "relationships"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JointGroupsHttpTest {
  @Inject Directory directory;
  @Inject DataSource database;
  @Inject Vault vault;

  private JointGroupCast cast;

  @BeforeAll
  void who_is_who() {
    cast = JointGroupCast.knownTo(directory);
  }

  @Test
  void a_group_becomes_whole_and_a_breach_is_shown() {
    String group = cast.formed();
    assertThat(read(nadia(), group).getList("missing")).hasSize(5);
    seat(group, MarlValley.nadia(), FEDERATION, "CLINICAL");
    seat(group, cast.manager, FEDERATION, "MANAGERIAL");
    String sunitas = seat(group, cast.sunita, cast.trust, "CLINICAL");
    assertThat(read(nadia(), group).getList("missing"))
        .containsExactly("TOO_FEW", "PARTNER_MANAGER");
    String executives = seat(group, cast.executive, cast.trust, "MANAGERIAL");
    assertThat(read(nadia(), group).getList("missing")).isEmpty();

    accepted(sunita().post(group + "/seats/" + sunitas + "/leaving", "{}"));
    problem(sunita().get(group), 404, "not-found");
    assertThat(read(nadia(), group).getList("missing"))
        .containsExactly("TOO_FEW", "PARTNER_CLINICIAN");
    assertThat(read(nadia(), group).getString("seats.find {it.seatId == '" + sunitas + "'}.until"))
        .isEqualTo(TODAY.toString());
    accepted(nadia().post(group + "/seats/" + executives + "/withdrawal", ""));
    assertThat(read(nadia(), group).getList("seats.seatId")).hasSize(3).doesNotContain(executives);
  }

  @Test
  void what_somebody_is_called_is_told_to_the_group_and_is_theirs() {
    String group = cast.formed();
    UUID dee = cast.registered("TRUST_EXECUTIVE", directory);
    String sunitas = seat(group, cast.sunita, cast.trust, "CLINICAL");
    // Their record is not for a leader to read: the role says who it is.
    String wish =
        "{\"roleHoldingId\": \"%s\", \"organisationId\": \"%s\", \"nature\": \"MANAGERIAL\", \"name\": \"Dee Marchbanks\"}"
            .formatted(JointGroupCast.holding(dee, directory), cast.trust);
    String dees = made(nadia().post(group + "/seats", wish), "seatId");
    String seat = "seats.find {it.seatId == '" + dees + "'}";
    for (Caller member : List.of(nadia(), sunita(), Caller.as("owen.tallant"))) {
      assertThat(read(member, group).getString(seat + ".name")).isEqualTo("Dee Marchbanks");
    }
    assertThat(read(Caller.as("femi.larkspur"), group).getString("seats")).isNull();
    assertThat(read(nadia(), group).getString(seat + ".personId")).isEqualTo(dee.toString());
    assertThat(read(nadia(), group).getString("seats[0].name")).isNull();

    String naming = group + "/seats/" + dees + "/name";
    problem(Caller.as("femi.larkspur").post(naming, "{\"name\": \"Other\"}"), 404, "not-found");
    problem(Caller.as("colm.ashgrove").post(naming, "{\"name\": \"Other\"}"), 404, "not-found");
    accepted(sunita().post(naming, "{\"name\": \"Dee Marchbank\"}"));
    assertThat(read(nadia(), group).getString(seat + ".name")).isEqualTo("Dee Marchbank");
    assertThat(vault.readAll("joint-group-name").values())
        .contains("Dee Marchbank")
        .doesNotContain("Dee Marchbanks");
    var record = Caller.as("admin").get("/v1/relationships/people/" + dee + "/record").jsonPath();
    assertThat(record.<String>getList("words.kind")).contains("joint-group-name");
    assertThat(record.<String>getList("words.words")).contains("Dee Marchbank");

    vault.restrict(new Subject(dee));
    assertThat(read(sunita(), group).getMap(seat))
        .containsEntry("name", null)
        .containsEntry("nameGone", false);
    vault.release(new Subject(dee));
    vault.erase(new Subject(dee));
    assertThat(read(sunita(), group).getMap(seat))
        .containsEntry("name", null)
        .containsEntry("nameGone", true);
    problem(nadia().post(naming, "{\"name\": \"Dee\"}"), 409, "person-erased");

    accepted(nadia().post(group + "/seats/" + sunitas + "/name", "{\"name\": \"Wrong seat\"}"));
    accepted(nadia().post(group + "/seats/" + sunitas + "/withdrawal", ""));
    assertThat(vault.readAll("joint-group-name").values()).doesNotContain("Wrong seat");
  }

  @Test
  void who_sits_for_the_partner_names_others_of_their_side_and_nobody_of_the_other() {
    String group = cast.formed();
    String nadias = seat(group, MarlValley.nadia(), FEDERATION, "CLINICAL");
    String seats = group + "/seats";
    problem(
        sunita().post(seats, seating(cast.executive, cast.trust, "MANAGERIAL")), 404, "not-found");
    seat(group, cast.sunita, cast.trust, "CLINICAL");
    Response seated = sunita().post(seats, seating(cast.executive, cast.trust, "MANAGERIAL"));
    String executives = made(seated, "seatId");
    assertThat(seated.header("X-Position")).isNull();
    problem(
        sunita().post(seats, seating(cast.manager, FEDERATION, "MANAGERIAL")), 404, "not-found");
    problem(sunita().post(seats + "/" + nadias + "/leaving", "{}"), 404, "not-found");
    problem(sunita().post(seats + "/" + nadias + "/withdrawal", ""), 404, "not-found");
    problem(sunita().post(seats + "/" + nadias + "/name", "{\"name\": \"N\"}"), 404, "not-found");
    for (String who : List.of("grace.ndukwe-hale", "colm.ashgrove")) {
      problem(Caller.as(who).post(seats + "/" + executives + "/leaving", "{}"), 404, "not-found");
      problem(
          Caller.as(who).post(seats, seating(cast.manager, FEDERATION, "MANAGERIAL")),
          404,
          "not-found");
    }
    accepted(sunita().post(seats + "/" + executives + "/leaving", "{}"));
    assertThat(read(nadia(), group).getList("missing")).contains("PARTNER_MANAGER");
    accepted(sunita().post(seats + "/" + executives + "/withdrawal", ""));
    // Somebody of general practice can still seat the partner's next: nobody of theirs may be left.
    seat(group, cast.executive, cast.trust, "MANAGERIAL");
  }

  @Test
  void both_sides_sign_why_they_work_together_and_accept_rules() {
    String group = cast.whole();
    String aims = "{\"gpAims\": \"Fewer lost letters\", \"partnerAims\": \"Better referrals\"}";
    assertThat(made(nadia().post(group + "/rationale", aims), "version")).isEqualTo("1");
    accepted(nadia().post(group + "/rationale/signatures", "{\"version\": 1}"));
    assertThat(read(sunita(), group).getBoolean("rationaleAgreed")).isFalse();
    accepted(sunita().post(group + "/rationale/signatures", "{\"version\": 1}"));
    JsonPath agreed = read(sunita(), group);
    assertThat(agreed.getBoolean("rationaleAgreed")).isTrue();
    assertThat(agreed.getString("rationale.gpAims")).isEqualTo("Fewer lost letters");
    assertThat(agreed.getList("rationale.signatures.side")).containsExactly("GP", "PARTNER");
    accepted(sunita().post(group + "/rationale/signatures/withdrawal", "{\"version\": 1}"));
    assertThat(read(nadia(), group).getBoolean("rationaleAgreed")).isFalse();

    assertThat(made(sunita().post(group + "/rationale", aims), "version")).isEqualTo("2");
    assertThat(read(nadia(), group).getList("rationale.signatures")).isEmpty();
    problem(
        nadia().post(group + "/rationale/signatures", "{\"version\": 1}"),
        409,
        "rationale-replaced");

    String rule =
        made(nadia().post(group + "/ground-rules", "{\"kind\": \"NO_TAKEOVER\"}"), "ruleId");
    problem(
        sunita().post(group + "/ground-rules", "{\"kind\": \"NO_TAKEOVER\"}"),
        409,
        "ground-rule-is-there");
    accepted(sunita().post(group + "/ground-rules/" + rule + "/acceptances", ""));
    assertThat(read(sunita(), group).getInt("agreedRules")).isEqualTo(1);
    accepted(sunita().post(group + "/ground-rules/" + rule + "/acceptances/withdrawal", ""));
    assertThat(read(nadia(), group).getList("groundRules[0].accepted.side")).containsExactly("GP");
    String own =
        made(
            sunita()
                .post(group + "/ground-rules", "{\"kind\": \"OWN\", \"words\": \"We ring first\"}"),
            "ruleId");
    assertThat(read(nadia(), group).getString("groundRules[1].words")).isEqualTo("We ring first");
    accepted(nadia().post(group + "/ground-rules/" + own + "/withdrawal", ""));
    assertThat(read(nadia(), group).getList("groundRules")).hasSize(1);
  }

  @Test
  void an_issue_is_raised_answered_moved_put_right_and_opened_again() {
    String group = cast.whole();
    String issue = group + "/issues/" + issue(sunita(), group, "Letters come late");
    assertThat(read(nadia(), group).getInt("openIssues")).isEqualTo(1);
    assertThat(read(nadia(), group).getInt("overdueIssues")).isEqualTo(1);
    accepted(
        nadia()
            .post(
                issue + "/answers",
                "{\"words\": \"We look into it\", \"on\": \"" + TODAY.minusDays(3) + "\"}"));
    accepted(nadia().post(issue + "/moves", "{\"due\": \"" + TODAY.plusDays(4) + "\"}"));
    JsonPath open = read(sunita(), group + "/issues?open=true");
    assertThat(open.getMap("items[0]"))
        .containsEntry("what", "Letters come late")
        .containsEntry("raisedBy", "PARTNER")
        .containsEntry("daysToAnswer", 5)
        .containsEntry("moves", 1)
        .containsEntry("overdue", false)
        .containsEntry("daysToFix", null);
    assertThat(open.getString("items[0].answers[0].words")).isEqualTo("We look into it");
    assertThat(open.getString("items[0].partnerOwner.personId")).isEqualTo(cast.sunita.toString());

    accepted(
        nadia()
            .post(
                issue + "/owners",
                owners(seatOf(group, cast.manager), seatOf(group, cast.executive))));
    accepted(sunita().post(issue + "/resolution", "{\"how\": \"A new printer\"}"));
    assertThat(read(nadia(), group + "/issues?open=true").getList("items")).isEmpty();
    JsonPath right = read(nadia(), group + "/issues");
    assertThat(right.getInt("items[0].daysToFix")).isEqualTo(8);
    assertThat(right.getString("items[0].how")).isEqualTo("A new printer");
    assertThat(right.getString("items[0].gpOwner.personId")).isEqualTo(cast.manager.toString());
    problem(nadia().post(issue + "/answers", "{}"), 409, "issue-resolved");
    accepted(nadia().post(issue + "/reopening", ""));
    problem(nadia().post(issue + "/reopening", ""), 409, "issue-open");
    accepted(nadia().post(issue + "/resolution", "{\"mistake\": true}"));
    assertThat(read(nadia(), group + "/issues").getList("items")).isEmpty();
  }

  @Test
  void joint_work_has_a_state_and_actions_belong_to_organisations() {
    String group = cast.whole();
    String work =
        made(sunita().post(group + "/workstreams", "{\"kind\": \"REFERRALS\"}"), "workstreamId");
    accepted(
        nadia()
            .post(
                group + "/workstreams/" + work + "/reports",
                "{\"state\": \"GOING\", \"inHand\": \"One form for all\"}"));
    assertThat(read(sunita(), group).getMap("workstreams[0]"))
        .containsEntry("state", "GOING")
        .containsEntry("inHand", "One form for all")
        .containsEntry("reportedOn", TODAY.toString());
    problem(
        nadia().post(group + "/workstreams", "{\"kind\": \"REFERRALS\"}"),
        409,
        "workstream-is-there");
    // The list of a place is about work in hand, in outline.
    String row = "items.find {it.groupId == '" + group.substring(PATH.length() + 1) + "'}";
    JsonPath listed = read(Caller.as("femi.larkspur"), PATH + "?limit=200&placeId=" + VALLEY);
    assertThat(listed.getString(row + ".workstreams[0].state")).isEqualTo("GOING");
    assertThat(listed.getString(row + ".workstreams[0].inHand")).isNull();
    assertThat(listed.getInt(row + ".openActions")).isZero();

    problem(
        nadia().post(group + "/actions", action(JointGroupCast.LEADERSHIP_GROUP.toString(), work)),
        422,
        "owner-cannot-deliver");
    problem(nadia().post(group + "/actions", action("WYVT9999", work)), 422, "owner-not-known");
    String action =
        group
            + "/actions/"
            + made(nadia().post(group + "/actions", action(cast.trust, work)), "actionId");
    accepted(sunita().post(action + "/moves", "{\"due\": \"" + TODAY.plusDays(8) + "\"}"));
    accepted(sunita().post(action + "/settlement", "{\"done\": true}"));
    problem(nadia().post(action + "/settlement", "{\"done\": true}"), 409, "action-closed");
    assertThat(read(nadia(), group + "/actions").getMap("items[0]"))
        .containsEntry("what", "Send the form")
        .containsEntry("ownerId", cast.trust)
        .containsEntry("workstreamId", work)
        .containsEntry("due", TODAY.plusDays(8).toString())
        .containsEntry("done", true);
    assertThat(read(nadia(), group + "/actions?open=true").getList("items")).isEmpty();
    accepted(nadia().post(action + "/reopening", ""));
    assertThat(read(sunita(), group).getInt("openActions")).isEqualTo(1);
    accepted(sunita().post(group + "/workstreams/" + work + "/withdrawal", ""));
    assertThat(read(nadia(), group).getList("workstreams")).isEmpty();
  }

  @Test
  void without_a_live_mandate_general_practice_is_exposed_and_the_partner_sees_nothing_of_it() {
    String group = cast.whole();
    String own = group + "/general-practice";
    Response before = sunita().get(group);
    assertThat(before.jsonPath().getMap("own")).containsEntry("side", "PARTNER");
    assertThat(read(nadia(), own).getBoolean("exposed")).isTrue();

    assertThat(read(nadia(), own).getList("lacks")).containsExactly("MANDATE", "LEADERSHIP_GROUP");
    UUID mandate = JointGroupCast.mandate(VALLEY);
    String cite =
        "{\"mandateId\": \"%s\", \"leadershipGroupId\": \"%s\"}"
            .formatted(mandate, JointGroupCast.LEADERSHIP_GROUP);
    await().until(() -> nadia().post(own + "/mandate", cite).statusCode(), status -> status == 204);
    assertThat(read(nadia(), own).getMap(""))
        .containsEntry("exposed", false)
        .containsEntry("lacks", List.of())
        .containsEntry("mandateId", mandate.toString())
        .containsEntry("citedOn", TODAY.toString())
        .containsEntry("leadershipGroupId", JointGroupCast.LEADERSHIP_GROUP.toString())
        .containsEntry("endedOn", null);
    String note =
        made(nadia().post(own + "/notes", "{\"words\": \"Ask for money first\"}"), "noteId");
    assertThat(read(nadia(), own).getList("notes.words")).containsExactly("Ask for money first");

    // A mandate alone does not say for whom the half sits.
    accepted(nadia().post(own + "/mandate", "{\"mandateId\": \"" + mandate + "\"}"));
    assertThat(read(nadia(), own).getList("lacks")).containsExactly("LEADERSHIP_GROUP");
    accepted(nadia().post(own + "/mandate", cite));

    UUID elsewhere = JointGroupCast.mandate(COAST);
    await().until(() -> exists(elsewhere));
    problem(
        nadia().post(own + "/mandate", "{\"mandateId\": \"" + elsewhere + "\"}"),
        422,
        "mandate-not-live");
    problem(
        nadia()
            .post(
                own + "/mandate",
                "{\"mandateId\": \"%s\", \"leadershipGroupId\": \"%s\"}"
                    .formatted(mandate, FEDERATION)),
        422,
        "not-a-leadership-group-here");

    JointGroupCast.mandateEnds(mandate);
    await().until(() -> read(nadia(), own).getBoolean("exposed"));
    assertThat(read(nadia(), own).getList("lacks")).containsExactly("MANDATE");
    assertThat(read(nadia(), own).getString("endedOn")).isEqualTo(TODAY.toString());
    problem(nadia().post(own + "/mandate", cite), 422, "mandate-not-live");
    accepted(nadia().post(own + "/mandate/withdrawal", ""));
    assertThat(read(nadia(), own).getString("mandateId")).isNull();

    problem(sunita().get(own), 404, "not-found");
    problem(sunita().post(own + "/notes", "{\"words\": \"Hello\"}"), 404, "not-found");
    problem(sunita().post(own + "/notes/" + note + "/withdrawal", ""), 404, "not-found");
    // Not even a version says that something happened on the other side.
    Response after = sunita().get(group);
    assertThat(after.asString()).isEqualTo(before.asString());
    assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
    Response signed = sunita().post(group + "/ground-rules", "{\"kind\": \"NO_TAKEOVER\"}");
    assertThat(signed.statusCode()).isEqualTo(201);
    assertThat(signed.header("X-Position")).isNull();
    assertThat(nadia().post(group + "/issues/" + UUID.randomUUID() + "/reopening", "").statusCode())
        .isEqualTo(404);

    accepted(nadia().post(own + "/notes/" + note + "/withdrawal", ""));
    assertThat(read(nadia(), own).getList("notes")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nobody,         401, 401, 401, 401, 401, 401",
    "foreign,        401, 401, 401, 401, 401, 401",
    "nadia.velloso,  200, 200, 200, 200, 201, 204",
    "owen.tallant,   200, 404, 404, 200, 404, 204",
    "femi.larkspur,  200, 404, 404, 200, 404, 403",
    "demo.practices, 200, 200, 200, 404, 404, 403",
    "grace.ndukwe-hale, 404, 404, 404, 404, 404, 404",
    "rowan.pike,     404, 404, 404, 404, 404, 403",
    "colm.ashgrove,  404, 404, 404, 404, 404, 403",
    "keeper,         403, 403, 403, 403, 403, 403",
    "icb-client,     403, 403, 404, 403, 403, 403",
    "partner-client, 403, 403, 404, 403, 403, 403"
  })
  void who_may_do_what(String who, int read, int log, int actions, int own, int note, int keep) {
    String group = cast.whole();
    made(
        nadia()
            .post(group + "/rationale", "{\"gpAims\": \"Canary one\", \"partnerAims\": \"Two\"}"),
        "version");
    issue(nadia(), group, "Canary three");
    Caller caller =
        switch (who) {
          case "nobody" -> Caller.nobody();
          case "foreign" -> Caller.foreign();
          default -> Caller.as(who);
        };
    Response seen = caller.get(group);
    assertThat(seen.statusCode()).isEqualTo(read);
    assertThat(caller.get(group + "/issues").statusCode()).isEqualTo(log);
    assertThat(caller.get(group + "/actions").statusCode()).isEqualTo(actions);
    assertThat(caller.get(group + "/general-practice").statusCode()).isEqualTo(own);
    assertThat(caller.post(group + "/general-practice/notes", "{\"words\": \"Ours\"}").statusCode())
        .isEqualTo(note);
    assertThat(caller.post(group + "/name", "{\"name\": \"Other\"}").statusCode()).isEqualTo(keep);
    boolean member = log == 200;
    assertThat(seen.asString().contains("Canary")).isEqualTo(member);
    assertThat(seen.asString().contains(cast.manager.toString()))
        .isEqualTo(member || who.equals("owen.tallant"));
  }

  @Test
  void a_system_of_the_partner_reads_the_actions_it_hears_of_and_nothing_else() {
    Response formed = nadia().post(PATH, JointGroupCast.group(VALLEY, MarlValley.TRUST, "Scans"));
    String group = PATH + "/" + formed.<String>path("groupId");
    JointGroupCast.seat(group, MarlValley.nadia(), MarlValley.FEDERATION, "CLINICAL");
    made(nadia().post(group + "/actions", action(MarlValley.TRUST, null)), "actionId");
    Caller system = Caller.as("partner-client");
    assertThat(read(system, group + "/actions").getList("items.what"))
        .containsExactly("Send the form");
    for (String more : List.of("", "/issues", "/general-practice")) {
      assertThat(system.get(group + more).statusCode()).as(more).isEqualTo(403);
    }
    assertThat(system.post(group + "/actions", action(MarlValley.TRUST, null)).statusCode())
        .isEqualTo(403);
    assertThat(Caller.as("icb-client").get(group + "/actions").statusCode()).isEqualTo(404);
  }

  @Test
  void a_person_with_two_hats_sits_in_one_of_them() {
    String group = cast.whole();
    assertThat(as(cast.sunitaAtTrust, group)).isEqualTo(200);
    assertThat(as(cast.sunitaInPractice, group)).isEqualTo(404);
  }

  @Test
  void a_seat_whose_role_has_ended_is_flagged() {
    String group = cast.formed();
    seat(group, cast.leaver, cast.trust, "MANAGERIAL");
    assertThat(read(nadia(), group).getBoolean("seats[0].roleEnded")).isFalse();
    cast.leaverGoes(directory);
    assertThat(read(nadia(), group).getBoolean("seats[0].roleEnded")).isTrue();
  }

  @Test
  void a_group_is_dissolved_and_restored() {
    String group = cast.whole();
    accepted(nadia().post(group + "/name", "{\"name\": \"Tests group\"}"));
    accepted(nadia().post(group + "/dissolution", "{}"));
    JsonPath gone = read(sunita(), group);
    assertThat(gone.getString("dissolvedOn")).isEqualTo(TODAY.toString());
    assertThat(gone.getString("name")).isEqualTo("Tests group");
    problem(
        sunita().post(group + "/workstreams", "{\"kind\": \"NEIGHBOURHOODS\"}"),
        409,
        "joint-group-dissolved");
    accepted(nadia().post(group + "/restoration", ""));
    assertThat(read(sunita(), group).getString("dissolvedOn")).isNull();
  }

  @Test
  void rules_say_no_with_a_problem() {
    problem(
        nadia().post(PATH, JointGroupCast.group(COAST, cast.trust, "Other")), 403, "not-allowed");
    problem(
        nadia().post(PATH, JointGroupCast.group(VALLEY, FEDERATION, "Other")),
        422,
        "not-a-partner");
    problem(
        nadia().post(PATH, JointGroupCast.group(VALLEY, "WYVT9999", "Other")),
        422,
        "not-a-partner");
    String group = cast.formed();
    String seats = group + "/seats";
    problem(
        nadia().post(seats, seating(cast.executive, MarlValley.TRUST, "MANAGERIAL")),
        422,
        "of-neither-side");
    problem(
        nadia().post(seats, seating(cast.executive, FEDERATION, "MANAGERIAL")),
        422,
        "holds-no-role-there");
    problem(
        nadia().post(seats, seating(cast.manager, FEDERATION, "CLINICAL")),
        422,
        "nature-does-not-fit");
    String seat = seat(group, cast.manager, FEDERATION, "MANAGERIAL");
    problem(
        nadia().post(seats, seating(cast.manager, FEDERATION, "MANAGERIAL")),
        409,
        "already-seated");
    problem(
        nadia().post(seats + "/" + seat + "/leaving", "{\"on\": \"" + TODAY.minusDays(6) + "\"}"),
        422,
        "day-too-early");
    problem(
        nadia().post(seats + "/" + seat + "/leaving", "{\"on\": \"" + TODAY.plusDays(1) + "\"}"),
        422,
        "day-in-the-future");
    seat(group, MarlValley.nadia(), FEDERATION, "CLINICAL");
    problem(
        nadia().post(group + "/issues", issue("Nobody there", seat, seat, TODAY)),
        422,
        "owner-not-seated");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "seats        | {\"personId\": \"7\"}                                            | /personId",
        "seats        | {\"organisationId\": \"WYVT0001\", \"nature\": \"CLINICAL\"}        | /personId",
        "rationale    | {\"gpAims\": \" \", \"partnerAims\": \"Two\"}                    | /gpAims",
        "ground-rules | {\"kind\": \"OWN\"}                                              | /words",
        "ground-rules | {\"kind\": \"NO_TAKEOVER\", \"words\": \"Never\"}                | /words",
        "workstreams  | {\"kind\": \"OWN\"}                                              | /name",
        "workstreams  | {\"kind\": \"REFERRALS\", \"name\": \"Ours\"}                    | /name",
        "name         | {\"name\": \"\"}                                                 | /name",
        "dissolution  | {\"on\": \"2026-13-01\"}                                         | /on"
      })
  void what_cannot_be_read_is_refused_with_the_field(String path, String body, String pointer) {
    Response refused = nadia().post(cast.whole() + "/" + path, body);
    problem(refused, 400, "invalid-request");
    assertThat(refused.jsonPath().getList("violations.pointer")).containsExactly(pointer);
  }

  @Test
  void lists_come_in_pages() {
    Caller grace = Caller.as("grace.ndukwe-hale");
    for (String name : List.of("Charlie", "Alpha", "Bravo")) {
      made(grace.post(PATH, JointGroupCast.group(COAST, cast.trust, name)), "groupId");
    }
    assertThat(all(grace::get, PATH + "?limit=2&placeId=" + COAST, "name"))
        .containsExactly("Alpha", "Bravo", "Charlie");
    problem(sunita().get(PATH + "?placeId=" + VALLEY), 404, "not-found");

    String group = cast.whole();
    for (String what : List.of("One", "Two", "Three")) {
      issue(nadia(), group, what);
      made(nadia().post(group + "/actions", action(cast.trust, null)), "actionId");
    }
    assertThat(all(nadia()::get, group + "/issues?limit=2", "what"))
        .containsExactly("Three", "Two", "One");
    assertThat(all(nadia()::get, group + "/actions?limit=1", "actionId"))
        .hasSize(3)
        .doesNotHaveDuplicates();
    problem(nadia().get(group + "/issues?after=" + UUID.randomUUID()), 400, "invalid-request");

    String second = cast.whole();
    List<String> own = all(sunita()::get, PATH + "/own?limit=1", "groupId");
    assertThat(own)
        .doesNotHaveDuplicates()
        .contains(group.substring(PATH.length() + 1), second.substring(PATH.length() + 1));
    assertThat(all(Caller.as("colm.ashgrove")::get, PATH + "/own?limit=5", "groupId")).isEmpty();
  }

  @Test
  void what_somebody_types_is_in_no_event() throws SQLException {
    String group = cast.whole();
    made(
        nadia()
            .post(
                group + "/rationale", "{\"gpAims\": \"Quokka aims\", \"partnerAims\": \"Quokka\"}"),
        "version");
    issue(nadia(), group, "Quokka issue");
    made(nadia().post(group + "/general-practice/notes", "{\"words\": \"Quokka note\"}"), "noteId");
    try (var connection = database.getConnection();
        var rows =
            connection
                .createStatement()
                .executeQuery("select count(*) from event where payload::text like '%Quokka%'")) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
    }
  }

  private boolean exists(UUID mandate) throws SQLException {
    try (var connection = database.getConnection();
        var rows =
            connection
                .createStatement()
                .executeQuery("select 1 from known_mandate where mandate_id = '" + mandate + "'")) {
      return rows.next();
    }
  }

  private static int as(UUID holding, String group) {
    return sunita().request().header("X-Acting-As", holding).get(group).statusCode();
  }

  private static JsonPath read(Caller caller, String path) {
    Response read = caller.get(path);
    assertThat(read.statusCode()).as(read.asString()).isEqualTo(200);
    return read.jsonPath();
  }

  private static String seatOf(String group, UUID person) {
    return read(nadia(), group).getString("seats.find {it.personId == '" + person + "'}.seatId");
  }

  /** Raised eight days ago and due since yesterday. */
  private String issue(Caller caller, String group, String what) {
    return made(
        caller.post(
            group + "/issues",
            issue(
                what,
                seatOf(group, MarlValley.nadia()),
                seatOf(group, cast.sunita),
                TODAY.minusDays(1))),
        "issueId");
  }

  private static String issue(String what, String gp, String partner, java.time.LocalDate due) {
    return """
    {"kind": "LETTERS_AND_TESTS", "what": "%s", "on": "%s", "due": "%s",
     "gpOwnerSeatId": "%s", "partnerOwnerSeatId": "%s"}\
    """
        .formatted(what, TODAY.minusDays(8), due, gp, partner);
  }

  private static String owners(String gp, String partner) {
    return "{\"gpOwnerSeatId\": \"%s\", \"partnerOwnerSeatId\": \"%s\"}".formatted(gp, partner);
  }

  private static String action(String owner, @org.jspecify.annotations.Nullable String work) {
    return """
    {"what": "Send the form", "ownerId": "%s", "due": "%s"%s}\
    """
        .formatted(
            owner, TODAY.plusDays(3), work == null ? "" : ", \"workstreamId\": \"" + work + "\"");
  }
}
