package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.Organisation;
import uk.onevoice.directory.Place;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.relationships.adapter.http.SlotBodies.Closing;
import uk.onevoice.relationships.adapter.http.SlotBodies.Contact;
import uk.onevoice.relationships.adapter.http.SlotBodies.DefineSlot;
import uk.onevoice.relationships.adapter.http.SlotBodies.RelationshipRef;
import uk.onevoice.relationships.adapter.http.SlotBodies.SlotRef;
import uk.onevoice.relationships.adapter.store.SlotLog;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.OrganisationKind;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.Slot;
import uk.onevoice.relationships.domain.SlotCommand;
import uk.onevoice.relationships.domain.SlotCommand.CloseRelationship;
import uk.onevoice.relationships.domain.SlotCommand.Define;
import uk.onevoice.relationships.domain.SlotCommand.LogContact;
import uk.onevoice.relationships.domain.SlotCommand.OpenRelationship;
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
  private final Commands commands;
  private final Directory directory;
  private final Scope scope;
  private final ListedTopics topics;
  private final Parts parts;
  private final Today today;
  private final Ids ids;

  SlotsResource(
      CommandHandler<SlotCommand, Slot, SlotEvent, SlotRejection> slots,
      FirstEvents<SlotDefined> ofPlaces,
      Commands commands,
      Directory directory,
      Scope scope,
      ListedTopics topics,
      Parts parts,
      Today today,
      Ids ids) {
    this.slots = slots;
    this.ofPlaces = ofPlaces;
    this.commands = commands;
    this.directory = directory;
    this.scope = scope;
    this.topics = topics;
    this.parts = parts;
    this.today = today;
    this.ids = ids;
  }

  @POST
  @Permission("defineSlot")
  public Response define(DefineSlot wish) {
    var place = inDirectory(wish.placeId());
    var role = scope.in(place);
    SlotId id = SlotId.of(wish.placeId(), wish.kind(), wish.organisationId());
    return commands.handle(
        slots,
        SlotLog.stream(id),
        new Define(
            id, wish.placeId(), wish.kind(), wish.organisationId(), kindsOf(wish.organisationId())),
        (_, _, _) -> commands.created("/v1/relationships/slots/" + id.value(), new SlotRef(id)),
        SlotProblems::of,
        new Circumstances(null, role.organisation(), icsOf(place)));
  }

  @POST
  @Path("/{id}/holders")
  @Permission("openRelationship")
  public Response open(@PathParam("id") UUID id, SlotBodies.OpenRelationship wish) {
    SlotId slot = new SlotId(id);
    RelationshipId relationship = new RelationshipId(ids.get());
    return handle(
        slot,
        new OpenRelationship(
            slot,
            relationship,
            asHolder(slot, wish.holderId()),
            wish.actingFor(),
            open(wish.actingFor()).filter(Organisation::isGeneralPractice).isPresent(),
            actsFor(wish.holderId(), wish.actingFor())),
        (_, _, _) ->
            commands.created(
                "/v1/relationships/slots/" + id, new RelationshipRef(slot, relationship)));
  }

  @POST
  @Path("/{id}/contacts")
  @Permission("logContact")
  public Response log(@PathParam("id") UUID id, Contact wish) {
    SlotId slot = new SlotId(id);
    return handle(
        slot,
        place -> {
          if (wish.topicId() != null) {
            topics.inUse(wish.topicId(), place, "/topicId");
          }
          return new LogContact(
              slot,
              wish.relationshipId(),
              wish.on(),
              wish.kind(),
              wish.twoWay(),
              wish.topicId(),
              today.get());
        },
        (_, _, _) -> commands.noContent());
  }

  @POST
  @Path("/{id}/closings")
  @Permission("closeRelationship")
  public Response close(@PathParam("id") UUID id, Closing wish) {
    SlotId slot = new SlotId(id);
    return handle(
        slot,
        new CloseRelationship(slot, wish.relationshipId(), wish.on(), today.get()),
        (_, _, _) -> commands.noContent());
  }

  @GET
  @Path("/{id}")
  @Permission("readSlot")
  public Response read(@PathParam("id") UUID id) {
    var current = slots.current(SlotLog.stream(new SlotId(id)));
    return switch (current.state()) {
      case Slot.Defined slot when scope.covers(placeOf(slot)) ->
          Response.ok(
                  parts.shows("slot.holders", placeOf(slot))
                      ? SlotView.forLeaders(slot, this::standing, topics)
                      : SlotView.forPractices(slot))
              .header("ETag", Versions.etag(current.version()))
              .build();
      case Slot.Absent _, Slot.Defined _ -> throw Problem.notFound().exception();
    };
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

  private Response handle(SlotId id, SlotCommand command, Answering<Slot, SlotEvent> answering) {
    return handle(id, _ -> command, answering);
  }

  /**
   * @param command made only when the caller may work on the slot
   */
  private Response handle(
      SlotId id,
      Function<uk.onevoice.directory.PlaceId, SlotCommand> command,
      Answering<Slot, SlotEvent> answering) {
    String stream = SlotLog.stream(id);
    var place =
        switch (slots.current(stream).state()) {
          case Slot.Absent _ -> throw Problem.notFound().exception();
          case Slot.Defined slot -> placeOf(slot);
        };
    var role = scope.in(place);
    return commands.handle(
        slots,
        stream,
        command.apply(place),
        answering,
        SlotProblems::of,
        new Circumstances(null, role.organisation(), icsOf(place)));
  }

  private Optional<Organisation> open(OrganisationId organisation) {
    return directory.organisation(inDirectory(organisation)).filter(it -> it.openOn(today.get()));
  }

  private Set<OrganisationKind> kindsOf(OrganisationId organisation) {
    return open(organisation).map(Organisation::kinds).orElse(Set.of()).stream()
        .map(kind -> OrganisationKind.valueOf(kind.name()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private PersonId standing(PersonId holder) {
    return new PersonId(
        directory.standing(new uk.onevoice.directory.PersonId(holder.value())).value());
  }

  /**
   * The person, under the record that holds the slot now where that is theirs too: nobody holds it
   * twice by having two records.
   */
  private PersonId asHolder(SlotId id, PersonId person) {
    if (!(slots.current(SlotLog.stream(id)).state() instanceof Slot.Defined slot)) {
      return person;
    }
    var records = directory.records(new uk.onevoice.directory.PersonId(person.value()));
    return slot.relationships().values().stream()
        .filter(Relationship::isLive)
        .map(Relationship::holderId)
        .filter(holder -> records.contains(new uk.onevoice.directory.PersonId(holder.value())))
        .findFirst()
        .orElse(person);
  }

  private boolean actsFor(PersonId holder, OrganisationId body) {
    return directory
        .holdings(new uk.onevoice.directory.PersonId(holder.value()), today.get())
        .stream()
        .anyMatch(holding -> inDirectory(body).equals(holding.organisation()));
  }

  private uk.onevoice.directory.@Nullable OrganisationId icsOf(
      uk.onevoice.directory.PlaceId place) {
    return directory.place(place, today.get()).map(Place::ics).orElse(null);
  }

  private static uk.onevoice.directory.PlaceId placeOf(Slot.Defined slot) {
    return inDirectory(slot.terms().placeId());
  }

  private static uk.onevoice.directory.PlaceId inDirectory(PlaceId place) {
    return new uk.onevoice.directory.PlaceId(place.value());
  }

  private static uk.onevoice.directory.OrganisationId inDirectory(OrganisationId organisation) {
    return new uk.onevoice.directory.OrganisationId(organisation.value());
  }
}
