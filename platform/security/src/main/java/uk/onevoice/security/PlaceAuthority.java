package uk.onevoice.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.LeadershipGroup;
import uk.onevoice.directory.LeadershipGroups;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.Place;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;

/**
 * Who of general practice of a place is calling. A role counts in a place when it is held today at
 * a practice that lies there, or at a body with such a practice among its members; a role held
 * elsewhere, or at no organisation, does not.
 */
@ApplicationScoped
public class PlaceAuthority {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Directory directory;
  private final LeadershipGroups groups;
  private final Clock clock;

  PlaceAuthority(Directory directory, LeadershipGroups groups, Clock clock) {
    this.directory = directory;
    this.groups = groups;
    this.clock = clock;
  }

  /** The caller's oldest holding in one of these roles that counts in the place. */
  public Optional<RoleHolding> holdingIn(PlaceId place, Actor actor, Role... roles) {
    List<RoleHolding> held = actor.holdings(roles);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    LocalDate day = dayThatCounts(place);
    return held.stream()
        .filter(holding -> {
          OrganisationId at = holding.organisation();
          return at != null
              && (directory.hasMembersIn(place, at, day)
                  || directory.placeOf(at, day).filter(place::equals).isPresent());
        })
        .findFirst();
  }

  /** The caller's oldest holding in one of these roles that counts in a place of the ICS. */
  public Optional<RoleHolding> holdingInIcs(OrganisationId ics, Actor actor, Role... roles) {
    List<RoleHolding> held = actor.holdings(roles);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    LocalDate today = LocalDate.now(clock.withZone(LONDON));
    return held.stream()
        .filter(holding -> {
          OrganisationId at = holding.organisation();
          return at != null && directory.hasMembersInIcs(ics, at, today);
        })
        .findFirst();
  }

  /**
   * The caller's oldest holding in one of these roles that counts for the group: at the group
   * itself, in general practice of each of its places, or for the whole platform.
   */
  public Optional<RoleHolding> holdingFor(LeadershipGroup group, Actor actor, Role... roles) {
    return actor.holdings(roles).stream()
        .filter(
            holding -> holding.organisation() == null || holding.organisation().equals(group.id()))
        .findFirst()
        .or(() ->
            group.places().stream().allMatch(place -> holdingIn(place, actor, roles).isPresent())
                ? group.places().stream()
                    .findFirst()
                    .flatMap(place -> holdingIn(place, actor, roles))
                : Optional.empty());
  }

  /** Whether the caller sits today, in this capacity, in a leadership group of the place. */
  public boolean sitsFor(PlaceId place, Actor actor) {
    return groups.sitsForPlace(
        place, actor.holdings(Role.values()), LocalDate.now(clock.withZone(LONDON)));
  }

  /** The ICB of the place today. */
  Optional<OrganisationId> icbOf(PlaceId place) {
    return directory.place(place, LocalDate.now(clock.withZone(LONDON))).map(Place::ics);
  }

  /** Today; for a place that has closed its last day, so that its records still have readers. */
  private LocalDate dayThatCounts(PlaceId place) {
    LocalDate today = LocalDate.now(clock.withZone(LONDON));
    return directory
        .place(place, today)
        .map(Place::end)
        .filter(end -> !end.isAfter(today))
        .map(end -> end.minusDays(1))
        .orElse(today);
  }
}
