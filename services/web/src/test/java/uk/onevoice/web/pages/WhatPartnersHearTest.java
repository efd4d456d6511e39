package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.onevoice.contracts.Contracts;

class WhatPartnersHearTest {
  private static final Pattern TYPE = Pattern.compile("<code>([a-z-]+-\\d)</code>");

  @Test
  void every_type_of_the_public_language_is_on_the_page_and_no_other() throws IOException {
    String page;
    try (var template =
        Objects.requireNonNull(
            getClass().getResourceAsStream("/templates/AboutPages/WhatPartnersHear.html"))) {
      page = new String(template.readAllBytes(), StandardCharsets.UTF_8);
    }
    try (var schemas = Files.list(Contracts.folder().resolve("events/partner"))) {
      assertThat(TYPE.matcher(page).results().map(found -> found.group(1)))
          .containsExactlyInAnyOrderElementsOf(
              schemas
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".json"))
                  .map(WhatPartnersHearTest::type)
                  .toList());
    }
  }

  @Test
  void every_type_can_be_asked_for_on_the_page_of_a_connection() throws IOException {
    try (var schemas = Files.list(Contracts.folder().resolve("events/partner"))) {
      assertThat(FeedWords.types())
          .containsExactlyInAnyOrderElementsOf(
              schemas
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".json"))
                  .map(WhatPartnersHearTest::type)
                  .toList());
    }
  }

  /** GpPositionPublished-v1.json → gp-position-published-1 */
  private static String type(String file) {
    return file.replaceAll("-v(\\d+)\\.json$", "-$1")
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
