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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.LeadershipGroups;
import uk.onevoice.directory.Place;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.Handled;
import uk.onevoice.kernel.Decision;
import uk.onevoice.organisations.adapter.http.Bodies.Ending;
import uk.onevoice.organisations.adapter.http.GroupBodies.GroupRef;
import uk.onevoice.organisations.adapter.http.GroupBodies.NewGroup;
import uk.onevoice.organisations.adapter.http.GroupBodies.NewMilestone;
import uk.onevoice.organisations.adapter.http.GroupBodies.NewScope;
import uk.onevoice.organisations.adapter.http.GroupBodies.NewTerms;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.group.GroupCommand;
import uk.onevoice.organisations.domain.group.GroupCommand.AdoptTerms;
import uk.onevoice.organisations.domain.group.GroupCommand.DissolveGroup;
import uk.onevoice.organisations.domain.group.GroupCommand.FormGroup;
import uk.onevoice.organisations.domain.group.GroupCommand.Known;
import uk.onevoice.organisations.domain.group.GroupCommand.ReachMilestone;
import uk.onevoice.organisations.domain.group.GroupCommand.RestoreGroup;
import uk.onevoice.organisations.domain.group.GroupCommand.ReviseGroup;
import uk.onevoice.organisations.domain.group.GroupCommand.WithdrawMilestone;
import uk.onevoice.organisations.domain.group.GroupCommand.WithdrawTerms;
import uk.onevoice.organisations.domain.group.GroupEvent;
import uk.onevoice.organisations.domain.group.GroupId;
import uk.onevoice.organisations.domain.group.GroupRejection;
import uk.onevoice.organisations.domain.group.LeadershipGroup;
import uk.onevoice.organisations.domain.group.LeadershipGroup.Formed;
import uk.onevoice.organisations.domain.group.Milestone;
import uk.onevoice.organisations.domain.group.Scope;
import uk.onevoice.organisations.domain.group.Terms;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Close;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.RegisterLocal;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Reopen;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.CurrentRequest;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/**
 * Leadership groups: formed by leaders of general practice of the place, run by those who support
 * or chair them, read by every registered person. A group is a registered body as well, under the
 * same id, so that roles can be held at it.
 */
@Path("/v1/groups")
@RunOnVirtualThread
class GroupsResource {
  private final CommandHandler<GroupCommand, LeadershipGroup, GroupEvent, GroupRejection> groups;
  private final CommandHandler<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;
  private final LeadershipGroups directoryGroups;
  private final Directory directory;
  private final GroupStanding standing;
  private final uk.onevoice.security.Scope permitted;
  private final GroupReading reading;
  private final GroupWords words;
  private final EventStore store;
  private final RegistryLog log;
  private final WhoActed who;
  private final Commands commands;
  private final CurrentRequest request;
  private final CurrentActor actor;
  private final Today today;

  GroupsResource(
      CommandHandler<GroupCommand, LeadershipGroup, GroupEvent, GroupRejection> groups,
      CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
          organisations,
      LeadershipGroups directoryGroups,
      Directory directory,
      GroupStanding standing,
      uk.onevoice.security.Scope permitted,
      GroupReading reading,
      GroupWords words,
      EventStore store,
      RegistryLog log,
      WhoActed who,
      Commands commands,
      CurrentRequest request,
      CurrentActor actor,
      Today today) {
    this.groups = groups;
    this.organisations = organisations;
    this.directoryGroups = directoryGroups;
    this.directory = directory;
    this.standing = standing;
    this.permitted = permitted;
    this.reading = reading;
    this.words = words;
    this.store = store;
    this.log = log;
    this.who = who;
    this.commands = commands;
    this.request = request;
    this.actor = actor;
    this.today = today;
  }

  @POST
  @Permission("formGroup")
  public Response form(NewGroup wish) {
    mustLeadIn(wish.scope());
    if ((wish.organisationId() == null) == (wish.name() == null)) {
      throw Problem.invalid("/name", "is needed, or organisationId, not both").exception();
    }
    var id = wish.organisationId() == null ? idOfThisRequest() : formed(wish.organisationId());
    var known = known(wish.scope());
    if (wish.name() != null) {
      register(id, wish);
    }
    return commands.handle(
        groups,
        RegistryLog.stream(id),
        new FormGroup(id, wish.scope(), known, wish.start()),
        (_, _, _) -> commands.created("/v1/groups/" + id, new GroupRef(id)),
        GroupProblems::of,
        Circumstances.NONE.in(new uk.onevoice.directory.OrganisationId(wish.icsId().value())));
  }

  /** Whoever forms a group leads in every place that it speaks for. */
  private void mustLeadIn(Scope wish) {
    var places =
        wish.placeIds().isEmpty()
            ? directory
                .placesOf(
                    new uk.onevoice.directory.OrganisationId(wish.icsId().value()), today.get())
                .stream()
                .map(Place::id)
                .toList()
            : inDirectory(wish.placeIds());
    if (places.isEmpty()) {
      throw permitted.refusal();
    }
    places.forEach(permitted::in);
  }

