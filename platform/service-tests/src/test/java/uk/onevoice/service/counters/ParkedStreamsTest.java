package uk.onevoice.service.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ThrowingRunnable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.RunningStack;

/** What the directory cannot apply is seen, and decided about, by administrators alone. */
@QuarkusTest
@WithTestResource(CountersUnderTest.class)
class ParkedStreamsTest {
  private static final String STREAMS = "/parked-streams";
  private static final String UNREAD = "/parked-streams/unread";
  private static final String RETRIES = "/parked-streams/retries";
  private static final String DISMISSALS = "/parked-streams/dismissals";
  private static final String RETRY =
      "{\"consumer\":\"c\",\"topic\":\"t\",\"stream\":\"nobody-knows\"}";
  private static final String DISMISSAL =
      "{\"consumer\":\"c\",\"topic\":\"t\",\"topicId\":\"i\",\"partition\":0,\"offset\":0}";

  /** Behind all that other tests have the directory hear. */
  private static long position = 10_000;

  @Inject DataSource database;

  @ConfigProperty(name = "onevoice.directory.topic")
  String topic;

  private final Tokens tokens = new Tokens();
  private final Caller administrator = new Caller(tokens.ofPerson("first-administrator"));

  @BeforeEach
  void people() {
    new People(database, tokens.issuer()).register();
  }

  @Test
  void nobody_but_an_administrator_sees_or_decides_anything() {
    var refusals = new LinkedHashMap<String, Map.Entry<Integer, String>>();
    refusals.put("forged", Map.entry(401, "not-signed-in"));
    refusals.put(tokens.ofPerson("stranger"), Map.entry(403, "not-registered"));
    for (String person : new String[] {"keeper", "partner", "retired"}) {
      refusals.put(tokens.ofPerson(person), Map.entry(403, "not-allowed"));
    }
    for (String client : new String[] {"icb-client", "partner-client"}) {
      refusals.put(tokens.ofClient(client), Map.entry(403, "not-allowed"));
    }
    for (String client : new String[] {"new-client", "suspended-client"}) {
      refusals.put(tokens.ofClient(client), Map.entry(403, "client-not-approved"));
    }
    refusals.forEach((token, refusal) -> {
      var caller = new Caller(token);
      assertProblem(caller.get(STREAMS), refusal);
      assertProblem(caller.get(UNREAD), refusal);
      assertProblem(caller.command(RETRIES, RETRY), refusal);
      assertProblem(caller.command(DISMISSALS, DISMISSAL), refusal);
    });
    for (String path : new String[] {STREAMS, UNREAD}) {
      assertProblem(
          Caller.send(HttpRequest.newBuilder(URI.create(Caller.base() + path)).GET()),
          Map.entry(401, "not-signed-in"));
    }
  }

  @Test
  void a_parked_stream_is_listed_without_what_it_holds_and_is_retried_on_request()
      throws Exception {
    String first = "person-" + UUID.randomUUID();
    String second = "person-" + UUID.randomUUID();
    publish(event(first, "RoleAppointed", "{\"personId\":\"secret words\"}"));
    publish(event(first, "RoleEnded", "{\"personId\":\"secret words\"}"));
    publish(event(second, "SomethingElse", "{\"name\":\"secret words\"}"));

    JsonNode waiting = listed(STREAMS, one -> one.path("stream").asText().equals(first));
    assertThat(waiting.path("consumer").asText()).endsWith(".directory");
    assertThat(waiting.path("topic").asText()).isEqualTo(topic);
    assertThat(waiting.path("reason").asText()).isEqualTo("roleHoldingId is missing");
    assertThat(waiting.path("since").asText()).startsWith("20");
    soon(() ->
        assertThat(
                listed(STREAMS, one -> one.path("stream").asText().equals(first))
                    .path("messages")
                    .asLong())
            .isEqualTo(2));
    listed(STREAMS, one -> one.path("stream").asText().equals(second));
    assertThat(administrator.get(STREAMS).body()).doesNotContain("secret words");
    soon(() ->
        assertThat(administrator.get("/q/metrics").body())
            .containsPattern(
                "onevoice_parked_streams\\{consumer=\"[^\"]*\\.directory\"} [2-9]\\.0"));

    var retry =
        administrator.command(
            RETRIES,
            "{\"consumer\":\"%s\",\"topic\":\"%s\",\"stream\":\"%s\"}"
                .formatted(waiting.path("consumer").asText(), topic, first));
    assertThat(retry.statusCode()).as(retry.body()).isEqualTo(202);
    soon(() ->
        assertThat(count("select count(*) from parked_stream where retry_wanted and topic = ?"))
            .isZero());
    listed(STREAMS, one -> one.path("stream").asText().equals(first));

    assertProblem(administrator.command(RETRIES, RETRY), Map.entry(404, "not-found"));
  }

