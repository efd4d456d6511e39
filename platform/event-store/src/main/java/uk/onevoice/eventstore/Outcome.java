package uk.onevoice.eventstore;

/** What became of an append. */
public sealed interface Outcome {
  /**
   * Committed.
   *
   * @param lastPosition position of the last event; of the log's head when there was no event
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
