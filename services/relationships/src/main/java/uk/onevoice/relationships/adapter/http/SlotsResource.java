package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.Organisation;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.relationships.adapter.http.SlotBodies.DefineSlot;
import uk.onevoice.relationships.adapter.http.SlotBodies.RelationshipRef;
import uk.onevoice.relationships.adapter.http.SlotBodies.SlotRef;
import uk.onevoice.relationships.adapter.http.SlotBodies.WithdrawSlot;
import uk.onevoice.relationships.adapter.http.SlotDesk.Here;
import uk.onevoice.relationships.adapter.store.SlotLog;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.OrganisationKind;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.Slot;
import uk.onevoice.relationships.domain.SlotCommand;
import uk.onevoice.relationships.domain.SlotCommand.Define;
import uk.onevoice.relationships.domain.SlotCommand.OpenRelationship;
import uk.onevoice.relationships.domain.SlotCommand.Withdraw;
import uk.onevoice.relationships.domain.SlotEvent;
import uk.onevoice.relationships.domain.SlotEvent.SlotDefined;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.SlotRejection;
import uk.onevoice.security.Parts;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/**
 * Key relationships: kept by leaders of general practice in the place, in outline for practices.
 */
@Path("/v1/relationships/slots")
@RunOnVirtualThread
class SlotsResource {
  private final CommandHandler<SlotCommand, Slot, SlotEvent, SlotRejection> slots;
  private final FirstEvents<SlotDefined> ofPlaces;
  private final SlotDesk desk;
  private final Commands commands;
  private final Directory directory;
  private final Scope scope;
  private final ListedTopics topics;
  private final KeyHolders keys;
  private final Parts parts;
  private final Today today;
  private final Ids ids;

  SlotsResource(
      CommandHandler<SlotCommand, Slot, SlotEvent, SlotRejection> slots,
      FirstEvents<SlotDefined> ofPlaces,
      SlotDesk desk,
      Commands commands,
      Directory directory,
      Scope scope,
      ListedTopics topics,
      KeyHolders keys,
      Parts parts,
      Today today,
      Ids ids) {
    this.slots = slots;
    this.ofPlaces = ofPlaces;
    this.desk = desk;
    this.commands = commands;
    this.directory = directory;
    this.scope = scope;
    this.topics = topics;
    this.keys = keys;
    this.parts = parts;
    this.today = today;
    this.ids = ids;
  }

  @POST
  @Permission("defineSlot")
  public Response define(DefineSlot wish) {
    var place = new uk.onevoice.directory.PlaceId(wish.placeId().value());
    var role = scope.in(place);
    SlotId id = SlotId.of(wish.placeId(), wish.kind(), wish.organisationId());
    return commands.handle(
        slots,
        SlotLog.stream(id),
        new Define(
            id, wish.placeId(), wish.kind(), wish.organisationId(), kindsOf(wish.organisationId())),
        (_, _, _) -> commands.created("/v1/relationships/slots/" + id.value(), new SlotRef(id)),
        SlotProblems::of,
        new Circumstances(null, role.organisation(), desk.icsOf(place)));
  }

  @POST
  @Path("/{id}/withdrawals")
  @Permission("withdrawSlot")
  public Response withdraw(@PathParam("id") UUID id, WithdrawSlot wish) {
    Here here = desk.inPlace(id);
    return desk.done(here, new Withdraw(here.id(), wish.on(), today.get()));
  }

  @POST
  @Path("/{id}/holders")
  @Permission("openRelationship")
  public Response open(@PathParam("id") UUID id, SlotBodies.OpenRelationship wish) {
    Here here = desk.inPlace(id);
    List<CounterpartRef> with = wish.counterpartRefs() == null ? List.of() : wish.counterpartRefs();
    if (!with.isEmpty() && !desk.isOnTeam(here.slot())) {
      throw Problem.of(403, "not-on-the-team", "Only its team says with whom it is.").exception();
    }
    RelationshipId relationship = new RelationshipId(ids.get());
    return desk.handle(
        here,
        new OpenRelationship(
            here.id(),
            relationship,
            asHolder(here.slot(), wish.holderId()),
            wish.actingFor(),
            with,
            open(wish.actingFor()).filter(Organisation::isGeneralPractice).isPresent(),
            desk.actsFor(wish.holderId(), wish.actingFor())),
        (_, _, _) ->
            commands.created(
                "/v1/relationships/slots/" + id, new RelationshipRef(here.id(), relationship)));
  }

  @GET
  @Path("/{id}")
  @Permission("readSlot")
  public Response read(@PathParam("id") UUID id) {
    var current = slots.current(SlotLog.stream(new SlotId(id)));
    if (current.state() instanceof Slot.Defined slot && scope.covers(SlotDesk.placeOf(slot))) {
      boolean onTeam = desk.isOnTeam(slot);
      return Response.ok(
              onTeam || parts.shows("slot.holders", SlotDesk.placeOf(slot))
                  ? SlotView.whole(slot, desk::standing, topics, keys.of(slot), onTeam)
                  : SlotView.forPractices(slot))
          .header("ETag", Versions.etag(current.version()))
          .build();
    }
    throw Problem.notFound().exception();
  }

  @GET
  @Permission("listSlots")
  public Page<SlotTerms> ofPlace(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    UUID place = PageRequest.uuid("placeId", placeId);
    if (!scope.covers(new uk.onevoice.directory.PlaceId(place))) {
      throw scope.refusal();
    }
    Page<SlotDefined> page = ofPlaces.page(place.toString(), request);
    return new Page<>(page.items().stream().map(SlotTerms::of).toList(), page.next());
  }

  private Optional<Organisation> open(OrganisationId organisation) {
    return directory
        .organisation(SlotDesk.inDirectory(organisation))
        .filter(it -> it.openOn(today.get()));
  }

  private Set<OrganisationKind> kindsOf(OrganisationId organisation) {
    return open(organisation).map(Organisation::kinds).orElse(Set.of()).stream()
        .map(kind -> OrganisationKind.valueOf(kind.name()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The person, under the record that holds the slot now where that is theirs too: nobody holds it
   * twice by having two records.
   */
  private PersonId asHolder(Slot.Defined slot, PersonId person) {
    var records = desk.records(person);
    return slot.relationships().values().stream()
        .filter(Relationship::isLive)
        .map(Relationship::holderId)
        .filter(records::contains)
        .findFirst()
        .orElse(person);
  }
}
