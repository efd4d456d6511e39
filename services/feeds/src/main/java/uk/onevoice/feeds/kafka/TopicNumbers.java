package uk.onevoice.feeds.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Shows how far the topic of each system is behind the log, for it or not, as whichever replica
 * wrote to it last knows. For operators.
 */
@ApplicationScoped
class TopicNumbers {
  private final MeterRegistry numbers;
  private final Map<String, AtomicLong> behind = new ConcurrentHashMap<>();
  private final Map<String, Gauge> shown = new ConcurrentHashMap<>();

  TopicNumbers(MeterRegistry numbers) {
    this.numbers = numbers;
  }

  void behind(PartnerTopic topic, long events) {
    behind.computeIfAbsent(topic.reader().client(), this::show).set(events);
  }

  void forget(PartnerTopic topic) {
    String client = topic.reader().client();
    behind.remove(client);
    Gauge gauge = shown.remove(client);
    if (gauge != null) {
      numbers.remove(gauge);
    }
  }

  private AtomicLong show(String client) {
    var events = new AtomicLong();
    shown.put(
        client,
        Gauge.builder("onevoice.feed.kafka.behind", events, AtomicLong::doubleValue)
            .tag("client", client)
            .description("Events of the log that are not looked through for a system's topic")
            .register(numbers));
    return events;
  }

  /** The registry outlives this service where the next one starts in the same process. */
  void stop(@Observes ShutdownEvent stop) {
    shown.values().forEach(numbers::remove);
  }
}
