package uk.onevoice.bench;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.agroal.api.AgroalDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import uk.onevoice.eventstore.Append;
import uk.onevoice.eventstore.EventJson;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.NewEvent;
import uk.onevoice.eventstore.Outcome;
import uk.onevoice.eventstore.postgres.Database;
import uk.onevoice.eventstore.postgres.PostgresEventStore;
import uk.onevoice.eventstore.relay.Partitions;
import uk.onevoice.eventstore.relay.Relay;
import uk.onevoice.eventstore.relay.RelaySettings;
import uk.onevoice.kernel.ActorRef;

/** A mandates log with its relay: mandates that nine practices each have answered. */
final class FilledLog implements AutoCloseable {
  static final String LOG = "mandates";
  private static final int ANSWERS = 9;
  private static final int WAITING = 2_000;
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
  private final Map<Integer, Long> ends = new ConcurrentHashMap<>();
  private long events;

  FilledLog(Ground ground, String name) throws Exception {
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

  long events() {
    return events;
  }

  /** Position of the last event in each partition that has any. */
  Map<Integer, Long> ends() {
    return ends;
  }

  /** Appends so many mandates with their answers, and returns when all are published. */
  void fill(int mandates) throws Exception {
    var places = new Semaphore(WAITING);
    List<CompletableFuture<Outcome>> all = new ArrayList<>();
    for (int n = 0; n < mandates; n++) {
      places.acquire();
      Append mandate = mandate();
      all.add(
          store
              .append(mandate)
              .whenComplete((outcome, _) -> {
                places.release();
                if (outcome instanceof Outcome.Appended(long last, _)) {
                  ends.merge(Partitions.of(mandate.stream()), last, Math::max);
                }
              }));
      events += 1 + ANSWERS;
    }
    all.forEach(CompletableFuture::join);
    awaitPublished();
  }

  /** One mandate being opened, not counted; completes when it is committed. */
  CompletableFuture<Outcome> open(String stream) throws Exception {
    UUID id = UUID.fromString(stream.substring("mandate-".length()));
    return store.append(new Append(stream, 0, List.of(opened(id)), METADATA, null));
  }

  String newStream() {
    return "mandate-" + ids.generate();
  }

  private Append mandate() throws Exception {
    UUID id = ids.generate();
    List<NewEvent> history = new ArrayList<>();
    history.add(opened(id));
    for (int practice = 1; practice <= ANSWERS; practice++) {
      history.add(
          event(
              "ConsentGranted",
              Map.of(
                  "mandateId", id,
                  "practiceId", "WYVP%04d".formatted(practice),
                  "on", "2026-04-%02d".formatted(practice))));
    }
    return new Append("mandate-" + id, 0, history, METADATA, null);
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

  private void awaitPublished() throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    while (relay.status().position() < store.head()) {
      if (System.nanoTime() > end) {
        throw new TimeoutException("The relay did not publish: " + relay.status());
      }
      Thread.sleep(20);
    }
  }

  @Override
  public void close() {
    relay.close();
    store.close();
    pool.close();
  }
}
