package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.adapter.http.OpportunityBodies.CreditTo;
import uk.onevoice.relationships.adapter.http.OpportunityBodies.Mandate;
import uk.onevoice.relationships.adapter.http.OpportunityBodies.ResultOf;
import uk.onevoice.relationships.adapter.http.OpportunityBodies.Standing;
import uk.onevoice.relationships.adapter.http.OpportunityBodies.StepGone;
import uk.onevoice.relationships.adapter.http.OpportunityBodies.StepTaken;
import uk.onevoice.relationships.adapter.http.OpportunityBodies.Title;
import uk.onevoice.relationships.adapter.http.OpportunityWall.Inside;
import uk.onevoice.relationships.adapter.store.OpportunityLog;
import uk.onevoice.relationships.domain.opportunity.Credit;
import uk.onevoice.relationships.domain.opportunity.Opportunity;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Opened;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.CiteMandate;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.ExpressInterest;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.GiveCredit;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.RecordResult;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.Retitle;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.Submit;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.TakeCreditBack;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand.TakeStepBack;
import uk.onevoice.relationships.domain.opportunity.OpportunityId;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.vault.TypedWords;

/**
 * What is done about an opportunity, and what comes of it. For those named for general practice.
 */
@Path("/v1/opportunities/{id}")
@RunOnVirtualThread
class OpportunityStepsResource {
  private final OpportunityDesk desk;
  private final OpportunityWall wall;
  private final OpportunityFacts facts;
  private final TypedWords words;
  private final Commands commands;
  private final Today today;

  OpportunityStepsResource(
      OpportunityDesk desk,
      OpportunityWall wall,
      OpportunityFacts facts,
      TypedWords words,
      Commands commands,
      Today today) {
    this.desk = desk;
    this.wall = wall;
    this.facts = facts;
    this.words = words;
    this.commands = commands;
    this.today = today;
  }

  @POST
  @Path("/title")
  @Permission("retitleOpportunity")
  public Response retitle(@PathParam("id") UUID id, Title wish) {
    Inside inside = wall.forWriting(id);
    return words.keeping(
        OpportunityLog.stream(new OpportunityId(id)),
        pen ->
            desk.handle(
                inside,
                opportunity ->
                    new Retitle(
                        opportunity,
                        pen.body(
                            OpportunitiesResource.TITLE,
                            "/title",
                            wish.title(),
                            TypedWords.SHORT,
                            null))));
  }

  @POST
  @Path("/mandate")
  @Permission("citeMandateForOpportunity")
  public Response cite(@PathParam("id") UUID id, Mandate wish) {
    Inside inside = wall.forWriting(id);
    return standing(
        inside,
        new CiteMandate(
            new OpportunityId(id),
            facts.citation(wish.mandateId(), inside.opened().opening(), today.get()),
            today.get()));
  }

  @POST
  @Path("/steps")
  @Permission("takeStepOfOpportunity")
  public Response step(@PathParam("id") UUID id, StepTaken wish) {
    Inside inside = wall.forWriting(id);
    var opportunity = new OpportunityId(id);
    @Nullable UUID cited = inside.opened().cited();
    return standing(
        inside,
        switch (wish.step()) {
          case INTEREST -> new ExpressInterest(opportunity, wish.on(), today.get());
          case SUBMITTED ->
              new Submit(
                  opportunity,
                  wish.on(),
                  cited == null
                      ? null
                      : facts.citation(cited, inside.opened().opening(), wish.on()),
                  today.get());
          case RESULT ->
              throw Problem.invalid("/step", "must be INTEREST or SUBMITTED").exception();
        });
  }

  private Response standing(Inside inside, OpportunityCommand command) {
    return desk.handle(
        inside, command, (state, _, _) -> commands.ok(new Standing(provisional(state))));
  }

  private static @Nullable Boolean provisional(Opportunity state) {
    return state instanceof Opened opened && opened.submission() != null
        ? opened.submission().provisional()
        : null;
  }

  @POST
  @Path("/result")
  @Permission("recordResultOfOpportunity")
  public Response result(@PathParam("id") UUID id, ResultOf wish) {
    return desk.handle(
        wall.forWriting(id),
        opportunity -> new RecordResult(opportunity, wish.result(), wish.on(), today.get()));
  }

  @POST
  @Path("/corrections")
  @Permission("correctStepOfOpportunity")
  public Response correct(@PathParam("id") UUID id, StepGone wish) {
    return desk.handle(
        wall.forWriting(id), opportunity -> new TakeStepBack(opportunity, wish.step()));
  }

  @POST
  @Path("/credits")
  @Permission("creditRelationship")
  public Response credit(@PathParam("id") UUID id, CreditTo wish) {
    Inside inside = wall.forWriting(id);
    var credit = new Credit(wish.slotId(), wish.relationshipId());
    return desk.handle(
        inside,
        opportunity ->
            new GiveCredit(
                opportunity, credit, facts.with(credit, inside.opened().opening().placeId())));
  }

  @POST
  @Path("/credits/removals")
  @Permission("takeCreditBack")
  public Response creditBack(@PathParam("id") UUID id, CreditTo wish) {
    return desk.handle(
        wall.forWriting(id),
        opportunity ->
            new TakeCreditBack(opportunity, new Credit(wish.slotId(), wish.relationshipId())));
  }
}
