package uk.onevoice.feeds.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.feeds.subscriptions.domain.Subscription;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection;
import uk.onevoice.service.wiring.Ids;

/** Holds the subscriptions' rules to their log, which nobody outside this service hears. */
@ApplicationScoped
class SubscriptionLog {
  static final EventTypes<SubscriptionEvent> TYPES = EventTypes.of(SubscriptionEvent.class);

  static String stream(UUID id) {
    return "subscription-" + id;
  }

  @Produces
  @Singleton
  CommandHandler<SubscriptionCommand, Subscription, SubscriptionEvent, SubscriptionRejection>
      handler(EventStore store, Ids ids) {
    return new CommandHandler<>(store, Subscription.DECIDER, TYPES, ids);
  }
}
