package uk.onevoice.relationships.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.relationships.adapter.http.SlotDesk.Here;
import uk.onevoice.relationships.adapter.store.FocalPointLog;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotRejection.NoSuchRelationship;
import uk.onevoice.relationships.domain.focal.FocalPoint;
import uk.onevoice.relationships.domain.focal.FocalPointCommand;
import uk.onevoice.relationships.domain.focal.FocalPointCommand.Name;
import uk.onevoice.relationships.domain.focal.FocalPointCommand.Withdraw;
import uk.onevoice.relationships.domain.focal.FocalPointEvent;
import uk.onevoice.relationships.domain.focal.FocalPointId;
import uk.onevoice.relationships.domain.focal.FocalPointRejection;
import uk.onevoice.relationships.domain.focal.FocalPointRejection.NotLive;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;

/** Who is the one to turn to for a slot's organisation: never two. */
@Path("/v1/relationships/slots/{id}/focal-point")
@RunOnVirtualThread
class FocalPointResource {
  private final CommandHandler<FocalPointCommand, FocalPoint, FocalPointEvent, FocalPointRejection>
      focalPoints;
  private final SlotDesk desk;
  private final Commands commands;
  private final Today today;

  FocalPointResource(
      CommandHandler<FocalPointCommand, FocalPoint, FocalPointEvent, FocalPointRejection>
          focalPoints,
      SlotDesk desk,
      Commands commands,
      Today today) {
    this.focalPoints = focalPoints;
    this.desk = desk;
    this.commands = commands;
    this.today = today;
  }

  record FocalPointWish(RelationshipId relationshipId) {}

  @POST
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
  @Path("/withdrawal")
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
        FocalPointResource::problem,
        here.circumstances());
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
