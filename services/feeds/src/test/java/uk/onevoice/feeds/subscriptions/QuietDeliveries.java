package uk.onevoice.feeds.subscriptions;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.webhooks.Deliveries;

/** Rings nobody, where nothing else does. */
@DefaultBean
@ApplicationScoped
class QuietDeliveries implements Deliveries {
  @Override
  public Log log(UUID subscription, @Nullable State state, @Nullable String after, int limit) {
    return new Log(List.of(), null);
  }

  @Override
  public Optional<Delivery> find(UUID subscription, UUID delivery) {
    return Optional.empty();
  }

  @Override
  public Standing standing(UUID subscription) {
    return new Standing(0, 0, null);
  }

  @Override
  public int resend(UUID subscription, Set<UUID> deliveries) {
    return 0;
  }

  @Override
  public int resendRange(UUID subscription, Instant from, Instant upTo, @Nullable State state) {
    return 0;
  }

  @Override
  public void replayFrom(UUID subscription, Instant from) {
    // Nothing is rung.
  }

  @Override
  public Delivery test(Webhook webhook) {
    return new Delivery(
        new UUID(0, 1),
        "message",
        "webhook-test-1",
        webhook.id().toString(),
        Instant.EPOCH,
        true,
        State.DROPPED,
        1,
        Instant.EPOCH,
        null,
        null,
        Reason.UNREACHABLE,
        null);
  }

  @Override
  public Handshake handshake(URI url) {
    return new Handshake(false, null, Reason.UNREACHABLE);
  }

  @Override
  public void forget(UUID subscription) {
    // Nothing is kept.
  }
}
