package uk.onevoice.testkit.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import uk.onevoice.stack.Broker;
import uk.onevoice.stack.Tokens;

/**
 * The PostgreSQL, Kafka, Keycloak and mail catcher that tests share. Everything a test makes in
 * them has a name that nobody else uses, so nothing depends on order or on what is left over. Fault
 * tests must not kill these: they start processes of their own.
 *
 * <p>{@code make test} names the file that describes it ({@code ONEVOICE_STACK} or the property
 * {@code onevoice.stack}). Without one, the first test starts it below {@code .state/test}, and
 * later ones find it running; it ends by itself when nobody has used it for an hour.
 */
public final class RunningStack {
  private static final int PARTITIONS = 12;

  private final Properties facts;
  private final Tokens tokens;

  private RunningStack(Properties facts) {
    this.facts = facts;
    this.tokens = Tokens.from(fact("keycloak.issuer"));
  }

  /** The stack of this machine's tests, started when it is not running yet. */
  public static RunningStack get() {
    return Holder.STACK;
  }

  private static final class Holder {
    private static final RunningStack STACK = new RunningStack(SharedStack.facts());
  }

  /** JDBC address of a database, for the superuser or the database's owner. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + fact("postgres.port") + "/" + database;
  }

  public int postgresPort() {
    return Integer.parseInt(fact("postgres.port"));
  }

  /** A connection as PostgreSQL's superuser; whoever asks for it closes it. */
  public Connection superuser(String database) throws SQLException {
    return DriverManager.getConnection(
        jdbcUrl(database), fact("postgres.user"), fact("postgres.password"));
  }

  /** A new, empty database with a role that owns it and is no superuser. */
  public Database createDatabase(String module) {
    var name = "t_" + module.replaceAll("[^a-z0-9]", "_") + "_" + random();
    var password = random();
    try (var connection = superuser("postgres");
        var statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
      statement.execute("CREATE DATABASE " + name + " OWNER " + name);
      statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot make database " + name, e);
    }
    return new Database(name, jdbcUrl(name), name, password);
  }

  /**
   * A new database with all that is in another one, and of the same role. To copy tables and
   * functions takes a small part of the time in which migrations make them.
   *
   * @param model a database to which nobody is connected
   */
  public Database copyDatabase(Database model) {
    var name = model.username() + "_" + random();
    try (var connection = superuser("postgres");
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE DATABASE "
              + name
              + " OWNER "
              + model.username()
              + " TEMPLATE "
              + model.name()
              + " STRATEGY wal_log");
      statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot copy database " + model.name(), e);
    }
    return new Database(name, jdbcUrl(name), model.username(), model.password());
  }

  /**
   * Removes what {@link #createDatabase} or {@link #copyDatabase} made, with the connections that
   * are open to it. The role goes with the database that it was made for; copies go before.
   */
  public void dropDatabase(Database database) {
    try (var connection = superuser("postgres");
        var statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + database.name() + " WITH (FORCE)");
      if (database.name().equals(database.username())) {
        statement.execute("DROP ROLE IF EXISTS " + database.username());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot drop database " + database.name(), e);
    }
  }

  public String kafkaServers() {
    return fact("kafka.servers");
  }

  /** Where partners reach the same Kafka. */
  public String partnersServers() {
    return fact("kafka.partners");
  }

  /** A user whom Kafka knows where partners reach it, for programs that sign in by PLAIN. */
  public String partnersUser() {
    return fact("kafka.partner.user");
  }

  public String partnersPassword() {
    return fact("kafka.partner.password");
  }

  /** How Kafka's administrator signs in: {@code sasl.jaas.config}. */
  public String kafkaJaas() {
    return Broker.jaas(fact("kafka.user"), fact("kafka.password"));
  }

  /** What every Kafka client needs to connect, as the administrator who may do everything. */
  public Properties kafkaProperties() {
    var properties = Broker.client(kafkaServers(), fact("kafka.user"), fact("kafka.password"));
    // A topic that was made this moment may refuse a producer's first request and take the second;
    // the first is then out of order for ever (KAFKA-15591).
    properties.put("max.in.flight.requests.per.connection", "1");
    return properties;
  }

  /** An administrator's client; whoever asks for it closes it. */
  public Admin kafkaAdmin() {
    // Kafka looks classes up by the thread's loader, which in a Quarkus test may be that of another
    // application than the one that asks.
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Admin.class.getClassLoader());
    try {
      return Admin.create(kafkaProperties());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * Makes topics with 12 partitions, kept for ever, under names that nobody else uses.
   *
   * @return the real name of each topic, by the name asked for
   */
  public Map<String, String> createTopics(String... names) {
    return createTopicsUnder(random(), names);
  }

  Map<String, String> createTopicsUnder(String prefix, String... names) {
    var real =
        Arrays.stream(names).collect(Collectors.toMap(name -> name, name -> prefix + "." + name));
    try (var admin = kafkaAdmin()) {
      admin
          .createTopics(
              real.values().stream()
                  .map(topic ->
                      new NewTopic(topic, PARTITIONS, (short) 1)
                          .configs(Map.of("retention.ms", "-1")))
                  .toList())
          .all()
          .get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot make topics " + real.values(), e);
    }
    return real;
  }

  /** Removes topics by their real names. */
  public void deleteTopics(List<String> topics) {
    try (var admin = kafkaAdmin()) {
      admin.deleteTopics(topics).all().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot delete topics " + topics, e);
    }
  }

  /** Keycloak's address, with /auth. */
  public String keycloakUrl() {
    return fact("keycloak.url");
  }

  /** The issuer of the realm's tokens. */
  public String issuer() {
    return fact("keycloak.issuer");
  }

  /**
   * An access token of a person (nadia.velloso) or a client (icb-client) of the demonstration
   * realm; the same one until shortly before it expires.
   */
  public String token(String userOrClient) {
    return tokens.of(userOrClient);
  }

  /**
   * A token that Keycloak signed for somebody of another realm: valid there, worth nothing here.
   */
  public String foreignToken() {
    return tokens.ofMasterRealm();
  }

  /** A token that the realm has signed for our API, and that has expired a moment ago. */
  public String expiredToken() {
    return new PassingClient(issuer(), foreignToken()).expiredToken();
  }

  /** A token that the realm has signed, good for another API than ours. */
  public String tokenForAnotherAudience() {
    return new PassingClient(issuer(), foreignToken()).tokenForAnotherAudience();
  }

  /** A good token of a system that nobody has heard of before; its name is its {@code azp}. */
  public String tokenOfNewClient() {
    return new PassingClient(issuer(), foreignToken()).token();
  }

  /** The port on which the mail catcher takes messages. */
  public int mailPort() {
    return Integer.parseInt(fact("mail.port"));
  }

  /**
   * The messages that came for an address, the oldest first, as a JSON array: {@code mimeMessage}
   * is the message as it was sent.
   */
  public URI mailbox(String address) {
    return URI.create(fact("mail.mailboxes") + "/api/user/" + address + "/messages");
  }

  /** Where the stack keeps its data and logs. */
  public Path folder() {
    return Path.of(fact("folder"));
  }

  private String fact(String key) {
    var value = facts.getProperty(key);
    if (value == null) {
      throw new IllegalStateException("The running stack's file does not say " + key);
    }
    return value;
  }

  static String random() {
    var bytes = new byte[5];
    ThreadLocalRandom.current().nextBytes(bytes);
    return "x" + HexFormat.of().formatHex(bytes);
  }

  static Properties read(Path file) {
    var properties = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
