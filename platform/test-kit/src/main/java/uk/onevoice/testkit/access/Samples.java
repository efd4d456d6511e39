package uk.onevoice.testkit.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;

/**
 * Values that a document's schemas allow: what the test knows by that name, else the least that
 * they ask for.
 */
final class Samples {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final UUID SOME_ID = UUID.fromString("01932c07-0000-7000-8000-0000000fade0");

  private final JsonNode document;
  private final Map<String, String> known;

  Samples(JsonNode document, Map<String, String> known) {
    this.document = document;
    this.known = Map.copyOf(known);
  }

  boolean knows(String name) {
    return known.containsKey(name);
  }

  JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : resolved(document.at(reference.substring(1)));
  }

  /**
   * @param name of the property or parameter, or the path up to it
   */
  JsonNode of(String name, JsonNode described) {
    String simple = name.substring(name.lastIndexOf('{') + 1).replace("}", "");
    JsonNode schema = resolved(described);
    if (known.containsKey(name)) {
      return JSON.textNode(known.get(name));
    }
    if (known.containsKey(simple) && !"array".equals(type(schema))) {
      return JSON.textNode(known.get(simple));
    }
    for (String choice : new String[] {"oneOf", "anyOf"}) {
      if (schema.has(choice)) {
        return of(name, schema.path(choice).path(0));
      }
    }
    if (schema.has("allOf")) {
      ObjectNode all = JSON.objectNode();
      schema.path("allOf").forEach(part -> all.setAll((ObjectNode) of(name, part)));
      return all;
    }
    if (schema.has("const")) {
      return schema.path("const");
    }
    if (schema.has("enum")) {
      return schema.path("enum").path(0);
    }
    return switch (type(schema)) {
      case "object" -> object(schema);
      case "array" -> array(simple, schema);
      case "integer", "number" -> JSON.numberNode(schema.path("minimum").asInt(1));
      case "boolean" -> JSON.booleanNode(true);
      default -> JSON.textNode(text(simple, schema));
    };
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.path(0).asText() : type.asText();
  }

  private JsonNode object(JsonNode schema) {
    ObjectNode object = JSON.objectNode();
    for (JsonNode required : schema.path("required")) {
      String name = required.asText();
      object.set(name, of(name, schema.path("properties").path(name)));
    }
    schema.path("properties").properties().stream()
        .filter(property -> !object.has(property.getKey()))
        .limit(Math.max(0, schema.path("minProperties").asInt() - object.size()))
        .forEach(
            property -> object.set(property.getKey(), of(property.getKey(), property.getValue())));
    return object;
  }

  private JsonNode array(String name, JsonNode schema) {
    ArrayNode array = JSON.arrayNode();
    for (int i = 0; i < Math.max(1, schema.path("minItems").asInt()); i++) {
      // practiceIds holds what practiceId is.
      array.add(
          of(
              name.endsWith("s") ? name.substring(0, name.length() - 1) : name,
              schema.path("items")));
    }
    return array;
  }

  private static String text(String name, JsonNode schema) {
    return switch (schema.path("format").asText()) {
      case "uuid" -> SOME_ID.toString();
      case "date" -> "2026-04-01";
      case "date-time" -> "2026-04-01T09:00:00Z";
      case "uri" -> "https://example.org/" + name;
      default -> {
        JsonNode example = schema.path("examples").path(0);
        yield example.isMissingNode() ? "sample" : example.asText();
      }
    };
  }
}
