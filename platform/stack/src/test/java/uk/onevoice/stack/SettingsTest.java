package uk.onevoice.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void the_environment_has_the_last_word() {
    var properties = new Properties();
    properties.setProperty("port.router", "8080");
    assertThat(new Settings(properties, Map.of()).port("router")).isEqualTo(8080);
    assertThat(new Settings(properties, Map.of("ONEVOICE_PORT_ROUTER", "9090")).port("router"))
        .isEqualTo(9090);
  }

  @Test
  void a_key_that_is_not_described_is_a_defect() {
    assertThatThrownBy(() -> new Settings(new Properties(), Map.of()).get("secret.of-nobody"))
        .hasMessageContaining("secret.of-nobody");
  }

  @Test
  void every_setting_has_a_description() throws Exception {
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(Settings.class.getResourceAsStream("/local.properties")),
            StandardCharsets.UTF_8)) {
      var before = "";
      for (var line : in.readAllLines()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          assertThat(before).as("what stands above " + line).startsWith("# ");
        }
        before = line;
      }
    }
  }

  @Test
  void every_setting_has_its_row_in_the_readme() throws Exception {
    var readme = Files.readString(Site.rootAbove(Path.of("")).resolve("README.md"));
    var properties = new Properties();
    try (var in = Settings.class.getResourceAsStream("/local.properties")) {
      properties.load(in);
    }
    for (var key : properties.stringPropertyNames()) {
      assertThat(readme)
          .contains(
              "| `%s` | `%s` | `%s` |"
                  .formatted(key, Settings.variable(key), properties.getProperty(key)));
    }
  }

  @Test
  void every_part_has_a_port_of_its_own() {
    assertThat(Ports.of(Settings.local()).byName().values()).doesNotHaveDuplicates();
  }
}
