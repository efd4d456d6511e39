package uk.onevoice.eventstore;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events for the end of one stream, all or none.
 *
 * @param expectedVersion the stream's version the decision was made on; 0 for a new stream
 * @param events may be empty when only the request's answer is to be kept
 * @param request null for commands that do not come over HTTP
 * @param recordedAt when the events are to have been recorded, for a history that is entered later;
 *     null for the moment of the commit. It is never later than that, nor before the stream's last
 *     event: what is told to be earlier counts as recorded with that one.
 */
public record Append(
    String stream,
    long expectedVersion,
    List<NewEvent> events,
    Metadata metadata,
    @Nullable Request request,
    @Nullable Instant recordedAt) {
  public Append {
    events = List.copyOf(events);
    if (expectedVersion < 0) {
      throw new IllegalArgumentException("A stream's version is 0 or more.");
    }
  }

  /** Recorded when it is committed. */
  public Append(
      String stream,
      long expectedVersion,
      List<NewEvent> events,
      Metadata metadata,
      @Nullable Request request) {
    this(stream, expectedVersion, events, metadata, request, null);
  }

  /** The same, recorded at this time. */
  public Append recorded(Instant at) {
    return new Append(stream, expectedVersion, events, metadata, request, at);
  }
}
