package uk.onevoice.relationships.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.directory.Role;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.PlaceAuthority;

/** Whether who reads a slot is told who holds it. */
@ApplicationScoped
class SlotAudience {
  private static final Role[] LEADERS = {
    Role.FEDERATION_LEAD,
    Role.LMC_CHAIR,
    Role.LMC_OFFICER,
    Role.PCN_CLINICAL_DIRECTOR,
    Role.LEADERSHIP_GROUP_SUPPORT
  };

  private final CurrentActor actor;
  private final PlaceAuthority authority;

  SlotAudience(CurrentActor actor, PlaceAuthority authority) {
    this.actor = actor;
    this.authority = authority;
  }

  /** Whether the caller is one of the place's leaders. */
  boolean leads(PlaceId place) {
    return authority.holdingIn(place, actor.get(), LEADERS).isPresent();
  }
}
