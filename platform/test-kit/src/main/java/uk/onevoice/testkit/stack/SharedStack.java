package uk.onevoice.testkit.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import uk.onevoice.stack.Main;
import uk.onevoice.stack.Site;

/** Finds the test infrastructure that runs, or starts it: one process at a time, under a lock. */
final class SharedStack {
  private static final String FILE = "stack.properties";
  private static final long PATIENCE_SECONDS = 600;
  private static final long EVERY_MILLIS = 200;

  private SharedStack() {}

  static Properties facts() {
    var named = named();
    var file = named == null ? startedOnce() : awaited(named);
    var facts = RunningStack.read(file);
    keepInUse(Path.of(facts.getProperty("folder")));
    return facts;
  }

  private static @Nullable Path named() {
    var name = System.getProperty("onevoice.stack", System.getenv("ONEVOICE_STACK"));
    return name == null || name.isBlank() ? null : Path.of(name);
  }

  /** Whoever named it starts it, and ends the tests if it cannot. */
  private static Path awaited(Path file) {
    try {
      var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (!Files.exists(file)) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("No test infrastructure wrote " + file);
        }
        TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
      }
      return file;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path startedOnce() {
    var root = Site.rootAbove(Path.of(""));
    var folder = root.resolve(".state/test");
    try {
      Files.createDirectories(folder);
      try (var channel =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        var file = folder.resolve(FILE);
        if (!running(file)) {
          start(root, folder);
        }
        return file;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean running(Path file) {
    if (!Files.exists(file)) {
      return false;
    }
    var facts = RunningStack.read(file);
    return listening(Integer.parseInt(facts.getProperty("mail.port", "0")))
        && listening(Integer.parseInt(facts.getProperty("postgres.port")))
        && listening(Integer.parseInt(facts.getProperty("kafka.servers").split(":")[1]));
  }

  private static boolean listening(int port) {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static void start(Path root, Path folder) throws IOException, InterruptedException {
    var file = folder.resolve(FILE);
    Files.deleteIfExists(file);
    var log = folder.resolve("stack.log");
    // An argument file: a test's class path can be longer than a command line may be.
    var arguments = folder.resolve("stack.arguments");
    Files.writeString(
        arguments, "-Xmx128m\n-cp\n\"" + System.getProperty("java.class.path") + "\"\n");
    var command = new ArrayList<String>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      command.add("/usr/bin/setsid");
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + arguments,
            Main.class.getName(),
            "test-infrastructure",
            folder.toString()));
    var process =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(log.toFile())
            .start();
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!Files.exists(file)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroy();
        throw new IllegalStateException(
            "The test infrastructure did not start:\n" + Files.readString(log));
      }
      TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
    }
  }

  /** Tells the infrastructure, for as long as this process lives, that somebody needs it. */
  private static void keepInUse(Path folder) {
    Thread.ofPlatform()
        .daemon()
        .name("test-stack-in-use")
        .start(() -> {
          try {
            while (Files.isDirectory(folder)) {
              Files.writeString(folder.resolve("used"), Instant.now().toString());
              TimeUnit.MINUTES.sleep(1);
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
