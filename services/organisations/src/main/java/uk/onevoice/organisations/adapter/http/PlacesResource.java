package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.adapter.http.Bodies.NewPlace;
import uk.onevoice.organisations.adapter.http.Bodies.NewPractices;
import uk.onevoice.organisations.adapter.http.Bodies.PlaceName;
import uk.onevoice.organisations.adapter.http.Bodies.PlaceRef;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.organisations.domain.place.Place;
import uk.onevoice.organisations.domain.place.PlaceCommand;
import uk.onevoice.organisations.domain.place.PlaceCommand.DefinePlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.RevisePlace;
import uk.onevoice.organisations.domain.place.PlaceEvent;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.organisations.domain.place.PlaceRejection;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/** Places of an ICS, and the practices in them. */
@Path("/v1/organisations/places")
@RunOnVirtualThread
class PlacesResource {
  private final CommandHandler<PlaceCommand, Place, PlaceEvent, PlaceRejection> places;
  private final CommandHandler<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;
  private final Commands commands;
  private final Membership membership;
  private final Ids ids;

  PlacesResource(
      CommandHandler<PlaceCommand, Place, PlaceEvent, PlaceRejection> places,
      CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
          organisations,
      Commands commands,
      Membership membership,
      Ids ids) {
    this.places = places;
    this.organisations = organisations;
    this.commands = commands;
    this.membership = membership;
    this.ids = ids;
  }

  @POST
  @Permission("definePlace")
  public Response define(NewPlace wish) {
    var id = new PlaceId(ids.get());
    return commands.handle(
        places,
        RegistryLog.stream(id),
        new DefinePlace(id, wish.icsId(), icbOpen(wish.icsId()), wish.name(), wish.start()),
        (_, _, _) -> commands.created("/v1/places/" + id, new PlaceRef(id)),
        RegistryProblems::of);
  }

  private @Nullable Period icbOpen(OrganisationId id) {
    return organisations.current(RegistryLog.stream(id)).state() instanceof Registered known
            && known.is(OrganisationKind.ICB)
        ? Membership.open(known)
        : null;
  }

  @POST
  @Path("/{id}/names")
  @Permission("renamePlace")
  public Response rename(@PathParam("id") UUID id, PlaceName wish) {
    return commands.handle(
        places,
        RegistryLog.stream(new PlaceId(id)),
        new RevisePlace(wish.name()),
        (_, _, _) -> commands.noContent(),
        RegistryProblems::of);
  }

  @POST
  @Path("/{id}/practices")
  @Permission("addPractices")
  public Response practices(@PathParam("id") UUID id, NewPractices wish) {
    var stream = RegistryLog.stream(new PlaceId(id));
    if (!(places.current(stream).state() instanceof Place.Defined place)) {
      throw Problem.notFound().exception();
    }
    return membership.start(
        wish.practiceIds(),
        "practiceIds",
        id.toString(),
        stream,
        Period.from(place.start()),
        AffiliationKind.PLACE,
        wish.start());
  }
}
