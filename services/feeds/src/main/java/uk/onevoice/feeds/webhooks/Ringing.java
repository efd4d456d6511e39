package uk.onevoice.feeds.webhooks;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import uk.onevoice.feeds.log.FeedEvent;
import uk.onevoice.feeds.log.FeedLog;
import uk.onevoice.feeds.reading.Batch;
import uk.onevoice.feeds.subscriptions.Webhook;
import uk.onevoice.feeds.subscriptions.Webhooks;
import uk.onevoice.feeds.webhooks.Queues.Claim;
import uk.onevoice.feeds.webhooks.Queues.Room;

/**
 * Rings what is due. A queue at a time has a virtual thread, from its first to its last; each
 * subscription has a few at most, so that one that is slow takes nothing from the others. Whether
 * it may hear what it is told, and whether it allows one more in this minute, is looked at before
 * each ring.
 */
final class Ringing implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Ringing.class);

  private final Queues queues;
  private final RingRates rates;
  private final FeedLog log;
  private final Webhooks webhooks;
  private final Batch told;
  private final Bell bell;
  private final Pace pace;
  private final Clock clock;
  private final RingNumbers numbers;
  private final Runnable wake;
  private final ExecutorService threads;
  private final Map<UUID, Integer> busy = new ConcurrentHashMap<>();
  private final AtomicInteger underWay = new AtomicInteger();

  /** Who may have something due that has not been claimed. */
  private final Set<UUID> hinted = ConcurrentHashMap.newKeySet();

  /** Whose room was all taken: when some is free, there may be more. */
  private final Set<UUID> full = ConcurrentHashMap.newKeySet();

  private volatile boolean ending;
  private volatile boolean ended;

  /**
   * @param wake is run when somebody was hinted at
   */
  Ringing(
      Queues queues,
      RingRates rates,
      FeedLog log,
      Webhooks webhooks,
      Batch told,
      Bell bell,
      Pace pace,
      Clock clock,
      RingNumbers numbers,
      Runnable wake) {
    this.queues = queues;
    this.rates = rates;
    this.log = log;
    this.webhooks = webhooks;
    this.told = told;
    this.bell = bell;
    this.pace = pace;
    this.clock = clock;
    this.numbers = numbers;
    this.wake = wake;
    this.threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 0).factory());
  }

  /** Whether somebody was hinted at and there is room. */
  boolean hasMore() {
    return !hinted.isEmpty() && underWay.get() < pace.atATime();
  }

  /** Something of these may be due. */
  void hint(Iterable<UUID> subscriptions) {
    subscriptions.forEach(hinted::add);
  }

  /**
   * Claims what is due of those that were hinted at, and begins to ring it.
   *
   * @param live who is rung at all
   */
  void begin(Set<UUID> live) throws SQLException {
    Map<UUID, Room> rooms = new HashMap<>();
    int free = pace.atATime() - underWay.get();
    for (UUID one : List.copyOf(hinted)) {
      if (free <= 0) {
        break;
      }
      hinted.remove(one);
      int had = busy.getOrDefault(one, 0);
      int room = Math.min(free, pace.perSubscription() - had);
      if (live.contains(one) && room > 0) {
        rooms.put(one, new Room(room, had));
        free -= room;
      } else if (live.contains(one)) {
        full.add(one);
      }
    }
    if (rooms.isEmpty()) {
      return;
    }
    Map<UUID, Integer> claimed = new HashMap<>();
    List<Claim> claims = queues.claim(rooms);
    for (Claim claim : claims) {
      claimed.merge(claim.subscription(), 1, Integer::sum);
      busy.merge(claim.subscription(), 1, Integer::sum);
      underWay.incrementAndGet();
    }
    Set<UUID> all = new HashSet<>(claimed.keySet());
    all.removeIf(one -> {
      Room room = rooms.get(one);
      return room == null || claimed.getOrDefault(one, 0) < room.room();
    });
    full.addAll(all);
    claims.forEach(claim -> threads.execute(() -> ring(claim)));
  }

  private void ring(Claim claim) {
    try {
      ringAll(claim);
    } catch (Queues.Lost lost) {
      LOG.infof("claim lost subscription=%s", claim.subscription());
    } catch (SQLException | RuntimeException failed) {
      if (!ended) {
        // The claim runs out, and whoever finds it then goes on.
        LOG.warnf(failed, "ringing will go on later subscription=%s", claim.subscription());
      }
    } finally {
      busy.computeIfPresent(claim.subscription(), (_, had) -> had > 1 ? had - 1 : null);
      boolean wasFull = underWay.getAndDecrement() >= pace.atATime();
      if (full.remove(claim.subscription())) {
        hinted.add(claim.subscription());
        wasFull = true;
      }
      if (wasFull) {
        wake.run();
      }
    }
  }

  private void ringAll(Claim claim) throws SQLException, Queues.Lost {
    long renewed = System.nanoTime();
    boolean goesOn = true;
    while (goesOn && !ended) {
      if (ending) {
        queues.release(claim);
        return;
      }
      if (System.nanoTime() - renewed > pace.lease().toNanos() / 3) {
        queues.renew(claim);
        renewed = System.nanoTime();
      }
      Queues.First first = queues.first(claim);
      Queues.Waiting waiting = first.delivery();
      goesOn = waiting == null ? !queues.isOver(claim, first.added()) : ring(claim, first, waiting);
    }
  }

  /** Whether the queue goes on with what is next. */
  private boolean ring(Claim claim, Queues.First first, Queues.Waiting waiting)
      throws SQLException {
    Optional<Webhook> live = webhooks.live(claim.subscription());
    if (live.isEmpty()) {
      queues.release(claim);
      return false;
    }
    Webhook webhook = live.get();
    Optional<FeedEvent> event =
        log.event(webhook.reader().organisation(), webhook.filter(), waiting.position());
    if (event.isEmpty()) {
      queues.drop(waiting);
      return true;
    }
    Instant now = clock.instant();
    if (rates.take(webhook, now).isPresent()) {
      queues.release(claim);
      return false;
    }
    Answer answer =
        bell.ring(
            webhook.url(),
            webhook.signingKeys(),
            waiting.messageId(),
            told.one(webhook.reader(), event.get()),
            now);
    if (ended) {
      return false;
    }
    numbers.tried(webhook.id(), answer);
    return note(claim, first, waiting, answer, now);
  }

  private boolean note(
      Claim claim, Queues.First first, Queues.Waiting waiting, Answer answer, Instant now)
      throws SQLException {
    Instant then = clock.instant();
    return switch (Tries.next(
        first.tries(), answer, then, ThreadLocalRandom.current().nextDouble())) {
      case Tries.Next.Taken _ -> {
        queues.taken(claim, first, waiting, answer, now);
        yield true;
      }
      case Tries.Next.Again(var at, var rest) -> {
        queues.failed(claim, waiting, answer, now, at, rest);
        yield false;
      }
      case Tries.Next.Held(var rest) -> {
        queues.failed(claim, waiting, answer, now, null, rest);
        LOG.infof("webhook held subscription=%s", claim.subscription());
        yield false;
      }
      case Tries.Next.Gone _ -> {
        webhooks.gone(claim.subscription());
        queues.failed(claim, waiting, answer, now, then, Duration.ZERO);
        yield false;
      }
    };
  }

  /** What is under way comes to its end, for so long, and what it leaves is free for others. */
  void finish(Duration longest) {
    ending = true;
    threads.shutdown();
    try {
      var _ = threads.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  /**
   * At once: what is under way is left as it is, and rung again when its claim has run out. Nobody
   * is interrupted, which would break the database's connections.
   */
  @Override
  public void close() {
    ended = true;
    threads.shutdown();
  }
}
