package uk.onevoice.feeds.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.feeds.subscriptions.domain.PauseReason;
import uk.onevoice.feeds.subscriptions.domain.Subscription;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand.Pause;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.service.wiring.Ids;

/** Who is to be rung, read from the subscriptions each time. */
@ApplicationScoped
class RungWebhooks implements Webhooks {
  private static final String SERVICE = "feeds";

  private final StoredSubscriptions stored;
  private final SigningKeys keys;
  private final CommandHandler<
          SubscriptionCommand, Subscription, SubscriptionEvent, SubscriptionRejection>
      subscriptions;
  private final SubscriptionTables tables;
  private final Clock clock;
  private final Ids ids;

  RungWebhooks(
      StoredSubscriptions stored,
      SigningKeys keys,
      CommandHandler<SubscriptionCommand, Subscription, SubscriptionEvent, SubscriptionRejection>
          subscriptions,
      SubscriptionTables tables,
      Clock clock,
      Ids ids) {
    this.stored = stored;
    this.keys = keys;
    this.subscriptions = subscriptions;
    this.tables = tables;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public List<Webhook> live() throws SQLException {
    return stored.rung().stream().map(this::webhook).toList();
  }

  @Override
  public Optional<Webhook> live(UUID id) throws SQLException {
    return stored.find(id).filter(StoredSubscription::isRung).map(this::webhook);
  }

  @Override
  public Optional<Webhook> find(UUID id) throws SQLException {
    return stored.find(id).map(this::webhook);
  }

  @Override
  public void gone(UUID id) throws SQLException {
    // Paused, deleted or not verified: then nobody rings there anyway.
    var _ =
        subscriptions.handle(
            Envelope.of(
                SubscriptionLog.stream(id),
                new Pause(PauseReason.GONE),
                new Metadata(ActorRef.service(SERVICE), null, null, ids.get(), null, null),
                clock.instant()));
    tables.bringUpToDate();
  }

  private Webhook webhook(StoredSubscription one) {
    return new Webhook(
        one.id(),
        one.reader(),
        one.url(),
        one.filter(),
        one.keys().stream().map(key -> keys.key(one.id(), key.id())).toList(),
        one.startAfter(),
        one.perMinute());
  }
}
