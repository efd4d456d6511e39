package uk.onevoice.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What processes take of the machine's memory, shared pages shared out (PSS). */
final class Memory {
  private Memory() {}

  /** Of one process. */
  static long megabytes(long pid) {
    return kilobytes(pid) / 1024;
  }

  /** Of a process that works in many, as PostgreSQL does. */
  static long megabytesWithChildren(long pid) {
    var children =
        ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::descendants)
            .mapToLong(child -> kilobytes(child.pid()))
            .sum();
    return (kilobytes(pid) + children) / 1024;
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
