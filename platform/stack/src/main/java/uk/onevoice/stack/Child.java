package uk.onevoice.stack;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A process that a stack started. A file remembers its number and its birth, so that a later run of
 * the stack can stop it, and never stops a stranger that got the same number; and who started it,
 * so that one whose master is gone can be told from one that is somebody's.
 */
final class Child {
  private static final String SUFFIX = ".pid";
  private static final Duration FORCED = Duration.ofSeconds(10);
  private static final long EVERY_MILLIS = 50;

  private final ProcessHandle handle;
  private final Path file;
  private final String signal;
  private final @Nullable Process process;

  private Child(ProcessHandle handle, Path file, String signal, @Nullable Process process) {
    this.handle = handle;
    this.file = file;
    this.signal = signal;
    this.process = process;
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
    Files.createDirectories(log.toAbsolutePath().getParent());
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return start(pids, name, signal, builder);
  }

  /** The same, of what a caller has put together: where its output goes is the caller's choice. */
  static Child start(Path pids, String name, String signal, ProcessBuilder builder)
      throws IOException {
    Files.createDirectories(pids);
    var line = new ArrayList<>(ownSession());
    line.addAll(builder.command());
    var process =
        builder
            .command(line)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    var file = file(pids, name);
    write(file, process.toHandle(), signal);
    return new Child(process.toHandle(), file, signal, process);
  }

  /** The process of this name that an earlier run started and that is still alive. */
  static Optional<Child> leftOver(Path pids, String name) throws IOException {
    var file = file(pids, name);
    return Files.exists(file) ? alive(file, read(file)) : Optional.empty();
  }

  /** Those in this folder that are still alive, in the order of their names; never this process. */
  static List<Child> leftOvers(Path pids) throws IOException {
    var found = new ArrayList<Child>();
    for (var file : files(pids)) {
      alive(file, read(file))
          .filter(child -> child.pid() != ProcessHandle.current().pid())
          .ifPresent(found::add);
    }
    return found;
  }

  /** Whether somebody who started one of these is still there. */
  static boolean anyHasMaster(Path pids) throws IOException {
    for (var file : files(pids)) {
      var facts = read(file);
      if (process(facts, "owner", "owner.born").isPresent()) {
        return true;
      }
    }
    return false;
  }

  static boolean anyIsKnown(Path pids) throws IOException {
    return !files(pids).isEmpty();
  }

  private static List<Path> files(Path pids) throws IOException {
    if (!Files.isDirectory(pids)) {
      return List.of();
    }
    try (var all = Files.list(pids)) {
      return all.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }

  /** Remembers this very process under a name. */
  static void rememberSelf(Path pids, String name) throws IOException {
    Files.createDirectories(pids);
    write(file(pids, name), ProcessHandle.current(), "TERM");
  }

  static void forget(Path pids, String name) throws IOException {
    Files.deleteIfExists(file(pids, name));
  }

  String name() {
    return file.getFileName().toString().replace(SUFFIX, "");
  }

  boolean alive() {
    return handle.isAlive();
  }

  long pid() {
    return handle.pid();
  }

  /** What it writes, of one started here whose output goes nowhere else. */
  InputStream output() {
    return requireNonNull(process).getInputStream();
  }

  /** Waits until it has ended, of one started here; its exit code. */
  int await() throws InterruptedException, IOException {
    var code = requireNonNull(process).waitFor();
    Files.deleteIfExists(file);
    return code;
  }

  /** Asks, waits, and ends it by force only when it does not listen; with what it has started. */
  void stop(Duration patience) throws IOException, InterruptedException {
    if (handle.isAlive()) {
      signalGroup(signal);
      if (!gone(patience)) {
        signalGroup("KILL");
        gone(FORCED);
      }
    }
    endGroup();
    Files.deleteIfExists(file);
  }

  void kill() throws IOException, InterruptedException {
    handle.destroyForcibly();
    gone(FORCED);
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

  /** What it started may take a moment longer than itself: Maven's tests, for one. */
  private void endGroup() throws IOException, InterruptedException {
    var end = System.nanoTime() + FORCED.toNanos();
    while (shell("kill -s 0 -- -\"$0\"")) {
      if (System.nanoTime() > end) {
        shell("kill -s KILL -- -\"$0\"");
        return;
      }
      TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
    }
  }

  /** The whole group of a child of ours; of a stack in a terminal, which leads none, itself. */
  private void signalGroup(String name) throws IOException, InterruptedException {
    shell("kill -s %1$s -- -\"$0\" || kill -s %1$s \"$0\"".formatted(name));
  }

  /** The shell's own `kill`: not every machine has one as a program. */
  private boolean shell(String line) throws IOException, InterruptedException {
    return new ProcessBuilder("/bin/sh", "-c", line, Long.toString(handle.pid()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  private static Path file(Path pids, String name) {
    return pids.resolve(name + SUFFIX);
  }

  private static Properties read(Path file) throws IOException {
    var facts = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      facts.load(in);
    }
    return facts;
  }

  private static Optional<Child> alive(Path file, Properties facts) {
    return process(facts, "pid", "born")
        .map(handle -> new Child(handle, file, facts.getProperty("signal", "TERM"), null));
  }

  private static Optional<ProcessHandle> process(Properties facts, String pid, String born) {
    return ProcessHandle.of(Long.parseLong(facts.getProperty(pid, "0")))
        .filter(handle -> born(handle).filter(facts.getProperty(born, "")::equals).isPresent());
  }

  /**
   * When a process began, as nobody else of its number can have: the kernel's ticks since it
   * started, which do not move when the clock is set. Empty for one that has ended.
   */
  private static Optional<String> born(ProcessHandle handle) {
    if (!Files.isDirectory(Path.of("/proc/self"))) {
      return handle.info().startInstant().map(start -> Long.toString(start.toEpochMilli()));
    }
    try {
      var stat = Files.readString(Path.of("/proc/" + handle.pid() + "/stat"));
      // The name in brackets may hold spaces; the state comes first behind it.
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      var boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
      return fields[0].equals("Z") ? Optional.empty() : Optional.of(boot + "/" + fields[19]);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static void write(Path file, ProcessHandle handle, String signal) throws IOException {
    var self = ProcessHandle.current();
    var half = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(
        half,
        "pid=%d%nborn=%s%nsignal=%s%nowner=%d%nowner.born=%s%n"
            .formatted(
                handle.pid(), born(handle).orElse(""), signal, self.pid(), born(self).orElse("")));
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
