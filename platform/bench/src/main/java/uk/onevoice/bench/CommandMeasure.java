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
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import uk.onevoice.eventstore.postgres.Database;

/**
 * P1: a command over HTTP, the whole way: token, permission, rules, compare-and-set, idempotency
 * key, commit. 64 clients each ask for mandates, against 64 clients that insert one row each in the
 * same PostgreSQL. All others of the platform run too, and hear each event while the next commands
 * are handled: who used how much of the processors in the last turn is said beside the rate.
 */
final class CommandMeasure implements Measure {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LEADER = "nadia.velloso";
  private static final double GOAL = 0.5;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** The furthest position of each log and partition that a command was answered with. */
  private final Map<String, Long> reached = new ConcurrentHashMap<>();

  private String shares = "";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public Set<String> numbers() {
    return Set.of("P1");
  }

  @Override
  public List<Verdict> measure(Ground ground) throws Exception {
    try (var stack = new OwnStack();
        var reference = new AppenderMeasure.Inserts(database(stack))) {
      String wish = wish(stack);
      URI address = stack.service("mandates").resolve("/v1/mandates");
      Pairs.Compared compared =
          Pairs.compare(
              () -> {
                Map<String, Duration> before = stack.cpu();
                Duration all = Cpu.used();
                Rate rate =
                    Pairs.clients(
                        AppenderMeasure.CLIENTS,
                        AppenderMeasure.SECONDS,
                        _ -> command(stack, address, wish));
                shares = shares(before, stack.cpu(), Cpu.used().minus(all));
                awaitViews(stack);
                return rate;
              },
              reference::run);
      return List.of(
          new Verdict(
              "P1",
              "commands over HTTP, 64 clients: %s (%s)".formatted(compared.subject(), shares),
              "single-row inserts: %s; ratio %.2f, goal 0.5"
                  .formatted(compared.reference(), compared.ratio()),
              compared.ratio() >= GOAL));
    }
  }

  /** The parts with the most first; what is not theirs is the clients' and the router's. */
  private static String shares(
      Map<String, Duration> before, Map<String, Duration> after, Duration all) {
    Map<String, Duration> used = new HashMap<>();
    after.forEach(
        (part, now) -> used.put(part, now.minus(before.getOrDefault(part, Duration.ZERO))));
    used.put("clients", used.values().stream().reduce(all, Duration::minus));
    return used.entrySet().stream()
        .sorted(Map.Entry.<String, Duration>comparingByValue().reversed())
        .map(each -> "%s %d %%".formatted(each.getKey(), percent(each.getValue(), all)))
        .filter(share -> !share.endsWith(" 0 %"))
        .collect(Collectors.joining(", "));
  }

  private static long percent(Duration part, Duration all) {
    return Math.round(100.0 * part.toNanos() / all.toNanos());
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
    for (String position : answer.headers().allValues("X-Position")) {
      for (String one : position.split(",\\s*")) {
        int last = one.lastIndexOf(':');
        reached.merge(one.substring(0, last), Long.parseLong(one.substring(last + 1)), Math::max);
      }
    }
  }

  /**
   * Waits until the views show what the commands have reached: relay, Kafka and projection working
   * it off would be counted against the reference.
   */
  private void awaitViews(OwnStack stack) throws IOException, InterruptedException {
    String positions =
        reached.entrySet().stream()
            .map(each -> each.getKey() + ":" + each.getValue())
            .collect(Collectors.joining(", "));
    long end = System.nanoTime() + PATIENCE.toNanos();
    HttpResponse<String> answer;
    do {
      answer = view(stack, "/v1/ics", positions);
      if (System.nanoTime() > end) {
        throw new IOException("The views do not show what the commands have reached.");
      }
    } while (answer.headers().firstValue("X-Position-Behind").isPresent());
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
    return JSON.readTree(view(stack, path, "").body());
  }

  private HttpResponse<String> view(OwnStack stack, String path, String positions)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(stack.origin().resolve(path))
            .header("Authorization", "Bearer " + stack.token(LEADER));
    if (!positions.isEmpty()) {
      request.header("X-Position", positions);
    }
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " was answered " + answer.statusCode() + answer.body());
    }
    return answer;
  }
}
