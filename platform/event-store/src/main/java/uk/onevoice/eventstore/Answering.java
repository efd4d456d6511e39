package uk.onevoice.eventstore;

import java.util.List;

/**
 * Builds the answer to an accepted command, to be stored with its events for a repeat.
 *
 * @param <S> states
 * @param <E> events
 */
@FunctionalInterface
public interface Answering<S, E> {
  /**
   * May be called again when another command came first; must do nothing but answer.
   *
   * @param state after the events
   * @param version the stream's version after the events
   */
  Answer answer(S state, long version, List<E> events);
}
