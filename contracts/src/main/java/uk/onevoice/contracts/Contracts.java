package uk.onevoice.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The files of the repository as the checks read them, wherever in it a test runs. */
public final class Contracts {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  // As OpenAPI and AsyncAPI read YAML: "on" is a word, and a name that our days have.
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS).build();
  private static final Map<Path, JsonNode> READ = new ConcurrentHashMap<>();

  private Contracts() {}

  /** The folder {@code contracts} of the repository the test runs in. */
  public static Path folder() {
    return repository().resolve("contracts");
  }

  public static Path repository() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("contracts/problems.md"))) {
        return folder;
      }
    }
    throw new IllegalStateException("No contracts/problems.md above " + start);
  }

  /**
   * Files below this folder whose name ends so, in the order of their names; none without folder.
   */
  public static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  public static JsonNode json(Path file) {
    return tree(JSON, file);
  }

  /**
   * Read once for all who ask: a document has thousands of references into itself. Not to change.
   */
  public static JsonNode yaml(Path file) {
    return READ.computeIfAbsent(file.toAbsolutePath().normalize(), path -> tree(YAML, path));
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException cause) {
      throw new UncheckedIOException("Cannot read " + file, cause);
    }
  }

  private static JsonNode tree(ObjectMapper mapper, Path file) {
    try {
      return mapper.readTree(text(file));
    } catch (IOException cause) {
      throw new UncheckedIOException(file + " cannot be read: " + cause.getMessage(), cause);
    }
  }
}
