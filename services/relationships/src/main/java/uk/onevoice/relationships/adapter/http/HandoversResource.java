package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.Organisation;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.relationships.adapter.http.HandoverBodies.HandoverOffer;
import uk.onevoice.relationships.adapter.http.HandoverBodies.HandoverRef;
import uk.onevoice.relationships.adapter.http.HandoverBodies.OpenHandover;
import uk.onevoice.relationships.adapter.http.HandoverBodies.OpinionConsent;
import uk.onevoice.relationships.adapter.http.HandoverView.Outline;
import uk.onevoice.relationships.adapter.http.SlotDesk.Here;
import uk.onevoice.relationships.adapter.store.HandedOver;
import uk.onevoice.relationships.adapter.store.HandoverLog;
import uk.onevoice.relationships.adapter.store.PlaceSlots;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotRejection.NoSuchRelationship;
import uk.onevoice.relationships.domain.handover.Handover;
import uk.onevoice.relationships.domain.handover.Handover.Cancelled;
import uk.onevoice.relationships.domain.handover.Handover.Completed;
import uk.onevoice.relationships.domain.handover.Handover.None;
import uk.onevoice.relationships.domain.handover.Handover.Waiting;
import uk.onevoice.relationships.domain.handover.HandoverCommand;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Accept;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Cancel;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Consent;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Decline;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Offer;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Open;
import uk.onevoice.relationships.domain.handover.HandoverCommand.WithdrawConsent;
import uk.onevoice.relationships.domain.handover.HandoverEvent;
import uk.onevoice.relationships.domain.handover.HandoverEvent.Cause;
import uk.onevoice.relationships.domain.handover.HandoverEvent.HandoverOpened;
import uk.onevoice.relationships.domain.handover.HandoverEvent.Reason;
import uk.onevoice.relationships.domain.handover.HandoverId;
import uk.onevoice.relationships.domain.handover.HandoverRejection;
import uk.onevoice.relationships.policy.Opinions;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/** Relationships on their way from one holder to the next. */
@Path("/v1/relationships/handovers")
@RunOnVirtualThread
class HandoversResource {
  private final CommandHandler<HandoverCommand, Handover, HandoverEvent, HandoverRejection>
      handovers;
  private final FirstEvents<HandoverOpened> ofPlaces;
  private final HandoverBriefs briefs;
  private final HandedOver handedOver;
  private final PlaceSlots slots;
  private final Opinions opinions;
  private final SlotDesk desk;
  private final Directory directory;
  private final Commands commands;
  private final Scope scope;
  private final Today today;
  private final Ids ids;

  HandoversResource(
      CommandHandler<HandoverCommand, Handover, HandoverEvent, HandoverRejection> handovers,
      FirstEvents<HandoverOpened> ofPlaces,
      HandoverBriefs briefs,
      HandedOver handedOver,
      PlaceSlots slots,
      Opinions opinions,
      SlotDesk desk,
      Directory directory,
      Commands commands,
      Scope scope,
      Today today,
      Ids ids) {
    this.handovers = handovers;
    this.ofPlaces = ofPlaces;
    this.briefs = briefs;
    this.handedOver = handedOver;
    this.slots = slots;
    this.opinions = opinions;
    this.desk = desk;
    this.directory = directory;
    this.commands = commands;
    this.scope = scope;
    this.today = today;
    this.ids = ids;
  }

  /** A handover that is there for the caller, with its slot and the relationship. */
  private record There(Here here, HandoverOpened opening, Handover state, long version) {
    HandoverId id() {
      return opening.handoverId();
    }

    Relationship held() {
      return here.relationship(opening.relationshipId().value());
    }
  }

  @GET
  @Permission("listHandovers")
  public Page<Outline> list(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    UUID place = PageRequest.uuid("placeId", placeId);
    scope.in(new uk.onevoice.directory.PlaceId(place));
    Page<HandoverOpened> page = ofPlaces.page(place.toString(), request);
    Map<HandoverId, Outline> items = new LinkedHashMap<>();
    for (HandoverOpened opening : page.items()) {
      slots
          .find(opening.slotId())
          .ifPresent(slot ->
              items.putIfAbsent(
                  opening.handoverId(),
                  Outline.of(
                      opening,
                      handovers.current(HandoverLog.stream(opening.handoverId())).state(),
                      slot,
                      desk::standing)));
    }
    return new Page<>(List.copyOf(items.values()), page.next());
  }

  @POST
  @Permission("openHandover")
  public Response open(OpenHandover wish) {
    Here here = desk.inPlace(wish.slotId().value());
    @Nullable Relationship held = here.slot().relationships().get(wish.relationshipId());
    if (held == null) {
      throw SlotProblems.of(new NoSuchRelationship(wish.relationshipId())).exception();
    }
    HandoverId id = HandoverId.of(held.relationshipId());
    return handle(
        here,
        id,
        new Open(
            id,
            here.slot().terms().placeId(),
            here.id(),
            held.relationshipId(),
            held.holderId(),
            held.actingFor(),
            Cause.CHOSEN,
            held.isLive(),
            today.get()),
        (_, _, _) ->
            commands.created("/v1/relationships/handovers/" + id.value(), new HandoverRef(id)));
  }

  @GET
  @Path("/{id}")
  @Permission("readHandover")
  public Response read(@PathParam("id") UUID id) {
    There there = there(id);
    Outline outline =
        Outline.of(there.opening(), there.state(), there.here().slot(), desk::standing);
    return Response.ok(
            new HandoverView(
                outline,
                isForCaller(there)
                    ? briefs.of(there.here().slot(), there.held(), consents(there.state()))
                    : null))
        .header("ETag", Versions.etag(there.version()))
        .build();
  }

