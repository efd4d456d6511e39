package uk.onevoice.feeds.log;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which events a reader asks for, of those they may hear.
 *
 * @param types empty for all but the heartbeat
 */
public record Filter(
    SortedSet<String> types,
    @Nullable String subject,
    @Nullable String place,
    @Nullable String topic) {
  public Filter {
    types = new TreeSet<>(types);
  }

  /** The same for the same filter, and another for any other: no value has a line's end in it. */
  public String key() {
    return "types=%s\nsubject=%s\nplace=%s\ntopic=%s"
        .formatted(String.join(",", types), told(subject), told(place), told(topic));
  }

  /** Whether an event with these is asked for. */
  public boolean takes(
      String type, String subject, @Nullable String place, @Nullable String topic) {
    return (types.isEmpty() ? !type.equals(Heartbeats.TYPE) : types.contains(type))
        && fits(this.subject, subject)
        && fits(this.place, place)
        && fits(this.topic, topic);
  }

  private static boolean fits(@Nullable String asked, @Nullable String value) {
    return asked == null || asked.equals(value);
  }

  private static String told(@Nullable String value) {
    return value == null ? "" : "=" + value;
  }
}
