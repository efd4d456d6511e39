package uk.onevoice.feeds.webhooks;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import uk.onevoice.feeds.webhooks.Deliveries.Reason;

/** How each subscription stands, for operators: by its id, which says nothing of whose it is. */
final class RingNumbers {
  private static final String SUBSCRIPTION = "subscription";
  private static final String STANDING =
      """
      select p.subscription_id, waiting.held,
        extract(epoch from clock_timestamp() - least(waiting.oldest, missed.heard_at))
      from webhook_progress p
      left join lateral (
        select min(d.made_at) filter (where not q.held) as oldest,
          count(distinct d.subject) filter (where q.held) as held
        from webhook_delivery d
        join webhook_queue q on q.subscription_id = d.subscription_id and q.subject = d.subject
        where d.subscription_id = p.subscription_id and d.state = 'WAITING') waiting on true
      left join lateral (
        select heard_at from feed_event e
        where not p.following and e.position > p.position
        order by e.position limit 1) missed on true\
      """;

  private final MeterRegistry registry;
  private final MultiGauge lag;
  private final MultiGauge held;

  RingNumbers(MeterRegistry registry) {
    this.registry = registry;
    this.lag =
        MultiGauge.builder("onevoice.webhook.lag")
            .baseUnit("seconds")
            .description("How long ago the oldest event came that a subscription still waits for")
            .register(registry);
    this.held =
        MultiGauge.builder("onevoice.webhook.held")
            .description("Subjects of a subscription on which a message is held")
            .register(registry);
  }

  void tried(UUID subscription, Answer answer) {
    Reason reason = answer.reason();
    registry
        .counter(
            "onevoice.webhook.tries",
            SUBSCRIPTION,
            subscription.toString(),
            "came",
            reason == null ? "TAKEN" : reason.name())
        .increment();
  }

  /** Looks how all stand. */
  void look(Ledger ledger) throws SQLException {
    List<MultiGauge.Row<?>> seconds = new ArrayList<>();
    List<MultiGauge.Row<?>> subjects = new ArrayList<>();
    ledger.commitWithoutWaiting(transaction -> {
      try (PreparedStatement select = transaction.prepareStatement(STANDING);
          ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Tags whose = Tags.of(SUBSCRIPTION, row.getString(1));
          subjects.add(MultiGauge.Row.of(whose, row.getLong(2)));
          seconds.add(MultiGauge.Row.of(whose, Math.max(0, row.getDouble(3))));
        }
        return subjects.size();
      }
    });
    lag.register(seconds, true);
    held.register(subjects, true);
  }

  /** The registry outlives this service where the next one starts in the same process. */
  void close() {
    lag.register(List.of(), true);
    held.register(List.of(), true);
  }
}
