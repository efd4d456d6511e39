package uk.onevoice.eventstore.fault;

import java.time.Instant;
import java.util.UUID;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.eventstore.IdempotencyKey;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;

/** The smallest aggregate: whoever does a deed has done it, and each deed names its command. */
final class Deeds {
  record Do(UUID command) {}

  record Done(int deeds) {}

  sealed interface DeedEvent {
    record DeedDone(UUID command, int number) implements DeedEvent {}
  }

  private static final Metadata METADATA =
      new Metadata(ActorRef.service("oracle"), null, null, new UUID(0, 1), null, null);

  private Deeds() {}

  static CommandHandler<Do, Done, DeedEvent, Void> handler(EventStore store) {
    return new CommandHandler<>(
        store,
        new Decider<>(
            new Done(0),
            (deed, done) ->
                Decision.accept(new DeedEvent.DeedDone(deed.command(), done.deeds() + 1)),
            (done, _) -> new Done(done.deeds() + 1)),
        EventTypes.of(DeedEvent.class),
        UUID::randomUUID);
  }

  /** The command with its own key: sent again, it has no second effect. */
  static Envelope<Do> envelope(UUID command, String stream) {
    return new Envelope<>(
        stream,
        new Do(command),
        METADATA,
        Instant.parse("2026-04-01T12:00:00Z"),
        null,
        new IdempotencyKey("service:oracle", command.toString(), stream));
  }
}
