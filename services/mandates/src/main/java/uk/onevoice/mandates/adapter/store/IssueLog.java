package uk.onevoice.mandates.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.mandates.domain.issue.Issue;
import uk.onevoice.mandates.domain.issue.IssueCommand;
import uk.onevoice.mandates.domain.issue.IssueEvent;
import uk.onevoice.mandates.domain.issue.IssueEvent.IssueRaised;
import uk.onevoice.mandates.domain.issue.IssueId;
import uk.onevoice.mandates.domain.issue.IssueRejection;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.FirstEvents.Order;
import uk.onevoice.service.wiring.Ids;

/** Holds the issues' rules to their log. */
@ApplicationScoped
public class IssueLog {
  private static final String STREAM = "issue-";

  private final EventTypes<IssueEvent> types = EventTypes.of(IssueEvent.class);

  public static String stream(IssueId id) {
    return STREAM + id.value();
  }

  @Produces
  @Singleton
  CommandHandler<IssueCommand, Issue, IssueEvent, IssueRejection> handler(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Issue.DECIDER, types, ids);
  }

  @Produces
  @Singleton
  FirstEvents<IssueRaised> ofIcs(DataSource database) {
    return new FirstEvents<>(
        database, types, IssueRaised.class, "icsId", STREAM, Order.descending("on"));
  }
}
