package uk.onevoice.stack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
  private static HttpServer mandates;
  private static Router router;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    mandates = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    mandates.createContext(
        "/",
        exchange -> {
          var body = exchange.getRequestBody().readAllBytes();
          var headers = exchange.getRequestHeaders();
          var answer =
              "%s %s %d %s %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI(),
                      body.length,
                      headers.getFirst("X-Forwarded-Host"),
                      headers.getFirst("X-Forwarded-For"))
                  .getBytes();
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    mandates.start();
    var ports = new HashMap<>(Ports.free(List.of("router", "web", "meetings")).byName());
    ports.put("mandates", mandates.getAddress().getPort());
    port = ports.get("router");
    router = Router.start(RouteTable.of(Site.rootAbove(Path.of(""))), new Ports(ports));
  }

  @AfterAll
  static void stop() throws Exception {
    router.close();
    mandates.stop(0);
  }

  @Test
  void a_request_reaches_the_service_that_its_first_segment_belongs_to() throws Exception {
    var answer = send(request("/v1/mandates/7?asOf=2026-04-01").GET());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("GET /v1/mandates/7?asOf=2026-04-01 0 127.0.0.1:" + port);
  }

  @Test
  void a_client_cannot_say_that_it_is_somebody_else() throws Exception {
    var answer = send(request("/v1/mandates").header("X-Forwarded-For", "10.1.2.3").GET());
    assertThat(answer.body()).endsWith(" 127.0.0.1");
  }

  @Test
  void a_large_upload_passes() throws Exception {
    var size = 20 * 1024 * 1024;
    var answer =
        send(request("/v1/mandates").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[size])));
    assertThat(answer.body()).startsWith("POST /v1/mandates " + size);
  }

  @Test
  void a_service_that_does_not_answer_is_a_problem_to_try_again() throws Exception {
    var answer = send(request("/v1/meetings").GET());
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).contains("/problems/temporarily-unavailable");
  }

  @Test
  void an_address_of_nobody_is_not_found_with_a_problem() throws Exception {
    var answer = send(request("/v1/unheard-of").GET());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("/problems/not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/metrics",
        "/%71/metrics",
        "/v1/mandates/../../q/metrics",
        "/v1/mandates/%2e%2e/%2E%2E/%71/metrics",
        "/./q/metrics",
        "/v1/mandates/../meetingsx",
        "/%7",
      })
  void an_address_that_the_parts_would_read_as_nobodys_is_nobodys(String path) throws Exception {
    assertThat(rawStatus(path)).isEqualTo("HTTP/1.1 404 Not Found");
  }

  @Test
  void a_way_round_leads_to_the_service_that_it_ends_at() throws Exception {
    assertThat(rawStatus("/v1/meetings/../mandates")).isEqualTo("HTTP/1.1 200 OK");
  }

  @Test
  void a_bar_that_was_written_by_hand_arrives_encoded() throws Exception {
    assertThat(raw("/v1/mandates?identifier=https://x.example/Id|A81001").toList())
        .startsWith("HTTP/1.1 200 OK")
        .last(InstanceOfAssertFactories.STRING)
        .startsWith("GET /v1/mandates?identifier=https://x.example/Id%7CA81001 0 ");
  }

  @Test
  void a_person_is_answered_with_a_page() throws Exception {
    for (var path : List.of("/v1/meetings", "/v1/unheard-of")) {
      var answer = send(request(path).header("Accept", "text/html,*/*;q=0.8").GET());
      assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
      assertThat(answer.body()).startsWith("<!DOCTYPE html>").contains("<h1>", "lang=\"en-GB\"");
    }
  }

  @Test
  void more_than_any_part_takes_is_refused_with_a_problem() throws Exception {
    var size = 221L * 1024 * 1024;
    var block = new byte[1024 * 1024];
    var answer =
        send(
            request("/imports")
                .POST(
                    HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofByteArrays(Collections.nCopies(221, block)),
                        size)));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("/problems/body-too-large");
  }

  /** A path as it is written: a client's library would read it first. */
  private static String rawStatus(String path) throws Exception {
    return raw(path).findFirst().orElseThrow();
  }

  private static Stream<String> raw(String path) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .formatted(path)
                  .getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII).lines();
    }
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
