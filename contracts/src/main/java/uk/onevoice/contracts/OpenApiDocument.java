package uk.onevoice.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI document, asked whether what went over the wire is as it says. Stricter than its
 * schemas: a property they do not name is refused, so that the document tells the whole answer.
 */
final class OpenApiDocument {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(
          Dialect.builder(Dialects.getDraft202012())
              .keyword(new NonValidationKeyword("components"))
              .build());
  private static final Pattern PARAMETER = Pattern.compile("\\{[^/]*}");

  private final JsonNode document;
  private final List<PathTemplate> paths;
  private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

  OpenApiDocument(JsonNode document) {
    this.document = document;
    this.paths =
        document.path("paths").properties().stream()
            .map(path -> PathTemplate.of(path.getKey(), path.getValue()))
            .sorted((one, other) -> one.parameters() - other.parameters())
            .toList();
  }

  static OpenApiDocument of(String service) {
    return new OpenApiDocument(
        Contracts.yaml(Contracts.folder().resolve("openapi").resolve(service + ".yaml")));
  }

  /**
   * What went over the wire.
   *
   * @param requestType media type of the request's body, null without one
   * @param answerType media type of the answer's body, null without one
   */
  record Exchange(
      String method,
      String path,
      @Nullable String requestType,
      String requestBody,
      int status,
      @Nullable String answerType,
      String answerBody) {
    boolean isAccepted() {
      return status < 400;
    }
  }

  /** What is not as the document says; nothing when all is. */
  List<String> errors(Exchange exchange) {
    Optional<PathTemplate> path =
        paths.stream()
            .filter(each -> each.pattern().matcher(exchange.path()).matches())
            .findFirst();
    JsonNode operation =
        path.map(found -> found.item().path(exchange.method().toLowerCase(Locale.ROOT)))
            .orElse(MissingNode.getInstance());
    if (operation.isMissingNode()) {
      // What is not offered is refused, and a refusal of nothing in particular needs no document.
      return exchange.isAccepted() ? List.of("the document knows no such operation") : List.of();
    }
    List<String> errors = new ArrayList<>();
    if (exchange.isAccepted()) {
      errors.addAll(request(operation, exchange));
    }
    errors.addAll(answer(operation, exchange));
    return errors;
  }

  /** Only of what was accepted: tests send what is wrong to see it refused. */
  private List<String> request(JsonNode operation, Exchange exchange) {
    JsonNode described = resolved(operation.path("requestBody"));
    if (described.isMissingNode()) {
      // An empty object says nothing, and clients that always send JSON send that.
      return exchange.requestBody().isEmpty() || exchange.requestBody().equals("{}")
          ? List.of()
          : List.of("request: a body was accepted and none is described");
    }
    if (exchange.requestBody().isEmpty()) {
      return described.path("required").asBoolean()
          ? List.of("request: accepted without the body that is required")
          : List.of();
    }
    return body("request", described, exchange.requestType(), exchange.requestBody());
  }

  private List<String> answer(JsonNode operation, Exchange exchange) {
    JsonNode responses = operation.path("responses");
    JsonNode described = responses.path(Integer.toString(exchange.status()));
    if (described.isMissingNode() && !exchange.isAccepted()) {
      described = responses.path("default");
    }
    if (described.isMissingNode()) {
      return List.of("answer: the status is not described");
    }
    return body("answer", resolved(described), exchange.answerType(), exchange.answerBody());
  }

  private List<String> body(
      String what, JsonNode described, @Nullable String mediaType, String body) {
    JsonNode content = described.path("content");
    if (content.isEmpty()) {
      return body.isEmpty() ? List.of() : List.of(what + ": has a body and none is described");
    }
    String type = mediaType == null ? "none" : mediaType.split(";")[0].strip();
    JsonNode media = content.path(type);
    if (media.isMissingNode()) {
      return List.of(what + ": the media type " + type + " is not described");
    }
    JsonNode schema = media.path("schema");
    if (schema.isMissingNode() || !type.endsWith("json")) {
      return List.of();
    }
    // Of lines that are objects each is by itself.
    Stream<String> texts = type.equals("application/x-ndjson") ? body.lines() : Stream.of(body);
    return texts
        .flatMap(text -> validated(schema, text))
        .map(error -> what + ": " + error)
        .toList();
  }

  private Stream<String> validated(JsonNode schema, String body) {
    try {
      JSON.readTree(body);
    } catch (JsonProcessingException broken) {
      return Stream.of("is not JSON");
    }
    return schemas
        .computeIfAbsent(schema, this::compiled)
        .validate(
            body,
            InputFormat.JSON,
            run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString);
  }

  /** With all components beside it, so that references lead somewhere. */
  private Schema compiled(JsonNode schema) {
    ObjectNode whole = JSON.createObjectNode();
    whole.set("components", strict(document.path("components")));
    whole.putArray("allOf").add(strict(schema));
    return REGISTRY.getSchema(whole.toString(), InputFormat.JSON);
  }

  /** A copy in which each object has the properties that are named and no others. */
  private static JsonNode strict(JsonNode tree) {
    return switch (tree) {
      case ObjectNode object -> {
        ObjectNode copy = JSON.createObjectNode();
        object.properties().forEach(each -> copy.set(each.getKey(), strict(each.getValue())));
        if (isObjectSchema(object)) {
          copy.put("unevaluatedProperties", false);
        }
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JSON.createArrayNode();
        array.forEach(each -> copy.add(strict(each)));
        yield copy;
      }
      default -> tree;
    };
  }

  private static boolean isObjectSchema(ObjectNode tree) {
    return tree.path("properties").isObject()
        && tree.path("type").toString().contains("\"object\"")
        && !tree.has("additionalProperties");
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  private record PathTemplate(Pattern pattern, int parameters, JsonNode item) {
    static PathTemplate of(String path, JsonNode item) {
      String[] fixed = PARAMETER.split(path, -1);
      return new PathTemplate(
          Pattern.compile(String.join("[^/]+", Stream.of(fixed).map(Pattern::quote).toList())),
          fixed.length - 1,
          item);
    }
  }
}
