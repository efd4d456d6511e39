package uk.onevoice.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** All of OneVoice on this machine: in which order it starts, is watched, and stops. */
final class Stack {
  static final String NAME = "stack";
  static final String READY = "OneVoice is ready";

  /** Subject of the user `admin` in the realm: administrator while an installation has none. */
  static final String FIRST_ADMINISTRATOR = "0a000000-0000-4000-8000-000000000001";

  private final Site site;
  private final Progress progress;
  private final boolean demonstration;
  private final Build build;
  private final Map<String, ServiceProcess> running = new ConcurrentHashMap<>();
  private final Restarts restarts = new Restarts();
  private final CountDownLatch prepared = new CountDownLatch(1);
  private final CountDownLatch stop = new CountDownLatch(1);
  private @Nullable Router router;
  private @Nullable Infrastructure infrastructure;

  Stack(Site site, boolean demonstration, Progress progress) {
    this.site = site;
    this.demonstration = demonstration;
    this.progress = progress;
    this.build = new Build(site, progress);
  }

  static URI origin(Site site) {
    return URI.create("http://localhost:" + site.ports().of(Router.NAME));
  }

  static String issuer(Site site) {
    return origin(site) + "/auth/realms/onevoice";
  }

  /** Starts everything, says so, and stays until it is told to stop; then stops everything. */
  void run() throws Exception {
    Files.createDirectories(site.folder());
    // Held to the end, so that of two that start at once one is refused before it touches anything.
    try (var channel =
            FileChannel.open(
                site.folder().resolve("stack.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      if (lock == null) {
        throw new StackFailure(
            "OneVoice is already running or starting (process %s). `make status` shows it, `make down` stops it."
                .formatted(
                    Child.leftOver(site.pids(), NAME)
                        .map(other -> Long.toString(other.pid()))
                        .orElse("not known yet")));
      }
      runAlone();
    }
  }

  private void runAlone() throws Exception {
    var ended = new CountDownLatch(1);
    Files.deleteIfExists(ready(site));
    stopLeftOvers();
    Origin.require(site);
    PortCheck.requireFree(site.ports());
    Child.rememberSelf(site.pids(), NAME);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(ended)));
    try {
      start();
      watch();
    } finally {
      Files.deleteIfExists(ready(site));
      close();
      Child.forget(site.pids(), NAME);
      ended.countDown();
    }
  }

  /** A file that is there while all of the site is ready. */
  static Path ready(Site site) {
    return site.folder().resolve("ready");
  }

  private void stopLeftOvers() throws IOException, InterruptedException {
    Infrastructure.stopLeftOvers(site, progress);
  }

  private void stopAndWait(CountDownLatch ended) {
    stop.countDown();
    try {
      // As long as the start-up caches of all services may take.
      ended.await(5, TimeUnit.MINUTES);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void start() throws Exception {
    progress.say(NAME, "OneVoice is starting; logs are in " + site.logs());
    router = Router.start(RouteTable.of(site.root()), site.ports());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var building = threads.submit(this::build);
      var starting = threads.submit(this::startInfrastructure);
      var all = new ArrayList<Future<?>>(List.of(building, starting));
      for (var service : Services.ALL) {
        all.add(
            threads.submit(() -> {
              // Not for Keycloak, the slowest to start: a service asks it when somebody calls.
              building.get();
              prepared.await();
              return startService(service);
            }));
      }
      try {
        await(all);
        if (demonstration) {
          var loading = threads.submit(this::loadDemonstration);
          all.add(loading);
          await(List.of(loading));
        }
      } catch (Exception e) {
        all.forEach(task -> task.cancel(true));
        throw e;
      }
    }
    sayReady();
  }

  private Void build() throws Exception {
    build.bringUpToDate();
    return null;
  }

  private Void startInfrastructure() throws Exception {
    infrastructure =
        Infrastructure.start(site, origin(site), origin(site) + "/*", progress, this::prepare);
    return null;
  }

  /** Databases, topics and permissions, as soon as what holds them is there. */
  private void prepare(Postgres postgres, Broker broker) throws Exception {
    for (var database : Services.DATABASES) {
      postgres.ensureDatabase(database, site.settings().get("secret.database." + database));
    }
    broker.ensureUsers(Permissions.users(site.settings()));
    broker.ensureTopics(Permissions.topics());
    broker.ensurePermissions(Permissions.all());
    prepared.countDown();
  }

  /** Waits for all, or until the first one fails, or until somebody wants to stop. */
  private void await(List<? extends Future<?>> tasks) throws Exception {
    while (true) {
      var open = false;
      for (var task : tasks) {
        if (task.state() == Future.State.FAILED) {
          task.get();
        }
        open |= !task.isDone();
      }
      if (!open) {
        return;
      }
      if (stop.await(50, TimeUnit.MILLISECONDS)) {
        throw new InterruptedException("Told to stop while starting");
      }
    }
  }

  private Void startService(Services.Service service) throws Exception {
    var began = System.nanoTime();
    progress.say(service.name(), "starting");
    var process = ServiceProcess.start(site, service, build.application(service.name()));
    running.put(service.name(), process);
    progress.say(
        service.name(),
        String.format(
            Locale.ROOT,
            "ready on port %d (%.1f s)",
            site.ports().of(service.name()),
            Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0));
    return null;
  }

  private Void loadDemonstration() throws Exception {
    var demonstrationLoader = new Demonstration(site, build.seeds(), progress);
    if (infrastructure != null && demonstrationLoader.isWanted(infrastructure.postgres())) {
      demonstrationLoader.load();
    }
    return null;
  }

  private void sayReady() throws IOException {
    Files.writeString(ready(site), origin(site).toString());
    // By what the data are, not by how this start was asked for.
    System.out.printf(
        Locale.ROOT,
        "%n%s at %s - sign in as %s - %.0f seconds%n",
        READY,
        origin(site),
        Demonstration.isLoaded(site)
            ? Demonstration.signIns(site.settings())
            : "admin, password "
                + site.settings().get("secret.people")
                + ", the first administrator",
        progress.seconds());
    System.out.flush();
  }

  private void watch() throws Exception {
    while (!stop.await(1, TimeUnit.SECONDS)) {
      if (infrastructure != null) {
        infrastructure.requireAlive(site);
      }
      for (var service : Services.ALL) {
        var process = running.get(service.name());
        if (process != null && !process.child().alive()) {
          afterEnd(service);
        }
      }
    }
  }

  private void afterEnd(Services.Service service) throws Exception {
    var name = service.name();
    switch (restarts.ofEnded(name, DevMode.runs(site, name))) {
      case LEAVE -> {}
      case START -> restart(service);
      case GIVE_UP -> {
        running.remove(name);
        progress.say(name, "has ended too often and stays down; see " + site.log(name));
      }
    }
  }

  /** One that does not come up is tried again like one that has ended; the others go on. */
  private void restart(Services.Service service) throws Exception {
    progress.say(service.name(), "has ended; starting it again");
    var starting = new FutureTask<>(() -> startService(service));
    Thread.ofVirtual().start(starting);
    try {
      await(List.of(starting));
    } catch (ExecutionException e) {
      progress.say(service.name(), "did not start; see " + site.log(service.name()));
    } finally {
      starting.cancel(true);
    }
  }

  private void close() throws Exception {
    progress.say(NAME, "stopping");
    if (running.values().stream().anyMatch(ServiceProcess::writesCache)
        || (infrastructure != null && infrastructure.writesCache())) {
      progress.say(NAME, "writing start-up caches, this once; the next start takes a third of it");
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var service : Services.ALL) {
        threads.submit(stopping(service.name()));
      }
    }
    if (router != null) {
      router.close();
    }
    if (infrastructure != null) {
      infrastructure.close();
    }
    stopLeftOvers();
    progress.say(NAME, "stopped");
  }

  private Callable<Void> stopping(String service) {
    return () -> {
      var process = running.get(service);
      if (process != null) {
        process.close();
        progress.say(service, "stopped");
      }
      return null;
    };
  }

  /** Whether a service's log holds an event. */
  static boolean hasEvents(Postgres postgres, String service) throws SQLException {
    try (var connection = postgres.connect(service);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT EXISTS (SELECT FROM event)")) {
      return rows.next() && rows.getBoolean(1);
    }
  }
}
