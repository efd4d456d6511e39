package uk.onevoice.feeds.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.onevoice.feeds.http.Partners;
import uk.onevoice.feeds.webhooks.WebhooksHere;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** What partners begin with, against the real feed. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "feeds"))
@WithTestResource(WebhooksHere.class)
class ExamplesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String ALL = "/v1/feed/events?limit=1000";

  @TempDir Path folder;

  @Test
  void killed_and_set_back_each_has_every_event_once_and_in_order() throws Exception {
    String place = UUID.randomUUID().toString();
    List<Example> examples = new ArrayList<>();
    try (var partners = new Partners()) {
      Partners.System trust = partners.approved("TRUST" + place);
      Path token = Files.writeString(folder.resolve("token"), trust.token());
      String origin = setting("test.url");
      for (String file : List.of("PullFeed.java", "pull-feed.ts", "pull-feed.sh")) {
        examples.add(Example.of(folder, file, origin, token.toString()));
      }
      partners.publish(Partners.open(place), Partners.shared(place, "TRUST" + place));
      for (Example example : examples) {
        example.start();
      }
      for (Example example : examples) {
        holds(example, trust, place, 2);
        example.kill();
        // Dead before it had noted how far it has come: all is told it again.
        Files.deleteIfExists(example.folder().resolve("next"));
      }
      partners.publish(Partners.open(place), Partners.shared(place, "ELSE"), Partners.open(place));
      for (Example example : examples) {
        example.start();
      }
      for (Example example : examples) {
        holds(example, trust, place, 4);
      }
    } finally {
      for (Example example : examples) {
        example.close();
      }
    }
  }

  /** Once so many events of the place are told, it has dealt with all that were told. */
  private static void holds(Example example, Partners.System trust, String place, int ofPlace)
      throws IOException {
    await("it has dealt with all")
        .atMost(PATIENCE)
        .until(() -> {
          List<Map<String, Object>> dealtWith = example.events();
          return dealtWith.stream().filter(one -> place.equals(one.get("place"))).count()
              >= ofPlace;
        });
    List<Map<String, Object>> told = trust.read(ALL).jsonPath().getList("");
    assertThat(example.events()).as(example.said()).isEqualTo(told);
  }

  @Test
  void receivers_deal_once_with_what_the_public_library_has_signed_and_with_nothing_else()
      throws Exception {
    var key =
        "whsec_" + Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes());
    Path file = Files.writeString(folder.resolve("key"), key);
    for (String receiver : List.of("WebhookReceiver.java", "webhook-receiver.ts")) {
      int port = freePort();
      try (var example = Example.of(folder, receiver, Integer.toString(port), file.toString());
          var http = HttpClient.newHttpClient()) {
        example.start();
        var bell = new Bell(http, URI.create("http://127.0.0.1:" + port + "/"), key);
        bell.awaitHandshake();
        String event = "{\"id\": \"one\", \"subject\": \"%s\"}".formatted(receiver);

        assertThat(bell.ring("one", Instant.now(), event, event)).isEqualTo(204);
        assertThat(bell.ring("one", Instant.now(), event, event)).isEqualTo(204);
        assertThat(bell.ring("two", Instant.now(), event, event + " ")).isEqualTo(401);
        assertThat(bell.ring("two", Instant.now().minusSeconds(600), event, event)).isEqualTo(401);
        assertThat(bell.unsigned(event)).isEqualTo(401);
        example.kill();
        example.start();
        bell.awaitHandshake();
        assertThat(bell.ring("one", Instant.now(), event, event)).isEqualTo(204);
        String next = event.replace("one", "two");
        assertThat(bell.ring("two", Instant.now(), next, next)).isEqualTo(204);

        assertThat(example.events().stream().map(one -> one.get("id")))
            .as(example.said())
            .containsExactly("one", "two");
      }
    }
  }

  /** Rings as the feed does, by the public library's signatures. */
  private record Bell(HttpClient http, URI address, String key) {
    void awaitHandshake() {
      HttpHeaders agreed =
          await("it agrees to be rung")
              .atMost(PATIENCE)
              .ignoreException(ConnectException.class)
              .until(
                  () ->
                      send(HttpRequest.newBuilder(address)
                              .header("WebHook-Request-Origin", "onevoice.example")
                              .header("WebHook-Request-Rate", "6000")
                              .method("OPTIONS", BodyPublishers.noBody()))
                          .headers(),
                  answer ->
                      answer
                          .firstValue("WebHook-Allowed-Origin")
                          .filter("onevoice.example"::equals)
                          .isPresent());
      assertThat(agreed.firstValue("WebHook-Allowed-Rate")).hasValue("600");
    }

    /** With a signature of another key beside its own, as while keys change. */
    int ring(String id, Instant at, String signed, String sent) throws Exception {
      String other = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
      long second = at.getEpochSecond();
      String signatures =
          new Webhook(other).sign(id, second, signed)
              + " "
              + new Webhook(key).sign(id, second, signed);
      return send(HttpRequest.newBuilder(address)
              .header("webhook-id", id)
              .header("webhook-timestamp", Long.toString(second))
              .header("webhook-signature", signatures)
              .POST(BodyPublishers.ofString(sent)))
          .statusCode();
    }

    int unsigned(String sent) throws Exception {
      return send(HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(sent))).statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
        throws IOException, InterruptedException {
      return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }
}
