package uk.onevoice.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On the tests' Keycloak, in a realm of its own. */
class RealmChangeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAMED = "0a000000-0000-4000-8000-0000000000ff";

  private static SharedKeycloak keycloak;

  private final String realm = "t_" + UUID.randomUUID();

  @BeforeAll
  static void find() throws Exception {
    keycloak = SharedKeycloak.find();
  }

  @AfterAll
  static void leave() throws Exception {
    keycloak.close();
  }

  @AfterEach
  void delete() throws Exception {
    send("DELETE", "/" + realm, "");
  }

  @Test
  void a_changed_file_is_applied_and_no_account_is_lost() throws Exception {
    send("POST", "", file(300, "http://localhost:8080/*", "first-password"));
    send("POST", "/" + realm + "/users", "{\"username\": \"came.later\", \"enabled\": true}");
    var later = user("came.later").path("id").asText();

    new RealmChange(keycloak.address(), Settings.local())
        .apply(file(111, "http://localhost:8080/elsewhere", "second-password"));

    assertThat(user("came.later").path("id").asText()).isEqualTo(later).isNotEmpty();
    assertThat(user("named").path("id").asText()).isEqualTo(NAMED);
    assertThat(get("/" + realm).path("accessTokenLifespan").asInt()).isEqualTo(111);
    assertThat(
            get("/" + realm + "/clients?clientId=page").get(0).path("redirectUris").get(0).asText())
        .isEqualTo("http://localhost:8080/elsewhere");
    assertThat(signIn("second-password")).isEqualTo(200);
    assertThat(signIn("first-password")).isNotEqualTo(200);
    assertThat(token("grant_type=client_credentials&client_id=system&client_secret=kept"))
        .isEqualTo(200);
  }

  @Test
  void another_administrators_password_than_the_first_is_explained() throws Exception {
    var others = new Properties();
    others.setProperty("secret.keycloak.admin", "changed");
    var change = new RealmChange(keycloak.address(), new Settings(others, Map.of()));
    assertThatThrownBy(() -> change.apply(file(111, "http://localhost:8080/*", "any")))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("ONEVOICE_SECRET_KEYCLOAK_ADMIN");
  }

  private String file(int lifespan, String redirect, String password) {
    return """
    {
      "realm": "%s",
      "enabled": true,
      "accessTokenLifespan": %d,
      "clients": [
        {"clientId": "page", "publicClient": true, "redirectUris": ["%s"]},
        {"clientId": "system", "secret": "kept", "serviceAccountsEnabled": true},
        {"clientId": "line", "publicClient": true, "directAccessGrantsEnabled": true}
      ],
      "users": [
        {
          "id": "%s",
          "username": "named",
          "enabled": true,
          "email": "named@onevoice.example",
          "emailVerified": true,
          "firstName": "Nora",
          "lastName": "Named",
          "credentials": [{"type": "password", "value": "%s", "temporary": false}]
        }
      ]
    }
    """
        .formatted(realm, lifespan, redirect, NAMED, password);
  }

  private JsonNode user(String name) throws Exception {
    return get("/" + realm + "/users?exact=true&username=" + name).path(0);
  }

  private int signIn(String password) throws Exception {
    return token("grant_type=password&client_id=line&username=named&password=" + password);
  }

  private int token(String form) throws Exception {
    return exchange(
            HttpRequest.newBuilder(
                    URI.create(
                        keycloak.address() + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build())
        .statusCode();
  }

  private JsonNode get(String path) throws Exception {
    return JSON.readTree(send("GET", path, ""));
  }

  private static String send(String method, String path, String body) throws Exception {
    var token = Tokens.from(keycloak.address() + "/realms/onevoice").ofMasterRealm();
    return exchange(
            HttpRequest.newBuilder(URI.create(keycloak.address() + "/admin/realms" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build())
        .body();
  }

  private static HttpResponse<String> exchange(HttpRequest request) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
