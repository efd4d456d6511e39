package uk.onevoice.web.edge;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every answer tells the browser: run only our own scripts and styles, none of them inline; be
 * framed by nobody; tell nobody where the reader came from.
 */
@ApplicationScoped
class SecurityHeaders {
  private static final int BEFORE_EVERYTHING = Integer.MIN_VALUE;

  private final String contentPolicy;

  SecurityHeaders(@ConfigProperty(name = "quarkus.oidc.auth-server-url") URI identityProvider) {
    // Signing out is a form whose answer leads to the identity provider.
    String origin = identityProvider.getScheme() + "://" + identityProvider.getRawAuthority();
    contentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self' "
            + origin
            + "; base-uri 'none'; frame-ancestors 'none'";
  }

  void register(@Observes Router router) {
    router
        .route()
        .order(BEFORE_EVERYTHING)
        .handler(request -> {
          set(request.response());
          if (request.request().isSSL()) {
            request.response().putHeader("Strict-Transport-Security", "max-age=31536000");
          }
          if (!request.normalizedPath().startsWith("/assets/")) {
            request.response().putHeader("Cache-Control", "no-store");
          }
          request.next();
        });
  }

  private void set(HttpServerResponse response) {
    response
        .putHeader("Content-Security-Policy", contentPolicy)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader(
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
  }
}
