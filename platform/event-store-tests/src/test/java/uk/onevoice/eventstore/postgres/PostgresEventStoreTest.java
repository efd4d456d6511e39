package uk.onevoice.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.eventstore.Answer;
import uk.onevoice.eventstore.Append;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventStoreContract;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.eventstore.EventTooLarge;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.NewEvent;
import uk.onevoice.eventstore.Outcome;
import uk.onevoice.eventstore.Request;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.kernel.ActorRef;

class PostgresEventStoreTest extends EventStoreContract {
  private static final Metadata METADATA =
      new Metadata(ActorRef.person("1"), null, null, new UUID(0, 1), null, null);

  private static TestLog log;
  private PostgresEventStore store;

  @BeforeAll
  static void create() throws Exception {
    log = new TestLog();
  }

  @AfterAll
  static void drop() {
    log.close();
  }

  @BeforeEach
  void open() throws Exception {
    log.empty();
    store = new PostgresEventStore(log.database(), log.pool());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected EventStore store() {
    return store;
  }

  private static Append one(String stream, long expected) {
    return new Append(
        stream,
        expected,
        List.of(new NewEvent(UUID.randomUUID(), "ThingMade", 1, "{}", Instant.EPOCH)),
        METADATA,
        null);
  }

  @Test
  void while_the_head_is_held_nothing_later_shows_and_a_rollback_leaves_no_gap() throws Exception {
    store.append(one("thing-1", 0)).join();
    List<CompletableFuture<Outcome>> later = new ArrayList<>();
    try (Connection holder = log.connect();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("select * from log_head for update");
      statement.execute("update log_head set position = position + 1");
      statement.execute(
          "insert into event select 2, 'held', 1, gen_random_uuid(), type, 1, payload, now(), now(),"
              + " actor, null, null, correlation_id, null, null from event where position = 1");
      for (int n = 0; n < 10; n++) {
        later.add(store.append(one("later-" + n, 0)));
      }
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() ->
              log.count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                  > 0);
      assertThat(store.log(0, 100)).extracting(StoredEvent::position).containsExactly(1L);
      assertThat(later).noneMatch(CompletableFuture::isDone);
      holder.rollback();
    }
    later.forEach(CompletableFuture::join);
    assertThat(store.log(0, 100))
        .extracting(StoredEvent::position)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
    assertThat(store.log(0, 100)).extracting(StoredEvent::stream).doesNotContain("held");
  }

  @Test
  void commands_that_wait_share_a_commit() throws Exception {
    List<CompletableFuture<Outcome>> waiting = new ArrayList<>();
    try (Connection holder = log.connect();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("select * from log_head for update");
      for (int n = 0; n < 100; n++) {
        waiting.add(store.append(one("later-" + n, 0)));
      }
      holder.rollback();
    }
    waiting.forEach(CompletableFuture::join);
    // Asked of the rows: listeners hear of a commit only after its callers did.
    assertThat(log.count("select count(distinct xmin::text) from event")).isBetween(1L, 3L);
  }

  @Test
  void a_connection_that_is_lost_loses_and_doubles_nothing() throws Exception {
    List<CompletableFuture<Outcome>> all = new ArrayList<>();
    for (int round = 0; round < 20; round++) {
      for (int n = 0; n < 100; n++) {
        all.add(store.append(one("thing-" + round + "-" + n, 0)));
      }
      log.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where application_name = 'onevoice-appender' and datname = current_database()");
    }
    assertThat(all)
        .allSatisfy(outcome -> assertThat(outcome.join()).isInstanceOf(Outcome.Appended.class));
    assertThat(store.head()).isEqualTo(2_000);
    assertThat(log.count("select count(*) from event")).isEqualTo(2_000);
    assertThat(all.stream().map(f -> ((Outcome.Appended) f.join()).lastPosition()))
        .doesNotHaveDuplicates();
  }

  @Test
  void two_replicas_under_load_neither_deadlock_nor_lose() throws Exception {
    try (var other = new PostgresEventStore(log.database(), log.pool())) {
      List<CompletableFuture<Outcome>> all = new ArrayList<>();
      for (int n = 0; n < 4_000; n++) {
        // Both replicas write to the same streams; each pair of appends has one winner.
        all.add((n % 2 == 0 ? store : other).append(one("thing-" + n / 2, 0)));
      }
      List<Outcome> outcomes = all.stream().map(CompletableFuture::join).toList();
      assertThat(outcomes).filteredOn(Outcome.Appended.class::isInstance).hasSize(2_000);
      assertThat(outcomes).filteredOn(Outcome.VersionConflict.class::isInstance).hasSize(2_000);
    }
    assertThat(log.count("select count(*) from event")).isEqualTo(2_000);
    assertThat(log.count("select max(position) from event")).isEqualTo(2_000);
    assertThat(store.head()).isEqualTo(2_000);
  }

