package uk.onevoice.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Access tokens for the people and clients of the demonstration realm. */
public final class Tokens {
  private static final Set<String> CLIENTS = Set.of("icb-client", "partner-client");
  private static final Duration RESERVE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Token(String value, Instant until) {}

  private final String issuer;
  private final Settings settings;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Map<String, Token> kept = new ConcurrentHashMap<>();

  private Tokens(String issuer, Settings settings) {
    this.issuer = issuer;
    this.settings = settings;
  }

  public static Tokens from(String issuer) {
    return of(issuer, Settings.local());
  }

  static Tokens of(String issuer, Settings settings) {
    return new Tokens(issuer, settings);
  }

  String issuer() {
    return issuer;
  }

  /** A token of a person or a client; the same one until a minute before it expires. */
  public String of(String userOrClient) {
    return kept.compute(
            userOrClient,
            (name, old) ->
                old != null && Instant.now().isBefore(old.until())
                    ? old
                    : request(issuer, grant(name), name))
        .value();
  }

  /** A token of Keycloak's own administrator, whom OneVoice does not know. */
  public String ofMasterRealm() {
    var grant = password("admin-cli", "keycloak-admin", settings.get("secret.keycloak.admin"));
    var master = issuer.replaceAll("/realms/.*", "/realms/master");
    return request(master, grant, "keycloak-admin").value();
  }

  private Map<String, String> grant(String name) {
    if (!CLIENTS.contains(name)) {
      return password("onevoice-cli", name, settings.get("secret.people"));
    }
    var grant = new LinkedHashMap<String, String>();
    grant.put("grant_type", "client_credentials");
    grant.put("client_id", name);
    grant.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    grant.put(
        "client_assertion",
        ClientKey.of(settings.get("secret.client." + name)).assertion(name, issuer));
    return grant;
  }

  private static Map<String, String> password(String client, String user, String password) {
    var grant = new LinkedHashMap<String, String>();
    grant.put("grant_type", "password");
    grant.put("client_id", client);
    grant.put("username", user);
    grant.put("password", password);
    return grant;
  }

  private Token request(String realm, Map<String, String> grant, String name) {
    var form =
        grant.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      var answer = JSON.readTree(response.body());
      if (response.statusCode() != 200) {
        throw new StackFailure(
            "No token for %s: %s (%s)."
                .formatted(
                    name,
                    answer.path("error").asText(),
                    answer.path("error_description").asText()));
      }
      var life = Duration.ofSeconds(answer.path("expires_in").asLong()).minus(RESERVE);
      return new Token(answer.path("access_token").asText(), Instant.now().plus(life));
    } catch (java.net.ConnectException e) {
      throw new StackFailure("Nothing answers at " + realm + ". Is OneVoice running (`make up`)?");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
