package uk.onevoice.testkit.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.onevoice.stack.Site;

/**
 * One operation of a service's OpenAPI document, ready to be called.
 *
 * @param path with an id in place of each parameter
 * @param mediaType of the body, null where there is none
 */
record Operation(String id, String method, String path, @Nullable String mediaType) {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
  private static final UUID SOME_ID = UUID.fromString("01932c07-0000-7000-8000-00000000ace5");
  private static final String SOME_CODE = "WYVP0001";

  /** All of contracts/openapi/(service).yaml. */
  static List<Operation> of(String service) {
    JsonNode document = document(service);
    var all = new ArrayList<Operation>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          all.add(operation(document, path, operation));
        }
      }
    }
    return List.copyOf(all);
  }

  /** How many there must be, counted in another way than by reading the document. */
  static long countOf(String service) {
    return text(service).lines().filter(line -> line.strip().startsWith("operationId:")).count();
  }

  private static Operation operation(
      JsonNode document, Map.Entry<String, JsonNode> path, Map.Entry<String, JsonNode> operation) {
    JsonNode content = resolved(document, operation.getValue().path("requestBody")).path("content");
    return new Operation(
        operation.getValue().path("operationId").asText(),
        operation.getKey().toUpperCase(Locale.ROOT),
        filled(document, path.getKey(), path.getValue(), operation.getValue()),
        content.isEmpty() ? null : content.fieldNames().next());
  }

  private static String filled(
      JsonNode document, String template, JsonNode path, JsonNode operation) {
    Matcher parameter = PARAMETER.matcher(template);
    var filled = new StringBuilder();
    while (parameter.find()) {
      boolean isUuid =
          isUuid(document, path.path("parameters"), parameter.group(1))
              || isUuid(document, operation.path("parameters"), parameter.group(1));
      parameter.appendReplacement(filled, isUuid ? SOME_ID.toString() : SOME_CODE);
    }
    return parameter.appendTail(filled).toString();
  }

  private static boolean isUuid(JsonNode document, JsonNode parameters, String name) {
    for (JsonNode each : parameters) {
      JsonNode parameter = resolved(document, each);
      if (parameter.path("in").asText().equals("path")
          && parameter.path("name").asText().equals(name)) {
        JsonNode schema = resolved(document, parameter.path("schema"));
        return schema.path("format").asText().equals("uuid");
      }
    }
    return false;
  }

  private static JsonNode resolved(JsonNode document, JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  private static JsonNode document(String service) {
    try {
      return YAML.readTree(text(service));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String service) {
    Path contracts = Site.rootAbove(Path.of("")).resolve("contracts/openapi");
    try {
      return Files.readString(contracts.resolve(service + ".yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isWrite() {
    return !method.equals("GET");
  }

  /** The media type in which it tells problems: FHIR has words of its own. */
  String problems() {
    return path.startsWith("/fhir/") ? "application/fhir+json" : "application/problem+json";
  }

  /** As a client of the document would send it, with as little in it as can be. */
  HttpRequest.Builder at(String base) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    if (isWrite()) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    if (mediaType == null) {
      return request.method(method, BodyPublishers.noBody());
    }
    return request.header("Content-Type", mediaType).method(method, BodyPublishers.ofString("{}"));
  }

  @Override
  public String toString() {
    return id + " (" + method + " " + path + ")";
  }
}
