package uk.onevoice.service.wiring;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import uk.onevoice.eventstore.postgres.PostgresEventStore;

/**
 * Forgets the answers of old requests, where the service keeps a log. Many small transactions: none
 * holds up the commands that come in meanwhile, and one that fails is made up for by the next
 * round.
 */
@ApplicationScoped
class OldRequests {
  private static final Logger LOG = Logger.getLogger(OldRequests.class);
  private static final int AT_ONCE = 1_000;

  private final RequestSettings settings;
  private final Instance<PostgresEventStore> store;
  private final Clock clock;
  private final boolean hasLog;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("old-requests").factory());

  OldRequests(
      RequestSettings settings,
      Instance<PostgresEventStore> store,
      Clock clock,
      @ConfigProperty(name = "onevoice.log.name") Optional<String> log) {
    this.settings = settings;
    this.store = store;
    this.clock = clock;
    this.hasLog = log.isPresent();
  }

  void start(@Observes StartupEvent start) {
    if (hasLog) {
      long every = settings.sweptEvery().toMillis();
      rounds.scheduleWithFixedDelay(this::forget, every, every, TimeUnit.MILLISECONDS);
    }
  }

  void stop(@Observes ShutdownEvent stop) {
    rounds.shutdownNow();
  }

  private void forget() {
    Instant before = clock.instant().minus(settings.keptFor());
    try {
      int forgotten = 0;
      int last;
      do {
        last = store.get().forgetRequests(before, AT_ONCE);
        forgotten += last;
      } while (last == AT_ONCE && !rounds.isShutdown());
      if (forgotten > 0) {
        LOG.infof("old requests forgotten count=%d", forgotten);
      }
    } catch (RuntimeException failed) {
      LOG.warnf(failed, "old requests not forgotten");
    }
  }
}
