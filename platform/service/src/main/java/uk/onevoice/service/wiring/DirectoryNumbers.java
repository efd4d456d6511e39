package uk.onevoice.service.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import uk.onevoice.messaging.Applied;

/** Shows how fresh the directory is. */
@Singleton
class DirectoryNumbers {
  private final DirectoryFeed feed;
  private final Applied applied;

  DirectoryNumbers(DirectoryFeed feed, @OfDirectory Applied applied) {
    this.feed = feed;
    this.applied = applied;
  }

  void register(@Observes StartupEvent start, MeterRegistry numbers) {
    Gauge.builder("onevoice.directory.silence.seconds", () -> feed.silence().toMillis() / 1000.0)
        .description("Time since the directory last heard all there is")
        .register(numbers);
    Gauge.builder("onevoice.directory.lag", () -> applied.freshness().getFirst().lag())
        .description("Records that wait in Kafka")
        .register(numbers);
    Gauge.builder("onevoice.directory.position", () -> applied.freshness().getFirst().position())
        .description("Last applied position of organisations' log")
        .register(numbers);
  }
}
