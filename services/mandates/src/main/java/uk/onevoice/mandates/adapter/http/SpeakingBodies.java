package uk.onevoice.mandates.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.LeadershipGroups;
import uk.onevoice.directory.Organisation;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.position.PositionCommand.Speaking;
import uk.onevoice.mandates.domain.position.RoleName;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.PlaceAuthority;
import uk.onevoice.service.command.Today;

/**
 * For which bodies the caller speaks: those at which they hold a leader's role, and the leadership
 * group of a place when they sit in it or support it.
 */
@ApplicationScoped
class SpeakingBodies {
  private final Directory directory;
  private final LeadershipGroups groups;
  private final PlaceAuthority authority;
  private final CurrentActor actor;
  private final Today today;

  SpeakingBodies(
      Directory directory,
      LeadershipGroups groups,
      PlaceAuthority authority,
      CurrentActor actor,
      Today today) {
    this.directory = directory;
    this.groups = groups;
    this.authority = authority;
    this.actor = actor;
    this.today = today;
  }

  static RoleName role(RoleHolding holding) {
    return new RoleName(holding.role().name());
  }

  /** What is known of the caller and the body. */
  Speaking of(PlaceId place, OrganisationId body) {
    return new Speaking(body, isOf(place, body), holdingFor(place, body).isPresent());
  }

  /** The role in which the caller speaks for the body in the place. */
  Optional<RoleHolding> holdingFor(PlaceId place, OrganisationId body) {
    Actor caller = actor.get();
    if (!isGroupOf(place, body)) {
      return caller
          .holdings(
              Role.FEDERATION_LEAD, Role.LMC_CHAIR, Role.LMC_OFFICER, Role.PCN_CLINICAL_DIRECTOR)
          .stream()
          .filter(holding -> Registry.inDirectory(body).equals(holding.organisation()))
          .findFirst();
    }
    var held = caller.holdings(Role.values());
    return authority
        .holdingIn(Registry.inDirectory(place), caller, Role.LEADERSHIP_GROUP_SUPPORT)
        .or(() ->
            held.stream()
                .filter(holding ->
                    groups.sits(Registry.inDirectory(body), List.of(holding), today.get()))
                .findFirst());
  }

  /**
   * Whether the caller sits in a leadership group of the place for a body of general practice,
   * whatever their role there is. Who sits in it for the ICB does not by that: what a public
   * authority holds can be asked for by anybody.
   */
  boolean sitsFor(PlaceId place) {
    List<RoleHolding> ofGeneralPractice =
        actor.get().holdings(Role.values()).stream().filter(this::isOfGeneralPractice).toList();
    return groups.sitsForPlace(Registry.inDirectory(place), ofGeneralPractice, today.get());
  }

  private boolean isOfGeneralPractice(RoleHolding holding) {
    return holding.organisation() != null
        && directory
            .organisation(holding.organisation())
            .filter(Organisation::isGeneralPractice)
            .isPresent();
  }

  private boolean isOf(PlaceId place, OrganisationId body) {
    return isGroupOf(place, body)
        || directory.hasMembersIn(
            Registry.inDirectory(place), Registry.inDirectory(body), today.get());
  }

  private boolean isGroupOf(PlaceId place, OrganisationId body) {
    return groups.ofPlace(Registry.inDirectory(place), today.get()).stream()
        .anyMatch(group -> group.id().value().equals(body.value()));
  }
}
