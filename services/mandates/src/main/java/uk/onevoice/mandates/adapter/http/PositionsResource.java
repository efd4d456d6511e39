package uk.onevoice.mandates.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.mandates.adapter.http.PositionBodies.AgreePosition;
import uk.onevoice.mandates.adapter.http.PositionBodies.AlertView;
import uk.onevoice.mandates.adapter.http.PositionBodies.DiscussedView;
import uk.onevoice.mandates.adapter.http.PositionBodies.OnDay;
import uk.onevoice.mandates.adapter.http.PositionBodies.PositionRef;
import uk.onevoice.mandates.adapter.http.PositionBodies.PositionView;
import uk.onevoice.mandates.adapter.http.PositionBodies.ProposePosition;
import uk.onevoice.mandates.adapter.http.PositionBodies.RevisePosition;
import uk.onevoice.mandates.adapter.http.PositionBodies.WordsOnPosition;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.adapter.store.PositionLog;
import uk.onevoice.mandates.adapter.store.PublicPositions;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.issue.Issue.Raised;
import uk.onevoice.mandates.domain.position.Position;
import uk.onevoice.mandates.domain.position.Position.Taken;
import uk.onevoice.mandates.domain.position.PositionAlert;
import uk.onevoice.mandates.domain.position.PositionCommand;
import uk.onevoice.mandates.domain.position.PositionCommand.Agree;
import uk.onevoice.mandates.domain.position.PositionCommand.Propose;
import uk.onevoice.mandates.domain.position.PositionCommand.Publish;
import uk.onevoice.mandates.domain.position.PositionCommand.Revise;
import uk.onevoice.mandates.domain.position.PositionCommand.Say;
import uk.onevoice.mandates.domain.position.PositionCommand.Withdraw;
import uk.onevoice.mandates.domain.position.PositionEvent;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionProposed;
import uk.onevoice.mandates.domain.position.PositionId;
import uk.onevoice.mandates.domain.position.PositionRejection;
import uk.onevoice.mandates.domain.position.PositionRejection.IssueOfElsewhere;
import uk.onevoice.mandates.domain.position.Remark;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.listing.Part;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.vault.TypedWords;

/**
 * Positions. What is public is told to everybody in the same words, by operations that know nothing
 * else; what is private is below {@code discussion}, for general practice of the place.
 */
@Path("/v1/positions")
@RunOnVirtualThread
class PositionsResource {
  private final CommandHandler<PositionCommand, Position, PositionEvent, PositionRejection>
      positions;
  private final FirstEvents<PositionProposed> ofPlaces;
  private final PublicPositions published;
  private final PositionViews views;
  private final Issues issues;
  private final Schemes schemes;
  private final SpeakingBodies bodies;
  private final TypedWords words;
  private final Places places;
  private final Commands commands;
  private final Scope scope;
  private final Today today;

  PositionsResource(
      CommandHandler<PositionCommand, Position, PositionEvent, PositionRejection> positions,
      FirstEvents<PositionProposed> ofPlaces,
      PublicPositions published,
      PositionViews views,
      Issues issues,
      Schemes schemes,
      SpeakingBodies bodies,
      TypedWords words,
      Places places,
      Commands commands,
      Scope scope,
      Today today) {
    this.positions = positions;
    this.ofPlaces = ofPlaces;
    this.published = published;
    this.views = views;
    this.issues = issues;
    this.schemes = schemes;
    this.bodies = bodies;
    this.words = words;
    this.places = places;
    this.commands = commands;
    this.scope = scope;
    this.today = today;
  }

