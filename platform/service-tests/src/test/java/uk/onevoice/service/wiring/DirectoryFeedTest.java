package uk.onevoice.service.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DirectoryFeedTest {
  @Test
  void two_versions_of_the_tables_are_kept_by_two_consumers() {
    assertThat(DirectoryFeed.name("mandates", null)).isEqualTo("mandates.directory");
    assertThat(DirectoryFeed.name("projection", "facts1"))
        .isEqualTo("projection.directory.facts1")
        .isNotEqualTo(DirectoryFeed.name("projection", "facts2"));
  }
}
