package uk.onevoice.relationships.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import uk.onevoice.relationships.adapter.http.SlotDesk.Here;
import uk.onevoice.relationships.adapter.store.HandedOver;
import uk.onevoice.relationships.adapter.store.KeptJudgements;
import uk.onevoice.relationships.adapter.store.KeptJudgements.Kept;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.judgement.Basis;
import uk.onevoice.relationships.domain.judgement.Judgements;

/**
 * The judgements of a slot that are for one of its team. Who came to it by a handover reads what
 * rests on facts, and of the opinions that were there before only those whose authors let them.
 */
@ApplicationScoped
class JudgementsForReader {
  private final KeptJudgements kept;
  private final HandedOver handedOver;
  private final SlotDesk desk;

  JudgementsForReader(KeptJudgements kept, HandedOver handedOver, SlotDesk desk) {
    this.kept = kept;
    this.handedOver = handedOver;
    this.desk = desk;
  }

  List<Kept> of(Here here, Judgements now) {
    Set<PersonId> reader = desk.records(desk.me());
    return kept.of(here.id(), now).stream()
        .filter(each ->
            each.judged().basis() == Basis.FACT
                || reader.contains(KeptJudgements.person(each.author()))
                || !handedOver.hides(
                    here.slot(), each.assessmentRef().value(), each.assessment().on(), reader))
        .toList();
  }
}
