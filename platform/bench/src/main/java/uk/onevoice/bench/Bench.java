package uk.onevoice.bench;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.onevoice.stack.Orphans;
import uk.onevoice.stack.Site;

/**
 * Measures every goal, or those that {@code ONLY} names (P2,P4), and prints a line for each: its
 * number, what was measured, the reference beside it, and whether that is ok or short.
 */
public final class Bench {
  private static final List<Measure> ALL =
      List.of(
          new CommandMeasure(),
          new AppenderMeasure(),
          new ConsumingMeasure(),
          new ViewMeasure(),
          new FreshnessMeasure(),
          new AnyDayMeasure(),
          new ImportMeasure(),
          new RevocationMeasure(),
          new LongStreamMeasure(),
          new CaptureMeasure(),
          new FeedMeasure(),
          new WebhookMeasure());

  private Bench() {}

  public static void main(String[] args) throws Exception {
    Set<String> only = only();
    System.out.println(
        "Measured here and now, each against a reference in the same run; at best beside nothing else.");
    Path state = Site.rootAbove(Path.of("")).resolve(".state");
    Files.createDirectories(state);
    try (var channel =
            FileChannel.open(
                state.resolve("bench.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      if (lock == null) {
        System.err.println("Another `make bench` is running in this repository.");
        System.exit(1);
      }
      System.exit(measured(only) ? 0 : 1);
    }
  }

  /** Whether all could be measured, short or not. */
  private static boolean measured(Set<String> only) throws Exception {
    Orphans.stop(Site.rootAbove(Path.of("")));
    int failed = 0;
    try (var ground = new Ground()) {
      // Ctrl-C ends this program, but not what it has started away from the terminal.
      Runtime.getRuntime().addShutdownHook(new Thread(ground::close));
      for (Measure measure : ALL) {
        if (only.isEmpty() || measure.numbers().stream().anyMatch(only::contains)) {
          failed += report(measure, ground);
        }
      }
    }
    return failed == 0;
  }

  private static int report(Measure measure, Ground ground) throws InterruptedException {
    try {
      measure.measure(ground).forEach(verdict -> System.out.println(verdict.line()));
      return 0;
    } catch (InterruptedException ended) {
      throw ended;
    } catch (Exception failed) {
      System.out.println(
          String.join(",", measure.numbers()) + "  could not be measured: " + failed);
      failed.printStackTrace(System.err);
      return 1;
    }
  }

  private static Set<String> only() {
    String only = System.getenv().getOrDefault("ONLY", "");
    return Arrays.stream(only.split("[, ]+"))
        .filter(number -> !number.isBlank())
        .collect(Collectors.toSet());
  }
}
