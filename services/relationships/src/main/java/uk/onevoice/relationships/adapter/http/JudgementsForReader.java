package uk.onevoice.relationships.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.http.SlotDesk.Here;
import uk.onevoice.relationships.adapter.store.HandedOver;
import uk.onevoice.relationships.adapter.store.KeptJudgements;
import uk.onevoice.relationships.adapter.store.KeptJudgements.Kept;
import uk.onevoice.relationships.adapter.store.TeamLog;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.TeamHistory;
import uk.onevoice.relationships.domain.judgement.Basis;
import uk.onevoice.relationships.domain.judgement.Judgements;

/**
 * The judgements of a slot that are for one of its team: all that rest on facts, and of the
 * opinions those which {@link TeamHistory#opens} to them or whose authors let them read it.
 */
@ApplicationScoped
class JudgementsForReader {
  private final KeptJudgements kept;
  private final TeamLog team;
  private final HandedOver handedOver;
  private final SlotDesk desk;

  JudgementsForReader(KeptJudgements kept, TeamLog team, HandedOver handedOver, SlotDesk desk) {
    this.kept = kept;
    this.team = team;
    this.handedOver = handedOver;
    this.desk = desk;
  }

  List<Kept> of(Here here, Judgements now) {
    List<Kept> all = kept.of(here.id(), now);
    if (all.stream().allMatch(JudgementsForReader::isFact)) {
      return all;
    }
    Set<PersonId> reader = desk.records(desk.me());
    Set<UUID> letThrough = handedOver.consents(here.slot(), reader);
    TeamHistory history = team.history(here.id());
    Map<WordsRef, Long> written = team.written(here.id());
    return all.stream()
        .filter(each ->
            isFact(each)
                || letThrough.contains(each.assessmentRef().value())
                || history.opens(
                    written.getOrDefault(each.assessmentRef(), 0L),
                    desk.records(KeptJudgements.person(each.author())),
                    reader))
        .toList();
  }

  private static boolean isFact(Kept judgement) {
    return judgement.judged().basis() == Basis.FACT;
  }
}
