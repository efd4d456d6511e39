package uk.onevoice.service.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that reaches its database and nothing else, with callers in a hurry. */
@QuarkusTest
@WithTestResource(
    value = CountersUnderTest.class,
    initArgs = @ResourceArg(name = "strained", value = "true"))
class StrainedTest {
  private static final String ME = "/v1/counters/me";

  @Inject DataSource database;

  private final Tokens tokens = new Tokens();

  @BeforeEach
  void people() {
    new People(database, tokens.issuer()).register();
  }

  @Test
  void while_nobody_hears_who_may_do_what_commands_wait_and_reads_go_on() {
    var keeper = new Caller(tokens.ofPerson("keeper"));

    // Before the second is over a command is taken; each try costs one of the five requests.
    await()
        .atMost(Duration.ofSeconds(20))
        .pollDelay(Duration.ofSeconds(2))
        .untilAsserted(() ->
            assertProblem(
                keeper.command("/v1/counters", "{\"label\":\"Beans\"}"), 503, "directory-stale"));

    assertThat(keeper.get(ME).statusCode()).isEqualTo(200);
  }

  @Test
  void a_service_without_kafka_is_ready_for_whoever_only_needs_its_database() {
    var ready = Caller.send(HttpRequest.newBuilder(URI.create(Caller.base() + "/q/health/ready")));

    assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
  }

  @Test
  void a_position_that_does_not_come_is_named_and_the_answer_given_without_it() {
    var answer =
        new Caller(tokens.ofPerson("retired")).get(ME, "X-Position", "organisations:3:7,other:1:2");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Position-Behind")).contains("organisations:3:7");
  }

  @Test
  void a_caller_in_a_hurry_is_told_when_to_come_back_and_others_are_not() {
    var hasty = new Caller(tokens.ofPerson("partner"));
    for (int left = 4; left >= 0; left--) {
      var answer = hasty.get(ME);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("RateLimit").orElseThrow())
          .startsWith("\"caller\";r=" + left + ";t=");
    }

    var sixth = hasty.get(ME);
    assertProblem(sixth, 429, "rate-limited");
    assertThat(Long.parseLong(sixth.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(600L, 720L);
    assertThat(sixth.headers().firstValue("RateLimit").orElseThrow()).contains(";r=0;");
    assertThat(new Caller(tokens.ofClient("icb-client")).get(ME).statusCode()).isEqualTo(200);
  }

  @Test
  void who_is_refused_is_bounded_like_everybody_else() {
    var stranger = new Caller(tokens.ofPerson("a-stranger-in-a-hurry"));
    for (int left = 4; left >= 0; left--) {
      var answer =
          left % 2 == 0 ? stranger.get(ME) : stranger.get(ME, "X-Position", "organisations:3:9");
      assertProblem(answer, 403, "not-registered");
      assertThat(answer.headers().firstValue("RateLimit").orElseThrow())
          .startsWith("\"caller\";r=" + left + ";t=");
    }

    assertProblem(stranger.get(ME), 429, "rate-limited");
  }

  @Test
  void numbers_say_that_the_relay_does_not_get_on() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          assertThat(Numbers.now().of("onevoice_relay_trouble")).isEqualTo(1);
          assertThat(Numbers.now().of("onevoice_directory_silence_seconds")).isPositive();
        });
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(Caller.json(answer).path("type").asText())
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }
}
