package uk.onevoice.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Processor time that this process and the processes it started have used up to now, those included
 * that have ended meanwhile where the system keeps count of them (Linux).
 */
final class Cpu {
  /** The kernel's unit for the times of a process, the same on every Linux. */
  private static final Duration TICK = Duration.ofMillis(10);

  private static final Path PROCESSES = Path.of("/proc");

  private Cpu() {}

  static Duration used() {
    return used(ProcessHandle.current());
  }

  /** The same of another process and those that it started. */
  static Duration used(ProcessHandle first) {
    return Stream.concat(Stream.of(first), first.descendants())
        .map(Files.isDirectory(PROCESSES.resolve("self")) ? Cpu::withEnded : Cpu::own)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Time since then, per thing done, in microseconds. */
  static double microsSince(Duration before, long things) {
    return used().minus(before).toNanos() / 1e3 / Math.max(1, things);
  }

  private static Duration own(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static Duration withEnded(ProcessHandle process) {
    try {
      String stat = Files.readString(PROCESSES.resolve(process.pid() + "/stat"));
      // Behind the name in brackets: user, system, and both of the children it has waited for.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return TICK.multipliedBy(Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum());
    } catch (IOException ended) {
      return Duration.ZERO;
    }
  }
}
