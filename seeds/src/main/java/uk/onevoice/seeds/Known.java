package uk.onevoice.seeds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The ids that the API gave to what the demonstration calls by name; many may enter at once. */
final class Known {
  static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** How many days before the load the registry began: before all that is told of. */
  private static final int REGISTRY_BEGAN = 810;

  private final Map<String, String> organisations = new ConcurrentHashMap<>();
  private final Map<String, String> places = new ConcurrentHashMap<>();
  private final Map<String, String> people = new ConcurrentHashMap<>();
  private final Map<String, String> topics = new ConcurrentHashMap<>();
  private final Map<String, String> forums = new ConcurrentHashMap<>();
  private final Map<String, String> mandates = new ConcurrentHashMap<>();
  private final Map<String, String> meetings = new ConcurrentHashMap<>();
  private volatile LocalDate day = LocalDate.now(LONDON);

  /**
   * @param day on which the load began
   */
  void day(LocalDate day) {
    this.day = day;
  }

  LocalDate day() {
    return day;
  }

  /** When people enter what a day has brought. */
  static Instant evening(LocalDate day) {
    return day.atTime(18, 0).atZone(LONDON).toInstant();
  }

  /**
   * When the registry was told what is so since a day, or always was: that evening, and none before
   * there was a registry.
   */
  Instant told(LocalDate since) {
    LocalDate began = day.minusDays(REGISTRY_BEGAN);
    return evening(since.isBefore(began) ? began : since);
  }

  void organisation(String name, String id) {
    organisations.put(name, id);
  }

  void place(String name, String id) {
    places.put(name, id);
  }

  void person(String user, String id) {
    people.put(user, id);
  }

  void topic(String name, String id) {
    topics.put(name, id);
  }

  void forum(String name, String id) {
    forums.put(name, id);
  }

  /**
   * @param name its topic and place: community-services in Marl Valley
   */
  void mandate(String name, String id) {
    mandates.put(name, id);
  }

  /**
   * @param name its forum, day and place: ICB board of 2026-01-15 in Marl Valley
   */
  void meeting(String name, String id) {
    meetings.put(name, id);
  }

  String mandate(String name) {
    return of(mandates, name);
  }

  String meeting(String name) {
    return of(meetings, name);
  }

  /** By its name, or by the slug that mandates and items call it by. */
  String topic(String nameOrSlug) {
    return of(
        topics,
        nameOrSlug.substring(0, 1).toUpperCase(Locale.UK)
            + nameOrSlug.substring(1).replace('-', ' '));
  }

  String forum(String name) {
    return of(forums, name);
  }

  /** By name for local bodies; an official code is its own id. */
  String organisation(String nameOrCode) {
    return nameOrCode.startsWith("WYV") ? nameOrCode : of(organisations, nameOrCode);
  }

  String place(String name) {
    return of(places, name);
  }

  String person(String user) {
    return of(people, user);
  }

  private static String of(Map<String, String> ids, String name) {
    String id = ids.get(name);
    if (id == null) {
      throw new IllegalStateException(name + " is not entered yet.");
    }
    return id;
  }
}
