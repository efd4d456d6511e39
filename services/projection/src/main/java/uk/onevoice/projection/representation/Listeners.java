package uk.onevoice.projection.representation;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.service.problem.StandardProblems;

/** Counts who listens for updates: so many at once here, and a few for one caller. */
@ApplicationScoped
class Listeners {
  static final int MOST = 200;
  static final int MOST_OF_ONE = 10;

  private final CurrentActor actor;
  private final Semaphore seats = new Semaphore(MOST);
  private final ConcurrentMap<String, Integer> taken = new ConcurrentHashMap<>();
  private volatile boolean closing;

  Listeners(CurrentActor actor) {
    this.actor = actor;
  }

  /** Held by one who listens. */
  final class Seat implements AutoCloseable {
    private final String caller;
    private final AtomicBoolean left = new AtomicBoolean();

    private Seat(String caller) {
      this.caller = caller;
    }

    /** Whether there is nobody to tell any more: they have gone, or the service ends. */
    boolean isLeft() {
      return closing || left.get();
    }

    /** May be called again. */
    @Override
    public void close() {
      if (left.compareAndSet(false, true)) {
        seats.release();
        leave(caller);
      }
    }
  }

  /**
   * @throws uk.onevoice.service.problem.ProblemException 429 when there is no seat left
   */
  Seat enter() {
    String caller = actor.get().ref().value();
    if (taken.merge(caller, 1, Integer::sum) > MOST_OF_ONE) {
      leave(caller);
      throw full();
    }
    if (!seats.tryAcquire()) {
      leave(caller);
      throw full();
    }
    return new Seat(caller);
  }

  void stop(@Observes ShutdownEvent stop) {
    closing = true;
  }

  private void leave(String caller) {
    taken.computeIfPresent(caller, (_, count) -> count == 1 ? null : count - 1);
  }

  private static RuntimeException full() {
    return StandardProblems.ofStatus(429).header("Retry-After", "30").exception();
  }
}
