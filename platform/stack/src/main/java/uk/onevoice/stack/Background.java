package uk.onevoice.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The stack without a terminal: starting it, stopping it, looking at it, forgetting its data. */
final class Background {
  private static final Duration STOP = Duration.ofMinutes(5);

  private final Site site;

  Background(Site site) {
    this.site = site;
  }

  /** Starts the stack on its own, shows what it does, and returns when it is ready. */
  void up(List<String> arguments) throws Exception {
    var other = Child.leftOver(site.pids(), Stack.NAME);
    if (other.isPresent()) {
      awaitReady(other.get());
      return;
    }
    Files.createDirectories(site.folder());
    var log = site.folder().resolve("stack.log");
    Files.deleteIfExists(log);
    var child =
        Child.start(
            site.pids(), "starting", "TERM", command(arguments), Map.of(), log, site.root());
    // The stack remembers itself under its own name.
    Child.forget(site.pids(), "starting");
    var ready = new AtomicBoolean();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopUnless(ready, child)));
    if (!follow(log, child)) {
      throw new StackFailure("OneVoice did not start.");
    }
    ready.set(true);
  }

  /** Ctrl-C before it is ready ends the start: nobody would know that it goes on. */
  private static void stopUnless(AtomicBoolean ready, Child child) {
    if (ready.get() || !child.alive()) {
      return;
    }
    System.out.println("Stopping the start ...");
    try {
      child.stop(STOP);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Somebody else has started it; who asks for it wants to use it all the same. */
  private void awaitReady(Child other) throws InterruptedException {
    if (!Files.exists(Stack.ready(site))) {
      System.out.printf(
          "OneVoice is being started already (process %d); waiting for it%n", other.pid());
    }
    while (!Files.exists(Stack.ready(site))) {
      if (!other.alive()) {
        throw new StackFailure("The other start (process " + other.pid() + ") has ended.");
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    System.out.printf(
        "OneVoice is already running (process %d) at %s%n", other.pid(), Stack.origin(site));
  }

  private static List<String> command(List<String> arguments) {
    var command =
        new ArrayList<>(
            List.of(
                Programs.java(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run"));
    command.addAll(arguments);
    return command;
  }

  /** Copies the log to the terminal until the stack is ready or has ended. */
  private static boolean follow(Path log, Child child) throws Exception {
    var at = 0L;
    while (true) {
      var alive = child.alive();
      var text = from(log, at);
      var whole = text.substring(0, text.lastIndexOf('\n') + 1);
      at += whole.getBytes(StandardCharsets.UTF_8).length;
      System.out.print(whole);
      System.out.flush();
      if (whole.contains(Stack.READY)) {
        return true;
      }
      if (!alive) {
        System.out.print(text.substring(whole.length()));
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static String from(Path log, long at) throws IOException {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      var bytes = new byte[(int) (file.length() - at)];
      file.seek(at);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** Stops the stack and what an earlier one left, and nothing else. */
  void down() throws IOException, InterruptedException {
    var progress = new Progress(System.out);
    var stack = Child.leftOver(site.pids(), Stack.NAME);
    if (stack.isPresent()) {
      progress.say(Stack.NAME, "stopping (the first time, start-up caches are written)");
      stack.get().stop(STOP);
    }
    Infrastructure.stopLeftOvers(site, progress);
    progress.say(
        Stack.NAME, stack.isPresent() ? "OneVoice is stopped" : "OneVoice was not running");
  }

  void status() throws IOException {
    var stack = Child.leftOver(site.pids(), Stack.NAME);
    System.out.println(
        stack.isEmpty()
            ? "OneVoice is not running."
            : Files.exists(Stack.ready(site))
                ? "OneVoice is running at " + Stack.origin(site)
                : "OneVoice is starting; it will be at " + Stack.origin(site));
    var names = new ArrayList<>(List.of(Stack.NAME));
    Services.ALL.forEach(service -> names.add(service.name()));
    names.addAll(List.of(Postgres.NAME, Broker.NAME, Keycloak.NAME, MailCatcher.NAME));
    var total = 0L;
    for (var name : names) {
      var child = Child.leftOver(site.pids(), name);
      var memory = child.map(each -> memory(name, each.pid())).orElse(0L);
      total += memory;
      var port = site.ports().byName().get(name.equals(Stack.NAME) ? Router.NAME : name);
      System.out.printf(
          Locale.ROOT,
          "%-14s port %-5d  %s%n",
          name.equals(Stack.NAME) ? Router.NAME : name,
          port,
          child
              .map(each -> "process %-7d %5d MB".formatted(each.pid(), memory))
              .orElse("not running"));
    }
    System.out.printf("%-14s %32d MB%n", "in all", total);
  }

  private static long memory(String name, long pid) {
    return name.equals(Postgres.NAME) ? Memory.megabytesWithChildren(pid) : Memory.megabytes(pid);
  }

  /** Stops, and forgets all data of this stack; the programs of others are kept. */
  void reset() throws IOException, InterruptedException {
    down();
    var elsewhere = site.folder().resolve("postgres/elsewhere");
    if (Files.exists(elsewhere)) {
      Parts.delete(Path.of(Files.readString(elsewhere)));
    }
    Parts.delete(site.folder());
    System.out.println("The data are gone; the next start makes new ones.");
  }
}
