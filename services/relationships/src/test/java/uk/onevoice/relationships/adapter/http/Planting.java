package uk.onevoice.relationships.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import uk.onevoice.contracts.Contracts;

/**
 * Plants a word of its own in every text field that the service's document has, so that a new field
 * is planted without anybody thinking of it: whoever adds one adds it to the document. Ids that an
 * answer brings are used in what is sent next.
 */
final class Planting {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String TODAY = LocalDate.now(ZoneId.of("Europe/London")).toString();

  private final JsonNode document =
      Contracts.yaml(Contracts.folder().resolve("openapi/relationships.yaml"));
  private final Map<String, String> known;
  private final Map<String, String> words = new LinkedHashMap<>();
  private final Set<String> labels = new TreeSet<>();
  private final TreeSet<String> accepted = new TreeSet<>();
  private final Map<String, String> refused = new LinkedHashMap<>();

  /**
   * @param known ids by the name of a property, or by {@code operationId/property} where one
   *     operation means another, or by a path up to its parameter
   */
  Planting(Map<String, String> known) {
    this.known = new LinkedHashMap<>(known);
  }

  /** What an operation of the document asks for. */
  record Operation(String id, String method, String path, Optional<JsonNode> body) {}

  List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(operation ->
                    all.add(
                        new Operation(
                            operation.getValue().path("operationId").asText(),
                            operation.getKey(),
                            path.getKey() + query(operation.getValue()),
                            body(operation.getValue())))));
    return all;
  }

  private Optional<JsonNode> body(JsonNode operation) {
    JsonNode content = resolved(operation.path("requestBody")).path("content");
    return content.isEmpty()
        ? Optional.empty()
        : Optional.of(content.properties().iterator().next().getValue().path("schema"));
  }

  private String query(JsonNode operation) {
    var query = new StringBuilder();
    operation
        .path("parameters")
        .forEach(each -> {
          JsonNode parameter = resolved(each);
          if (parameter.path("in").asText().equals("query")
              && parameter.path("required").asBoolean()) {
            String name = parameter.path("name").asText();
            query
                .append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append("={")
                .append(name)
                .append('}');
          }
        });
    return query.toString();
  }

  /** Sends what writes words, or makes something that other words are about. */
  void plant(Caller caller) {
    for (Operation operation : operations()) {
      if (operation.method().equals("post") && operation.body().isPresent()) {
        if (!textFields(operation).isEmpty() || makes(operation)) {
          send(caller, operation);
        }
      }
    }
  }

  private boolean makes(Operation operation) {
    return document
        .path("paths")
        .path(operation.path().replaceFirst("\\?.*", ""))
        .path("post")
        .path("responses")
        .has("201");
  }

  private void send(Caller caller, Operation operation) {
    if (accepted.contains(operation.id())) {
      return;
    }
    Response answer = posted(caller, operation);
    if (answer.statusCode() < 300) {
      accepted.add(operation.id());
      refused.remove(operation.id());
      learn(operation, answer);
    } else {
      refused.put(operation.id(), answer.statusCode() + " " + answer.asString());
    }
  }

  private Response posted(Caller caller, Operation operation) {
    return caller.post(filled(operation.path()), bodyOf(operation).toString());
  }

  /** Sends once more what was accepted before, for a second one of what it makes. */
  void again(Caller caller, String operationId, String field, String as) {
    operations().stream()
        .filter(operation -> operation.id().equals(operationId))
        .filter(operation -> accepted.contains(operation.id()))
        .forEach(operation -> known.put(as, posted(caller, operation).jsonPath().getString(field)));
  }

  void know(String name, String value) {
    known.put(name, value);
  }

  /** What is called so is meant by another name as well. */
  void alias(String name, String as) {
    if (known.containsKey(name)) {
      known.put(as, known.get(name));
    }
  }

  private void learn(Operation operation, Response answer) {
    if (answer.contentType() != null && answer.contentType().startsWith("application/json")) {
      answer
          .jsonPath()
          .<String, Object>getMap("")
          .forEach((name, value) -> {
            if (value instanceof String text && name.matches(".*(Id|Ref)")) {
              known.putIfAbsent(name, text);
              known.put(operation.id() + "." + name, text);
            }
          });
    }
  }

  /** A path with an id for each of its parameters; some id where none is known. */
  String filled(String path) {
    var filled = new StringBuilder();
    var parameter = Pattern.compile("\\{([^}]+)}").matcher(path);
    while (parameter.find()) {
      String upTo = path.substring(0, parameter.end());
      String id =
          known.getOrDefault(
              known.getOrDefault(upTo, upTo),
              known.getOrDefault(parameter.group(1), new UUID(0, 7).toString()));
      parameter.appendReplacement(filled, id);
    }
    return parameter.appendTail(filled).toString();
  }

  /** As much as the document lets one say, with words of its own in each text field. */
  JsonNode bodyOf(Operation operation) {
    return of(operation.id(), "", operation.body().orElseThrow());
  }

  private JsonNode of(String operation, String pointer, JsonNode described) {
    JsonNode schema = resolved(described);
    if (described.path("$ref").asText().endsWith("/Label")) {
      labels.add(operation + pointer);
    }
    String name = pointer.replaceFirst("/0$", "").replaceFirst(".*/", "");
    for (String meant : List.of(operation + pointer, operation + "/" + name, name)) {
      if (known.containsKey(meant)
          && !type(schema).equals("object")
          && !type(schema).equals("array")) {
        return JSON.textNode(known.get(meant));
      }
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      if (schema.has(choice)) {
        return of(operation, pointer, schema.path(choice).path(0));
      }
    }
    if (schema.has("enum")) {
      return schema.path("enum").path(0);
    }
    return switch (type(schema)) {
      case "object" -> {
        ObjectNode object = JSON.objectNode();
        schema
            .path("properties")
            .properties()
            .forEach(property -> {
              String at = pointer + "/" + property.getKey();
              if (isRequired(schema, property.getKey())
                  || known.containsKey(operation + at)
                  || !textFields(at, property.getValue()).isEmpty()) {
                object.set(property.getKey(), of(operation, at, property.getValue()));
              }
            });
        yield object;
      }
      case "array" -> {
        ArrayNode array = JSON.arrayNode();
        array.add(of(operation, pointer + "/0", schema.path("items")));
        yield array;
      }
      case "boolean" -> JSON.booleanNode(true);
      case "integer", "number" -> JSON.numberNode(schema.path("minimum").asInt(1));
      default -> text(operation, pointer, schema);
    };
  }

  private JsonNode text(String operation, String pointer, JsonNode schema) {
    return switch (schema.path("format").asText()) {
      case "date" -> JSON.textNode(TODAY);
      case "date-time" -> JSON.textNode(TODAY + "T09:00:00Z");
      case "uuid" -> JSON.textNode(new UUID(0, 7).toString());
      default ->
          JSON.textNode(
              words.computeIfAbsent(
                  operation + pointer, _ -> "zqx%03dword".formatted(words.size() + 1)));
    };
  }

  private static boolean isRequired(JsonNode schema, String name) {
    for (JsonNode required : schema.path("required")) {
      if (required.asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  List<String> textFields(Operation operation) {
    return operation.body().map(body -> textFields("", body)).orElse(List.of());
  }

  private List<String> textFields(String pointer, JsonNode described) {
    JsonNode schema = resolved(described);
    List<String> found = new ArrayList<>();
    for (String choice : List.of("oneOf", "anyOf")) {
      schema.path(choice).forEach(each -> found.addAll(textFields(pointer, each)));
    }
    schema
        .path("properties")
        .properties()
        .forEach(property ->
            found.addAll(textFields(pointer + "/" + property.getKey(), property.getValue())));
    if (type(schema).equals("array")) {
      found.addAll(textFields(pointer + "/0", schema.path("items")));
    }
    if (type(schema).equals("string")
        && !schema.has("enum")
        && !schema.has("const")
        && !schema.has("format")
        && !schema.has("pattern")) {
      found.add(pointer);
    }
    return found;
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.path(0).asText() : type.asText();
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : resolved(document.at(reference.substring(1)));
  }

  /** All words that were sent, whether they were taken or not. */
  List<String> words() {
    return List.copyOf(words.values());
  }

  /** Those that are no labels: a label is what something is called, and stands in events. */
  List<String> wordsOfTheVault() {
    return words.entrySet().stream()
        .filter(word -> !labels.contains(word.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Operations that take words and did not take them, with what they said instead. */
  Map<String, String> refused() {
    Map<String, String> withText = new LinkedHashMap<>();
    operations().stream()
        .filter(operation -> !textFields(operation).isEmpty())
        .filter(operation -> refused.containsKey(operation.id()))
        .forEach(operation -> withText.put(operation.id(), refused.get(operation.id())));
    return withText;
  }
}
