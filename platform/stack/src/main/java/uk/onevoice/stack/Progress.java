package uk.onevoice.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the stack is doing, a line each: seconds since the start, which part, what. */
public final class Progress {
  private final PrintStream out;
  private final long start = System.nanoTime();

  public Progress(PrintStream out) {
    this.out = out;
  }

  public void say(String part, String what) {
    synchronized (out) {
      out.printf(Locale.ROOT, "%7.1f s  %-14s %s%n", seconds(), part, what);
      out.flush();
    }
  }

  public double seconds() {
    return seconds(start);
  }

  /** Does a piece of work between two lines that say so, the second with the time it took. */
  void timed(String part, String doing, String done, Work work) throws Exception {
    say(part, doing);
    var began = System.nanoTime();
    work.run();
    say(part, String.format(Locale.ROOT, "%s (%.1f s)", done, seconds(began)));
  }

  private static double seconds(long since) {
    return Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0;
  }

  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }
}
