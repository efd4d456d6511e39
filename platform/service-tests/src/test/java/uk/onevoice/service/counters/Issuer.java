package uk.onevoice.service.counters;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/** An OpenID provider of one key, so that a test can sign whatever it likes with the right one. */
final class Issuer implements AutoCloseable {
  private final RSAKey key;
  private final HttpServer server;
  private final AtomicBoolean away = new AtomicBoolean();

  /**
   * @param late whether it is away at first
   */
  Issuer(boolean late) {
    away.set(late);
    try {
      key = new RSAKeyGenerator(2048).keyID("right").generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (JOSEException cause) {
      throw new IllegalStateException(cause);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    String metadata =
        """
        {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token",\
        "authorization_endpoint":"%1$s/auth","userinfo_endpoint":"%1$s/me",\
        "introspection_endpoint":"%1$s/introspect"}\
        """
            .formatted(url());
    answer("/.well-known/openid-configuration", metadata);
    answer("/keys", new JWKSet(key.toPublicJWK()).toString());
    server.createContext(
        "/away",
        exchange -> {
          away.set(exchange.getRequestURI().getQuery().equals("true"));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The private key, for tests that sign. */
  String jwk() {
    return key.toJSONString();
  }

  private void answer(String path, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(away.get() ? 503 : 200, away.get() ? -1 : bytes.length);
          if (!away.get()) {
            exchange.getResponseBody().write(bytes);
          }
          exchange.close();
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
