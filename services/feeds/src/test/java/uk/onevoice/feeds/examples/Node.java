package uk.onevoice.feeds.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;

/** The Node that Playwright's driver brings: a new one, whatever the machine has. */
public final class Node {
  private static final Path PROGRAM = Path.of("target", "node").toAbsolutePath();

  private Node() {}

  public static synchronized Path program() {
    if (!Files.isExecutable(PROGRAM)) {
      String name = "driver/" + platform() + "/node";
      Path half = PROGRAM.resolveSibling("node.new");
      try (InputStream packed =
          Objects.requireNonNull(Node.class.getClassLoader().getResourceAsStream(name), name)) {
        Files.copy(packed, half, StandardCopyOption.REPLACE_EXISTING);
        if (!half.toFile().setExecutable(true)) {
          throw new IOException(half + " cannot be made executable");
        }
        Files.move(half, PROGRAM, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return PROGRAM;
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    boolean arm = System.getProperty("os.arch").matches("aarch64|arm64");
    return (system.contains("mac") ? "mac" : "linux") + (arm ? "-arm64" : "");
  }
}
