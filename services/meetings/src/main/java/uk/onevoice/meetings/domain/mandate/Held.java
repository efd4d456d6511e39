package uk.onevoice.meetings.domain.mandate;

import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.OrganisationId;

/**
 * A role at a body.
 *
 * @param role as the registry names it; null for any role there, which mandates that were asked for
 *     in one step are held by
 */
public record Held(OrganisationId organisationId, @Nullable String role) {
  /** Whether somebody with these roles holds this one. */
  public boolean isAmong(Iterable<Held> roles) {
    for (Held each : roles) {
      if (each.organisationId.equals(organisationId) && (role == null || role.equals(each.role))) {
        return true;
      }
    }
    return false;
  }
}
