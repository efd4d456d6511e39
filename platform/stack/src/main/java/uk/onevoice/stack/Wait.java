package uk.onevoice.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting for a process to be ready: until it is, it dies, or patience ends. */
final class Wait {
  private static final long EVERY_MILLIS = 100;

  private Wait() {}

  static void until(String what, Duration patience, Child child, Path log, BooleanSupplier ready)
      throws Exception {
    var end = System.nanoTime() + patience.toNanos();
    while (!ready.getAsBoolean()) {
      if (!child.alive()) {
        throw new StackFailure("Ended before this was true: " + what + ".\n" + Logs.end(log));
      }
      if (System.nanoTime() > end) {
        throw new StackFailure(
            "Not true after %d s: %s.%n%s".formatted(patience.toSeconds(), what, Logs.end(log)));
      }
      TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
    }
  }
}
