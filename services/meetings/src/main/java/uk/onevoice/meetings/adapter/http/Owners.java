package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.LeadershipGroups;
import uk.onevoice.directory.OrganisationKind;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.action.Owner;
import uk.onevoice.meetings.domain.action.Owner.Ability;
import uk.onevoice.service.command.Today;

/** Asks the registry who is an organisation that can deliver something. */
@ApplicationScoped
class Owners {
  private final Directory directory;
  private final LeadershipGroups groups;
  private final Today today;

  Owners(Directory directory, LeadershipGroups groups, Today today) {
    this.directory = directory;
    this.groups = groups;
    this.today = today;
  }

  Owner of(OrganisationId id) {
    return new Owner(id, ability(id));
  }

  private Ability ability(OrganisationId id) {
    var registered = new uk.onevoice.directory.OrganisationId(id.value());
    if (groups.group(registered, today.get()).isPresent() || isForumOrPlace(id)) {
      return Ability.GROUP;
    }
    return directory
        .organisation(registered)
        .filter(known -> known.openOn(today.get()))
        .map(known -> known.is(OrganisationKind.LEADERSHIP_GROUP) ? Ability.GROUP : Ability.ABLE)
        .orElse(Ability.NOT_KNOWN);
  }

  private boolean isForumOrPlace(OrganisationId id) {
    return uuid(id)
        .filter(each ->
            directory.forum(each).isPresent()
                || directory.place(new PlaceId(each), today.get()).isPresent())
        .isPresent();
  }

  private static Optional<UUID> uuid(OrganisationId id) {
    try {
      return Optional.of(UUID.fromString(id.value()));
    } catch (IllegalArgumentException code) {
      return Optional.empty();
    }
  }
}
