package uk.onevoice.feeds.reading;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import uk.onevoice.feeds.log.FeedLog;
import uk.onevoice.feeds.readers.Reader;

/**
 * Shows how far each system is behind that has read here: how many events of the log lie behind the
 * cursor of its last request, for it or not. For operators; no reader is told.
 */
@ApplicationScoped
class Behind {
  private static final Logger LOG = Logger.getLogger(Behind.class);

  private final FeedLog log;
  private final MeterRegistry numbers;
  private final Map<String, AtomicLong> reached = new ConcurrentHashMap<>();
  private final Map<String, Gauge> shown = new ConcurrentHashMap<>();

  Behind(FeedLog log, MeterRegistry numbers) {
    this.log = log;
    this.numbers = numbers;
  }

  void reads(Reader reader, long position) {
    reached.computeIfAbsent(reader.client(), this::show).set(position);
  }

  private AtomicLong show(String client) {
    var position = new AtomicLong();
    shown.put(
        client,
        Gauge.builder("onevoice.feed.behind", () -> behind(position))
            .tag("client", client)
            .description("Events of the log behind the last cursor a system has read from here")
            .register(numbers));
    return position;
  }

  /** The database is asked whenever the numbers are. */
  private double behind(AtomicLong position) {
    try {
      return Math.max(0, log.reach().position() - position.get());
    } catch (SQLException away) {
      LOG.debug("the log's reach is not known", away);
      return Double.NaN;
    }
  }

  /** The registry outlives this service where the next one starts in the same process. */
  void stop(@Observes ShutdownEvent stop) {
    shown.values().forEach(numbers::remove);
  }
}
