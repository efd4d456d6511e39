package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.adapter.http.Bodies.Ending;
import uk.onevoice.organisations.adapter.http.PlaceBodies.Belonging;
import uk.onevoice.organisations.adapter.http.PlaceBodies.FirstDay;
import uk.onevoice.organisations.adapter.http.PlaceBodies.Merging;
import uk.onevoice.organisations.adapter.http.PlaceBodies.Moving;
import uk.onevoice.organisations.adapter.http.PlaceBodies.NewNeighbourhood;
import uk.onevoice.organisations.adapter.http.PlaceBodies.NewPlace;
import uk.onevoice.organisations.adapter.http.PlaceBodies.NewPractices;
import uk.onevoice.organisations.adapter.http.PlaceBodies.PlaceName;
import uk.onevoice.organisations.adapter.http.PlaceBodies.PlaceRef;
import uk.onevoice.organisations.adapter.http.PlaceBodies.PlaceView;
import uk.onevoice.organisations.adapter.store.Histories;
import uk.onevoice.organisations.adapter.store.PlacesInUse;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.JoinNeighbourhood;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.MoveAffiliation;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.organisations.domain.place.Place;
import uk.onevoice.organisations.domain.place.PlaceCommand;
import uk.onevoice.organisations.domain.place.PlaceCommand.ClosePlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.CorrectStart;
import uk.onevoice.organisations.domain.place.PlaceCommand.DefineNeighbourhood;
import uk.onevoice.organisations.domain.place.PlaceCommand.DefinePlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.MergePlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.MovePlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.ReopenPlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.RevisePlace;
import uk.onevoice.organisations.domain.place.PlaceEvent;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.organisations.domain.place.PlaceRejection;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/** Places of an ICS, their neighbourhoods, and the practices in them. */
@Path("/v1/organisations/places")
@RunOnVirtualThread
class PlacesResource {
  private final CommandHandler<PlaceCommand, Place, PlaceEvent, PlaceRejection> places;
  private final CommandHandler<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;
  private final Commands commands;
  private final Membership membership;
  private final Belongings belongings;
  private final PlacesInUse inUse;
  private final Histories histories;
  private final WhoActed who;
  private final RegistryNames names;
  private final Today today;
  private final Ids ids;

  PlacesResource(
      CommandHandler<PlaceCommand, Place, PlaceEvent, PlaceRejection> places,
      CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
          organisations,
      Commands commands,
      Membership membership,
      Belongings belongings,
      PlacesInUse inUse,
      Histories histories,
      WhoActed who,
      RegistryNames names,
      Today today,
      Ids ids) {
    this.places = places;
    this.organisations = organisations;
    this.commands = commands;
    this.membership = membership;
    this.belongings = belongings;
    this.inUse = inUse;
    this.histories = histories;
    this.who = who;
    this.names = names;
    this.today = today;
    this.ids = ids;
  }

  @POST
  @Permission("definePlace")
  public Response define(NewPlace wish) {
    var id = new PlaceId(ids.get());
    return created(
        id, new DefinePlace(id, wish.icsId(), icbOpen(wish.icsId()), wish.name(), wish.start()));
  }

  @POST
  @Path("/{id}/neighbourhoods")
  @Permission("defineNeighbourhood")
  public Response defineNeighbourhood(@PathParam("id") UUID placeId, NewNeighbourhood wish) {
    var id = new PlaceId(ids.get());
    return created(
        id, new DefineNeighbourhood(id, defined(new PlaceId(placeId)), wish.name(), wish.start()));
  }

  private Response created(PlaceId id, PlaceCommand command) {
    return commands.handle(
        places,
        RegistryLog.stream(id),
        command,
        (_, _, _) -> commands.created("/v1/organisations/places/" + id, new PlaceRef(id)),
        rejection -> PlaceProblems.of(rejection, "/start"));
  }

  private @Nullable Period icbOpen(OrganisationId id) {
    return organisations.current(RegistryLog.stream(id)).state() instanceof Registered known
            && known.is(OrganisationKind.ICB)
        ? Membership.open(known)
        : null;
  }

  private Place.Defined defined(PlaceId id) {
    if (places.current(RegistryLog.stream(id)).state() instanceof Place.Defined place) {
      return place;
    }
    throw Problem.notFound().exception();
  }

