package uk.onevoice.relationships.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.relationships.adapter.http.MarlValley.FEDERATION;
import static uk.onevoice.relationships.adapter.http.MarlValley.VALLEY;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.directory.Directory;
import uk.onevoice.testkit.stack.ServiceUnderTest;
import uk.onevoice.vault.Subject;
import uk.onevoice.vault.Vault;

/** Who belongs to a slot on both sides, and who reads what is kept about them. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "relationships"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleHttpTest {
  private static final String PATH = "/v1/relationships/slots";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private static final String PELLOW = "Dr Sunita Pellow";

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

  private static Caller owen() {
    return Caller.as("owen.tallant");
  }

  @Test
  void a_team_knows_people_of_the_other_side_and_nobody_else_does() {
    String slot = slot();
    String relationship = opened(slot);
    String pellow = noted(slot, PELLOW, "Clinical lead");
    String marchbank = noted(slot, "Dee Marchbank", "GP liaison lead");
    done(
        nadia()
            .post(
                slot + "/counterparts/" + marchbank + "/revisions",
                """
                {"name": "Dee Marchbank", "roleTitle": "GP liaison lead", "authority": "CANNOT_SIGN"}\
                """));
    done(
        nadia()
            .post(
                slot + "/counterparts/" + pellow + "/revisions",
                """
                {"name": "Dr Sunita Pellow", "roleTitle": "Medical director", "inRoleSince": "2026-04-01",
                 "sitsOn": "Place board", "signsFor": "Letters", "authority": "CAN_SIGN"}\
                """));
    String with = slot + "/relationships/" + relationship + "/counterparts";
    done(nadia().post(with, "{\"counterpartRef\": \"%s\"}".formatted(pellow)));

    var first = nadia().get(slot + "/counterparts?limit=1").jsonPath();
    assertThat(first.getMap("items[0]"))
        .containsEntry("counterpartRef", pellow)
        .containsEntry("shown", "KNOWN")
        .containsEntry("name", PELLOW)
        .containsEntry("roleTitle", "Medical director")
        .containsEntry("signsFor", "Letters")
        .containsEntry("lacksAuthority", false)
        .containsEntry("relationships", List.of(relationship));
    assertThat(first.getString("items[0].earlierRoles[0].roleTitle")).isEqualTo("Clinical lead");
    var second =
        nadia().get(slot + "/counterparts?limit=1&after=" + first.getString("next")).jsonPath();
    assertThat(second.getBoolean("items[0].lacksAuthority")).isTrue();
    assertThat(second.getString("next")).isNull();

    // Another leader of the place sees the slot as it is today, and nothing of these people.
    assertThat(owen().get(slot).jsonPath().getBoolean("onTeam")).isFalse();
    assertThat(owen().get(slot).asString()).doesNotContain(pellow);
    for (String who : List.of("owen.tallant", "femi.larkspur", "grace.ndukwe-hale", "rowan.pike")) {
      problem(Caller.as(who).get(slot + "/counterparts"), 404, "not-found");
      problem(Caller.as(who).get(slot + "/team"), 404, "not-found");
    }
    problem(
        owen().post(slot + "/counterparts", "{\"name\": \"A\", \"roleTitle\": \"B\"}"),
        404,
        "not-found");

    done(nadia().post(slot + "/team", member(MarlValley.owen())));
    assertThat(owen().get(slot).jsonPath().getBoolean("onTeam")).isTrue();
    assertThat(owen().get(slot + "/counterparts").jsonPath().getList("items.name"))
        .containsExactly(PELLOW, "Dee Marchbank");
    assertThat(nadia().get(slot + "/team").jsonPath().getList("members.part"))
        .containsExactly("HOLDER", "DEPUTY");
    done(nadia().post(slot + "/team/removals", member(MarlValley.owen())));
    problem(owen().get(slot + "/counterparts"), 404, "not-found");
    problem(
        nadia().post(slot + "/team", member(UUID.randomUUID())), 422, "member-not-of-the-place");

    done(nadia().post(with + "/" + pellow + "/leavings", "{\"on\": \"%s\"}".formatted(TODAY)));
    assertThat(nadia().get(slot + "/counterparts").jsonPath().getList("items[0].relationships"))
        .isEmpty();
  }

  @Test
  void a_talk_is_with_several_people_and_can_be_corrected_or_withdrawn() throws Exception {
    String slot = slot();
    String relationship = opened(slot);
    String pellow = noted(slot, PELLOW, "Medical director");
    String body =
        """
        {"relationshipId": "%s", "on": "%s", "kind": "LISTENING", "twoWay": true,
         "counterpartRefs": ["%s"], "words": "Shorter waits come first", "minutes": 20}\
        """
            .formatted(relationship, TODAY, pellow);
    problem(owen().post(slot + "/contacts", body), 403, "not-on-the-team");
    Response logged = nadia().post(slot + "/contacts", body);
    assertThat(logged.statusCode()).as(logged.asString()).isEqualTo(201);
    String contact =
        slot + "/relationships/" + relationship + "/contacts/" + logged.<String>path("contactId");
    assertThat(nadia().get(slot).jsonPath().getString("lastTwoWayContact"))
        .isEqualTo(TODAY.toString());
    done(
        nadia()
            .post(
                contact + "/corrections",
                "{\"on\": \"%s\", \"kind\": \"SOCIAL\", \"twoWay\": true}"
                    .formatted(TODAY.minusDays(1))));
    assertThat(nadia().get(slot).jsonPath().getString("lastTwoWayContact"))
        .isEqualTo(TODAY.minusDays(1).toString());
    problem(owen().post(contact + "/withdrawals", ""), 404, "not-found");
    done(nadia().post(contact + "/withdrawals", ""));
    assertThat(nadia().get(slot).jsonPath().getString("lastTwoWayContact")).isNull();
    problem(nadia().post(contact + "/withdrawals", ""), 409, "no-such-contact");
    problem(
        nadia().post(slot + "/contacts", body.replace(pellow, UUID.randomUUID().toString())),
        422,
        "counterpart-not-in-slot");

    assertThat(vault.readAll("talk").values())
        .as("what was typed goes with the talk")
        .doesNotContain("Shorter waits come first");
    // What was typed, and who it was about, is in no event.
    try (var connection = database.getConnection();
        var found =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*) from event where payload::text ~ 'Pellow|Shorter waits'")) {
      found.next();
      assertThat(found.getInt(1)).isZero();
    }
  }

  @Test
  void a_counterpart_who_is_registered_has_the_rights_over_what_is_kept_about_them() {
    String slot = slot();
    String relationship = opened(slot);
    String pellow = noted(slot, PELLOW, "Medical director");
    nadia()
        .post(
            slot + "/contacts",
            """
            {"relationshipId": "%s", "on": "%s", "kind": "LISTENING", "twoWay": true,
             "counterpartRefs": ["%s"], "words": "Clinics first"}\
            """
                .formatted(relationship, TODAY, pellow));
    problem(
        nadia().post("/v1/relationships/counterpart-searches", "{\"name\": \"Pellow\"}"),
        403,
        "not-allowed");
    UUID registered = UUID.randomUUID();
    Caller admin = Caller.as("admin");
    Response found =
        admin.post("/v1/relationships/counterpart-searches", "{\"name\": \"sunita pel\"}");
    assertThat(found.jsonPath().getList("items.counterpartRef")).contains(pellow);
    String link = slot + "/counterparts/" + pellow + "/link";
    problem(nadia().post(link, member(registered)), 403, "not-allowed");
    done(admin.post(link, member(registered)));
    problem(admin.post(link, member(registered)), 409, "counterpart-linked");

    var record = admin.get("/v1/relationships/people/" + registered + "/record").jsonPath();
    assertThat(record.<String>getList("words.kind")).contains("counterpart", "talk");
    assertThat(record.<String>getList("words.words")).contains("Clinics first");
    assertThat(record.<Integer>getList("words.alsoAbout")).containsOnly(0);
    assertThat(nadia().get(slot + "/counterparts").jsonPath().getString("items[0].name"))
        .isEqualTo(PELLOW);

    vault.restrict(new Subject(registered));
    assertThat(nadia().get(slot + "/counterparts").jsonPath().getMap("items[0]"))
        .containsEntry("shown", "RESTRICTED")
        .containsEntry("name", null);
    vault.release(new Subject(registered));
    vault.erase(new Subject(registered));
    assertThat(nadia().get(slot + "/counterparts").jsonPath().getMap("items[0]"))
        .containsEntry("shown", "GONE")
        .containsEntry("name", null);
    // It can be talked with whoever was erased, and nothing is typed about them any more.
    assertThat(
            nadia()
                .post(
                    slot + "/contacts",
                    """
                    {"relationshipId": "%s", "on": "%s", "kind": "SOCIAL", "twoWay": true,
                     "counterpartRefs": ["%s"]}\
                    """
                        .formatted(relationship, TODAY, pellow))
                .statusCode())
        .isEqualTo(201);
  }

  @Test
  void a_deputy_who_leads_nothing_logs_talks_and_another_practice_partner_does_not() {
    String slot = slot();
    String relationship = opened(slot);
    Caller femi = Caller.as("femi.larkspur");
    String bare =
        """
        {"relationshipId": "%s", "on": "%s", "kind": "LISTENING", "twoWay": true}\
        """
            .formatted(relationship, TODAY);
    problem(femi.post(slot + "/contacts", bare), 404, "not-found");
    assertThat(femi.get(slot).jsonPath().getList("relationships")).isNull();
    assertThat(femi.get(slot).jsonPath().getList("keyFor")).isNull();

    done(nadia().post(slot + "/team", member(MarlValley.femi())));
    assertThat(femi.get(slot).jsonPath().getString("relationships[0].relationshipId"))
        .isEqualTo(relationship);
    assertThat(femi.post(slot + "/contacts", bare).statusCode()).isEqualTo(201);
    String words = bare.replace("}", ", \"words\": \"Beds first\", \"minutes\": 5}");
    assertThat(femi.post(slot + "/contacts", words).statusCode()).isEqualTo(201);
    // A leader who is not of the team says that there was a talk, and no more.
    assertThat(owen().post(slot + "/contacts", bare).statusCode()).isEqualTo(201);
    done(nadia().post(slot + "/team/removals", member(MarlValley.femi())));
    problem(femi.post(slot + "/contacts", bare), 404, "not-found");
  }

  @Test
  void a_counterpart_taken_for_the_wrong_person_is_parted_from_them_again() {
    String slot = slot();
    String relationship = opened(slot);
    String pellow = noted(slot, PELLOW, "Medical director");
    String oakensea = noted(slot, "Martin Oakensea", "Chief operating officer");
    UUID wrong = UUID.randomUUID();
    UUID right = UUID.randomUUID();
    Caller admin = Caller.as("admin");
    String of = slot + "/counterparts/";
    done(admin.post(of + pellow + "/link", member(wrong)));
    done(admin.post(of + oakensea + "/link", member(wrong)));
    talked(slot, relationship, pellow, "Of her alone");
    talked(slot, relationship, oakensea, "Of him alone");
    assertThat(told(wrong)).contains("Of her alone", "Of him alone");
    assertThat(
            admin
                .post("/v1/relationships/counterpart-searches", "{\"name\": \"sunita pel\"}")
                .jsonPath()
                .<String>getList("items.linkedTo"))
        .contains(wrong.toString());

    problem(nadia().post(of + pellow + "/unlink", ""), 403, "not-allowed");
    problem(late(of + pellow + "/unlink", "{}"), 412, "stream-moved");
    assertThat(told(wrong)).as("nothing is parted by halves").contains("Of her alone");
    done(admin.post(of + pellow + "/unlink", ""));
    problem(admin.post(of + pellow + "/unlink", ""), 409, "counterpart-not-linked");

    assertThat(told(wrong)).contains("Of him alone").doesNotContain("Of her alone");
    assertThat(nadia().get(slot + "/counterparts").jsonPath().getList("items.linked"))
        .containsExactly(false, true);
    problem(late(of + pellow + "/link", member(right)), 412, "stream-moved");
    assertThat(told(right)).isEmpty();
    done(admin.post(of + pellow + "/link", member(right)));
    assertThat(told(right)).contains("Of her alone").doesNotContain("Of him alone");
    // Who was taken for her is erased, and nothing of hers goes with them.
    vault.erase(new Subject(wrong));
    assertThat(nadia().get(slot + "/counterparts").jsonPath().getList("items.shown"))
        .containsExactly("KNOWN", "GONE");
  }

  /** From a page that was opened before something else happened. */
  private static Response late(String path, String body) {
    return Caller.as("admin")
        .request()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("If-Match", "\"1\"")
        .contentType("application/json")
        .body(body)
        .post(path);
  }

  private static List<String> told(UUID person) {
    return Caller.as("admin")
        .get("/v1/relationships/people/" + person + "/record")
        .jsonPath()
        .getList("words.words");
  }

  private static void talked(String slot, String relationship, String with, String words) {
    Response logged =
        nadia()
            .post(
                slot + "/contacts",
                """
                {"relationshipId": "%s", "on": "%s", "kind": "LISTENING", "twoWay": true,
                 "counterpartRefs": ["%s"], "words": "%s"}\
                """
                    .formatted(relationship, TODAY, with, words));
    assertThat(logged.statusCode()).as(logged.asString()).isEqualTo(201);
  }

  private static String slot() {
    Response defined =
        nadia()
            .post(
                PATH,
                "{\"placeId\": \"%s\", \"kind\": \"ACUTE\", \"organisationId\": \"%s\"}"
                    .formatted(VALLEY, MarlValley.trust()));
    return PATH + "/" + defined.<String>path("slotId");
  }

  private static String opened(String slot) {
    return nadia()
        .post(
            slot + "/holders",
            "{\"holderId\": \"%s\", \"actingFor\": \"%s\"}"
                .formatted(MarlValley.nadia(), FEDERATION))
        .path("relationshipId");
  }

  private static String noted(String slot, String name, String role) {
    Response noted =
        nadia()
            .post(
                slot + "/counterparts",
                "{\"name\": \"%s\", \"roleTitle\": \"%s\"}".formatted(name, role));
    assertThat(noted.statusCode()).as(noted.asString()).isEqualTo(201);
    return noted.path("counterpartRef");
  }

  private static String member(UUID person) {
    return "{\"personId\": \"%s\"}".formatted(person);
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
