package uk.onevoice.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * P11: from the answer to the command that ends a role to the first refusal in another service, for
 * somebody who calls all the time and whose token stays good: event, relay, Kafka, directory, and
 * what is remembered of a caller.
 */
final class RevocationMeasure implements Measure {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int ROUNDS = 120;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ADMINISTRATOR = "admin";
  private static final String LEADER = "nadia.velloso";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public Set<String> numbers() {
    return Set.of("P11");
  }

  @Override
  public List<Verdict> measure(Ground ground) throws Exception {
    try (var stack = new OwnStack()) {
      JsonNode me = JSON.readTree(sent(stack, LEADER, "/v1/people/me", null, null).body());
      String person = me.path("personId").asText();
      String body = federation(me);
      double[] millis = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        millis[round] = revoked(stack, person, body);
      }
      Arrays.sort(millis);
      double p99 = millis[ROUNDS * 99 / 100];
      return List.of(
          new Verdict(
              "P11",
              "role ended to refused elsewhere: p50 %.0f ms, p99 %.0f ms, worst %.0f ms"
                  .formatted(millis[ROUNDS / 2], p99, millis[ROUNDS - 1]),
              "goal p99 1,000 ms",
              p99 <= 1_000));
    }
  }

  /** The body whose support the leader can be: not every role is held at one. */
  private static String federation(JsonNode me) throws IOException {
    for (JsonNode holding : me.path("roleHoldings")) {
      if (holding.path("role").asText().equals("FEDERATION_LEAD")) {
        return holding.path("organisationId").asText();
      }
    }
    throw new IOException(LEADER + " leads no federation.");
  }

  /** Milliseconds until a service that is asked again and again refuses. */
  private double revoked(OwnStack stack, String person, String body) throws Exception {
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    String roles = "/v1/people/" + person + "/roles";
    HttpResponse<String> appointed =
        sent(
            stack,
            ADMINISTRATOR,
            roles,
            Map.of(
                "role",
                "LEADERSHIP_GROUP_SUPPORT",
                "organisationId",
                body,
                "start",
                today.minusDays(1).toString()),
            null);
    if (appointed.statusCode() != 201) {
      throw new IOException("A role could not be given: " + appointed.statusCode());
    }
    String holding = JSON.readTree(appointed.body()).path("roleHoldingId").asText();
    until(stack, holding, true);
    HttpResponse<String> ended =
        sent(
            stack,
            ADMINISTRATOR,
            roles + "/" + holding + "/ending",
            Map.of("end", today.minusDays(1).toString()),
            null);
    long answered = System.nanoTime();
    if (ended.statusCode() != 204) {
      throw new IOException("A role could not be ended: " + ended.statusCode() + ended.body());
    }
    until(stack, holding, false);
    return (System.nanoTime() - answered) / 1e6;
  }

  private void until(OwnStack stack, String holding, boolean held) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (sent(stack, LEADER, "/v1/mandates?placeId=" + new UUID(0, 1), null, holding).statusCode()
        != (held ? 200 : 403)) {
      if (System.nanoTime() > end) {
        throw new IOException("The directory of mandates does not hear of the role.");
      }
    }
  }

  /**
   * @param wish null to read
   * @param capacity null for all of them
   */
  private HttpResponse<String> sent(
      OwnStack stack,
      String who,
      String path,
      @Nullable Map<String, String> wish,
      @Nullable String capacity)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(stack.origin() + path))
            .header("Authorization", "Bearer " + stack.token(who));
    if (capacity != null) {
      request.header("X-Acting-As", capacity);
    }
    if (wish != null) {
      request
          .header("Content-Type", "application/json")
          .header("Idempotency-Key", UUID.randomUUID().toString())
          .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(wish)));
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
