package uk.onevoice.kernel;

import java.util.List;

/**
 * What a decider answers: events that now are true, or the rule that said no.
 *
 * <p>An accepted decision may hold no event: the command asked for what is so already.
 *
 * @param <E> the events of one aggregate
 * @param <R> its rejections
 */
public sealed interface Decision<E, R> {
  /** The command holds; its events are in the order in which they happened. */
  record Accepted<E, R>(List<E> events) implements Decision<E, R> {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** A rule said no, and nothing has happened. */
  record Rejected<E, R>(R rejection) implements Decision<E, R> {}

  /** Accepts with these events; none means that nothing had to change. */
  @SafeVarargs
  static <E, R> Decision<E, R> accept(E... events) {
    return new Accepted<>(List.of(events));
  }

  /** Accepts with these events; an empty list means that nothing had to change. */
  static <E, R> Decision<E, R> accept(List<? extends E> events) {
    return new Accepted<>(List.copyOf(events));
  }

  static <E, R> Decision<E, R> reject(R rejection) {
    return new Rejected<>(rejection);
  }
}
