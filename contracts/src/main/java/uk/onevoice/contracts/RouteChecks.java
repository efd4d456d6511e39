package uk.onevoice.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A service's HTTP routes against {@code contracts/openapi/<service>.yaml}: each route of the code
 * is described, each described route is in the code. Names of path parameters may differ.
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
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private RouteChecks() {}

  /**
   * @param root the Java package whose resource classes are looked at, with those below it
   */
  public static Stream<DynamicTest> of(String service, String root) {
    return Stream.of(
        dynamicTest(
            "routes of " + service + " are those of contracts/openapi/" + service + ".yaml",
            () -> assertThat(inCode(root)).isNotEmpty().isEqualTo(described(service))));
  }

  /** Routes as {@code POST /v1/mandates/{}/responses}. */
  public static Set<String> described(String service) {
    return described(Contracts.folder().resolve("openapi").resolve(service + ".yaml"));
  }

  static Set<String> described(Path file) {
    Set<String> routes = new TreeSet<>();
    JsonNode paths = Contracts.yaml(file).path("paths");
    paths
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(key -> {
                  String method = key.toUpperCase(Locale.ROOT);
                  if (METHODS.contains(method)) {
                    routes.add(method + " " + withoutNames(path.getKey()));
                  }
                }));
    return routes;
  }

  static Set<String> inCode(String root) {
    Set<String> routes = new TreeSet<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root)) {
      if (type.isAnnotatedWith(JAX_RS + "Path")) {
        for (JavaMethod method : type.getMethods()) {
          METHODS.stream()
              .filter(verb -> method.isAnnotatedWith(JAX_RS + verb))
              .forEach(
                  verb -> routes.add(verb + " " + withoutNames(path(type) + "/" + path(method))));
        }
      }
    }
    return routes;
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
