package uk.onevoice.organisations.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import uk.onevoice.organisations.imports.Country;
import uk.onevoice.organisations.imports.SyntheticEngland;
import uk.onevoice.testkit.stack.RunningStack;

/** An installation with its first administrator and a registry keeper. */
final class Office {
  static final Duration PATIENCE = Duration.ofSeconds(120);

  private static boolean open;
  private static boolean oneEach;

  private Office() {}

  /** Registers the keeper, once, and waits until the service knows them. */
  static synchronized void open() {
    if (!open) {
      register("keeper", "{\"role\":\"REGISTRY_KEEPER\",\"start\":\"2026-01-01\"}");
      await("the keeper is known")
          .atMost(PATIENCE)
          .until(() -> keeper().get("/v1/imports").statusCode() == 200);
      open = true;
    }
  }

  static Caller administrator() {
    return Caller.as("admin");
  }

  static Caller keeper() {
    return Caller.as("keeper");
  }

  /** A body that registers somebody by this name. */
  static String named(String name) {
    return "{\"name\":\"%s\"}".formatted(name);
  }

  /** Registers a person with a sign-in and, if there is one, a role. */
  static String register(String user, String role) {
    free(user);
    var person = administrator().created("/v1/people", named(user), "personId");
    var linked =
        administrator()
            .post(
                "/v1/people/" + person + "/identities",
                "{\"issuer\":\"%s\",\"subject\":\"%s\"}"
                    .formatted(RunningStack.get().issuer(), Caller.subjectOf(user)));
    assertThat(linked.statusCode()).as(linked.asString()).isEqualTo(204);
    if (!role.isEmpty()) {
      administrator().created("/v1/people/" + person + "/roles", role, "roleHoldingId");
    }
    // As this person: the sign-in may have been somebody's before, and is nobody's in between.
    await(user + " is known")
        .atMost(PATIENCE)
        .until(() -> person.equals(Caller.as(user).get("/v1/people/me").path("personId")));
    return person;
  }

  /** Whom another test class made of a sign-in is erased, to the end, so that it is nobody's. */
  static void free(String user) {
    var me = Caller.as(user).get("/v1/people/me");
    if (me.statusCode() != 200) {
      return;
    }
    var erasure = "/v1/people/" + me.path("personId") + "/erasure";
    var asked = administrator().post(erasure, "{}");
    assertThat(asked.statusCode()).as(asked.asString()).isBetween(200, 204);
    await(user + " is nobody")
        .atMost(PATIENCE)
        .until(() ->
            administrator().get(erasure).path("services.find { it.service == 'organisations' }.at")
                    != null
                && Caller.as(user).get("/v1/people/me").statusCode() == 403);
  }

  /** Sends every file, accepts it and waits until it is taken over. */
  static void take(Country country) throws Exception {
    for (var file : country.files()) {
      accept(send(file));
    }
  }

  /** A country in which each test class has its own, by the letter its codes begin with; once. */
  static synchronized void takeOneEach() throws Exception {
    if (!oneEach) {
      oneEach = true;
      take(SyntheticEngland.country("FGHJ"));
    }
  }

  static Response send(Country.File file) throws Exception {
    try (var in = file.open()) {
      var query = file.release() == null ? "" : "?release=" + file.release();
      var sent = keeper().upload(query, in.readAllBytes());
      assertThat(sent.statusCode()).as(file.name() + sent.asString()).isIn(200, 201);
      return sent;
    }
  }

  static Response accept(Response sent) {
    var path = "/v1/imports/" + sent.path("importId");
    var accepted = keeper().post(path + "/acceptance", "{}");
    assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
    return until(path, "ACCEPTED");
  }

  static Response until(String path, String state) {
    return await(path + " is " + state)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> keeper().get(path),
            answer -> answer.path("state").equals(state) || answer.path("state").equals("FAILED"));
  }
}
