package uk.onevoice.organisations.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.organisations.adapter.store.ImportState;
import uk.onevoice.organisations.adapter.store.Uploads;
import uk.onevoice.organisations.domain.imported.ImportId;
import uk.onevoice.organisations.imports.RealEngland;
import uk.onevoice.organisations.imports.SyntheticEngland;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "organisations"))
@WithTestResource(AdministratorOfTests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegistryHttpTest {
  @Inject EventStore store;
  @Inject Uploads uploads;

  private boolean open;

  /** Once, before the first test: only then is the service's address known. */
  @BeforeEach
  void an_office_with_a_country() throws Exception {
    if (open) {
      return;
    }
    open = true;
    var people = new HashSet<String>();
    List<Callable<String>> calls =
        java.util.Collections.nCopies(
            8, () -> Office.administrator().get("/v1/people/me").path("personId"));
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var call : threads.invokeAll(calls)) {
        people.add(call.get());
      }
    }
    assertThat(people).as("first administrators, though eight asked at once").hasSize(1);
    Office.open();
    Office.take(SyntheticEngland.country());
    if (Caller.as("colm.ashgrove").get("/v1/people/me").statusCode() != 200) {
      Office.register("colm.ashgrove", "");
    }
    client("icb-client", "WQA", "ICB");
    client("partner-client", "WRA", "PARTNER");
  }

  private static void client(String id, String organisation, String kind) {
    Office.administrator()
        .created(
            "/v1/clients",
            "{\"clientId\":\"%s\",\"organisationId\":\"%s\",\"kind\":\"%s\"}"
                .formatted(id, organisation, kind),
            "clientId");
    assertThat(Caller.as(id).get("/v1/organisations/WQA").statusCode()).isEqualTo(403);
    assertThat(Office.administrator().post("/v1/clients/" + id + "/approval", "{}").statusCode())
        .isEqualTo(204);
    await(id + " is known")
        .atMost(Office.PATIENCE)
        .until(() -> Caller.as(id).get("/v1/organisations/WQA").statusCode() == 200);
  }

  @Test
  void an_organisation_is_told_with_its_affiliations_and_its_history() {
    var practice = Caller.as("colm.ashgrove").get("/v1/organisations/W81003");
    assertThat(practice.statusCode()).isEqualTo(200);
    assertThat(practice.header("ETag")).matches("\"\\d+\"");
    assertThat(practice.jsonPath().getMap(""))
        .containsEntry("name", "BROOK & CO SURGERY")
        .containsEntry("start", "1974-04-01")
        .containsEntry("end", null)
        .containsEntry("status", "ACTIVE")
        .containsEntry("listed", true);
    assertThat(practice.jsonPath().<Map<String, Object>>getList("affiliations"))
        .anySatisfy(one ->
            assertThat(one)
                .containsEntry("parentId", "W1B")
                .containsEntry("parentName", "NHS South ICB - W1B")
                .containsEntry("start", "2013-04-01"))
        .anySatisfy(
            one -> assertThat(one).containsEntry("parentId", "W00002").containsEntry("end", null));
    assertThat(practice.jsonPath().<String>getList("history.type"))
        .containsExactly("OrganisationRegistered", "OdsRecordAccepted", "PracticeListed");
    assertThat(practice.jsonPath().<String>getList("history.said.on"))
        .containsExactly("RELEASE", "RELEASE", "FROM");
    assertThat(practice.jsonPath().<String, Object>getMap("history[0].said"))
        .containsEntry("name", "BROOK SURGERY")
        .containsEntry("start", "1974-04-01")
        .containsEntry("end", null)
        .containsEntry("status", "ACTIVE")
        .containsEntry("source", "EPRACCUR")
        .containsEntry("historic", false);
    var followed = Caller.as("colm.ashgrove").get("/v1/organisations/WQO");
    assertThat(followed.<String>path("history.find { it.type == 'OrganisationClosed' }.said.end"))
        .isEqualTo("2026-04-01");
    assertThat(
            followed.<List<Map<String, String>>>path(
                "history.find { it.type == 'OrganisationSucceeded' }.said.successors"))
        .containsExactly(
            Map.of("organisationId", "WQA", "name", "NHS New North Integrated Care Board"));
    problem(Caller.as("colm.ashgrove").get("/v1/organisations/W99999"), 404, "not-found");
    problem(Caller.as("colm.ashgrove").get("/v1/organisations/no%20code"), 404, "not-found");
  }

  @Test
  void the_same_file_again_is_the_earlier_import_and_no_event() throws Exception {
    long head = store.head();
    for (var file : SyntheticEngland.country().files()) {
      var again = Office.send(file);
      assertThat(again.statusCode()).as(file.name()).isEqualTo(200);
      assertThat(again.<String>path("state")).isEqualTo("ACCEPTED");
      Office.accept(again);
    }
    assertThat(store.head()).isEqualTo(head);
  }

  @Test
  void a_file_is_previewed_then_accepted_then_undone() {
    var file = trust("WRX", "EXTRA NHS TRUST") + trust("WRX", "TWICE NHS TRUST");
    var sent = Office.keeper().upload("?release=2026-09", bytes(file));
    assertThat(sent.statusCode()).isEqualTo(201);
    assertThat(sent.<String>path("state")).isEqualTo("PREVIEWED");
    assertThat(sent.<String>path("sources[0].kind")).isEqualTo("ETR");
    assertThat(sent.<String>path("sources[0].release")).isEqualTo("2026-09-01");
    assertThat(sent.<Integer>path("counts.refused")).isEqualTo(1);
    String path = "/v1/imports/" + sent.path("importId");
    assertThat(sent.header("Location")).endsWith(path);
    assertThat(Office.keeper().get(path + "/rows?kind=refused").<String>path("items[0].what"))
        .isEqualTo("WRX is on line 1 already");
    assertThat(Office.keeper().get(path + "/rows?kind=refused").<Integer>path("items[0].line"))
        .isEqualTo(2);
    assertThat(Office.keeper().get(path + "/rows?kind=register").<String>path("items[0].code"))
        .isEqualTo("WRX");
    problem(Office.keeper().get(path + "/rows?kind=all"), 400, "invalid-request");
    problem(Office.keeper().post(path + "/undoing", "{}"), 409, "import-not-accepted");
    problem(Office.keeper().get("/v1/organisations/WRX"), 404, "not-found");

    var accepted = Office.accept(sent);
    assertThat(accepted.<String>path("state")).isEqualTo("ACCEPTED");
    assertThat(accepted.header("X-Position")).startsWith("organisations:");
    assertThat(Office.keeper().get("/v1/organisations/WRX").<String>path("name"))
        .isEqualTo("EXTRA NHS TRUST");

    assertThat(Office.keeper().post(path + "/undoing", "{}").statusCode()).isEqualTo(202);
    assertThat(Office.until(path, "UNDONE").<String>path("state")).isEqualTo("UNDONE");
    var undone = Office.keeper().get("/v1/organisations/WRX");
    assertThat(undone.<String>path("end")).isEqualTo(undone.<String>path("start"));
    assertThat(undone.<List<?>>path("affiliations")).isEmpty();
    problem(Office.keeper().post(path + "/acceptance", "{}"), 409, "import-undone");

    var again = Office.keeper().upload("?release=2026-09", bytes(file));
    assertThat(again.statusCode()).isEqualTo(201);
    Office.accept(again);
    assertThat(Office.keeper().get("/v1/organisations/WRX").<String>path("end")).isNull();
  }

  @Test
  void an_import_that_later_ones_stand_on_is_not_undone() throws Exception {
    var first = trust("WRY", "FIRST NHS TRUST");
    var second = trust("WRY", "SECOND NHS TRUST");
    var one = Office.accept(Office.keeper().upload("?release=2026-09-02", bytes(first)));
    var two = Office.accept(Office.keeper().upload("?release=2026-10-02", bytes(second)));
    String path = "/v1/imports/" + one.path("importId");
    Office.keeper().post(path + "/undoing", "{}");
    await("it is put back")
        .atMost(Office.PATIENCE)
        .until(() -> Office.keeper().get(path).path("failure") != null);
    assertThat(Office.keeper().get(path).<String>path("state")).isEqualTo("ACCEPTED");

    String later = "/v1/imports/" + two.path("importId");
    Office.keeper().post(later + "/undoing", "{}");
    assertThat(Office.until(later, "UNDONE").<String>path("state")).isEqualTo("UNDONE");
    assertThat(Office.keeper().get("/v1/organisations/WRY").<String>path("name"))
        .isEqualTo("FIRST NHS TRUST");
    Office.keeper().post(path + "/undoing", "{}");
    assertThat(Office.until(path, "UNDONE").<String>path("state")).isEqualTo("UNDONE");
  }

  @Test
  void what_cannot_be_read_is_refused_and_leaves_nothing() throws Exception {
    long head = store.head();
    int before = imports();
    problem(upload(new byte[0]), 422, "import-empty");
    problem(upload(bytes("a,b,c\n1,2,3\n")), 422, "import-not-recognised");
    problem(upload(new byte[] {(byte) 0x1f, (byte) 0x8b, 8, 0}), 422, "import-damaged");
    problem(upload(new byte[] {'P', 'K', 3, 4, 20, 0}), 422, "import-damaged");
    problem(upload(bomb()), 422, "import-too-large");
    problem(
        upload(
            "ods_code,name,icb_ods_code\n901,Stra\u00dfe,WQA"
                .getBytes(StandardCharsets.ISO_8859_1)),
        422,
        "import-not-utf-8");
    var undated = Office.keeper().upload("", bytes(trust("WRZ", "NO DATE NHS TRUST")));
    problem(undated, 422, "import-release-needed");
    assertThat(undated.<String>path("violations[0].message")).contains("2026-07");
    problem(
        Office.keeper().upload("?release=soon", bytes(trust("WRZ", "NO DATE NHS TRUST"))),
        400,
        "invalid-request");
    problem(
        upload(bytes(trust("WRZ", "BAD DATE NHS TRUST").replace("20010401", "20010431"))),
        422,
        "import-not-recognised");
    assertThat(store.head()).isEqualTo(head);
    assertThat(imports()).isEqualTo(before);
  }

  @Test
  void an_acceptance_whose_replica_is_gone_goes_on_when_it_is_asked_for_again() {
    var sent =
        Office.keeper().upload("?release=2026-09-04", bytes(trust("WRS", "STOPPED NHS TRUST")));
    String id = sent.path("importId");
    // As a replica leaves it that ends between the answer and the first event.
    uploads.begin(
        new ImportId(UUID.fromString(id)),
        new Metadata(ActorRef.person("gone"), null, null, UUID.fromString(id), null, null),
        ImportState.ACCEPTING,
        ImportState.PREVIEWED);
    problem(Office.keeper().get("/v1/organisations/WRS"), 404, "not-found");
    Office.accept(sent);
    assertThat(Office.keeper().get("/v1/organisations/WRS").<String>path("name"))
        .isEqualTo("STOPPED NHS TRUST");
    long head = store.head();
    Office.accept(sent);
    assertThat(store.head()).as("accepting what is accepted").isEqualTo(head);
  }

  @Test
  void one_key_is_one_file() {
    var key = UUID.randomUUID().toString();
    var file = bytes(trust("WRK", "KEYED NHS TRUST"));
    var sent = Office.keeper().upload("?release=2026-09-03", file, key);
    assertThat(sent.statusCode()).isEqualTo(201);
    var again = Office.keeper().upload("?release=2026-09-03", file, key);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.<String>path("importId")).isEqualTo(sent.path("importId"));
    problem(
        Office.keeper().upload("?release=2026-09-03", bytes(trust("WRL", "OTHER NHS TRUST")), key),
        422,
        "idempotency-key-reused");
    problem(
        Office.keeper().upload("?release=2026-09-04", file, key), 422, "idempotency-key-reused");
  }

  @Test
  void imports_are_listed_in_pages() {
    var first = Office.keeper().get("/v1/imports?limit=2");
    assertThat(first.<List<?>>path("items")).hasSize(2);
    var second = Office.keeper().get("/v1/imports?limit=200&after=" + first.path("next"));
    assertThat(second.<List<String>>path("items.importId"))
        .doesNotContainAnyElementsOf(first.path("items.importId"));
    problem(Office.keeper().get("/v1/imports?after=x"), 400, "invalid-request");
  }

  @Test
  void bodies_of_our_own_have_members_and_places_have_practices() {
    var body = federation("Vale Federation");
    var members = "/v1/organisations/" + body + "/members";
    var added = Office.keeper().post(members, members("FEDERATION", "W81001", "W81002"));
    assertThat(added.statusCode()).as(added.asString()).isEqualTo(200);
    assertThat(added.<Integer>path("members")).isEqualTo(2);
    assertThat(added.header("X-Position")).startsWith("organisations:");
    long head = store.head();
    assertThat(
            Office.keeper().post(members, members("FEDERATION", "W81001", "W81002")).statusCode())
        .isEqualTo(200);
    assertThat(store.head()).isEqualTo(head);

    var refused = Office.keeper().post(members, members("FEDERATION", "W81003", "W00001"));
    problem(refused, 409, "members-refused");
    assertThat(refused.<String>path("violations[0].pointer")).isEqualTo("/memberIds/1");
    assertThat(store.head()).as("all or none").isEqualTo(head);
    problem(Office.keeper().post(members, members("LMC", "W81003")), 422, "kind-does-not-fit");
    problem(Office.keeper().post(members, members("PCN_CORE", "W81003")), 422, "members-by-file");

    var place = place("Vale");
    var practices = "/v1/organisations/places/" + place + "/practices";
    assertThat(Office.keeper().post(practices, practices("W81001")).statusCode()).isEqualTo(200);
    var other = "/v1/organisations/places/" + place("Hill") + "/practices";
    problem(Office.keeper().post(other, practices("W81001")), 409, "members-refused");
    problem(
        Office.keeper()
            .post(
                "/v1/organisations/places",
                "{\"icsId\":\"W1B\",\"name\":\"Nowhere\",\"start\":\"2026-04-01\"}"),
        422,
        "not-an-icb");

    var practice = Office.keeper().get("/v1/organisations/W81001");
    assertThat(practice.<List<String>>path("affiliations.parentName"))
        .contains("Vale Federation", "Vale");
    String affiliation = affiliationTo(practice, body);
    assertThat(
            Office.keeper()
                .post(
                    "/v1/organisations/W81001/affiliations/" + affiliation + "/ending",
                    "{\"end\":\"2026-10-01\"}")
                .statusCode())
        .isEqualTo(204);
  }

  private static String affiliationTo(Response organisation, String parent) {
    return organisation.path("affiliations.find { it.parentId == '" + parent + "' }.affiliationId");
  }

  @Test
  void one_key_is_one_list_of_members() {
    var body = federation("Keyed Federation");
    var path = "/v1/organisations/" + body + "/members";
    var key = UUID.randomUUID().toString();
    var first = Office.keeper().post(path, members("FEDERATION", "W81004"), key);
    assertThat(first.statusCode()).isEqualTo(200);
    var again = Office.keeper().post(path, members("FEDERATION", "W81004"), key);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    problem(
        Office.keeper().post(path, members("FEDERATION", "W81005"), key),
        422,
        "idempotency-key-reused");
  }

  @Test
  void what_a_person_may_change_of_an_organisation() {
    var body = federation("Brief Federation");
    var path = "/v1/organisations/" + body;
    var keeper = Office.keeper();
    assertThat(
            keeper
                .post(path + "/names", "{\"name\":\"Short\",\"from\":\"2026-09-01\"}")
                .statusCode())
        .isEqualTo(204);
    assertThat(keeper.post(path + "/closing", "{\"end\":\"2026-10-01\"}").statusCode())
        .isEqualTo(204);
    problem(keeper.post(path + "/closing", "{\"end\":\"2026-11-01\"}"), 409, "organisation-closed");
    assertThat(keeper.post(path + "/reopening", "{\"from\":\"2026-10-01\"}").statusCode())
        .isEqualTo(204);
    problem(
        keeper.post(path + "/closing", "{\"end\":\"1900-01-01\"}"), 422, "ends-before-it-starts");
    assertThat(keeper.get(path).<String>path("name")).isEqualTo("Short");
    problem(
        keeper.post(
            "/v1/organisations/W81001/names", "{\"name\":\"Ours\",\"from\":\"2026-09-01\"}"),
        409,
        "named-by-the-registry");
    assertThat(keeper.post("/v1/organisations/WRB/sector", "{\"sector\":\"ACUTE\"}").statusCode())
        .isEqualTo(204);
    assertThat(keeper.get("/v1/organisations/WRB").<String>path("sector")).isEqualTo("ACUTE");
    problem(
        keeper.post("/v1/organisations/W81001/sector", "{\"sector\":\"ACUTE\"}"),
        409,
        "not-a-trust");
    problem(
        keeper.post(
            "/v1/organisations",
            "{\"name\":\"A practice\",\"kind\":\"PRACTICE\",\"start\":\"2026-04-01\"}"),
        422,
        "kind-of-the-registry");
    var stale =
        keeper
            .request()
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("If-Match", "\"1\"")
            .contentType("application/json")
            .body("{\"name\":\"Late\",\"from\":\"2026-09-01\"}")
            .post(path + "/names");
    problem(stale, 412, "stream-moved");
  }

  @Test
  void people_hold_roles_at_organisations_that_have_them() {
    var admin = Office.administrator();
    var person = admin.created("/v1/people", Office.named("Ada Test"), "personId");
    var roles = "/v1/people/" + person + "/roles";
    var holding = admin.created(roles, role("PRACTICE_PARTNER", "W81001"), "roleHoldingId");
    problem(admin.post(roles, role("PRACTICE_PARTNER", "W81001")), 409, "role-already-held");
    problem(admin.post(roles, role("PRACTICE_PARTNER", "W00001")), 422, "role-does-not-fit");
    problem(admin.post(roles, role("LMC_OFFICER", "W99999")), 422, "role-does-not-fit");
    assertThat(
            admin.post(roles + "/" + holding + "/ending", "{\"end\":\"2026-10-01\"}").statusCode())
        .isEqualTo(204);
    problem(
        admin.post(
            "/v1/people/" + person + "/identities",
            "{\"issuer\":\"%s\",\"subject\":\"%s\"}"
                .formatted(
                    uk.onevoice.testkit.stack.RunningStack.get().issuer(),
                    Caller.subjectOf("keeper"))),
        409,
        "identity-already-linked");
    problem(
        admin.post(
            "/v1/people/" + UUID.randomUUID() + "/roles", role("PRACTICE_PARTNER", "W81001")),
        404,
        "not-found");
  }

  @Test
  void clients_belong_to_organisations_that_fit() {
    var admin = Office.administrator();
    problem(
        admin.post(
            "/v1/clients",
            "{\"clientId\":\"some-client\",\"organisationId\":\"WRA\",\"kind\":\"ICB\"}"),
        422,
        "not-an-icb");
    problem(
        admin.post(
            "/v1/clients",
            "{\"clientId\":\"icb-client\",\"organisationId\":\"WQA\",\"kind\":\"ICB\"}"),
        409,
        "client-already-registered");
    problem(admin.post("/v1/clients/nobody/approval", "{}"), 404, "not-found");
  }

  @ParameterizedTest(name = "{0} may import: {1}, register: {2}, add people: {3}, read: {4}")
  @CsvSource({
    "nobody,         401, 401, 401, 401, 401",
    "foreign,        401, 401, 401, 401, 401",
    "forged,         401, 401, 401, 401, 401",
    "femi.larkspur,  403, 403, 403, 403, 403",
    "colm.ashgrove,  403, 403, 403, 200, 200",
    "icb-client,     403, 403, 403, 200, 403",
    "partner-client, 403, 403, 403, 200, 403",
    "keeper,         200, 201, 403, 200, 200",
    "admin,          200, 201, 201, 200, 200"
  })
  void who_may_do_what(String who, int imports, int register, int people, int read, int me) {
    var caller = caller(who);
    assertThat(caller.get("/v1/imports").statusCode()).isEqualTo(imports);
    var upload = caller.upload("", new byte[] {1}).statusCode();
    assertThat(upload).isEqualTo(imports == 200 ? 422 : imports);
    var any = "/v1/imports/" + new UUID(0, 1);
    int missing = imports == 200 ? 404 : imports;
    assertThat(caller.get(any).statusCode()).isEqualTo(missing);
    assertThat(caller.get(any + "/rows?kind=change").statusCode()).isEqualTo(missing);
    assertThat(caller.post(any + "/acceptance", "{}").statusCode()).isEqualTo(missing);
    assertThat(caller.post(any + "/undoing", "{}").statusCode()).isEqualTo(missing);
    assertThat(caller.post("/v1/organisations", federationBody("Anybody's")).statusCode())
        .isEqualTo(register);
    for (var part : Set.of("names", "closing", "reopening", "sector", "members")) {
      assertThat(caller.post("/v1/organisations/W99999/" + part, bodyOf(part)).statusCode())
          .as(part)
          .isEqualTo(register == 201 ? 404 : register);
    }
    var nowhere = "/v1/organisations/places/" + new UUID(0, 1);
    var somebody = "/v1/people/" + new UUID(0, 1);
    Map.of(
            "/v1/organisations/W99999/affiliations/" + new UUID(0, 1) + "/ending",
            "{\"end\":\"2026-09-01\"}",
            nowhere + "/names",
            "{\"name\":\"Any\"}",
            nowhere + "/practices",
            practices("W81001"),
            somebody + "/roles",
            role("PRACTICE_PARTNER", "W81001"),
            somebody + "/roles/" + new UUID(0, 1) + "/ending",
            "{\"end\":\"2026-09-01\"}")
        .forEach((path, body) ->
            assertThat(caller.post(path, body).statusCode())
                .as(path)
                .isEqualTo(register == 201 ? 404 : register));
    assertThat(
            caller
                .post(
                    "/v1/organisations/places",
                    "{\"icsId\":\"W99999\",\"name\":\"Any\",\"start\":\"2026-04-01\"}")
                .statusCode())
        .isEqualTo(register == 201 ? 422 : register);
    assertThat(caller.post("/v1/people", Office.named("Ada Test")).statusCode()).isEqualTo(people);
    Map.of(
            somebody + "/identities",
            "{\"issuer\":\"https://issuer.example\",\"subject\":\"" + who + "\"}",
            "/v1/clients/nobody/approval",
            "{}",
            "/v1/clients/nobody/suspension",
            "{}")
        .forEach((path, body) ->
            assertThat(caller.post(path, body).statusCode())
                .as(path)
                .isEqualTo(people == 201 ? 404 : people));
    assertThat(
            caller
                .post(
                    "/v1/clients",
                    "{\"clientId\":\"any\",\"organisationId\":\"W99999\",\"kind\":\"PARTNER\"}")
                .statusCode())
        .isEqualTo(people == 201 ? 422 : people);
    assertThat(caller.get("/v1/organisations/W81001").statusCode()).isEqualTo(read);
    assertThat(caller.get("/v1/people/me").statusCode()).isEqualTo(me);
  }

  /** What the small country of the other tests shows holds for the large one. */
  @Test
  @Order(Integer.MAX_VALUE - 1)
  void the_real_country_is_taken_over_once() throws Exception {
    var england = RealEngland.country();
    assumeTrue(england.isHere(), england.whyNot());
    Office.take(england);
    assertThat(
            Office.keeper()
                .get("/v1/organisations/M81009")
                .<List<String>>path("affiliations.findAll { it.end == null }.parentId"))
        .containsExactlyInAnyOrder("18C", "U98974");
    long head = store.head();
    for (var file : england.files()) {
      assertThat(Office.send(file).<String>path("state")).isEqualTo("ACCEPTED");
    }
    assertThat(store.head()).isEqualTo(head);
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void a_suspended_client_reads_no_more() {
    assertThat(
            Office.administrator().post("/v1/clients/partner-client/suspension", "{}").statusCode())
        .isEqualTo(204);
    await("the client is suspended")
        .atMost(Office.PATIENCE)
        .until(() -> Caller.as("partner-client").get("/v1/organisations/WQA").statusCode() == 403);
  }

  private static Caller caller(String who) {
    return switch (who) {
      case "nobody" -> Caller.nobody();
      case "foreign" -> Caller.foreign();
      case "forged" -> Caller.forged();
      default -> Caller.as(who);
    };
  }

  private static String bodyOf(String part) {
    return switch (part) {
      case "names" -> "{\"name\":\"Any\",\"from\":\"2026-09-01\"}";
      case "closing" -> "{\"end\":\"2026-09-01\"}";
      case "reopening" -> "{\"from\":\"2026-09-01\"}";
      case "sector" -> "{\"sector\":\"ACUTE\"}";
      default -> members("FEDERATION", "W81001");
    };
  }

  private int imports() {
    return Office.keeper().get("/v1/imports?limit=200").<List<?>>path("items").size();
  }

  private static Response upload(byte[] file) {
    return Office.keeper().upload("?release=2026-09-09", file);
  }

  private static String federation(String name) {
    return Office.keeper().created("/v1/organisations", federationBody(name), "organisationId");
  }

  private static String federationBody(String name) {
    return "{\"name\":\"%s\",\"kind\":\"FEDERATION\",\"start\":\"2020-04-01\"}".formatted(name);
  }

  private static String place(String name) {
    return Office.keeper()
        .created(
            "/v1/organisations/places",
            "{\"icsId\":\"WQA\",\"name\":\"%s\",\"start\":\"2022-07-01\"}".formatted(name),
            "placeId");
  }

  private static String members(String kind, String... members) {
    return "{\"memberIds\":[\"%s\"],\"kind\":\"%s\",\"start\":\"2024-04-01\"}"
        .formatted(String.join("\",\"", members), kind);
  }

  private static String practices(String... practices) {
    return "{\"practiceIds\":[\"%s\"],\"start\":\"2024-04-01\"}"
        .formatted(String.join("\",\"", practices));
  }

  private static String role(String role, String organisation) {
    return "{\"role\":\"%s\",\"organisationId\":\"%s\",\"start\":\"2026-04-01\"}"
        .formatted(role, organisation);
  }

  private static String trust(String code, String name) {
    return SyntheticEngland.trust(code, name, "WQA");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Small on the wire, 201 MB unpacked. */
  private static byte[] bomb() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("epraccur.csv"));
      byte[] nothing = new byte[1024 * 1024];
      for (int mb = 0; mb < 201; mb++) {
        out.write(nothing);
      }
      out.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.<String>path("type")).endsWith("/" + slug);
  }
}
