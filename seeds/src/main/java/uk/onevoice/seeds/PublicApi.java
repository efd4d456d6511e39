package uk.onevoice.seeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The public API as one of the demonstration's people uses it.
 *
 * <p>Every POST has a key made from what it is for. A load that was cut short can so be started
 * again: what was done is answered as it was then, and the rest is done.
 */
final class PublicApi {
  /** A service hears of the registry a moment later; until then it may not know who is asking. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Set<Integer> MAY_PASS = Set.of(403, 404, 409, 422, 429, 502, 503, 504);

  private final LoaderSettings settings;
  private final HttpClient http;
  private final ObjectMapper json =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private final SignIns signIns;
  private final AtomicInteger calls = new AtomicInteger();

  /** Whether it is still taken when something is said to have been recorded earlier. */
  private volatile boolean backdates = true;

  /** How far each partition of each log has come by what was entered, as X-Position says it. */
  private final Map<String, Long> reached = new ConcurrentHashMap<>();

  PublicApi(LoaderSettings settings) {
    this.settings = settings;
    this.http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    this.signIns = new SignIns(settings, http, json);
  }

  /** How many calls were made so far. */
  int calls() {
    return calls.get();
  }

  /**
   * Posts, and posts again while the answer may be about something the service has not heard yet.
   *
   * @param purpose unique in the demonstration and the same in every load; the key is made from it
   */
  JsonNode post(String who, String path, Object body, String purpose) {
    return post(who, path, body, purpose, null);
  }

  /**
   * Posts what was entered long ago.
   *
   * @param recordedAt when it is to have been recorded; null for now, as a time to come is
   */
  JsonNode post(
      String who, String path, Object body, String purpose, @Nullable Instant recordedAt) {
    return told(
        who,
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key(purpose))
            .POST(BodyPublishers.ofString(written(body))),
        recordedAt);
  }

  private JsonNode told(
      String who, String path, HttpRequest.Builder request, @Nullable Instant recordedAt) {
    if (recordedAt != null && backdates && recordedAt.isBefore(Instant.now())) {
      HttpResponse<String> response =
          answer(who, path, request.copy().header("X-Recorded-At", recordedAt.toString()));
      if (response.statusCode() != 400 || !response.body().contains("backdating-refused")) {
        return taken(who, path, response);
      }
      // An earlier load has come as far as to end it; what it had told is there already.
      backdates = false;
    }
    return sent(who, path, request);
  }

  /**
   * Posts a file as it is.
   *
   * @param recordedAt as of {@link #post(String, String, Object, String, Instant)}
   */
  JsonNode upload(
      String who,
      String path,
      String mediaType,
      byte[] file,
      String purpose,
      @Nullable Instant recordedAt) {
    return told(
        who,
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", mediaType)
            .header("Idempotency-Key", key(purpose))
            .POST(BodyPublishers.ofByteArray(file)),
        recordedAt);
  }

  JsonNode read(String who, String path) {
    return sent(who, path, HttpRequest.newBuilder().GET());
  }

  /** Reads until it is so. */
  JsonNode until(String who, String path, Predicate<JsonNode> so) {
    Instant until = Instant.now().plus(PATIENCE);
    JsonNode state = sent(who, path, HttpRequest.newBuilder().GET());
    while (!so.test(state)) {
      if (Instant.now().isAfter(until)) {
        throw new LoadFailure(path + " has for long been " + state);
      }
      rest();
      state = sent(who, path, HttpRequest.newBuilder().GET());
    }
    return state;
  }

  /**
   * Waits until the service that answers this path has heard all that this log says by now: some
   * rules are about what another service has said, and decide otherwise where it is not known yet.
   */
  void awaitHeard(String log, String who, String path) {
    String positions =
        reached.entrySet().stream()
            .filter(partition -> partition.getKey().startsWith(log + ":"))
            .map(partition -> partition.getKey() + ":" + partition.getValue())
            .collect(Collectors.joining(","));
    if (positions.isEmpty()) {
      return;
    }
    Instant until = Instant.now().plus(PATIENCE);
    while (isBehind(who, path, positions)) {
      if (Instant.now().isAfter(until)) {
        throw new LoadFailure(path + " has for long not heard of " + positions);
      }
      rest();
    }
  }

  private boolean isBehind(String who, String path, String positions) {
    return attempt(who, path, HttpRequest.newBuilder().header("X-Position", positions).GET())
        .headers()
        .firstValue("X-Position-Behind")
        .isPresent();
  }

  /** Whether the sign-in belongs to somebody who is registered. */
  boolean isRegistered(String who) {
    return attempt(who, "/v1/people/me", HttpRequest.newBuilder().GET()).statusCode() == 200;
  }

  private JsonNode sent(String who, String path, HttpRequest.Builder request) {
    return taken(who, path, answer(who, path, request));
  }

  private HttpResponse<String> answer(String who, String path, HttpRequest.Builder request) {
    Instant until = Instant.now().plus(PATIENCE);
    HttpResponse<String> response = attempt(who, path, request);
    while (MAY_PASS.contains(response.statusCode()) && Instant.now().isBefore(until)) {
      rest();
      response = attempt(who, path, request);
    }
    return response;
  }

  private JsonNode taken(String who, String path, HttpResponse<String> response) {
    if (response.statusCode() >= 300) {
      throw new LoadFailure(
          "%s %s as %s was answered %d: %s"
              .formatted(
                  response.request().method(), path, who, response.statusCode(), response.body()));
    }
    response.headers().firstValue("X-Position").ifPresent(this::remember);
    return read(response.body());
  }

  private void remember(String positions) {
    for (String position : positions.split(",")) {
      int colon = position.lastIndexOf(':');
      reached.merge(
          position.substring(0, colon).strip(),
          Long.valueOf(position.substring(colon + 1).strip()),
          Math::max);
    }
  }

  private HttpResponse<String> attempt(String who, String path, HttpRequest.Builder request) {
    calls.incrementAndGet();
    try {
      return http.send(
          request
              .copy()
              .uri(URI.create(settings.origin() + path))
              .timeout(Duration.ofSeconds(60))
              .header("Authorization", "Bearer " + signIns.tokenOf(who))
              .header("Accept", "application/json, application/problem+json")
              .build(),
          BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new LoadFailure(path + " as " + who + " got no answer: " + failed, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LoadFailure("Interrupted at " + path, interrupted);
    }
  }

  static void rest() {
    try {
      Thread.sleep(Duration.ofMillis(100));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LoadFailure("Interrupted", interrupted);
    }
  }

  private static String key(String purpose) {
    return "demonstration-" + UUID.nameUUIDFromBytes(purpose.getBytes(StandardCharsets.UTF_8));
  }

  private String written(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (IOException cause) {
      throw new IllegalArgumentException(cause);
    }
  }

  private JsonNode read(String body) {
    try {
      return body.isBlank() ? MissingNode.getInstance() : json.readTree(body);
    } catch (IOException cause) {
      throw new LoadFailure("An answer is not JSON: " + body, cause);
    }
  }
}
