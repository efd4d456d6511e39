package uk.onevoice.testkit.stack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a {@code @QuarkusTest} the settings of a running service: a new database, topics and
 * consumer groups of its own, and the realm of the test Keycloak. Use it as
 *
 * <pre>{@code
 * @QuarkusTest
 * @WithTestResource(value = ServiceUnderTest.class,
 *     initArgs = @ResourceArg(name = "log", value = "mandates"))
 * class MandatesHttpTest { … }
 * }</pre>
 *
 * A service without a log of its own (projection, web) names itself the same way. A test finds the
 * real topic names in the configuration: {@code onevoice.log.topic}, {@code onevoice.topics.<log>}.
 */
public final class ServiceUnderTest implements QuarkusTestResourceLifecycleManager {
  private static final List<String> LOGS =
      List.of("organisations", "relationships", "meetings", "mandates");

  private static final String FEEDS = "feeds";

  private String name = "service";
  private @Nullable Database database;
  private @Nullable Database keys;
  private @Nullable ToldPeople asked;
  private final List<String> topics = new ArrayList<>();

  @Override
  public void init(Map<String, String> arguments) {
    name = arguments.getOrDefault("log", name);
  }

  @Override
  public Map<String, String> start() {
    var stack = RunningStack.get();
    var own = stack.createDatabase(name);
    database = own;
    var unique = RunningStack.random();
    var real =
        stack.createTopicsUnder(
            unique, heard().stream().map(log -> log + ".events").toArray(String[]::new));
    topics.addAll(real.values());

    var settings = new HashMap<String, String>();
    if (LOGS.contains(name)) {
      var vault = stack.createDatabase(name + "_keys");
      keys = vault;
      settings.put("quarkus.datasource.keys.jdbc.url", vault.url());
      settings.put("quarkus.datasource.keys.username", vault.username());
      settings.put("quarkus.datasource.keys.password", vault.password());
      settings.put("onevoice.log.name", name);
      settings.put("onevoice.log.topic", real.get(name + ".events"));
    }
    settings.put("onevoice.directory.topic", real.get(directory()));
    if (name.equals(FEEDS)) {
      settings.put("onevoice.feeds.topic", real.get("partner.events"));
      settings.put("onevoice.feeds.secret", unique.repeat(3));
      var people = new ToldPeople();
      asked = people;
      settings.put("onevoice.feeds.registry", people.origin());
      settings.put("onevoice.feeds.kafka-servers", stack.partnersServers());
    }
    if (!name.equals(FEEDS)) {
      LOGS.forEach(log -> settings.put("onevoice.topics." + log, real.get(log + ".events")));
    }
    settings.put("quarkus.datasource.jdbc.url", own.url());
    settings.put("quarkus.datasource.username", own.username());
    settings.put("quarkus.datasource.password", own.password());
    settings.put("quarkus.datasource.devservices.enabled", "false");
    settings.put("quarkus.devservices.enabled", "false");
    settings.put("kafka.bootstrap.servers", stack.kafkaServers());
    settings.put("kafka.security.protocol", "SASL_PLAINTEXT");
    settings.put("kafka.sasl.mechanism", "SCRAM-SHA-512");
    settings.put("kafka.sasl.jaas.config", stack.kafkaJaas());
    settings.put("kafka.group.id", unique + "." + name);
    settings.put("quarkus.oidc.auth-server-url", stack.issuer());
    settings.put("quarkus.mailer.host", "127.0.0.1");
    settings.put("quarkus.mailer.port", Integer.toString(stack.mailPort()));
    settings.put("quarkus.mailer.mock", "false");
    settings.put("quarkus.http.host", "127.0.0.1");
    settings.put("quarkus.http.test-port", "0");
    return settings;
  }

  /** The feeds have two topics of their own, and may not hear the others. */
  private List<String> heard() {
    return name.equals(FEEDS) ? List.of("partner", "clients") : LOGS;
  }

  private String directory() {
    return name.equals(FEEDS) ? "clients.events" : "organisations.events";
  }

  @Override
  public void stop() {
    var stack = RunningStack.get();
    if (asked != null) {
      asked.close();
    }
    if (database != null) {
      stack.dropDatabase(database);
    }
    if (keys != null) {
      stack.dropDatabase(keys);
    }
    if (!topics.isEmpty()) {
      stack.deleteTopics(topics);
      topics.clear();
    }
  }
}
