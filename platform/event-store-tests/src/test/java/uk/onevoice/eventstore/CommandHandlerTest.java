package uk.onevoice.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;

class CommandHandlerTest {
  private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
  private static final Metadata METADATA =
      new Metadata(ActorRef.person("1"), null, null, new UUID(0, 1), null, null);

  /** Seats of a room are taken one by one. */
  record Take(int seats) {}

  record Room(int taken) {}

  sealed interface RoomEvent {
    record SeatsTaken(int seats) implements RoomEvent {}
  }

  record Full(int taken) {}

  private static final Decider<Take, Room, RoomEvent, Full> ROOM =
      new Decider<>(
          new Room(0),
          (take, room) -> {
            if (take.seats() == 0) {
              return Decision.accept();
            }
            return room.taken() + take.seats() > 100
                ? Decision.reject(new Full(room.taken()))
                : Decision.accept(new RoomEvent.SeatsTaken(take.seats()));
          },
          (room, event) ->
              switch (event) {
                case RoomEvent.SeatsTaken(var seats) -> new Room(room.taken() + seats);
              });

  private final CountingStore store = new CountingStore();
  private final CommandHandler<Take, Room, RoomEvent, Full> rooms = handler();

  private CommandHandler<Take, Room, RoomEvent, Full> handler() {
    return new CommandHandler<>(store, ROOM, EventTypes.of(RoomEvent.class), UUID::randomUUID);
  }

  private static Envelope<Take> take(int seats) {
    return Envelope.of("room-1", new Take(seats), METADATA, NOON);
  }

  private static Envelope<Take> ifMatch(long version, int seats) {
    return new Envelope<>("room-1", new Take(seats), METADATA, NOON, version, null);
  }

  private static Envelope<Take> keyed(String key, int seats) {
    return new Envelope<>(
        "room-1",
        new Take(seats),
        METADATA,
        NOON,
        null,
        new IdempotencyKey("client:a", key, "seats=" + seats));
  }

  private static Answer seats(Room room, long version, List<RoomEvent> events) {
    return new Answer(200, null, "{\"taken\":%d,\"version\":%d}".formatted(room.taken(), version));
  }

  @Test
  void an_accepted_command_is_stored_and_answered_from_the_state_after_it() {
    rooms.handle(take(3));
    assertThat(rooms.handle(take(4), CommandHandlerTest::seats))
        .isEqualTo(
            new Handled.Done<>(
                new Answer(200, null, "{\"taken\":7,\"version\":2}"),
                List.of(new RoomEvent.SeatsTaken(4)),
                new Room(7),
                2,
                2));
    assertThat(rooms.current("room-1")).isEqualTo(new CommandHandler.Current<>(new Room(7), 2, 2));
  }

  @Test
  void a_rejected_command_stores_nothing() {
    rooms.handle(take(99));
    assertThat(rooms.handle(take(2))).isEqualTo(new Handled.Rejected<>(new Full(99), 1));
    assertThat(store.head()).isEqualTo(1);
  }

  @Test
  void a_command_that_asks_for_what_is_so_already_is_done_without_an_event() {
    rooms.handle(take(5));
    store.append(new Append("other", 0, List.of(), METADATA, null));
    assertThat(rooms.handle(take(0)))
        .isInstanceOfSatisfying(
            Handled.Done.class,
            done -> {
              assertThat(done.version()).isEqualTo(1);
              assertThat(done.lastPosition()).isEqualTo(1);
            });
    assertThat(store.head()).isEqualTo(1);
  }

  @Test
  void another_replica_s_events_are_seen_before_a_rule_says_no() {
    var other = handler();
    rooms.handle(take(1));
    other.handle(take(99));
    assertThat(rooms.handle(take(1))).isEqualTo(new Handled.Rejected<>(new Full(100), 2));
    assertThat(other.handle(take(1))).isEqualTo(new Handled.Rejected<>(new Full(100), 2));
  }