  @POST
  @Path("/{id}/offers")
  @Permission("offerHandover")
  public Response offer(@PathParam("id") UUID id, HandoverOffer wish) {
    There there = there(id);
    boolean isHolder =
        desk.records(there.opening().holderId()).contains(desk.standing(wish.successorId()));
    return handle(
        there,
        new Offer(
            there.id(),
            isHolder ? there.opening().holderId() : wish.successorId(),
            wish.actingFor(),
            there.here().slot().terms().organisationId(),
            isOfGeneralPractice(wish.actingFor()),
            desk.actsFor(wish.successorId(), wish.actingFor())));
  }

  @POST
  @Path("/{id}/acceptance")
  @Permission("acceptHandover")
  public Response accept(@PathParam("id") UUID id) {
    There there = there(id);
    PersonId me = asAsked(there.state());
    Set<PersonId> records = desk.records(me);
    RelationshipId theirs =
        there.here().slot().relationships().values().stream()
            .filter(held -> held.isLive() && records.contains(held.holderId()))
            .map(Relationship::relationshipId)
            .findFirst()
            .orElseGet(() -> new RelationshipId(ids.get()));
    Response accepted =
        handle(
            there,
            new Accept(
                there.id(),
                me,
                theirs,
                desk.isOnTeam(there.here().slot()),
                there.held().isLive(),
                there.state() instanceof Waiting waiting
                    && waiting.offer() != null
                    && desk.actsFor(me, waiting.offer().actingFor()),
                today.get()));
    handedOver.finish(there.id(), commands.metadata(there.here().circumstances()));
    return accepted;
  }

  @POST
  @Path("/{id}/refusal")
  @Permission("declineHandover")
  public Response decline(@PathParam("id") UUID id) {
    There there = there(id);
    return handle(there, new Decline(there.id(), asAsked(there.state())));
  }

  @POST
  @Path("/{id}/cancellation")
  @Permission("cancelHandover")
  public Response cancel(@PathParam("id") UUID id) {
    There there = there(id);
    return handle(
        there,
        new Cancel(
            there.id(),
            Reason.CHOSEN,
            desk.actsFor(there.opening().holderId(), there.opening().actingFor()),
            today.get()));
  }

  @POST
  @Path("/{id}/opinion-consents")
  @Permission("consentToOpinion")
  public Response consent(@PathParam("id") UUID id, OpinionConsent wish) {
    There there = there(id);
    @Nullable PersonId author = author(there, wish.assessmentRef());
    return handle(
        there, new Consent(there.id(), wish.assessmentRef(), author, as(author), today.get()));
  }

  @POST
  @Path("/{id}/opinion-consents/withdrawal")
  @Permission("withdrawOpinionConsent")
  public Response withdrawConsent(@PathParam("id") UUID id, OpinionConsent wish) {
    There there = there(id);
    @Nullable PersonId author = author(there, wish.assessmentRef());
    return handle(there, new WithdrawConsent(there.id(), wish.assessmentRef(), author, as(author)));
  }

  private There there(UUID id) {
    var current = handovers.current(HandoverLog.stream(new HandoverId(id)));
    HandoverOpened opening =
        switch (current.state()) {
          case None _ -> throw Problem.notFound().exception();
          case Waiting waiting -> waiting.opening();
          case Completed completed -> completed.opening();
          case Cancelled cancelled -> cancelled.opening();
        };
    return new There(
        desk.inPlace(opening.slotId().value()), opening, current.state(), current.version());
  }

  /** The brief is for the team, and for whoever is asked to go on. */
  private boolean isForCaller(There there) {
    return desk.isOnTeam(there.here().slot())
        || (there.state() instanceof Waiting waiting
            && waiting.offer() != null
            && desk.records(desk.me()).contains(waiting.offer().successorId()));
  }

  private static Set<UUID> consents(Handover handover) {
    return switch (handover) {
      case Waiting(_, _, var consents) -> consents;
      case Completed(_, _, var consents) -> consents;
      case None _, Cancelled _ -> Set.of();
    };
  }

  /** The caller, under the record by which they were asked where that is theirs. */
  private PersonId asAsked(Handover handover) {
    return switch (handover) {
      case Waiting waiting when waiting.offer() != null -> as(waiting.offer().successorId());
      case Completed(_, var completion, _) -> as(completion.successorId());
      case None _, Waiting _, Cancelled _ -> desk.me();
    };
  }

  private PersonId as(@Nullable PersonId record) {
    PersonId me = desk.me();
    return record != null && desk.records(me).contains(record) ? record : me;
  }

  private @Nullable PersonId author(There there, UUID assessmentRef) {
    return opinions.inForce(there.opening().slotId()).stream()
        .filter(each -> each.assessmentRef().equals(assessmentRef))
        .map(Opinions.Opinion::author)
        .findFirst()
        .orElse(null);
  }

  private boolean isOfGeneralPractice(OrganisationId body) {
    return directory
        .organisation(SlotDesk.inDirectory(body))
        .filter(it -> it.openOn(today.get()))
        .filter(Organisation::isGeneralPractice)
        .isPresent();
  }

  private Response handle(There there, HandoverCommand command) {
    return handle(there.here(), there.id(), command, (_, _, _) -> commands.noContent());
  }

  private Response handle(
      Here here,
      HandoverId id,
      HandoverCommand command,
      Answering<Handover, HandoverEvent> answering) {
    return commands.handle(
        handovers,
        HandoverLog.stream(id),
        command,
        answering,
        HandoverProblems::of,
        here.circumstances());
  }
}
