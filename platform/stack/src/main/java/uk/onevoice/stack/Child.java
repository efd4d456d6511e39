package uk.onevoice.stack;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that a stack started. A file remembers its number and when it began, so that a later
 * run of the stack can stop it, and never stops a stranger that got the same number.
 */
final class Child {
  private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

  private final ProcessHandle handle;
  private final Path file;
  private final String signal;

  private Child(ProcessHandle handle, Path file, String signal) {
    this.handle = handle;
    this.file = file;
    this.signal = signal;
  }

  /**
   * Starts a process away from the terminal, so that Ctrl-C reaches the stack only, which then
   * stops its parts in order.
   *
   * @param signal how it is asked to stop: TERM or INT
   */
  static Child start(
      Path pids,
      String name,
      String signal,
      List<String> command,
      Map<String, String> environment,
      Path log)
      throws IOException {
    return start(pids, name, signal, command, environment, log, requireNonNull(pids.getParent()));
  }

  /**
   * The same, in a folder.
   *
   * @param folder where the process works
   */
  static Child start(
      Path pids,
      String name,
      String signal,
      List<String> command,
      Map<String, String> environment,
      Path log,
      Path folder)
      throws IOException {
    Files.createDirectories(pids);
    Files.createDirectories(log.toAbsolutePath().getParent());
    var line = new ArrayList<>(ownSession());
    line.addAll(command);
    var builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().putAll(environment);
    var handle = builder.start().toHandle();
    var file = pids.resolve(name + ".pid");
    write(file, handle, signal);
    return new Child(handle, file, signal);
  }

  /** The process of this name that an earlier run started and that is still alive. */
  static Optional<Child> leftOver(Path pids, String name) throws IOException {
    var file = pids.resolve(name + ".pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var properties = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      properties.load(in);
    }
    var began = Instant.ofEpochMilli(Long.parseLong(properties.getProperty("began", "0")));
    return ProcessHandle.of(Long.parseLong(properties.getProperty("pid", "0")))
        .filter(handle -> beganAt(handle, began))
        .map(handle -> new Child(handle, file, properties.getProperty("signal", "TERM")));
  }

  /** Remembers this very process under a name. */
  static void rememberSelf(Path pids, String name) throws IOException {
    Files.createDirectories(pids);
    write(pids.resolve(name + ".pid"), ProcessHandle.current(), "TERM");
  }

  static void forget(Path pids, String name) throws IOException {
    Files.deleteIfExists(pids.resolve(name + ".pid"));
  }

  String name() {
    return file.getFileName().toString().replace(".pid", "");
  }

  boolean alive() {
    return handle.isAlive();
  }

  long pid() {
    return handle.pid();
  }

  /** Asks, waits, and ends it by force only when it does not listen. */
  void stop(Duration patience) throws IOException, InterruptedException {
    if (handle.isAlive()) {
      signal(signal);
      if (!gone(patience)) {
        handle.destroyForcibly();
        gone(Duration.ofSeconds(10));
      }
    }
    Files.deleteIfExists(file);
  }

  void kill() throws IOException, InterruptedException {
    handle.destroyForcibly();
    gone(Duration.ofSeconds(10));
    Files.deleteIfExists(file);
  }

  private boolean gone(Duration patience) throws InterruptedException {
    try {
      handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(handle.pid()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static boolean beganAt(ProcessHandle handle, Instant began) {
    return handle
        .info()
        .startInstant()
        .map(start -> Duration.between(start, began).abs().compareTo(CLOCK_STEP) <= 0)
        .orElse(false);
  }

  private static void write(Path file, ProcessHandle handle, String signal) throws IOException {
    var began = handle.info().startInstant().orElse(Instant.now());
    var half = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(
        half,
        "pid=%d%nbegan=%d%nsignal=%s%n".formatted(handle.pid(), began.toEpochMilli(), signal));
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<String> ownSession() {
    if (Programs.find("setsid").isPresent()) {
      return List.of("setsid");
    }
    // macOS has no setsid, but always perl.
    return List.of("perl", "-e", "setpgrp(0, 0); exec @ARGV", "--");
  }
}
