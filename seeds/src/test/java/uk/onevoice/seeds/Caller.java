package uk.onevoice.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who uses the public API in a journey, and remembers how far their commands came. */
final class Caller {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final WholeSystem system;
  private final String who;

  Caller(WholeSystem system, String who) {
    this.system = system;
    this.who = who;
  }

  /** What a command was answered: its body, and the position a view has to wait for. */
  record Done(JsonNode body, String position) {
    String id(String name) {
      return body.required(name).asText();
    }
  }

  /** Asks for something and gets it. */
  Done post(String path, Map<String, ?> body) {
    HttpResponse<String> response = send(path, body);
    assertThat(response.statusCode())
        .as("%s as %s: %s", path, who, response.body())
        .isBetween(200, 299);
    return done(response);
  }

  /** Asks again with the same key, as after a lost answer: it is done once, and said twice. */
  Done postTwice(String path, Map<String, ?> body) {
    String key = UUID.randomUUID().toString();
    HttpResponse<String> first = send(path, JSON.valueToTree(body).toString(), key);
    HttpResponse<String> again = send(path, JSON.valueToTree(body).toString(), key);
    assertThat(first.statusCode())
        .as("%s as %s: %s", path, who, first.body())
        .isBetween(200, 299)
        .isEqualTo(again.statusCode());
    assertThat(again.body()).isEqualTo(first.body());
    return done(first);
  }

  /** Sends what is no JSON, and is told so. */
  String postBroken(String path, String body) {
    HttpResponse<String> response = send(path, body, UUID.randomUUID().toString());
    assertThat(response.statusCode()).as("%s as %s: %s", path, who, response.body()).isEqualTo(400);
    return response.body();
  }

  private static Done done(HttpResponse<String> response) {
    return new Done(json(response.body()), response.headers().firstValue("X-Position").orElse(""));
  }

  /** Asks until it is given: a service hears of a new role a moment later. */
  Done postSoon(String path, Map<String, ?> body) {
    return done(
        await(path + " as " + who)
            .atMost(Duration.ofSeconds(20))
            .until(() -> send(path, body), response -> response.statusCode() < 300));
  }

  /** Asks for something and is told the problem of this name. */
  String postRefused(String path, Map<String, ?> body, String problem) {
    HttpResponse<String> response = send(path, body);
    assertThat(json(response.body()).path("type").asText())
        .as("%s as %s: %s", path, who, response.body())
        .endsWith("/" + problem);
    return response.body();
  }

  /** As {@link #postRefused}, and it says when it was to have been recorded. */
  void backdatedRefused(String path, Map<String, ?> body, Instant recordedAt, String problem) {
    HttpResponse<String> response =
        exchange(
            request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Recorded-At", recordedAt.toString())
                .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString()))
                .build());
    assertThat(response.statusCode()).as("%s as %s: %s", path, who, response.body()).isEqualTo(400);
    assertThat(json(response.body()).path("type").asText()).endsWith("/" + problem);
  }

  /** Reads a view that has applied this position. */
  JsonNode get(String path, String position) {
    HttpResponse<String> response =
        exchange(request(path).header("X-Position", position).GET().build());
    assertThat(response.statusCode()).as("%s as %s: %s", path, who, response.body()).isEqualTo(200);
    return json(response.body());
  }

  JsonNode get(String path) {
    HttpResponse<String> response = exchange(request(path).GET().build());
    assertThat(response.statusCode()).as("%s as %s: %s", path, who, response.body()).isEqualTo(200);
    return json(response.body());
  }

  /** All events of a feed, batch by batch, up to one in which nothing has come yet. */
  List<JsonNode> events(String path) {
    List<JsonNode> events = new ArrayList<>();
    String next = path;
    while (true) {
      HttpResponse<String> batch = exchange(request(next).GET().build());
      assertThat(batch.statusCode()).as("%s as %s: %s", next, who, batch.body()).isEqualTo(200);
      JsonNode told = json(batch.body());
      if (told.isEmpty()) {
        return events;
      }
      told.forEach(events::add);
      String link = batch.headers().firstValue("Link").orElseThrow();
      next = link.substring(1, link.indexOf('>'));
    }
  }

  /** What is answered, and be it a problem. */
  String answer(String path) {
    return exchange(request(path).GET().build()).body();
  }

  private HttpResponse<String> send(String path, Map<String, ?> body) {
    return send(path, JSON.valueToTree(body).toString(), UUID.randomUUID().toString());
  }

  private HttpResponse<String> send(String path, String body, String key) {
    return exchange(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(system.origin() + path))
        .header("Authorization", "Bearer " + system.token(who));
  }

  private static HttpResponse<String> exchange(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(cause);
    }
  }

  private static JsonNode json(String body) {
    try {
      return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (IOException cause) {
      throw new UncheckedIOException(body, cause);
    }
  }
}
