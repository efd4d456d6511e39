package uk.onevoice.feeds.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.feeds.webhooks.Deliveries.Handshake;
import uk.onevoice.feeds.webhooks.Deliveries.Reason;

/** Real connections to a real listener: what is told, and what nobody can make us do. */
class CallerTest {
  private static final String HOST = "bell.trust.nhs.uk";
  private static final Instant NOW = Instant.now();
  private static final byte[] KEY = new byte[32];
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration NO_PATIENCE = Duration.ofSeconds(1);
  private static final Map<String, List<InetAddress>> NAMES = new ConcurrentHashMap<>();

  @TempDir static Path folder;

  private static Vertx vertx;
  private static Certificates certificates;
  private static Subscriber subscriber;
  private static Bell bell;

  @BeforeAll
  static void listen() {
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    certificates = Certificates.of(folder, HOST, "other.gov.uk");
    subscriber = new Subscriber(certificates);
    NAMES.put(HOST, List.of(InetAddress.getLoopbackAddress()));
    NAMES.put("wrong.nhs.uk", List.of(InetAddress.getLoopbackAddress()));
    bell = new Bell(caller(true, certificates.authority(), PATIENCE), "feeds.example");
  }

  @AfterAll
  static void end() {
    subscriber.close();
    vertx.close();
  }

  @Test
  void a_ring_is_what_the_library_of_the_specification_verifies_with_either_key() throws Exception {
    byte[] next = "another-key-of-thirty-two-bytes!".getBytes();
    String body = "{\"id\":\"ü\"}";
    assertThat(bell.ring(url("/signed"), List.of(next, KEY), "id-1", body, NOW).isTaken()).isTrue();
    Subscriber.Heard heard = subscriber.heard("/signed").getFirst();
    for (byte[] key : List.of(KEY, next)) {
      new Webhook(key).verify(heard.body(), heard.headers());
    }
    assertThat(heard.body()).isEqualTo(body);
    assertThat(heard.id()).isEqualTo("id-1");
    assertThat(heard.header("webhook-timestamp")).isEqualTo(Long.toString(NOW.getEpochSecond()));
    assertThat(heard.header("Content-Type")).isEqualTo("application/cloudevents+json");
    assertThat(heard.header("Host")).startsWith(HOST + ":");
    // After the handshake it says the same each time, as the specification of CloudEvents has it.
    assertThat(heard.header("WebHook-Request-Origin")).isEqualTo("feeds.example");
  }

  @Test
  void the_signature_is_that_of_the_specifications_example() {
    // Of "Webhooks: how to sign", with the secret and the body given there.
    var example = java.util.Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    bell.ring(
        url("/example"),
        List.of(example),
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "{\"test\": 2432232314}",
        Instant.ofEpochSecond(1_614_265_330));
    assertThat(subscriber.heard("/example").getFirst().header("webhook-signature"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void whoever_says_that_they_want_to_be_rung_is() {
    assertThat(asked("/said", "feeds.example")).isEqualTo(new Handshake(true, 200, null, null));
    assertThat(asked("/any", "*")).isEqualTo(new Handshake(true, 200, null, null));
    assertThat(asked("/other", "else.example"))
        .isEqualTo(new Handshake(false, 200, Reason.NOT_CONFIRMED, null));
    assertThat(bell.ask(url("/nothing")))
        .isEqualTo(new Handshake(false, 200, Reason.NOT_CONFIRMED, null));
    subscriber.answers("/no", 405);
    assertThat(bell.ask(url("/no"))).isEqualTo(new Handshake(false, 405, Reason.REFUSED, null));
    Subscriber.Heard heard = subscriber.heard("/said").getFirst();
    assertThat(heard.method()).isEqualTo("OPTIONS");
    assertThat(heard.header("WebHook-Request-Origin")).isEqualTo("feeds.example");
    assertThat(heard.header("WebHook-Request-Rate")).isEqualTo("6000");
  }

  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "1, 1",
    "' 0600 ', 600",
    "999999999, 999999999",
    "*, ",
    "10000000000, ",
  })
  void how_often_somebody_lets_us_ring_is_a_number_or_as_often_as_we_like(
      String said, @Nullable Integer perMinute) {
    assertThat(asked("/rate", "*", said)).isEqualTo(new Handshake(true, 200, null, perMinute));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "ten", "120, 60", "60/s", "+5", ""})
  void what_is_no_rate_is_said_to_be_none(String said) {
    assertThat(asked("/no-rate", "feeds.example", said))
        .isEqualTo(new Handshake(false, 200, Reason.RATE_UNREADABLE, null));
  }

