package uk.onevoice.testkit.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.onevoice.stack.Site;

/**
 * The permission matrix, read by itself: what a test expects must not come from the code that it
 * tests.
 */
final class Matrix {
  private static final String FILE = "platform/security/src/main/resources/permissions.yaml";

  private final JsonNode file;
  private final Map<String, Row> rows = new HashMap<>();
  private final Map<String, Row> parts = new HashMap<>();

  private Matrix(JsonNode file) {
    this.file = file;
    for (JsonNode service : file.path("operations")) {
      service
          .properties()
          .forEach(operation -> rows.put(operation.getKey(), row(operation.getValue())));
    }
    for (JsonNode service : file.path("parts")) {
      service.properties().forEach(part -> parts.put(part.getKey(), row(part.getValue())));
    }
  }

  static Matrix read() {
    try {
      return new Matrix(
          new ObjectMapper(new YAMLFactory())
              .readTree(Files.readString(Site.rootAbove(Path.of("")).resolve(FILE))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One row in the words of the file.
   *
   * @param in anywhere, place, ics, icb, body, group or person
   * @param outside not-allowed or not-found
   */
  record Row(
      Set<String> roles,
      boolean anyPerson,
      boolean newcomers,
      List<String> clients,
      boolean link,
      String in,
      String outside) {
    Row {
      roles = Set.copyOf(roles);
      clients = List.copyOf(clients);
    }
  }

  Optional<Row> row(String operation) {
    return Optional.ofNullable(rows.get(operation));
  }

  /** Who sees the part. */
  Row part(String name) {
    Row row = parts.get(name);
    if (row == null) {
      throw new IllegalArgumentException("No row for the part " + name);
    }
    return row;
  }

  /** The parts of one service's answers. */
  Set<String> partsOf(String service) {
    var names = new TreeSet<String>();
    file.path("parts").path(service).fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Every role that counts somewhere. */
  Set<String> roles() {
    var all = new TreeSet<String>();
    rows.values().forEach(row -> all.addAll(row.roles()));
    parts.values().forEach(row -> all.addAll(row.roles()));
    return all;
  }

  private Row row(JsonNode row) {
    var clients = new ArrayList<String>();
    row.path("clients").forEach(kind -> clients.add(kind.asText()));
    return new Row(
        roles(row.path("roles")),
        row.path("anyPerson").asBoolean(),
        row.path("newcomers").asBoolean(),
        clients,
        row.path("link").asBoolean(),
        row.path("in").asText("anywhere"),
        row.path("outside").asText("not-allowed"));
  }

  private Set<String> roles(JsonNode names) {
    var roles = new TreeSet<String>();
    if (names.isTextual()) {
      JsonNode group = file.path("roles").path(names.asText());
      roles.addAll(group.isMissingNode() ? Set.of(names.asText()) : roles(group));
    }
    names.forEach(name -> roles.addAll(roles(name)));
    return roles;
  }
}
