package uk.onevoice.mandates.domain;

import java.util.Collection;
import uk.onevoice.kernel.Label;

/**
 * Who speaks, or stands in: whoever holds this role at this body, and no person.
 *
 * @param label what the role is called
 */
public record Holder(OrganisationId organisationId, HolderRole role, Label label) {
  /** A role that somebody holds on a day. */
  public record Held(OrganisationId organisationId, HolderRole role) {}

  public boolean isAmong(Collection<Held> held) {
    return held.contains(new Held(organisationId, role));
  }
}
