package uk.onevoice.stack;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.errors.AuthenticationException;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka broker in KRaft mode, with a user per service. Nobody may do what no ACL allows, and no
 * topic comes into being by itself.
 */
public final class Broker implements AutoCloseable {
  static final String NAME = "kafka";
  static final String ADMIN = "admin";
  static final int PARTITIONS = 12;
  private static final int ITERATIONS = 4096;
  private static final int REFUSALS = 20;
  private static final Duration START = Duration.ofSeconds(180);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final int port;
  private final String adminPassword;
  private final Child child;
  private int refused;

  private Broker(int port, String adminPassword, Child child) {
    this.port = port;
    this.adminPassword = adminPassword;
    this.child = child;
  }

  /** Formats the data folder when it is new, starts the broker, and returns when it answers. */
  public static Broker start(Site site, Path libraries, Progress progress) throws Exception {
    return start(site, libraries, null, progress);
  }

  /**
   * The same, where partners reach it too.
   *
   * @param origin whose realm issues their tokens; null for a broker that no partner reaches
   */
  static Broker start(Site site, Path libraries, @Nullable URI origin, Progress progress)
      throws Exception {
    var folder = site.folder().resolve(NAME);
    Files.createDirectories(folder);
    var configuration = folder.resolve("server.properties");
    Files.writeString(
        configuration,
        configuration(site, folder.resolve("data"), origin != null)
            + (origin == null ? "" : PartnersListener.configuration(site, origin)));
    var classPath =
        libraries + "/*" + (origin == null ? "" : File.pathSeparator + PartnersListener.program());
    if (!Files.exists(folder.resolve("data/meta.properties"))) {
      progress.timed(
          NAME,
          "formatting the data folder",
          "formatted",
          () -> format(site, classPath, configuration, folder));
    }
    var child =
        Child.start(
            site.pids(),
            NAME,
            "TERM",
            command(site, origin, classPath, configuration),
            Map.of(),
            site.log(NAME));
    var broker =
        new Broker(site.ports().of(NAME), site.settings().get("secret.kafka.admin"), child);
    Wait.until(
        "Kafka answers on port " + broker.port, START, child, site.log(NAME), broker::answers);
    return broker;
  }