  @Test
  void a_record_that_cannot_be_read_is_dismissed_by_somebody() throws Exception {
    String key = "unreadable-" + UUID.randomUUID();
    publish(new ProducerRecord<>(topic, key, "secret words"));

    JsonNode record = listed(UNREAD, one -> one.path("topic").asText().equals(topic));
    assertThat(record.path("reason").asText()).isEqualTo("ce_streamversion is missing");
    assertThat(administrator.get(UNREAD).body()).doesNotContain("secret words", key);
    String dismissal =
        "{\"consumer\":\"%s\",\"topic\":\"%s\",\"topicId\":\"%s\",\"partition\":%d,\"offset\":%d}"
            .formatted(
                record.path("consumer").asText(),
                topic,
                record.path("topicId").asText(),
                record.path("partition").asInt(),
                record.path("offset").asLong());

    var dismissed = administrator.command(DISMISSALS, dismissal);
    assertThat(dismissed.statusCode()).as(dismissed.body()).isEqualTo(204);
    assertThat(Caller.json(administrator.get(UNREAD)).path("items")).isEmpty();
    assertThat(
            count(
                "select count(*) from parked_message where topic = ?"
                    + " and dismissed_by ~ '^person:[0-9a-f-]{36}$' and dismissed_at > now() - interval '1 hour'"))
        .isEqualTo(1);
    assertProblem(administrator.command(DISMISSALS, dismissal), Map.entry(404, "not-found"));
  }

  @Test
  void lists_come_in_parts() throws Exception {
    for (int n = 0; n < 3; n++) {
      publish(event("person-" + UUID.randomUUID(), "SomethingElse", "{}"));
    }
    soon(() ->
        assertThat(Caller.json(administrator.get(STREAMS)).path("items").size())
            .isGreaterThanOrEqualTo(3));

    JsonNode all = Caller.json(administrator.get(STREAMS + "?limit=200")).path("items");
    String next = "";
    for (JsonNode one : all) {
      JsonNode part = Caller.json(administrator.get(STREAMS + "?limit=1" + next));
      assertThat(part.path("items")).singleElement().isEqualTo(one);
      next = "&after=" + part.path("next").asText();
    }
    assertThat(next).isEqualTo("&after=null");
    for (String odd : new String[] {"?limit=0", "?after=x", "?after=%20", "?after=YQ"}) {
      assertProblem(administrator.get(STREAMS + odd), Map.entry(400, "invalid-request"));
      assertProblem(administrator.get(UNREAD + odd), Map.entry(400, "invalid-request"));
    }
  }

  private JsonNode listed(String path, Function<JsonNode, Boolean> wanted) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              for (JsonNode one :
                  Caller.json(administrator.get(path + "?limit=200")).path("items")) {
                if (wanted.apply(one)) {
                  return one;
                }
              }
              return Caller.json(administrator.get(path)).path("none");
            },
            found -> !found.isMissingNode());
  }

  private static void soon(ThrowingRunnable assertion) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
  }

  private long count(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, topic);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private ProducerRecord<String, String> event(String stream, String type, String payload) {
    position++;
    var record = new ProducerRecord<>(topic, stream, payload);
    Map.of(
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_type",
            type,
            "ce_time",
            "2026-04-01T12:00:00Z",
            "ce_recordedtime",
            "2026-04-01T12:00:01Z",
            "ce_dataschema",
            "/contracts/events/organisations/" + type + "-v1.json",
            "ce_logposition",
            Long.toString(position),
            "ce_logepoch",
            "1",
            "ce_streamversion",
            Long.toString(position),
            "ce_actor",
            "person:1")
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  private static void publish(ProducerRecord<String, String> record) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            RunningStack.get().kafkaProperties(), new StringSerializer(), new StringSerializer())) {
      producer.send(record).get();
    }
  }

  private static void assertProblem(
      HttpResponse<String> answer, Map.Entry<Integer, String> refusal) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(refusal.getKey());
    assertThat(Caller.json(answer).path("type").asText())
        .isEqualTo("https://onevoice.example/problems/" + refusal.getValue());
  }
}
