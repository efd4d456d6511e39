package uk.onevoice.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The alerts and the dashboard are about numbers that the services really show. */
class WhatIsWatchedTest {
  private static final Path FILES = Wyvern.system().root().resolve("deploy/monitoring");
  private static final Pattern METRIC = Pattern.compile("\\b(onevoice|http)_[a-z_]+");

  @Test
  void each_alert_and_each_picture_is_about_what_some_service_shows() throws IOException {
    Wyvern.as("partner-client").events("/v1/feed/events?limit=150");
    String alerts = Files.readString(FILES.resolve("alerts.yaml"));
    List<String> rules = alerts.lines().filter(line -> line.contains("expr:")).toList();
    assertThat(rules)
        .hasSameSizeAs(alerts.lines().filter(line -> line.contains("alert:")).toList());
    assertThat(rules).allMatch(rule -> METRIC.matcher(rule).find());
    JsonNode panels =
        new ObjectMapper().readTree(FILES.resolve("dashboard.json").toFile()).required("panels");
    List<String> pictures = panels.findValuesAsText("expr");
    assertThat(pictures).hasSizeGreaterThanOrEqualTo(panels.size());
    Set<String> shown = new TreeSet<>();
    for (String service : Wyvern.system().services()) {
      shown.addAll(metrics(Wyvern.system().metrics(service)));
    }
    assertThat(shown)
        .containsAll(metrics(String.join("\n", rules)))
        .containsAll(metrics(String.join("\n", pictures)));
  }

  private static Set<String> metrics(String text) {
    Set<String> names = new TreeSet<>();
    Matcher metric = METRIC.matcher(text);
    while (metric.find()) {
      names.add(metric.group());
    }
    return names;
  }
}
