package uk.onevoice.feeds.log;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What tells for whom an event of the log is; it never leaves the service. */
record Arrival(
    long position,
    String type,
    String subject,
    @Nullable String place,
    @Nullable String topic,
    boolean everyone,
    Set<String> organisations) {
  Arrival {
    organisations = Set.copyOf(organisations);
  }

  /** The same as the log's own query decides. */
  boolean isFor(String organisation, Filter filter) {
    return (everyone || organisations.contains(organisation))
        && filter.takes(type, subject, place, topic);
  }
}
