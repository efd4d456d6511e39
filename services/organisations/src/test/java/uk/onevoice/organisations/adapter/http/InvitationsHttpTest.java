package uk.onevoice.organisations.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = {
      @ResourceArg(name = "log", value = "organisations"),
      // A start of the service is dear.
      @ResourceArg(name = "for", value = "one-each")
    })
@WithTestResource(AdministratorOfTests.class)
class InvitationsHttpTest {
  private static final String REDEEM = "/v1/people/me/identity";

  @Inject DataSource database;

  @BeforeEach
  void an_office() {
    Office.open();
  }

  @Test
  void who_signs_in_and_has_the_code_becomes_that_person() throws Exception {
    Office.free("tamsin.orrell");
    var person = person();
    var made = Office.keeper().post(invitations(person), "{}");
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    String code = made.path("code");
    assertThat(standing(person)).isEqualTo("OPEN");

    var stranger = Caller.as("tamsin.orrell");
    problem(stranger.get("/v1/people/me"), 403, "not-registered");
    var redeemed = stranger.post(REDEEM, body(" " + code + "\\n"));
    assertThat(redeemed.statusCode()).as(redeemed.asString()).isEqualTo(200);
    assertThat(redeemed.<String>path("personId")).isEqualTo(person);

    var known =
        stranger.request().header("X-Position", redeemed.header("X-Position")).get("/v1/people/me");
    assertThat(known.statusCode()).isEqualTo(200);
    assertThat(known.<String>path("personId")).isEqualTo(person);
    assertThat(standing(person)).isEqualTo("REDEEMED");
    assertThat(stranger.post(REDEEM, body(code)).statusCode()).as("again").isEqualTo(200);
    assertThat(keptAnywhere(code)).as("where the code itself is kept").isZero();
  }

  @Test
  void of_two_who_send_the_code_at_once_one_becomes_the_person() throws Exception {
    Office.free("owen.tallant");
    Office.free("grace.ndukwe-hale");
    String code = Office.keeper().post(invitations(person()), "{}").path("code");
    List<Callable<Response>> both =
        List.of(
            () -> Caller.as("owen.tallant").post(REDEEM, body(code)),
            () -> Caller.as("grace.ndukwe-hale").post(REDEEM, body(code)));
    List<Integer> answers;
    try (var threads = Executors.newFixedThreadPool(2)) {
      answers =
          threads.invokeAll(both).stream().map(answer -> answer.resultNow().statusCode()).toList();
    }
    assertThat(answers).containsExactlyInAnyOrder(200, 422);
  }

  @Test
  void a_code_that_was_replaced_or_taken_back_or_never_given_is_refused_in_the_same_words() {
    Office.free("rowan.pike");
    var person = person();
    String first = Office.keeper().post(invitations(person), "{}").path("code");
    String second = Office.keeper().post(invitations(person), "{}").path("code");
    var rowan = Caller.as("rowan.pike");
    problem(rowan.post(REDEEM, body(first)), 422, "invitation-not-valid");
    assertThat(Office.keeper().post(invitations(person) + "/revocation", "{}").statusCode())
        .isEqualTo(204);
    assertThat(standing(person)).isEqualTo("NONE");
    problem(rowan.post(REDEEM, body(second)), 422, "invitation-not-valid");
    problem(rowan.post(REDEEM, body("no code at all")), 422, "invitation-not-valid");
    problem(
        rowan.post(REDEEM, body(InvitationCode.drawn(someId()).value())),
        422,
        "invitation-not-valid");
    problem(rowan.get("/v1/people/me"), 403, "not-registered");
  }

  @Test
  void a_sign_in_that_is_somebodys_does_not_use_a_code_up() {
    var person = person();
    String code = Office.keeper().post(invitations(person), "{}").path("code");
    problem(Office.keeper().post(REDEEM, body(code)), 409, "identity-already-linked");
    assertThat(standing(person)).isEqualTo("OPEN");
  }

  @Test
  void a_repeated_request_is_not_told_the_code_again() {
    var path = invitations(person());
    var key = UUID.randomUUID().toString();
    var first = Office.keeper().post(path, "{}", key);
    var again = Office.keeper().post(path, "{}", key);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.<String>path("invitationId")).isEqualTo(first.path("invitationId"));
    assertThat(again.<String>path("code")).isNull();
  }

  @Test
  void a_keeper_invites_nobody_who_may_do_more_than_a_keeper() {
    var administrator = Office.administrator().get("/v1/people/me").<String>path("personId");
    problem(Office.keeper().post(invitations(administrator), "{}"), 403, "not-allowed");
    problem(Office.keeper().get(invitations(administrator)), 403, "not-allowed");
    assertThat(Office.administrator().get(invitations(administrator)).statusCode()).isEqualTo(200);
  }

  @Test
  void nobody_is_invited_who_is_not_there() {
    problem(Office.keeper().post(invitations(new UUID(0, 7).toString()), "{}"), 404, "not-found");
  }

  private static String person() {
    return Office.administrator().created("/v1/people", Office.named("Ada Test"), "personId");
  }

  private static uk.onevoice.organisations.domain.person.PersonId someId() {
    return new uk.onevoice.organisations.domain.person.PersonId(new UUID(0, 8));
  }

  private static String standing(String person) {
    return Office.keeper().get(invitations(person)).path("state");
  }

  private static String invitations(String person) {
    return "/v1/people/" + person + "/invitations";
  }

  private static String body(String code) {
    return "{\"code\":\"" + code + "\"}";
  }

  private int keptAnywhere(String code) throws Exception {
    await("the answer to the request is kept").until(() -> rows("idempotency", "") > 0);
    return rows("event", code) + rows("idempotency", code);
  }

  private int rows(String table, String text) throws Exception {
    try (var connection = database.getConnection();
        var count =
            connection.prepareStatement(
                "select count(*) from " + table + " t where t::text like ?")) {
      count.setString(1, "%" + text + "%");
      try (var row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static void problem(Response answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.<String>path("type")).endsWith("/" + type);
  }
}
