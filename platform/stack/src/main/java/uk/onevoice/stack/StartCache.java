package uk.onevoice.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What Java remembers of one run of a program so that the next ones start in a third of the time
 * (an AOT cache). The first run of a program writes it when it stops; it is whole or not there.
 */
final class StartCache {
  private static final String QUIET = "-Xlog:aot*=error,cds*=off";

  private enum Use {
    READ,
    WRITE,
    NONE
  }

  private final Path place;
  private final Path made;
  private final Use use;

  private StartCache(Path place, Path made, Use use) {
    this.place = place;
    this.made = made;
    this.use = use;
  }

  /**
   * @param place where the cache is kept
   * @param own a folder of the run's own, on the same disk
   * @param mayWrite whether the run may take the time to write it when it stops
   */
  static StartCache of(Path place, Path own, boolean mayWrite) throws IOException {
    var made = own.resolve("start.aot.new");
    Files.deleteIfExists(made);
    if (Files.exists(place)) {
      return new StartCache(place, made, Use.READ);
    }
    return new StartCache(place, made, mayWrite ? Use.WRITE : Use.NONE);
  }

  List<String> options() {
    return switch (use) {
      case READ -> List.of("-XX:AOTCache=" + place, QUIET);
      case WRITE -> List.of("-XX:AOTCacheOutput=" + made, QUIET);
      case NONE -> List.of();
    };
  }

  /** Whether this run writes the cache when it stops, which takes it a few seconds. */
  boolean isMade() {
    return use == Use.WRITE;
  }

  /** Called when the run has stopped: what it wrote is there for the next one. */
  void keep() throws IOException {
    if (use == Use.WRITE && Files.exists(made)) {
      Files.move(made, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