  @Test
  void a_lost_race_is_decided_again_on_the_new_state() {
    var other = handler();
    rooms.handle(take(1));
    other.handle(take(50));
    assertThat(rooms.handle(take(40)))
        .isInstanceOfSatisfying(
            Handled.Done.class, done -> assertThat(done.state()).isEqualTo(new Room(91)));
  }

  @Test
  void with_if_match_a_lost_race_is_told_and_not_decided_again() {
    var other = handler();
    rooms.handle(take(1));
    other.handle(take(1));
    assertThat(rooms.handle(ifMatch(1, 1))).isEqualTo(new Handled.VersionMoved<>(2));
    assertThat(rooms.handle(ifMatch(9, 1))).isEqualTo(new Handled.VersionMoved<>(2));
    assertThat(rooms.handle(ifMatch(2, 1))).isInstanceOf(Handled.Done.class);
    assertThat(store.head()).isEqualTo(3);
  }

  @Test
  void of_a_hundred_with_one_if_match_one_is_done() {
    rooms.handle(take(1));
    assertThat(race(100, () -> rooms.handle(ifMatch(1, 1))))
        .filteredOn(Handled.Done.class::isInstance)
        .hasSize(1);
    assertThat(rooms.current("room-1").state()).isEqualTo(new Room(2));
  }

  @Test
  void a_hundred_without_if_match_all_count() {
    race(120, () -> rooms.handle(take(1)));
    assertThat(rooms.current("room-1").state()).isEqualTo(new Room(100));
    assertThat(store.head()).isEqualTo(100);
  }

  @Test
  void a_hundred_of_two_replicas_all_count() {
    var other = handler();
    var next = new AtomicInteger();
    race(120, () -> (next.getAndIncrement() % 2 == 0 ? rooms : other).handle(take(1)));
    assertThat(rooms.current("room-1").state()).isEqualTo(new Room(100));
    assertThat(store.head()).isEqualTo(100);
  }

  @Test
  void commands_of_one_process_for_one_stream_lose_no_races_to_each_other() {
    race(100, () -> rooms.handle(take(1)));
    assertThat(store.conflicts).hasValue(0);
  }

  @Test
  void a_repeated_request_has_one_effect_and_one_answer() {
    var first =
        (Handled.Done<Room, RoomEvent, Full>)
            rooms.handle(keyed("k", 2), CommandHandlerTest::seats);
    rooms.handle(take(90));
    var repeated = new Handled.Repeated<Room, RoomEvent, Full>(first.answer(), "room-1", 1, 1);
    assertThat(rooms.handle(keyed("k", 2), CommandHandlerTest::seats)).isEqualTo(repeated);
    assertThat(handler().handle(keyed("k", 2), CommandHandlerTest::seats)).isEqualTo(repeated);
  }

  @Test
  void a_repeat_is_answered_although_the_rule_would_now_say_no() {
    rooms.handle(keyed("k", 60));
    assertThat(rooms.handle(keyed("k", 60))).isInstanceOf(Handled.Repeated.class);
  }

  @Test
  void a_key_of_another_request_is_refused_whatever_the_rule_says() {
    rooms.handle(keyed("k", 60));
    assertThat(rooms.handle(keyed("k", 1))).isEqualTo(new Handled.KeyReused<>());
    assertThat(rooms.handle(keyed("k", 70))).isEqualTo(new Handled.KeyReused<>());
  }

  @Test
  void a_rejected_request_is_decided_again_when_repeated() {
    var other = "room-2";
    assertThat(rooms.handle(keyed("k", 101))).isInstanceOf(Handled.Rejected.class);
    assertThat(rooms.handle(keyed("k", 101))).isInstanceOf(Handled.Rejected.class);
    assertThat(store.log(0, 1)).isEmpty();
    assertThat(rooms.current(other).version()).isZero();
  }

  @Test
  void an_accepted_request_without_events_keeps_its_answer() {
    rooms.handle(keyed("k", 0), CommandHandlerTest::seats);
    rooms.handle(take(1));
    assertThat(rooms.handle(keyed("k", 0), CommandHandlerTest::seats))
        .isEqualTo(
            new Handled.Repeated<>(
                new Answer(200, null, "{\"taken\":0,\"version\":0}"), "room-1", 0, 0));
  }

