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
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL, Kafka, Keycloak and a mail catcher for tests, on free ports in a folder of their own.
 * They write what a test needs to {@code stack.properties} when they are ready, and end when they
 * are told to or when nobody has used them for an hour.
 */
final class TestInfrastructure {
  static final String FILE = "stack.properties";
  static final String USED = "used";
  private static final Duration UNUSED = Duration.ofHours(1);

  private TestInfrastructure() {}

  /** For tests that find it by themselves: stays until it is told to stop or nobody uses it. */
  static void run(Path root, Path folder, Progress progress) throws Exception {
    var stop = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    var main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              stop.countDown();
              main.interrupt();
              awaitEnd(ended);
            }));
    var site = site(root, folder);
    Child.rememberSelf(site.pids(), Stack.NAME);
    try (var infrastructure = start(site, progress)) {
      while (!stop.await(1, TimeUnit.SECONDS)) {
        infrastructure.requireAlive(site);
        if (unused(folder.resolve(USED))) {
          progress.say("tests", "nobody has used this for an hour");
          break;
        }
      }
    } finally {
      Files.deleteIfExists(folder.resolve(FILE));
      Child.forget(site.pids(), Stack.NAME);
      ended.countDown();
    }
  }

  static Site site(Path root, Path folder) throws IOException {
    Files.createDirectories(folder);
    return new Site(root, folder, Ports.free(Ports.INFRASTRUCTURE), Settings.local(), true);
  }

  /** Starts it; when this returns, the file that tests read is there. */
  static Infrastructure start(Site site, Progress progress) throws Exception {
    var ready = site.folder().resolve(FILE);
    Files.deleteIfExists(ready);
    Infrastructure.stopLeftOvers(site, progress);
    // Keycloak's realm is worth keeping, topics of earlier tests are not.
    Parts.delete(site.folder().resolve(Broker.NAME));
    var origin = URI.create("http://localhost:" + site.ports().of(Keycloak.NAME));
    var infrastructure =
        Infrastructure.start(
            site,
            origin,
            Keycloak.ANYWHERE,
            progress,
            (postgres, _) -> dropTestDatabases(postgres));
    Files.writeString(site.folder().resolve(USED), Instant.now().toString());
    write(site, origin, ready);
    progress.say("tests", "ready: " + ready);
    return infrastructure;
  }

  private static void awaitEnd(CountDownLatch ended) {
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

  private static void write(Site site, URI origin, Path ready) throws IOException {
    var settings = site.settings();
    var facts = new LinkedHashMap<String, String>();
    facts.put("postgres.port", Integer.toString(site.ports().of(Postgres.NAME)));
    facts.put("postgres.user", Postgres.SUPERUSER);
    facts.put("postgres.password", settings.get("secret.postgres"));
    facts.put("kafka.servers", "127.0.0.1:" + site.ports().of(Broker.NAME));
    facts.put("kafka.partners", PartnersListener.address(site));
    facts.put("kafka.user", Broker.ADMIN);
    facts.put("kafka.password", settings.get("secret.kafka.admin"));
    facts.put("keycloak.url", origin + "/auth");
    facts.put("keycloak.issuer", origin + "/auth/realms/onevoice");
    facts.put("mail.port", Integer.toString(site.ports().of(MailCatcher.NAME)));
    facts.put("mail.mailboxes", MailCatcher.mailboxes(site).toString());
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