  private static List<String> command(
      Site site, @Nullable URI origin, String classPath, Path configuration) {
    var command =
        new ArrayList<>(
            List.of(
                Programs.java(),
                "-Xms64m",
                "-Xmx" + site.settings().get("memory.kafka"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true"));
    if (origin != null) {
      command.add(PartnersListener.option(site));
      // It would say what stands in a token that does not hold: that may be a person's.
      command.add("-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.security.oauthbearer=off");
    }
    command.addAll(List.of("-cp", classPath, "kafka.Kafka", configuration.toString()));
    return command;
  }

  private static String configuration(Site site, Path data, boolean partners) {
    var settings = site.settings();
    var address = partners ? ",PARTNERS://" + PartnersListener.address(site) : "";
    var controller = settings.get("secret.kafka.controller");
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@127.0.0.1:%2$d
    listeners=SERVICES://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d%7$s
    advertised.listeners=SERVICES://127.0.0.1:%1$d%7$s
    listener.security.protocol.map=SERVICES:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT,PARTNERS:SASL_PLAINTEXT
    inter.broker.listener.name=SERVICES
    controller.listener.names=CONTROLLER
    sasl.enabled.mechanisms=SCRAM-SHA-512
    sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
    sasl.mechanism.controller.protocol=PLAIN
    listener.name.services.scram-sha-512.sasl.jaas.config=%3$s
    listener.name.controller.sasl.enabled.mechanisms=PLAIN
    listener.name.controller.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="controller" password="%4$s" user_controller="%4$s";
    authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
    allow.everyone.if.no.acl.found=false
    super.users=User:admin;User:controller
    auto.create.topics.enable=false
    # Killed, it may come back as soon as the controller has missed it: by default after nine seconds.
    broker.session.timeout.ms=4000
    broker.heartbeat.interval.ms=500
    num.partitions=%5$d
    default.replication.factor=1
    min.insync.replicas=1
    offsets.topic.num.partitions=4
    offsets.topic.replication.factor=1
    transaction.state.log.num.partitions=4
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    share.coordinator.state.topic.num.partitions=1
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    group.initial.rebalance.delay.ms=0
    log.segment.bytes=67108864
    log.cleaner.dedupe.buffer.size=4194304
    log.cleaner.io.buffer.size=131072
    log.dirs=%6$s
    """
        .formatted(
            site.ports().of(NAME),
            site.ports().of("controller"),
            jaas(ADMIN, settings.get("secret.kafka.admin")),
            controller,
            PARTITIONS,
            data,
            address);
  }

  private static void format(Site site, String classPath, Path configuration, Path folder)
      throws IOException, InterruptedException {
    // Made beside its place and moved in, so that a start that was killed is not half formatted.
    var made = folder.resolve("data.new");
    Parts.delete(made);
    Parts.delete(folder.resolve("data"));
    var temporary = folder.resolve("format.properties");
    Files.writeString(
        temporary,
        Files.readString(configuration)
            .replaceFirst("log\\.dirs=.*", "log.dirs=" + made.toString()));
    var command =
        new ArrayList<>(
            List.of(
                Programs.java(),
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                classPath,
                "kafka.tools.StorageTool",
                "format",
                "-t",
                Uuid.randomUuid().toString(),
                "-c",
                temporary.toString()));
    command.add("--add-scram");
    command.add(
        "SCRAM-SHA-512=[name=%s,password=%s]"
            .formatted(ADMIN, site.settings().get("secret.kafka.admin")));
    Programs.run(site.pids(), "kafka-format", command, folder, Map.of(), site.log("kafka-format"));
    Files.delete(temporary);
    Files.move(made, folder.resolve("data"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** How a user signs in, as Kafka's clients want it written. */
  public static String jaas(String user, String password) {
    return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
        .formatted(user, password);
  }

  /** Properties of a client of this broker. */
  public static Properties client(String servers, String user, String password) {
    var properties = new Properties();
    properties.setProperty("bootstrap.servers", servers);
    properties.setProperty("security.protocol", "SASL_PLAINTEXT");
    properties.setProperty("sasl.mechanism", "SCRAM-SHA-512");
    properties.setProperty("sasl.jaas.config", jaas(user, password));
    return properties;
  }

  public String servers() {
    return "127.0.0.1:" + port;
  }

  /** How the administrator's clients connect. */
  Properties adminProperties() {
    return client(servers(), ADMIN, adminPassword);
  }

  /** The administrator's client; whoever asks for it closes it. */
  public Admin admin() {
    var properties = adminProperties();
    properties.setProperty("request.timeout.ms", "20000");
    properties.setProperty("default.api.timeout.ms", "60000");
    return Admin.create(properties);
  }

  /** Makes users, or gives them the passwords they should have. */
  void ensureUsers(Map<String, String> passwords) throws Exception {
    var scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
    try (var admin = admin()) {
      admin
          .alterUserScramCredentials(
              passwords.entrySet().stream()
                  .map(user ->
                      (UserScramCredentialAlteration)
                          new UserScramCredentialUpsertion(user.getKey(), scram, user.getValue()))
                  .toList())
          .all()
          .get();
    }
  }

  /**
   * Makes the topics that are not there: for ever, with the number of partitions for ever.
   *
   * @param wanted by name, with the number of partitions
   */
  void ensureTopics(Map<String, Integer> wanted) throws Exception {
    try (var admin = admin()) {
      var there = admin.listTopics().names().get();
      var missing =
          wanted.entrySet().stream()
              .filter(topic -> !there.contains(topic.getKey()))
              .map(topic ->
                  new NewTopic(topic.getKey(), topic.getValue(), (short) 1)
                      .configs(Map.of("retention.ms", "-1", "cleanup.policy", "delete")))
              .toList();
      admin.createTopics(missing).all().get();
    }
  }

  void ensurePermissions(List<AclBinding> permissions) throws Exception {
    try (var admin = admin()) {
      admin.createAcls(permissions).all().get();
    }
  }

  private boolean answers() {
    // The client would log each refused connection until the broker listens.
    if (!PortCheck.listening(port)) {
      return false;
    }
    try (var admin = admin()) {
      return !admin.describeCluster().nodes().get(10, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException e) {
      // Once or twice it may not have read yet whom it knows.
      if (e.getCause() instanceof AuthenticationException && ++refused == REFUSALS) {
        throw Settings.isInTheData("Kafka", "secret.kafka.admin");
      }
      return false;
    } catch (TimeoutException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends the broker at once, as a crash would. */
  public void kill() throws IOException, InterruptedException {
    child.kill();
  }

  Child child() {
    return child;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    child.stop(STOP);
  }
}