  @Test
  void a_command_costs_what_is_new_and_not_the_history() {
    IntStream.range(0, 50).forEach(_ -> rooms.handle(take(1)));
    store.read.set(0);
    rooms.handle(take(1));
    rooms.handle(take(0));
    assertThat(store.read).hasValue(0);
  }

  @Test
  void many_commands_for_new_streams_need_no_read() {
    List<Envelope<Take>> all =
        IntStream.range(0, 500)
            .mapToObj(n -> Envelope.of("room-" + n, new Take(n % 2 * 101 + 1), METADATA, NOON))
            .toList();
    var handled = Collections.synchronizedList(new ArrayList<Handled<Room, RoomEvent, Full>>());
    var carried = new AtomicInteger();
    rooms.handleAll(
        all,
        16,
        work ->
            () -> {
              carried.incrementAndGet();
              work.run();
            },
        (_, outcome) -> handled.add(outcome));
    assertThat(carried).as("each with what the calling thread knows").hasValue(500);
    assertThat(handled).hasSize(500).filteredOn(Handled.Done.class::isInstance).hasSize(250);
    assertThat(store.read).hasValue(0);
    assertThat(store.reads).hasValue(250); // only where a rule said no
  }

  @Test
  void many_commands_are_also_right_for_streams_that_are_there() {
    rooms.handle(take(98));
    var handled = new ArrayList<Handled<Room, RoomEvent, Full>>();
    handler().handleAll(List.of(take(2)), 4, (_, outcome) -> handled.add(outcome));
    handler().handleAll(List.of(take(2)), 4, (_, outcome) -> handled.add(outcome));
    assertThat(handled.getFirst()).isInstanceOf(Handled.Done.class);
    assertThat(handled.getLast()).isEqualTo(new Handled.Rejected<>(new Full(100), 2));
  }

  @Test
  void a_failure_ends_many_commands() {
    assertThatThrownBy(() ->
            rooms.handleAll(
                List.of(take(1), take(1)),
                1,
                (_, _) -> {
                  throw new IllegalStateException("no more");
                }))
        .hasMessage("no more");
  }

  private List<Handled<Room, RoomEvent, Full>> race(
      int writers, Supplier<Handled<Room, RoomEvent, Full>> one) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return IntStream.range(0, writers)
          .mapToObj(_ -> CompletableFuture.supplyAsync(one, threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  @Test
  void an_outage_while_appending_is_thrown_as_the_outage_it_is() {
    for (RuntimeException thrown :
        List.of(
            new EventStoreException("away", null),
            new EventRefused("no event", null),
            new EventTooLarge("SeatsTaken"))) {
      store.failure = thrown;
      assertThatThrownBy(() -> rooms.handle(take(1))).isSameAs(thrown);
    }
  }

  /** Counts what is read and what was in vain; others come in between where they can. */
  private static final class CountingStore implements EventStore {
    private final EventStore inner = new InMemoryEventStore(Clock.systemUTC());
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger conflicts = new AtomicInteger();
    private @Nullable RuntimeException failure;

    @Override
    public CompletableFuture<Outcome> append(Append append) {
      if (failure != null) {
        return CompletableFuture.failedFuture(failure);
      }
      Thread.yield();
      return inner
          .append(append)
          .whenComplete((outcome, _) -> {
            if (outcome instanceof Outcome.VersionConflict) {
              conflicts.incrementAndGet();
            }
          });
    }

    @Override
    public List<StoredEvent> stream(String stream, long afterVersion) {
      List<StoredEvent> events = inner.stream(stream, afterVersion);
      reads.incrementAndGet();
      read.addAndGet(events.size());
      return events;
    }

    @Override
    public List<StoredEvent> log(long afterPosition, int limit) {
      return inner.log(afterPosition, limit);
    }

    @Override
    public long head() {
      return inner.head();
    }

    @Override
    public Optional<Outcome> earlier(String client, String key, String fingerprint) {
      return inner.earlier(client, key, fingerprint);
    }
  }
}
