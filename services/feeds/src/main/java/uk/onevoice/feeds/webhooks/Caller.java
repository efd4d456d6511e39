package uk.onevoice.feeds.webhooks;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.webhooks.Deliveries.Reason;
import uk.onevoice.feeds.webhooks.Destinations.Destination;
import uk.onevoice.feeds.webhooks.Destinations.Refused;

/**
 * Calls subscribers: the address that was looked at and no other, with the certificate of the host,
 * no redirects, and bounds on how long and how much is listened. Blocks: on virtual threads.
 */
final class Caller implements AutoCloseable {
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final int KEPT_SECONDS = 10;

  /** An encrypted connection takes tens of kilobytes: so many stay open between two rings. */
  private static final int KEPT_CONNECTIONS = 200;

  private final Destinations destinations;
  private final Bounds bounds;
  private final HttpClient client;
  private final Map<SocketAddress, Boolean> kept = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * What is listened to.
   *
   * @param patience for the whole answer
   * @param most bytes of an answer that are read; nobody wants to know what they say
   * @param atATime so many calls at a time; all may be to one host, where one subscriber that is
   *     slow is not to keep another waiting
   */
  record Bounds(Duration patience, int most, int atATime) {}

  /**
   * @param authorities a file of certificates (PEM) of those who may vouch for a host; null for
   *     those that the machine knows
   */
  Caller(Vertx vertx, Destinations destinations, Bounds bounds, @Nullable Path authorities) {
    this.destinations = destinations;
    this.bounds = bounds;
    var options =
        new HttpClientOptions()
            .setSsl(true)
            .setVerifyHost(true)
            .setConnectTimeout((int) CONNECTING.toMillis())
            .setKeepAliveTimeout(KEPT_SECONDS)
            .setMaxPoolSize(bounds.atATime())
            .setDecompressionSupported(false);
    if (authorities != null) {
      options.setTrustOptions(new PemTrustOptions().addCertPath(authorities.toString()));
    }
    this.client = vertx.createHttpClient(options);
  }

  /** The answer, or why there is none. */
  Answer call(HttpMethod method, URI url, Map<String, String> headers, String body) {
    long begun = System.nanoTime();
    Destination to;
    try {
      to = destinations.find(url);
    } catch (Refused refused) {
      return Answer.none(refused.reason(), millis(begun));
    }
    var exchange = new Exchange(begun);
    try {
      client
          .request(options(method, to, headers))
          .onSuccess(request -> exchange.send(request, body))
          .onFailure(exchange::fail);
      return exchange.answer();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return Answer.none(Reason.UNREACHABLE, millis(begun));
    } finally {
      exchange.end();
    }
  }

  private RequestOptions options(HttpMethod method, Destination to, Map<String, String> headers) {
    InetAddress address = to.address();
    SocketAddress server = SocketAddress.inetSocketAddress(to.port(), address.getHostAddress());
    var options =
        new RequestOptions()
            .setMethod(method)
            // Where it connects; the host is for the certificate and the Host header.
            .setServer(server)
            .setHost(to.host())
            .setPort(to.port())
            .setURI(to.path())
            .setFollowRedirects(false);
    headers.forEach(options::putHeader);
    if (!isKept(server)) {
      options.putHeader("Connection", "close");
    }
    return options;
  }

  /** The first calls of many subscribers close their connections; of few, they stay open. */
  private boolean isKept(SocketAddress server) {
    synchronized (kept) {
      kept.put(server, true);
      if (kept.size() > KEPT_CONNECTIONS) {
        var eldest = kept.keySet().iterator();
        eldest.next();
        eldest.remove();
        return false;
      }
      return true;
    }
  }

  private static int millis(long begun) {
    return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }

  @Override
  public void close() {
    client.close();
  }

  /** One request and its answer; the client's own threads tell what comes. */
  private final class Exchange {
    private final long begun;
    private final CompletableFuture<Answer> done = new CompletableFuture<>();
    private final AtomicReference<@Nullable HttpClientRequest> open = new AtomicReference<>();
    private volatile @Nullable Integer status;
    private int read;

    Exchange(long begun) {
      this.begun = begun;
    }

    void send(HttpClientRequest request, String body) {
      open.set(request);
      if (done.isDone()) {
        request.reset();
        return;
      }
      request.exceptionHandler(this::fail);
      request.response().onSuccess(this::hear).onFailure(this::fail);
      request.end(body);
    }

    private void hear(HttpClientResponse response) {
      status = response.statusCode();
      response.exceptionHandler(this::fail);
      response.handler(part -> {
        read += part.length();
        if (read > bounds.most()) {
          complete(response);
          end();
        }
      });
      response.endHandler(_ -> {
        open.set(null);
        complete(response);
      });
    }

    private void complete(HttpClientResponse response) {
      done.complete(
          Answer.of(
              response.statusCode(),
              millis(begun),
              response.getHeader("Retry-After"),
              response.getHeader("WebHook-Allowed-Origin"),
              response.getHeader("WebHook-Allowed-Rate")));
    }

    void fail(Throwable cause) {
      done.completeExceptionally(cause);
    }

    Answer answer() throws InterruptedException {
      try {
        return done.get(bounds.patience().toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException slow) {
        return new Answer(status, millis(begun), Reason.TIMED_OUT, null, null, null);
      } catch (ExecutionException failed) {
        return new Answer(status, millis(begun), reason(failed), null, null, null);
      }
    }

    /** What is still under way is cut off. */
    void end() {
      done.cancel(false);
      HttpClientRequest request = open.getAndSet(null);
      if (request != null) {
        request.reset();
      }
    }
  }

  private static Reason reason(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLHandshakeException || cause instanceof CertificateException) {
        return Reason.CERTIFICATE_REFUSED;
      }
    }
    return Reason.UNREACHABLE;
  }
}
