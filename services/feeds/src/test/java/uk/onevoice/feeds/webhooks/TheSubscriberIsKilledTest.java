package uk.onevoice.feeds.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.feeds.examples.Example;
import uk.onevoice.feeds.webhooks.Deliveries.State;

/**
 * Partners' own receivers, processes of {@code examples} behind their TLS, killed hard and started
 * again while events flow and are rung.
 */
class TheSubscriberIsKilledTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SUBJECTS = 6;

  @TempDir static Path folder;

  private static RingStand stand;

  private final Random random = new Random(18);
  private final AtomicInteger unheard = new AtomicInteger();

  @BeforeAll
  static void begin() throws Exception {
    stand = new RingStand(folder);
  }

  @AfterAll
  static void end() {
    stand.close();
  }

  @AfterEach
  void nobodyIsRung() {
    stand.clear();
  }

  @ParameterizedTest
  @CsvSource({"webhook-receiver.ts, 12", "WebhookReceiver.java, 4"})
  void it_ends_with_exactly_what_was_published_in_the_order_of_each_subject(
      String receiver, int kills) throws Exception {
    Path key =
        Files.writeString(
            folder.resolve(receiver + ".key"),
            "whsec_" + Base64.getEncoder().encodeToString(RingStand.KEY));
    int port = freePort();
    String path = "/" + receiver;
    UUID trust = stand.subscribe(path, "A");
    Map<String, List<String>> published = new LinkedHashMap<>();
    int events = 0;
    try (var example = Example.of(folder, receiver, Integer.toString(port), key.toString());
        var http = HttpClient.newHttpClient();
        Ringer _ = stand.ringer()) {
      stand.subscriber.answers(path, passedOn(http, port));
      begin(example, port);
      for (int life = 0; life < kills; life++) {
        events += flow(receiver + life, trust, published);
        // In the middle of what is rung; and some of it while nobody is there.
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(150)).toNanos());
        example.kill();
        events += flow(receiver + life + "dead", trust, published);
        begin(example, port);
      }
      int all = events;
      await("all is told")
          .atMost(PATIENCE)
          .until(() -> {
            stand.hasten();
            return stand.log(trust, State.DELIVERED).size() == all;
          });

      assertThat(dealtWith(example)).as(example.said()).isEqualTo(published);
    }
    // Or nothing was put to the proof.
    assertThat(unheard).hasPositiveValue();
    assertThat(stand.heard(path)).hasSizeGreaterThan(events);
  }

  /**
   * Some events, and as many that another may hear.
   *
   * @return how many are for this subscriber
   */
  private int flow(String name, UUID trust, Map<String, List<String>> published) throws Exception {
    int events = 5 + random.nextInt(10);
    for (int i = 0; i < events; i++) {
      String subject = "place" + random.nextInt(SUBJECTS);
      stand.publish(name + "other" + i, subject, "ELSE");
      String event = stand.publish(name + i, subject, i % 2 == 0 ? "A" : "");
      published.computeIfAbsent(subject, _ -> new ArrayList<>()).add(stand.id(trust, event));
    }
    return events;
  }

  /** What stands before a partner's receiver. Now and then an answer is lost behind it. */
  private Subscriber.Answering passedOn(HttpClient http, int port) {
    var rings = new AtomicInteger();
    return (exchange, heard) ->
        exchange.sendResponseHeaders(
            rings.incrementAndGet() % 11 == 0
                ? lost(pass(http, port, heard))
                : pass(http, port, heard),
            -1);
  }

  private int lost(int answer) {
    unheard.incrementAndGet();
    return answer == 204 ? 504 : answer;
  }

  private static int pass(HttpClient http, int port, Subscriber.Heard heard) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
            .timeout(Duration.ofSeconds(20))
            .POST(BodyPublishers.ofString(heard.body()));
    for (String header : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
      request.header(header, heard.header(header));
    }
    try {
      return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException dead) {
      return 502;
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return 502;
    }
  }

  /** Starts it; what waits for its next try is rung once it listens. */
  private static void begin(Example example, int port) throws IOException {
    example.start();
    await("it listens")
        .atMost(PATIENCE)
        .ignoreException(ConnectException.class)
        .until(() -> {
          new Socket(InetAddress.getLoopbackAddress(), port).close();
          return true;
        });
    stand.hasten();
  }

  private static Map<String, List<String>> dealtWith(Example example) throws IOException {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (Map<String, Object> event : example.events()) {
      found
          .computeIfAbsent(String.valueOf(event.get("subject")), _ -> new ArrayList<>())
          .add(String.valueOf(event.get("id")));
    }
    return found;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
