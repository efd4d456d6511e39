package uk.onevoice.feeds.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.onevoice.contracts.OpenApiFilter;
import uk.onevoice.feeds.http.Partners.System;
import uk.onevoice.feeds.webhooks.WebhooksHere;
import uk.onevoice.testkit.stack.RunningStack;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** The feed through Kafka: a topic of its own for each system that asks, and nothing else. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "feeds"))
@WithTestResource(WebhooksHere.class)
class KafkaTest {
  private static final String KAFKA = "/v1/feed/kafka";
  private static final String ALL = "/v1/feed/events?limit=1000";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A second where the machine has nothing else to do. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private static final OpenApiFilter AS_DOCUMENTED = OpenApiFilter.of("feeds");

  @TempDir Path folder;

  private final Partners partners = new Partners();
  private final List<System> systems = new ArrayList<>();

  @AfterEach
  void end() {
    systems.forEach(system -> posted(system, KAFKA + "/ending"));
    partners.close();
  }

  @Test
  void by_token_it_reads_what_the_feed_tells_it_and_is_refused_everything_else() throws Exception {
    String place = UUID.randomUUID().toString();
    Platform trust = platform("TRUST" + place);
    Platform other = platform("OTHER" + place);
    partners.publish(
        Partners.open(place),
        Partners.shared(place, "TRUST" + place),
        Partners.shared(place, "OTHER" + place),
        Partners.open(place));
    Response feed = told(trust, place, 3);
    Properties token = trust.byToken(folder);

    List<ConsumerRecord<String, String>> read = trust.read(token, Platform.events(feed).size());

    // The same events with the same ids, in one order; what is for the other is not among them.
    assertThat(Platform.each(read, Platform::event)).isEqualTo(Platform.events(feed));
    assertThat(read).allMatch(one -> one.key().equals(Platform.event(one.value()).get("subject")));
    assertThat(read.getFirst().headers().lastHeader("content-type").value())
        .asString()
        .startsWith("application/cloudevents+json");

    for (String topic :
        List.of(
            other.topic(), "feed-grants", setting("onevoice.feeds.topic"), "__consumer_offsets")) {
      assertRefused(token, topic);
    }
    assertInGroup(trust, token, trust.topic() + ".lake", true);
    assertInGroup(trust, token, other.topic() + ".lake", false);
    assertThatThrownBy(() -> write(token, trust.topic()))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(TopicAuthorizationException.class);

    // With a password it is the same user, who reads the same and no more.
    Properties password = trust.byPassword();
    assertThat(trust.read(password, read.size())).hasSameSizeAs(read);
    assertRefused(password, other.topic());

    // A token of the same realm for another API opens nothing.
    Platform foreign =
        new Platform(
            new System("foreign", RunningStack.get().tokenForAnotherAudience()), trust.said());
    Properties another = foreign.byToken(folder);
    try (var consumer = Platform.consumer(another)) {
      assertThatThrownBy(() -> consumer.endOffsets(List.of(trust.partition())))
          .isInstanceOf(SaslAuthenticationException.class);
    }
  }

  @Test
  void what_is_withdrawn_is_read_no_more_and_goes_on_when_it_is_let_again() {
    String place = UUID.randomUUID().toString();
    Platform trust = platform("TRUST" + place);
    partners.publish(Partners.open(place), Partners.open(place));
    Properties token = trust.byToken(folder);
    int before = Platform.events(told(trust, place, 2)).size();
    trust.read(token, before);

    try (var reading = Platform.consumer(token)) {
      reading.assign(List.of(trust.partition()));
      reading.seekToEnd(List.of(trust.partition()));
      reading.poll(Duration.ofMillis(100));
      partners.withdraw(trust.system());
      long withdrawn = java.lang.System.nanoTime();
      assertThatThrownBy(
              () -> {
                while (true) {
                  reading.poll(Duration.ofMillis(50));
                }
              })
          .isInstanceOf(TopicAuthorizationException.class);
      assertThat(Duration.ofNanos(java.lang.System.nanoTime() - withdrawn)).isLessThan(SOON);
    }
    assertThat(io.restassured.RestAssured.get("/q/metrics").asString())
        .contains("onevoice_feed_kafka_behind{client=\"" + trust.system().id() + "\"} 0.0");
    assertThat(asked(trust.system()).jsonPath().getString("state")).isEqualTo("CLOSED");
    partners.publish(Partners.open(place));

    partners.approve(trust.system());
    List<Map<String, Object>> all = Platform.events(told(trust, place, 3));
    assertThat(Platform.each(trust.read(token, all.size()), Platform::event)).isEqualTo(all);
    assertThat(asked(trust.system()).jsonPath().getString("topic")).isEqualTo(trust.topic());

    // For another organisation it has to be let, and to ask, anew.
    partners.tell(
        trust.system(),
        "ClientTransferred",
        Map.of("clientId", trust.system().id(), "organisationId", "NEXT"));
    partners.tell(trust.system(), "ClientApproved", Map.of("clientId", trust.system().id()));
    await("its topic is gone")
        .atMost(PATIENCE)
        .until(() -> asked(trust.system()).statusCode() == 404);
    assertThat(posted(trust.system(), KAFKA).statusCode()).isEqualTo(403);
  }

