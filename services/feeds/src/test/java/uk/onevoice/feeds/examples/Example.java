package uk.onevoice.feeds.examples;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One of the programs in {@code examples}, started, killed, and started again. */
public final class Example implements AutoCloseable {
  private static final Path EXAMPLES = Path.of("examples").toAbsolutePath();

  private final List<String> command;
  private final Path folder;
  private @Nullable Process process;

  private Example(List<String> command, Path folder) {
    this.command = command;
    this.folder = folder;
  }

  /** Each gets a folder of its own for what it remembers, as its last argument. */
  public static Example of(Path parent, String file, String... arguments) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(file + ".state"));
    List<String> command = new ArrayList<>(interpreter(file));
    command.add(EXAMPLES.resolve(file).toString());
    command.addAll(List.of(arguments));
    command.add(folder.toString());
    return new Example(command, folder);
  }

  private static List<String> interpreter(String file) {
    return switch (file.substring(file.lastIndexOf('.'))) {
      case ".java" ->
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx64m",
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1");
      case ".ts" -> List.of(Node.program().toString());
      case ".sh" -> List.of("sh");
      default -> throw new IllegalArgumentException(file);
    };
  }

  public void start() throws IOException {
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(folder.resolve("said").toFile()))
            .start();
  }

  public void kill() throws InterruptedException {
    Process running = process;
    if (running != null) {
      // The shell's curl too.
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  Path folder() {
    return folder;
  }

  /** What it has said, for whom a test fails. */
  public String said() throws IOException {
    Path said = folder.resolve("said");
    return Files.exists(said) ? Files.readString(said) : "";
  }

  /** The events that it has dealt with, in its order. */
  public List<Map<String, Object>> events() throws IOException {
    Path events = folder.resolve("events.jsonl");
    return Files.exists(events)
        ? Files.readAllLines(events).stream()
            .map(line -> JsonPath.from(line).<String, Object>getMap(""))
            .toList()
        : List.of();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
