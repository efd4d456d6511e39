package uk.onevoice.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a stack lives: the repository, its own folder, its ports, its settings. Two stacks with
 * different folders and ports do not meet.
 *
 * @param throwaway the data may be lost when the machine fails, which is fast and right for tests
 */
public record Site(Path root, Path folder, Ports ports, Settings settings, boolean throwaway) {

  /** The repository that a folder lies in: the nearest one above with the stack's sources. */
  public static Path rootAbove(Path folder) {
    for (var at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("platform/stack/parts/pom.xml"))) {
        return at;
      }
    }
    throw new IllegalStateException("No OneVoice repository at or above " + folder);
  }

  /** Programs fetched once and shared by all stacks of this repository. */
  Path parts() {
    return root.resolve(".state/parts");
  }

  Path pids() {
    return folder.resolve("pids");
  }

  Path logs() {
    return folder.resolve("logs");
  }

  Path log(String name) {
    return logs().resolve(name + ".log");
  }
}
