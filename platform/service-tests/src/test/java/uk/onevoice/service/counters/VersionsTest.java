package uk.onevoice.service.counters;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.StoredEvent;

@QuarkusTest
@WithTestResource(CountersUnderTest.class)
class VersionsTest {
  @Inject DataSource database;
  @Inject EventStore store;

  private final Tokens tokens = new Tokens();
  private final Caller keeper = new Caller(tokens.ofPerson("keeper"));

  @BeforeEach
  void people() {
    new People(database, tokens.issuer()).register();
  }

  @Test
  void a_command_answers_with_the_version_and_the_position_it_reached() {
    String counter = keeper.counter();
    var answer = keeper.command(counter + "/additions", "{\"amount\":2}");

    String stream = "counter-" + counter.substring(counter.lastIndexOf('/') + 1);
    List<StoredEvent> events = store.stream(stream, 0);
    assertThat(answer.headers().firstValue("ETag")).contains("\"2\"");
    assertThat(answer.headers().firstValue("X-Position"))
        .contains(
            "counters:"
                + BuiltInPartitioner.partitionForKey(
                    stream.getBytes(java.nio.charset.StandardCharsets.UTF_8), 12)
                + ":"
                + events.getLast().position());
  }

  @Test
  void an_event_carries_who_acted_and_by_which_id_and_trace_the_request_is_found() {
    String correlation = "7c1d2b7e-50d5-4a44-9a3c-1f0d0f0a9c11";
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    String counter = keeper.counter();

    keeper.command(
        counter + "/additions",
        "{\"amount\":2}",
        "X-Correlation-ID",
        correlation,
        "traceparent",
        trace,
        "X-Acting-As",
        People.KEEPER_ROLE.toString());

    var event =
        store.stream("counter-" + counter.substring(counter.lastIndexOf('/') + 1), 1).getFirst();
    assertThat(event.metadata().actor().value()).isEqualTo("person:" + People.id("keeper"));
    assertThat(event.metadata().correlationId()).hasToString(correlation);
    assertThat(event.metadata().traceparent()).isEqualTo(trace);
  }

  @Test
  void an_older_version_is_told_the_newer_one() {
    String counter = keeper.counter();
    keeper.command(counter + "/additions", "{\"amount\":1}");

    var late = keeper.command(counter + "/additions", "{\"amount\":1}", "If-Match", "\"1\"");

    assertProblem(late, 412, "stream-moved");
    assertThat(late.headers().firstValue("ETag")).contains("\"2\"");
    assertThat(keeper.get(counter).body()).isEqualTo("{\"total\":1}");
  }

  @Test
  void a_version_that_no_answer_had_is_unreadable() {
    String counter = keeper.counter();

    for (String etag :
        List.of("1", "W/\"1\"", "\"one\"", "\"1\", \"2\"", "\"99999999999999999999\"")) {
      assertProblem(
          keeper.command(counter + "/additions", "{\"amount\":1}", "If-Match", etag),
          400,
          "invalid-request");
    }
    assertThat(keeper.get(counter).body()).isEqualTo("{\"total\":0}");
  }

  @Test
  void of_a_hundred_writers_who_saw_the_same_version_one_wins() throws InterruptedException {
    String counter = keeper.counter();
    Callable<HttpResponse<String>> add =
        () -> keeper.command(counter + "/additions", "{\"amount\":1}", "If-Match", "\"1\"");

    List<Integer> statuses = all(100, add);

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 412).hasSize(99);
    assertThat(keeper.get(counter).headers().firstValue("ETag")).contains("\"2\"");
  }

  @Test
  void a_hundred_writers_who_do_not_care_about_the_version_all_win() throws InterruptedException {
    String counter = keeper.counter();
    Callable<HttpResponse<String>> add =
        () -> keeper.command(counter + "/additions", "{\"amount\":1}");

    assertThat(all(100, add)).containsOnly(200);
    assertThat(keeper.get(counter).body()).isEqualTo("{\"total\":100}");
    assertThat(keeper.get(counter).headers().firstValue("ETag")).contains("\"101\"");
  }

  private static List<Integer> all(int times, Callable<HttpResponse<String>> call)
      throws InterruptedException {
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      return callers.invokeAll(IntStream.range(0, times).mapToObj(_ -> call).toList()).stream()
          .map(answer -> answer.resultNow().statusCode())
          .toList();
    }
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(Caller.json(answer).path("type").asText())
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }
}
