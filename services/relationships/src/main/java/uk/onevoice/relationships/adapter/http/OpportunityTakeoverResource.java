package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.relationships.adapter.store.OpportunityLists;
import uk.onevoice.relationships.adapter.store.OpportunityLog;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.opportunity.Opportunity;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Opened;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.TakeOver;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent;
import uk.onevoice.relationships.domain.opportunity.OpportunityId;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/**
 * Bids that nobody of general practice could hand on any more: all who were named for it have left
 * their roles. Only then, and only for leaders of a body of general practice that bids, there is
 * something here.
 */
@Path("/v1/opportunities")
@RunOnVirtualThread
class OpportunityTakeoverResource {
  private final CommandHandler<
          OpportunityCommand, Opportunity, OpportunityEvent, OpportunityRejection>
      opportunities;
  private final OpportunityWall wall;
  private final OpportunityFacts facts;
  private final OpportunityLists lists;
  private final OpportunityViews views;
  private final Commands commands;
  private final Scope scope;

  OpportunityTakeoverResource(
      CommandHandler<OpportunityCommand, Opportunity, OpportunityEvent, OpportunityRejection>
          opportunities,
      OpportunityWall wall,
      OpportunityFacts facts,
      OpportunityLists lists,
      OpportunityViews views,
      Commands commands,
      Scope scope) {
    this.opportunities = opportunities;
    this.wall = wall;
    this.facts = facts;
    this.lists = lists;
    this.views = views;
    this.commands = commands;
    this.scope = scope;
  }

  @GET
  @Path("/left-behind")
  @Permission("listOpportunitiesLeftBehind")
  public Page<OpportunityViews.Line> leftBehind(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
    Page<OpportunityId> page = lists.ofBidders(bodies(), PageRequest.of(after, limit));
    return new Page<>(
        views.lines(
            page.items().stream()
                .flatMap(id -> wall.behind(id).stream())
                .filter(this::isLeftBehind)
                .toList()),
        page.next());
  }

  @POST
  @Path("/{id}/takeover")
  @Permission("takeOverOpportunity")
  public Response takeOver(@PathParam("id") UUID id) {
    var opportunity = new OpportunityId(id);
    Set<OrganisationId> bodies = bodies();
    Opened opened =
        wall.behind(opportunity)
            .filter(this::isLeftBehind)
            .orElseThrow(() -> Problem.notFound().exception());
    OrganisationId own =
        opened.bidders().keySet().stream()
            .filter(bodies::contains)
            .findFirst()
            .orElseThrow(() -> Problem.notFound().exception());
    return commands.handle(
        opportunities,
        OpportunityLog.stream(opportunity),
        new TakeOver(opportunity, wall.asNamed(wall.caller(), opened), own, facts.acting(opened)),
        (_, _, _) -> commands.noContent(),
        OpportunityProblems::of,
        facts.circumstances(opened.opening().placeId(), own));
  }

  private boolean isLeftBehind(Opened opened) {
    return facts.acting(opened).isEmpty();
  }

  /** Those that the caller leads. */
  private Set<OrganisationId> bodies() {
    return scope.bodies().stream()
        .map(body -> new OrganisationId(body.value()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
