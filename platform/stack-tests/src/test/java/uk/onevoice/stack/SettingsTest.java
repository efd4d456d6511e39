package uk.onevoice.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Path ROOT = Site.rootAbove(Path.of(""));

  private static final Pattern ROW =
      Pattern.compile("\\| `([^`]+)` \\| `([A-Z][^`]+)` \\| ([^|]+) \\| .+ \\|");

  /** An environment that has something to say on everything. */
  private static final Map<String, String> SAID =
      rows().values().stream()
          .filter(row -> !row.variable().startsWith("ONEVOICE_PORT"))
          .collect(Collectors.toMap(Row::variable, _ -> "said by the environment"));

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
  void every_setting_of_the_stack_has_its_row_in_the_readme() throws Exception {
    var rows = rows();
    var properties = local();
    for (var key : properties.stringPropertyNames()) {
      assertThat(rows)
          .containsEntry(
              key, new Row(Settings.variable(key), "`" + properties.getProperty(key) + "`"));
    }
  }

  @Test
  void every_setting_of_the_services_has_its_row_in_the_readme() throws Exception {
    var rows = rows();
    var settings = CodeSettings.of(ROOT);
    assertThat(settings).containsKeys("onevoice.edge.rate.requests", "kafka.group.id");
    settings.forEach((name, value) -> {
      assertThat(rows).as("README's settings").containsKey(name);
      value.ifPresent(literal ->
          assertThat(rows.get(name).byDefault()).as(name).isEqualTo("`" + literal + "`"));
    });
  }

  @Test
  void every_row_of_the_readme_is_a_setting() throws Exception {
    var known = new HashSet<>(CodeSettings.of(ROOT).keySet());
    known.addAll(local().stringPropertyNames());
    rows()
        .forEach((name, row) -> {
          // Quarkus and Kafka read theirs themselves.
          if (!name.startsWith("quarkus.") && !name.equals("kafka.bootstrap.servers")) {
            assertThat(known).as("settings that something reads").contains(name);
          }
          var variable = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
          assertThat(row.variable())
              .satisfiesAnyOf(
                  ours -> assertThat(ours).isEqualTo(Settings.variable(name)),
                  quarkus -> assertThat(quarkus.replace("_<LOG>", "")).isEqualTo(variable));
        });
  }

  @Test
  void the_environment_has_the_last_word_on_all_but_what_the_readme_says_the_stack_sets()
      throws Exception {
    var readme = Files.readString(ROOT.resolve("README.md"));
    var site = new Site(ROOT, ROOT, Ports.of(Settings.local()), new Settings(local(), SAID), true);
    for (var service : Services.ALL) {
      ServiceSettings.of(site, service)
          .forEach((variable, value) -> {
            var row = readme.lines().filter(line -> line.contains("| `" + variable + "` |"));
            row.findFirst()
                .ifPresent(line ->
                    assertThat(value.equals(SAID.get(variable)))
                        .as(line)
                        .isNotEqualTo(line.contains("The local stack sets it for each service.")));
          });
    }
  }

  private record Row(String variable, String byDefault) {}

  /** The table of README.md, by the setting's name; {@code topics.<log>} is {@code topics}. */
  private static Map<String, Row> rows() {
    var rows = new LinkedHashMap<String, Row>();
    try {
      for (var line : Files.readAllLines(ROOT.resolve("README.md"))) {
        var row = ROW.matcher(line);
        if (row.matches()) {
          rows.put(row.group(1).replace(".<log>", ""), new Row(row.group(2), row.group(3)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static Properties local() throws IOException {
    var properties = new Properties();
    try (var in = Settings.class.getResourceAsStream("/local.properties")) {
      properties.load(in);
    }
    return properties;
  }

  @Test
  void every_part_has_a_port_of_its_own() {
    assertThat(Ports.of(Settings.local()).byName().values()).doesNotHaveDuplicates();
  }
}
