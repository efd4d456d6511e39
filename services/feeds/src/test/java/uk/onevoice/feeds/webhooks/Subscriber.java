package uk.onevoice.feeds.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Partners' listeners: one HTTPS server, with a path for each of them. */
final class Subscriber implements AutoCloseable {
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Answering> answers = new ConcurrentHashMap<>();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();

  /** What came: when it had come, in System.nanoTime. */
  record Heard(
      String path, String method, Map<String, List<String>> headers, String body, long at) {
    String header(String name) {
      return headers.entrySet().stream()
          .filter(one -> one.getKey().equalsIgnoreCase(name))
          .map(one -> one.getValue().getFirst())
          .findFirst()
          .orElse("");
    }

    String id() {
      return header("webhook-id");
    }
  }

  /** How a path answers. */
  interface Answering {
    void to(HttpExchange exchange, Heard heard) throws IOException;
  }

  Subscriber(Certificates certificates) {
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setHttpsConfigurator(new HttpsConfigurator(certificates.server()));
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI url(String host, String path) {
    return URI.create("https://" + host + ":" + server.getAddress().getPort() + path);
  }

  /** Answers with 200 where nothing else is said. */
  void answers(String path, Answering answering) {
    answers.put(path, answering);
  }

  void answers(String path, int status) {
    answers(path, (exchange, _) -> exchange.sendResponseHeaders(status, -1));
  }

  /** What a path has answered to, in the order in which it came. */
  List<Heard> heard(String path) {
    return heard.stream().filter(one -> one.path().equals(path)).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      var one =
          new Heard(
              path,
              exchange.getRequestMethod(),
              Map.copyOf(exchange.getRequestHeaders()),
              new String(exchange.getRequestBody().readAllBytes()),
              System.nanoTime());
      heard.add(one);
      answers.getOrDefault(path, (to, _) -> to.sendResponseHeaders(200, -1)).to(exchange, one);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
