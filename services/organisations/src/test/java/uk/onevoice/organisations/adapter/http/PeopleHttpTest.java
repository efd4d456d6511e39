package uk.onevoice.organisations.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.adapter.store.Successors;
import uk.onevoice.organisations.domain.person.Person;
import uk.onevoice.organisations.domain.person.PersonCommand;
import uk.onevoice.organisations.domain.person.PersonCommand.HandOverRole;
import uk.onevoice.organisations.domain.person.PersonEvent;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.person.PersonRejection;
import uk.onevoice.organisations.domain.person.RoleHoldingId;
import uk.onevoice.testkit.stack.RunningStack;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "organisations"))
@WithTestResource(AdministratorOfTests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleHttpTest {
  private static final String LEAD = "FEDERATION_LEAD";
  private static final String SEARCHES = "/v1/people/searches";

  @Inject DataSource database;
  @Inject Successors successors;
  @Inject CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people;

  private boolean open;

  @BeforeEach
  void an_office_and_somebody_who_only_looks() {
    if (!open) {
      Office.open();
      if (Caller.as("colm.ashgrove").get("/v1/people/me").statusCode() != 200) {
        Office.register("colm.ashgrove", "");
      }
      open = true;
    }
  }

  private static Caller admin() {
    return Office.administrator();
  }

  private static Caller looker() {
    return Caller.as("colm.ashgrove");
  }

  private static String person(String name) {
    return admin().created("/v1/people", Office.named(name), "personId");
  }

  private static String body(String name, String kind) {
    return Office.keeper()
        .created(
            "/v1/organisations",
            "{\"name\":\"%s\",\"kind\":\"%s\",\"start\":\"2020-04-01\"}".formatted(name, kind),
            "organisationId");
  }

  private static String role(String role, String organisation, String start) {
    return "{\"role\":\"%s\",\"organisationId\":\"%s\",\"start\":\"%s\"}"
        .formatted(role, organisation, start);
  }

  private static String appointed(String person, String role, String organisation, String start) {
    return Office.keeper()
        .created(path(person) + "/roles", role(role, organisation, start), "roleHoldingId");
  }

  private static String path(String person) {
    return "/v1/people/" + person;
  }

  private static Response found(Caller caller, String name) {
    return caller.post(SEARCHES, Office.named(name));
  }

  private static void done(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
  }

  private static void problem(Response answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.<String>path("type")).endsWith("/" + type);
  }

  private static void shown(String person, String email) {
    done(
        admin()
            .post(
                path(person) + "/contact",
                "{\"email\":\"%s\",\"telephone\":\"01234 567890\",\"shown\":true}"
                    .formatted(email)));
  }

  @Test
  void a_name_is_for_who_keeps_the_registry_until_its_person_wants_to_be_shown() {
    var person = person("Dr Shy Person");
    var federation = body("Shy Federation", "FEDERATION");
    appointed(person, LEAD, federation, "2026-01-01");
    var holders = "/v1/organisations/" + federation + "/role-holders";

    assertThat(admin().get(path(person)).<String>path("name")).isEqualTo("Dr Shy Person");
    problem(looker().get(path(person)), 404, "not-found");
    assertThat(looker().get(holders).<String>path("items[0].role")).isEqualTo(LEAD);
    assertThat(looker().get(holders).<String>path("items[0].name")).isNull();
    assertThat(looker().get(holders).<String>path("items[0].personId")).isNull();
    assertThat(found(looker(), "shy").<List<?>>path("items")).isEmpty();

    shown(person, "shy@example.org");

    var seen = looker().get(path(person));
    assertThat(seen.<String>path("name")).isEqualTo("Dr Shy Person");
    assertThat(seen.<String>path("email")).isEqualTo("shy@example.org");
    assertThat(seen.<String>path("telephone")).isEqualTo("01234 567890");
    assertThat(seen.<String>path("roleHoldings[0].checkDue")).isNull();
    assertThat(admin().get(path(person)).<String>path("roleHoldings[0].checkDue"))
        .isEqualTo("2026-07-01");
    assertThat(looker().get(holders).<String>path("items[0].name")).isEqualTo("Dr Shy Person");
    assertThat(found(looker(), "shy").<List<String>>path("items.personId")).containsExactly(person);
    problem(looker().get(path(person) + "/history"), 404, "not-found");
    problem(looker().post(path(person) + "/contact", "{\"shown\":false}"), 404, "not-found");
  }

  @Test
  void a_person_says_how_to_be_reached_and_sees_their_own_record() {
    var person = Office.register("grace.ndukwe-hale", "");
    var grace = Caller.as("grace.ndukwe-hale");
    assertThat(grace.get(path(person)).<String>path("name")).isEqualTo("grace.ndukwe-hale");
    done(grace.post(path(person) + "/contact", "{\"email\":\"g@example.org\",\"shown\":false}"));
    assertThat(grace.get(path(person)).<String>path("email")).isEqualTo("g@example.org");
    done(grace.post(path(person) + "/contact", "{\"shown\":false}"));
    assertThat(grace.get(path(person)).<String>path("email")).isNull();
    assertThat(grace.get(path(person) + "/history").<List<String>>path("items.type"))
        .containsExactly(
            "PersonRegistered",
            "PersonNamed",
            "IdentityLinked",
            "WorkContactSet",
            "WorkContactSet");
    problem(grace.post(path(person) + "/names", Office.named("Other")), 403, "not-allowed");
    problem(
        grace.post(path(person) + "/contact", "{\"email\":\"no address\",\"shown\":true}"),
        400,
        "invalid-request");
    problem(
        grace.post(path(person) + "/contact", "{\"telephone\":\"call me\",\"shown\":true}"),
        400,
        "invalid-request");
  }

  @Test
  void neither_the_log_nor_what_is_kept_of_requests_has_a_name() throws SQLException {
    var person = person("Canary Quillfeather");
    done(admin().post(path(person) + "/names", Office.named("Canary Quillfeather-Moss")));
    shown(person, "canary@quillfeather.example");
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                """
                select (select count(*) from event where event::text ilike '%quillfeather%')
                  + (select count(*) from idempotency where idempotency::text ilike '%quillfeather%')
                  + (select count(*) from vault_entry where vault_entry::text ilike '%quillfeather%')\
                """);
        var row = select.executeQuery()) {
      row.next();
      assertThat(row.getLong(1)).isZero();
    }
  }

  @Test
  void the_same_request_again_keeps_its_words_once() throws SQLException {
    var key = UUID.randomUUID().toString();
    var first = admin().post("/v1/people", Office.named("Once Only"), key);
    long entries = vaultEntries();
    var again = admin().post("/v1/people", Office.named("Once Only"), key);
    assertThat(again.<String>path("personId")).isEqualTo(first.path("personId"));
    assertThat(vaultEntries()).isEqualTo(entries);
    problem(
        admin().post("/v1/people", Office.named("Once More"), key), 422, "idempotency-key-reused");
    assertThat(vaultEntries()).isEqualTo(entries);
    problem(
        admin().post("/v1/people", Office.named(" . "), UUID.randomUUID().toString()),
        400,
        "invalid-request");
  }

  private long vaultEntries() throws SQLException {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement("select count(*) from vault_entry");
        var row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void a_name_is_put_right_and_who_did_it_when_is_kept() {
    var person = person("Mispelt Name");
    done(admin().post(path(person) + "/names", Office.named("Misspelt Name")));
    assertThat(admin().get(path(person)).<String>path("name")).isEqualTo("Misspelt Name");
    assertThat(found(admin(), "mispelt").<List<?>>path("items")).isEmpty();
    var history = admin().get(path(person) + "/history");
    assertThat(history.<List<String>>path("items.type"))
        .containsExactly("PersonRegistered", "PersonNamed", "PersonNamed");
    assertThat(history.<String>path("items[2].byId"))
        .isEqualTo(admin().get("/v1/people/me").path("personId"));
    assertThat(history.<String>path("items[2].recordedAt")).isNotBlank();
  }

  @Test
  void a_role_is_appointed_corrected_checked_funded_and_ended() {
    var person = person("Whole Life");
    var lmc = body("Whole Life LMC", "LMC");
    var holding = appointed(person, "LMC_CHAIR", lmc, "2026-04-01");
    var role = path(person) + "/roles/" + holding;
    var keeper = Office.keeper();

    done(keeper.post(role + "/correction", "{\"start\":\"2026-03-01\",\"clinical\":false}"));
    done(
        keeper.post(
            role + "/sessions",
            "{\"from\":\"2026-03-01\",\"sessionsPerWeek\":2.5,\"protectedHours\":3}"));
    problem(
        keeper.post(
            role + "/sessions",
            "{\"from\":\"2026-03-01\",\"sessionsPerWeek\":0.3,\"protectedHours\":3}"),
        422,
        "sessions-not-possible");
    done(keeper.post(role + "/checks", "{}"));

    var told = admin().get(path(person));
    var today = LocalDate.now(java.time.ZoneId.of("Europe/London"));
    assertThat(told.<Map<String, Object>>path("roleHoldings[0]"))
        .containsEntry("role", "LMC_CHAIR")
        .containsEntry("organisationName", "Whole Life LMC")
        .containsEntry("start", "2026-03-01")
        .containsEntry("clinical", false)
        .containsEntry("active", true)
        .containsEntry("checkDue", today.plusMonths(6).toString());
    assertThat(told.<Float>path("roleHoldings[0].sessions[0].sessionsPerWeek")).isEqualTo(2.5f);
    assertThat(told.<String>path("roleHoldings[0].lastChecked.on")).isEqualTo(today.toString());
    assertThat(told.<String>path("roleHoldings[0].lastChecked.byName")).isEqualTo("keeper");
    assertThat(told.header("ETag")).isEqualTo("\"6\"");

    done(keeper.post(role + "/ending", "{\"end\":\"2026-06-01\"}"));
    var past = admin().get(path(person));
    assertThat(past.<Boolean>path("roleHoldings[0].active")).isFalse();
    assertThat(past.<String>path("roleHoldings[0].checkDue")).isNull();
    var holders = "/v1/organisations/" + lmc + "/role-holders";
    assertThat(admin().get(holders).<List<?>>path("items")).isEmpty();
    assertThat(admin().get(holders + "?past=true").<List<?>>path("items")).hasSize(1);
    assertThat(admin().get(holders + "?asOf=2026-05-31").<String>path("items[0].name"))
        .isEqualTo("Whole Life");
    assertThat(admin().get(holders + "?asOf=2026-02-28&past=true").<List<?>>path("items"))
        .isEmpty();
    problem(admin().get(holders + "?asOf=yesterday"), 400, "invalid-request");
    problem(admin().get("/v1/organisations/W99999/role-holders"), 404, "not-found");

    done(keeper.post(role + "/voiding", "{}"));
    assertThat(admin().get(path(person)).<List<?>>path("roleHoldings")).isEmpty();
    problem(keeper.post(role + "/voiding", "{}"), 404, "not-found");
    assertThat(admin().get(path(person) + "/history").<List<String>>path("items.type"))
        .containsExactly(
            "PersonRegistered",
            "PersonNamed",
            "RoleAppointed",
            "RoleCorrected",
            "SessionsSet",
            "RoleChecked",
            "RoleEnded",
            "RoleCorrected");
    assertThat(admin().get(path(person) + "/history").<String>path("items[3].byName"))
        .isEqualTo("keeper");
  }

  @Test
  void a_keeper_gives_no_role_of_the_platform_and_none_to_themselves() {
    var person = person("Climbing High");
    var keeper = Office.keeper();
    problem(
        keeper.post(
            path(person) + "/roles", "{\"role\":\"REGISTRY_KEEPER\",\"start\":\"2026-01-01\"}"),
        403,
        "not-allowed");
    var federation = body("Climbing Federation", "FEDERATION");
    var self = keeper.get("/v1/people/me").<String>path("personId");
    problem(
        keeper.post(path(self) + "/roles", role(LEAD, federation, "2026-01-01")),
        403,
        "not-allowed");
    var own = keeper.get("/v1/people/me").<String>path("roleHoldings[0].roleHoldingId");
    problem(
        keeper.post(path(self) + "/roles/" + own + "/ending", "{\"end\":\"2026-06-01\"}"),
        403,
        "not-allowed");
  }

  @Test
  void a_role_is_handed_over_on_one_day_however_often_it_is_sent() {
    var leaves = person("Leaves Office");
    var follows = person("Follows On");
    var federation = body("Handed Federation", "FEDERATION");
    var holding = appointed(leaves, LEAD, federation, "2025-04-01");
    var handOver = path(leaves) + "/roles/" + holding + "/handover";
    var wish = "{\"successorId\":\"%s\",\"on\":\"2026-06-01\"}".formatted(follows);
    problem(
        Office.keeper().post(handOver, wish.replace(follows, new UUID(0, 1).toString())),
        422,
        "successor-not-known");
    problem(Office.keeper().post(handOver, wish.replace(follows, leaves)), 422, "own-successor");

    var key = UUID.randomUUID().toString();
    var handed = Office.keeper().post(handOver, wish, key);
    assertThat(handed.statusCode()).as(handed.asString()).isEqualTo(201);
    assertThat(handed.header("X-Position")).contains("organisations:");
    var again = Office.keeper().post(handOver, wish, key);
    assertThat(again.<String>path("roleHoldingId")).isEqualTo(handed.path("roleHoldingId"));

    assertThat(admin().get(path(leaves)).<String>path("roleHoldings[0].end"))
        .isEqualTo("2026-06-01");
    var next = admin().get(path(follows));
    assertThat(next.<String>path("roleHoldings[0].start")).isEqualTo("2026-06-01");
    assertThat(next.<String>path("roleHoldings[0].roleHoldingId"))
        .isEqualTo(handed.path("roleHoldingId"));
    assertThat(
            admin()
                .get("/v1/organisations/" + federation + "/role-holders")
                .<List<String>>path("items.name"))
        .containsExactly("Follows On");
    assertThat(
            admin()
                .get(path(leaves) + "/history")
                .<String>path("items.find { it.type == 'RoleEnded' }.said.otherName"))
        .isEqualTo("Follows On");
  }

  /** As if the service had stopped between the two streams. */
  @Test
  void a_hand_over_that_stopped_half_way_is_finished_once() {
    var leaves = new PersonId(UUID.fromString(person("Half Way")));
    var follows = new PersonId(UUID.fromString(person("Full Way")));
    var federation = body("Half Federation", "FEDERATION");
    var holding =
        new RoleHoldingId(
            UUID.fromString(appointed(leaves.toString(), LEAD, federation, "2025-04-01")));
    var next = new RoleHoldingId(UUID.randomUUID());
    var metadata =
        new Metadata(ActorRef.service("test"), null, null, UUID.randomUUID(), null, null);
    people.handle(
        Envelope.of(
            RegistryLog.stream(leaves),
            new HandOverRole(holding, LocalDate.of(2026, 6, 1), follows, next),
            metadata,
            Instant.EPOCH));
    assertThat(admin().get(path(follows.toString())).<List<?>>path("roleHoldings")).isEmpty();

    assertThat(successors.finish(metadata)).hasSize(1);
    assertThat(successors.finish(metadata)).isEmpty();

    assertThat(
            admin().get(path(follows.toString())).<List<String>>path("roleHoldings.roleHoldingId"))
        .containsExactly(next.value().toString());
  }

  @Test
  void people_are_found_by_name_role_and_body_a_page_at_a_time() {
    var federation = body("Listed Federation", "FEDERATION");
    var names = List.of("Dr Zoë Abcdefson", "Yves Bcdefson", "Xenia Cdefson");
    for (var name : names) {
      appointed(person(name), "LEADERSHIP_GROUP_SUPPORT", federation, "2026-01-01");
    }
    var list = "/v1/people?organisationId=" + federation;
    assertThat(admin().get(list).<List<String>>path("items.name")).isEqualTo(names);
    assertThat(admin().get(list + "&role=" + LEAD).<List<?>>path("items")).isEmpty();
    var first = admin().get(list + "&limit=2");
    assertThat(first.<List<String>>path("items.name")).isEqualTo(names.subList(0, 2));
    assertThat(
            admin()
                .get(list + "&limit=2&after=" + first.path("next"))
                .<List<String>>path("items.name"))
        .isEqualTo(names.subList(2, 3));
    assertThat(looker().get(list).<List<?>>path("items")).isEmpty();
    problem(admin().get(list + "&after=nothing"), 400, "invalid-request");
    problem(admin().get("/v1/people?role=KING"), 400, "invalid-request");
    problem(admin().get("/v1/people?sort=age"), 400, "invalid-request");
  }

  @Test
  void a_name_is_searched_for_in_a_body_and_nothing_of_that_is_kept() throws SQLException {
    var federation = body("Searched Federation", "FEDERATION");
    for (var name : List.of("Dr Zoë Quaverley", "Yves Quaverley", "Xenia Quaverson")) {
      appointed(person(name), "LEADERSHIP_GROUP_SUPPORT", federation, "2026-01-01");
    }
    assertThat(found(admin(), "dr zoe quaver").<List<String>>path("items.name"))
        .containsExactly("Dr Zoë Quaverley");
    var first = admin().post(SEARCHES + "?limit=1", Office.named("quaverley"));
    assertThat(first.<List<String>>path("items.name")).containsExactly("Yves Quaverley");
    assertThat(
            admin()
                .post(SEARCHES + "?limit=1&after=" + first.path("next"), Office.named("quaverley"))
                .<List<String>>path("items.name"))
        .containsExactly("Dr Zoë Quaverley");
    var elsewhere = ",\"organisationId\":\"%s\"}".formatted(body("Other Federation", "FEDERATION"));
    var here = ",\"organisationId\":\"%s\"}".formatted(federation);
    var name = "{\"name\":\"quaverson\"";
    assertThat(admin().post(SEARCHES, name + here).<List<?>>path("items")).hasSize(1);
    assertThat(admin().post(SEARCHES, name + elsewhere).<List<?>>path("items")).isEmpty();
    assertThat(
            admin()
                .post(SEARCHES, name + ",\"role\":\"%s\"}".formatted(LEAD))
                .<List<?>>path("items"))
        .isEmpty();
    assertThat(found(looker(), "quaverson").<List<?>>path("items")).isEmpty();

    problem(found(admin(), " "), 400, "invalid-request");
    problem(found(admin(), "q".repeat(101)), 400, "invalid-request");
    problem(admin().post(SEARCHES, "{\"name\":\"q\",\"role\":\"KING\"}"), 400, "invalid-request");
    problem(looker().post(SEARCHES, name + ",\"due\":true}"), 403, "not-allowed");

    var key = "one-key-for-two-names";
    assertThat(admin().post(SEARCHES, Office.named("zoe quaverley"), key).statusCode())
        .isEqualTo(200);
    assertThat(admin().post(SEARCHES, Office.named("xe qu"), key).<List<String>>path("items.name"))
        .containsExactly("Xenia Quaverson");
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement("select count(*) from idempotency where key = ?")) {
      select.setString(1, key);
      try (var rows = select.executeQuery()) {
        rows.next();
        assertThat(rows.getLong(1)).isZero();
      }
    }
  }

  @Test
  void roles_whose_check_is_due_are_listed_for_who_keeps_the_registry() {
    var federation = body("Due Federation", "FEDERATION");
    var person = person("Long Unchecked");
    var holding = appointed(person, LEAD, federation, "2020-04-01");
    var due = "/v1/people?due=true&sort=due&organisationId=" + federation;
    assertThat(Office.keeper().get(due).<List<String>>path("items.name"))
        .containsExactly("Long Unchecked");
    done(Office.keeper().post(path(person) + "/roles/" + holding + "/checks", "{}"));
    assertThat(Office.keeper().get(due).<List<?>>path("items")).isEmpty();
    problem(looker().get(due), 403, "not-allowed");
  }

  @Test
  void two_records_of_one_human_being_are_found_merged_and_parted_again() {
    var lmc = body("Twice LMC", "LMC");
    var one = person("Dr Twice Registered");
    var two = person("T Registered");
    person("Unlike Anybody");
    var holding = appointed(one, "LMC_OFFICER", lmc, "2026-01-01");
    var twice = appointed(two, "LMC_OFFICER", lmc, "2026-02-01");
    signIn("tamsin.orrell", two);
    await().atMost(Office.PATIENCE).until(() -> me("tamsin.orrell").equals(two));

    var duplicates = admin().get(path(one) + "/duplicates");
    assertThat(duplicates.<List<String>>path("items.personId")).containsExactly(two);
    assertThat(duplicates.<List<String>>path("items[0].reasons"))
        .containsExactly("SIMILAR_NAME", "SAME_ROLE");

    var into = "{\"into\":\"%s\"}".formatted(one);
    problem(admin().post(path(one) + "/merge", into), 422, "person-cannot-stand");
    problem(Office.keeper().post(path(two) + "/merge", into), 403, "not-allowed");
    assertThat(duplicates.<List<String>>path("items[0].heldTwice.roleHoldingId"))
        .containsExactly(twice);
    problem(admin().post(path(two) + "/merge", into), 409, "role-held-in-both-records");
    done(admin().post(path(one) + "/roles/" + holding + "/ending", "{\"end\":\"2026-02-01\"}"));
    done(admin().post(path(two) + "/merge", into));
    problem(
        admin().post(path(one) + "/roles", role("LMC_OFFICER", lmc, "2026-03-01")),
        409,
        "role-already-held");
    problem(
        admin().post(path(one) + "/merge", "{\"into\":\"%s\"}".formatted(two)),
        422,
        "person-cannot-stand");

    var both = admin().get(path(two));
    assertThat(both.<String>path("personId")).isEqualTo(one);
    assertThat(both.<List<String>>path("roleHoldings.personId"))
        .containsExactlyInAnyOrder(one, two);
    assertThat(both.<String>path("merged[0].name")).isEqualTo("T Registered");
    problem(
        Office.keeper().post(path(two) + "/roles", role("LMC_CHAIR", lmc, "2026-01-01")),
        409,
        "person-merged");
    await().atMost(Office.PATIENCE).until(() -> me("tamsin.orrell").equals(one));
    assertThat(
            Caller.as("tamsin.orrell")
                .get("/v1/people/me")
                .<List<String>>path("roleHoldings.roleHoldingId"))
        .containsExactly(twice);

    done(admin().post(path(two) + "/merge/undoing", "{}"));
    problem(admin().post(path(two) + "/merge/undoing", "{}"), 409, "person-not-merged");
    assertThat(admin().get(path(one)).<List<String>>path("roleHoldings.roleHoldingId"))
        .containsExactly(holding);
    await().atMost(Office.PATIENCE).until(() -> me("tamsin.orrell").equals(two));
    assertThat(Caller.as("tamsin.orrell").get("/v1/people/me").<List<?>>path("roleHoldings"))
        .hasSize(1);
  }

  @Test
  void who_is_erased_is_erased_in_each_record_of_theirs() {
    var one = person("Gone For Good");
    var two = person("G For Good");
    done(admin().post(path(two) + "/merge", "{\"into\":\"%s\"}".formatted(one)));
    assertThat(wordsAbout(one) + wordsAbout(two)).isEqualTo(2);

    done(admin().post(path(one) + "/erasure", "{}"));

    await("the vault has heard")
        .atMost(Office.PATIENCE)
        .until(() -> wordsAbout(one) + wordsAbout(two) == 0);
    problem(admin().get(path(one)), 404, "not-found");
    problem(admin().get(path(two)), 404, "not-found");
    assertThat(found(admin(), "good").<List<?>>path("items")).isEmpty();
  }

  private long wordsAbout(String person) {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement("select count(*) from vault_about where subject = ?")) {
      select.setObject(1, UUID.fromString(person));
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static void signIn(String user, String person) {
    done(
        admin()
            .post(
                path(person) + "/identities",
                "{\"issuer\":\"%s\",\"subject\":\"%s\"}"
                    .formatted(RunningStack.get().issuer(), Caller.subjectOf(user))));
  }

  private static String me(String user) {
    var me = Caller.as(user).get("/v1/people/me");
    return me.statusCode() == 200 ? me.path("personId") : "";
  }
}
