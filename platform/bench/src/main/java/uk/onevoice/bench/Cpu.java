package uk.onevoice.bench;

import java.time.Duration;
import java.util.stream.Stream;

/** Processor time that this process and the processes it started have used up to now. */
final class Cpu {
  private Cpu() {}

  static Duration used() {
    ProcessHandle self = ProcessHandle.current();
    return Stream.concat(Stream.of(self), self.descendants())
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
