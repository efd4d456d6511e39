package uk.onevoice.seeds;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import uk.onevoice.stack.Ports;
import uk.onevoice.stack.RouteTable;
import uk.onevoice.stack.Router;
import uk.onevoice.stack.Settings;
import uk.onevoice.stack.Site;
import uk.onevoice.testkit.stack.Database;
import uk.onevoice.testkit.stack.RunningStack;

/**
 * All of OneVoice but its pages behind one address, from the programs the build has made, with
 * databases and topics of its own. Empty: its first administrator is {@code admin}. Journeys share
 * it; it ends with the tests.
 */
final class WholeSystem {
  private static final String FEEDS = "feeds";
  private static final List<String> WRITERS =
      List.of("organisations", "relationships", "meetings", "mandates");
  private static final List<String> SERVICES =
      List.of("organisations", "relationships", "meetings", "mandates", "projection", FEEDS);
  private static final String ADMINISTRATOR = "0a000000-0000-4000-8000-000000000001";
  private static final Duration START = Duration.ofMinutes(4);

  private final RunningStack stack = RunningStack.get();
  private final Path root = Site.rootAbove(Path.of(""));
  private final Ports ports;
  private final Map<String, String> topics;
  private final Map<String, Process> processes = new HashMap<>();
  private final Map<String, Database> databases = new HashMap<>();

  private WholeSystem() {
    List<String> parts = new ArrayList<>(SERVICES);
    parts.add(Router.NAME);
    this.ports = Ports.free(parts);
    this.topics =
        stack.createTopics(
            WRITERS.stream().map(writer -> writer + ".events").toArray(String[]::new));
    SERVICES.forEach(service -> databases.put(service, stack.createDatabase(service)));
    WRITERS.forEach(writer -> databases.put(keys(writer), stack.createDatabase(keys(writer))));
  }

  /** The one system of this module's journeys, started when the first of them asks. */
  static WholeSystem get() {
    return Holder.SYSTEM;
  }

  private static final class Holder {
    private static final WholeSystem SYSTEM = started();
  }

  private static WholeSystem started() {
    WholeSystem system = new WholeSystem();
    Runtime.getRuntime().addShutdownHook(new Thread(system::stop));
    try {
      Router.start(RouteTable.of(system.root), system.ports);
      for (String service : SERVICES) {
        Files.deleteIfExists(log(service));
        system.begin(service);
      }
    } catch (Exception cause) {
      throw new IllegalStateException("The system does not start", cause);
    }
    for (String service : SERVICES) {
      system.awaitReady(service);
    }
    return system;
  }

  /** Where it is found; the tokens are those of the tests' Keycloak. */
  String origin() {
    return "http://127.0.0.1:" + ports.of(Router.NAME);
  }

  String issuer() {
    return stack.issuer();
  }

  String peoplesPassword() {
    return Settings.local().get("secret.people");
  }

  String token(String who) {
    return stack.token(who);
  }

  /** Where what was sent by e-mail is read. */
  String mailboxes() {
    return mailbox("x").toString().replaceFirst("/api/.*", "");
  }

  /** What came by e-mail for an address. */
  URI mailbox(String address) {
    return stack.mailbox(address);
  }

  /** Everything that is stored, by the service; the keys of its vault by {@link #keys}. */
  Map<String, Database> databases() {
    return Map.copyOf(databases);
  }

  static String keys(String writer) {
    return writer + "_keys";
  }

  /** The topics of all logs, as they are really named. */
  List<String> topics() {
    return Stream.concat(topics.values().stream(), Stream.of(toldToPartners(), toldOfClients()))
        .toList();
  }

  /** The services with logs of their own, in the order in which they share topics. */
  List<String> writers() {
    return WRITERS;
  }

  /** What a service says of itself to Prometheus. */
  String metrics(String service) {
    URI metrics = URI.create("http://127.0.0.1:" + ports.of(service) + "/q/metrics");
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** All services that run. */
  List<String> services() {
    return SERVICES;
  }

  /** The folder of the whole source. */
  Path root() {
    return root;
  }

  /** Where all services tell what partners may hear; their relays make it. */
  String toldToPartners() {
    return topic("organisations") + ".partner";
  }

  /** Where organisations tells which systems there are. */
  String toldOfClients() {
    return topic("organisations") + ".clients";
  }

  /** What the services have said since they first started. */
  List<Path> logs() {
    return SERVICES.stream().map(WholeSystem::log).toList();
  }

  /** A service is down; the others go on. */
  void stop(String service) {
    end(processes.get(service));
  }

  /** A service that was down is there again, on what it had stored. */
  void restart(String service) {
    try {
      begin(service);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    awaitReady(service);
  }

  private void begin(String service) throws IOException {
    Path program = root.resolve("services/" + service + "/target/quarkus-app");
    if (!Files.exists(program.resolve("quarkus-run.jar"))) {
      throw new IllegalStateException(
          "No program of services/" + service + "; build it: ./mvnw package, or make test");
    }
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                "quarkus-run.jar")
            .directory(program.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log(service).toFile()));
    builder.environment().putAll(settings(service));
    processes.put(service, builder.start());
  }

