package uk.onevoice.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.onevoice.directory.LeadershipGroup;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.PersonId;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.security.Permissions.Row;

/**
 * Whether the caller may do the current operation to this place or body, as its row says. Who asks
 * about what is not theirs is told what the row has under {@code outside}.
 */
@ApplicationScoped
public class Scope {
  private final CurrentActor current;
  private final PlaceAuthority authority;
  private final Permissions permissions = Permissions.load();

  Scope(CurrentActor current, PlaceAuthority authority) {
    this.current = current;
    this.authority = authority;
  }

  /**
   * The role in which the caller does this in the place; the one held longest.
   *
   * @throws AccessRefused when there is none
   */
  public RoleHolding in(PlaceId place) {
    return holdingIn(place).orElseThrow(this::refusal);
  }

  /** Whether {@link #in} would let the caller do it. */
  public boolean covers(PlaceId place) {
    return holdingIn(place).isPresent();
  }

  /** Whether the caller would be let into another operation, for this place. */
  public boolean offers(String operation, PlaceId place) {
    Row row = row(operation, Permissions.Scope.PLACE);
    return authority.holdingIn(place, current.get(), row.rolesHeld()).isPresent();
  }

  /**
   * Whether the caller would be let into another operation, for this group.
   *
   * @param member as for {@link #of}
   */
  public boolean offers(String operation, LeadershipGroup group, boolean member) {
    return isOf(row(operation, Permissions.Scope.GROUP), group, member);
  }

  /**
   * The role in which the caller does this for the body.
   *
   * @throws AccessRefused when there is none
   */
  public RoleHolding at(OrganisationId body) {
    return current.get().holdings(row(Permissions.Scope.BODY).rolesHeld()).stream()
        .filter(holding -> body.equals(holding.organisation()))
        .findFirst()
        .orElseThrow(this::refusal);
  }

  /** The bodies for which the caller does this, where that is for each of their own. */
  public Set<OrganisationId> bodies() {
    return current.get().holdings(row(Permissions.Scope.ANYWHERE).rolesHeld()).stream()
        .map(RoleHolding::organisation)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The role in which the caller does this to what belongs to a whole ICS: one held in general
   * practice of one of its places, or one that belongs to no body and so counts everywhere.
   *
   * @throws AccessRefused when there is none
   */
  public RoleHolding inIcs(OrganisationId ics) {
    var roles = row(Permissions.Scope.ICS).rolesHeld();
    return current.get().holdings(roles).stream()
        .filter(holding -> holding.organisation() == null)
        .findFirst()
        .or(() -> authority.holdingInIcs(ics, current.get(), roles))
        .orElseThrow(this::refusal);
  }

  /**
   * Lets the caller do this for the group in one of the row's roles, or because of what they are in
   * the group itself.
   *
   * @param member whether they chair it, or sit in it where that is enough
   * @throws AccessRefused when neither is so
   */
  public void of(LeadershipGroup group, boolean member) {
    if (!isOf(row(Permissions.Scope.GROUP), group, member)) {
      throw refusal();
    }
  }

  private boolean isOf(Row row, LeadershipGroup group, boolean member) {
    return member || authority.holdingFor(group, current.get(), row.rolesHeld()).isPresent();
  }

  /**
   * Whether it is the person themself who does this; else somebody with a role that may.
   *
   * @throws AccessRefused when it is neither
   */
  public boolean isThemself(PersonId person) {
    if (current.get().ref().equals(ActorRef.person(person.toString()))) {
      return true;
    }
    if (!current.get().holdsOneOf(row(Permissions.Scope.PERSON).rolesHeld())) {
      throw refusal();
    }
    return false;
  }

  /** What those are told for whom it is not. */
  public AccessRefused refusal() {
    return new AccessRefused(current.permission().outside());
  }

  private Optional<RoleHolding> holdingIn(PlaceId place) {
    return authority.holdingIn(place, current.get(), row(Permissions.Scope.PLACE).rolesHeld());
  }

  private Row row(Permissions.Scope asked) {
    return limited(current.permission(), asked);
  }

  private Row row(String operation, Permissions.Scope asked) {
    return limited(permissions.row(operation).orElseThrow(), asked);
  }

  /** A check that its row does not speak of would be a second, hidden matrix. */
  static Row limited(Row row, Permissions.Scope asked) {
    if (row.in() != asked) {
      throw new IllegalStateException(row.name() + " is not limited to a " + asked);
    }
    return row;
  }
}
