package uk.onevoice.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Programs that were built, each in a folder named for what it holds: one that has not changed
 * stays, with the start-up cache that belongs to it, and a newer one does not touch those that a
 * running stack has started. Shared by all stacks of a repository.
 */
final class Applications {
  private static final String IN_USE = "in-use";

  private final Path place;

  /** Of the next build: name of a program and of its folder. */
  private final Map<String, String> kept = new HashMap<>();

  private final Map<String, Path> used = new HashMap<>();

  /** As long as this process lives, what it uses is not deleted. */
  private final List<FileLock> holds = new ArrayList<>();

  Applications(Path place) {
    this.place = place;
  }

  /** Uses the programs built of these sources from now on; false when there are none. */
  boolean use(String sources) throws IOException {
    var build = build(sources);
    if (!Files.exists(build)) {
      return false;
    }
    var names = new Properties();
    try (var in = Files.newInputStream(build)) {
      names.load(in);
    }
    for (var program : names.stringPropertyNames()) {
      var folder = place.resolve(names.getProperty(program));
      if (!hold(folder)) {
        return false;
      }
      used.put(program, folder);
    }
    return true;
  }

  Path folder(String program) {
    var folder = used.get(program);
    if (folder == null) {
      throw new IllegalStateException("Nothing was built of " + program);
    }
    return folder;
  }

  /** Copies a program, which is what these files and folders hold. */
  void keep(String program, List<Path> parts) throws IOException {
    var digest = new StringBuilder();
    for (var part : parts) {
      digest.append(digest(part));
    }
    var name = program + "-" + Digest.of(digest.toString()).substring(0, 12);
    var folder = place.resolve(name);
    if (!Files.exists(folder.resolve(IN_USE))) {
      var half = place.resolve(name + ".new");
      Parts.delete(half);
      Parts.delete(folder);
      Files.createDirectories(half);
      for (var part : parts) {
        copy(part, Files.isDirectory(part) ? half : half.resolve(part.getFileName()));
      }
      Files.createFile(half.resolve(IN_USE));
      Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    kept.put(program, name);
  }

  /** What was kept is what these sources make; older programs that nobody uses are deleted. */
  void made(String sources) throws IOException {
    var names = new Properties();
    names.putAll(kept);
    var half = place.resolve("build.new");
    try (var out = Files.newBufferedWriter(half)) {
      names.store(out, null);
    }
    Files.move(half, build(sources), StandardCopyOption.ATOMIC_MOVE);
    for (var file : entries()) {
      var name = file.getFileName().toString();
      if (name.equals(build(sources).getFileName().toString()) || kept.containsValue(name)) {
        continue;
      }
      if (Files.isDirectory(file)) {
        deleteUnused(file);
      } else {
        Files.delete(file);
      }
    }
  }

  private Path build(String sources) {
    return place.resolve("build-" + sources.substring(0, 12) + ".properties");
  }

  private List<Path> entries() throws IOException {
    try (var all = Files.list(place)) {
      return all.toList();
    }
  }

  private boolean hold(Path folder) throws IOException {
    try {
      var file = FileChannel.open(folder.resolve(IN_USE), StandardOpenOption.READ);
      holds.add(file.lock(0, Long.MAX_VALUE, true));
    } catch (NoSuchFileException _) {
      return false;
    } catch (OverlappingFileLockException _) {
      // This very process holds it already.
    }
    // Deleted between opening and locking, it would be held in vain.
    return Files.exists(folder.resolve(IN_USE));
  }

  private static void deleteUnused(Path folder) throws IOException {
    try (var file = FileChannel.open(folder.resolve(IN_USE), StandardOpenOption.WRITE);
        var lock = file.tryLock()) {
      if (lock != null) {
        Parts.delete(folder);
      }
    } catch (NoSuchFileException _) {
      // Half of one, or of an older layout.
      Parts.delete(folder);
    } catch (OverlappingFileLockException _) {
      // In use by this very process.
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static String digest(Path part) throws IOException {
    try (var files = Files.walk(part)) {
      var lines = new ArrayList<String>();
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        lines.add(part.relativize(file) + " " + Digest.of(file));
      }
      return lines.stream().collect(Collectors.joining("\n"));
    }
  }
}
