package uk.onevoice.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.StateCache.Known;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;

/**
 * Takes a command from its stream's state to committed events. Every method blocks: call it on a
 * virtual thread.
 *
 * <ul>
 *   <li>A command is decided on the stream's newest state. When another command comes first, it is
 *       decided again on the new state, unless the caller said which version it had seen. Commands
 *       of one process that are for one stream take turns, so that they lose no races to each
 *       other.
 *   <li>A request that was accepted before is answered as it was then. A rejected one is decided
 *       again when it is repeated: it had no effect that could be doubled.
 * </ul>
 *
 * @param <C> commands
 * @param <S> states
 * @param <E> events
 * @param <R> rejections
 */
public final class CommandHandler<C, S, E, R> {
  private static final int CACHED_STREAMS = 10_000;
  private static final int MOST_RACES = 1_000;
  private static final Answer NO_CONTENT = new Answer(204, null, null);

  private final EventStore store;
  private final Decider<C, S, E, R> decider;
  private final EventTypes<E> types;
  private final Supplier<UUID> ids;
  private final StateCache<S> cache = new StateCache<>(CACHED_STREAMS);
  private final Turns turns = new Turns();

  /**
   * @param ids new version 7 UUIDs
   */
  public CommandHandler(
      EventStore store, Decider<C, S, E, R> decider, EventTypes<E> types, Supplier<UUID> ids) {
    this.store = store;
    this.decider = decider;
    this.types = types;
    this.ids = ids;
  }

  /**
   * A stream's state now.
   *
   * @param lastPosition position of the stream's last event, 0 when it has none
   */
  public record Current<S>(S state, long version, long lastPosition) {}

  /** The stream's newest state; the decider's initial one, at version 0, for a new stream. */
  public Current<S> current(String stream) {
    Known<S> known = newest(stream);
    return new Current<>(known.state(), known.version(), known.lastPosition());
  }

  /** For commands whose answer nobody keeps: policies, imports. */
  public Handled<S, E, R> handle(Envelope<C> envelope) {
    return handle(envelope, (_, _, _) -> NO_CONTENT);
  }

  public Handled<S, E, R> handle(Envelope<C> envelope, Answering<S, E> answering) {
    return turns.take(
        envelope.stream(),
        () -> handle(envelope, answering, cache.get(envelope.stream()).orElse(null)));
  }

  /**
   * Handles many commands that are mostly for new streams: the read before the decision is saved,
   * and made up for where it turns out to be needed. Two commands for one stream are each decided
   * on the other's events, but not in a certain order.
   *
   * @param concurrency how many commands are under way at a time
   * @param handled called as each command is done, by several threads at once
   */
  public void handleAll(
      Iterable<Envelope<C>> envelopes,
      int concurrency,
      BiConsumer<Envelope<C>, Handled<S, E, R>> handled) {
    handleAll(envelopes, concurrency, UnaryOperator.identity(), handled);
  }

