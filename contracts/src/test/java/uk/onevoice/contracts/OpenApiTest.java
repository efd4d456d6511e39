package uk.onevoice.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The HTTP APIs together: one origin, one owner for each first segment. */
class OpenApiTest {
  private static final List<Path> DOCUMENTS =
      Contracts.files(Contracts.folder().resolve("openapi"), ".yaml");
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  @TestFactory
  Stream<DynamicTest> each_document() {
    return DOCUMENTS.stream()
        .map(file -> dynamicTest(file.getFileName().toString(), () -> isWellFormed(file)));
  }

  @Test
  void operation_ids_are_unique() {
    assertThat(
            operations()
                .map(operation -> operation.path("operationId").asText())
                .filter(id -> !id.isEmpty()))
        .doesNotHaveDuplicates();
  }

  @Test
  void each_first_segment_belongs_to_the_service_that_the_route_table_names() {
    Map<String, String> routed = routed();
    for (Path document : DOCUMENTS) {
      String service = document.getFileName().toString().replace(".yaml", "");
      assertThat(prefixes(document))
          .as(document.getFileName().toString())
          .isNotEmpty()
          .allSatisfy(prefix -> assertThat(routed).containsEntry(prefix, service));
    }
  }

  @Test
  void each_operation_has_its_row_in_the_permission_matrix_and_each_row_its_operation() {
    JsonNode matrix =
        Contracts.yaml(
                Contracts.repository()
                    .resolve("platform/security/src/main/resources/permissions.yaml"))
            .path("operations");
    Map<String, Set<String>> rows = new TreeMap<>();
    matrix
        .properties()
        .forEach(service -> rows.put(service.getKey(), names(service.getValue().fieldNames())));
    rows.remove("everyService");
    Map<String, Set<String>> described = new TreeMap<>();
    for (Path document : DOCUMENTS) {
      described.put(
          document.getFileName().toString().replace(".yaml", ""),
          names(
              operations(Contracts.yaml(document))
                  .map(operation -> operation.path("operationId").asText())
                  .iterator()));
    }
    assertThat(rows).isEqualTo(described);
  }

  private static Set<String> names(Iterator<String> names) {
    Set<String> all = new TreeSet<>();
    names.forEachRemaining(all::add);
    return all;
  }

  /** Service by prefix; fails when two services are given the same. */
  private static Map<String, String> routed() {
    Map<String, String> routed = new TreeMap<>();
    Contracts.yaml(Contracts.repository().resolve("deploy/routes.yaml"))
        .path("routes")
        .properties()
        .forEach(service ->
            service
                .getValue()
                .forEach(prefix ->
                    assertThat(routed.put(prefix.asText(), service.getKey()))
                        .as("another service with " + prefix)
                        .isNull()));
    return routed;
  }

  private static void isWellFormed(Path file) {
    JsonNode document = Contracts.yaml(file);
    assertThat(document.path("openapi").asText()).startsWith("3.1");
    assertThat(document.path("info").path("title").asText()).isNotBlank();
    assertThat(References.broken(file)).isEmpty();
    assertThat(operations(document))
        .isNotEmpty()
        .allSatisfy(operation -> {
          assertThat(operation.path("operationId").asText()).as("operationId").isNotBlank();
          assertThat(operation.path("summary").asText()).as("summary").isNotBlank();
          assertThat(operation.path("responses").size()).as("responses").isPositive();
        });
  }

  private static Stream<JsonNode> operations() {
    return DOCUMENTS.stream().map(Contracts::yaml).flatMap(OpenApiTest::operations);
  }

  private static Stream<JsonNode> operations(JsonNode document) {
    return document.path("paths").properties().stream()
        .flatMap(path -> path.getValue().properties().stream())
        .filter(entry -> METHODS.contains(entry.getKey()))
        .map(Map.Entry::getValue);
  }

  private static Set<String> prefixes(Path document) {
    Set<String> prefixes = new TreeSet<>();
    Contracts.yaml(document)
        .path("paths")
        .fieldNames()
        .forEachRemaining(path -> {
          String[] segments = path.split("/");
          prefixes.add(segments[1].equals("v1") ? "/v1/" + segments[2] : "/" + segments[1]);
        });
    return prefixes;
  }
}
