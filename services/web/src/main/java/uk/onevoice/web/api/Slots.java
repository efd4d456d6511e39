package uk.onevoice.web.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the relationships service answers. */
public interface Slots {
  record Terms(String slotId, String placeId, String kind, String organisationId) {}

  record Listing(List<Terms> items, @Nullable String next) {}

  /** {@code relationships} and {@code keyFor} are null for who may not know who holds the slot. */
  record Slot(
      String slotId,
      String placeId,
      String kind,
      String organisationId,
      boolean held,
      @Nullable LocalDate lastTwoWayContact,
      @Nullable List<Relationship> relationships,
      @Nullable List<KeyFor> keyFor,
      boolean onTeam) {}

  /** Whose key relationship it is. */
  record KeyFor(String personId, LocalDate since) {}

  record Relationship(
      String relationshipId,
      String holderId,
      String actingFor,
      @Nullable LocalDate lastContact,
      @Nullable LocalDate lastTwoWayContact,
      @Nullable LocalDate closedOn,
      List<TalkedAbout> topics) {}

  record TalkedAbout(String topicNow, LocalDate lastContact) {}

  record DefineSlot(String placeId, String kind, String organisationId) {}

  record OpenRelationship(String holderId, String actingFor) {}

  record Closing(String relationshipId, LocalDate on) {}
}
