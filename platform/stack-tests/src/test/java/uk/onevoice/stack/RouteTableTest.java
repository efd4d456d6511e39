package uk.onevoice.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RouteTableTest {
  private static final Path ROOT = Site.rootAbove(Path.of(""));

  @Test
  void each_path_of_a_services_contract_is_routed_to_that_service() throws IOException {
    var table = RouteTable.of(ROOT);
    var checked = 0;
    try (var documents = Files.newDirectoryStream(ROOT.resolve("contracts/openapi"), "*.yaml")) {
      for (var document : documents) {
        var service = document.getFileName().toString().replace(".yaml", "");
        var paths = new ObjectMapper(new YAMLFactory()).readTree(document.toFile()).path("paths");
        for (var path : paths.properties()) {
          assertThat(table.owner(path.getKey())).as(path.getKey()).contains(service);
          checked++;
        }
      }
    }
    assertThat(checked).isPositive();
  }

  @Test
  void what_belongs_to_nobody_is_not_given_to_the_pages() throws IOException {
    var table = RouteTable.of(ROOT);
    assertThat(table.owner("/v1/unheard-of")).isEmpty();
    assertThat(table.owner("/v1")).isEmpty();
    assertThat(table.owner("/q/metrics")).isEmpty();
    assertThat(table.owner("/ics/QGH")).contains("web");
    assertThat(table.owner("/")).contains("web");
    assertThat(table.owner("/auth/realms/onevoice")).contains("keycloak");
  }

  @Test
  void a_prefix_ends_at_a_slash() throws IOException {
    assertThat(RouteTable.of(ROOT).owner("/v1/icsx")).isEmpty();
    assertThat(RouteTable.of(ROOT).owner("/v1/ics")).contains("projection");
    assertThat(RouteTable.of(ROOT).owner("/authors")).contains("web");
  }

  @Test
  void a_prefix_with_two_owners_is_refused() {
    var twice =
        """
        routes:
          mandates: [/v1/mandates]
          meetings: [/v1/mandates]
        nobody: []
        """;
    assertThatThrownBy(() -> RouteTable.parse(twice)).hasMessageContaining("/v1/mandates");
  }
}