  @POST
  @Permission("proposePosition")
  public Response propose(ProposePosition wish) {
    PlaceId place = wish.placeId();
    RoleHolding role = scope.in(Registry.inDirectory(place));
    Raised issue =
        issues
            .find(wish.issueId())
            .orElseThrow(
                () -> PositionProblems.of(new IssueOfElsewhere(wish.issueId())).exception());
    PositionId id = PositionLog.idOf(wish.bodyId(), wish.issueId());
    return commands.handle(
        positions,
        PositionLog.stream(id),
        new Propose(
            id,
            place,
            bodies.of(place, wish.bodyId()),
            wish.issueId(),
            issue.terms().topicId(),
            issue.terms().icsId().equals(places.icsOf(place)),
            schemes.isClassified(place, wish.issueId()),
            Issues.optionsOf(issue),
            wish.stances(),
            today.get()),
        (_, _, _) ->
            commands.created("/v1/positions/" + id.value() + "/discussion", new PositionRef(id)),
        PositionProblems::of,
        places.circumstances(place, role.organisation()));
  }

  @GET
  @Permission("listPositions")
  public Page<PositionView> inPublic(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("topicId") @Nullable String topicId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    Page<PositionId> page =
        published.ofPlace(
            new PlaceId(PageRequest.uuid("placeId", placeId)),
            topicId == null ? null : PageRequest.uuid("topicId", topicId),
            PageRequest.of(after, limit));
    return new Page<>(
        views.inPublic(page.items().stream().flatMap(this::taken).toList()), page.next());
  }

  @GET
  @Path("/{id}")
  @Permission("readPosition")
  public PositionView readPublic(@PathParam("id") UUID id) {
    return views.inPublic(taken(new PositionId(id)).toList()).stream()
        .findFirst()
        .orElseThrow(() -> Problem.notFound().exception());
  }

  @GET
  @Path("/discussions")
  @Permission("listDiscussions")
  public Page<DiscussedView> discussions(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    PlaceId place = discussed(placeId);
    Page<PositionProposed> page = ofPlaces.page(place.value().toString(), request);
    return new Page<>(
        views.discussed(
            page.items().stream().flatMap(proposed -> taken(proposed.positionId())).toList()),
        page.next());
  }

  @GET
  @Path("/alerts")
  @Permission("listPositionAlerts")
  public Page<AlertView> alerts(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("open") @Nullable String open,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    PlaceId place = covered(placeId);
    boolean openOnly = isTrue("open", open);
    List<PositionAlert> all =
        PositionAlert.among(published.saidBesides(place)).stream()
            .filter(alert -> alert.concerns(place) && (alert.isOpen() || !openOnly))
            .toList();
    return Part.of(all, request, views::alerts);
  }

  @GET
  @Path("/{id}/discussion")
  @Permission("readDiscussion")
  public Response read(@PathParam("id") UUID id) {
    var current = positions.current(PositionLog.stream(new PositionId(id)));
    if (current.state() instanceof Taken position && reads(position.terms().placeId())) {
      var terms = position.terms();
      boolean may = bodies.of(terms.placeId(), terms.bodyId()).represented();
      return Response.ok(views.discussion(position, may))
          .header("ETag", Versions.etag(current.version()))
          .build();
    }
    throw Problem.notFound().exception();
  }

  @POST
  @Path("/{id}/versions")
  @Permission("revisePosition")
  public Response revise(@PathParam("id") UUID id, RevisePosition wish) {
    return handle(
        id,
        (position, _) ->
            new Revise(
                position.terms().positionId(),
                bodies.of(position.terms().placeId(), position.terms().bodyId()),
                issues.find(position.terms().issueId()).map(Issues::optionsOf).orElse(Set.of()),
                wish.stances(),
                today.get()));
  }

  @POST
  @Path("/{id}/agreements")
  @Permission("agreePosition")
  public Response agree(@PathParam("id") UUID id, AgreePosition wish) {
    return handle(
        id,
        (position, role) -> {
          PlaceId place = position.terms().placeId();
          RoleHolding speaker = bodies.holdingFor(place, wish.bodyId()).orElse(role);
          return new Agree(
              position.terms().positionId(),
              bodies.of(place, wish.bodyId()),
              SpeakingBodies.role(speaker),
              day(wish.on()),
              today.get());
        });
  }

