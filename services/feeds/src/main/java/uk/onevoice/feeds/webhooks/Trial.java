package uk.onevoice.feeds.webhooks;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import uk.onevoice.feeds.log.FeedEvent;
import uk.onevoice.feeds.reading.Batch;
import uk.onevoice.feeds.subscriptions.Webhook;
import uk.onevoice.feeds.webhooks.Deliveries.Tested;

/** Rings to see whether it comes: once and at once, with an event that says nothing. */
final class Trial {
  private static final String TYPE = "webhook-test-1";

  private final Bell bell;
  private final Batch told;
  private final DeliveryLog deliveries;
  private final Clock clock;
  private final RingNumbers numbers;
  private final RingRates rates;

  Trial(
      Bell bell,
      Batch told,
      DeliveryLog deliveries,
      Clock clock,
      RingNumbers numbers,
      RingRates rates) {
    this.bell = bell;
    this.told = told;
    this.deliveries = deliveries;
    this.clock = clock;
    this.numbers = numbers;
    this.rates = rates;
  }

  Tested ring(Webhook webhook) throws SQLException {
    Instant now = clock.instant();
    Optional<Instant> next = rates.take(webhook, now);
    if (next.isPresent()) {
      return new Tested.NotBefore(next.get());
    }
    String which = webhook.id().toString();
    var event =
        new FeedEvent(
            0,
            UUID.randomUUID(),
            now,
            TYPE,
            which,
            now,
            "/v1/subscriptions/" + which,
            null,
            null,
            null);
    String id = told.id(webhook.reader(), event);
    Answer answer =
        bell.ring(webhook.url(), webhook.signingKeys(), id, told.one(webhook.reader(), event), now);
    numbers.tried(webhook.id(), answer);
    UUID delivery = deliveries.tested(webhook.id(), id, TYPE, now, answer);
    return new Tested.Rung(deliveries.find(webhook.id(), delivery).orElseThrow());
  }
}
