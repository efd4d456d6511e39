package uk.onevoice.relationships.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.relationships.adapter.http.SlotDesk.Here;
import uk.onevoice.relationships.adapter.store.FocalPointLog;
import uk.onevoice.relationships.adapter.store.PlaceSlots;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.SlotRejection.NoSuchRelationship;
import uk.onevoice.relationships.domain.focal.FocalPoint;
import uk.onevoice.relationships.domain.focal.FocalPointCommand;
import uk.onevoice.relationships.domain.focal.FocalPointCommand.Name;
import uk.onevoice.relationships.domain.focal.FocalPointCommand.Withdraw;
import uk.onevoice.relationships.domain.focal.FocalPointEvent;
import uk.onevoice.relationships.domain.focal.FocalPointEvent.FocalPointNamed;
import uk.onevoice.relationships.domain.focal.FocalPointId;
import uk.onevoice.relationships.domain.focal.FocalPointRejection;
import uk.onevoice.relationships.domain.focal.FocalPointRejection.NotLive;
import uk.onevoice.security.Parts;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/** The one person to turn to for each organisation that a place keeps in touch with. */
@Path("/v1/relationships")
@RunOnVirtualThread
class FocalPointsResource {
  private final CommandHandler<FocalPointCommand, FocalPoint, FocalPointEvent, FocalPointRejection>
      focalPoints;
  private final PlaceSlots slots;
  private final SlotDesk desk;
  private final Commands commands;
  private final Scope scope;
  private final Parts parts;
  private final Today today;

  FocalPointsResource(
      CommandHandler<FocalPointCommand, FocalPoint, FocalPointEvent, FocalPointRejection>
          focalPoints,
      PlaceSlots slots,
      SlotDesk desk,
      Commands commands,
      Scope scope,
      Parts parts,
      Today today) {
    this.focalPoints = focalPoints;
    this.slots = slots;
    this.desk = desk;
    this.commands = commands;
    this.scope = scope;
    this.parts = parts;
    this.today = today;
  }

  record FocalPointWish(RelationshipId relationshipId) {}

  /**
   * @param focalPoint null when there is none, or it is not for this caller
   */
  record FocalPointView(
      OrganisationId organisationId, boolean named, @Nullable FocalPerson focalPoint) {}

  record FocalPerson(
      PersonId personId, SlotId slotId, RelationshipId relationshipId, LocalDate since) {}

  @GET
  @Path("/focal-points")
  @Permission("listFocalPoints")
  public Page<FocalPointView> list(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    var inDirectory = new uk.onevoice.directory.PlaceId(PageRequest.uuid("placeId", placeId));
    if (!scope.covers(inDirectory)) {
      throw scope.refusal();
    }
    var place = new PlaceId(inDirectory.value());
    boolean who = parts.shows("slot.holders", inDirectory);
    List<OrganisationId> organisations =
        slots.of(place).stream()
            .map(slot -> slot.terms().organisationId())
            .distinct()
            .sorted(Comparator.comparing(OrganisationId::value))
            .toList();
    return Part.of(
        organisations, request, some -> some.stream().map(each -> view(place, each, who)).toList());
  }

  @POST
  @Path("/slots/{id}/focal-point")
  @Permission("nameFocalPoint")
  public Response name(@PathParam("id") UUID id, FocalPointWish wish) {
    Here here = desk.inPlace(id);
    @Nullable Relationship held = here.slot().relationships().get(wish.relationshipId());
    if (held == null) {
      throw SlotProblems.of(new NoSuchRelationship(wish.relationshipId())).exception();
    }
    FocalPointId focal = idOf(here);
    return handle(
        here,
        new Name(
            focal,
            here.slot().terms().placeId(),
            here.slot().terms().organisationId(),
            here.id(),
            held.relationshipId(),
            held.holderId(),
            held.isLive(),
            today.get()));
  }

  @POST
  @Path("/slots/{id}/focal-point/withdrawal")
  @Permission("withdrawFocalPoint")
  public Response withdraw(@PathParam("id") UUID id) {
    Here here = desk.inPlace(id);
    return handle(here, new Withdraw(idOf(here), today.get()));
  }

  private Response handle(Here here, FocalPointCommand command) {
    return commands.handle(
        focalPoints,
        FocalPointLog.stream(idOf(here)),
        command,
        (_, _, _) -> commands.noContent(),
        FocalPointsResource::problem,
        here.circumstances());
  }

  private FocalPointView view(PlaceId place, OrganisationId organisation, boolean who) {
    Optional<FocalPointNamed> named = of(place, organisation);
    return new FocalPointView(
        organisation,
        named.isPresent(),
        named
            .filter(_ -> who)
            .map(naming ->
                new FocalPerson(
                    desk.standing(naming.personId()),
                    naming.slotId(),
                    naming.relationshipId(),
                    naming.on()))
            .orElse(null));
  }

  /** Who is named, as long as their relationship goes on. */
  private Optional<FocalPointNamed> of(PlaceId place, OrganisationId organisation) {
    return focalPoints.current(FocalPointLog.stream(FocalPointId.of(place, organisation))).state()
            instanceof FocalPoint.Somebody(var naming)
        ? slots
            .find(naming.slotId())
            .map(slot -> slot.relationships().get(naming.relationshipId()))
            .filter(Relationship::isLive)
            .map(_ -> naming)
        : Optional.empty();
  }

  private static FocalPointId idOf(Here here) {
    return FocalPointId.of(here.slot().terms().placeId(), here.slot().terms().organisationId());
  }

  private static Problem problem(FocalPointRejection rejection) {
    return switch (rejection) {
      case NotLive _ ->
          conflict("focal-point-not-live", "This relationship has ended.")
              .detail("Only who keeps in touch today can be the one to turn to.");
    };
  }
}
