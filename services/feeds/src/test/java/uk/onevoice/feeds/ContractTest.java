package uk.onevoice.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.onevoice.contracts.Contracts;
import uk.onevoice.contracts.RouteChecks;
import uk.onevoice.feeds.log.FeedType;

class ContractTest {
  @TestFactory
  Stream<DynamicTest> routes() {
    return RouteChecks.of("feeds", "uk.onevoice.feeds");
  }

  @Test
  void the_types_are_those_of_the_public_language_and_no_others() throws IOException {
    try (var schemas = Files.list(Contracts.folder().resolve("events/partner"))) {
      assertThat(
              schemas
                  .filter(file -> file.toString().endsWith(".json"))
                  .map(file -> "/contracts/events/partner/" + file.getFileName()))
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(FeedType.values()).map(FeedType::dataschema).toList());
    }
  }
}
