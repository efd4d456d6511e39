package uk.onevoice.projection.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.onevoice.contracts.EventSchema;

class KnownEventsTest {
  @Test
  void every_event_of_the_four_logs_is_known_in_its_newest_version() {
    var events = new FactEvents();
    var known = new ArrayList<>(events.applies());
    known.addAll(events.ignores());

    List<EventSchema> published =
        Stream.of("organisations", "relationships", "meetings", "mandates")
            .flatMap(log -> EventSchema.of(log).stream())
            .toList();
    assertThat(known)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            published.stream().map(EventSchema::type).distinct().toList());
    assertThat(published)
        .filteredOn(schema -> events.applies().contains(schema.type()))
        .allSatisfy(schema ->
            assertThat(events.newestVersion(schema.type()))
                .as(schema.type())
                .isGreaterThanOrEqualTo(schema.version()));
  }
}
