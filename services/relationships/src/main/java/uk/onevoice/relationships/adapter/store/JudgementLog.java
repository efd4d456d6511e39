package uk.onevoice.relationships.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.candidate.CandidateCommand;
import uk.onevoice.relationships.domain.candidate.CandidateEvent;
import uk.onevoice.relationships.domain.candidate.CandidateRejection;
import uk.onevoice.relationships.domain.candidate.Candidates;
import uk.onevoice.relationships.domain.judgement.JudgementCommand;
import uk.onevoice.relationships.domain.judgement.JudgementEvent;
import uk.onevoice.relationships.domain.judgement.JudgementRejection;
import uk.onevoice.relationships.domain.judgement.Judgements;
import uk.onevoice.service.wiring.Ids;

/** Holds the rules of judgements and of candidates to their logs: a stream each for every slot. */
@ApplicationScoped
public class JudgementLog {
  static final String STREAM = "judgement-";
  private static final String CANDIDATES = "candidates-";

  /** Where the judgements of a slot are told. */
  public static String stream(SlotId slot) {
    return STREAM + slot.value();
  }

  /** Where its candidates are told. */
  public static String candidates(SlotId slot) {
    return CANDIDATES + slot.value();
  }

  @Produces
  @Singleton
  CommandHandler<JudgementCommand, Judgements, JudgementEvent, JudgementRejection> judgements(
      EventStore store, Ids ids) {
    return new CommandHandler<>(
        store, Judgements.DECIDER, EventTypes.of(JudgementEvent.class), ids);
  }

  @Produces
  @Singleton
  CommandHandler<CandidateCommand, Candidates, CandidateEvent, CandidateRejection> candidates(
      EventStore store, Ids ids) {
    return new CommandHandler<>(
        store, Candidates.DECIDER, EventTypes.of(CandidateEvent.class), ids);
  }
}
