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
