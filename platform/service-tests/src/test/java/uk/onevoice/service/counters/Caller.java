package uk.onevoice.service.counters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Somebody with a token who calls the counters. */
public final class Caller {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String authorization;

  public Caller(String token) {
    this.authorization = "Bearer " + token;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  public HttpResponse<String> post(String path, String body, String... headers) {
    return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** With a fresh key and as JSON. */
  public HttpResponse<String> command(String path, String body, String... headers) {
    String[] all = new String[headers.length + 4];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = "Idempotency-Key";
    all[headers.length + 1] = UUID.randomUUID().toString();
    all[headers.length + 2] = "Content-Type";
    all[headers.length + 3] = "application/json";
    return post(path, body, all);
  }

  /** A new counter's path. */
  public String counter() {
    return command("/v1/counters", "{\"label\":\"Beans\"}")
        .headers()
        .firstValue("Location")
        .map(location -> URI.create(location).getPath())
        .orElseThrow();
  }

  public HttpRequest.Builder request(String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(base() + path)).header("Authorization", authorization);
    return headers.length == 0 ? request : request.headers(headers);
  }

  public static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(cause);
    }
  }

  public static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException("Not JSON: " + response.body(), cause);
    }
  }

  public static String base() {
    return ConfigProvider.getConfig().getValue("test.url", String.class);
  }
}