  /** The same for the same request: one that stopped between its two streams goes on. */
  private GroupId idOfThisRequest() {
    var key = request.idempotencyKey().orElseThrow();
    return new GroupId(
        UUID.nameUUIDFromBytes(
            (actor.get().ref().value() + "|" + key.key()).getBytes(StandardCharsets.UTF_8)));
  }

  private GroupId formed(OrganisationId body) {
    if (!kinds(body).contains(OrganisationKind.LEADERSHIP_GROUP)) {
      throw Problem.unprocessable("group-does-not-fit", "A group cannot stand like this.")
          .at("/organisationId", "must be a registered leadership group")
          .exception();
    }
    return new GroupId(UUID.fromString(body.value()));
  }

  /** A rule that says no to the group says it before its body is registered. */
  private void register(GroupId id, NewGroup wish) {
    var form = new FormGroup(id, wish.scope(), known(wish.scope()), wish.start());
    if (LeadershipGroup.decide(form, new LeadershipGroup.Absent())
        instanceof Decision.Rejected<GroupEvent, GroupRejection>(var no)) {
      throw GroupProblems.of(no).exception();
    }
    var name = wish.name();
    if (name != null) {
      onBody(
          id,
          new RegisterLocal(id.body(), OrganisationKind.LEADERSHIP_GROUP, name, wish.start()),
          OrganisationRejection.AlreadyRegistered.class);
    }
  }

  /**
   * What happens to the group's body with it.
   *
   * @param done what is said where an earlier, interrupted request has done it
   */
  private void onBody(
      GroupId id, OrganisationCommand command, Class<? extends OrganisationRejection> done) {
    var stream = RegistryLog.stream(id.body());
    var envelope = commands.envelope(stream, command, Circumstances.NONE);
    var handled =
        organisations.handle(
            new Envelope<>(
                stream, command, envelope.metadata(), envelope.occurredAt(), null, null));
    if (handled
            instanceof
            Handled.Rejected<Organisation, OrganisationEvent, OrganisationRejection>(
                var rejection,
                _)
        && !done.isInstance(rejection)) {
      throw RegistryProblems.of(rejection).exception();
    }
  }

  private Known known(Scope scope) {
    var ics = new uk.onevoice.directory.OrganisationId(scope.icsId().value());
    var places =
        directory.placesOf(ics, today.get()).stream()
            .map(place -> new PlaceId(place.id().value()))
            .collect(Collectors.toSet());
    return new Known(places, kinds(scope.federationId()), kinds(scope.legalEntityId()));
  }

  private Set<OrganisationKind> kinds(@Nullable OrganisationId id) {
    return id != null
            && organisations.current(RegistryLog.stream(id)).state() instanceof Registered body
        ? EnumSet.copyOf(body.record().kinds())
        : Set.of();
  }

  @GET
  @Permission("listGroups")
  public Page<GroupView.Summary> list(
      @QueryParam("icsId") @Nullable String icsId,
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    var day = today.get();
    if ((icsId == null) == (placeId == null)) {
      throw Problem.invalid("query:icsId", "is required, or placeId, not both").exception();
    }
    var found =
        icsId != null
            ? directoryGroups.ofIcs(
                new uk.onevoice.directory.OrganisationId(PathIds.organisation(icsId).value()), day)
            : directoryGroups.ofPlace(
                new uk.onevoice.directory.PlaceId(PageRequest.uuid("placeId", placeId)), day);
    var page = GroupReading.page(found, PageRequest.of(after, limit), group -> group.id().value());
    return new Page<>(
        page.items().stream().map(group -> reading.summary(group, day)).toList(), page.next());
  }

  @GET
  @Path("/{id}")
  @Permission("readGroup")
  public Response read(@PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    var group = standing.group(id);
    var mine = standing.to(group);
    var day = GroupReading.asOf(asOf, today.get());
    var current = groups.current(RegistryLog.stream(id(id)));
    if (!(current.state() instanceof Formed formed)) {
      throw Problem.notFound().exception();
    }
    var then =
        directoryGroups.group(group.id(), day).orElseThrow(() -> Problem.notFound().exception());
    var answer = Response.ok(reading.view(then, formed, mine, day));
    // The version would count what was declared and asked inside the group.
    return (mine.inside() || mine.runs()
            ? answer.header("ETag", Versions.etag(current.version()))
            : answer)
        .build();
  }

  @GET
  @Path("/{id}/history")
  @Permission("readGroupHistory")
  public Page<GroupView.Entry> history(
      @PathParam("id") String id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    standing.mustBeInside(standing.group(id));
    var page =
        GroupReading.page(
            store.stream(RegistryLog.stream(id(id)), 0).reversed(),
            PageRequest.of(after, limit),
            stored -> Long.toString(stored.version()));
    var names = who.ofEvents(page.items());
    return new Page<>(
        page.items().stream()
            .map(stored ->
                new GroupView.Entry(
                    stored.version(),
                    day((GroupEvent) log.read(stored)),
                    stored.recordedAt(),
                    stored.type(),
                    WhoActed.ref(stored),
                    names.get(WhoActed.ref(stored))))
            .toList(),
        page.next());
  }