  @Test
  void kcat_with_a_password_reads_its_own_topic_and_killed_it_ends_with_all_of_it()
      throws Exception {
    String place = UUID.randomUUID().toString();
    Platform trust = platform("TRUST" + place);
    var kcat = new Kcat(trust, folder);
    assertThat(kcat.refusal("feed-grants")).contains("authorization");
    assertThat(kcat.refusal(setting("onevoice.feeds.topic"))).contains("authorization");

    int events = 90;
    CompletableFuture<Void> publishing =
        CompletableFuture.runAsync(() -> {
          for (int i = 0; i < events; i++) {
            partners.publish(i % 3 == 0 ? Partners.shared(place, "ELSE") : Partners.open(place));
          }
        });
    Map<String, String> kept = new LinkedHashMap<>();
    var random = new Random(8);
    long next = 0;
    for (int round = 0; round < 4; round++) {
      next = kcat.readAndKilled(next, 5 + random.nextInt(15), kept);
    }
    publishing.join();
    List<Map<String, Object>> all = Platform.events(told(trust, place, events * 2 / 3));
    kcat.readUntil(next, kept, all.size());
    assertThat(kept.values().stream().map(Platform::event)).containsExactlyElementsOf(all);
  }

  private Platform platform(String organisation) {
    System system = partners.approved(organisation);
    systems.add(system);
    Response asked =
        await("it is let ask")
            .atMost(PATIENCE)
            .until(() -> posted(system, KAFKA), answer -> answer.statusCode() == 200);
    assertThat(posted(system, KAFKA).jsonPath().getString("topic"))
        .isEqualTo(asked.jsonPath().getString("topic"));
    return new Platform(system, asked.jsonPath());
  }

  /** All that the system is told, once so many are of this place. */
  private static Response told(Platform platform, String place, int ofPlace) {
    return await("so much is told")
        .atMost(PATIENCE)
        .until(
            () -> platform.system().read(ALL),
            batch ->
                batch.statusCode() == 200
                    && Platform.events(batch).stream()
                            .filter(event -> place.equals(event.get("place")))
                            .count()
                        >= ofPlace);
  }

  private static Response asked(System system) {
    return system.read(KAFKA);
  }

  private static Response posted(System system, String address) {
    return given()
        .filter(AS_DOCUMENTED)
        .header("Authorization", "Bearer " + system.token())
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .post(address);
  }

  private static void assertRefused(Properties client, String topic) {
    var partition = List.of(new TopicPartition(topic, 0));
    try (var consumer = Platform.consumer(client)) {
      assertThatThrownBy(() -> consumer.endOffsets(partition))
          .as(topic)
          .isInstanceOf(TopicAuthorizationException.class);
      consumer.assign(partition);
      consumer.seek(partition.getFirst(), 0);
      assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10)))
          .as(topic)
          .isInstanceOf(TopicAuthorizationException.class);
    }
  }

  private static void assertInGroup(
      Platform platform, Properties client, String group, boolean allowed) {
    Properties own = new Properties();
    own.putAll(client);
    own.setProperty("group.id", group);
    own.setProperty("auto.offset.reset", "earliest");
    try (var consumer = Platform.consumer(own)) {
      consumer.subscribe(List.of(platform.topic()));
      if (allowed) {
        await("the group reads")
            .atMost(PATIENCE)
            .until(() -> !consumer.poll(Duration.ofMillis(200)).isEmpty());
        consumer.commitSync();
      } else {
        assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10)))
            .isInstanceOf(GroupAuthorizationException.class);
      }
    }
  }

  private static void write(Properties client, String topic) throws Exception {
    Properties own = new Properties();
    own.putAll(client);
    own.setProperty("enable.idempotence", "false");
    try (var producer = new KafkaProducer<>(own, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "x")).get();
    }
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }
}
