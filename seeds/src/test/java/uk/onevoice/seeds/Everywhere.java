package uk.onevoice.seeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import uk.onevoice.testkit.stack.Canaries;
import uk.onevoice.testkit.stack.Canaries.Search;
import uk.onevoice.testkit.stack.Database;
import uk.onevoice.testkit.stack.RunningStack;

/**
 * All that a whole system leaves behind, looked through for words: every row of every table, every
 * record of every topic, what was logged, and the files of PostgreSQL and Kafka, in which deleted
 * rows and the write-ahead log still are.
 */
final class Everywhere {
  private static final int CHUNK = 1 << 22;
  private static final String[] TABLES = {"TABLE"};

  private final WholeSystem system;
  private final List<String> words;

  Everywhere(WholeSystem system, String... words) {
    this.system = system;
    this.words = List.of(words);
  }

  List<String> inTables() throws SQLException {
    List<String> found = new ArrayList<>();
    try (Canaries canaries = canaries()) {
      for (Map.Entry<String, Database> database : system.databases().entrySet()) {
        try (Connection connection = RunningStack.get().superuser(database.getValue().name())) {
          Search search = canaries.inTables(connection);
          assertThat(search.places()).as("tables of %s", database.getKey()).isPositive();
          search.found().forEach(where -> found.add(database.getKey() + ", " + where));
        }
      }
    }
    return found;
  }

  List<String> inTopics() {
    try (Canaries canaries = canaries()) {
      return canaries.inTopics(system.topics()).found();
    }
  }

  /** How many rows each table of this name has, one number for each database that has it. */
  List<Long> rowsOf(String table) throws SQLException {
    List<Long> rows = new ArrayList<>();
    for (Database database : system.databases().values()) {
      try (Connection connection = RunningStack.get().superuser(database.name());
          ResultSet found = connection.getMetaData().getTables(null, null, table, TABLES)) {
        while (found.next()) {
          rows.add(count(connection, found.getString("TABLE_SCHEM") + "." + table));
        }
      }
    }
    return rows;
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  private Canaries canaries() {
    return Canaries.of(words.toArray(String[]::new));
  }

  List<String> inLogs() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path log : system.logs()) {
      assertThat(Files.size(log)).as("what %s says", log).isPositive();
      found.addAll(inFile(log));
    }
    return found;
  }

  /** Files come and go while one looks. */
  List<String> onDisk() throws IOException {
    List<String> found = new ArrayList<>();
    Files.walkFileTree(
        RunningStack.get().folder(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()) {
              try {
                found.addAll(inFile(file));
              } catch (NoSuchFileException gone) {
                return FileVisitResult.CONTINUE;
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private List<String> inFile(Path file) throws IOException {
    TreeSet<String> found = new TreeSet<>();
    try (InputStream in = Files.newInputStream(file)) {
      String end = "";
      for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
        String text = end + new String(chunk, ISO_8859_1);
        words.stream().filter(text::contains).forEach(word -> found.add(file + ": " + word));
        end = text.substring(Math.max(0, text.length() - 100));
      }
    }
    return List.copyOf(found);
  }
}
