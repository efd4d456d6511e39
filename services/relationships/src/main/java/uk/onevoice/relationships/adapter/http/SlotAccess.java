package uk.onevoice.relationships.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.security.AccessRefused.Reason;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.PlaceAuthority;
import uk.onevoice.service.problem.Problem;

/**
 * Who may see and touch a place's slots. A slot is private to general practice of its place: for
 * everybody else it is not there.
 */
@ApplicationScoped
class SlotAccess {
  private static final Role[] LEADERS = {
    Role.FEDERATION_LEAD,
    Role.LMC_OFFICER,
    Role.PCN_CLINICAL_DIRECTOR,
    Role.LEADERSHIP_GROUP_SUPPORT
  };

  private final CurrentActor actor;
  private final PlaceAuthority authority;

  SlotAccess(CurrentActor actor, PlaceAuthority authority) {
    this.actor = actor;
    this.authority = authority;
  }

  /** Whether the caller is one of the place's leaders, or a partner of one of its practices. */
  boolean maySee(PlaceId place) {
    return authority.holdingIn(place, actor.get(), LEADERS).isPresent()
        || authority.holdingIn(place, actor.get(), Role.PRACTICE_PARTNER).isPresent();
  }

  /** Whether the caller is one of the place's leaders, who may know who holds a slot. */
  boolean leads(PlaceId place) {
    return authority.holdingIn(place, actor.get(), LEADERS).isPresent();
  }

  /** The role in which the caller defines a slot in this place. */
  RoleHolding defining(PlaceId place) {
    return authority
        .holdingIn(place, actor.get(), LEADERS)
        .orElseThrow(() -> new AccessRefused(Reason.NOT_ALLOWED));
  }

  /** The role in which the caller works on a slot of this place. */
  RoleHolding working(PlaceId place) {
    return authority
        .holdingIn(place, actor.get(), LEADERS)
        .orElseThrow(() -> Problem.notFound().exception());
  }
}
