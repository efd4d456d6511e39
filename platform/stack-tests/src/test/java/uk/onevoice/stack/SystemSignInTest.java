package uk.onevoice.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a system gets a token, at the realm of {@code deploy/keycloak}. */
class SystemSignInTest {
  private static final String CLIENT = "icb-client";
  private static final Settings SETTINGS = Settings.local();

  private static SharedKeycloak keycloak;

  private final ClientKey own = ClientKey.of(SETTINGS.get("secret.client." + CLIENT));
  private final ClientKey anothers = ClientKey.of(SETTINGS.get("secret.client.partner-client"));
  private final String issuer = keycloak.address() + "/realms/onevoice";

  @BeforeAll
  static void find() throws Exception {
    keycloak = SharedKeycloak.find();
  }

  @AfterAll
  static void leave() throws Exception {
    keycloak.close();
  }

  @Test
  void a_system_signs_that_it_is_itself() throws Exception {
    assertThat(signedIn(own.assertion(CLIENT, issuer)).statusCode()).isEqualTo(200);
  }

  @Test
  void an_assertion_is_taken_once() throws Exception {
    String assertion = own.assertion(CLIENT, issuer);
    assertThat(signedIn(assertion).statusCode()).isEqualTo(200);
    assertThat(signedIn(assertion).statusCode()).isIn(400, 401);
  }

  @Test
  void another_systems_key_and_an_assertion_for_somebody_else_are_refused() throws Exception {
    assertThat(signedIn(anothers.assertion(CLIENT, issuer)).statusCode()).isIn(400, 401);
    assertThat(signedIn(own.assertion(CLIENT, "https://issuer.example")).statusCode())
        .isIn(400, 401);
  }

  @Test
  void a_shared_secret_is_refused() throws Exception {
    for (String secret : new String[] {"", "local-icb-client-secret", realmSecret()}) {
      var refused =
          posted(
              Map.of(
                  "grant_type", "client_credentials",
                  "client_id", CLIENT,
                  "client_secret", secret));
      assertThat(refused.statusCode()).isIn(400, 401);
      assertThat(refused.body()).doesNotContain("access_token");
    }
  }

  /** Keycloak keeps a secret for each client, also for one that signs; it opens nothing. */
  private String realmSecret() throws Exception {
    String admin = keycloak.address() + "/admin/realms/onevoice/clients";
    String token = Tokens.from(issuer).ofMasterRealm();
    var json = new ObjectMapper();
    String id =
        json.readTree(got(admin + "?clientId=" + CLIENT, token)).path(0).path("id").asText();
    return json.readTree(got(admin + "/" + id + "/client-secret", token)).path("value").asText();
  }

  private HttpResponse<String> signedIn(String assertion) throws Exception {
    return posted(
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            CLIENT,
            "client_assertion_type",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion",
            assertion));
  }

  private HttpResponse<String> posted(Map<String, String> form) throws Exception {
    String body =
        form.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return exchange(
        HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static String got(String address, String token) throws Exception {
    return exchange(
            HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .build())
        .body();
  }

  private static HttpResponse<String> exchange(HttpRequest request) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
