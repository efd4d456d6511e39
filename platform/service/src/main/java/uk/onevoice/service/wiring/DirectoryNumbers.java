package uk.onevoice.service.wiring;

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

  void register(@Observes StartupEvent start, Gauges numbers) {
    numbers.register(
        "onevoice.directory.silence.seconds",
        "Time since the directory last heard all there is",
        () -> feed.silence().toMillis() / 1000.0);
    numbers.register(
        "onevoice.directory.lag",
        "Records that wait in Kafka",
        () -> applied.freshness().getFirst().lag());
    numbers.register(
        "onevoice.directory.position",
        "Last applied position of organisations' log",
        () -> applied.freshness().getFirst().position());
  }
}
