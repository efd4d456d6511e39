package uk.onevoice.meetings.domain.action;

import uk.onevoice.meetings.domain.OrganisationId;

/**
 * Who is to do it, with what the registry says of them on the day.
 *
 * @param ability whether they are an organisation that can
 */
public record Owner(OrganisationId organisationId, Ability ability) {
  /** Whether something can be delivered by it. */
  public enum Ability {
    ABLE,
    /** A leadership group, a forum or a place: they agree things and deliver nothing. */
    GROUP,
    NOT_KNOWN
  }
}
