package uk.onevoice.organisations.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.LeadershipGroup;
import uk.onevoice.directory.LeadershipGroups;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.PersonId;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Parts;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;

/**
 * How the caller stands to a leadership group, in the capacity of this request. What the matrix
 * says of roles is asked of {@link Scope}; this adds who chairs and who sits.
 */
@ApplicationScoped
class GroupStanding {
  private final LeadershipGroups groups;
  private final Directory people;
  private final Parts parts;
  private final Scope scope;
  private final CurrentActor actor;
  private final Today today;

  GroupStanding(
      LeadershipGroups groups,
      Directory people,
      Parts parts,
      Scope scope,
      CurrentActor actor,
      Today today) {
    this.groups = groups;
    this.people = people;
    this.parts = parts;
    this.scope = scope;
    this.actor = actor;
    this.today = today;
  }

  /** For those who support or chair the group, and who else the row of the operation names. */
  void mustRun(LeadershipGroup group) {
    scope.of(group, chairs(group));
  }

  /** The same, and for those who sit. */
  void mustBeInside(LeadershipGroup group) {
    scope.of(group, sits(group));
  }

  /**
   * What the caller is offered: the operations themselves ask again.
   *
   * @param runs whether they may change what the group is
   * @param inside whether they see what is the group's own
   */
  record Standing(boolean runs, boolean inside) {}

  Standing to(LeadershipGroup group) {
    return new Standing(
        scope.offers("reviseGroup", group, chairs(group)),
        parts.shows("group.inside", group, sits(group)));
  }

  /** Whether they may tick the starter's steps. */
  boolean leadsIn(PlaceId place) {
    return scope.offers("tickStep", place);
  }

  /** Whether this is the caller, under whichever record of theirs. */
  boolean isCaller(PersonId person) {
    return actor.get().ref().equals(ActorRef.person(people.standing(person).toString()));
  }

  private boolean sits(LeadershipGroup group) {
    return groups.sits(group.id(), actor.get().holdings(Role.values()), today.get());
  }

  private boolean chairs(LeadershipGroup group) {
    var chair = groups.chair(group.id(), today.get()).map(RoleHolding::id);
    return chair.isPresent()
        && actor.get().holdings(Role.values()).stream()
            .anyMatch(held -> held.id().equals(chair.get()));
  }

  /** The group as it is today, dissolved or not. */
  LeadershipGroup group(String id) {
    return groups
        .group(new OrganisationId(PathIds.organisation(id).value()), today.get())
        .orElseThrow(() -> Problem.notFound().exception());
  }
}