  /**
   * As {@link #handleAll(Iterable, int, BiConsumer)}.
   *
   * @param carried asked by the calling thread for each command: the same work with what that
   *     thread knows and others do not
   */
  public void handleAll(
      Iterable<Envelope<C>> envelopes,
      int concurrency,
      UnaryOperator<Runnable> carried,
      BiConsumer<Envelope<C>, Handled<S, E, R>> handled) {
    var places = new Semaphore(concurrency);
    var failure = new AtomicReference<@Nullable RuntimeException>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Envelope<C> envelope : envelopes) {
        places.acquireUninterruptibly();
        if (failure.get() != null) {
          break;
        }
        threads.execute(
            carried.apply(() -> {
              try {
                handled.accept(envelope, handleAsNew(envelope));
              } catch (RuntimeException thrown) {
                failure.compareAndSet(null, thrown);
              } finally {
                places.release();
              }
            }));
      }
    }
    RuntimeException thrown = failure.get();
    if (thrown != null) {
      throw thrown;
    }
  }

  private Handled<S, E, R> handleAsNew(Envelope<C> envelope) {
    Known<S> assumed = cache.get(envelope.stream()).orElseGet(this::absent);
    return handle(envelope, (_, _, _) -> NO_CONTENT, assumed);
  }

  /**
   * @param assumed the state to try first, which may be behind; null to read it
   */
  private Handled<S, E, R> handle(
      Envelope<C> envelope, Answering<S, E> answering, @Nullable Known<S> assumed) {
    if (assumed != null) {
      Optional<Handled<S, E, R>> handled = attempt(envelope, answering, assumed, false);
      if (handled.isPresent()) {
        return handled.get();
      }
    }
    for (int races = 0; races < MOST_RACES; races++) {
      Known<S> newest = newest(envelope.stream());
      Optional<Handled<S, E, R>> handled = attempt(envelope, answering, newest, true);
      if (handled.isPresent()) {
        return handled.get();
      }
    }
    throw new IllegalStateException("Others were always faster on " + envelope.stream() + ".");
  }

  /**
   * Decides on this state; empty when it has to be decided on a newer one.
   *
   * @param certain whether the state was read just now: only then may it be a reason to say no
   */
  private Optional<Handled<S, E, R>> attempt(
      Envelope<C> envelope, Answering<S, E> answering, Known<S> known, boolean certain) {
    if (envelope.ifMatch() != null && envelope.ifMatch() != known.version()) {
      return certain
          ? Optional.of(
              earlier(envelope).orElseGet(() -> new Handled.VersionMoved<>(known.version())))
          : Optional.empty();
    }
    return switch (decider.decide().apply(envelope.command(), known.state())) {
      case Decision.Rejected<E, R>(var rejection) ->
          certain
              ? Optional.of(
                  earlier(envelope)
                      .orElseGet(() -> new Handled.Rejected<>(rejection, known.version())))
              : Optional.empty();
      case Decision.Accepted<E, R>(var events) ->
          events.isEmpty() && !certain
              ? Optional.empty()
              : commit(envelope, answering, known, events);
    };
  }

  private Optional<Handled<S, E, R>> commit(
      Envelope<C> envelope, Answering<S, E> answering, Known<S> known, List<E> events) {
    S state = decider.fold(known.state(), events);
    long version = known.version() + events.size();
    Answer answer = answering.answer(state, version, events);
    if (events.isEmpty() && envelope.key() == null) {
      return Optional.of(new Handled.Done<>(answer, events, state, version, known.lastPosition()));
    }
    return switch (join(append(envelope, known.version(), events, answer))) {
      case Outcome.Appended(var lastPosition, var reached) -> {
        cache.put(envelope.stream(), new Known<>(state, reached, lastPosition));
        yield Optional.of(new Handled.Done<>(answer, events, state, reached, lastPosition));
      }
      case Outcome.VersionConflict(var current) -> {
        if (current < known.version()) {
          cache.forget(envelope.stream()); // the database was set back to an earlier time
        }
        yield envelope.ifMatch() == null
            ? Optional.empty()
            : Optional.of(new Handled.VersionMoved<>(current));
      }
      case Outcome.Repeated repeated -> Optional.of(handled(repeated));
      case Outcome.KeyReused _ -> Optional.of(new Handled.KeyReused<>());
    };
  }

  private Append append(Envelope<C> envelope, long version, List<E> events, Answer answer) {
    List<NewEvent> written =
        events.stream().map(event -> types.write(ids.get(), event, envelope.occurredAt())).toList();
    IdempotencyKey key = envelope.key();
    Request request =
        key == null ? null : new Request(key.client(), key.key(), key.fingerprint(), answer);
    return new Append(envelope.stream(), version, written, envelope.metadata(), request);
  }

  private Optional<Handled<S, E, R>> earlier(Envelope<C> envelope) {
    IdempotencyKey key = envelope.key();
    if (key == null) {
      return Optional.empty();
    }
    return store
        .earlier(key.client(), key.key(), key.fingerprint())
        .map(outcome ->
            outcome instanceof Outcome.Repeated repeated
                ? handled(repeated)
                : new Handled.KeyReused<>());
  }

  private static <S, E, R> Handled<S, E, R> handled(Outcome.Repeated repeated) {
    return new Handled.Repeated<>(
        repeated.answer(), repeated.stream(), repeated.version(), repeated.lastPosition());
  }

  private Known<S> newest(String stream) {
    Known<S> known = cache.get(stream).orElseGet(this::absent);
    List<StoredEvent> further = store.stream(stream, known.version());
    if (further.isEmpty()) {
      return known;
    }
    StoredEvent last = further.getLast();
    var newest =
        new Known<>(
            decider.fold(known.state(), types.readAll(further)), last.version(), last.position());
    cache.put(stream, newest);
    return newest;
  }

  private Known<S> absent() {
    return new Known<>(decider.initial(), 0, 0);
  }

  private Outcome join(Append append) {
    try {
      return store.append(append).get();
    } catch (ExecutionException failed) {
      // As it is: callers tell an outage from a defect by its type.
      switch (failed.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(failed);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new EventStoreException("The wait for the commit was cut short.", interrupted);
    }
  }
}
