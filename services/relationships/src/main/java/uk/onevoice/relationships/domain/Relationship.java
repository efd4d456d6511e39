package uk.onevoice.relationships.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One person's relationship in a slot.
 *
 * @param lastContact the latest day of any contact, null before the first
 * @param lastTwoWayContact the latest day on which both sides spoke, null before the first
 * @param closedOn the day it ended, null while it is live
 */
public record Relationship(
    RelationshipId relationshipId,
    PersonId holderId,
    OrganisationId actingFor,
    @Nullable LocalDate lastContact,
    @Nullable LocalDate lastTwoWayContact,
    @Nullable LocalDate closedOn) {

  public boolean isLive() {
    return closedOn == null;
  }

  Relationship withContact(LocalDate on, boolean twoWay) {
    return new Relationship(
        relationshipId,
        holderId,
        actingFor,
        later(lastContact, on),
        twoWay ? later(lastTwoWayContact, on) : lastTwoWayContact,
        closedOn);
  }

  Relationship closed(LocalDate on) {
    return new Relationship(
        relationshipId, holderId, actingFor, lastContact, lastTwoWayContact, on);
  }

  private static LocalDate later(@Nullable LocalDate known, LocalDate on) {
    return known != null && known.isAfter(on) ? known : on;
  }
}
