package uk.onevoice.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A service's HTTP routes against {@code contracts/openapi/<service>.yaml}: each route of the code
 * is described, each described route is in the code, and asks for the permission that has the name
 * of the operation. Names of path parameters may differ.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> routes() {
 *   return RouteChecks.of("mandates", "uk.onevoice.mandates");
 * }
 * }</pre>
 */
public final class RouteChecks {
  private static final String JAX_RS = "jakarta.ws.rs.";
  private static final String PERMISSION = "uk.onevoice.security.Permission";
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  /** Both checks look at the same classes. */
  private static final Map<String, SortedMap<String, String>> READ = new ConcurrentHashMap<>();

  private RouteChecks() {}

  /**
   * @param root the Java package whose resource classes are looked at, with those below it
   */
  public static Stream<DynamicTest> of(String service, String root) {
    return Stream.of(
        dynamicTest(
            "routes of " + service + " are those of contracts/openapi/" + service + ".yaml",
            () -> assertThat(inCode(root)).isNotEmpty().isEqualTo(described(service))),
        dynamicTest(
            "each method of " + service + " asks for the permission of its own operation",
            () -> assertThat(permissions(root)).isNotEmpty().isEqualTo(operations(service))));
  }

  /** Routes as {@code POST /v1/mandates/{}/responses}. */
  public static Set<String> described(String service) {
    return described(Contracts.folder().resolve("openapi").resolve(service + ".yaml"));
  }

  static Set<String> described(Path file) {
    return operations(file).keySet();
  }

  static Set<String> inCode(String root) {
    return permissions(root).keySet();
  }

  private static SortedMap<String, String> operations(String service) {
    return operations(Contracts.folder().resolve("openapi").resolve(service + ".yaml"));
  }

  /** The operationId of each route of a document. */
  private static SortedMap<String, String> operations(Path file) {
    SortedMap<String, String> operations = new TreeMap<>();
    JsonNode paths = Contracts.yaml(file).path("paths");
    paths
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(item -> {
                  String method = item.getKey().toUpperCase(Locale.ROOT);
                  if (METHODS.contains(method)) {
                    operations.put(
                        method + " " + withoutNames(path.getKey()),
                        item.getValue().path("operationId").asText());
                  }
                }));
    return operations;
  }

  /** What {@code @Permission} says at each route; empty where it is missing. */
  private static SortedMap<String, String> permissions(String root) {
    return READ.computeIfAbsent(root, RouteChecks::read);
  }

  private static SortedMap<String, String> read(String root) {
    // What is asked of the types that are not imported is their names. To read those as well, and
    // those that they know, takes longer than all else here.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    SortedMap<String, String> routes = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root)) {
      if (type.isAnnotatedWith(JAX_RS + "Path")) {
        for (JavaMethod method : type.getMethods()) {
          METHODS.stream()
              .filter(verb -> method.isAnnotatedWith(JAX_RS + verb))
              .forEach(verb ->
                  routes.put(
                      verb + " " + withoutNames(path(type) + "/" + path(method)),
                      permission(method)));
        }
      }
    }
    return routes;
  }

  private static String permission(JavaMethod method) {
    return method.isAnnotatedWith(PERMISSION)
        ? method.getAnnotationOfType(PERMISSION).get("value").orElse("").toString()
        : "";
  }

  private static String path(CanBeAnnotated annotated) {
    return switch (annotated) {
      case JavaClass type when type.isAnnotatedWith(JAX_RS + "Path") ->
          type.getAnnotationOfType(JAX_RS + "Path").get("value").orElse("").toString();
      case JavaMethod method when method.isAnnotatedWith(JAX_RS + "Path") ->
          method.getAnnotationOfType(JAX_RS + "Path").get("value").orElse("").toString();
      default -> "";
    };
  }

  /** Without the names and patterns of parameters, one slash between segments, none at the end. */
  private static String withoutNames(String path) {
    String plain = ("/" + path).replaceAll("\\{[^/]*}", "{}").replaceAll("/+", "/");
    return plain.length() > 1 && plain.endsWith("/")
        ? plain.substring(0, plain.length() - 1)
        : plain;
  }
}
