package uk.onevoice.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Keycloak with the realm of {@code deploy/keycloak}: who somebody is, never what he may do. */
public final class Keycloak implements AutoCloseable {
  static final String NAME = "keycloak";
  static final String DATABASE = "keycloak";

  /** For tests: a browser may be sent back to any port. */
  static final String ANYWHERE = "*";

  private static final Duration START = Duration.ofMinutes(6);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final Duration STOP_AND_WRITE_CACHE = Duration.ofSeconds(150);
  private static final List<String> SYSTEMS = List.of("icb-client", "partner-client");

  private final int port;
  private final Child child;
  private final StartCache cache;

  private Keycloak(int port, Child child, StartCache cache) {
    this.port = port;
    this.child = child;
    this.cache = cache;
  }

  /**
   * Starts Keycloak and returns when the realm answers. The realm is imported when it is new; when
   * its file has changed since, the change is applied, and accounts that the file does not name
   * stay.
   *
   * @param origin the address that people use, without /auth
   * @param redirect where a browser may be sent back to after signing in
   */
  static Keycloak start(
      Site site, Path program, Postgres postgres, URI origin, String redirect, Progress progress)
      throws Exception {
    var home = home(site, program);
    var realm = realm(site, origin, redirect);
    var applied = home.resolve("data/realm.sha256");
    var fresh = !hasRealm(postgres);
    if (fresh) {
      // What a first start that was broken off has left: half a schema, and nobody's account.
      postgres.dropDatabase(DATABASE);
    }
    postgres.ensureDatabase(DATABASE, site.settings().get("secret.database.keycloak"));
    Files.createDirectories(home.resolve("data/import"));
    Files.writeString(home.resolve("data/import/onevoice-realm.json"), realm);

    var port = site.ports().of(NAME);
    // Shared by all stacks of this repository; a stack of tests uses it and makes none.
    var cache = StartCache.of(program.resolve("start.aot"), home, !site.throwaway());
    progress.say(NAME, fresh ? "starting, and importing the realm" : "starting");
    var child =
        Child.start(
            site.pids(),
            NAME,
            "TERM",
            Programs.command(
                cache.options(),
                "-Xms64m",
                "-Xmx" + site.settings().get("memory.keycloak"),
                "-XX:+UseSerialGC",
                // Two thirds of the work until it is ready; signing in does not feel it.
                "-XX:TieredStopAtLevel=1",
                // By itself a fifth of that, and then everything is collected each time that it
                // fills.
                "-XX:ReservedCodeCacheSize=240m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.language=en",
                "-Duser.country=GB",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                program.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=" + origin + "/auth",
                "--proxy-headers=xforwarded",
                "--log-level=warn",
                "--import-realm"),
            Map.of(
                "KC_DB_URL",
                postgres.url(DATABASE),
                "KC_DB_USERNAME",
                DATABASE,
                "KC_DB_PASSWORD",
                site.settings().get("secret.database.keycloak"),
                "KC_DB_POOL_MAX_SIZE",
                "20",
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "keycloak-admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                site.settings().get("secret.keycloak.admin")),
            site.log(NAME));
    var keycloak = new Keycloak(port, child, cache);
    try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      Wait.until(
          "Keycloak's realm answers on port " + port,
          START,
          child,
          site.log(NAME),
          () -> keycloak.answers(http));
    }
    var digest = Digest.of(realm);
    if (!fresh && !(Files.exists(applied) && Files.readString(applied).equals(digest))) {
      progress.timed(
          NAME,
          "its realm's file has changed: applying that",
          "applied",
          () ->
              new RealmChange(URI.create("http://127.0.0.1:" + port + "/auth"), site.settings())
                  .apply(realm));
    }
    Files.writeString(applied, digest);
    return keycloak;
  }

  /** The import is one transaction: with the realm, everything of it is there. */
  private static boolean hasRealm(Postgres postgres) throws SQLException {
    if (postgres.databasesLike(DATABASE).isEmpty()) {
      return false;
    }
    try (var connection = postgres.connect(DATABASE);
        var statement = connection.createStatement();
        var table = statement.executeQuery("SELECT to_regclass('public.realm') IS NOT NULL")) {
      if (!(table.next() && table.getBoolean(1))) {
        return false;
      }
      try (var realm = statement.executeQuery("SELECT FROM realm WHERE name = 'onevoice'")) {
        return realm.next();
      }
    }
  }

  /** A home of this stack's own: the built program is shared, what it writes is not. */
  private static Path home(Site site, Path program) throws IOException {
    var home = site.folder().resolve(NAME);
    Files.createDirectories(home.resolve("data"));
    for (var part : List.of("bin", "conf", "lib", "providers", "themes")) {
      var link = home.resolve(part);
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, program.resolve(part));
    }
    return home;
  }

  private static String realm(Site site, URI origin, String redirect) throws IOException {
    var settings = site.settings();
    var realm =
        Files.readString(site.root().resolve("deploy/keycloak/onevoice-realm.json"))
            .replace("@ORIGIN@", origin.toString())
            .replace("@REDIRECT@", redirect)
            .replace("@PEOPLE_PASSWORD@", settings.get("secret.people"))
            .replace("@SECRET_ONEVOICE_WEB@", settings.get("secret.client.onevoice-web"));
    for (var system : SYSTEMS) {
      var mark = "@KEYS_" + system.toUpperCase(Locale.ROOT).replace('-', '_') + "@";
      var key = ClientKey.of(settings.get("secret.client." + system));
      realm = realm.replace(mark, key.publicKeysInJson());
    }
    return redirect.equals(ANYWHERE) ? forTests(realm) : realm;
  }

  /**
   * Tests sign in as one person from several processes at once: a realm that guards against
   * guessing lets one of them in and tells the others that the password is wrong. And their
   * password is everybody's: making it dear to guess is work for nothing.
   */
  private static String forTests(String realm) {
    return realm.replace(
        "\"bruteForceProtected\": true",
        """
        "bruteForceProtected": false,
        "passwordPolicy": "hashAlgorithm(pbkdf2-sha512) and hashIterations(1)"\
        """);
  }

  private boolean answers(HttpClient http) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/auth/realms/onevoice"))
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  boolean writesCache() {
    return cache.isMade();
  }

  Child child() {
    return child;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    child.stop(cache.isMade() ? STOP_AND_WRITE_CACHE : STOP);
    cache.keep();
  }
}
