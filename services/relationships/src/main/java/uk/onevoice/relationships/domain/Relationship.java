package uk.onevoice.relationships.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's relationship in a slot.
 *
 * @param lastContact the latest day of any contact, null before the first
 * @param lastTwoWayContact the latest day on which both sides spoke, null before the first
 * @param closedOn the day it ended, null while it is live
 * @param topics of the ICS's list that they talked about, with the latest day of each
 */
public record Relationship(
    RelationshipId relationshipId,
    PersonId holderId,
    OrganisationId actingFor,
    @Nullable LocalDate lastContact,
    @Nullable LocalDate lastTwoWayContact,
    @Nullable LocalDate closedOn,
    Map<UUID, LocalDate> topics) {
  public Relationship {
    topics = Collections.unmodifiableMap(new LinkedHashMap<>(topics));
  }

  public boolean isLive() {
    return closedOn == null;
  }

  Relationship withContact(LocalDate on, boolean twoWay, @Nullable UUID topic) {
    var talkedAbout = new LinkedHashMap<>(topics);
    if (topic != null) {
      talkedAbout.merge(topic, on, Relationship::later);
    }
    return new Relationship(
        relationshipId,
        holderId,
        actingFor,
        later(lastContact, on),
        twoWay ? later(lastTwoWayContact, on) : lastTwoWayContact,
        closedOn,
        talkedAbout);
  }

  Relationship closed(LocalDate on) {
    return new Relationship(
        relationshipId, holderId, actingFor, lastContact, lastTwoWayContact, on, topics);
  }

  private static LocalDate later(@Nullable LocalDate known, LocalDate on) {
    return known != null && known.isAfter(on) ? known : on;
  }
}
