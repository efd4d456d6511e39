package uk.onevoice.seeds;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import uk.onevoice.stack.Ports;
import uk.onevoice.stack.Site;
import uk.onevoice.testkit.stack.Database;
import uk.onevoice.testkit.stack.RunningStack;

/** The feed service by itself, in a process that a test may kill, with topics of its own. */
final class FeedAlone implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Path LOG = Path.of("target", "feed-alone.log").toAbsolutePath();
  private static final String PARTNERS = "partner.events";
  private static final String CLIENTS = "clients.events";

  private final RunningStack stack = RunningStack.get();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port = Ports.free(List.of("feeds")).of("feeds");
  private final Database database = stack.createDatabase("feeds");
  private final Map<String, String> topics = stack.createTopics(PARTNERS, CLIENTS);
  private @Nullable Process process;

  String partnerEvents() {
    return topics.get(PARTNERS);
  }

  String clientEvents() {
    return topics.get(CLIENTS);
  }

  void start() throws IOException {
    Path program =
        Site.rootAbove(Path.of("")).resolve("services/feeds/target/quarkus-app");
    if (!Files.exists(program.resolve("quarkus-run.jar"))) {
      throw new IllegalStateException(
          "No program of services/feeds; build it: ./mvnw package, or make test");
    }
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                "quarkus-run.jar")
            .directory(program.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(LOG.toFile()));
    builder.environment().putAll(settings());
    process = builder.start();
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("QUARKUS_PROFILE", "prod,local");
    settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    settings.put("QUARKUS_DATASOURCE_JDBC_URL", database.url());
    settings.put("QUARKUS_DATASOURCE_USERNAME", database.username());
    settings.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
    settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", stack.issuer());
    settings.put("KAFKA_BOOTSTRAP_SERVERS", stack.kafkaServers());
    settings.put("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT");
    settings.put("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512");
    settings.put("KAFKA_SASL_JAAS_CONFIG", stack.kafkaJaas());
    settings.put("KAFKA_GROUP_ID", database.name());
    settings.put("ONEVOICE_DIRECTORY_TOPIC", clientEvents());
    settings.put("ONEVOICE_FEEDS_TOPIC", partnerEvents());
    settings.put("ONEVOICE_FEEDS_SECRET", database.password().repeat(4));
    return settings;
  }

  /** As kill -9 does. */
  void kill() throws InterruptedException {
    Process running = process;
    if (running != null && !running.destroyForcibly().waitFor(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The feed service outlives its end");
    }
  }

  void awaitReady() {
    await("the feed service is ready; its log is " + LOG)
        .atMost(START)
        .ignoreException(IOException.class)
        .until(() -> get("/q/health/ready", "").statusCode() == 200);
  }

  /** With any token, also while the service is down, which then is an exception. */
  HttpResponse<String> get(String address, String token) throws IOException, InterruptedException {
    return http.send(request(address, token).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String address, String token) throws IOException, InterruptedException {
    return http.send(
        request(address, token)
            .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String address, String token) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
        .timeout(Duration.ofSeconds(40))
        .header("Authorization", "Bearer " + token);
  }

  @Override
  public void close() throws InterruptedException {
    kill();
    http.close();
    stack.dropDatabase(database);
    stack.deleteTopics(List.copyOf(topics.values()));
  }
}
