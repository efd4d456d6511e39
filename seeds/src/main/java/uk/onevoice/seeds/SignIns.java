package uk.onevoice.seeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Tokens of the demonstration's people, kept while they last. */
final class SignIns {
  private static final Duration RESERVE = Duration.ofSeconds(30);

  private record Token(String value, Instant until) {}

  private final LoaderSettings settings;
  private final HttpClient http;
  private final ObjectMapper json;
  private final Map<String, Token> kept = new HashMap<>();

  SignIns(LoaderSettings settings, HttpClient http, ObjectMapper json) {
    this.settings = settings;
    this.http = http;
    this.json = json;
  }

  synchronized String tokenOf(String who) throws IOException, InterruptedException {
    Token token = kept.get(who);
    if (token == null || Instant.now().isAfter(token.until())) {
      token = signIn(who);
      kept.put(who, token);
    }
    return token.value();
  }

  private Token signIn(String who) throws IOException, InterruptedException {
    Instant asked = Instant.now();
    var response =
        http.send(
            HttpRequest.newBuilder(URI.create(settings.issuer() + "/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(grant(who))))
                .build(),
            BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new LoadFailure(
          "Signing in as "
              + who
              + " was answered "
              + response.statusCode()
              + " by "
              + settings.issuer()
              + ": "
              + response.body());
    }
    JsonNode answer = json.readTree(response.body());
    Duration life = Duration.ofSeconds(answer.path("expires_in").asLong());
    return new Token(answer.path("access_token").asText(), asked.plus(life).minus(RESERVE));
  }

  private Map<String, String> grant(String who) {
    return Map.of(
        "grant_type",
        "password",
        "client_id",
        "onevoice-cli",
        "username",
        who,
        "password",
        settings.password());
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
