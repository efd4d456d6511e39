package uk.onevoice.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.ActorRef;

/** What every {@link EventStore} promises; each test begins with an empty store. */
public abstract class EventStoreContract {
  private static final Instant NOON = Instant.parse("2026-04-01T12:00:00.123456Z");
  private static final Metadata METADATA =
      new Metadata(
          ActorRef.person("0190-1"),
          "M81009",
          "QGH",
          UUID.fromString("01932c07-0000-7000-8000-00000000c0de"),
          UUID.fromString("01932c07-0000-7000-8000-00000000ca5e"),
          "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  private static final Metadata SPARSE =
      new Metadata(ActorRef.service("import"), null, null, UUID.randomUUID(), null, null);

  protected abstract EventStore store();

  private Outcome append(Append append) {
    return store().append(append).join();
  }

  private static NewEvent event(String payload) {
    return new NewEvent(UUID.randomUUID(), "ThingMade", 1, payload, NOON);
  }

  private static List<NewEvent> events(int count) {
    return IntStream.range(0, count).mapToObj(n -> event("{\"n\":%d}".formatted(n))).toList();
  }

  private static Append of(String stream, long expected, int count) {
    return new Append(stream, expected, events(count), METADATA, null);
  }

  private static Append asked(String stream, long expected, int count, Request request) {
    return new Append(stream, expected, events(count), METADATA, request);
  }

  private static Request request(String client, String key, String fingerprint) {
    return new Request(
        client, key, fingerprint, new Answer(201, "/v1/things/1", "{\"made\":\"" + key + "\"}"));
  }

  @Test
  void a_new_store_is_empty() {
    assertThat(store().head()).isZero();
    assertThat(store().stream("thing-1", 0)).isEmpty();
    assertThat(store().log(0, 10)).isEmpty();
    assertThat(store().earlier("c", "k", "f")).isEmpty();
  }

  @Test
  void events_come_back_as_they_were_appended() {
    NewEvent event =
        new NewEvent(
            UUID.randomUUID(),
            "ThingMade",
            3,
            "{\"name\":\"Pl\u00e2s \\\"Ty\\\" \ud83c\udfe5\"}",
            NOON);
    Instant before = Instant.now().minusSeconds(1);
    assertThat(append(new Append("thing-1", 0, List.of(event), METADATA, null)))
        .isEqualTo(new Outcome.Appended(1, 1));
    assertThat(store().stream("thing-1", 0))
        .singleElement()
        .satisfies(stored -> {
          assertThat(stored.position()).isEqualTo(1);
          assertThat(stored.stream()).isEqualTo("thing-1");
          assertThat(stored.version()).isEqualTo(1);
          assertThat(stored.id()).isEqualTo(event.id());
          assertThat(stored.type()).isEqualTo("ThingMade");
          assertThat(stored.schemaVersion()).isEqualTo(3);
          assertThat(EventJson.mapper().readTree(stored.payload()))
              .isEqualTo(EventJson.mapper().readTree(event.payload()));
          assertThat(stored.occurredAt()).isEqualTo(NOON);
          assertThat(stored.recordedAt()).isBetween(before, Instant.now().plusSeconds(1));
          assertThat(stored.metadata()).isEqualTo(METADATA);
        });
  }

  @Test
  void a_told_time_is_when_it_was_recorded() {
    append(of("thing-1", 0, 2).recorded(NOON));
    assertThat(store().stream("thing-1", 0))
        .extracting(StoredEvent::recordedAt)
        .containsExactly(NOON, NOON);
  }

  @Test
  void within_a_stream_nothing_is_recorded_before_what_came_first() {
    append(of("thing-1", 0, 1).recorded(NOON));
    append(of("thing-2", 0, 1).recorded(NOON.minusSeconds(60)));
    append(of("thing-1", 1, 1).recorded(NOON.minusSeconds(1)));
    append(of("thing-1", 2, 1).recorded(NOON.plusSeconds(1)));
    assertThat(store().log(0, 10))
        .extracting(StoredEvent::recordedAt)
        .containsExactly(NOON, NOON.minusSeconds(60), NOON, NOON.plusSeconds(1));
  }

  @Test
  void nothing_is_recorded_in_the_future() {
    append(of("thing-1", 0, 1).recorded(Instant.now().plusSeconds(86_400)));
    assertThat(store().log(0, 1).getFirst().recordedAt()).isBefore(Instant.now().plusSeconds(1));
  }

  @Test
  void metadata_may_be_sparse() {
    append(new Append("thing-1", 0, events(1), SPARSE, null));
    assertThat(store().log(0, 10))
        .singleElement()
        .extracting(StoredEvent::metadata)
        .isEqualTo(SPARSE);
  }

  @Test
  void positions_and_versions_have_no_gaps() {
    append(of("thing-1", 0, 3));
    append(of("thing-2", 0, 2));
    assertThat(append(of("thing-1", 3, 2))).isEqualTo(new Outcome.Appended(7, 5));
    assertThat(store().log(0, 100))
        .extracting(StoredEvent::position)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(store().stream("thing-1", 0))
        .extracting(StoredEvent::version)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(store().head()).isEqualTo(7);
  }

  @Test
  void the_log_is_read_in_pages_and_a_stream_from_a_version() {
    append(of("thing-1", 0, 5));
    assertThat(store().log(1, 2)).extracting(StoredEvent::position).containsExactly(2L, 3L);
    assertThat(store().log(5, 2)).isEmpty();
    assertThat(store().stream("thing-1", 3))
        .extracting(StoredEvent::version)
        .containsExactly(4L, 5L);
    assertThat(store().stream("thing-1", 9)).isEmpty();
  }

  @Test
  void an_expected_version_that_is_too_low_or_too_high_is_a_conflict() {
    append(of("thing-1", 0, 2));
    assertThat(append(of("thing-1", 1, 1))).isEqualTo(new Outcome.VersionConflict(2));
    assertThat(append(of("thing-1", 0, 1))).isEqualTo(new Outcome.VersionConflict(2));
    assertThat(append(of("thing-1", 7, 1))).isEqualTo(new Outcome.VersionConflict(2));
    assertThat(append(of("thing-9", 1, 1))).isEqualTo(new Outcome.VersionConflict(0));
    assertThat(store().head()).isEqualTo(2);
    assertThat(append(of("thing-9", 0, 1))).isEqualTo(new Outcome.Appended(3, 1));
  }

  @Test
  void a_repeated_request_is_answered_as_before_and_stored_once() {
    append(of("other", 0, 1));
    Request request = request("client:a", "k1", "f1");
    assertThat(append(asked("thing-1", 0, 2, request))).isEqualTo(new Outcome.Appended(3, 2));
    append(of("other", 1, 1));
    var repeated = new Outcome.Repeated(request.answer(), "thing-1", 2, 3);
    assertThat(append(asked("thing-1", 0, 2, request("client:a", "k1", "f1")))).isEqualTo(repeated);
    assertThat(append(asked("thing-1", 2, 2, request))).isEqualTo(repeated);
    assertThat(store().earlier("client:a", "k1", "f1")).contains(repeated);
    assertThat(store().head()).isEqualTo(4);
  }

  @Test
  void a_key_used_for_another_request_is_refused() {
    append(asked("thing-1", 0, 1, request("client:a", "k1", "f1")));
    assertThat(append(asked("thing-2", 0, 1, request("client:a", "k1", "f2"))))
        .isEqualTo(new Outcome.KeyReused());
    assertThat(store().earlier("client:a", "k1", "f2")).contains(new Outcome.KeyReused());
    assertThat(store().stream("thing-2", 0)).isEmpty();
  }

  @Test
  void keys_of_two_callers_never_meet() {
    append(asked("thing-1", 0, 1, request("client:a", "k1", "f1")));
    assertThat(append(asked("thing-2", 0, 1, request("client:b", "k1", "f2"))))
        .isEqualTo(new Outcome.Appended(2, 1));
  }

  @Test
  void a_conflict_does_not_use_its_key_up() {
    append(of("thing-1", 0, 1));
    Request request = request("client:a", "k1", "f1");
    assertThat(append(asked("thing-1", 0, 1, request))).isEqualTo(new Outcome.VersionConflict(1));
    assertThat(append(asked("thing-1", 1, 1, request))).isEqualTo(new Outcome.Appended(2, 2));
  }

  @Test
  void an_answer_can_be_kept_without_an_event() {
    Request bare = new Request("client:a", "k1", "f1", new Answer(204, null, null));
    assertThat(append(asked("thing-1", 0, 0, bare))).isEqualTo(new Outcome.Appended(0, 0));
    assertThat(append(asked("thing-1", 0, 0, bare)))
        .isEqualTo(new Outcome.Repeated(bare.answer(), "thing-1", 0, 0));
    append(of("thing-1", 0, 2));
    append(of("thing-2", 0, 2));
    assertThat(append(asked("thing-1", 2, 0, request("client:a", "k2", "f2"))))
        .isEqualTo(new Outcome.Appended(2, 2));
    assertThat(store().head()).isEqualTo(4);
  }

  @Test
  void of_a_hundred_writers_with_one_expected_version_one_succeeds() {
    append(of("thing-1", 0, 1));
    List<CompletableFuture<Outcome>> all = new ArrayList<>();
    for (int writer = 0; writer < 100; writer++) {
      all.add(CompletableFuture.supplyAsync(() -> append(of("thing-1", 1, 1))));
    }
    List<Outcome> outcomes = all.stream().map(CompletableFuture::join).toList();
    assertThat(outcomes).filteredOn(new Outcome.Appended(2, 2)::equals).hasSize(1);
    assertThat(outcomes).filteredOn(new Outcome.VersionConflict(2)::equals).hasSize(99);
    assertThat(store().stream("thing-1", 0)).hasSize(2);
  }

  @Test
  void of_fifty_concurrent_repeats_one_has_an_effect_and_all_get_its_answer() {
    Request request = request("client:a", "k1", "f1");
    List<CompletableFuture<Outcome>> all = new ArrayList<>();
    for (int writer = 0; writer < 50; writer++) {
      String stream = "thing-" + writer; // a repeat draws a new id, and so another stream
      all.add(CompletableFuture.supplyAsync(() -> append(asked(stream, 0, 1, request))));
    }
    List<Outcome> outcomes = all.stream().map(CompletableFuture::join).toList();
    assertThat(outcomes).filteredOn(new Outcome.Appended(1, 1)::equals).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome ->
            outcome instanceof Outcome.Repeated repeated
                && repeated.answer().equals(request.answer()))
        .hasSize(49);
    assertThat(store().head()).isEqualTo(1);
  }

