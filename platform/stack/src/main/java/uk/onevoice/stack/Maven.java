package uk.onevoice.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Calls of the repository's own Maven. */
final class Maven {
  /** Several Mavens run at once on a first start; they share one local repository. */
  private static final List<String> TOGETHER =
      List.of(
          "-Daether.syncContext.named.factory=file-lock",
          "-Daether.syncContext.named.nameMapper=file-gav");

  private Maven() {}

  static List<String> command(Path root, String... arguments) {
    var command = new ArrayList<>(List.of(root.resolve("mvnw").toString(), "-B"));
    command.addAll(TOGETHER);
    command.addAll(List.of(arguments));
    return command;
  }
}
