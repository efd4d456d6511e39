package uk.onevoice.kernel;

import java.util.List;
import java.util.function.BiFunction;

/**
 * One aggregate's rules as two pure functions. Both give the same answer for the same arguments:
 * time, new ids and the acting person come in the command.
 *
 * @param initial the state before the first event
 * @param decide what a command leads to in a state; holds every rule
 * @param evolve the state after an event; never refuses, because the event has happened
 * @param <C> commands
 * @param <S> states
 * @param <E> events
 * @param <R> rejections
 */
public record Decider<C, S, E, R>(
    S initial, BiFunction<C, S, Decision<E, R>> decide, BiFunction<S, E, S> evolve) {

  /** The state after these events, in this order, from the beginning. */
  public S fold(List<? extends E> history) {
    return fold(initial, history);
  }

  /** The state after these further events. */
  public S fold(S state, List<? extends E> further) {
    S now = state;
    for (E event : further) {
      now = evolve.apply(now, event);
    }
    return now;
  }
}
