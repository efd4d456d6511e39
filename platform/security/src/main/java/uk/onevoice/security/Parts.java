package uk.onevoice.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import uk.onevoice.directory.LeadershipGroup;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.PersonId;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.security.Actor.ClientActor;
import uk.onevoice.security.Actor.PersonActor;
import uk.onevoice.security.Permissions.Row;

/**
 * Which parts of an answer the caller sees, as the rows below {@code parts} of {@code
 * permissions.yaml} say it. A resource asks for a part by its name, and decides nothing by roles.
 */
@ApplicationScoped
public class Parts {
  private final CurrentActor current;
  private final PlaceAuthority authority;
  private final Permissions permissions = Permissions.load();

  Parts(CurrentActor current, PlaceAuthority authority) {
    this.current = current;
    this.authority = authority;
  }

  /** Whether the caller sees a part that is not limited to what it is about. */
  public boolean shows(String part) {
    return Scope.limited(row(part), Permissions.Scope.ANYWHERE).mayAsk(current.get());
  }

  /** Whether the caller sees the part of what belongs to this place. */
  public boolean shows(String part, PlaceId place) {
    return !shown(Set.of(part), place).isEmpty();
  }

  /** Those of the parts that the caller sees of what belongs to this place. */
  public Set<String> shown(Collection<String> parts, PlaceId place) {
    var holdings = new HashMap<Set<Role>, Boolean>();
    return parts.stream()
        .filter(part -> shows(row(part), place, holdings))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @param held what was found out already for the place: whether one of the roles counts there
   */
  private boolean shows(Row row, PlaceId place, Map<Set<Role>, Boolean> held) {
    Actor actor = current.get();
    return switch (row.in()) {
      case ANYWHERE -> row.mayAsk(actor);
      case PLACE ->
          switch (actor) {
            case PersonActor person ->
                held.computeIfAbsent(
                    row.roles(),
                    _ -> authority.holdingIn(place, person, row.rolesHeld()).isPresent());
            case ClientActor client -> row.clients().contains(client.kind());
          };
      case ICB -> row.mayAsk(actor) && isOfIcb(row, actor, place);
      case BODY, ICS, GROUP, PERSON ->
          throw new IllegalStateException(row.name() + " is not limited to a place or its ICB");
    };
  }

  private boolean isOfIcb(Row row, Actor actor, PlaceId place) {
    return authority
        .icbOf(place)
        .filter(icb ->
            switch (actor) {
              case PersonActor person -> person.holdsAt(icb, row.rolesHeld());
              case ClientActor client -> client.organisation().equals(icb);
            })
        .isPresent();
  }

  /** The bodies of whose own the caller sees the part. */
  public Set<OrganisationId> bodies(String part) {
    Row row = Scope.limited(row(part), Permissions.Scope.BODY);
    var bodies = new HashSet<OrganisationId>();
    current.get().holdings(row.rolesHeld()).stream()
        .map(RoleHolding::organisation)
        .filter(Objects::nonNull)
        .forEach(bodies::add);
    return bodies;
  }

  /**
   * Whether the caller sees the part of this group.
   *
   * @param member whether they sit in it, or chair it
   */
  public boolean shows(String part, LeadershipGroup group, boolean member) {
    Row row = Scope.limited(row(part), Permissions.Scope.GROUP);
    return (member && row.anyPerson())
        || authority.holdingFor(group, current.get(), row.rolesHeld()).isPresent();
  }

  /** Whether the caller sees the part of this person, who may be the caller. */
  public boolean shows(String part, PersonId person) {
    return showsOfOthers(part)
        || (row(part).anyPerson()
            && current.get().ref().equals(ActorRef.person(person.toString())));
  }

  /** Whether the caller sees the part of everybody, not of themself only. */
  public boolean showsOfOthers(String part) {
    Row row = Scope.limited(row(part), Permissions.Scope.PERSON);
    return switch (current.get()) {
      case PersonActor person -> person.holdsOneOf(row.rolesHeld());
      case ClientActor client -> row.clients().contains(client.kind());
    };
  }

  private Row row(String part) {
    return permissions
        .part(part)
        .orElseThrow(() -> new IllegalStateException("No row for the part " + part));
  }
}
