package uk.onevoice.relationships.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.relationships.domain.opportunity.Opportunity;
import uk.onevoice.relationships.domain.opportunity.OpportunityCommand;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent;
import uk.onevoice.relationships.domain.opportunity.OpportunityId;
import uk.onevoice.relationships.domain.opportunity.OpportunityRejection;
import uk.onevoice.service.wiring.Ids;

/** Holds the opportunities' rules to their log. */
@ApplicationScoped
public class OpportunityLog {
  static final String STREAM = "opportunity-";

  private final EventTypes<OpportunityEvent> types = EventTypes.of(OpportunityEvent.class);

  public static String stream(OpportunityId id) {
    return STREAM + id.value();
  }

  @Produces
  @Singleton
  CommandHandler<OpportunityCommand, Opportunity, OpportunityEvent, OpportunityRejection> handler(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Opportunity.DECIDER, types, ids);
  }
}
