package uk.onevoice.service.parked;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import uk.onevoice.messaging.ParkedStreams.RecordKey;
import uk.onevoice.messaging.ParkedStreams.StreamKey;
import uk.onevoice.service.problem.Problem;

/** Where a part of a list ended, as a word that callers pass back. */
final class Cursor {
  private static final String BETWEEN = "\n";

  private Cursor() {}

  static String of(StreamKey key) {
    return encoded(key.consumer(), key.topic(), key.stream());
  }

  static String of(RecordKey key) {
    return encoded(
        key.consumer(),
        key.topic(),
        key.topicId(),
        Integer.toString(key.partition()),
        Long.toString(key.offset()));
  }

  static StreamKey stream(String cursor) {
    String[] parts = parts(cursor, 3);
    return new StreamKey(parts[0], parts[1], parts[2]);
  }

  static RecordKey record(String cursor) {
    String[] parts = parts(cursor, 5);
    try {
      return new RecordKey(
          parts[0], parts[1], parts[2], Integer.parseInt(parts[3]), Long.parseLong(parts[4]));
    } catch (NumberFormatException malformed) {
      throw refused();
    }
  }

  private static String encoded(String... parts) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8));
  }

  /** A stream's name comes last and may hold whatever a key can. */
  private static String[] parts(String cursor, int count) {
    String[] parts;
    try {
      parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8)
              .split(BETWEEN, count);
    } catch (IllegalArgumentException malformed) {
      throw refused();
    }
    if (parts.length != count || cursor.isEmpty() || String.join("", parts).indexOf('\0') >= 0) {
      throw refused();
    }
    return parts;
  }

  private static RuntimeException refused() {
    return Problem.invalid("query:after", "is not the next of a list").exception();
  }
}
