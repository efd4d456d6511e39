package uk.onevoice.stack;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As whom PostgreSQL runs: it refuses root. An ordinary user runs it as himself. Root runs it in a
 * user namespace of its own; where those are forbidden, as `nobody` in a folder that `nobody` can
 * reach.
 *
 * @param owner uid that must own the data, or null where the starter does
 */
record PostgresAccount(List<String> prefix, Path program, Path data, @Nullable Integer owner) {
  private static final int NOBODY = 65534;

  static PostgresAccount choose(Site site, Path program) throws IOException {
    var folder = site.folder().resolve("postgres");
    Files.createDirectories(folder);
    var own = new PostgresAccount(List.of(), program, folder.resolve("data"), null);
    if (new UnixSystem().getUid() != 0) {
      return own;
    }
    if (Programs.find("unshare").isPresent() && Programs.succeeds("unshare", "-U", "true")) {
      return new PostgresAccount(List.of("unshare", "-U"), program, own.data(), null);
    }
    if (Programs.find("setpriv").isPresent()) {
      return asNobody(site, program);
    }
    throw new StackFailure(
        "PostgreSQL does not run as root, and this machine has neither user namespaces nor"
            + " setpriv. Start OneVoice as an ordinary user.");
  }

  static PostgresAccount asNobody(Site site, Path program) throws IOException {
    var home =
        Path.of("/var/tmp", "onevoice-" + Digest.of(site.folder().toString()).substring(0, 12));
    var copy = home.resolve(program.getFileName());
    if (!Files.isDirectory(copy)) {
      copy(program, copy);
    }
    var account =
        new PostgresAccount(
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
            copy,
            home.resolve("data"),
            NOBODY);
    account.own(home);
    // `make reset` finds the data by this file.
    Files.writeString(site.folder().resolve("postgres/elsewhere"), home.toString());
    return account;
  }

  String program(String name) {
    return program.resolve("bin").resolve(name).toString();
  }

  void prepare(Path folder) throws IOException {
    Files.createDirectories(folder);
    own(folder);
  }

  void own(Path path) throws IOException {
    if (owner != null) {
      Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file,
                to.resolve(from.relativize(file).toString()),
                LinkOption.NOFOLLOW_LINKS,
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
