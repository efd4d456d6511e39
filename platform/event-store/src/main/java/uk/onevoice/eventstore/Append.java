package uk.onevoice.eventstore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events for the end of one stream, all or none.
 *
 * @param expectedVersion the stream's version the decision was made on; 0 for a new stream
 * @param events may be empty when only the request's answer is to be kept
 * @param request null for commands that do not come over HTTP
 */
public record Append(
    String stream,
    long expectedVersion,
    List<NewEvent> events,
    Metadata metadata,
    @Nullable Request request) {
  public Append {
    events = List.copyOf(events);
    if (expectedVersion < 0) {
      throw new IllegalArgumentException("A stream's version is 0 or more.");
    }
  }
}
