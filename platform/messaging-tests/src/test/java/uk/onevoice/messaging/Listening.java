package uk.onevoice.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import uk.onevoice.testkit.stack.RunningStack;

/** A topic and a read model of one test, and the consumers between them. */
final class Listening implements AfterEachCallback {
  static final Duration SOON = Duration.ofSeconds(40);

  private final RunningStack stack = RunningStack.get();
  private final String name = "reader-" + UUID.randomUUID();
  private final List<EventConsumer> consumers = new ArrayList<>();
  private final Reader reader;
  private final TestTopic topic;

  Listening() {
    try {
      reader = new Reader();
    } catch (SQLException | IOException cause) {
      throw new IllegalStateException(cause);
    }
    String real = Objects.requireNonNull(stack.createTopics("things.events").get("things.events"));
    topic = new TestTopic(stack.kafkaProperties(), real);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    consumers.forEach(EventConsumer::close);
    topic.close();
    reader.close();
    stack.deleteTopics(List.of(topic.name()));
  }

  /** Of the consumers, all together. */
  String name() {
    return name;
  }

  Reader reader() {
    return reader;
  }

  TestTopic topic() {
    return topic;
  }

  EventConsumer consumer() {
    return consumer(500);
  }

  EventConsumer consumer(int batchSize) {
    Map<String, String> kafka = new HashMap<>();
    Properties properties = stack.kafkaProperties();
    properties.stringPropertyNames().forEach(k -> kafka.put(k, properties.getProperty(k)));
    var settings = new ConsumerSettings(name, Map.of("things", topic.name()), kafka, batchSize);
    var consumer = new EventConsumer(settings, reader.pool(), reader.handler).start();
    consumers.add(consumer);
    return consumer;
  }

  static void soon(ThrowingRunnable assertion) {
    await().atMost(SOON).ignoreExceptions().untilAsserted(assertion);
  }

  void awaitEffects(long count) {
    soon(() -> assertThat(reader.effects()).isEqualTo(count));
  }

  void awaitOffsets(long sum) {
    soon(() ->
        assertThat(reader.count("select coalesce(sum(next_offset), 0) from checkpoint"))
            .isEqualTo(sum));
  }

  long parked() throws Exception {
    return new ParkedStreams(reader.pool()).count(name).streams();
  }

  ParkedStreams.StreamKey key(String stream) {
    return new ParkedStreams.StreamKey(name, topic.name(), stream);
  }

  static Instant contact(EventConsumer consumer) {
    return Objects.requireNonNull(consumer.applied().freshness().getFirst().contactAt());
  }

  static void awaitNoTrouble(EventConsumer consumer) {
    soon(() -> assertThat(consumer.applied().freshness().getFirst().trouble()).isNull());
  }

  void rebuild() throws Exception {
    try (Connection connection = reader.pool().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("truncate effect");
      Rebuild.from(connection, name, topic.name());
      connection.commit();
      connection.setAutoCommit(true);
    }
  }
}
