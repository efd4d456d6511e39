package uk.onevoice.service.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(CountersUnderTest.class)
class ProblemsTest {
  @Inject DataSource database;

  private final Tokens tokens = new Tokens();
  private final Caller keeper = new Caller(tokens.ofPerson("keeper"));

  @BeforeEach
  void people() {
    new People(database, tokens.issuer()).register();
  }

  @Test
  void an_address_nobody_answers() {
    assertProblem(keeper.get("/v1/nothing"), 404, "not-found");
    assertProblem(keeper.get("/v1/counters/not-a-uuid"), 404, "not-found");
    assertProblem(keeper.get("/v1/counters/" + UUID.randomUUID()), 404, "not-found");
  }

  @Test
  void outside_the_local_profile_nobody_says_when_something_was_recorded() {
    assertProblem(
        keeper.post(
            "/v1/counters",
            "{\"label\":\"Beans\"}",
            "Content-Type",
            "application/json",
            "Idempotency-Key",
            UUID.randomUUID().toString(),
            "X-Recorded-At",
            "2026-01-05T09:00:00Z"),
        400,
        "backdating-refused");
    assertProblem(
        keeper.get("/v1/counters/me", "X-Recorded-At", "2026-01-05T09:00:00Z"),
        400,
        "backdating-refused");
  }

  @Test
  void a_method_that_is_not_offered() {
    var answer = Caller.send(keeper.request("/v1/counters/me").DELETE());

    assertProblem(answer, 405, "method-not-allowed");
  }

  @Test
  void a_media_type_that_is_not_offered() {
    assertProblem(keeper.get("/v1/counters/me", "Accept", "image/png"), 406, "not-acceptable");
  }

  @Test
  void a_body_that_is_not_json() {
    assertProblem(
        keeper.post(
            "/v1/counters",
            "<label/>",
            "Content-Type",
            "application/xml",
            "Idempotency-Key",
            UUID.randomUUID().toString()),
        415,
        "unsupported-media-type");
  }

  @Test
  void a_body_that_is_announced_too_large() {
    assertProblem(
        keeper.command("/v1/counters", "{\"label\":\"" + "x".repeat(2_000_000) + "\"}"),
        413,
        "body-too-large");
  }

  @Test
  void a_body_that_grows_too_large() {
    byte[] body =
        ("{\"label\":\"" + "x".repeat(2_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
    var answer =
        Caller.send(
            keeper
                .request(
                    "/v1/counters",
                    "Content-Type",
                    "application/json",
                    "Idempotency-Key",
                    UUID.randomUUID().toString())
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(body))));

    assertProblem(answer, 413, "body-too-large");
  }

  @Test
  void headers_that_are_too_large() {
    assertProblem(
        keeper.get("/v1/counters/me", "X-Padding", "x".repeat(20_000)), 431, "headers-too-large");
  }

  @Test
  void headers_that_are_larger_than_the_server_reads_are_refused_without_a_body()
      throws IOException {
    String answer =
        raw("GET /v1/counters/me HTTP/1.1\r\nHost: a\r\nX-Padding: " + "x".repeat(100_000));

    assertThat(answer).startsWith("HTTP/1.1 431");
    assertThat(answer.substring(answer.indexOf("\r\n\r\n"))).isBlank();
  }

  @Test
  void an_address_that_is_too_long() {
    assertProblem(keeper.get("/v1/counters/me?q=" + "x".repeat(5_000)), 414, "uri-too-long");
  }