  @Test
  void a_payload_that_kafka_would_refuse_is_refused_before() {
    var large =
        new NewEvent(
            UUID.randomUUID(), "ThingMade", 1, "\"" + "x".repeat(250_000) + "\"", Instant.EPOCH);
    assertThat(store.append(new Append("thing-1", 0, List.of(large), METADATA, null)))
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(EventTooLarge.class);
    assertThat(store.head()).isZero();
  }

  @Test
  void whoever_waits_for_a_held_head_waits_no_longer_than_their_patience() throws Exception {
    try (var impatient =
            new PostgresEventStore(
                log.database(), log.pool(), Optional::empty, Duration.ofSeconds(3));
        Connection holder = log.connect();
        Statement statement = holder.createStatement()) {
      impatient.append(one("thing-1", 0)).join();
      holder.setAutoCommit(false);
      statement.execute("select * from log_head for update");
      long started = System.nanoTime();
      List<CompletableFuture<Outcome>> waiting = new ArrayList<>();
      for (int n = 0; n < 20; n++) {
        // One after the other, for they are for one stream: each would wait for those before it.
        waiting.add(impatient.append(one("later", n)));
      }
      for (CompletableFuture<Outcome> outcome : waiting) {
        assertThat(outcome)
            .failsWithin(Duration.ofSeconds(30))
            .withThrowableOfType(ExecutionException.class)
            .withCauseInstanceOf(EventStoreException.class);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(15));
      holder.rollback();

      // Nobody waits for them any more, so they take no part of the time of those who do.
      assertThat(impatient.append(one("thing-2", 0))).succeedsWithin(Duration.ofSeconds(30));
      assertThat(impatient.stream("later", 0)).hasSizeLessThanOrEqualTo(1);
    }
  }

  @Test
  void a_server_that_only_reads_for_a_while_is_waited_for() throws Exception {
    try (var own = new TestLog();
        var waiting = new PostgresEventStore(own.database(), own.pool());
        Connection operator = own.connect();
        Statement statement = operator.createStatement()) {
      waiting.append(one("thing-1", 0)).join();
      String database = "alter database " + own.database().username();
      String newConnection =
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where application_name = 'onevoice-appender' and datname = current_database()";
      statement.execute(database + " set default_transaction_read_only = on");
      statement.execute(newConnection);
      CompletableFuture<Outcome> later = waiting.append(one("thing-2", 0));
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() ->
              own.count(
                      "select count(*) from pg_stat_activity where datname = current_database()"
                          + " and application_name = 'onevoice-appender'"
                          + " and query like '%append_batch%'")
                  > 0);
      assertThat(later).isNotDone();
      statement.execute(database + " reset default_transaction_read_only");
      statement.execute(newConnection);
      assertThat(later.get(30, TimeUnit.SECONDS)).isInstanceOf(Outcome.Appended.class);
    }
  }

  @Test
  void old_answers_are_forgotten_a_few_at_a_time_and_young_ones_kept() throws Exception {
    for (int n = 0; n < 12; n++) {
      store.append(keyed("thing-" + n, "key-" + n)).join();
    }
    log.execute(
        "update idempotency set recorded_at = recorded_at - interval '3 days'"
            + " where stream <> 'thing-0'");
    Instant twoDaysAgo = Instant.now().minus(Duration.ofDays(2));

    assertThat(store.forgetRequests(twoDaysAgo, 5)).isEqualTo(5);
    assertThat(store.forgetRequests(twoDaysAgo, 5)).isEqualTo(5);
    assertThat(store.forgetRequests(twoDaysAgo, 5)).isEqualTo(1);
    assertThat(store.forgetRequests(twoDaysAgo, 5)).isZero();
    assertThat(store.earlier("client:a", "key-0", "same")).isPresent();
    assertThat(store.earlier("client:a", "key-7", "same")).isEmpty();
  }

  private static Append keyed(String stream, String key) {
    Append append = one(stream, 0);
    return new Append(
        stream,
        0,
        append.events(),
        METADATA,
        new Request("client:a", key, "same", new Answer(204, null, null)));
  }
}
