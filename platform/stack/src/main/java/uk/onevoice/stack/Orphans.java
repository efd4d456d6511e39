package uk.onevoice.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * PostgreSQL servers and Kafka brokers that single tests and measures had for themselves, and that
 * outlived them: whoever was ended by force could not stop them.
 */
public final class Orphans {
  private static final Duration STOP = Duration.ofSeconds(5);
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private Orphans() {}

  /** Stops those of a repository whose master is gone, and deletes their folders. */
  public static void stop(Path root) throws IOException, InterruptedException {
    var place = root.resolve(".state/own");
    if (!Files.isDirectory(place)) {
      return;
    }
    try (var folders = Files.newDirectoryStream(place, Files::isDirectory)) {
      for (var folder : folders) {
        var pids = folder.resolve("pids");
        if (!Child.anyHasMaster(pids) && (Child.anyIsKnown(pids) || forgotten(folder))) {
          for (var orphan : Child.leftOvers(pids)) {
            orphan.stop(STOP);
          }
          Parts.delete(folder);
        }
      }
    }
  }

  /** Without any process in it, a folder may be one whose test has just begun. */
  private static boolean forgotten(Path folder) throws IOException {
    return Files.getLastModifiedTime(folder).toInstant().isBefore(Instant.now().minus(FORGOTTEN));
  }
}