  private static Handshake asked(String path, String allowed) {
    return asked(path, allowed, null);
  }

  private static Handshake asked(String path, String allowed, @Nullable String rate) {
    subscriber.answers(
        path,
        (exchange, _) -> {
          exchange.getResponseHeaders().set("WebHook-Allowed-Origin", allowed);
          if (rate != null) {
            exchange.getResponseHeaders().set("WebHook-Allowed-Rate", rate);
          }
          exchange.sendResponseHeaders(200, -1);
        });
    return bell.ask(url(path));
  }

  @Test
  void who_answers_without_an_end_is_cut_off() {
    var bytes = new byte[4_096];
    new Random(8).nextBytes(bytes);
    var written = new AtomicInteger();
    subscriber.answers(
        "/endless",
        (exchange, _) -> {
          exchange.sendResponseHeaders(200, 0);
          while (written.addAndGet(bytes.length) < 100_000_000) {
            exchange.getResponseBody().write(bytes);
          }
        });
    subscriber.answers(
        "/bomb",
        (exchange, _) -> {
          byte[] bomb = bomb();
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, bomb.length);
          exchange.getResponseBody().write(bomb);
        });
    subscriber.answers(
        "/drop-by-drop",
        (exchange, _) -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          forever();
        });
    subscriber.answers("/never", (_, _) -> forever());
    // They took it: what else they say nobody listens to.
    assertThat(ring("/endless").isTaken()).isTrue();
    assertThat(written).hasValueLessThan(20_000_000);
    assertThat(ring("/bomb").isTaken()).isTrue();
    var hasty = new Bell(caller(true, certificates.authority(), NO_PATIENCE), "feeds.example");
    for (String slow : List.of("/drop-by-drop", "/never")) {
      Answer cut = hasty.ring(url(slow), List.of(KEY), "i", "{}", NOW);
      assertThat(cut.reason()).as(slow).isEqualTo(Reason.TIMED_OUT);
      assertThat(cut.millis()).as(slow).isBetween(1_000, 15_000);
    }
  }

  /** Sixty-four megabytes of nothing, as a few kilobytes. */
  private static byte[] bomb() throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bomb)) {
      var nothing = new byte[1_024 * 1_024];
      for (int i = 0; i < 64; i++) {
        zip.write(nothing);
      }
    }
    return bomb.toByteArray();
  }

  @Test
  void a_certificate_has_to_be_for_the_host_and_from_somebody_known() {
    assertThat(bell.ring(subscriber.url("wrong.nhs.uk", "/wrong"), List.of(KEY), "i", "", NOW))
        .extracting(Answer::reason)
        .isEqualTo(Reason.CERTIFICATE_REFUSED);
    var strangers = new Bell(caller(true, null, PATIENCE), "feeds.example");
    assertThat(strangers.ring(url("/stranger"), List.of(KEY), "i", "", NOW).reason())
        .isEqualTo(Reason.CERTIFICATE_REFUSED);
    assertThat(subscriber.heard("/wrong")).isEmpty();
    assertThat(subscriber.heard("/stranger")).isEmpty();
  }

  @Test
  void nobody_makes_us_call_what_lies_inside() throws IOException {
    var connections = new AtomicInteger();
    try (var inside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var insideToo = new ServerSocket(0, 50, InetAddress.ofLiteral("::1"))) {
      for (ServerSocket one : List.of(inside, insideToo)) {
        Thread.ofVirtual().start(() -> count(one, connections));
      }
      int port = inside.getLocalPort();
      var outside = new Bell(caller(false, certificates.authority(), PATIENCE), "feeds.example");
      NAMES.put("inside.nhs.uk", List.of(InetAddress.ofLiteral("127.0.0.1")));
      NAMES.put("inside6.nhs.uk", List.of(InetAddress.ofLiteral("::1")));
      NAMES.put("clouds.nhs.uk", List.of(InetAddress.ofLiteral("169.254.169.254")));
      for (String url :
          List.of(
              "https://127.0.0.1:" + port,
              "https://[::1]:" + insideToo.getLocalPort(),
              "https://[::ffff:127.0.0.1]:" + port,
              "https://0.0.0.0:" + port,
              "https://2130706433:" + port,
              "https://0177.0.0.1:" + port,
              "https://localhost:" + port,
              "https://inside.nhs.uk@127.0.0.1:" + port,
              "https://inside.nhs.uk:" + port,
              "https://inside.nhs.uk",
              "https://inside6.nhs.uk",
              "https://clouds.nhs.uk/latest/meta-data",
              "http://inside.nhs.uk:" + port)) {
        assertThat(outside.ring(URI.create(url), List.of(KEY), "i", "", NOW).reason())
            .as(url)
            .isEqualTo(Reason.ADDRESS_REFUSED);
        assertThat(outside.ask(URI.create(url)).agreed()).as(url).isFalse();
      }

      // One that sends us there, and a name that leads there the second time it is asked.
      subscriber.answers(
          "/elsewhere",
          (exchange, _) -> {
            exchange.getResponseHeaders().set("Location", "https://127.0.0.1:" + port + "/");
            exchange.sendResponseHeaders(302, -1);
          });
      Answer elsewhere = ring("/elsewhere");
      assertThat(elsewhere.reason()).isEqualTo(Reason.REDIRECTED);
      assertThat(elsewhere.status()).isEqualTo(302);
      var asked = new AtomicInteger();
      Names rebinding =
          _ ->
              List.of(
                  InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.7"));
      var twice =
          new Bell(
              new Caller(
                  vertx,
                  new Destinations(Set.of(".nhs.uk"), true, rebinding),
                  new Caller.Bounds(PATIENCE, 100, 1),
                  certificates.authority()),
              "feeds.example");
      assertThat(twice.ring(url("/rebound"), List.of(KEY), "i", "", NOW).isTaken()).isTrue();
      // The name was asked for once: what was looked at is what was called.
      assertThat(asked).hasValue(1);
      assertThat(twice.ring(url("/rebound"), List.of(KEY), "i", "", NOW).reason())
          .isEqualTo(Reason.ADDRESS_REFUSED);
      assertThat(connections).hasValue(0);
    }
  }

  private static void count(ServerSocket listener, AtomicInteger connections) {
    try {
      while (true) {
        listener.accept().close();
        connections.incrementAndGet();
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  @Test
  void who_is_not_there_is_said_not_to_be() throws IOException {
    int nobody;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = closed.getLocalPort();
    }
    assertThat(
            bell.ring(URI.create("https://" + HOST + ":" + nobody), List.of(KEY), "i", "", NOW)
                .reason())
        .isEqualTo(Reason.UNREACHABLE);
    assertThat(bell.ring(URI.create("https://no.nhs.uk"), List.of(KEY), "i", "", NOW).reason())
        .isEqualTo(Reason.NAME_UNKNOWN);
  }

  private static void forever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private static Answer ring(String path) {
    return bell.ring(url(path), List.of(KEY), "id", "{}", NOW);
  }

  private static URI url(String path) {
    return subscriber.url(HOST, path);
  }

  private static Caller caller(boolean thisMachine, @Nullable Path authorities, Duration patience) {
    Names names =
        host -> {
          List<InetAddress> found = NAMES.get(host);
          if (found == null) {
            throw new UnknownHostException(host);
          }
          return found;
        };
    return new Caller(
        vertx,
        new Destinations(Set.of(".nhs.uk", ".gov.uk"), thisMachine, names),
        new Caller.Bounds(patience, 16_384, 4),
        authorities);
  }
}
