package uk.onevoice.projection.representation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import uk.onevoice.directory.ClientKind;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.Place;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.directory.Role;
import uk.onevoice.security.Actor;
import uk.onevoice.security.PlaceAuthority;

/**
 * Decides for whom a view of a place is made, from the capacity the caller reads with. Those who
 * are refused a place's meetings and relationships elsewhere are no general practice of it here.
 */
@ApplicationScoped
public class Audiences {
  private static final Role[] LEADERS = {
    Role.FEDERATION_LEAD,
    Role.LMC_CHAIR,
    Role.LMC_OFFICER,
    Role.PCN_CLINICAL_DIRECTOR,
    Role.LEADERSHIP_GROUP_SUPPORT
  };

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final PlaceAuthority authority;
  private final Directory directory;
  private final Clock clock;

  Audiences(PlaceAuthority authority, Directory directory, Clock clock) {
    this.authority = authority;
    this.directory = directory;
    this.clock = clock;
  }

  /** The one that sees most, where the caller reads with several capacities. */
  public Audience of(Actor actor, String placeId) {
    return placeId(placeId).map(place -> of(actor, place)).orElse(Audience.PARTNER);
  }

  private Audience of(Actor actor, PlaceId place) {
    if (authority.holdingIn(place, actor, LEADERS).isPresent()) {
      return Audience.GP_LEADER;
    }
    if (authority.holdingIn(place, actor, Role.PRACTICE_PARTNER).isPresent()) {
      return Audience.PRACTICE;
    }
    if (directory
        .place(place, today())
        .map(Place::ics)
        .filter(ics -> actsFor(actor, ics))
        .isPresent()) {
      return Audience.ICB;
    }
    return actor.holdings(LEADERS).isEmpty() && actor.holdings(Role.PRACTICE_PARTNER).isEmpty()
        ? Audience.PARTNER
        : Audience.COLLEAGUE;
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }

  private static boolean actsFor(Actor actor, OrganisationId icb) {
    return switch (actor) {
      case Actor.PersonActor person -> person.holdsAt(icb, Role.ICB_GP_LEAD);
      case Actor.ClientActor client ->
          client.kind() == ClientKind.ICB && client.organisation().equals(icb);
    };
  }

  private static Optional<PlaceId> placeId(String text) {
    try {
      return Optional.of(new PlaceId(UUID.fromString(text)));
    } catch (IllegalArgumentException noPlace) {
      return Optional.empty();
    }
  }
}
