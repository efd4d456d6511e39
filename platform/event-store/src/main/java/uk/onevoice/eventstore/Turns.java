package uk.onevoice.eventstore;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets this process's commands for one stream go one after the other, first come first served.
 * Without it many who answer at once all lose to one, again and again.
 *
 * <p>It saves work and nothing else: whoever has waited long enough goes ahead, and the expected
 * version decides, as it does between replicas.
 */
final class Turns {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ConcurrentHashMap<String, Queue> byStream = new ConcurrentHashMap<>();

  private static final class Queue {
    private final ReentrantLock turn = new ReentrantLock(true);
    private int members;
  }

  <T> T take(String stream, Supplier<T> work) {
    ReentrantLock turn = join(stream);
    try {
      boolean mine = wait(turn);
      try {
        return work.get();
      } finally {
        if (mine) {
          turn.unlock();
        }
      }
    } finally {
      leave(stream);
    }
  }

  private ReentrantLock join(String stream) {
    return byStream.compute(
            stream,
            (_, known) -> {
              Queue queue = known == null ? new Queue() : known;
              queue.members++;
              return queue;
            })
        .turn;
  }

  private void leave(String stream) {
    byStream.computeIfPresent(stream, (_, queue) -> --queue.members == 0 ? null : queue);
  }

  private static boolean wait(ReentrantLock turn) {
    try {
      return turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