  @Test
  void many_writers_leave_dense_positions_and_every_stream_whole() {
    List<CompletableFuture<Outcome>> all = new ArrayList<>();
    for (int n = 0; n < 1_000; n++) {
      all.add(store().append(of("thing-" + n, 0, 1 + n % 3)));
    }
    long events = all.stream().mapToLong(f -> ((Outcome.Appended) f.join()).version()).sum();
    List<StoredEvent> log = store().log(0, 10_000);
    assertThat(log)
        .extracting(StoredEvent::position)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events).boxed().toList());
    for (int n = 0; n < 1_000; n++) {
      assertThat(store().stream("thing-" + n, 0)).hasSize(1 + n % 3);
    }
  }

  @Test
  void an_event_that_cannot_be_stored_harms_no_other() {
    List<CompletableFuture<Outcome>> good = new ArrayList<>();
    List<CompletableFuture<Outcome>> bad = new ArrayList<>();
    for (int n = 0; n < 20; n++) {
      good.add(store().append(of("good-" + n, 0, 2)));
      bad.add(
          store()
              .append(
                  new Append(
                      "bad-" + n, 0, List.of(event("{}"), event("{\"n\":")), METADATA, null)));
    }
    assertThat(good)
        .allSatisfy(stored -> assertThat(stored.join()).isInstanceOf(Outcome.Appended.class));
    assertThat(bad)
        .allSatisfy(refused ->
            assertThatThrownBy(refused::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(EventRefused.class));
    assertThat(store().log(0, 100))
        .hasSize(40)
        .extracting(StoredEvent::stream)
        .allMatch(stream -> stream.startsWith("good"));
    assertThat(store().head()).isEqualTo(40);
  }
}