  private static @Nullable LocalDate day(GroupEvent event) {
    return switch (event) {
      case GroupEvent.GroupFormed formed -> formed.start();
      case GroupEvent.GroupRevised revised -> revised.from();
      case GroupEvent.GroupTermsAdopted adopted -> adopted.from();
      case GroupEvent.SeatTaken taken -> taken.start();
      case GroupEvent.SeatLeft left -> left.end();
      case GroupEvent.ChairNamed named -> named.start();
      case GroupEvent.ChairStoodDown stoodDown -> stoodDown.end();
      case GroupEvent.InterestDeclared declared -> declared.start();
      case GroupEvent.InterestEnded ended -> ended.end();
      case GroupEvent.InterestCorrected corrected -> corrected.start();
      case GroupEvent.PulseOpened opened -> opened.on();
      case GroupEvent.PulseClosed closed -> closed.on();
      case GroupEvent.MilestoneReached reached -> reached.on();
      case GroupEvent.GroupDissolved dissolved -> dissolved.end();
      case GroupEvent.GroupTermsWithdrawn _,
          GroupEvent.MilestoneWithdrawn _,
          GroupEvent.GroupRestored _ ->
          null;
    };
  }

  @POST
  @Path("/{id}/scope")
  @Permission("reviseGroup")
  public Response revise(@PathParam("id") String id, NewScope wish) {
    standing.mustRun(standing.group(id));
    return change(id, new ReviseGroup(wish.scope(), known(wish.scope()), wish.from()));
  }

  @POST
  @Path("/{id}/terms")
  @Permission("adoptTerms")
  public Response adopt(@PathParam("id") String id, NewTerms wish) {
    standing.mustRun(standing.group(id));
    return words.keeping(
        wish.words(),
        "group-terms",
        RegistryLog.stream(id(id)),
        Set.of(),
        ref ->
            change(
                id,
                new AdoptTerms(
                    new Terms(
                        wish.from(),
                        wish.seatRules(),
                        wish.quorum(),
                        wish.decisionRule(),
                        wish.chairRule(),
                        wish.reviewOn(),
                        ref))));
  }

  @POST
  @Path("/{id}/terms/{version}/withdrawal")
  @Consumes(MediaType.WILDCARD)
  @Permission("withdrawTerms")
  public Response withdrawTerms(@PathParam("id") String id, @PathParam("version") int version) {
    standing.mustRun(standing.group(id));
    return change(id, new WithdrawTerms(version));
  }

  @POST
  @Path("/{id}/milestones")
  @Permission("reachMilestone")
  public Response reach(@PathParam("id") String id, NewMilestone wish) {
    standing.mustRun(standing.group(id));
    return change(id, new ReachMilestone(wish.milestone(), wish.on(), wish.evidenceId()));
  }

  @POST
  @Path("/{id}/milestones/{milestone}/withdrawal")
  @Consumes(MediaType.WILDCARD)
  @Permission("withdrawMilestone")
  public Response withdrawMilestone(
      @PathParam("id") String id, @PathParam("milestone") Milestone milestone) {
    standing.mustRun(standing.group(id));
    return change(id, new WithdrawMilestone(milestone));
  }

  /** The body is closed with its group; a request that stopped in between does it when repeated. */
  @POST
  @Path("/{id}/dissolution")
  @Permission("dissolveGroup")
  public Response dissolve(@PathParam("id") String id, Ending wish) {
    standing.mustRun(standing.group(id));
    var answer = change(id, new DissolveGroup(wish.end()));
    onBody(id(id), new Close(wish.end()), OrganisationRejection.ClosedAlready.class);
    return answer;
  }

  @POST
  @Path("/{id}/restoration")
  @Consumes(MediaType.WILDCARD)
  @Permission("restoreGroup")
  public Response restore(@PathParam("id") String id) {
    var group = standing.group(id);
    standing.mustRun(group);
    var end = group.end();
    var answer = change(id, new RestoreGroup());
    if (end != null) {
      onBody(id(id), new Reopen(end), OrganisationRejection.NotClosed.class);
    }
    return answer;
  }

  private Response change(String id, GroupCommand command) {
    return commands.handle(
        groups,
        RegistryLog.stream(id(id)),
        command,
        (_, _, _) -> commands.noContent(),
        GroupProblems::of);
  }

  private static GroupId id(String id) {
    try {
      return new GroupId(UUID.fromString(id));
    } catch (IllegalArgumentException notOne) {
      throw Problem.notFound().exception();
    }
  }

  private static List<uk.onevoice.directory.PlaceId> inDirectory(List<PlaceId> places) {
    return places.stream().map(place -> new uk.onevoice.directory.PlaceId(place.value())).toList();
  }
}
