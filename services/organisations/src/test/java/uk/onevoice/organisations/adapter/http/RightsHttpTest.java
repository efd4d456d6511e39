package uk.onevoice.organisations.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.testkit.stack.Canaries;
import uk.onevoice.testkit.stack.ServiceUnderTest;
import uk.onevoice.testkit.stack.ToldRegistry;

/** A person's rights from asking to the last service's answer; the other services are told. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = {
      @ResourceArg(name = "log", value = "organisations"),
      // A start of the service is dear, and nobody there has these sign-ins or asks for anything.
      @ResourceArg(name = "for", value = "fhir")
    })
@WithTestResource(AdministratorOfTests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsHttpTest {
  private static final List<String> OTHERS = List.of("relationships", "meetings", "mandates");
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Inject javax.sql.DataSource rows;

  @Inject
  @DataSource("keys")
  javax.sql.DataSource keys;

  private final Map<String, ToldRegistry> others = new HashMap<>();

  @BeforeEach
  void an_administrator() {
    if (others.isEmpty()) {
      assertThat(admin().get("/v1/people/me").statusCode()).isEqualTo(200);
      OTHERS.forEach(log -> others.put(log, ToldRegistry.of(log, topic(log))));
    }
  }

  @AfterAll
  void end() {
    others.values().forEach(ToldRegistry::close);
  }

  private static String topic(String log) {
    return ConfigProvider.getConfig().getValue("onevoice.topics." + log, String.class);
  }

  private static Caller admin() {
    return Office.administrator();
  }

  @Test
  void a_person_asks_and_an_administrator_settles() {
    var femi = Caller.as("femi.larkspur");
    var id = Office.register("femi.larkspur", "");
    Office.register("grace.ndukwe-hale", "");
    var grace = Caller.as("grace.ndukwe-hale");
    var path = "/v1/people/" + id;

    var request =
        femi.created(
            path + "/requests",
            "{\"right\":\"CORRECTION\",\"words\":\"My name has an accent\"}",
            "requestId");
    var other = femi.created(path + "/requests", "{\"right\":\"RESTRICTION\"}", "requestId");

    var rights = femi.get(path + "/rights");
    assertThat(rights.statusCode()).isEqualTo(200);
    assertThat(rights.header("ETag")).isEqualTo("\"2\"");
    assertThat(rights.<Map<String, Object>>path("requests[0]"))
        .containsEntry("requestId", request)
        .containsEntry("right", "CORRECTION")
        .containsEntry("words", "My name has an accent")
        .containsEntry("due", TODAY.plusMonths(1).toString())
        .containsEntry("outcome", null);
    assertThat(admin().get("/v1/people/requests").<String>path("items[0].requestId"))
        .isEqualTo(request);
    var first = admin().get("/v1/people/requests?limit=1");
    assertThat(
            admin()
                .get("/v1/people/requests?limit=1&after=" + first.path("next"))
                .<String>path("items[0].requestId"))
        .isEqualTo(other);

    problem(grace.get(path + "/rights"), 404, "not-found");
    problem(grace.post(path + "/requests", "{\"right\":\"ERASURE\"}"), 404, "not-found");
    problem(grace.get(path + "/record"), 404, "not-found");
    problem(grace.get(path + "/readings"), 404, "not-found");
    problem(grace.post(path + "/exports", "{}"), 404, "not-found");
    problem(femi.get("/v1/people/requests"), 403, "not-allowed");
    problem(femi.post(path + "/erasure", "{}"), 403, "not-allowed");
    problem(femi.get(path + "/erasure"), 403, "not-allowed");
    problem(admin().get(path + "/erasure"), 404, "not-found");
    problem(admin().get("/v1/people/" + UUID.randomUUID() + "/rights"), 404, "not-found");

    var settlement = path + "/requests/" + request + "/settlement";
    problem(femi.post(settlement, "{\"outcome\":\"DONE\"}"), 403, "not-allowed");
    done(admin().post(settlement, "{\"outcome\":\"DONE\"}"));
    problem(admin().post(settlement, "{\"outcome\":\"DECLINED\"}"), 409, "request-settled");
    assertThat(femi.get(path + "/rights").<String>path("requests[0].outcome")).isEqualTo("DONE");
    assertThat(admin().get("/v1/people/requests").<List<String>>path("items.requestId"))
        .containsExactly(other);
  }

  @Test
  void words_are_corrected_answered_restricted_and_whoever_else_reads_them_is_written_down() {
    var owen = Caller.as("owen.tallant");
    var id = Office.register("owen.tallant", "");
    var path = "/v1/people/" + id;
    owen.created(path + "/requests", "{\"right\":\"CORRECTION\",\"words\":\"Mine\"}", "requestId");
    admin()
        .created(path + "/requests", "{\"right\":\"ERASURE\",\"words\":\"Theirs\"}", "requestId");

    var record = owen.get(path + "/record");
    assertThat(record.<List<String>>path("words.findAll { it.kind == 'rights-request' }.words"))
        .containsExactly("Mine", "Theirs");
    assertThat(record.<List<String>>path("mentions.items.type"))
        .contains("PersonRegistered", "IdentityLinked", "RightRequested");
    assertThat(owen.get(path + "/readings").<List<?>>path("items")).isEmpty();
    String mine = record.path("words.find { it.words == 'Mine' }.wordsRef");
    String theirs = record.path("words.find { it.words == 'Theirs' }.wordsRef");

    done(owen.post(path + "/words/" + mine + "/rectification", "{\"words\":\"Mine, better\"}"));
    problem(
        owen.post(path + "/words/" + theirs + "/rectification", "{\"words\":\"Mine\"}"),
        403,
        "not-allowed");
    problem(
        owen.post(path + "/words/" + mine + "/rectification", "{\"words\":\" \"}"),
        400,
        "invalid-request");
    problem(
        owen.post(path + "/words/" + UUID.randomUUID() + "/rectification", "{\"words\":\"X\"}"),
        410,
        "words-gone");
    var key = UUID.randomUUID().toString();
    var answer = path + "/words/" + theirs + "/counter-statements";
    var statement = owen.post(answer, "{\"words\":\"I do not agree\"}", key);
    assertThat(statement.statusCode()).as(statement.asString()).isEqualTo(200);
    var again = owen.post(answer, "{\"words\":\"I do not agree\"}", key);
    assertThat(again.<String>path("statementRef")).isEqualTo(statement.path("statementRef"));

    done(admin().post(path + "/restriction", "{}"));
    await("the vault has heard")
        .atMost(Office.PATIENCE)
        .until(() -> owen.get(path + "/record").<Boolean>path("words[0].restricted"));

    var forAdministrator = admin().get(path + "/record?why=COMPLAINT");
    assertThat(forAdministrator.<List<Map<String, Object>>>path("words"))
        .as("a name, two requests and a view")
        .hasSize(4)
        .anySatisfy(words ->
            assertThat(words)
                .containsEntry("words", "Mine, better")
                .containsEntry("rectifiedBy", "person:" + id)
                .containsEntry("restricted", true))
        .anySatisfy(words ->
            assertThat(words)
                .containsEntry("words", "I do not agree")
                .containsEntry("kind", "counter-statement")
                .containsEntry("beside", theirs));
    problem(admin().get(path + "/record?why=curiosity"), 400, "invalid-request");
    var readings = owen.get(path + "/readings?limit=2");
    assertThat(readings.<List<Map<String, Object>>>path("items"))
        .hasSize(2)
        .allSatisfy(reading -> assertThat(reading).containsEntry("why", "COMPLAINT"));
    assertThat(
            owen.get(path + "/readings?limit=2&after=" + readings.path("next"))
                .<List<?>>path("items"))
        .hasSize(2);

    assertThat(owen.get(path + "/rights").<Boolean>path("restricted")).isTrue();
    done(admin().post(path + "/restriction/lifting", "{}"));
    await("the vault has heard")
        .atMost(Office.PATIENCE)
        .until(() -> !owen.get(path + "/record").<Boolean>path("words[0].restricted"));
  }

  @Test
  void an_export_says_which_service_is_outstanding_until_all_have_answered() {
    var rowan = Caller.as("rowan.pike");
    var id = Office.register("rowan.pike", "");
    var path = "/v1/people/" + id;
    var export = path + "/exports/" + rowan.created(path + "/exports", "{}", "exportId");

    await("organisations has answered")
        .atMost(Office.PATIENCE)
        .until(() -> ready(rowan.get(export), "organisations"));
    assertThat(rowan.get(export).<List<String>>path("services.findAll { it.at == null }.service"))
        .containsExactlyInAnyOrderElementsOf(OTHERS);
    assertThat(rowan.get(export).<List<String>>path("services.href"))
        .contains(path + "/record", "/v1/meetings/people/" + id + "/record");
    OTHERS.forEach(log ->
        others
            .get(log)
            .tell(
                "subject-" + id,
                "ExportReady",
                Map.of(
                    "personId",
                    id,
                    "exportId",
                    export.substring(export.lastIndexOf('/') + 1),
                    "service",
                    log)));
    await("all have answered")
        .atMost(Office.PATIENCE)
        .until(() -> OTHERS.stream().allMatch(log -> ready(rowan.get(export), log)));
    problem(rowan.get(path + "/exports/" + UUID.randomUUID()), 404, "not-found");
  }

  @Test
  void what_is_asked_about_one_record_covers_those_merged_into_it_until_they_are_parted() {
    var one = admin().created("/v1/people", "{\"name\":\"Ida Once\"}", "personId");
    var two = admin().created("/v1/people", "{\"name\":\"Ida Twice\"}", "personId");
    var path = "/v1/people/" + one;
    var other = "/v1/people/" + two;
    var request =
        admin()
            .created(
                other + "/requests",
                "{\"right\":\"CORRECTION\",\"words\":\"Under the second\"}",
                "requestId");
    var merge = "{\"into\":\"%s\"}".formatted(one);
    done(admin().post(other + "/merge", merge));

    await("the directory has heard")
        .atMost(Office.PATIENCE)
        .until(() -> words(path).contains("Under the second"));
    assertThat(words(path)).contains("Ida Once", "Ida Twice");
    assertThat(words(other)).containsExactlyInAnyOrderElementsOf(words(path));
    assertThat(admin().get(path + "/rights").<List<String>>path("requests.requestId"))
        .containsExactly(request);
    done(admin().post(path + "/requests/" + request + "/settlement", "{\"outcome\":\"DONE\"}"));
    var export = admin().created(other + "/exports", "{}", "exportId");
    assertThat(admin().get(path + "/exports/" + export).statusCode()).isEqualTo(200);

    done(admin().post(path + "/restriction", "{}"));
    assertThat(admin().get(other + "/rights").<Boolean>path("restricted")).isTrue();
    await("the vault has heard")
        .atMost(Office.PATIENCE)
        .until(() -> !restricted(other).contains(false));

    done(admin().post(other + "/merge/undoing", "{}"));
    await("they are parted")
        .atMost(Office.PATIENCE)
        .until(() -> !words(path).contains("Under the second"));
    assertThat(admin().get(path + "/rights").<List<?>>path("requests")).isEmpty();
    assertThat(admin().get(path + "/rights").<Boolean>path("restricted")).isTrue();
    assertThat(admin().get(other + "/rights").<Boolean>path("restricted")).isFalse();
    assertThat(restricted(other)).containsOnly(false);

    done(admin().post(other + "/merge", merge));
    done(admin().post(other + "/restriction/lifting", "{}"));
    assertThat(admin().get(path + "/rights").<Boolean>path("restricted")).isFalse();
    done(admin().post(path + "/erasure", "{}"));
    OTHERS.forEach(
        log -> others.get(log).tell("subject-" + one, "SubjectErased", erased(one, log)));
    await("both are erased here")
        .atMost(Office.PATIENCE)
        .until(() -> ready(admin().get(other + "/erasure"), "organisations"));
    assertThat(ready(admin().get(path + "/erasure"), "meetings")).as("the other record").isFalse();
    OTHERS.forEach(
        log -> others.get(log).tell("subject-" + two, "SubjectErased", erased(two, log)));
    await("all have answered for both")
        .atMost(Office.PATIENCE)
        .until(() -> OTHERS.stream().allMatch(log -> ready(admin().get(path + "/erasure"), log)));
  }

  private static Map<String, String> erased(String person, String log) {
    return Map.of("personId", person, "service", log);
  }

  private static List<String> words(String person) {
    return admin().get(person + "/record").path("words.words");
  }

  private static List<Boolean> restricted(String person) {
    return admin().get(person + "/record").path("words.restricted");
  }

  private static boolean ready(Response answers, String service) {
    return answers.path("services.find { it.service == '" + service + "' }.at") != null;
  }

  @Test
  void of_somebody_erased_nothing_that_was_written_is_found_anywhere() throws SQLException {
    var colm = Caller.as("colm.ashgrove");
    var id =
        Office.register("colm.ashgrove", "{\"role\":\"REGISTRY_KEEPER\",\"start\":\"2026-01-01\"}");
    var path = "/v1/people/" + id;
    String name = "CanaryName" + UUID.randomUUID();
    String email = "canary" + UUID.randomUUID() + "@surgery.example";
    String asked = "CanaryAsked" + UUID.randomUUID();
    String corrected = "CanaryCorrected" + UUID.randomUUID();
    String view = "CanaryView" + UUID.randomUUID();
    try (var canaries = Canaries.of(name, email, asked, corrected, view)) {
      done(admin().post(path + "/names", "{\"name\":\"%s\"}".formatted(name)));
      done(
          colm.post(
              path + "/contact",
              "{\"email\":\"%s\",\"telephone\":\"+44 1632 960123\",\"shown\":true}"
                  .formatted(email)));
      assertThat(found(name)).as("people of that name").containsExactly(id);
      var request =
          colm.created(
              path + "/requests",
              "{\"right\":\"ERASURE\",\"words\":\"%s\"}".formatted(asked),
              "requestId");
      String ref =
          colm.get(path + "/record").path("words.find { it.kind == 'rights-request' }.wordsRef");
      done(
          colm.post(
              path + "/words/" + ref + "/rectification",
              "{\"words\":\"%s\"}".formatted(corrected)));
      assertThat(
              colm.post(
                      path + "/words/" + ref + "/counter-statements",
                      "{\"words\":\"%s\"}".formatted(view))
                  .statusCode())
          .isEqualTo(200);
      assertThat(admin().get(path + "/record").asString()).contains(name, email, corrected, view);

      problem(colm.get("/v1/people/requests?after=" + asked), 403, "not-allowed");

      done(admin().post(path + "/erasure", "{}"));
      done(admin().post(path + "/erasure", "{}"));
      done(admin().post(path + "/requests/" + request + "/settlement", "{\"outcome\":\"DONE\"}"));

      await("organisations has erased")
          .atMost(Office.PATIENCE)
          .until(() -> ready(admin().get(path + "/erasure"), "organisations"));
      assertThat(
              admin()
                  .get(path + "/erasure")
                  .<List<String>>path("services.findAll { it.at == null }.service"))
          .containsExactlyInAnyOrderElementsOf(OTHERS);
      for (int times = 0; times < 2; times++) {
        OTHERS.forEach(log ->
            others
                .get(log)
                .tell("subject-" + id, "SubjectErased", Map.of("personId", id, "service", log)));
      }
      await("all have answered")
          .atMost(Office.PATIENCE)
          .until(() -> OTHERS.stream().allMatch(log -> ready(admin().get(path + "/erasure"), log)));

      await("the sign-in belongs to nobody")
          .atMost(Office.PATIENCE)
          .until(() -> colm.get("/v1/people/me").statusCode() == 403);
      problem(colm.get("/v1/people/me"), 403, "not-registered");
      problem(
          admin().post(path + "/roles", "{\"role\":\"REGISTRY_KEEPER\",\"start\":\"2026-01-01\"}"),
          409,
          "person-erased");
      problem(admin().post(path + "/exports", "{}"), 409, "person-erased");
      var left = admin().get(path + "/record");
      assertThat(left.<List<?>>path("words")).isEmpty();
      assertThat(left.<List<String>>path("mentions.items.type"))
          .contains("RoleEnded", "PersonErased", "SubjectErased");
      assertThat(admin().get(path + "/rights").<String>path("requests[0].words")).isNull();

      assertThat(found(name)).as("people of that name").isEmpty();
      assertThat(admin().get(path + "/history").asString()).doesNotContain(name, email);

      assertNowhere(canaries);
    }
    assertThat(Office.register("colm.ashgrove", "")).as("the sign-in is free").isNotEqualTo(id);
  }

  private static List<String> found(String name) {
    return admin().post("/v1/people/searches", Office.named(name)).path("items.personId");
  }

  private void assertNowhere(Canaries canaries) throws SQLException {
    for (var database : List.of(rows, keys)) {
      try (var connection = database.getConnection()) {
        var search = canaries.inTables(connection);
        assertThat(search.places()).isPositive();
        assertThat(search.found()).isEmpty();
      }
    }
    var topics =
        canaries.inTopics(
            Stream.concat(OTHERS.stream(), Stream.of("organisations"))
                .map(RightsHttpTest::topic)
                .toList());
    assertThat(topics.places()).isPositive();
    assertThat(topics.found()).isEmpty();
    assertThat(canaries.inLogs().places()).isPositive();
    assertThat(canaries.inLogs().found()).isEmpty();
  }

  private static void done(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(204);
  }

  private static void problem(Response response, int status, String type) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.<String>path("type")).endsWith("/" + type);
  }
}
