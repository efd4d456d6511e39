package uk.onevoice.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL, Kafka and Keycloak for tests, on free ports in a folder of their own. They write what
 * a test needs to {@code stack.properties} when they are ready, and end when they are told to or
 * when nobody has used them for an hour.
 */
final class TestInfrastructure {
  static final String FILE = "stack.properties";
  static final String USED = "used";
  private static final Duration UNUSED = Duration.ofHours(1);

  private TestInfrastructure() {}

  static void run(Path root, Path folder, Progress progress) throws Exception {
    Files.createDirectories(folder);
    var ready = folder.resolve(FILE);
    Files.deleteIfExists(ready);
    var settings = Settings.local();
    var site = new Site(root, folder, Ports.free(Ports.INFRASTRUCTURE), settings, true);
    var stop = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> endOrderly(stop, ended)));
    var origin = URI.create("http://localhost:" + site.ports().of(Keycloak.NAME));
    Child.rememberSelf(site.pids(), "stack");
    Infrastructure.stopLeftOvers(site, progress);
    // Keycloak's realm is worth keeping, topics of earlier tests are not.
    Parts.delete(folder.resolve(Broker.NAME));
    try (var infrastructure = Infrastructure.start(site, origin, "*", Map.of(), progress)) {
      dropTestDatabases(infrastructure.postgres());
      touch(folder.resolve(USED));
      write(site, origin, ready);
      progress.say("tests", "ready: " + ready);
      while (!stop.await(1, TimeUnit.SECONDS)) {
        for (var child : infrastructure.children()) {
          if (!child.alive()) {
            throw new StackFailure(
                "A part of the test infrastructure has ended; see " + site.logs());
          }
        }
        if (unused(folder.resolve(USED))) {
          progress.say("tests", "nobody has used this for an hour");
          break;
        }
      }
    } finally {
      Files.deleteIfExists(ready);
      Child.forget(site.pids(), "stack");
      ended.countDown();
    }
  }

  private static void endOrderly(CountDownLatch stop, CountDownLatch ended) {
    stop.countDown();
    try {
      ended.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void dropTestDatabases(Postgres postgres) throws SQLException {
    for (var database : postgres.databasesLike("t\\_%")) {
      postgres.dropDatabase(database);
    }
  }

  private static boolean unused(Path used) throws IOException {
    return Files.getLastModifiedTime(used).toInstant().isBefore(Instant.now().minus(UNUSED));
  }

  private static void touch(Path file) throws IOException {
    Files.writeString(file, Instant.now().toString());
  }

  private static void write(Site site, URI origin, Path ready) throws IOException {
    var settings = site.settings();
    var facts = new LinkedHashMap<String, String>();
    facts.put("postgres.port", Integer.toString(site.ports().of(Postgres.NAME)));
    facts.put("postgres.user", Postgres.SUPERUSER);
    facts.put("postgres.password", settings.get("secret.postgres"));
    facts.put("kafka.servers", "127.0.0.1:" + site.ports().of(Broker.NAME));
    facts.put("kafka.user", Broker.ADMIN);
    facts.put("kafka.password", settings.get("secret.kafka.admin"));
    facts.put("keycloak.url", origin + "/auth");
    facts.put("keycloak.issuer", origin + "/auth/realms/onevoice");
    facts.put("root", site.root().toString());
    facts.put("folder", site.folder().toString());
    var properties = new Properties();
    properties.putAll(facts);
    var half = ready.resolveSibling(FILE + ".new");
    try (var out = Files.newBufferedWriter(half)) {
      properties.store(out, null);
    }
    Files.move(half, ready, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
