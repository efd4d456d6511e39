package uk.onevoice.relationships.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.judgement.Basis;
import uk.onevoice.relationships.domain.judgement.JudgementCommand;
import uk.onevoice.relationships.domain.judgement.JudgementEvent;
import uk.onevoice.relationships.domain.judgement.JudgementRejection;
import uk.onevoice.relationships.domain.judgement.Judgements;
import uk.onevoice.relationships.policy.Opinions;

/**
 * The judgements of a slot that rest on what somebody thinks; those that rest on facts are none.
 */
@ApplicationScoped
class SlotOpinions implements Opinions {
  private final CommandHandler<JudgementCommand, Judgements, JudgementEvent, JudgementRejection>
      judgements;
  private final KeptJudgements kept;

  SlotOpinions(
      CommandHandler<JudgementCommand, Judgements, JudgementEvent, JudgementRejection> judgements,
      KeptJudgements kept) {
    this.judgements = judgements;
    this.kept = kept;
  }

  @Override
  public List<Opinion> inForce(SlotId slot) {
    Judgements now = judgements.current(JudgementLog.stream(slot)).state();
    return kept.of(slot, now).reversed().stream()
        .filter(each -> now.stands(each.assessmentRef()))
        .filter(each -> each.judged().basis() == Basis.OPINION)
        .map(
            each -> new Opinion(each.assessmentRef().value(), KeptJudgements.person(each.author())))
        .toList();
  }
}
