package uk.onevoice.stack;

import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Maven's tests with an infrastructure of their own, which is stopped whatever happens. Other
 * stacks on the machine are not touched.
 */
final class TestRun {
  private static final String MAVEN = "maven";
  private static final Duration STOP = Duration.ofSeconds(20);

  private TestRun() {}

  /** Runs {@code mvnw} with these arguments; its exit code. */
  static int run(Path root, List<String> arguments) throws Exception {
    var ended = new CountDownLatch(1);
    var main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              main.interrupt();
              awaitEnd(ended);
            }));
    var site = TestInfrastructure.site(root, root.resolve(".state/make-test"));
    try (var channel =
            FileChannel.open(
                site.folder().resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      if (lock == null) {
        throw new StackFailure("Another `make test` is running in this folder.");
      }
      var began = Instant.now();
      var code = runAlone(site, arguments);
      TestReports.read(root, began).print(System.out);
      return code;
    } finally {
      ended.countDown();
    }
  }

  private static int runAlone(Site site, List<String> arguments) throws Exception {
    Orphans.stop(site.root());
    // A killed run's: its tests must not find this one's infrastructure.
    Programs.stopLeftOver(mavens(site), MAVEN);
    try {
      return maven(site, arguments);
    } finally {
      Infrastructure.stopLeftOvers(site, quiet());
      Files.deleteIfExists(site.folder().resolve(TestInfrastructure.FILE));
      Orphans.stop(site.root());
    }
  }

  /**
   * Away from the terminal: Ctrl-C reaches this run, which ends Maven with all tests it runs. Maven
   * compiles while the infrastructure starts; a test that needs it waits for its file.
   */
  private static int maven(Site site, List<String> arguments) throws Exception {
    var file = site.folder().resolve(TestInfrastructure.FILE);
    Files.deleteIfExists(file);
    var command = new ArrayList<>(List.of(site.root().resolve("mvnw").toString()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(site.root().toFile()).inheritIO();
    builder.environment().put("JAVA_HOME", Programs.javaHome());
    builder.environment().put("ONEVOICE_STACK", file.toString());
    var maven = Child.start(mavens(site), MAVEN, "TERM", builder);
    try {
      TestInfrastructure.start(site, new Progress(System.out));
      return maven.await();
    } finally {
      maven.stop(STOP);
    }
  }

  /** Beside the infrastructure's processes, which begins by stopping what it finds with them. */
  private static Path mavens(Site site) {
    return site.folder().resolve(MAVEN);
  }

  private static void awaitEnd(CountDownLatch ended) {
    try {
      ended.await(90, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Progress quiet() {
    return new Progress(new PrintStream(java.io.OutputStream.nullOutputStream()));
  }
}
