package uk.onevoice.stack;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * PostgreSQL, Kafka, Keycloak and the mail catcher of one site, started side by side and stopped in
 * order.
 */
public final class Infrastructure implements AutoCloseable {
  private static final List<String> NAMES =
      List.of(MailCatcher.NAME, Keycloak.NAME, Broker.NAME, Postgres.NAME);

  private final Postgres postgres;
  private final Broker broker;
  private final PartnerGrants grants;
  private final Keycloak keycloak;
  private final MailCatcher mail;

  private Infrastructure(
      Postgres postgres, Broker broker, PartnerGrants grants, Keycloak keycloak, MailCatcher mail) {
    this.postgres = postgres;
    this.broker = broker;
    this.grants = grants;
    this.keycloak = keycloak;
    this.mail = mail;
  }

  /**
   * Starts the four; if one fails, the others are stopped again.
   *
   * @param preparation what is done as soon as PostgreSQL and Kafka are there
   */
  static Infrastructure start(
      Site site, URI origin, String redirect, Progress progress, Preparation preparation)
      throws Exception {
    stopLeftOvers(site, progress);
    try {
      return startSideBySide(site, origin, redirect, progress, preparation);
    } catch (Exception e) {
      // What did start is known by its file.
      stopLeftOvers(site, progress);
      throw e;
    }
  }

  private static Infrastructure startSideBySide(
      Site site, URI origin, String redirect, Progress progress, Preparation preparation)
      throws Exception {
    var parts = new Parts(site, progress);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var postgres =
          threads.submit(() ->
              started(
                  "postgres",
                  site,
                  progress,
                  () -> Postgres.start(site, parts.postgres(), progress)));
      var broker =
          threads.submit(() ->
              started(
                  "kafka",
                  site,
                  progress,
                  () -> Broker.start(site, parts.kafka(), origin, progress)));
      var keycloak =
          threads.submit(() -> {
            var program = parts.keycloak();
            var database = postgres.get();
            return started(
                "keycloak",
                site,
                progress,
                () -> Keycloak.start(site, program, database, origin, redirect, progress));
          });
      var mail =
          threads.submit(() ->
              started(
                  MailCatcher.NAME, site, progress, () -> MailCatcher.start(site, parts.mail())));
      var prepared =
          threads.submit(() -> {
            preparation.prepare(postgres.get(), broker.get());
            return null;
          });
      try {
        prepared.get();
        return new Infrastructure(
            postgres.get(),
            broker.get(),
            PartnerGrants.start(broker.get(), progress),
            keycloak.get(),
            mail.get());
      } catch (ExecutionException | InterruptedException e) {
        threads.shutdownNow();
        throw e;
      }
    }
  }

  @FunctionalInterface
  interface Preparation {
    void prepare(Postgres postgres, Broker broker) throws Exception;
  }

  private static <T> T started(String name, Site site, Progress progress, Callable<T> start)
      throws Exception {
    var began = System.nanoTime();
    var part = start.call();
    progress.say(
        name,
        String.format(
            java.util.Locale.ROOT,
            "ready on port %d (%.1f s)",
            site.ports().of(name),
            Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0));
    return part;
  }

  /**
   * Stops what an earlier run of this site left behind when it was killed, but not the stack
   * itself: what lives by the infrastructure first.
   */
  static void stopLeftOvers(Site site, Progress progress) throws IOException, InterruptedException {
    for (var left : Child.leftOvers(site.pids())) {
      if (!left.name().equals(Stack.NAME) && !NAMES.contains(left.name())) {
        stopLeftOver(left, progress);
      }
    }
    for (var name : NAMES) {
      var left = Child.leftOver(site.pids(), name);
      if (left.isPresent()) {
        stopLeftOver(left.get(), progress);
      }
    }
  }

  private static void stopLeftOver(Child left, Progress progress)
      throws IOException, InterruptedException {
    progress.say(left.name(), "stopping what an earlier run left (process " + left.pid() + ")");
    left.stop(Duration.ofSeconds(20));
  }

  boolean writesCache() {
    return keycloak.writesCache();
  }

  public Postgres postgres() {
    return postgres;
  }

  public Broker broker() {
    return broker;
  }

  /** Fails when one of the four has ended by itself. */
  void requireAlive(Site site) {
    for (var child : List.of(postgres.child(), broker.child(), keycloak.child(), mail.child())) {
      if (!child.alive()) {
        throw new StackFailure(
            child.name() + " has ended unexpectedly; see " + site.log(child.name()));
      }
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    var stopping = new ArrayList<Future<?>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      stopping.add(
          threads.submit(() -> {
            stop(grants);
            return stop(broker);
          }));
      stopping.add(threads.submit(() -> stop(keycloak)));
      stopping.add(threads.submit(() -> stop(mail)));
    }
    postgres.close();
  }

  private static Void stop(AutoCloseable part) throws Exception {
    part.close();
    return null;
  }
}
