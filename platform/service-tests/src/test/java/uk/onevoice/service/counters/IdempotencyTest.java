package uk.onevoice.service.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.eventstore.EventStore;

@QuarkusTest
@WithTestResource(CountersUnderTest.class)
class IdempotencyTest {
  private static final String JSON = "application/json";

  @Inject DataSource database;
  @Inject EventStore store;

  private final Tokens tokens = new Tokens();
  private final Caller keeper = new Caller(tokens.ofPerson("keeper"));

  @BeforeEach
  void people() {
    new People(database, tokens.issuer()).register();
  }

  private static String[] withKey(String key) {
    return new String[] {"Idempotency-Key", key, "Content-Type", JSON};
  }

  @Test
  void a_post_without_a_key_is_refused() {
    var answer = keeper.post("/v1/counters", "{\"label\":\"Beans\"}", "Content-Type", JSON);

    assertProblem(answer, 400, "idempotency-key-missing");
  }

  @Test
  void a_key_of_another_form_is_refused() {
    for (String key : List.of("short", "with space in it", "x".repeat(201))) {
      assertProblem(
          keeper.post("/v1/counters", "{\"label\":\"Beans\"}", withKey(key)),
          400,
          "idempotency-key-invalid");
    }
  }

  @Test
  void the_same_request_again_has_no_second_effect_and_the_first_answer() {
    String key = UUID.randomUUID().toString();
    String body = "{\"label\":\"Beans\"}";

    var first = keeper.post("/v1/counters", body, withKey(key));
    long head = store.head();
    var second = keeper.post("/v1/counters", body, withKey(key));

    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(store.head()).isEqualTo(head);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
    for (String header : List.of("Location", "ETag", "X-Position", "Content-Type")) {
      assertThat(second.headers().firstValue(header))
          .as(header)
          .isPresent()
          .isEqualTo(first.headers().firstValue(header));
    }
  }

  @Test
  void the_same_key_with_another_body_path_or_query_is_refused() {
    String counter = keeper.counter();
    String key = UUID.randomUUID().toString();
    var first = keeper.post(counter + "/additions", "{\"amount\":1}", withKey(key));
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);

    assertProblem(
        keeper.post(counter + "/additions", "{\"amount\":2}", withKey(key)),
        422,
        "idempotency-key-reused");
    assertProblem(
        keeper.post(keeper.counter() + "/additions", "{\"amount\":1}", withKey(key)),
        422,
        "idempotency-key-reused");
    assertProblem(
        keeper.post(counter + "/additions?again=yes", "{\"amount\":1}", withKey(key)),
        422,
        "idempotency-key-reused");
    assertThat(keeper.get(counter).body()).isEqualTo("{\"total\":1}");
  }

  @Test
  void the_same_request_in_another_capacity_is_another_request() {
    String counter = keeper.counter();
    String key = UUID.randomUUID().toString();
    String role = People.KEEPER_ROLE.toString();
    var first = keeper.post(counter + "/additions", "{\"amount\":1}", withKey(key));
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);

    assertProblem(
        keeper.post(counter + "/additions", "{\"amount\":1}", actingAs(role, key)),
        422,
        "idempotency-key-reused");
    String other = UUID.randomUUID().toString();
    for (int time = 0; time < 2; time++) {
      assertThat(
              keeper
                  .post(counter + "/additions", "{\"amount\":1}", actingAs(role, other))
                  .statusCode())
          .isEqualTo(200);
    }
    assertThat(keeper.get(counter).body()).isEqualTo("{\"total\":2}");
  }

  private static String[] actingAs(String role, String key) {
    return new String[] {"Idempotency-Key", key, "Content-Type", JSON, "X-Acting-As", role};
  }

  @Test
  void a_key_is_forgotten_when_it_is_old() throws SQLException {
    String counter = keeper.counter();
    String key = UUID.randomUUID().toString();
    keeper.post(counter + "/additions", "{\"amount\":1}", withKey(key));
    execute("update idempotency set recorded_at = recorded_at - interval '47 hours'", key);
    keeper.post(counter + "/additions", "{\"amount\":1}", withKey(key));
    assertThat(keeper.get(counter).body()).isEqualTo("{\"total\":1}");

    execute("update idempotency set recorded_at = recorded_at - interval '2 hours'", key);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          keeper.post(counter + "/additions", "{\"amount\":1}", withKey(key));
          assertThat(keeper.get(counter).body()).isEqualTo("{\"total\":2}");
        });
  }

  private void execute(String update, String key) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(update + " where key = ?")) {
      statement.setString(1, key);
      statement.execute();
    }
  }

  @Test
  void fifty_at_once_with_one_key_have_one_effect_and_one_answer()
      throws InterruptedException, ExecutionException {
    String counter = keeper.counter();
    String key = UUID.randomUUID().toString();
    Callable<HttpResponse<String>> add =
        () -> keeper.post(counter + "/additions", "{\"amount\":7}", withKey(key));

    List<HttpResponse<String>> answers;
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          callers.invokeAll(IntStream.range(0, 50).mapToObj(_ -> add).toList()).stream()
              .map(IdempotencyTest::answer)
              .toList();
    }

    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
    assertThat(answers).extracting(HttpResponse::body).containsOnly("{\"total\":7}");
    assertThat(answers)
        .filteredOn(answer -> answer.headers().firstValue("Idempotency-Replayed").isEmpty())
        .hasSize(1);
    assertThat(keeper.get(counter).body()).isEqualTo("{\"total\":7}");
  }

  private static HttpResponse<String> answer(Future<HttpResponse<String>> future) {
    return future.resultNow();
  }

  @Test
  void another_callers_same_key_is_another_key() {
    var other = new Caller(tokens.ofPerson("second-keeper"));
    String key = UUID.randomUUID().toString();

    var first = keeper.post("/v1/counters", "{\"label\":\"Mine\"}", withKey(key));
    var second = other.post("/v1/counters", "{\"label\":\"Yours\"}", withKey(key));

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).as(second.body()).isEqualTo(201);
    assertThat(second.body()).isNotEqualTo(first.body());
  }

  @Test
  void a_request_that_a_rule_refused_may_be_sent_again_with_its_key() {
    String unknown = "/v1/counters/" + UUID.randomUUID() + "/additions";
    String key = UUID.randomUUID().toString();

    assertProblem(keeper.post(unknown, "{\"amount\":1}", withKey(key)), 409, "counter-not-started");
    assertProblem(keeper.post(unknown, "{\"amount\":1}", withKey(key)), 409, "counter-not-started");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(Caller.json(answer).path("type").asText())
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }
}
