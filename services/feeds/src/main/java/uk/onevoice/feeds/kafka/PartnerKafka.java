package uk.onevoice.feeds.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What the feed service does in Kafka for partners: keeps their topics, and says who may read one.
 * Whoever runs Kafka makes that so; this service may not. Each method returns when Kafka has kept
 * what it says, and throws {@link KafkaException} when it has not, or not in time.
 */
final class PartnerKafka implements AutoCloseable {
  /** On which is said who may read which topic: the topic's name and a subject, or nobody. */
  private static final String GRANTS = "feed-grants";

  /** Of a topic, so that all on it is in one order. */
  static final int PARTITIONS = 1;

  static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";
  private static final byte[] CLOUD_EVENT = CONTENT_TYPE.getBytes(StandardCharsets.UTF_8);

  private final Duration keptFor;
  private final Admin admin;
  private final Producer<String, String> producer;

  /**
   * @param settings how Kafka is reached
   * @param keptFor how long events stay on a partner's topic
   */
  PartnerKafka(Map<String, String> settings, Duration keptFor) {
    this.keptFor = keptFor;
    Map<String, Object> own = new HashMap<>(settings);
    own.put("request.timeout.ms", 10_000);
    Map<String, Object> admins = new HashMap<>(own);
    admins.put("default.api.timeout.ms", 20_000);
    this.admin = Admin.create(admins);
    own.put("acks", "all");
    own.put("enable.idempotence", true);
    // A topic that was made this moment may refuse the first request and take the second
    // (KAFKA-15591).
    own.put("max.in.flight.requests.per.connection", 1);
    own.put("buffer.memory", 4_194_304L);
    own.put("max.block.ms", 10_000L);
    own.put("delivery.timeout.ms", 20_000);
    this.producer = new KafkaProducer<>(own, new StringSerializer(), new StringSerializer());
  }

  /** An event as a partner reads it: what it is about, and a CloudEvent in JSON. */
  record Told(String subject, String event) {}

  /**
   * Makes a topic.
   *
   * @return whether it was not there
   */
  boolean make(String topic) {
    var wanted =
        new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())
            .configs(
                Map.of(
                    "retention.ms", Long.toString(keptFor.toMillis()), "cleanup.policy", "delete"));
    try {
      await(admin.createTopics(List.of(wanted)).all());
      return true;
    } catch (TopicExistsException _) {
      return false;
    }
  }

  /** Deletes it, if it is there. */
  void delete(String topic) {
    try {
      await(admin.deleteTopics(List.of(topic)).all());
    } catch (UnknownTopicOrPartitionException _) {
      // Deleted already, before this service could note it.
    }
  }

  /** Says who may read a topic; nobody else may. */
  void grant(String topic, String subject) {
    await(producer.send(new ProducerRecord<>(GRANTS, topic, subject)));
  }

  /** Says that nobody may read it. */
  void withdraw(String topic) {
    await(producer.send(new ProducerRecord<>(GRANTS, topic, null)));
  }

  /** Writes these behind what is there, in their order. */
  void write(String topic, List<Told> events) {
    List<Future<?>> written = new ArrayList<>();
    for (Told told : events) {
      var record = new ProducerRecord<String, String>(topic, told.subject(), told.event());
      record.headers().add("content-type", CLOUD_EVENT);
      written.add(producer.send(record));
    }
    written.forEach(PartnerKafka::await);
  }

  private static void await(Future<?> answer) {
    try {
      answer.get();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Ended while Kafka was asked", ended);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof KafkaException kafka
          ? kafka
          : new KafkaException(failed.getCause());
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    admin.close(Duration.ofSeconds(5));
  }
}
