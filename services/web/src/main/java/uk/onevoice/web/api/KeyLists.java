package uk.onevoice.web.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the relationships service answers about whom leaders keep in touch with on purpose. */
public interface KeyLists {
  /** The reader's own list in a place. */
  record KeyList(
      String placeId,
      List<String> kinds,
      int enough,
      List<Key> keys,
      List<Empty> empty,
      List<Own> others,
      List<Promise> promises,
      TalkTime time) {}

  /** One that is open; {@code words} are null where they are not kept any more. */
  record Promise(
      String commitmentId,
      String slotId,
      String relationshipId,
      String organisationId,
      String side,
      LocalDate due,
      boolean overdue,
      @Nullable String words) {}

  record Key(
      String slotId,
      String kind,
      String organisationId,
      String relationshipId,
      List<String> counterparts,
      int everyDays,
      @Nullable String reason,
      @Nullable LocalDate lastTwoWayContact,
      @Nullable Integer daysSince,
      String band,
      LocalDate due,
      boolean goingCold,
      @Nullable LocalDate nextContact) {}

  record Empty(String kind, List<Slots.Terms> slots) {}

  record Own(
      String slotId,
      String kind,
      String organisationId,
      String relationshipId,
      @Nullable LocalDate lastTwoWayContact) {}

  record TalkTime(LocalDate from, int talks, int minutes, int withoutMinutes) {}

  record KeyKinds(List<String> kinds) {}

  record KeyOrder(List<String> slotIds) {}

  record KeyMark(@Nullable Integer everyDays, @Nullable String reason) {}

  record ContactRhythm(int everyDays) {}

  record NextContact(LocalDate on) {}

  /** The one person to turn to for an organisation; null where that is not for the reader. */
  record FocalPoint(String organisationId, boolean named, @Nullable FocalPerson focalPoint) {}

  record FocalPerson(String personId, String slotId, String relationshipId, LocalDate since) {}

  record FocalPoints(List<FocalPoint> items, @Nullable String next) {}

  record NameFocalPoint(String relationshipId) {}
}
