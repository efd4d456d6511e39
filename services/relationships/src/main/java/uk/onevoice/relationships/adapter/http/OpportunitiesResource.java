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
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.relationships.adapter.http.OpportunityBodies.OpenOpportunity;
import uk.onevoice.relationships.adapter.http.OpportunityBodies.OpportunityRef;
import uk.onevoice.relationships.adapter.http.OpportunityBodies.WarningOf;
import uk.onevoice.relationships.adapter.http.OpportunityWall.Inside;
import uk.onevoice.relationships.adapter.store.OpportunityLists;
import uk.onevoice.relationships.adapter.store.OpportunityLog;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.opportunity.Bidder;
import uk.onevoice.relationships.domain.opportunity.Opportunity;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Opened;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.Open;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent;
import uk.onevoice.relationships.domain.opportunity.OpportunityId;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection;
import uk.onevoice.relationships.domain.opportunity.Result;
import uk.onevoice.relationships.domain.opportunity.Side;
import uk.onevoice.security.Parts;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.TypedWords;

/** Tenders and contracts: opened by leaders, read by who is named, and by others in the end. */
@Path("/v1/opportunities")
@RunOnVirtualThread
class OpportunitiesResource {
  static final String TITLE = "opportunity-title";

  private final CommandHandler<
          OpportunityCommand, Opportunity, OpportunityEvent, OpportunityRejection>
      opportunities;
  private final OpportunityWall wall;
  private final OpportunityFacts facts;
  private final OpportunityViews views;
  private final OpportunityLists lists;
  private final TypedWords words;
  private final Commands commands;
  private final ListedTopics topics;
  private final Scope scope;
  private final Parts parts;
  private final Today today;
  private final Ids ids;

  OpportunitiesResource(
      CommandHandler<OpportunityCommand, Opportunity, OpportunityEvent, OpportunityRejection>
          opportunities,
      OpportunityWall wall,
      OpportunityFacts facts,
      OpportunityViews views,
      OpportunityLists lists,
      TypedWords words,
      Commands commands,
      ListedTopics topics,
      Scope scope,
      Parts parts,
      Today today,
      Ids ids) {
    this.opportunities = opportunities;
    this.wall = wall;
    this.facts = facts;
    this.views = views;
    this.lists = lists;
    this.words = words;
    this.commands = commands;
    this.topics = topics;
    this.scope = scope;
    this.parts = parts;
    this.today = today;
    this.ids = ids;
  }

  @POST
  @Permission("openOpportunity")
  public Response open(OpenOpportunity wish) {
    var place = new uk.onevoice.directory.PlaceId(wish.placeId().value());
    var role = scope.in(place);
    if (role.organisation() == null) {
      throw scope.refusal();
    }
    topics.inUse(wish.topicId(), place, "/topicId");
    var own = new OrganisationId(role.organisation().value());
    List<OrganisationId> named = wish.with() == null ? List.of() : wish.with();
    List<Bidder> with = named.stream().map(facts::bidder).toList();
    var id = new OpportunityId(ids.get());
    return words.keeping(
        OpportunityLog.stream(id),
        pen ->
            commands.handle(
                opportunities,
                OpportunityLog.stream(id),
                new Open(
                    id,
                    wish.placeId(),
                    wish.kind(),
                    wish.topicId(),
                    pen.body(TITLE, "/title", wish.title(), TypedWords.SHORT, null),
                    wish.on(),
                    wall.caller(),
                    facts.bidder(own),
                    with,
                    today.get()),
                (_, _, _) ->
                    commands.created(
                        "/v1/opportunities/" + id.value(),
                        new OpportunityRef(id, warnings(wish.placeId(), with))),
                OpportunityProblems::of,
                facts.circumstances(wish.placeId(), own)));
  }

  private List<WarningOf> warnings(PlaceId place, List<Bidder> with) {
    return facts.warnings(
        place,
        with.stream()
            .filter(bidder -> bidder.side() == Side.PARTNER)
            .map(Bidder::organisationId)
            .distinct()
            .toList());
  }

  @GET
  @Permission("listOpportunities")
  public Page<OpportunityViews.Line> own(
      @QueryParam("organisationId") @Nullable String organisation,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    Page<OpportunityId> page =
        lists.ofPerson(wall.records(), with(organisation), PageRequest.of(after, limit));
    return new Page<>(
        views.lines(
            page.items().stream()
                .flatMap(id -> wall.find(id).stream())
                .map(Inside::opened)
                .toList()),
        page.next());
  }

  @GET
  @Path("/results")
  @Permission("listOpportunityResults")
  public Page<OpportunityViews.Line> results(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("organisationId") @Nullable String organisation,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    var place = new PlaceId(PageRequest.uuid("placeId", placeId));
    List<String> shown =
        Stream.of(Result.values())
            .filter(result -> result == Result.AWARDED || isOfGeneralPractice(place))
            .map(Result::name)
            .toList();
    Page<OpportunityId> page = lists.withResult(place, shown, with(organisation), request);
    return new Page<>(
        views.lines(page.items().stream().flatMap(id -> wall.behind(id).stream()).toList()),
        page.next());
  }

  private static @Nullable OrganisationId with(@Nullable String organisation) {
    try {
      return organisation == null ? null : new OrganisationId(organisation);
    } catch (IllegalArgumentException noId) {
      throw Problem.invalid("query:organisationId", "must be an ODS code or a UUID").exception();
    }
  }

  @GET
  @Path("/{id}")
  @Permission("readOpportunity")
  public Response read(@PathParam("id") UUID id) {
    var opportunity = new OpportunityId(id);
    Optional<Inside> inside = wall.find(opportunity);
    if (inside.isPresent()) {
      return Response.ok(views.forNamed(inside.get().opened(), inside.get().side()))
          .header("ETag", Versions.etag(inside.get().version()))
          .build();
    }
    // Without the version: it counts what happened behind the wall.
    return wall.behind(opportunity)
        .filter(this::isOpenToOthers)
        .map(opened -> Response.ok(views.afterResult(opened)).build())
        .orElseThrow(() -> Problem.notFound().exception());
  }

  private boolean isOpenToOthers(Opened opened) {
    return opened.outcome() != null
        && (opened.outcome().result() == Result.AWARDED
            || isOfGeneralPractice(opened.opening().placeId()));
  }

  private boolean isOfGeneralPractice(PlaceId place) {
    return parts.shows("opportunity.result", new uk.onevoice.directory.PlaceId(place.value()));
  }
}