  private Map<String, String> settings(String service) {
    Database database = databases.get(service);
    Map<String, String> settings = new HashMap<>();
    settings.put("QUARKUS_PROFILE", "prod,local");
    settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    settings.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
    settings.put("QUARKUS_DATASOURCE_JDBC_URL", database.url());
    settings.put("QUARKUS_DATASOURCE_USERNAME", database.username());
    settings.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
    settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", stack.issuer());
    settings.put("KAFKA_BOOTSTRAP_SERVERS", stack.kafkaServers());
    settings.put("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT");
    settings.put("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512");
    settings.put("KAFKA_SASL_JAAS_CONFIG", stack.kafkaJaas());
    settings.put("KAFKA_GROUP_ID", database.name());
    settings.put("ONEVOICE_FIRST_ADMINISTRATOR_ISSUER", stack.issuer());
    settings.put("ONEVOICE_FIRST_ADMINISTRATOR_SUBJECT", ADMINISTRATOR);
    settings.put("ONEVOICE_DIRECTORY_TOPIC", topic("organisations"));
    WRITERS.forEach(writer -> settings.put("ONEVOICE_TOPICS_" + upper(writer), topic(writer)));
    if (service.equals("meetings")) {
      settings.put("ONEVOICE_MAIL_SENDS", "true");
      settings.put("ONEVOICE_MAIL_EVERY_SECONDS", "2");
      settings.put("QUARKUS_MAILER_HOST", "127.0.0.1");
      settings.put("QUARKUS_MAILER_PORT", Integer.toString(stack.mailPort()));
    }
    if (WRITERS.contains(service)) {
      Database keys = databases.get(keys(service));
      settings.put("QUARKUS_DATASOURCE_KEYS_JDBC_URL", keys.url());
      settings.put("QUARKUS_DATASOURCE_KEYS_USERNAME", keys.username());
      settings.put("QUARKUS_DATASOURCE_KEYS_PASSWORD", keys.password());
      settings.put("ONEVOICE_LOG_NAME", service);
      settings.put("ONEVOICE_LOG_TOPIC", topic(service));
      settings.put("ONEVOICE_LOG_PARTNER_TOPIC", toldToPartners());
    }
    if (service.equals(FEEDS)) {
      settings.put("ONEVOICE_DIRECTORY_TOPIC", toldOfClients());
      settings.put("ONEVOICE_FEEDS_TOPIC", toldToPartners());
      settings.put("ONEVOICE_FEEDS_REGISTRY", origin());
      // All of the demonstration's two years.
      settings.put("ONEVOICE_FEEDS_KEPT_FOR", "P5Y");
      settings.put("ONEVOICE_FEEDS_SECRET", Settings.local().get("secret.feeds"));
    }
    if (service.equals("organisations")) {
      settings.put("ONEVOICE_LOG_CLIENTS_TOPIC", toldOfClients());
    }
    return settings;
  }

  private String topic(String writer) {
    return topics.get(writer + ".events");
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  private static Path log(String service) {
    return Path.of("target", "whole-system-" + service + ".log").toAbsolutePath();
  }

  private void awaitReady(String service) {
    Process process = processes.get(service);
    try (HttpClient http = HttpClient.newHttpClient()) {
      await(service + " is ready; its log is " + log(service))
          .atMost(START)
          .pollInterval(Duration.ofMillis(200))
          .failFast(service + " has ended; its log is " + log(service), () -> !process.isAlive())
          .until(() -> ready(http, service));
    }
  }

  private boolean ready(HttpClient http, String service) throws InterruptedException {
    try {
      URI health = URI.create("http://127.0.0.1:" + ports.of(service) + "/q/health/ready");
      return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private void stop() {
    processes.values().forEach(Process::destroy);
    processes.values().forEach(WholeSystem::end);
    databases.values().forEach(stack::dropDatabase);
    stack.deleteTopics(topics());
  }

  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
