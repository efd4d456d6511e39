package uk.onevoice.stack;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The one origin: sends each request to the part that {@link RouteTable} names. */
public final class Router implements AutoCloseable {
  public static final String NAME = "router";
  private static final String PROBLEMS = "https://onevoice.example/problems/";
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Port");
  // Larger than the services' own limits: their answers have a problem body, the router's have not.
  private static final int MAX_HEADERS = 128 * 1024;
  private static final int CONNECTIONS_PER_PART = 256;

  private final Vertx vertx;

  private Router(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Listens on the loopback interface, and returns when it does. */
  public static Router start(RouteTable table, Ports ports) throws Exception {
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(2));
    var client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(2_000)
                .setMaxHeaderSize(MAX_HEADERS)
                .setMaxInitialLineLength(MAX_HEADERS),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_PART));
    var proxy = HttpProxy.reverseProxy(client);
    proxy.originSelector(request ->
        Future.succeededFuture(
            SocketAddress.inetSocketAddress(
                ports.of(owner(table, request).orElseThrow()), "127.0.0.1")));
    proxy.addInterceptor(new Edge());
    vertx
        .createHttpServer(
            new HttpServerOptions()
                .setMaxHeaderSize(MAX_HEADERS)
                .setMaxInitialLineLength(MAX_HEADERS)
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true))
        .requestHandler(request -> {
          if (owner(table, request).isEmpty()) {
            answerNotFound(request);
          } else {
            proxy.handle(request);
          }
        })
        .listen(ports.of(NAME), "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS);
    return new Router(vertx);
  }

  /** Says where the request came from, and what is so when the part behind does not answer. */
  private static final class Edge implements ProxyInterceptor {
    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      var incoming = context.request().proxiedRequest();
      var headers = context.request().headers();
      // What a client claims about itself is not passed on.
      FORWARDED.forEach(headers::remove);
      headers.set("X-Forwarded-For", incoming.remoteAddress().hostAddress());
      headers.set("X-Forwarded-Proto", "http");
      if (incoming.authority() != null) {
        headers.set("X-Forwarded-Host", incoming.authority().toString());
      }
      return context.sendRequest().recover(_ -> Future.succeededFuture(unavailable(context)));
    }

    private static ProxyResponse unavailable(ProxyContext context) {
      return context
          .request()
          .release()
          .response()
          .setStatusCode(503)
          .putHeader("Content-Type", "application/problem+json")
          .putHeader("Retry-After", "5")
          .setBody(
              Body.body(
                  problem(
                      "temporarily-unavailable",
                      "This part of OneVoice does not answer at the moment. Try again shortly.",
                      503)));
    }
  }

  /** A request without a path that can be read belongs to nobody. */
  private static Optional<String> owner(RouteTable table, HttpServerRequest request) {
    var path = request.path();
    return path == null ? Optional.empty() : table.owner(path);
  }

  private static void answerNotFound(HttpServerRequest request) {
    request
        .response()
        .setStatusCode(404)
        .putHeader("Content-Type", "application/problem+json")
        .end(problem("not-found", "There is nothing at this address.", 404));
  }

  private static Buffer problem(String slug, String title, int status) {
    return new JsonObject()
        .put("type", PROBLEMS + slug)
        .put("title", title)
        .put("status", status)
        .toBuffer();
  }

  @Override
  public void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
