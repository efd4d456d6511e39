package uk.onevoice.testkit.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A client of the realm that is there for one token: the way to tokens that the realm itself has
 * signed and that its lasting clients do not get, such as one that has expired.
 */
final class PassingClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String issuer;
  private final String clients;
  private final String administrator;

  /**
   * @param administrator a token of Keycloak's own administrator
   */
  PassingClient(String issuer, String administrator) {
    this.issuer = issuer;
    this.clients = issuer.replace("/realms/", "/admin/realms/") + "/clients";
    this.administrator = administrator;
  }

  /** Right in everything, and its time is up. */
  String expiredToken() {
    String token = tokenLiving("1", "onevoice-api");
    Instant end = Instant.ofEpochSecond(claims(token).path("exp").asLong());
    await("the token has expired").atMost(PATIENCE).until(() -> Instant.now().isAfter(end));
    return token;
  }

  /** Right in everything, and made for somebody else. */
  String tokenForAnotherAudience() {
    return tokenLiving("3600", "another-api");
  }

  String token() {
    return tokenLiving("3600", "onevoice-api");
  }

  private String tokenLiving(String seconds, String audience) {
    String id = "passing-" + RunningStack.random();
    String secret = RunningStack.random() + RunningStack.random();
    URI made = make(id, secret, seconds, audience);
    try {
      return token(id, secret);
    } finally {
      send(asAdministrator(HttpRequest.newBuilder(made)).DELETE(), 204);
    }
  }

  private URI make(String id, String secret, String seconds, String audience) {
    Map<String, Object> mapper =
        Map.of(
            "name",
            audience,
            "protocol",
            "openid-connect",
            "protocolMapper",
            "oidc-audience-mapper",
            "config",
            Map.of("included.custom.audience", audience, "access.token.claim", "true"));
    Map<String, Object> client =
        Map.of(
            "clientId",
            id,
            "secret",
            secret,
            "serviceAccountsEnabled",
            true,
            "standardFlowEnabled",
            false,
            "attributes",
            Map.of("access.token.lifespan", seconds),
            "protocolMappers",
            List.of(mapper));
    var request =
        asAdministrator(HttpRequest.newBuilder(URI.create(clients)))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.valueToTree(client).toString()));
    return URI.create(send(request, 201).headers().firstValue("Location").orElseThrow());
  }

  private String token(String id, String secret) {
    var request =
        HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret));
    return read(send(request, 200).body()).path("access_token").asText();
  }

  private static JsonNode claims(String token) {
    return read(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8));
  }

  private HttpRequest.Builder asAdministrator(HttpRequest.Builder request) {
    return request.header("Authorization", "Bearer " + administrator);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, int expected) {
    try {
      var answer =
          http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != expected) {
        throw new IllegalStateException(
            answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
