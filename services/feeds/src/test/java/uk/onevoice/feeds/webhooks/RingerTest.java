package uk.onevoice.feeds.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.onevoice.feeds.webhooks.Deliveries.Delivery;
import uk.onevoice.feeds.webhooks.Deliveries.Reason;
import uk.onevoice.feeds.webhooks.Deliveries.State;
import uk.onevoice.feeds.webhooks.Deliveries.Tested;

/** From the log to partners' listeners, with the real PostgreSQL and real connections. */
class RingerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

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
  void nobodyIsRung() throws Exception {
    stand.clear();
  }

  @Test
  void each_is_told_what_it_may_hear_in_order_signed_and_nothing_else() throws Exception {
    stand.publish("before", "s0", "A");
    UUID trust = stand.subscribe("/trust", "A");
    UUID council = stand.subscribe("/council", "B", "place-changed-1");
    try (Ringer _ = stand.ringer()) {
      Map<String, List<String>> ofTrust = new LinkedHashMap<>();
      Map<String, List<String>> ofCouncil = new LinkedHashMap<>();
      for (int i = 0; i < 30; i++) {
        String subject = "s" + i % 5;
        boolean shared = i % 3 == 0;
        String event = stand.publish("e" + i, subject, shared ? "A" : "");
        stand.publish("other" + i, subject, "ELSE");
        ofTrust.computeIfAbsent(subject, _ -> new ArrayList<>()).add(stand.id(trust, event));
        if (!shared) {
          ofCouncil.computeIfAbsent(subject, _ -> new ArrayList<>()).add(stand.id(council, event));
        }
      }
      await("all is told")
          .atMost(PATIENCE)
          .until(() -> stand.heard("/trust").size() >= 30 && stand.heard("/council").size() >= 20);
      assertThat(bySubject("/trust")).isEqualTo(ofTrust);
      assertThat(bySubject("/council")).isEqualTo(ofCouncil);
      for (Subscriber.Heard heard : stand.heard("/trust")) {
        new Webhook(RingStand.KEY).verify(heard.body(), heard.headers());
        assertThat(heard.body()).contains("\"id\":\"" + heard.id() + "\"").doesNotContain("ELSE");
      }
      await("the log says so")
          .atMost(PATIENCE)
          .until(() -> stand.log(trust, State.DELIVERED).size() == 30);
      Delivery newest = stand.log(trust, null).getFirst();
      assertThat(newest)
          .extracting(Delivery::tries, Delivery::status, Delivery::reason, Delivery::nextTry)
          .containsExactly(1, 200, null, null);
      assertThat(stand.deliveries.standing(trust).lastDelivered()).isNotNull();
      Deliveries.Log part = stand.deliveries.log(trust, null, null, 20);
      assertThat(part.items()).hasSize(20);
      assertThat(
              stand
                  .deliveries
                  .log(trust, null, UUID.fromString(String.valueOf(part.next())), 20)
                  .items())
          .hasSize(10)
          .doesNotContainAnyElementsOf(part.items());
    }
  }

  @Test
  void replicas_that_are_killed_at_random_lose_nothing_and_double_nothing_at_once()
      throws Exception {
    var random = new Random(8);
    Duration patience = Duration.ofSeconds(3);
    UUID trust = stand.subscribe("/killed", "A");
    Map<String, Long> now = new ConcurrentHashMap<>();
    var twiceAtOnce = new AtomicInteger();
    stand.subscriber.answers(
        "/killed",
        (exchange, heard) -> {
          Long since = now.put(heard.id(), heard.at());
          // One that we gave up may still be under way here.
          if (since != null && heard.at() - since < patience.toNanos()) {
            twiceAtOnce.incrementAndGet();
          }
          pause(random.nextInt(12));
          now.remove(heard.id());
          exchange.sendResponseHeaders(heard.at() % 7 == 0 ? 500 : 204, -1);
        });
    Map<String, List<String>> told = new LinkedHashMap<>();
    List<Ringer> replicas =
        new ArrayList<>(List.of(stand.ringer(patience), stand.ringer(patience)));
    try {
      for (int i = 0; i < 120; i++) {
        String subject = "k" + random.nextInt(6);
        String event = stand.publish("k" + i, subject, "A");
        told.computeIfAbsent(subject, _ -> new ArrayList<>()).add(stand.id(trust, event));
        if (i % 12 == 6) {
          replicas.remove(random.nextInt(2)).close();
          replicas.add(stand.ringer(patience));
          stand.hasten();
        }
      }
      await("all is told")
          .atMost(PATIENCE)
          .until(() -> {
            stand.hasten();
            return stand.log(trust, State.DELIVERED).size() == 120;
          });
    } finally {
      replicas.forEach(Ringer::close);
    }
    Map<String, List<String>> first = new HashMap<>();
    bySubject("/killed")
        .forEach((subject, ids) -> first.put(subject, new ArrayList<>(new LinkedHashSet<>(ids))));
    assertThat(first).isEqualTo(told);
    assertThat(twiceAtOnce).hasValue(0);
  }

  @Test
  void what_is_never_taken_is_held_with_what_follows_on_its_subject_and_nothing_else()
      throws Exception {
    UUID trust = stand.subscribe("/held", "A");
    var well = new AtomicBoolean();
    stand.subscriber.answers(
        "/held",
        (exchange, heard) ->
            exchange.sendResponseHeaders(
                well.get() || !heard.body().contains("\"bad\"") ? 200 : 400, -1));
    try (Ringer ringer = stand.ringer()) {
      String first = stand.id(trust, stand.publish("h1", "bad", "A"));
      String second = stand.id(trust, stand.publish("h2", "bad", "A"));
      await("it was tried")
          .atMost(PATIENCE)
          .until(() -> stand.log(trust, null).stream().anyMatch(one -> one.tries() == 1));
      Delivery tried = stand.log(trust, State.WAITING).getLast();
      assertThat(tried.reason()).isEqualTo(Reason.REFUSED);
      assertThat(tried.status()).isEqualTo(400);
      assertThat(Duration.between(tried.lastTry(), tried.nextTry()).toMillis())
          .isBetween(5_000L, 8_000L);
      await("it is held")
          .atMost(PATIENCE)
          .until(() -> {
            stand.hasten();
            return !stand.log(trust, State.HELD).isEmpty();
          });
      assertThat(stand.heard("/held")).hasSize(10).allMatch(one -> one.id().equals(first));
      stand.publish("h3", "good", "A");
      await("the others go on")
          .atMost(PATIENCE)
          .until(() -> stand.log(trust, State.DELIVERED).size() == 1);
      assertThat(stand.log(trust, State.HELD))
          .singleElement()
          .satisfies(held -> {
            assertThat(held.tries()).isEqualTo(10);
            assertThat(held.nextTry()).isNull();
          });
      assertThat(stand.log(trust, State.BEHIND))
          .singleElement()
          .satisfies(behind -> assertThat(behind.messageId()).isEqualTo(second));
      assertThat(stand.deliveries.standing(trust))
          .extracting(Deliveries.Standing::waiting, Deliveries.Standing::held)
          .containsExactly(1, 1);
      assertThat(stand.shown("onevoice.webhook.held", trust)).isEqualTo(1);
      assertThat(stand.shown("onevoice.webhook.lag", trust)).isZero();

      well.set(true);
      assertThat(
              stand.deliveries.again(
                  trust, Set.of(stand.log(trust, State.HELD).getFirst().id(), UUID.randomUUID())))
          .isEqualTo(1);
      ringer.wake();
      await("what was behind follows")
          .atMost(PATIENCE)
          .until(() -> stand.log(trust, State.DELIVERED).size() == 3);
      assertThat(bySubject("/held").get("bad")).endsWith(first, second);

      // All of it once more, by when it was written.
      int before = stand.heard("/held").size();
      assertThat(
              stand.deliveries.again(
                  trust, Instant.now().minusSeconds(600), Instant.now().plusSeconds(1), null))
          .isEqualTo(3);
      ringer.wake();
      await("it is rung again")
          .atMost(PATIENCE)
          .until(() -> stand.heard("/held").size() == before + 3);
      await("all is taken")
          .atMost(PATIENCE)
          .until(() -> stand.log(trust, State.DELIVERED).size() == 3);

      // An old one alone: it keeps its place in the log, and was told last.
      Delivery old = stand.log(trust, State.DELIVERED).getLast();
      assertThat(stand.deliveries.again(trust, Set.of(old.id()))).isEqualTo(1);
      ringer.wake();
      await("the time of its answer is the last")
          .atMost(PATIENCE)
          .until(() -> {
            Delivery told = stand.log(trust, State.DELIVERED).getLast();
            return told.id().equals(old.id())
                && !told.lastTry().equals(old.lastTry())
                && told.lastTry().equals(stand.deliveries.standing(trust).lastDelivered());
          });
      assertThat(stand.deliveries.again(trust, Instant.EPOCH, Instant.EPOCH.plusSeconds(1), null))
          .isZero();
    }
  }

  @Test
  void one_that_is_dead_delays_nobody() throws Exception {
    UUID slow = stand.subscribe("/slow", "A");
    stand.subscribe("/quick", "A");
    var over = new CountDownLatch(1);
    stand.subscriber.answers(
        "/slow",
        (_, _) -> {
          try {
            over.await();
          } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
          }
        });
    try (Ringer _ = stand.ringer()) {
      for (int i = 0; i < 60; i++) {
        stand.publish("d" + i, "d" + i, "A");
      }
      await("the other has heard all")
          .atMost(PATIENCE)
          .until(() -> stand.heard("/quick").size() == 60);
      // A few at a time, however many wait; and nothing of it is over yet.
      assertThat(stand.heard("/slow")).hasSizeBetween(1, 4);
      assertThat(stand.log(slow, State.DELIVERED)).isEmpty();
      over.countDown();
    }
  }

  @Test
  void who_cannot_be_reached_rests_and_is_tried_one_at_a_time() throws Exception {
    UUID away = stand.subscribe("/away", "A");
    stand.subscriber.answers("/away", 503);
    try (Ringer _ = stand.ringer()) {
      for (int i = 0; i < 12; i++) {
        stand.publish("w" + i, "w" + i, "A");
      }
      await("it rests")
          .atMost(PATIENCE)
          .until(() ->
              stand.number(
                      "select count(*) from webhook_progress where failing"
                          + " and rests_until > clock_timestamp()")
                  == 1);
      assertThat(stand.heard("/away")).hasSizeBetween(1, 4);
      stand.subscriber.answers("/away", 200);
      await("all comes")
          .atMost(PATIENCE)
          .until(() -> {
            stand.hasten();
            return stand.log(away, State.DELIVERED).size() == 12;
          });
      assertThat(stand.number("select count(*) from webhook_progress where failing")).isZero();
    }
  }

  @Test
  void who_may_not_hear_any_more_is_told_nothing_after_a_second_even_while_it_hears_again()
      throws Exception {
    UUID trust = stand.subscribe("/replay", "A");
    try (Ringer ringer = stand.ringer()) {
      for (int i = 0; i < 90; i++) {
        stand.publish("r" + i, "r" + i % 30, "A");
      }
      await("all is told")
          .atMost(PATIENCE)
          .until(() -> stand.log(trust, State.DELIVERED).size() == 90);
      Map<String, List<String>> once = bySubject("/replay");

      stand.subscriber.answers(
          "/replay",
          (exchange, _) -> {
            pause(40);
            exchange.sendResponseHeaders(200, -1);
          });
      stand.deliveries.replay(trust, stand.start("r0"));
      ringer.wake();
      await("it hears again").atMost(PATIENCE).until(() -> stand.heard("/replay").size() >= 95);
      long revoked = System.nanoTime();
      stand.revoke(trust);
      await("nothing is under way")
          .atMost(PATIENCE)
          .until(() ->
              System.nanoTime() - revoked > 1_500_000_000L
                  && stand.number("select count(*) from webhook_queue where claim is not null")
                      == 0);
      List<Subscriber.Heard> heard = stand.heard("/replay");
      assertThat(heard).hasSizeLessThan(180);
      assertThat(heard.getLast().at() - revoked).isLessThan(1_000_000_000L);

      stand.approve(trust);
      await("the rest comes").atMost(PATIENCE).until(() -> stand.heard("/replay").size() == 180);
      once.replaceAll((_, ids) -> {
        List<String> twice = new ArrayList<>(ids);
        twice.addAll(ids);
        return twice;
      });
      assertThat(bySubject("/replay")).isEqualTo(once);
    }
  }

  @Test
  void who_says_it_is_gone_is_paused_and_what_comes_meanwhile_comes_afterwards() throws Exception {
    UUID trust = stand.subscribe("/gone", "A");
    stand.subscriber.answers("/gone", 410);
    try (Ringer _ = stand.ringer()) {
      stand.publish("g1", "g", "A");
      await("it is paused").atMost(PATIENCE).until(() -> stand.gone.contains(trust));
      stand.publish("g2", "g", "A");
      stand.publish("g3", "h", "A");
      assertThat(stand.heard("/gone")).hasSize(1);
      stand.subscriber.answers("/gone", 200);
      stand.approve(trust);
      await("all comes").atMost(PATIENCE).until(() -> stand.heard("/gone").size() == 4);
      assertThat(new HashSet<>(bySubject("/gone").getOrDefault("g", List.of()))).hasSize(2);
    }
  }

  @Test
  void who_asks_for_the_heartbeat_hears_it_and_nobody_else() throws Exception {
    UUID asks = stand.subscribe("/beat", "A", "heartbeat-1");
    UUID all = stand.subscribe("/all", "A");
    try (Ringer _ = stand.ringer()) {
      stand.publish("beat", "feed", "");
      stand.publish("b1", "feed", "");
      await("both are told")
          .atMost(PATIENCE)
          .until(() ->
              stand.log(asks, State.DELIVERED).size() == 1
                  && stand.log(all, State.DELIVERED).size() == 1);
      assertThat(stand.heard("/beat").getFirst().body()).contains("\"heartbeat-1\"");
      assertThat(stand.heard("/all").getFirst().body()).contains("\"place-changed-1\"");
    }
  }

  @Test
  void a_test_is_rung_at_once_and_waits_for_nothing() throws Exception {
    UUID trust = stand.subscribe("/test", "A");
    Delivery taken = tried(trust);
    assertThat(taken)
        .extracting(Delivery::state, Delivery::test, Delivery::tries, Delivery::status)
        .containsExactly(State.DELIVERED, true, 1, 200);
    Subscriber.Heard heard = stand.heard("/test").getFirst();
    new Webhook(RingStand.KEY).verify(heard.body(), heard.headers());
    assertThat(heard.body()).contains(taken.messageId(), "webhook-test-1", trust.toString());

    stand.subscriber.answers("/test", 404);
    Delivery refused = tried(trust);
    assertThat(refused)
        .extracting(Delivery::state, Delivery::status, Delivery::reason, Delivery::nextTry)
        .containsExactly(State.HELD, 404, Reason.REFUSED, null);
    assertThat(stand.log(trust, null)).containsExactly(refused, taken);
    assertThat(stand.deliveries.again(trust, Set.of(refused.id()))).isZero();
    assertThat(stand.deliveries.standing(trust))
        .extracting(Deliveries.Standing::waiting, Deliveries.Standing::held)
        .containsExactly(0, 0);
  }

  @Test
  void what_is_for_another_by_now_is_dropped_and_said_to_be() throws Exception {
    UUID trust = stand.subscribe("/narrower", "A");
    stand.subscriber.answers("/narrower", 500);
    try (Ringer _ = stand.ringer()) {
      stand.publish("n1", "n", "A");
      await("it was tried").atMost(PATIENCE).until(() -> !stand.heard("/narrower").isEmpty());
      stand.narrow(trust, "place-changed-1");
      stand.subscriber.answers("/narrower", 200);
      await("it is dropped")
          .atMost(PATIENCE)
          .until(() -> {
            stand.hasten();
            return stand.log(trust, State.DROPPED).size() == 1;
          });
      assertThat(stand.heard("/narrower")).hasSize(1);
    }
  }

  @Test
  void who_has_too_much_waiting_is_handed_out_no_more_until_some_is_taken() throws Exception {
    UUID trust = stand.subscribe("/full", "A");
    HandingOut handingOut = stand.handingOut(5);
    stand.followAll(handingOut);
    for (int i = 0; i < 6; i++) {
      stand.publish("f" + i, "f", "A");
    }
    handingOut.toFollowers(stand.liveById(), stand.reach());
    assertThat(handingOut.behind()).isEmpty();
    handingOut.holdBack();
    assertThat(handingOut.behind()).containsExactly(trust);
    stand.publish("f6", "f", "A");
    handingOut.toFollowers(stand.liveById(), stand.reach());
    assertThat(handingOut.toOne(stand.liveById().get(trust)))
        .isEqualTo(new HandingOut.Caught(false, false));
    assertThat(stand.log(trust, State.WAITING)).hasSize(6);
    assertThat(stand.shown("onevoice.webhook.lag", trust)).isPositive();

    stand.run(
        "update webhook_delivery set state = 'DELIVERED' where position in"
            + " (select min(position) from webhook_delivery)");
    assertThat(handingOut.toOne(stand.liveById().get(trust)))
        .isEqualTo(new HandingOut.Caught(true, false));
    assertThat(stand.log(trust, State.WAITING)).hasSize(6);
    assertThat(handingOut.behind()).isEmpty();
  }

  @Test
  void what_was_told_is_forgotten_and_what_waits_is_kept_while_its_event_is() throws Exception {
    UUID trust = stand.subscribe("/old", "A");
    HandingOut handingOut = stand.handingOut(2_000);
    stand.followAll(handingOut);
    stand.publish("o1", "o", "A");
    stand.publish("o2", "o", "A");
    handingOut.toFollowers(stand.liveById(), stand.reach());
    stand.run(
        "update webhook_delivery set state = 'DELIVERED', last_try = clock_timestamp()"
            + " where position in (select min(position) from webhook_delivery)");
    stand.sweep(Duration.ofHours(-1));
    assertThat(stand.log(trust, null)).hasSize(2);
    stand.sweep(Duration.ofHours(1));
    assertThat(stand.log(trust, null))
        .singleElement()
        .extracting(Delivery::state)
        .isEqualTo(State.WAITING);
    stand.run("update feed_head set dropped = position");
    stand.sweep(Duration.ofHours(-1));
    stand.run("update feed_head set dropped = 0");
    assertThat(stand.log(trust, null))
        .singleElement()
        .extracting(Delivery::state)
        .isEqualTo(State.DROPPED);
    stand.deliveries.forget(trust);
    assertThat(stand.log(trust, null)).isEmpty();
    assertThat(stand.number("select count(*) from webhook_queue")).isZero();
  }

  @Test
  void a_thousand_cost_two_connections_a_batch() throws Exception {
    stand.subscribeMany("/many", 100);
    HandingOut handingOut = stand.handingOut(2_000);
    stand.followAll(handingOut);
    for (int i = 0; i < 100; i++) {
      stand.publish("m" + i, "m" + i, "M" + i);
    }
    long reach = stand.reach();
    int before = stand.connections.get();
    HandingOut.Handed handed = handingOut.toFollowers(stand.liveById(), reach);
    assertThat(stand.connections.get() - before).isEqualTo(2);
    assertThat(handed.who()).isEqualTo(stand.liveById().keySet());
    assertThat(stand.number("select count(*) from webhook_delivery")).isEqualTo(1_000);
  }

  private static Delivery tried(UUID subscription) throws Exception {
    assertThat(stand.tried(subscription)).isInstanceOf(Tested.Rung.class);
    return stand.log(subscription, null).getFirst();
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, List<String>> bySubject(String path) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (Subscriber.Heard heard : stand.heard(path)) {
      String subject = heard.body().replaceAll(".*\"subject\":\"([^\"]*)\".*", "$1");
      found.computeIfAbsent(subject, _ -> new ArrayList<>()).add(heard.id());
    }
    return found;
  }
}
