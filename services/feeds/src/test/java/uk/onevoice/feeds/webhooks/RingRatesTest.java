package uk.onevoice.feeds.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.onevoice.feeds.subscriptions.Webhook;
import uk.onevoice.feeds.webhooks.Deliveries.State;
import uk.onevoice.feeds.webhooks.Deliveries.Tested;

/** How often an address lets itself be rung is kept by all who ring, and delays nobody else. */
class RingRatesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration MINUTE = Duration.ofSeconds(61);

  @TempDir static Path folder;

  private static RingStand stand;

  @BeforeAll
  static void begin() throws Exception {
    stand = new RingStand(folder);
  }

  @AfterAll
  static void end() {
    stand.close();
  }

  @AfterEach
  void nobodyIsRung() {
    stand.clear();
  }

  @Test
  void of_many_who_ask_at_once_in_two_replicas_so_many_ring_as_are_allowed() throws Exception {
    UUID id = stand.subscribe("/counted", "A");
    stand.allow(id, 7);
    Webhook webhook = stand.find(id).orElseThrow();
    Instant noon = Instant.parse("2026-11-26T12:00:00Z");
    List<RingRates> replicas = List.of(stand.rates(), stand.rates());
    assertThat(taken(replicas, webhook, noon)).isEqualTo(7);
    assertThat(taken(replicas, webhook, noon.plusSeconds(60))).isZero();
    assertThat(replicas.getFirst().take(webhook, noon.plusSeconds(60))).hasValue(noon.plus(MINUTE));
    assertThat(taken(replicas, webhook, noon.plus(MINUTE))).isEqualTo(7);
    stand.deliveries.forget(id);
    assertThat(stand.number("select count(*) from webhook_rate")).isZero();
  }

  private static int taken(List<RingRates> replicas, Webhook webhook, Instant now)
      throws Exception {
    List<Callable<Boolean>> asking = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      RingRates one = replicas.get(i % replicas.size());
      asking.add(() -> one.take(webhook, now).isEmpty());
    }
    int taken = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> one : threads.invokeAll(asking)) {
        taken += one.get() ? 1 : 0;
      }
    }
    return taken;
  }

  @Test
  void who_allows_a_few_is_rung_a_few_a_minute_by_two_replicas_and_others_wait_for_nothing()
      throws Exception {
    UUID few = stand.subscribe("/few", "A");
    stand.allow(few, 5);
    UUID all = stand.subscribe("/all-of-them", "A");
    try (Ringer _ = stand.ringer();
        Ringer _ = stand.ringer()) {
      for (int i = 0; i < 12; i++) {
        stand.publish("q" + i, "q" + i % 8, "A");
      }
      for (int minute = 1; minute <= 3; minute++) {
        int heard = Math.min(12, minute * 5);
        int waiting = 12 - heard;
        await("so many are rung in this minute")
            .atMost(PATIENCE)
            .until(() ->
                stand.log(few, State.DELIVERED).size() == heard
                    && stand.log(few, State.WAITING).size() == waiting
                    && (waiting == 0 || rests(few)));
        assertThat(stand.heard("/few")).hasSize(heard);
        if (minute == 1) {
          await("the other has all of it")
              .atMost(PATIENCE)
              .until(() -> stand.log(all, State.DELIVERED).size() == 12);
          // It holds nothing meanwhile, and says when it goes on.
          await("nothing is held")
              .atMost(PATIENCE)
              .until(() ->
                  stand.number("select count(*) from webhook_queue where claim is not null") == 0);
          assertThat(stand.log(few, State.WAITING))
              .allMatch(one -> one.tries() == 0)
              .anyMatch(one -> one.nextTry().isAfter(Instant.now().plusSeconds(20)));
        }
        stand.clock.pass(MINUTE);
        stand.hasten();
      }
    }
    assertThat(new HashSet<>(stand.heard("/few").stream().map(Subscriber.Heard::id).toList()))
        .hasSize(12);
  }

  private static boolean rests(UUID subscription) {
    return stand.number(
            "select count(*) from webhook_progress where not failing"
                + " and rests_until > clock_timestamp() and subscription_id = '"
                + subscription
                + "'")
        == 1;
  }

  @Test
  void a_test_counts_too_and_says_when_there_may_be_the_next() throws Exception {
    UUID id = stand.subscribe("/tested", "A");
    stand.allow(id, 2);
    Instant before = stand.clock.instant();
    for (int i = 0; i < 2; i++) {
      assertThat(stand.tried(id)).isInstanceOf(Tested.Rung.class);
    }
    assertThat(stand.tried(id))
        .isInstanceOfSatisfying(
            Tested.NotBefore.class,
            refused ->
                assertThat(refused.next())
                    .isBetween(before.plusSeconds(60), before.plusSeconds(90)));
    assertThat(stand.heard("/tested")).hasSize(2);
    assertThat(stand.log(id, null)).hasSize(2);
    stand.clock.pass(MINUTE.plusSeconds(30));
    assertThat(stand.tried(id)).isInstanceOf(Tested.Rung.class);
  }
}
