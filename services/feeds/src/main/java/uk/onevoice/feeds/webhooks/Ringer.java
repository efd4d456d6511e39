package uk.onevoice.feeds.webhooks;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import uk.onevoice.feeds.log.FeedLog;
import uk.onevoice.feeds.reading.Batch;
import uk.onevoice.feeds.subscriptions.Webhook;
import uk.onevoice.feeds.subscriptions.Webhooks;

/**
 * Goes round for as long as the service runs: looks what has come, hands it out, and has it rung.
 * Several replicas may; what one leaves, another takes up. Told at least once each, in the order of
 * the log on each subject, and never the same twice at a time.
 */
final class Ringer implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Ringer.class);

  /** Of those that do not keep up, so many are handed something between two looks at the log. */
  private static final int BEHIND_AT_ONCE = 8;

  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);
  private static final Duration BETWEEN_NUMBERS = Duration.ofSeconds(15);

  private final FeedLog log;
  private final Webhooks webhooks;
  private final Ledger ledger;
  private final HandingOut handingOut;
  private final Queues queues;
  private final Ringing ringing;
  private final RingNumbers numbers;
  private final Pace pace;
  private final Semaphore woken = new Semaphore(0);
  private final Thread thread;
  private final Deque<UUID> behind = new ArrayDeque<>();

  private Map<UUID, Webhook> live = Map.of();
  private long knownChanges = -1;
  private long handedOut = -1;
  private long swept;
  private long counted;
  private volatile boolean looksAgain = true;
  private volatile boolean ended;

  Ringer(
      Ledger ledger,
      FeedLog log,
      Webhooks webhooks,
      Batch told,
      Bell bell,
      Pace pace,
      Clock clock,
      RingNumbers numbers) {
    this.log = log;
    this.webhooks = webhooks;
    this.ledger = ledger;
    this.numbers = numbers;
    this.pace = pace;
    this.handingOut = new HandingOut(ledger, log, told, pace.backlog());
    this.queues = new Queues(ledger, pace.lease());
    this.ringing =
        new Ringing(
            queues,
            new RingRates(ledger),
            log,
            webhooks,
            told,
            bell,
            pace,
            clock,
            numbers,
            woken::release);
    this.counted = System.nanoTime() - BETWEEN_NUMBERS.toNanos();
    this.thread = Thread.ofPlatform().daemon().name("webhooks").unstarted(this::goRound);
  }

  void start() {
    thread.start();
  }

  /** Something is to be rung again, or there is more to hand out. */
  void wake() {
    looksAgain = true;
    woken.release();
  }

  private void goRound() {
    while (!ended) {
      try {
        if (!turn()) {
          rest(live.isEmpty() ? pace.sweep() : pace.look());
        }
      } catch (SQLException | RuntimeException failed) {
        if (!ended) {
          LOG.warnf(failed, "webhooks will go on");
          rest(AFTER_A_FAILURE);
        }
      }
    }
  }

  private void rest(Duration longest) {
    try {
      var _ = woken.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
      woken.drainPermits();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether there is more to do at once. */
  private boolean turn() throws SQLException {
    FeedLog.Reach reach = log.reach();
    boolean sweeps = looksAgain || System.nanoTime() - swept >= pace.sweep().toNanos();
    if (reach.changes() != knownChanges) {
      live = webhooks.live().stream().collect(Collectors.toMap(Webhook::id, Function.identity()));
      handingOut.begin(live);
      knownChanges = reach.changes();
      sweeps = true;
    }
    if (live.isEmpty()) {
      return false;
    }
    if (sweeps) {
      sweep();
    }
    if (reach.position() > handedOut) {
      HandingOut.Handed handed = handingOut.toFollowers(live, reach.position());
      handedOut = handed.upTo();
      ringing.hint(handed.who());
    }
    boolean more = handOutBehind() || (handedOut >= 0 && handedOut < reach.position());
    ringing.begin(live.keySet());
    count();
    return more || ringing.hasMore();
  }

  private void sweep() throws SQLException {
    looksAgain = false;
    swept = System.nanoTime();
    ringing.hint(queues.due());
    handingOut.holdBack();
    List<UUID> late = handingOut.behind();
    behind.clear();
    late.stream().filter(live::containsKey).forEach(behind::add);
  }

  /** One after the other in turn: one that hears a year again holds up nobody. */
  private boolean handOutBehind() throws SQLException {
    for (int i = Math.min(BEHIND_AT_ONCE, behind.size()); i > 0; i--) {
      UUID one = behind.remove();
      Webhook webhook = live.get(one);
      if (webhook != null) {
        HandingOut.Caught caught = handingOut.toOne(webhook);
        if (caught.got()) {
          ringing.hint(Set.of(one));
        }
        if (caught.more()) {
          behind.add(one);
        }
      }
    }
    return !behind.isEmpty();
  }

  private void count() throws SQLException {
    if (System.nanoTime() - counted >= BETWEEN_NUMBERS.toNanos()) {
      counted = System.nanoTime();
      numbers.look(ledger);
    }
  }

  /** What is under way is told and noted, if that takes no longer than this; then as if killed. */
  void finish(Duration longest) {
    ended = true;
    woken.release();
    try {
      thread.join(longest);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    ringing.finish(longest);
    close();
  }

  /** At once, as if it had been killed: claims run out, and what was not told is told by others. */
  @Override
  public void close() {
    ended = true;
    woken.release();
    ringing.close();
    numbers.close();
  }
}
