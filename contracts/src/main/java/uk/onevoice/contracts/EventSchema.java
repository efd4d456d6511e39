package uk.onevoice.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One version of one event's shape, as {@code contracts/events/<service>/<Type>-v<n>.json} says it.
 *
 * @param service whose event it is
 * @param type the event's type, which is the record's simple name
 */
public record EventSchema(String service, String type, int version, Path file, JsonNode tree) {
  private static final Pattern NAME = Pattern.compile("([A-Z][A-Za-z]*)-v([1-9][0-9]*)\\.json");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /** Reads the file. Fails with its name when it is not called as schemas are. */
  public static EventSchema of(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      throw new IllegalArgumentException(file + " is not called <Type>-v<n>.json");
    }
    return new EventSchema(
        Objects.requireNonNull(file.getParent()).getFileName().toString(),
        name.group(1),
        Integer.parseInt(name.group(2)),
        file,
        Contracts.json(file));
  }

  /** A service's schemas, all versions. */
  public static List<EventSchema> of(String service) {
    return Contracts.files(Contracts.folder().resolve("events").resolve(service), ".json").stream()
        .map(EventSchema::of)
        .toList();
  }

  /** The schemas of all services. */
  public static List<EventSchema> all() {
    return Contracts.files(Contracts.folder().resolve("events"), ".json").stream()
        .map(EventSchema::of)
        .toList();
  }

  public Set<String> properties() {
    Set<String> names = new LinkedHashSet<>();
    tree.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  public Set<String> required() {
    Set<String> names = new LinkedHashSet<>();
    tree.path("required").forEach(name -> names.add(name.asText()));
    return names;
  }

  public List<JsonNode> examples() {
    List<JsonNode> examples = new ArrayList<>();
    tree.path("examples").forEach(examples::add);
    return examples;
  }

  /** What is wrong with this payload by the schema, formats included; nothing for a valid one. */
  public List<String> errors(JsonNode payload) {
    Schema schema = REGISTRY.getSchema(tree.toString(), InputFormat.JSON);
    return schema
        .validate(
            payload.toString(),
            InputFormat.JSON,
            run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  /** As it is named elsewhere: {@code mandates/ConsentGranted-v1}. */
  public String id() {
    return service + "/" + type + "-v" + version;
  }
}
