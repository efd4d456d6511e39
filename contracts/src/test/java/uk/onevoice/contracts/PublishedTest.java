package uk.onevoice.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What was published holds: a schema only gains optional properties. {@code published.json} keeps
 * of each schema its properties (without their descriptions) and which of them are required.
 */
class PublishedTest {
  private static final Path FILE = Contracts.folder().resolve("published.json");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Test
  void nothing_published_has_changed_but_for_new_optional_properties() throws IOException {
    var today = today();
    if (System.getProperty("contracts.publish", "no").equals("yes")) {
      assertThat(broken(Contracts.json(FILE), today)).isEmpty();
      Files.writeString(FILE, written(today));
    }
    JsonNode published = Contracts.json(FILE);
    assertThat(broken(published, today)).isEmpty();
    assertThat(today.keySet())
        .filteredOn(id -> !today.get(id).equals(published.path(id)))
        .as("new and not yet in published.json: contracts/events/README.md, step 5")
        .isEmpty();
  }

  @Test
  void a_change_of_what_was_published_is_seen() throws IOException {
    JsonNode published =
        MAPPER.readTree(
            """
            {"s/Opened-v1": {"required": ["id"],
                             "properties": {"id": {"type": "string"}, "on": {"type": "string"}}}}
            """);
    assertThat(broken(published, one("[\"id\"]", "{\"type\":\"string\"}", "\"more\":{}")))
        .isEmpty();
    assertThat(broken(published, one("[\"id\",\"on\"]", "{\"type\":\"string\"}", "\"x\":{}")))
        .containsExactly("s/Opened-v1: required was [\"id\"], is [\"id\",\"on\"]");
    assertThat(broken(published, one("[\"id\"]", "{\"type\":\"number\"}", "\"x\":{}")))
        .containsExactly("s/Opened-v1: on was {\"type\":\"string\"}, is {\"type\":\"number\"}");
    assertThat(broken(published, new TreeMap<>())).containsExactly("s/Opened-v1 is gone");
  }

  @Test
  void an_object_in_a_property_gains_optional_properties_too() throws IOException {
    String items = "{\"type\":\"array\",\"items\":{\"properties\":{%s},\"required\":[\"a\"%s]}}";
    String a = "\"a\":{\"type\":\"string\"}";
    JsonNode published = MAPPER.valueToTree(one("[\"id\"]", items.formatted(a, ""), "\"x\":{}"));
    assertThat(broken(published, one("[\"id\"]", items.formatted(a + ",\"b\":{}", ""), "\"x\":{}")))
        .isEmpty();
    assertThat(
            broken(
                published, one("[\"id\"]", items.formatted(a + ",\"b\":{}", ",\"b\""), "\"x\":{}")))
        .hasSize(1);
    assertThat(broken(published, one("[\"id\"]", items.formatted("\"b\":{}", ""), "\"x\":{}")))
        .hasSize(1);
  }

  private static TreeMap<String, JsonNode> one(String required, String on, String more)
      throws IOException {
    var schemas = new TreeMap<String, JsonNode>();
    schemas.put(
        "s/Opened-v1",
        MAPPER.readTree(
            "{\"required\":%s,\"properties\":{\"id\":{\"type\":\"string\"},\"on\":%s,%s}}"
                .formatted(required, on, more)));
    return schemas;
  }

  private static List<String> broken(JsonNode published, TreeMap<String, JsonNode> today) {
    List<String> broken = new ArrayList<>();
    published
        .properties()
        .forEach(schema -> {
          JsonNode now = today.get(schema.getKey());
          if (now == null) {
            broken.add(schema.getKey() + " is gone");
            return;
          }
          compare(schema.getKey() + ": required", schema.getValue(), now, "required", broken);
          JsonNode properties = schema.getValue().path("properties");
          properties
              .fieldNames()
              .forEachRemaining(name ->
                  compare(
                      schema.getKey() + ": " + name,
                      properties,
                      now.path("properties"),
                      name,
                      broken));
        });
    return broken;
  }

  private static void compare(
      String what, JsonNode then, JsonNode now, String name, List<String> broken) {
    if (!holds(then.path(name), now.path(name))) {
      broken.add(what + " was " + then.path(name) + ", is " + now.path(name));
    }
  }

  /** An object inside a property may gain optional properties as the event itself may. */
  private static boolean holds(JsonNode then, JsonNode now) {
    if (!then.isObject() || !now.isObject()) {
      return then.equals(now);
    }
    return names(then).equals(names(now))
        && then.properties().stream()
            .allMatch(entry ->
                entry.getKey().equals("properties")
                    ? entry.getValue().properties().stream()
                        .allMatch(property ->
                            holds(
                                property.getValue(),
                                now.path("properties").path(property.getKey())))
                    : holds(entry.getValue(), now.path(entry.getKey())));
  }

  private static TreeSet<String> names(JsonNode object) {
    var names = new TreeSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static TreeMap<String, JsonNode> today() {
    var schemas = new TreeMap<String, JsonNode>();
    for (EventSchema schema : EventSchema.all()) {
      ObjectNode kept = MAPPER.createObjectNode();
      kept.set("required", MAPPER.valueToTree(new TreeSet<>(schema.required())));
      ObjectNode properties = kept.putObject("properties");
      new TreeSet<>(schema.properties())
          .forEach(name ->
              properties.set(
                  name, withoutWords(schema.tree().path("properties").path(name).deepCopy())));
      schemas.put(schema.id(), kept);
    }
    return schemas;
  }

  private static JsonNode withoutWords(JsonNode property) {
    if (property instanceof ObjectNode object) {
      object.remove(List.of("description", "examples", "title"));
      object.properties().forEach(entry -> withoutWords(entry.getValue()));
    }
    return property;
  }

  /** One line for each schema, so that a change of the file reads well. */
  private static String written(TreeMap<String, JsonNode> schemas) {
    List<String> lines = new ArrayList<>();
    schemas.forEach((id, schema) -> lines.add("  \"" + id + "\": " + schema));
    return lines.isEmpty() ? fail("no schema") : "{\n" + String.join(",\n", lines) + "\n}\n";
  }
}
