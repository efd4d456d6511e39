package uk.onevoice.projection.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.testkit.stack.RunningStack;

/** The four topics of the service under test, written to as the relays do. */
public final class Topics {
  private Topics() {}

  /**
   * Publishes events, mandates and meetings before the organisations they are about, and waits
   * until Kafka has them.
   *
   * @return their positions, as a command answers them
   */
  public static String publish(List<HeardEvent> events) {
    Map<String, Long> positions = new HashMap<>();
    List<HeardEvent> sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparing(HeardEvent::log));
    try (var producer =
        new KafkaProducer<>(
            RunningStack.get().kafkaProperties(), new StringSerializer(), new StringSerializer())) {
      var sent = new LinkedHashMap<HeardEvent, java.util.concurrent.Future<RecordMetadata>>();
      sorted.forEach(event -> sent.put(event, producer.send(record(event))));
      for (var entry : sent.entrySet()) {
        positions.merge(
            entry.getKey().log() + ":" + entry.getValue().get().partition(),
            entry.getKey().position(),
            Math::max);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return positions.entrySet().stream()
        .map(entry -> entry.getKey() + ":" + entry.getValue())
        .collect(Collectors.joining(","));
  }

  /** Waits, as a caller may, until everything up to these positions shows. */
  static String awaited(String positions) {
    org.awaitility.Awaitility.await("positions are applied")
        .atMost(java.time.Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(
                    given()
                        .header("Authorization", "Bearer " + RunningStack.get().token("icb-client"))
                        .header("X-Position", positions)
                        .get("/v1/search/freshness")
                        .header("X-Position-Behind"))
                .isNull());
    return positions;
  }

  /** How many records the four topics hold. */
  static long end() {
    var partitions = new HashMap<TopicPartition, OffsetSpec>();
    try (var admin = RunningStack.get().kafkaAdmin()) {
      var topics =
          Stream.of("organisations", "relationships", "meetings", "mandates")
              .map(Topics::topic)
              .toList();
      admin
          .describeTopics(topics)
          .allTopicNames()
          .get()
          .forEach((name, topic) ->
              topic
                  .partitions()
                  .forEach(one ->
                      partitions.put(
                          new TopicPartition(name, one.partition()), OffsetSpec.latest())));
      return admin.listOffsets(partitions).all().get().values().stream()
          .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
          .sum();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  static String topic(String log) {
    return ConfigProvider.getConfig().getValue("onevoice.topics." + log, String.class);
  }

  private static ProducerRecord<String, String> record(HeardEvent event) {
    var record = new ProducerRecord<>(topic(event.log()), event.stream(), event.payload());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", event.id().toString());
    headers.put("ce_source", "/" + event.log());
    headers.put("ce_type", event.type());
    headers.put("ce_time", time(event.occurredAt()));
    headers.put("ce_subject", event.stream());
    headers.put(
        "ce_dataschema", "/contracts/events/" + event.log() + "/" + event.type() + "-v1.json");
    headers.put("content-type", "application/json");
    headers.put("ce_logposition", Long.toString(event.position()));
    headers.put("ce_logepoch", "1");
    headers.put("ce_streamversion", Long.toString(event.version()));
    headers.put("ce_recordedtime", time(event.recordedAt()));
    headers.put("ce_actor", event.actor());
    headers.forEach(
        (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  private static String time(Instant moment) {
    return moment.toString();
  }
}
