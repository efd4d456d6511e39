package uk.onevoice.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What the parts of a stack have written. */
final class Logs {
  private static final int LINES = 25;

  private Logs() {}

  /** The last lines of a log, with the way to the rest. */
  static String end(Path log) throws IOException {
    if (!Files.exists(log)) {
      return "It wrote nothing.";
    }
    var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    return lines.stream()
        .skip(Math.max(0, lines.size() - LINES))
        .collect(Collectors.joining("\n", "The end of " + log + ":\n", ""));
  }
}
