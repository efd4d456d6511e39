package uk.onevoice.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** HTTP to the public APIs: one connection pool, one way to read answers and problems. */
@ApplicationScoped
class Calls {
  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final ApiSettings settings;
  private final ObjectMapper json;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  Calls(ApiSettings settings, ObjectMapper json) {
    this.settings = settings;
    this.json = json;
  }

  @PreDestroy
  void close() {
    http.shutdownNow();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(settings.url() + path))
        .timeout(settings.timeout())
        .header("Accept", "application/json, application/problem+json");
  }

  byte[] json(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not written as JSON: " + value.getClass(), e);
    }
  }

  Duration uploadTimeout() {
    return settings.uploadTimeout();
  }

  /** The answer, if the API said yes. */
  HttpResponse<byte[]> answer(HttpRequest request) {
    HttpResponse<byte[]> answer = send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 300) {
      throw new ApiProblem(problem(answer.statusCode(), answer.body()));
    }
    return answer;
  }

  /** An answer that goes on, if the API said yes; whoever asks closes it. */
  InputStream stream(HttpRequest request) {
    HttpResponse<InputStream> answer = send(request, BodyHandlers.ofInputStream());
    if (answer.statusCode() < 300) {
      return answer.body();
    }
    try (InputStream refused = answer.body()) {
      throw new ApiProblem(problem(answer.statusCode(), refused.readAllBytes()));
    } catch (IOException e) {
      throw new ApiUnreachable(request.uri().getPath(), e);
    }
  }

  private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
    try {
      return http.send(request, body);
    } catch (IOException e) {
      throw new ApiUnreachable(request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiUnreachable(request.uri().getPath(), e);
    }
  }

  <T> T read(HttpResponse<byte[]> answer, Class<T> type) {
    try {
      return json.readValue(answer.body(), type);
    } catch (IOException e) {
      throw new ApiUnreachable(answer.uri().getPath(), e);
    }
  }

  JsonNode tree(HttpResponse<byte[]> answer) {
    try {
      JsonNode body = json.readTree(answer.body());
      return body == null ? MissingNode.getInstance() : body;
    } catch (IOException e) {
      throw new ApiUnreachable(answer.uri().getPath(), e);
    }
  }

  private ApiProblem.Problem problem(int status, byte[] content) {
    JsonNode body;
    try {
      body = json.readTree(content);
    } catch (IOException notJson) {
      body = MissingNode.getInstance();
    }
    if (body == null) {
      body = MissingNode.getInstance();
    }
    String type = body.path("type").asText("");
    return new ApiProblem.Problem(
        status,
        type.substring(type.lastIndexOf('/') + 1),
        body.path("title").asText("The request was not accepted."),
        text(body, "detail"),
        text(body, "correlationId"),
        violations(body.path("violations")));
  }

  private static @Nullable String text(JsonNode body, String name) {
    return body.hasNonNull(name) ? body.get(name).asText() : null;
  }

  private static List<ApiProblem.Violation> violations(JsonNode list) {
    List<ApiProblem.Violation> violations = new ArrayList<>();
    for (JsonNode violation : list) {
      violations.add(
          new ApiProblem.Violation(
              violation.path("pointer").asText(""),
              violation.path("message").asText("is not right")));
    }
    return violations;
  }
}