  @POST
  @Path("/{id}/publications")
  @Permission("publishPosition")
  public Response publish(@PathParam("id") UUID id, OnDay wish) {
    return handle(
        id,
        (position, _) ->
            new Publish(
                position.terms().positionId(),
                bodies.of(position.terms().placeId(), position.terms().bodyId()),
                day(wish.on()),
                today.get()));
  }

  @POST
  @Path("/{id}/withdrawals")
  @Permission("withdrawPosition")
  public Response withdraw(@PathParam("id") UUID id, OnDay wish) {
    return handle(
        id,
        (position, _) ->
            new Withdraw(
                position.terms().positionId(),
                bodies.of(position.terms().placeId(), position.terms().bodyId()),
                day(wish.on()),
                today.get()));
  }

  @POST
  @Path("/{id}/comments")
  @Permission("commentOnPosition")
  public Response comment(@PathParam("id") UUID id, WordsOnPosition wish) {
    return say(id, Remark.Kind.COMMENT, "position-comment", wish);
  }

  @POST
  @Path("/{id}/dissents")
  @Permission("recordDissent")
  public Response dissent(@PathParam("id") UUID id, WordsOnPosition wish) {
    return say(id, Remark.Kind.DISSENT, "position-dissent", wish);
  }

  private Response say(UUID id, Remark.Kind kind, String kindOfWords, WordsOnPosition wish) {
    return words.keeping(
        PositionLog.stream(new PositionId(id)),
        pen ->
            handle(
                id,
                (position, role) ->
                    new Say(
                        position.terms().positionId(),
                        kind,
                        bodyOf(role, position),
                        SpeakingBodies.role(role),
                        pen.own(kindOfWords, "/words", wish.words(), wish.aboutIds()),
                        today.get())));
  }

  /** A role in a place is held at a body; the type allows for none. */
  private static OrganisationId bodyOf(RoleHolding role, Taken position) {
    return role.organisation() == null
        ? position.terms().bodyId()
        : new OrganisationId(role.organisation().value());
  }

  /** What is asked of a position that is there, by somebody in a role. */
  private interface Asking {
    PositionCommand of(Taken position, RoleHolding role);
  }

  /**
   * @param asking called only when the caller may work on the position
   */
  private Response handle(UUID id, Asking asking) {
    PositionId position = new PositionId(id);
    Taken there = taken(position).findFirst().orElseThrow(() -> Problem.notFound().exception());
    PlaceId place = there.terms().placeId();
    RoleHolding role = scope.in(Registry.inDirectory(place));
    return commands.handle(
        positions,
        PositionLog.stream(position),
        asking.of(there, role),
        (_, _, _) -> commands.noContent(),
        PositionProblems::of,
        places.circumstances(place, role.organisation()));
  }

  private PlaceId discussed(@Nullable String placeId) {
    PlaceId place = new PlaceId(PageRequest.uuid("placeId", placeId));
    if (!reads(place)) {
      throw scope.refusal();
    }
    return place;
  }

  /** General practice of the place, and who sits in its leadership group whatever they are. */
  private boolean reads(PlaceId place) {
    return scope.covers(Registry.inDirectory(place)) || bodies.sitsFor(place);
  }

  private PlaceId covered(@Nullable String placeId) {
    PlaceId place = new PlaceId(PageRequest.uuid("placeId", placeId));
    if (!scope.covers(Registry.inDirectory(place))) {
      throw scope.refusal();
    }
    return place;
  }

  private Stream<Taken> taken(PositionId id) {
    return positions.current(PositionLog.stream(id)).state() instanceof Taken taken
        ? Stream.of(taken)
        : Stream.of();
  }

  private LocalDate day(@Nullable LocalDate on) {
    return on == null ? today.get() : on;
  }

  private static boolean isTrue(String name, @Nullable String value) {
    if (value == null || value.equals("false")) {
      return false;
    }
    if (value.equals("true")) {
      return true;
    }
    throw Problem.invalid("query:" + name, "must be true or false").exception();
  }
}
