package uk.onevoice.stack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of others that the stack runs: fetched by Maven as {@code parts/pom.xml} says,
 * unpacked, and kept. A part is whole or not there: it is made beside its place and moved in.
 */
public final class Parts {
  private final Site site;
  private final Progress progress;

  public Parts(Site site, Progress progress) {
    this.site = site;
    this.progress = progress;
  }

  /** Folder of PostgreSQL, with bin, lib and share. */
  public Path postgres() throws Exception {
    return part("postgres", Parts::unpackPostgres);
  }

  /** Folder of the broker's libraries. */
  public Path kafka() throws Exception {
    return part("kafka", (fetched, into) -> Files.move(fetched, into));
  }

  /** Folder of the mail catcher, which is one library. */
  Path mail() throws Exception {
    return part("mail", (fetched, into) -> Files.move(fetched, into));
  }

  /** Keycloak's home, built for PostgreSQL and the path /auth. */
  Path keycloak() throws Exception {
    return part("keycloak", this::unpackKeycloak);
  }

  private interface Unpacking {
    void unpack(Path fetched, Path into) throws Exception;
  }

  private Path part(String name, Unpacking unpacking) throws Exception {
    Files.createDirectories(site.parts());
    var pom = site.root().resolve("platform/stack/parts/pom.xml");
    var place = site.parts().resolve(name + "-" + Digest.of(pom).substring(0, 12));
    if (Files.isDirectory(place)) {
      return place;
    }
    // Two stacks may start at once; the second waits for the first one's work.
    try (var channel =
            FileChannel.open(
                site.parts().resolve(name + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      if (!Files.isDirectory(place)) {
        // The lock went with whoever was killed at it; what he had started may still write.
        Programs.stopLeftOver(pids(), name + "-fetch");
        Programs.stopLeftOver(pids(), name + "-build");
        var fetched = site.parts().resolve(name + ".fetched");
        var made = site.parts().resolve(name + ".made");
        delete(fetched);
        delete(made);
        progress.timed(name, "fetching", "fetched", () -> fetch(name, pom, fetched));
        unpacking.unpack(fetched, made);
        Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
        delete(fetched);
      }
    }
    return place;
  }

  private void fetch(String name, Path pom, Path into) throws IOException, InterruptedException {
    Programs.run(
        pids(),
        name + "-fetch",
        Maven.command(
            site.root(),
            "-q",
            "-f",
            pom.toString(),
            "-P" + name,
            "-Dpostgres.platform=" + platform(),
            "-DoutputDirectory=" + into,
            "dependency:copy-dependencies"),
        site.root(),
        Map.of("JAVA_HOME", Programs.javaHome()),
        site.parts().resolve(name + "-fetch.log"));
  }

  /** Used under the lock of a part only. */
  private Path pids() {
    return site.parts().resolve("pids");
  }

  private static String platform() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var arm = System.getProperty("os.arch").matches("aarch64|arm64");
    if (system.contains("mac")) {
      return arm ? "darwin-arm64v8" : "darwin-amd64";
    }
    if (system.contains("linux")) {
      return arm ? "linux-arm64v8" : "linux-amd64";
    }
    throw new StackFailure("OneVoice runs on Linux and macOS, not on " + system + ".");
  }

  private static void unpackPostgres(Path fetched, Path into) throws IOException {
    try (var jars = Files.newDirectoryStream(fetched, "*.jar")) {
      for (var jar : jars) {
        try (var zip = new ZipFile(jar.toFile())) {
          var archive =
              zip.stream()
                  .filter(entry -> entry.getName().endsWith(".txz"))
                  .findFirst()
                  .orElseThrow();
          try (var in = zip.getInputStream(archive)) {
            untar(in, into);
          }
        }
      }
    }
  }

  private static void untar(InputStream compressed, Path into) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(compressed)))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        var target = inside(into, entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(target.getParent());
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(tar, target);
          if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, EXECUTABLE);
          }
        }
      }
    }
  }

  private void unpackKeycloak(Path fetched, Path into) throws Exception {
    progress.timed(
        "keycloak",
        "unpacking",
        "unpacked",
        () -> {
          try (var zips = Files.newDirectoryStream(fetched, "*.zip")) {
            for (var zip : zips) {
              unzipWithoutTop(zip, into);
            }
          }
        });
    progress.timed(
        "keycloak",
        "building once, kept for later starts",
        "built",
        () ->
            Programs.run(
                pids(),
                "keycloak-build",
                List.of(
                    into.resolve("bin/kc.sh").toString(),
                    "build",
                    "--db=postgres",
                    "--http-relative-path=/auth"),
                into,
                // It ends before code compiled twice has earned what that costs.
                Map.of(
                    "JAVA_HOME",
                    Programs.javaHome(),
                    "JAVA_OPTS_APPEND",
                    "-XX:TieredStopAtLevel=1"),
                site.parts().resolve("keycloak-build.log")));
  }

  private static void unzipWithoutTop(Path archive, Path into) throws IOException {
    try (var zip = new ZipFile(archive.toFile())) {
      for (var entry : zip.stream().toList()) {
        var name = entry.getName().substring(entry.getName().indexOf('/') + 1);
        if (name.isEmpty()) {
          continue;
        }
        var target = inside(into, name);
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.getParent());
        try (var in = zip.getInputStream(entry)) {
          Files.copy(in, target);
        }
        if (name.endsWith(".sh")) {
          Files.setPosixFilePermissions(target, EXECUTABLE);
        }
      }
    }
  }

  private static Path inside(Path folder, String name) throws IOException {
    var target = folder.resolve(name).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("An archive wants to write outside its folder: " + name);
    }
    return target;
  }

  /** Deletes a folder with all that is in it; links are deleted, not followed. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path done, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(done);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static final Set<PosixFilePermission> EXECUTABLE =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_EXECUTE);
}
