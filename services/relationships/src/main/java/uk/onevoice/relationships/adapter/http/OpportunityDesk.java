package uk.onevoice.relationships.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.relationships.adapter.http.OpportunityWall.Inside;
import uk.onevoice.relationships.adapter.store.OpportunityLog;
import uk.onevoice.relationships.domain.opportunity.Opportunity;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent;
import uk.onevoice.relationships.domain.opportunity.OpportunityId;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection;
import uk.onevoice.service.command.Commands;

/** Handles commands on an opportunity for who is let in. */
@ApplicationScoped
class OpportunityDesk {
  private final CommandHandler<
          OpportunityCommand, Opportunity, OpportunityEvent, OpportunityRejection>
      opportunities;
  private final OpportunityFacts facts;
  private final Commands commands;

  OpportunityDesk(
      CommandHandler<OpportunityCommand, Opportunity, OpportunityEvent, OpportunityRejection>
          opportunities,
      OpportunityFacts facts,
      Commands commands) {
    this.opportunities = opportunities;
    this.facts = facts;
    this.commands = commands;
  }

  /** A command that is answered with 204. */
  Response handle(Inside inside, Function<OpportunityId, OpportunityCommand> command) {
    return handle(
        inside,
        command.apply(inside.opened().opening().opportunityId()),
        (_, _, _) -> commands.noContent());
  }

  Response handle(
      Inside inside,
      OpportunityCommand command,
      Answering<Opportunity, OpportunityEvent> answering) {
    return commands.handle(
        opportunities,
        OpportunityLog.stream(command.opportunityId()),
        command,
        answering,
        OpportunityProblems::of,
        facts.circumstances(inside.opened().opening().placeId(), inside.actingFor()));
  }
}
