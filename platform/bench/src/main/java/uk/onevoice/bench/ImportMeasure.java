package uk.onevoice.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.onevoice.stack.Site;

/**
 * P10: the official files of all of England, from the folder to the views, as {@code make import}
 * does it. The folder is {@code ODS}, else the one beside the repository.
 */
final class ImportMeasure implements Measure {
  private static final Duration GOAL = Duration.ofSeconds(30);

  @Override
  public Set<String> numbers() {
    return Set.of("P10");
  }

  @Override
  public List<Verdict> measure(Ground ground) throws Exception {
    Path folder =
        Site.rootAbove(Path.of(""))
            .resolve(System.getenv().getOrDefault("ODS", "../shared/ods"))
            .normalize();
    if (!Files.isDirectory(folder)) {
      throw new IOException("ODS=<folder> says where the official files are; none at " + folder);
    }
    try (OwnStack stack = new OwnStack()) {
      Duration cpu = Cpu.used();
      long began = System.nanoTime();
      String said = stack.importing(folder);
      double seconds = (System.nanoTime() - began) / 1e9;
      return List.of(
          new Verdict(
              "P10",
              "import of England, files to views: %.1f s, %.1f s CPU (%s)"
                  .formatted(seconds, Cpu.used().minus(cpu).toMillis() / 1e3, lastLine(said)),
              "goal %d s".formatted(GOAL.toSeconds()),
              seconds <= GOAL.toSeconds()));
    }
  }

  private static String lastLine(String said) {
    try (Stream<String> lines = said.lines()) {
      return lines.filter(line -> !line.isBlank()).reduce("", (_, last) -> last);
    }
  }
}
