package uk.onevoice.eventstore;

import java.util.List;

/**
 * What became of a command.
 *
 * @param <S> states
 * @param <E> events
 * @param <R> rejections
 */
public sealed interface Handled<S, E, R> {
  /**
   * Accepted and committed.
   *
   * @param events may be empty: it was so already
   * @param state after the events
   * @param version the stream's version after the events
   * @param lastPosition position of the stream's last event, 0 when it has none
   */
  record Done<S, E, R>(Answer answer, List<E> events, S state, long version, long lastPosition)
      implements Handled<S, E, R> {
    public Done {
      events = List.copyOf(events);
    }
  }

  /** A rule said no; nothing was stored, and a repeat is decided again. */
  record Rejected<S, E, R>(R rejection, long version) implements Handled<S, E, R> {}

  /** The stream is not at the version that the caller saw; nothing was stored. */
  record VersionMoved<S, E, R>(long currentVersion) implements Handled<S, E, R> {}

  /** The same request was accepted before: its answer again, without another effect. */
  record Repeated<S, E, R>(Answer answer, String stream, long version, long lastPosition)
      implements Handled<S, E, R> {}

  /** The key belongs to another request; nothing was stored. */
  record KeyReused<S, E, R>() implements Handled<S, E, R> {}
}
