package uk.onevoice.testkit.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
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
 * @param path with an id in place of each parameter, and the query that is required
 * @param missing parts of the path for which the test has no id of something that exists
 * @param mediaType of the body, null where there is none
 * @param body as little as the document asks for
 */
record Operation(
    String id,
    String method,
    String path,
    List<String> missing,
    @Nullable String mediaType,
    String body) {
  // As OpenAPI reads YAML: "on" is a word, and a name that our days have.
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
              .build());
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

  Operation {
    missing = List.copyOf(missing);
  }

  /**
   * All of contracts/openapi/(service).yaml.
   *
   * @param known values by the name of a property or parameter, or by a path up to a parameter
   */
  static List<Operation> of(String service, Map<String, String> known) {
    JsonNode document = document(service);
    var samples = new Samples(document, known);
    var all = new ArrayList<Operation>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          all.add(operation(samples, path, operation));
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
      Samples samples, Map.Entry<String, JsonNode> path, Map.Entry<String, JsonNode> operation) {
    var parameters = new ArrayList<JsonNode>();
    path.getValue().path("parameters").forEach(each -> parameters.add(samples.resolved(each)));
    operation.getValue().path("parameters").forEach(each -> parameters.add(samples.resolved(each)));
    JsonNode content = samples.resolved(operation.getValue().path("requestBody")).path("content");
    String mediaType = content.isEmpty() ? null : content.fieldNames().next();
    var missing = new ArrayList<String>();
    String filled = filled(samples, path.getKey(), parameters, missing);
    return new Operation(
        operation.getValue().path("operationId").asText(),
        operation.getKey().toUpperCase(Locale.ROOT),
        filled + query(samples, parameters),
        missing,
        mediaType,
        mediaType != null && mediaType.endsWith("json")
            ? samples.of("", content.path(mediaType).path("schema")).toString()
            : "{}");
  }

  private static String filled(
      Samples samples, String template, List<JsonNode> parameters, List<String> missing) {
    Matcher parameter = PARAMETER.matcher(template);
    var filled = new StringBuilder();
    while (parameter.find()) {
      String upTo = template.substring(0, parameter.end());
      if (!samples.knows(upTo) && !samples.knows(parameter.group(1))) {
        missing.add(upTo);
      }
      parameter.appendReplacement(
          filled, samples.of(upTo, schema(parameters, "path", parameter.group(1))).asText());
    }
    return parameter.appendTail(filled).toString();
  }

  private static JsonNode schema(List<JsonNode> parameters, String in, String name) {
    return parameters.stream()
        .filter(parameter -> parameter.path("in").asText().equals(in))
        .filter(parameter -> parameter.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The document does not describe " + name))
        .path("schema");
  }

  private static String query(Samples samples, List<JsonNode> parameters) {
    var query = new StringBuilder();
    for (JsonNode parameter : parameters) {
      if (parameter.path("in").asText().equals("query") && parameter.path("required").asBoolean()) {
        String name = parameter.path("name").asText();
        query
            .append(query.isEmpty() ? '?' : '&')
            .append(name)
            .append('=')
            .append(samples.of(name, parameter.path("schema")).asText());
      }
    }
    return query.toString();
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

  /** The same about something else; null leaves it as it is. */
  Operation about(@Nullable String otherPath) {
    return otherPath == null
        ? this
        : new Operation(id, method, otherPath, List.of(), mediaType, body);
  }

  /** The media type in which it tells problems: FHIR has words of its own. */
  String problems() {
    return path.startsWith("/fhir/") ? "application/fhir+json" : "application/problem+json";
  }

  /** As a client of the document would send it. */
  HttpRequest.Builder at(String base) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    if (isWrite()) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    if (mediaType == null) {
      return request.method(method, BodyPublishers.noBody());
    }
    return request.header("Content-Type", mediaType).method(method, BodyPublishers.ofString(body));
  }

  @Override
  public String toString() {
    return id + " (" + method + " " + path + ")";
  }
}
