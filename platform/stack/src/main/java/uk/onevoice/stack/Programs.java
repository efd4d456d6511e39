package uk.onevoice.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Programs of this machine: where they are, and running one to its end. */
final class Programs {
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

  /** Runs to the end; whatever it writes goes to the log, and the end of it into the failure. */
  static void run(List<String> command, Path folder, Map<String, String> environment, Path log)
      throws IOException, InterruptedException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    var process = builder.start();
    try {
      var code = process.waitFor();
      if (code != 0) {
        throw new StackFailure(command.getFirst() + " ended with " + code + ".\n" + Logs.end(log));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
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
