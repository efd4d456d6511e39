package uk.onevoice.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Makes a realm that exists what its file says now, through Keycloak's admin API: what the file
 * names is as the file has it, and every other account stays as it is.
 */
final class RealmChange {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI keycloak;
  private final Settings settings;

  /**
   * @param keycloak its address with /auth
   */
  RealmChange(URI keycloak, Settings settings) {
    this.keycloak = keycloak;
    this.settings = settings;
  }

  void apply(String file) throws IOException, InterruptedException {
    var realm = (ObjectNode) JSON.readTree(file);
    var name = realm.path("realm").asText();
    // The realm's own settings are one call, those that live in it another.
    var living = JSON.createObjectNode().put("ifResourceExists", "OVERWRITE");
    living.set("clients", orNone(realm.remove("clients")));
    living.set("users", orNone(realm.remove("users")));
    try (var http = HttpClient.newHttpClient()) {
      var token = token();
      var address = "/admin/realms/" + name;
      send(http, token, "PUT", address, realm);
      send(http, token, "POST", address + "/partialImport", living);
      for (var client : living.path("clients")) {
        if (client.path("serviceAccountsEnabled").asBoolean()) {
          enableServiceAccount(http, token, address + "/clients", client.path("clientId").asText());
        }
      }
    }
  }

  /** A client that is imported over an old one has lost its account, and gets one when updated. */
  private void enableServiceAccount(HttpClient http, String token, String clients, String clientId)
      throws IOException, InterruptedException {
    var found = send(http, token, "GET", clients + "?clientId=" + clientId, JSON.nullNode());
    send(
        http,
        token,
        "PUT",
        clients + "/" + found.path(0).path("id").asText(),
        JSON.createObjectNode().put("clientId", clientId).put("serviceAccountsEnabled", true));
  }

  private static JsonNode orNone(@Nullable JsonNode list) {
    return list == null ? JSON.createArrayNode() : list;
  }

  private String token() {
    try {
      return Tokens.of(keycloak + "/realms/onevoice", settings).ofMasterRealm();
    } catch (StackFailure failure) {
      throw new StackFailure(
          "The realm's file has changed, and Keycloak does not let its administrator change the"
              + " realm. Its password is the one of the first start (secret.keycloak.admin, %s): set"
                  .formatted(Settings.variable("secret.keycloak.admin"))
              + " that, or `make reset`. "
              + failure.getMessage());
    }
  }

  private JsonNode send(HttpClient http, String token, String method, String path, JsonNode body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(keycloak + path))
            .timeout(Duration.ofMinutes(2))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new StackFailure(
          "Keycloak does not take the changed realm: %s %s was answered %d: %s"
              .formatted(method, path, answer.statusCode(), answer.body()));
    }
    return JSON.readTree(answer.body());
  }
}