  @Test
  void a_defect_tells_nothing_about_itself() {
    var answer = keeper.get("/v1/counters/broken");

    assertProblem(answer, 500, "internal-error");
    assertThat(answer.body()).doesNotContain("secret", "IllegalState", "uk.onevoice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "08006", "53300", "57P01"})
  void what_the_database_cannot_do_just_now_is_to_be_asked_again(String state) {
    var answer = keeper.get("/v1/counters/broken?database=" + state);

    assertProblem(answer, 503, "temporarily-unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).doesNotContain("secret");
  }

  @Test
  void what_the_database_refuses_for_good_is_a_defect() {
    var answer = keeper.get("/v1/counters/broken?database=42P01");

    assertProblem(answer, 500, "internal-error");
    assertThat(answer.body()).doesNotContain("secret", "42P01");
  }

  @Test
  void a_command_from_which_too_large_an_event_follows() {
    assertProblem(keeper.get("/v1/counters/too-much"), 413, "body-too-large");
  }

  @Test
  void a_correlation_id_is_mirrored_and_in_the_problem() {
    var answer = keeper.get("/v1/nothing", "X-Correlation-ID", "form-2026-11-22");

    assertThat(answer.headers().allValues("X-Correlation-ID")).containsExactly("form-2026-11-22");
    assertThat(Caller.json(answer).path("correlationId").asText()).isEqualTo("form-2026-11-22");
  }

  @Test
  void a_correlation_id_that_could_harm_a_log_is_replaced() {
    for (String odd : new String[] {"a", "a b c d e f g", "<script>alert()", "x".repeat(65)}) {
      var answer = keeper.get("/v1/counters/me", "X-Correlation-ID", odd);

      assertThat(answer.headers().firstValue("X-Correlation-ID").orElseThrow())
          .isNotEqualTo(odd)
          .matches("[0-9a-f-]{36}");
    }
  }

  @Test
  void health_and_numbers_are_there_and_name_nobody() {
    var ready = Caller.send(HttpRequest.newBuilder(URI.create(Caller.base() + "/q/health/ready")));
    assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
    assertThat(ready.body()).contains("UP").contains("Database");
    assertThat(
            Caller.send(HttpRequest.newBuilder(URI.create(Caller.base() + "/q/health/live")))
                .statusCode())
        .isEqualTo(200);

    keeper.get(keeper.counter());
    var numbers = Caller.send(HttpRequest.newBuilder(URI.create(Caller.base() + "/q/metrics")));
    assertThat(numbers.statusCode()).isEqualTo(200);
    assertThat(numbers.body())
        .contains("/v1/counters/{id}")
        .doesNotContain("person:", People.id("keeper").toString());
  }

  @Test
  void numbers_say_how_far_the_log_is_published_and_how_fresh_the_directory_is() {
    assertThat(keeper.counter()).isNotEmpty();

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          var numbers = Numbers.now();
          assertThat(numbers.of("onevoice_relay_position")).isPositive();
          assertThat(numbers.of("onevoice_relay_lag")).isZero();
          assertThat(numbers.of("onevoice_relay_leading")).isEqualTo(1);
          assertThat(numbers.of("onevoice_relay_trouble")).isZero();
          assertThat(numbers.of("onevoice_directory_silence_seconds")).isBetween(0.0, 60.0);
          assertThat(numbers.of("onevoice_directory_lag")).isZero();
          assertThat(numbers.of("onevoice_directory_position")).isNotNegative();
        });
  }

  @Test
  void an_answer_is_kept_by_nobody_on_its_way() {
    for (String path : new String[] {"/v1/counters/me", "/v1/nothing"}) {
      var answer = keeper.get(path);

      assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
      assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }
  }

  @Test
  void an_answer_says_how_much_of_the_allowance_is_left() {
    var answer = keeper.get("/v1/counters/me");

    assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"caller\";q=6000;w=60");
    assertThat(answer.headers().firstValue("RateLimit").orElseThrow())
        .matches("\"caller\";r=\\d+;t=\\d+");
  }

  private static String raw(String request) throws IOException {
    URI base = URI.create(Caller.base());
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      socket.getOutputStream().write((request + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    var problem = Caller.json(answer);
    assertThat(problem.path("type").asText())
        .isEqualTo("https://onevoice.example/problems/" + slug);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("correlationId").asText())
        .isEqualTo(answer.headers().firstValue("X-Correlation-ID").orElseThrow());
  }
}
