package uk.onevoice.web.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * The public APIs as a test wants them: it answers what it was told, and remembers what it was
 * asked. What it was not told of is not found, as with the real ones.
 */
public final class FakeApi implements AutoCloseable {
  /** What arrived: method, path with query, the headers that matter, and the body. */
  public record Request(String method, String path, Map<String, String> headers, String body) {
    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }
  }

  /** What is answered; a null body is an empty one. */
  public record Answer(int status, String body, Map<String, String> headers) {}

  private static final FakeApi RUNNING = new FakeApi();

  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  private FakeApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException("No port for the fake API", e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  /** The one of this process: the application under test is told its address once. */
  public static FakeApi running() {
    return RUNNING;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Forgets everything, for the next test. */
  public void reset() {
    answers.clear();
    requests.clear();
  }

  public void answer(String methodAndPath, int status, String body, String... headers) {
    Map<String, String> all = new ConcurrentHashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    answers.put(methodAndPath, new Answer(status, body, all));
  }

  /** Forgets these answers: to this reader they look as if they were not there. */
  public void hide(String... methodsAndPaths) {
    for (String hidden : methodsAndPaths) {
      answers.keySet().removeIf(known -> known.equals(hidden) || known.startsWith(hidden + "?"));
    }
  }

  /** What it would answer now, by method and path. */
  public Map<String, Answer> answers() {
    return Map.copyOf(answers);
  }

  /** What was asked, oldest first. */
  public List<Request> requests(String methodAndPath) {
    return requests.stream()
        .filter(request -> (request.method() + " " + request.path()).startsWith(methodAndPath))
        .toList();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().toString();
    Map<String, String> headers = new ConcurrentHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) ->
            headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(new Request(method, path, headers, body));
    Answer answer =
        Optional.ofNullable(answers.get(method + " " + path))
            .or(() ->
                Optional.ofNullable(answers.get(method + " " + path.replaceFirst("\\?.*", ""))))
            .orElseGet(FakeApi::notFound);
    exchange
        .getResponseHeaders()
        .set(
            "Content-Type",
            answer.status() < 400 ? "application/json" : "application/problem+json");
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static Answer notFound() {
    return new Answer(
        404,
        """
        {"type":"https://onevoice.example/problems/not-found","title":"There is nothing here for you.",
         "status":404,"correlationId":"c-404"}\
        """,
        Map.of());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
