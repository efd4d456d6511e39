package uk.onevoice.projection.rebuild;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import uk.onevoice.projection.served.Served;
import uk.onevoice.testkit.stack.Database;
import uk.onevoice.testkit.stack.RunningStack;

/**
 * What a replica of the projection does beside answering, in a process of its own, so that it can
 * be killed as a machine dies: at once, with all its connections.
 */
public final class Replica implements AutoCloseable {
  static final String HOME = "facts";

  private final Process process;

  private Replica(Process process) {
    this.process = process;
  }

  /** Starts one more that shares the database and the topics. */
  static Replica start(Database database, Map<String, String> topics, String group)
      throws IOException {
    var stack = RunningStack.get();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Replica.class.getName(),
                database.url(),
                database.username(),
                database.password(),
                stack.kafkaServers(),
                stack.kafkaJaas(),
                group));
    topics.forEach((log, topic) -> command.add(log + "=" + topic));
    return new Replica(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(File.createTempFile("replica", ".log", Path.of("target").toFile()))
            .start());
  }

  /** As a machine that loses its power. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  boolean runs() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  static AgroalDataSource pool(String url, String username, String password) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(pool ->
                pool.maxSize(8)
                    .acquisitionTimeout(Duration.ofSeconds(5))
                    .connectionFactoryConfiguration(factory ->
                        factory
                            .jdbcUrl(url)
                            .jdbcProperty("options", "-c search_path=" + HOME + ",public")
                            .principal(new NamePrincipal(username))
                            .credential(new SimplePassword(password)))));
  }

  /** Hears, and looks after versions, until it is killed. */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> topics = new HashMap<>();
    for (int i = 6; i < arguments.length; i++) {
      int sign = arguments[i].indexOf('=');
      topics.put(arguments[i].substring(0, sign), arguments[i].substring(sign + 1));
    }
    Map<String, String> kafka =
        Map.of(
            "bootstrap.servers",
            arguments[3],
            "security.protocol",
            "SASL_PLAINTEXT",
            "sasl.mechanism",
            "SCRAM-SHA-512",
            "sasl.jaas.config",
            arguments[4]);
    var pool = pool(arguments[0], arguments[1], arguments[2]);
    var served = new Served(HOME);
    var readModels = new ReadModels(HOME, pool);
    var consumers = new Consumers(arguments[5], HOME, topics, kafka, pool, served, _ -> {});
    var filling =
        new Filling(
            readModels,
            consumers,
            served,
            () -> true,
            pool,
            Clock.systemUTC(),
            new Filling.Owner(arguments[0], arguments[1], arguments[2]));
    new Watch(readModels, consumers, filling, served, pool, Clock.systemUTC())
        .start(new io.quarkus.runtime.StartupEvent());
    new CountDownLatch(1).await();
  }
}
