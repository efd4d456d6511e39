package uk.onevoice.eventstore;

/** What became of an append. */
public sealed interface Outcome {
  /**
   * Committed.
   *
   * @param lastPosition position of the stream's last event, 0 when it has none: what a view of the
   *     stream's partition can wait for
   * @param version the stream's version afterwards
   */
  record Appended(long lastPosition, long version) implements Outcome {}

  /** The stream is at another version than the decision was made on; nothing was stored. */
  record VersionConflict(long currentVersion) implements Outcome {}

  /** The same request was answered before; nothing was stored again. */
  record Repeated(Answer answer, String stream, long version, long lastPosition)
      implements Outcome {}

  /** The key was used before for another request; nothing was stored. */
  record KeyReused() implements Outcome {}
}
