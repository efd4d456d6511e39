package uk.onevoice.testkit.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers {@code GET /v1/people/me} in place of the organisations service, for a service that asks
 * there who somebody is. A test tells it who people are with {@link #tell}; whom nobody told of is
 * not registered.
 */
public final class ToldPeople implements AutoCloseable {
  private static final String ME = "/v1/people/me";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, byte[]> bySubject = new ConcurrentHashMap<>();
  private final HttpServer server;

  ToldPeople() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(ME, this::answer);
    server.start();
  }

  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * From now on, this is what whoever has the token is.
   *
   * @param origin the real address: {@code onevoice.feeds.registry} of the service
   * @param me as the organisations service would answer
   */
  public static void tell(String origin, String token, String me) {
    try (var http = HttpClient.newHttpClient()) {
      http.send(
          HttpRequest.newBuilder(URI.create(origin + ME))
              .header("Authorization", "Bearer " + token)
              .PUT(BodyPublishers.ofString(me))
              .build(),
          BodyHandlers.discarding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String subject = subject(exchange.getRequestHeaders().getFirst("Authorization"));
      if (exchange.getRequestMethod().equals("PUT")) {
        bySubject.put(subject, exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(204, -1);
        return;
      }
      byte[] me = bySubject.get(subject);
      byte[] body = me == null ? "{}".getBytes(StandardCharsets.UTF_8) : me;
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(me == null ? 403 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String subject(String authorization) throws IOException {
    String claims = authorization.split("\\.")[1];
    return JSON.readTree(Base64.getUrlDecoder().decode(claims)).path("sub").asText();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
