package uk.onevoice.organisations.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.organisations.domain.place.Place;
import uk.onevoice.organisations.domain.place.PlaceCommand;
import uk.onevoice.organisations.domain.place.PlaceEvent;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.organisations.domain.place.PlaceRejection;
import uk.onevoice.service.command.Today;

/** What organisations and places are called today. */
@ApplicationScoped
class RegistryNames {
  private static final int UUID_LENGTH = 36;

  private final CommandHandler<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;
  private final CommandHandler<PlaceCommand, Place, PlaceEvent, PlaceRejection> places;
  private final Today today;

  RegistryNames(
      CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
          organisations,
      CommandHandler<PlaceCommand, Place, PlaceEvent, PlaceRejection> places,
      Today today) {
    this.organisations = organisations;
    this.places = places;
    this.today = today;
  }

  /** Null where the registry has no name for it. */
  @Nullable String of(String id) {
    try {
      var organisation = new OrganisationId(id);
      if (organisations.current(RegistryLog.stream(organisation)).state()
          instanceof Registered known) {
        return known.record().name();
      }
    } catch (IllegalArgumentException neither) {
      return null;
    }
    return id.length() == UUID_LENGTH
            && places.current(RegistryLog.stream(new PlaceId(UUID.fromString(id)))).state()
                instanceof Place.Defined place
        ? place.name(today.get())
        : null;
  }
}
