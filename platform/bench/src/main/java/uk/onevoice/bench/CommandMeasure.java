package uk.onevoice.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.onevoice.eventstore.postgres.Database;

/**
 * P1: a command over HTTP, the whole way: token, permission, rules, compare-and-set, idempotency
 * key, commit. 64 clients each ask for mandates, against 64 clients that insert one row each in the
 * same PostgreSQL.
 */
final class CommandMeasure implements Measure {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LEADER = "nadia.velloso";
  private static final double GOAL = 0.5;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public String number() {
    return "P1";
  }

  @Override
  public List<Verdict> measure(Ground ground) throws Exception {
    OwnStack stack = ground.stack();
    String wish = wish(stack);
    URI address = stack.service("mandates").resolve("/v1/mandates");
    try (var reference = new AppenderMeasure.Inserts(database(stack))) {
      Pairs.Compared compared =
          Pairs.compare(
              () ->
                  Pairs.clients(
                      AppenderMeasure.CLIENTS,
                      AppenderMeasure.SECONDS,
                      _ -> command(stack, address, wish)),
              reference::run);
      return List.of(
          new Verdict(
              number(),
              "commands over HTTP, 64 clients: %s".formatted(compared.subject()),
              "single-row inserts: %s; ratio %.2f, goal 0.5"
                  .formatted(compared.reference(), compared.ratio()),
              compared.ratio() >= GOAL));
    }
  }

  private static Database database(OwnStack stack) throws Exception {
    String password = stack.superuserPassword();
    try (Connection connection =
        DriverManager.getConnection(stack.jdbcUrl("postgres"), "postgres", password)) {
      Ground.execute(connection, "create database inserts");
    }
    return new Database(stack.jdbcUrl("inserts"), "postgres", password);
  }

  private void command(OwnStack stack, URI address, String wish)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + stack.token(LEADER))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(wish))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException("A command was answered " + answer.statusCode() + answer.body());
    }
  }

  /** A mandate that the leader of a federation may ask the practices of its place for. */
  private String wish(OwnStack stack) throws IOException, InterruptedException {
    String holder = "";
    for (JsonNode holding : get(stack, "/v1/people/me").path("roleHoldings")) {
      if (holding.path("role").asText().equals("FEDERATION_LEAD")) {
        holder = holding.path("organisationId").asText();
      }
    }
    String place = "";
    for (JsonNode each : get(stack, "/v1/places").path("items")) {
      if (each.path("name").asText().equals("Marl Valley")) {
        place = each.path("placeId").asText();
      }
    }
    LocalDate today = LocalDate.now();
    return JSON.writeValueAsString(
        Map.of(
            "placeId",
            place,
            "topic",
            "community-services",
            "holderId",
            holder,
            "holderRole",
            "Federation lead",
            "start",
            today.toString(),
            "end",
            today.plusYears(1).toString()));
  }

  private JsonNode get(OwnStack stack, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(stack.origin().resolve(path))
                .header("Authorization", "Bearer " + stack.token(LEADER))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " was answered " + answer.statusCode() + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
