package uk.onevoice.feeds.webhooks;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.FeedSettings;
import uk.onevoice.feeds.log.FeedLog;
import uk.onevoice.feeds.reading.Batch;
import uk.onevoice.feeds.reading.Secrets;
import uk.onevoice.feeds.subscriptions.Webhook;
import uk.onevoice.feeds.subscriptions.Webhooks;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Rounds;

/** Webhooks for as long as the service runs. */
@ApplicationScoped
class WebhookDeliveries implements Deliveries {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration ENDING = Duration.ofSeconds(3);
  private static final int MOST_READ = 16 * 1_024;

  private final FeedLog log;
  private final NameService names = new NameService();
  private final DeliveryLog deliveries;
  private final Trial trial;
  private final Caller caller;
  private final Bell bell;
  private final Ringer ringer;
  private final Rounds sweeps;

  WebhookDeliveries(
      DataSource database,
      FeedLog log,
      Webhooks webhooks,
      FeedSettings settings,
      Clock clock,
      Vertx vertx,
      MeterRegistry registry) {
    this.log = log;
    var told = new Batch(new Secrets(settings.secret()));
    var ledger = new Ledger(database);
    this.deliveries = new DeliveryLog(ledger);
    var numbers = new RingNumbers(registry);
    var destinations =
        new Destinations(settings.webhookHosts(), settings.webhookThisMachine(), names);
    this.caller =
        new Caller(
            vertx,
            destinations,
            new Caller.Bounds(PATIENCE, MOST_READ, Pace.USUAL.atATime()),
            settings.webhookAuthorities().orElse(null));
    this.bell = new Bell(caller, settings.webhookOrigin());
    this.trial = new Trial(bell, told, deliveries, clock, numbers, new RingRates(ledger));
    this.ringer = new Ringer(ledger, log, webhooks, told, bell, Pace.USUAL, clock, numbers);
    this.sweeps =
        new Rounds(
            "webhook-log",
            database,
            transaction ->
                DeliveryLog.sweep(
                    transaction, clock.instant().minus(settings.webhookLogKeptFor())));
  }

  void start(@Observes StartupEvent start, FeedSettings settings) {
    ringer.start();
    sweeps.begin(settings.sweptEvery().toMillis());
  }

  void stop(@Observes ShutdownEvent stop) {
    sweeps.end();
    ringer.finish(ENDING);
    caller.close();
    names.close();
  }

  @Override
  public Log log(UUID subscription, @Nullable State state, @Nullable String after, int limit)
      throws SQLException {
    UUID last = after == null ? null : PageRequest.uuid("after", after);
    if (last != null && deliveries.find(subscription, last).isEmpty()) {
      // Not as if the log ended there: whoever has waited for a month begins anew.
      throw Problem.invalid("query:after", "must be the next of a page of this log").exception();
    }
    return deliveries.log(subscription, state, last, limit);
  }

  @Override
  public Optional<Delivery> find(UUID subscription, UUID delivery) throws SQLException {
    return deliveries.find(subscription, delivery);
  }

  @Override
  public Standing standing(UUID subscription) throws SQLException {
    return deliveries.standing(subscription);
  }

  @Override
  public int resend(UUID subscription, Set<UUID> which) throws SQLException {
    int again = deliveries.again(subscription, which);
    ringer.wake();
    return again;
  }

  @Override
  public int resendRange(UUID subscription, Instant from, Instant upTo, @Nullable State state)
      throws SQLException {
    int again = deliveries.again(subscription, from, upTo, state);
    ringer.wake();
    return again;
  }

  @Override
  public void replayFrom(UUID subscription, Instant from) throws SQLException {
    deliveries.replay(subscription, Math.max(log.reach().dropped(), log.before(from)));
    ringer.wake();
  }

  @Override
  public Tested test(Webhook webhook) throws SQLException {
    return trial.ring(webhook);
  }

  @Override
  public Handshake handshake(URI url) {
    return bell.ask(url);
  }

  @Override
  public void agreed(UUID subscription) throws SQLException {
    deliveries.wake(subscription);
    ringer.wake();
  }

  @Override
  public void forget(UUID subscription) throws SQLException {
    deliveries.forget(subscription);
  }
}