  @GET
  @Path("/{id}")
  @Permission("readPlaceRecord")
  public Response read(@PathParam("id") UUID id) {
    var current = places.current(RegistryLog.stream(new PlaceId(id)));
    if (!(current.state() instanceof Place.Defined place)) {
      throw Problem.notFound().exception();
    }
    LocalDate on = today.get();
    var ics = place.partOf() == null ? place.ics(on) : defined(place.partOf()).ics(on);
    return Response.ok(PlaceView.of(place, ics, on, names))
        .header("ETag", Versions.etag(current.version()))
        .build();
  }

  @GET
  @Path("/{id}/practices")
  @Permission("listBelongingsOfPlace")
  public Page<Belonging> belonging(
      @PathParam("id") UUID id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    var place = defined(new PlaceId(id));
    return belongings.of(place.id().toString(), kind(place), PageRequest.of(after, limit));
  }

  @GET
  @Path("/{id}/history")
  @Permission("readPlaceHistory")
  public Page<Histories.Entry> history(
      @PathParam("id") UUID id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    var place = defined(new PlaceId(id));
    return histories.of(
        List.of(RegistryLog.stream(place.id())),
        place.id().toString(),
        PageRequest.of(after, limit),
        names::of,
        who::names);
  }

  @POST
  @Path("/{id}/names")
  @Permission("renamePlace")
  public Response rename(@PathParam("id") UUID id, PlaceName wish) {
    return change(
        id, new RevisePlace(wish.name(), wish.from() == null ? today.get() : wish.from()), "/from");
  }

  @POST
  @Path("/{id}/moving")
  @Permission("movePlace")
  public Response move(@PathParam("id") UUID id, Moving wish) {
    return change(id, new MovePlace(wish.icsId(), icbOpen(wish.icsId()), wish.from()), "/from");
  }

  @POST
  @Path("/{id}/start")
  @Permission("correctStartOfPlace")
  public Response correctStart(@PathParam("id") UUID id, FirstDay wish) {
    var place = defined(new PlaceId(id));
    var within =
        place.partOf() == null ? icbOpen(place.ics(wish.start())) : defined(place.partOf()).open();
    var used = inUse.since(place.id()).orElse(null);
    return change(id, new CorrectStart(wish.start(), today.get(), within, used), "/start");
  }

  @POST
  @Path("/{id}/closing")
  @Permission("closePlace")
  public Response close(@PathParam("id") UUID id, Ending wish) {
    return change(id, new ClosePlace(wish.end()), "/end");
  }

  @POST
  @Path("/{id}/merging")
  @Permission("mergePlace")
  public Response merge(@PathParam("id") UUID id, Merging wish) {
    var into = places.current(RegistryLog.stream(wish.into())).state();
    return change(id, new MergePlace(wish.into(), into, wish.on()), "/on");
  }

  @POST
  @Path("/{id}/reopening")
  @Consumes(MediaType.WILDCARD)
  @Permission("reopenPlace")
  public Response reopen(@PathParam("id") UUID id) {
    return change(id, new ReopenPlace(), "");
  }

  private Response change(UUID id, PlaceCommand command, String day) {
    return commands.handle(
        places,
        RegistryLog.stream(new PlaceId(id)),
        command,
        (_, _, _) -> commands.noContent(),
        rejection -> PlaceProblems.of(rejection, day));
  }

  @POST
  @Path("/{id}/practices")
  @Permission("addPractices")
  public Response practices(@PathParam("id") UUID id, NewPractices wish) {
    var place = defined(new PlaceId(id));
    return membership.handle(
        wish.practiceIds(),
        "practiceIds",
        RegistryLog.stream(place.id()),
        wish(place, wish.start(), Boolean.TRUE.equals(wish.moving())));
  }

  /** A practice always leaves one neighbourhood for another of its place. */
  private static Membership.Wish wish(Place.Defined place, LocalDate start, boolean moving) {
    return (member, open) -> {
      var starting =
          Membership.starting(
              member, open, place.id().toString(), place.open(), kind(place), start);
      if (place.partOf() != null) {
        return new JoinNeighbourhood(starting, place.partOf().toString());
      }
      return moving ? new MoveAffiliation(starting) : starting;
    };
  }

  private static AffiliationKind kind(Place.Defined place) {
    return place.partOf() == null ? AffiliationKind.PLACE : AffiliationKind.NEIGHBOURHOOD;
  }
}
