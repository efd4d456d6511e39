package uk.onevoice.projection.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.HeardEvent;

/** Events as the four services would publish them: versions and positions without gaps. */
public final class Story {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<HeardEvent> events = new ArrayList<>();
  private final Map<String, Long> versions = new HashMap<>();
  private final Map<String, Long> positions = new HashMap<>();
  private Instant now;

  public Story(Instant start) {
    this.now = start;
  }

  /** A story that goes on where another one ended. */
  Story(List<HeardEvent> before) {
    this(before.getLast().recordedAt());
    for (HeardEvent event : before) {
      events.add(event);
      versions.merge(event.log() + "/" + event.stream(), 1L, Long::sum);
      positions.merge(event.log(), 1L, Long::sum);
    }
  }

  public Instant now() {
    return now;
  }

  public void later(Duration time) {
    now = now.plus(time);
  }

  /** Says it at another moment; the story then goes on where it was. */
  public HeardEvent sayAt(
      Instant moment, String log, String stream, String type, @Nullable Object... fields) {
    Instant before = now;
    now = moment;
    try {
      return say(log, stream, type, fields);
    } finally {
      now = before;
    }
  }

  public List<HeardEvent> events() {
    return List.copyOf(events);
  }

  /**
   * @param fields names and values in turn; a null value is left out, as in real events
   */
  public HeardEvent say(String log, String stream, String type, @Nullable Object... fields) {
    Map<String, Object> payload = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      Object value = fields[i + 1];
      if (value != null) {
        payload.put((String) fields[i], value instanceof LocalDate day ? day.toString() : value);
      }
    }
    long version = versions.merge(log + "/" + stream, 1L, Long::sum);
    long position = positions.merge(log, 1L, Long::sum);
    HeardEvent event =
        new HeardEvent(
            log,
            Math.floorMod(stream.hashCode(), 12),
            position,
            stream,
            version,
            position,
            UUID.nameUUIDFromBytes((log + position).getBytes(StandardCharsets.UTF_8)),
            type,
            1,
            json(payload),
            now,
            now,
            "service:test",
            null,
            null);
    events.add(event);
    return event;
  }

  public void registered(String id, String kind, String name, @Nullable LocalDate start) {
    say(
        "organisations",
        "organisation-" + id,
        "OrganisationRegistered",
        "organisationId",
        id,
        "odsCode",
        id,
        "name",
        name,
        "kinds",
        List.of(kind),
        "start",
        start,
        "status",
        "ACTIVE");
  }

  public void listed(String id, LocalDate from) {
    say(
        "organisations",
        "organisation-" + id,
        "PracticeListed",
        "organisationId",
        id,
        "from",
        from);
  }

  public void affiliated(String member, String parent, String kind, LocalDate start) {
    affiliated(affiliation(member, parent, kind, start), member, parent, kind, start);
  }

  public void affiliated(String id, String member, String parent, String kind, LocalDate start) {
    say(
        "organisations",
        "affiliations-" + member,
        "AffiliationStarted",
        "affiliationId",
        id,
        "memberId",
        member,
        "parentId",
        parent,
        "kind",
        kind,
        "start",
        start);
  }

  public static String affiliation(String member, String parent, String kind, LocalDate start) {
    return UUID.nameUUIDFromBytes(
            String.join("/", member, parent, kind, start.toString())
                .getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  public void listSize(String practice, String month, long patients, int revision) {
    say(
        "organisations",
        "list-size-" + practice,
        "ListSizePublished",
        "organisationId",
        practice,
        "month",
        month,
        "patients",
        patients,
        "revision",
        revision);
  }

  public void place(String id, String ics, String name, LocalDate start) {
    say(
        "organisations",
        "place-" + id,
        "PlaceDefined",
        "placeId",
        id,
        "icsId",
        ics,
        "name",
        name,
        "start",
        start);
  }

  private static String json(Map<String, Object> payload) {
    try {
      return JSON.writeValueAsString(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
