package uk.onevoice.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process and its children take of the machine's memory, shared pages shared out (PSS). */
final class Memory {
  private Memory() {}

  static long megabytes(long pid) {
    var own = kilobytes(pid);
    var children =
        ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::descendants)
            .filter(child -> !startedOnItsOwn(child))
            .mapToLong(child -> kilobytes(child.pid()))
            .sum();
    return (own + children) / 1024;
  }

  /** The stack's children are counted under their own names. */
  private static boolean startedOnItsOwn(ProcessHandle child) {
    return child.info().command().filter(command -> command.endsWith("java")).isPresent()
        || child
            .parent()
            .flatMap(p -> p.info().command())
            .filter(c -> c.endsWith("java"))
            .isPresent();
  }

  private static long kilobytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
          .sum();
    } catch (IOException | java.io.UncheckedIOException _) {
      // Another system, or gone meanwhile: nothing to count.
      return 0;
    }
  }
}
