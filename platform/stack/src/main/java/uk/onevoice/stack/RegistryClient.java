package uk.onevoice.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The registry's public API, called as one person. */
final class RegistryClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(5);
  private static final String PROBLEMS = "https://onevoice.example/problems/";

  /** What the API said. */
  record Answer(int status, JsonNode body, List<String> positions, boolean behind) {
    boolean succeeded() {
      return status < 300;
    }

    boolean isProblem(String slug) {
      return body.path("type").asText().equals(PROBLEMS + slug);
    }

    String problem() {
      String title = body.path("title").asText();
      String detail = body.path("detail").asText();
      // Most details begin with the title and go on.
      String said = detail.startsWith(title) ? detail : (title + " " + detail).strip();
      return said + " (" + status + ")";
    }
  }

  private final URI origin;
  private final Supplier<String> token;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /**
   * @param token of the person, asked for anew with each request because tokens expire
   */
  RegistryClient(URI origin, Supplier<String> token) {
    this.origin = origin;
    this.token = token;
  }

  /** As the first of these people whom the installation knows. */
  static RegistryClient asOneOf(Site site, List<String> people) {
    var tokens = Tokens.from(Stack.issuer(site));
    return people.stream()
        .map(person -> new RegistryClient(Stack.origin(site), () -> tokens.of(person)))
        .filter(RegistryClient::isKnown)
        .findFirst()
        .orElseThrow(() ->
            new StackFailure("None of " + people + " is registered here, so nobody may import."));
  }

  private boolean isKnown() {
    return get("/v1/people/me", List.of()).succeeded();
  }

  /**
   * @param release the file's day where its content has none; null leaves it to the content
   */
  Answer upload(Path file, @Nullable String release) throws IOException {
    var query = release == null ? "" : "?release=" + release;
    return send(
        request("/v1/imports" + query)
            .header("Content-Type", "application/octet-stream")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofFile(file)));
  }

  Answer accept(String id) {
    return send(
        request("/v1/imports/" + id + "/acceptance")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString("{}")));
  }

  Answer read(String id) {
    return get("/v1/imports/" + id, List.of());
  }

  /** The list of ICSs, as soon as it shows what happened up to these positions. */
  Answer icsAfter(Collection<String> positions, Duration patience) throws InterruptedException {
    var end = System.nanoTime() + patience.toNanos();
    while (true) {
      var answer = get("/v1/ics?limit=1", positions);
      if (answer.succeeded() && !answer.behind()) {
        return answer;
      }
      if (System.nanoTime() > end) {
        throw new StackFailure("The views have not caught up with " + positions);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private Answer get(String path, Collection<String> positions) {
    var request = request(path).GET();
    if (!positions.isEmpty()) {
      request.header("X-Position", String.join(",", positions));
    }
    return send(request);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(origin.resolve(path))
        .timeout(LONGEST_ANSWER)
        .header("Authorization", "Bearer " + token.get());
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      var text = response.body();
      return new Answer(
          response.statusCode(),
          text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text),
          response.headers().allValues("X-Position").stream()
              .flatMap(header -> Arrays.stream(header.split(",")))
              .map(String::strip)
              .toList(),
          response.headers().firstValue("X-Position-Behind").isPresent());
    } catch (IOException e) {
      throw new StackFailure("No answer from " + origin + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
