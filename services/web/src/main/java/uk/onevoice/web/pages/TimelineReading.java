package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Relationships.Happening;
import uk.onevoice.web.api.Relationships.Timeline;
import uk.onevoice.web.api.Segment;

/** Finds one thing on the time line of a relationship; no API answers a talk or promise alone. */
@RequestScoped
class TimelineReading {
  private static final int AT_A_TIME = 100;
  private static final int MOST_PAGES = 10;

  private final Api api;

  TimelineReading(Api api) {
    this.api = api;
  }

  /**
   * Nothing if it is not there, or lies further back than a thousand other things.
   *
   * @param what which of the marks, such as TALK
   */
  Optional<Happening> find(UUID slotId, UUID relationship, String what, UUID id) {
    String path = path(slotId, relationship) + "/timeline?limit=" + AT_A_TIME;
    String after = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      Timeline line = api.get(path + after, Timeline.class);
      Optional<Happening> found =
          line.items().stream()
              .filter(each -> each.what().equals(what) && each.id().equals(id.toString()))
              .findFirst();
      @Nullable String next = line.next();
      if (found.isPresent() || next == null) {
        return found;
      }
      after = "&after=" + Segment.of(next);
    }
    return Optional.empty();
  }

  static String path(UUID slotId, UUID relationship) {
    return "/v1/relationships/slots/" + slotId + "/relationships/" + relationship;
  }
}
