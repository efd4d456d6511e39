package uk.onevoice.mandates.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.feedback.FeedbackChannel;
import uk.onevoice.mandates.domain.feedback.FeedbackCommand;
import uk.onevoice.mandates.domain.feedback.FeedbackEvent;
import uk.onevoice.mandates.domain.feedback.FeedbackRejection;
import uk.onevoice.service.wiring.Ids;

/** Holds the feedback's rules to its log: a stream of its own, so that no mandate grows by it. */
@ApplicationScoped
public class FeedbackLog {
  private final EventTypes<FeedbackEvent> types = EventTypes.of(FeedbackEvent.class);

  public static String stream(MandateId mandate) {
    return "mandate-feedback-" + mandate.value();
  }

  @Produces
  @Singleton
  CommandHandler<FeedbackCommand, FeedbackChannel, FeedbackEvent, FeedbackRejection> handler(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, FeedbackChannel.DECIDER, types, ids);
  }
}
