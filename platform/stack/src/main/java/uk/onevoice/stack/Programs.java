package uk.onevoice.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Programs of this machine: where they are, and running one to its end. */
final class Programs {
  static final Duration STOP = Duration.ofSeconds(10);

  private Programs() {}

  static Optional<Path> find(String name) {
    var folders = System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":");
    return Arrays.stream(folders)
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A command that starts this Java with some options and then some arguments. */
  static List<String> command(List<String> options, String... arguments) {
    var command = new ArrayList<String>();
    command.add(java());
    command.addAll(options);
    command.addAll(List.of(arguments));
    return command;
  }

  /** The Java that runs this program: at least 25, as the build has checked. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static String javaHome() {
    return System.getProperty("java.home");
  }

  /**
   * Runs to the end; whatever it writes goes to the log, and the end of it into the failure. What a
   * run that was killed has left of it is stopped first: two would write into the same place.
   *
   * @param pids where it is remembered while it runs; nobody else may use this name there
   */
  static void run(
      Path pids,
      String name,
      List<String> command,
      Path folder,
      Map<String, String> environment,
      Path log)
      throws IOException, InterruptedException {
    stopLeftOver(pids, name);
    var child = Child.start(pids, name, "TERM", command, environment, log, folder);
    try {
      var code = child.await();
      if (code != 0) {
        throw new StackFailure(command.getFirst() + " ended with " + code + ".\n" + Logs.end(log));
      }
    } finally {
      child.stop(STOP);
    }
  }

  /** Stops what a run that was killed has left of this name. */
  static void stopLeftOver(Path pids, String name) throws IOException, InterruptedException {
    var left = Child.leftOver(pids, name);
    if (left.isPresent()) {
      left.get().stop(STOP);
    }
  }

  static boolean succeeds(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
