package uk.onevoice.feeds.http;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import uk.onevoice.stack.Broker;
import uk.onevoice.testkit.stack.RunningStack;

/**
 * A partner's data platform: it signs in to Kafka with its access token, as Kafka's own client
 * does, or with a password that Kafka's administrator has given to the same user.
 *
 * @param said what it was told of its topic
 */
public record Platform(Partners.System system, JsonPath said) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

  String topic() {
    return said.getString("topic");
  }

  TopicPartition partition() {
    return new TopicPartition(topic(), 0);
  }

  public Properties byToken(Path folder) {
    try {
      Path file = Files.writeString(folder.resolve(system.id() + ".jwt"), system.token());
      System.setProperty(ALLOWED, file.toUri().toString());
      Properties properties = reached();
      properties.setProperty("sasl.mechanism", "OAUTHBEARER");
      properties.setProperty(
          "sasl.jaas.config",
          "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
      properties.setProperty(
          "sasl.login.callback.handler.class",
          "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler");
      properties.setProperty("sasl.oauthbearer.token.endpoint.url", file.toUri().toString());
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With a password that Kafka's administrator has given to the same user. */
  Properties byPassword() {
    String user = said.getString("user");
    Properties properties = reached();
    properties.setProperty("sasl.mechanism", "SCRAM-SHA-512");
    properties.setProperty("sasl.jaas.config", Broker.jaas(user, passwordOf(user)));
    return properties;
  }

  /** Says, as the feed service does, that somebody else reads the topic. */
  void isReadBy(String user) {
    try (var producer =
        new KafkaProducer<>(
            RunningStack.get().kafkaProperties(), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("feed-grants", topic(), user)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A new password, for SCRAM, as Kafka's administrator gives one. */
  static String passwordOf(String user) {
    String password = UUID.randomUUID().toString();
    var scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
    try (Admin admin = RunningStack.get().kafkaAdmin()) {
      admin
          .alterUserScramCredentials(
              List.of(new UserScramCredentialUpsertion(user, scram, password)))
          .all()
          .get();
      return password;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Properties reached() {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", said.getString("servers"));
    properties.setProperty("security.protocol", "SASL_PLAINTEXT");
    properties.setProperty("default.api.timeout.ms", "20000");
    return properties;
  }

  /** Waits until so many messages are there, and reads them from the beginning. */
  public List<ConsumerRecord<String, String>> read(Properties properties, int messages) {
    try (var consumer = consumer(properties)) {
      consumer.assign(List.of(partition()));
      await("it may read")
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(() -> consumer.endOffsets(List.of(partition())).get(partition()) >= messages);
      consumer.seekToBeginning(List.of(partition()));
      List<ConsumerRecord<String, String>> all = new ArrayList<>();
      await("all are there")
          .atMost(PATIENCE)
          .until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            return all.size() >= messages;
          });
      return all;
    }
  }

  static KafkaConsumer<String, String> consumer(Properties properties) {
    return new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
  }

  /** An event, as it is, whichever way it came. */
  static Map<String, Object> event(String json) {
    return JsonPath.from(json).getMap("");
  }

  static List<Map<String, Object>> events(Response batch) {
    return batch.jsonPath().getList("");
  }

  static <T> List<T> each(List<ConsumerRecord<String, String>> records, Function<String, T> of) {
    return records.stream().map(ConsumerRecord::value).map(of).toList();
  }
}
