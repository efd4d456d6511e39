package uk.onevoice.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import uk.onevoice.stack.Main;
import uk.onevoice.stack.Ports;
import uk.onevoice.stack.Settings;
import uk.onevoice.stack.Site;
import uk.onevoice.stack.Tokens;

/**
 * All of OneVoice with the demonstration ICS, for the bench alone: a folder and ports of its own
 * beside whatever else runs, gone afterwards.
 */
final class OwnStack implements AutoCloseable {
  private static final List<String> PARTS =
      List.of(
          "router",
          "organisations",
          "relationships",
          "meetings",
          "mandates",
          "projection",
          "feeds",
          "web",
          "keycloak",
          "postgres",
          "kafka",
          "controller",
          "partners",
          "mail",
          "mailboxes");
  private static final String FOLDER = ".state/bench";
  private static final long STOP_SECONDS = 300;

  private final Path root = Site.rootAbove(Path.of(""));
  private final Ports ports = Ports.free(PARTS);
  private final Process process;
  private final Tokens tokens;
  private final Map<String, String> more;

  OwnStack() throws IOException, InterruptedException {
    this(Map.of());
  }

  /**
   * @param more what its services are told besides, as environment variables
   */
  OwnStack(Map<String, String> more) throws IOException, InterruptedException {
    this.more = Map.copyOf(more);
    // What a bench that was killed has left: its folder knows the processes.
    told("down");
    delete(root.resolve(FOLDER));
    process = start("run");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.toHandle().destroy()));
    try {
      awaitReady();
    } catch (IOException | RuntimeException failed) {
      close();
      throw failed;
    }
    tokens = Tokens.from(origin() + "/auth/realms/onevoice");
  }

  private Process start(String... arguments) throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx160m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()),
                Stream.of(arguments))
            .toList();
    var builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment());
    return builder.start();
  }

  private Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("ONEVOICE_FOLDER", FOLDER);
    // One caller stands for all of England here.
    variables.put("ONEVOICE_EDGE_RATE_REQUESTS", "1000000000");
    ports
        .byName()
        .forEach((name, port) ->
            variables.put(
                "ONEVOICE_PORT_" + name.toUpperCase(Locale.ROOT), Integer.toString(port)));
    return variables;
  }

  private void awaitReady() throws IOException {
    var said = new StringBuilder();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith("OneVoice is ready")) {
        Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(_ -> {}));
        return;
      }
    }
    throw new IOException("The stack did not start:\n" + said);
  }

  URI origin() {
    return URI.create("http://localhost:" + ports.of("router"));
  }

  /** A service itself, without the router in front of it. */
  URI service(String name) {
    return URI.create("http://127.0.0.1:" + ports.of(name));
  }

  String token(String person) {
    return tokens.of(person);
  }

  /** The address of its PostgreSQL, for the superuser. */
  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + ports.of("postgres") + "/" + database;
  }

  String superuserPassword() {
    return Settings.local().get("secret.postgres");
  }

  /** Processor time that each part has used up to now, with the processes that it started. */
  Map<String, Duration> cpu() throws IOException {
    Map<String, Duration> used = new TreeMap<>();
    try (DirectoryStream<Path> known =
        Files.newDirectoryStream(root.resolve(FOLDER).resolve("pids"), "*.pid")) {
      for (Path file : known) {
        String part = file.getFileName().toString().replace(".pid", "");
        // The router's process is the one that started all the others.
        if (!part.equals("stack")) {
          used.put(part, ProcessHandle.of(pid(file)).map(Cpu::used).orElse(Duration.ZERO));
        }
      }
    }
    return used;
  }

  private static long pid(Path file) throws IOException {
    var facts = new Properties();
    try (InputStream stored = Files.newInputStream(file)) {
      facts.load(stored);
    }
    return Long.parseLong(facts.getProperty("pid"));
  }

  /** Imports a folder of official files as {@code make import} does; its last words. */
  String importing(Path folder) throws IOException, InterruptedException {
    return told("import", folder.toString());
  }

  /** Runs a command of the stack to its end; what it said. */
  private String told(String... arguments) throws IOException, InterruptedException {
    Process command = start(arguments);
    String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (command.waitFor() != 0) {
      throw new IOException(String.join(" ", arguments) + " failed:\n" + said);
    }
    return said;
  }

  @Override
  public void close() throws InterruptedException, IOException {
    // By its handle: a process that is destroyed has its output closed while it says what it stops.
    process.toHandle().destroy();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    delete(root.resolve(FOLDER));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
