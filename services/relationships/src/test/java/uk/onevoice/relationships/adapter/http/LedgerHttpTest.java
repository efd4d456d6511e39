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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.PersonId;
import uk.onevoice.testkit.stack.ServiceUnderTest;
import uk.onevoice.testkit.stack.ToldRegistry;
import uk.onevoice.vault.Subject;
import uk.onevoice.vault.Vault;

/** What both sides of a relationship want, ask and promise. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "relationships"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerHttpTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private static final LocalDate BEFORE = TODAY.minusDays(40);

  @Inject Directory directory;
  @Inject DataSource database;
  @Inject Vault vault;

  @BeforeAll
  void who_is_who() {
    MarlValley.isKnownTo(directory);
  }

  private static Caller nadia() {
    return Caller.as("nadia.velloso");
  }

  @Test
  void two_sides_listen_ask_promise_and_something_comes_of_it() throws Exception {
    String slot = slot();
    String relationship = opened(slot);
    String account = slot + "/relationships/" + relationship;
    String pellow = noted(slot);
    done(nadia().post(account + "/counterparts", "{\"counterpartRef\": \"%s\"}".formatted(pellow)));
    Response talk =
        nadia()
            .post(
                slot + "/contacts",
                """
                {"relationshipId": "%s", "on": "%s", "kind": "LISTENING", "twoWay": true, "topicId": "%s",
                 "counterpartRefs": ["%s"], "words": "She told us of her year", "minutes": 20}\
                """
                    .formatted(relationship, BEFORE, MarlValley.CARE, pellow));
    String contact = talk.path("contactId");
    String ask =
        """
        {"kind": "ASK", "side": "OURS", "contactId": "%s", "words": "Say who orders each test",
         "on": "%s"}\
        """
            .formatted(contact, BEFORE);
    problem(nadia().post(account + "/asks", ask), 409, "listen-first");
    assertThat(nadia().get(account).jsonPath().getBoolean("listenFirst")).isTrue();
    String priority =
        "{\"side\": \"%s\", \"topicId\": \"%s\", \"words\": \"%s\", \"on\": \"" + BEFORE + "\"}";
    made(
        nadia()
            .post(
                account + "/priorities",
                priority.formatted("THEIRS", MarlValley.CARE, "Shorter waits in clinics")));
    made(
        nadia()
            .post(
                account + "/priorities",
                priority.formatted("OURS", MarlValley.CARE, "Fewer visits")));
    String asked = made(nadia().post(account + "/asks", ask)).path("entryId");
    done(
        nadia()
            .post(
                account + "/asks/" + asked + "/answers",
                "{\"reply\": \"ACCEPTED\", \"on\": \"%s\", \"words\": \"Willingly\"}"
                    .formatted(BEFORE)));
    String promised =
        made(nadia()
                .post(
                    account + "/commitments",
                    """
                    {"side": "THEIRS", "due": "%s", "words": "Letters say it", "on": "%s",
                     "entryId": "%s"}\
                    """
                        .formatted(BEFORE.plusDays(10), BEFORE, asked)))
            .path("commitmentId");
    made(
        nadia()
            .post(
                account + "/support",
                "{\"counterpartRef\": \"%s\", \"words\": \"Spoke up for us\", \"on\": \"%s\"}"
                    .formatted(pellow, BEFORE.plusDays(3))));

    var open = nadia().get(account).jsonPath();
    assertThat(open.getMap("commitments[0]"))
        .containsEntry("overdue", true)
        .containsEntry("words", "Letters say it");
    assertThat(open.getMap("theirPromises"))
        .isEqualTo(Map.of("made", 1, "kept", 0, "broken", 0, "open", 1, "overdue", 1));
    assertThat(open.getMap("agenda[0]"))
        .containsEntry("topicId", MarlValley.CARE.toString())
        .containsEntry("of", "BOTH");
    assertThat(open.getList("asks")).isEmpty();
    assertThat(open.getString("counterparts[0].name")).isEqualTo("Dr Sunita Pellow");
    assertThat(open.getBoolean("listenFirst")).isFalse();
    assertThat(times(account, "")).contains("PROMISE_LATE");

    done(
        nadia()
            .post(
                account + "/commitments/" + promised + "/moves",
                "{\"due\": \"%s\"}".formatted(TODAY.plusDays(1))));
    assertThat(nadia().get(account).jsonPath().getBoolean("commitments[0].overdue")).isFalse();
    done(
        nadia()
            .post(
                account + "/commitments/" + promised + "/settlements",
                "{\"kept\": true, \"on\": \"%s\"}".formatted(TODAY)));
    made(
        nadia()
            .post(
                account + "/results",
                """
                {"contactId": "%s", "commitmentId": "%s", "words": "Fewer calls to ask", "on": "%s"}\
                """
                    .formatted(contact, promised, TODAY)));
    var whole = nadia().get(account).jsonPath();
    assertThat(whole.getMap("invested")).isEqualTo(Map.of("talks", 1, "minutes", 20, "results", 1));
    assertThat(whole.getInt("theirPromises.kept")).isEqualTo(1);

    assertThat(times(account, ""))
        .containsExactly(
            "RESULT",
            "PROMISE_KEPT",
            "SUPPORT",
            "PROMISE",
            "ANSWER",
            "ASK",
            "PRIORITY",
            "PRIORITY",
            "TALK");
    // The ask and what follows from it are about what the talk was about.
    assertThat(times(account, "&topicId=" + MarlValley.CARE))
        .containsExactly(
            "PROMISE_KEPT", "PROMISE", "ANSWER", "ASK", "PRIORITY", "PRIORITY", "TALK");
    assertThat(times(account, "&topicId=" + MarlValley.ELSEWHERE)).isEmpty();

    for (String who : List.of("owen.tallant", "femi.larkspur", "grace.ndukwe-hale", "rowan.pike")) {
      problem(Caller.as(who).get(account), 404, "not-found");
      problem(Caller.as(who).get(account + "/timeline"), 404, "not-found");
    }
    try (var connection = database.getConnection();
        var found =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*) from event where payload::text ~ 'orders each|Willingly|Fewer'")) {
      found.next();
      assertThat(found.getInt(1)).isZero();
    }

    // Everything typed here was about her: when she is erased, what happened stays and can be read.
    String admin = "{\"personId\": \"%s\"}";
    UUID registered = UUID.randomUUID();
    done(
        Caller.as("admin")
            .post(slot + "/counterparts/" + pellow + "/link", admin.formatted(registered)));
    assertThat(
            Caller.as("admin")
                .get("/v1/relationships/people/" + registered + "/record")
                .jsonPath()
                .<String>getList("words.words"))
        .contains("She told us of her year", "Spoke up for us", "Fewer calls to ask");
    vault.erase(new Subject(registered));
    var erased = nadia().get(account).jsonPath();
    assertThat(erased.getString("counterparts[0].shown")).isEqualTo("GONE");
    assertThat(erased.getInt("theirPromises.kept")).isEqualTo(1);
    assertThat(nadia().get(account + "/timeline").jsonPath().<String>getList("items.words"))
        .hasSize(9)
        .containsOnlyNulls();
  }

  @Test
  void the_other_side_reads_a_promise_while_its_team_shares_it_and_nothing_beside_it() {
    String slot = slot(MarlValley.TRUST);
    String account = slot + "/relationships/" + opened(slot);
    String shared = promised(account, "She was short with us, and will see to it");
    String kept = promised(account, "Nobody else knows of this");
    String also = promised(account, "Ours alone, too");
    String one = account + "/commitments/" + shared;
    String sharing = "{\"words\": \"%s\"}";
    String where = "/v1/relationships/shared-commitments/" + shared;
    Caller system = Caller.as("partner-client");

    assertThat(nadia().get(one + "/sharing").jsonPath().getMap(""))
        .containsEntry("organisationId", MarlValley.TRUST)
        .containsEntry("on", null);
    problem(system.get(where), 404, "not-found");
    done(nadia().post(one + "/sharing", sharing.formatted("Letters say who orders a test")));
    problem(nadia().post(one + "/sharing", sharing.formatted("Again")), 409, "commitment-shared");
    assertThat(nadia().get(one + "/sharing").jsonPath().getMap(""))
        .containsEntry("on", TODAY.toString())
        .containsEntry("words", "Letters say who orders a test");
    assertThat(nadia().get(account).jsonPath().<Boolean>getList("commitments.shared"))
        .containsExactlyInAnyOrder(true, false, false);

    Response read = system.get(where);
    assertThat(read.header("ETag")).as("a version would count what is not shared").isNull();
    assertThat(read.jsonPath().getMap(""))
        .containsEntry("promisedBy", "PARTNER")
        .containsEntry("words", "Letters say who orders a test")
        .containsEntry("due", TODAY.toString())
        .containsEntry("overdue", false)
        .containsEntry("kept", null);
    done(nadia().post(one + "/moves", "{\"due\": \"%s\"}".formatted(TODAY.plusDays(3))));
    done(nadia().post(one + "/settlements", "{\"kept\": true, \"on\": \"%s\"}".formatted(TODAY)));
    assertThat(system.get(where).jsonPath().getMap(""))
        .containsEntry("due", TODAY.plusDays(3).toString())
        .containsEntry("kept", true)
        .containsEntry("settledOn", TODAY.toString());

    // Shared ones are listed in pages, the newest first; what is not shared leaves no gap.
    String all = "/v1/relationships/shared-commitments?limit=1";
    done(nadia().post(account + "/commitments/" + kept + "/sharing", sharing.formatted("Two")));
    done(nadia().post(account + "/commitments/" + also + "/sharing", sharing.formatted("Three")));
    done(nadia().post(account + "/commitments/" + kept + "/sharing/withdrawal", ""));
    Response first = system.get(all);
    assertThat(first.jsonPath().<String>getList("items.commitmentId")).containsExactly(also);
    Response second = system.get(all + "&after=" + first.jsonPath().getString("next"));
    assertThat(second.jsonPath().<String>getList("items.commitmentId")).containsExactly(shared);
    assertThat(second.jsonPath().getString("next")).isNull();
    problem(system.get(all + "&after=x"), 400, "invalid-request");
    assertThat(system.get("/v1/relationships/shared-commitments").asString())
        .doesNotContain("short with us", "Nobody else", "alone", kept, slot, account);

    // For everybody else it is not there, and the team's own page is for nobody of the other side.
    String elsewhere = trustOf("sunita.pellow");
    for (String who :
        List.of("icb-client", "rowan.pike", "sunita.pellow", "owen.tallant", "femi.larkspur")) {
      problem(Caller.as(who).get(where), 404, "not-found");
      assertThat(Caller.as(who).get(all).jsonPath().getList("items")).as(who).isEmpty();
    }
    problem(system.get(one + "/sharing"), 403, "not-allowed");
    problem(Caller.as("owen.tallant").get(one + "/sharing"), 404, "not-found");
    problem(
        Caller.as("owen.tallant").post(one + "/sharing", sharing.formatted("x")), 404, "not-found");
    problem(
        nadia().get(account + "/commitments/" + UUID.randomUUID() + "/sharing"), 404, "not-found");

    // Shared no more it is gone, with the words that were written for the other side.
    done(nadia().post(one + "/sharing/withdrawal", ""));
    problem(nadia().post(one + "/sharing/withdrawal", ""), 409, "commitment-not-shared");
    problem(system.get(where), 404, "not-found");
    done(nadia().post(account + "/commitments/" + also + "/withdrawals", ""));
    assertThat(system.get(all).jsonPath().getList("items")).isEmpty();
    assertThat(vault.readAll("relationship-ledger").values())
        .contains("She was short with us, and will see to it")
        .doesNotContain("Letters say who orders a test", "Two", "Three", "Ours alone, too");

    // Who holds a role at the organisation reads it as its system does.
    String hers = slot(elsewhere);
    String theirs = hers + "/relationships/" + opened(hers);
    String told = promised(theirs, "Between us");
    done(nadia().post(theirs + "/commitments/" + told + "/sharing", sharing.formatted("One form")));
    assertThat(Caller.as("sunita.pellow").get(all).jsonPath().<String>getList("items.words"))
        .containsExactly("One form");
    problem(system.get("/v1/relationships/shared-commitments/" + told), 404, "not-found");
  }

  /** A trust that no other test knows, with one person who signs in. */
  private String trustOf(String user) {
    String trust = MarlValley.trust();
    String topic = ConfigProvider.getConfig().getValue("onevoice.directory.topic", String.class);
    try (var registry = ToldRegistry.on(topic)) {
      UUID person = registry.person(user);
      registry.appoint(person, "TRUST_EXECUTIVE", trust);
      await().until(() -> !directory.holdings(new PersonId(person), TODAY).isEmpty());
    }
    return trust;
  }

  private static String promised(String account, String words) {
    return made(nadia()
            .post(
                account + "/commitments",
                "{\"side\": \"THEIRS\", \"due\": \"%s\", \"words\": \"%s\", \"on\": \"%s\"}"
                    .formatted(TODAY, words, TODAY)))
        .path("commitmentId");
  }

  @Test
  void mistakes_are_taken_back_and_rules_say_no_with_a_problem() {
    String slot = slot();
    String account = slot + "/relationships/" + opened(slot);
    String unheard =
        """
        {"kind": "ASK", "side": "OURS", "words": "A room", "on": "%s", "unheard": true}\
        """
            .formatted(TODAY);
    String asked = made(nadia().post(account + "/asks", unheard)).path("entryId");
    String answers = account + "/asks/" + asked + "/answers";
    String declined = "{\"reply\": \"DECLINED\", \"on\": \"%s\"}";
    problem(
        nadia().post(answers, declined.formatted(TODAY.minusDays(1))), 422, "answer-before-ask");
    done(nadia().post(answers, declined.formatted(TODAY)));
    problem(nadia().post(answers, declined.formatted(TODAY)), 409, "ask-answered");
    done(nadia().post(account + "/entries/" + asked + "/withdrawals", ""));
    problem(
        nadia().post(account + "/entries/" + asked + "/withdrawals", ""),
        409,
        "no-such-ledger-entry");

    String promise =
        "{\"side\": \"OURS\", \"due\": \"%s\", \"words\": \"Ten letters\", \"on\": \"%s\"}";
    problem(
        nadia().post(account + "/commitments", promise.formatted(TODAY.minusDays(1), TODAY)),
        422,
        "due-before-made");
    String promised =
        made(nadia().post(account + "/commitments", promise.formatted(TODAY, TODAY)))
            .path("commitmentId");
    String one = account + "/commitments/" + promised;
    String kept = "{\"kept\": true, \"on\": \"%s\"}";
    problem(
        nadia().post(one + "/settlements", kept.formatted(TODAY.minusDays(1))),
        422,
        "settled-before-made");
    done(nadia().post(one + "/settlements", kept.formatted(TODAY)));
    problem(nadia().post(one + "/settlements", kept.formatted(TODAY)), 409, "commitment-settled");
    done(nadia().post(one + "/withdrawals", ""));
    problem(nadia().post(one + "/withdrawals", ""), 409, "no-such-commitment");
    problem(
        nadia()
            .post(
                account + "/support",
                "{\"words\": \"Spoke up\", \"on\": \"%s\"}".formatted(TODAY.plusDays(1))),
        422,
        "day-in-the-future");
    problem(
        nadia().post(account + "/results", "{\"words\": \" \", \"on\": \"%s\"}".formatted(TODAY)),
        400,
        "invalid-request");
    problem(nadia().get(slot + "/relationships/" + UUID.randomUUID()), 404, "not-found");
  }

  @Test
  void an_ask_is_made_under_a_mandate_and_all_its_words_go_when_it_is_taken_back() {
    String slot = slot();
    String account = slot + "/relationships/" + opened(slot);
    UUID mandate = JointGroupCast.mandate(VALLEY);
    UUID elsewhere = JointGroupCast.mandate(MarlValley.COAST);
    UUID position = UUID.randomUUID();
    String ask =
        """
        {"kind": "ASK", "side": "%s", "words": "A room of our own", "on": "%s", "unheard": true,
         "mandateId": "%s", "positionId": "%s"}\
        """;
    String ours = ask.formatted("OURS", TODAY, mandate, position);
    Response first =
        await()
            .until(() -> nadia().post(account + "/asks", ours), made -> made.statusCode() == 201);
    String asked = first.path("entryId");
    problem(
        nadia().post(account + "/asks", ask.formatted("OURS", TODAY, elsewhere, position)),
        422,
        "mandate-not-held");
    problem(
        nadia().post(account + "/asks", ask.formatted("OURS", BEFORE, mandate, position)),
        422,
        "mandate-not-held");
    problem(
        nadia().post(account + "/asks", ask.formatted("THEIRS", TODAY, mandate, position)),
        422,
        "cited-for-the-other-side");
    Response read = nadia().get(account);
    assertThat(read.header("ETag")).isEqualTo("\"1\"");
    assertThat(read.jsonPath().getMap("asks[0].mandate"))
        .containsEntry("mandateId", mandate.toString())
        .containsEntry("inForce", true)
        .containsEntry("until", TODAY.plusDays(90).toString());
    assertThat(read.jsonPath().getString("asks[0].positionId")).isEqualTo(position.toString());
    assertThat(nadia().get(account + "/timeline").jsonPath().getString("items[0].mandateId"))
        .isEqualTo(mandate.toString());
    JointGroupCast.mandateEnds(mandate);
    await().until(() -> !nadia().get(account).jsonPath().getBoolean("asks[0].mandate.inForce"));

    done(
        nadia()
            .post(
                account + "/asks/" + asked + "/answers",
                "{\"reply\": \"LATER\", \"on\": \"%s\", \"words\": \"Not before spring\"}"
                    .formatted(TODAY)));
    String promised =
        made(nadia()
                .post(
                    account + "/commitments",
                    "{\"side\": \"OURS\", \"due\": \"%s\", \"words\": \"We ask again\", \"on\": \"%s\"}"
                        .formatted(TODAY, TODAY)))
            .path("commitmentId");
    assertThat(vault.readAll("relationship-ledger").values())
        .contains("A room of our own", "Not before spring", "We ask again");
    done(nadia().post(account + "/entries/" + asked + "/withdrawals", ""));
    done(nadia().post(account + "/commitments/" + promised + "/withdrawals", ""));
    assertThat(vault.readAll("relationship-ledger").values())
        .as("what was typed goes with it, the answer too")
        .doesNotContain("A room of our own", "Not before spring", "We ask again");
  }

  /** What happened, read in pages. */
  private static List<String> times(String account, String more) {
    var all = new ArrayList<String>();
    String after = "";
    do {
      var page = nadia().get(account + "/timeline?limit=2" + more + after).jsonPath();
      all.addAll(page.getList("items.what"));
      String next = page.getString("next");
      after = next == null ? "" : "&after=" + next;
    } while (!after.isEmpty());
    return all;
  }

  private static String slot() {
    return slot(MarlValley.trust());
  }

  private static String slot(String organisation) {
    Response defined =
        nadia()
            .post(
                "/v1/relationships/slots",
                "{\"placeId\": \"%s\", \"kind\": \"ACUTE\", \"organisationId\": \"%s\"}"
                    .formatted(VALLEY, organisation));
    return "/v1/relationships/slots/" + defined.<String>path("slotId");
  }

  private static String opened(String slot) {
    return nadia()
        .post(
            slot + "/holders",
            "{\"holderId\": \"%s\", \"actingFor\": \"%s\"}"
                .formatted(MarlValley.nadia(), FEDERATION))
        .path("relationshipId");
  }

  private static String noted(String slot) {
    return made(nadia()
            .post(
                slot + "/counterparts",
                "{\"name\": \"Dr Sunita Pellow\", \"roleTitle\": \"Medical director\"}"))
        .path("counterpartRef");
  }

  private static Response made(Response response) {
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
