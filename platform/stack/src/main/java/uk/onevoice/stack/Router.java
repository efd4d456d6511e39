package uk.onevoice.stack;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.impl.HttpUtils;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** What the part that takes most takes: the front end's form, a file of 200 MB and its frame. */
  private static final long MAX_UPLOAD = 220L * 1024 * 1024;

  private static final Refusal NOT_FOUND =
      new Refusal(404, "not-found", "There is nothing at this address.", "Page not found");
  private static final Refusal TOO_LARGE =
      new Refusal(
          413, "body-too-large", "The body is larger than is taken here.", "The file is too large");
  private static final Refusal UNAVAILABLE =
      new Refusal(
          503,
          "temporarily-unavailable",
          "This part of OneVoice does not answer at the moment. Try again shortly.",
          "OneVoice is not available");

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
            refuse(request, NOT_FOUND);
          } else if (length(request) > MAX_UPLOAD) {
            // Not cut off: who is still sending hears the answer when he has sent it all.
            request.resume();
            refuse(request, TOO_LARGE);
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
      // A bar in the query is written by hand, in FHIR and in a browser; not every part takes it.
      context.request().setURI(context.request().getURI().replace("|", "%7C"));
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
      var reader = reader(context.request().proxiedRequest());
      var response =
          context
              .request()
              .release()
              .response()
              .setStatusCode(UNAVAILABLE.status())
              .setBody(Body.body(UNAVAILABLE.body(reader)));
      headers(UNAVAILABLE, reader).forEach(response::putHeader);
      return response;
    }
  }

  /**
   * A request without a path that can be read belongs to nobody. The path is taken as the parts
   * behind take it: {@code /v1/ics/../../q} and {@code /%71} are {@code /q} to them.
   */
  private static Optional<String> owner(RouteTable table, HttpServerRequest request) {
    try {
      var path = request.path();
      return path == null ? Optional.empty() : table.owner(HttpUtils.normalizePath(path));
    } catch (IllegalArgumentException _) {
      // Half an escape.
      return Optional.empty();
    }
  }

  private static long length(HttpServerRequest request) {
    var length = request.getHeader("Content-Length");
    return length == null ? 0 : Long.parseLong(length);
  }

  private static Reader reader(HttpServerRequest request) {
    var accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/html") ? Reader.PERSON : Reader.PROGRAM;
  }

  private static void refuse(HttpServerRequest request, Refusal refusal) {
    var reader = reader(request);
    var response = request.response().setStatusCode(refusal.status());
    headers(refusal, reader).forEach(response::putHeader);
    response.end(refusal.body(reader));
  }

  private static Map<String, String> headers(Refusal refusal, Reader reader) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", reader.type);
    headers.put("Cache-Control", "no-store");
    headers.put("Vary", "Accept");
    if (refusal.status() == 503) {
      headers.put("Retry-After", "5");
    }
    return headers;
  }

  /** A browser asks for HTML; everybody else gets a problem. */
  private enum Reader {
    PERSON("text/html; charset=utf-8"),
    PROGRAM("application/problem+json");

    private final String type;

    Reader(String type) {
      this.type = type;
    }
  }

  /** What the router itself says, because no part can. */
  private record Refusal(int status, String slug, String title, String heading) {
    Buffer body(Reader reader) {
      return switch (reader) {
        case PROGRAM ->
            new JsonObject()
                .put("type", PROBLEMS + slug)
                .put("title", title)
                .put("status", status)
                .toBuffer();
        case PERSON ->
            Buffer.buffer(
                """
                <!DOCTYPE html>
                <html lang="en-GB">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s - OneVoice</title>
                <style>body { font: 1.1875rem/1.5 sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }</style>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                <p>%2$s</p>
                <p><a href="/">Go to the start page</a></p>
                </main>
                </body>
                </html>
                """
                    .formatted(heading, title));
      };
    }
  }

  @Override
  public void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
