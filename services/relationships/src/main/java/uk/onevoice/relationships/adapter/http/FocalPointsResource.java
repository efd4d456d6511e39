package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.relationships.adapter.store.FocalPointLog;
import uk.onevoice.relationships.adapter.store.PlaceSlots;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.focal.FocalPoint;
import uk.onevoice.relationships.domain.focal.FocalPointCommand;
import uk.onevoice.relationships.domain.focal.FocalPointEvent;
import uk.onevoice.relationships.domain.focal.FocalPointEvent.FocalPointNamed;
import uk.onevoice.relationships.domain.focal.FocalPointId;
import uk.onevoice.relationships.domain.focal.FocalPointRejection;
import uk.onevoice.security.Parts;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.listing.Part;

/** The one person to turn to for each organisation that a place keeps in touch with. */
@Path("/v1/relationships/focal-points")
@RunOnVirtualThread
class FocalPointsResource {
  private final CommandHandler<FocalPointCommand, FocalPoint, FocalPointEvent, FocalPointRejection>
      focalPoints;
  private final PlaceSlots slots;
  private final SlotDesk desk;
  private final Scope scope;
  private final Parts parts;

  FocalPointsResource(
      CommandHandler<FocalPointCommand, FocalPoint, FocalPointEvent, FocalPointRejection>
          focalPoints,
      PlaceSlots slots,
      SlotDesk desk,
      Scope scope,
      Parts parts) {
    this.focalPoints = focalPoints;
    this.slots = slots;
    this.desk = desk;
    this.scope = scope;
    this.parts = parts;
  }

  /**
   * @param focalPoint null when there is none, or it is not for this caller
   */
  record FocalPointView(
      OrganisationId organisationId, boolean named, @Nullable FocalPerson focalPoint) {}

  record FocalPerson(
      PersonId personId, SlotId slotId, RelationshipId relationshipId, LocalDate since) {}

  @GET
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
}
