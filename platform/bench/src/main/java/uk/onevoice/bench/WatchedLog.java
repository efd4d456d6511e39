package uk.onevoice.bench;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.agroal.api.AgroalDataSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import uk.onevoice.eventstore.Append;
import uk.onevoice.eventstore.EventJson;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.NewEvent;
import uk.onevoice.eventstore.Outcome;
import uk.onevoice.eventstore.postgres.Database;
import uk.onevoice.eventstore.postgres.PostgresEventStore;
import uk.onevoice.eventstore.relay.Relay;
import uk.onevoice.eventstore.relay.RelaySettings;
import uk.onevoice.kernel.ActorRef;

/** A mandates log with its relay, for what is appended while somebody watches. */
final class WatchedLog implements AutoCloseable {
  static final String LOG = "mandates";
  private static final Metadata METADATA =
      new Metadata(
          ActorRef.person("01932c07-0000-7000-8000-00000000beef"),
          "WYVP0001",
          "WYVICB01",
          UUID.fromString("01932c07-0000-7000-8000-00000000c0de"),
          null,
          null);

  private final String topic;
  private final AgroalDataSource pool;
  private final PostgresEventStore store;
  private final Relay relay;
  private final NoArgGenerator ids = Generators.timeBasedEpochRandomGenerator();

  WatchedLog(Ground ground, String name) throws Exception {
    this.topic = name + ".events";
    Database database = ground.database(name, "db/eventstore");
    this.pool = Ground.pool(database, 2);
    this.store = new PostgresEventStore(database, pool);
    this.relay = new Relay(database, new RelaySettings(LOG, topic, ground.kafka())).start();
    store.whenCommitted(relay::wake);
  }

  String topic() {
    return topic;
  }

  /** One mandate being opened, not counted; completes when it is committed. */
  CompletableFuture<Outcome> open(String stream) throws Exception {
    UUID id = UUID.fromString(stream.substring("mandate-".length()));
    return store.append(new Append(stream, 0, List.of(opened(id)), METADATA, null));
  }

  String newStream() {
    return "mandate-" + ids.generate();
  }

  private NewEvent opened(UUID id) throws Exception {
    return event(
        "MandateOpened",
        Map.of(
            "mandateId", id,
            "placeId", "0190f1c8-0000-7000-8000-000000000002",
            "topic", "community-services",
            "holderId", "0190f1c8-0000-7000-8000-000000000003",
            "holderRole", "Federation medical director",
            "start", "2026-04-01",
            "end", "2028-04-01"));
  }

  private NewEvent event(String type, Map<String, ?> fields) throws Exception {
    return new NewEvent(
        ids.generate(),
        type,
        1,
        EventJson.mapper().writeValueAsString(fields),
        Instant.parse("2026-04-01T12:00:00Z"));
  }

  @Override
  public void close() {
    relay.close();
    store.close();
    pool.close();
  }
}
