package uk.onevoice.eventstore.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.kernel.Decider;

/**
 * A language made of a function for each aggregate: what is told of an event by the event and the
 * state before it. Nothing is told of aggregates that it has no function for.
 */
public final class StreamLanguage implements Language {
  /**
   * What is told of an event: a pure function, an arm for each event type, so that a new type is
   * decided on purpose.
   *
   * @param <S> states of the aggregate
   * @param <E> its events
   * @param <T> what is told
   */
  @FunctionalInterface
  public interface Rule<S, E, T> {
    List<T> told(S before, E event);
  }

  private final int edition;
  private final Map<String, Translation<?, ?, ?>> byType = new HashMap<>();

  private StreamLanguage(int edition) {
    this.edition = edition;
  }

  public static StreamLanguage edition(int edition) {
    return new StreamLanguage(edition);
  }

  /**
   * With an aggregate's rule.
   *
   * @param words how what is told is written
   */
  public <C, S, E, R, T> StreamLanguage with(
      EventTypes<E> types,
      Decider<C, S, E, R> decider,
      Rule<S, E, T> rule,
      BiFunction<StoredEvent, T, Told> words) {
    var translation = new Translation<>(types, decider.initial(), decider.evolve(), rule, words);
    types.names().forEach(name -> byType.put(name, translation));
    return this;
  }

  @Override
  public int edition() {
    return edition;
  }

  @Override
  public boolean mayTell(String type) {
    return byType.containsKey(type);
  }

  @Override
  public List<Told> of(List<StoredEvent> stream) {
    for (StoredEvent event : stream) {
      Translation<?, ?, ?> translation = byType.get(event.type());
      if (translation != null) {
        return translation.of(stream);
      }
    }
    return List.of();
  }

  private record Translation<S, E, T>(
      EventTypes<E> types,
      S initial,
      BiFunction<S, E, S> evolve,
      Rule<S, E, T> rule,
      BiFunction<StoredEvent, T, Told> words) {

    /** Events of other kinds in the stream are passed over, as the aggregate does. */
    List<Told> of(List<StoredEvent> stream) {
      List<Told> all = new ArrayList<>();
      S state = initial;
      for (StoredEvent stored : stream) {
        if (types.names().contains(stored.type())) {
          E event = types.read(stored);
          for (T told : rule.told(state, event)) {
            all.add(words.apply(stored, told));
          }
          state = evolve.apply(state, event);
        }
      }
      return all;
    }
  }
}
