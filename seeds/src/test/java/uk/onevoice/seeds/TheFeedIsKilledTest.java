package uk.onevoice.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import uk.onevoice.testkit.stack.RunningStack;
import uk.onevoice.testkit.stack.ToldRegistry;

/**
 * The feed service is killed while events come and readers read, and its readers die as well: by
 * each way a reader ends with exactly what was told that is for it, in the order of the feed. The
 * oracle is what was published, by its subject, which no two events here share. Beside the
 * journeys: it waits most of its time, with a feed service and topics of its own.
 */
@Execution(ExecutionMode.CONCURRENT)
class TheFeedIsKilledTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int ROUNDS = Integer.getInteger("onevoice.chaos.rounds", 2);
  private static final Duration BETWEEN_EVENTS = Duration.ofMillis(20);
  private static final String TRUST = "RXK";
  private static final String START = "/v1/feed/events?limit=7&wait=1";

  private final Random random = new Random(8);
  private final List<String> published = Collections.synchronizedList(new ArrayList<>());

  /** What a reader keeps of an event: for each id the subject, in the order in which they came. */
  private final Map<String, String> pulled = new LinkedHashMap<>();

  private final AtomicInteger heard = new AtomicInteger();
  private String cursor = START;

  @Test
  void whoever_dies_and_comes_back_has_heard_exactly_what_was_told() throws Exception {
    RunningStack stack = RunningStack.get();
    String token = stack.tokenOfNewClient();
    try (var feed = new FeedAlone();
        var clients = ToldRegistry.on(feed.clientEvents());
        var partners = ToldRegistry.of("organisations", feed.partnerEvents())) {
      feed.start();
      String client = claim(token, "azp");
      clients.client(client, TRUST, "PARTNER");
      clients.tell(
          "client-" + client,
          "ClientFeedApproved",
          Map.of("clientId", client, "bodyId", "federation"));
      feed.awaitReady();
      String topic = topicOf(feed, token);

      var over = new AtomicBoolean();
      // Each on a thread of its own: both go on until the end.
      CompletableFuture<Void> publishing =
          CompletableFuture.runAsync(
              () -> {
                for (int event = 0; !over.get(); event++) {
                  publish(partners, event);
                  LockSupport.parkNanos(BETWEEN_EVENTS.toNanos());
                }
              },
              Thread::startVirtualThread);
      CompletableFuture<Void> reading =
          CompletableFuture.runAsync(
              () -> {
                while (!over.get()) {
                  pull(feed, token, true);
                }
              },
              Thread::startVirtualThread);
      for (int round = 0; round < ROUNDS; round++) {
        int killedAt = heard.get() + 1 + random.nextInt(20);
        await("events flow").atMost(PATIENCE).until(() -> heard.get() >= killedAt);
        feed.kill();
        feed.start();
      }
      int after = heard.get();
      await("events flow again").atMost(PATIENCE).until(() -> heard.get() > after);
      over.set(true);
      publishing.join();
      reading.join();
      await("all is read")
          .atMost(PATIENCE)
          .until(() -> {
            pull(feed, token, false);
            return pulled.size() >= published.size();
          });

      List<String> told = told(feed, token);
      assertThat(pulled.values()).containsExactlyInAnyOrderElementsOf(published);
      assertThat(List.copyOf(pulled.keySet())).isEqualTo(told);
      assertThat(onTopic(topic, published.size())).containsExactlyElementsOf(told);
    }
  }

  /** Some for the trust, some for everybody, and some for others, which it must not hear. */
  private void publish(ToldRegistry partners, int event) {
    String subject = UUID.randomUUID().toString();
    Map<String, ?> audience =
        switch (event % 3) {
          case 0 -> Map.of("organisations", List.of("ELSE"));
          case 1 -> Map.of("organisations", List.of(TRUST, "ELSE"));
          default -> Map.of("everyone", true);
        };
    partners.tell(
        "place-" + subject,
        event % 3 == 2 ? "place-changed-1" : "joint-group-action-changed-1",
        Map.of("subject", subject, "dataref", "/v1/places/" + subject, "audience", audience));
    if (event % 3 != 0) {
      published.add(subject);
    }
  }

  /**
   * Reads a batch.
   *
   * @param dies whether the reader may die before it has noted its cursor
   */
  private void pull(FeedAlone feed, String token, boolean dies) {
    try {
      HttpResponse<String> page = feed.get(cursor, token);
      if (page.statusCode() == 200) {
        events(page)
            .forEach(event ->
                pulled.putIfAbsent(event.path("id").asText(), event.path("subject").asText()));
        heard.set(pulled.size());
        if (!dies || random.nextInt(3) > 0) {
          cursor = next(page);
        }
      }
    } catch (IOException down) {
      // It goes on where it was, when the service is back, and does not ask all the time.
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String topicOf(FeedAlone feed, String token) {
    HttpResponse<String> asked =
        await("it is let ask for a topic")
            .atMost(PATIENCE)
            .until(() -> feed.post("/v1/feed/kafka", token), answer -> answer.statusCode() == 200);
    return json(asked.body()).path("topic").asText();
  }

  /** The ids on the topic, each when it came first. */
  private static Set<String> onTopic(String topic, int events) {
    Set<String> ids = new LinkedHashSet<>();
    var partition = new TopicPartition(topic, 0);
    try (var consumer =
        new KafkaConsumer<>(
            RunningStack.get().kafkaProperties(),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      await("all is on the topic")
          .atMost(PATIENCE)
          .until(() -> {
            consumer
                .poll(Duration.ofMillis(200))
                .forEach(record -> ids.add(json(record.value()).path("id").asText()));
            return ids.size() >= events;
          });
      consumer
          .poll(Duration.ofMillis(500))
          .forEach(record -> ids.add(json(record.value()).path("id").asText()));
    }
    return ids;
  }

  /** The ids of all that the feed tells now, read in one go. */
  private static List<String> told(FeedAlone feed, String token)
      throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    HttpResponse<String> page = feed.get("/v1/feed/events?limit=1000", token);
    while (!events(page).isEmpty()) {
      events(page).forEach(event -> ids.add(event.path("id").asText()));
      page = feed.get(next(page), token);
    }
    return ids;
  }

  private static String next(HttpResponse<String> page) {
    String link = page.headers().firstValue("Link").orElseThrow();
    return link.substring(1, link.indexOf('>'));
  }

  private static List<JsonNode> events(HttpResponse<String> page) {
    List<JsonNode> events = new ArrayList<>();
    json(page.body()).forEach(events::add);
    return events;
  }

  private static String claim(String token, String name) {
    return json(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1])))
        .path(name)
        .asText();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
