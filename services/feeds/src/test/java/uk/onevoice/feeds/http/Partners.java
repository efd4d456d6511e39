package uk.onevoice.feeds.http;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import uk.onevoice.contracts.OpenApiFilter;
import uk.onevoice.testkit.stack.RunningStack;
import uk.onevoice.testkit.stack.ToldRegistry;

/** What the write services' relays would say on the feed's two topics, and systems that read. */
public final class Partners implements AutoCloseable {
  private static final AtomicLong POSITION = new AtomicLong();
  private static final OpenApiFilter AS_DOCUMENTED = OpenApiFilter.of("feeds");
  static final String BODY = "WYVFED01";

  private final ToldRegistry clients = ToldRegistry.on(setting("onevoice.directory.topic"));
  private final Producer<String, String> producer =
      new KafkaProducer<>(
          RunningStack.get().kafkaProperties(), new StringSerializer(), new StringSerializer());

  /** A system with its token. */
  public record System(String id, String token) {
    public Response read(String address) {
      return given()
          .filter(AS_DOCUMENTED)
          .urlEncodingEnabled(false)
          .header("Authorization", "Bearer " + token)
          .get(address);
    }
  }

  /** Registered and approved, and let hear the feed. */
  public System approved(String organisation) {
    System system = registered(organisation);
    approve(system);
    return system;
  }

  /** Registered and approved, and nothing more. */
  public System registered(String organisation) {
    String token = RunningStack.get().tokenOfNewClient();
    String claims =
        new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    String id = io.restassured.path.json.JsonPath.from(claims).getString("azp");
    clients.client(id, organisation, "PARTNER");
    return new System(id, token);
  }

  public void approve(System system) {
    tell(system, "ClientFeedApproved", Map.of("clientId", system.id(), "bodyId", BODY));
  }

  public void withdraw(System system) {
    tell(system, "ClientFeedApprovalWithdrawn", Map.of("clientId", system.id(), "bodyId", BODY));
  }

  public void tell(System system, String type, Map<String, String> fields) {
    clients.tell("client-" + system.id(), type, fields);
  }

  /** A message on the topic of the public language. */
  public record Message(UUID id, String type, String payload, Instant time) {
    static Message of(String type, String subject, String audience) {
      return new Message(
          UUID.randomUUID(),
          type,
          """
          {"subject": "%s", "dataref": "/v1/places/%s", "place": "%s", "audience": %s}\
          """
              .formatted(subject, subject, subject, audience),
          Instant.now());
    }
  }

  /** For everybody. */
  public static Message open(String subject) {
    return Message.of("place-changed-1", subject, "{\"everyone\": true}");
  }

  /** For these organisations. */
  public static Message shared(String subject, String... organisations) {
    return Message.of(
        "joint-group-action-changed-1",
        subject,
        "{\"organisations\": [%s]}"
            .formatted(
                List.of(organisations).stream()
                    .map(one -> "\"" + one + "\"")
                    .collect(Collectors.joining(","))));
  }

  public void publish(Message... messages) {
    for (Message message : messages) {
      publish("place-one", message);
    }
  }

  void publish(String key, Message message) {
    var record = new ProducerRecord<>(setting("onevoice.feeds.topic"), key, message.payload());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", message.id().toString());
    headers.put("ce_source", "/organisations");
    headers.put("ce_type", message.type());
    headers.put("ce_time", message.time().toString());
    headers.put("ce_subject", "subject");
    headers.put("ce_dataschema", "/contracts/events/partner/PlaceChanged-v1.json");
    headers.put("content-type", "application/json");
    headers.put("ce_logposition", Long.toString(POSITION.incrementAndGet()));
    headers.put("ce_logepoch", "100");
    headers.put("ce_recordedtime", message.time().toString());
    headers.forEach(
        (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try {
      producer.send(record).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }

  @Override
  public void close() {
    clients.close();
    producer.close();
  }
}
