package uk.onevoice.relationships.adapter.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.store.KeptJudgements.Kept;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.judgement.Axis;
import uk.onevoice.relationships.domain.judgement.Basis;
import uk.onevoice.relationships.domain.judgement.Evidence;
import uk.onevoice.relationships.domain.judgement.Judgements;
import uk.onevoice.relationships.domain.judgement.Judgements.Assessment;
import uk.onevoice.relationships.domain.judgement.Proof;
import uk.onevoice.relationships.domain.judgement.Strength;
import uk.onevoice.relationships.domain.judgement.Verdict;

/** What the team of a slot reads of its judgements. */
final class JudgementViews {
  private JudgementViews() {}

  /**
   * @param strength of which class the slot is today; it follows from tests and sway
   * @param judgements that the vault shows, the newest first
   * @param ended the last days but one of those that are kept no longer, the newest first
   */
  record SlotJudgements(
      SlotId slotId,
      Strength strength,
      List<JudgementView> judgements,
      List<LocalDate> ended,
      List<TestView> tests) {
    static SlotJudgements of(
        SlotId slot,
        Judgements now,
        List<Kept> kept,
        Map<UUID, String> evidence,
        Function<String, UUID> standing,
        LocalDate today) {
      return new SlotJudgements(
          slot,
          now.strengthOn(today),
          kept.stream().map(each -> JudgementView.of(each, now, standing)).toList(),
          now.assessments().values().stream()
              .filter(each -> each.withdrawnOn() == null && !each.until().isAfter(today))
              .map(Assessment::until)
              .sorted(Comparator.reverseOrder())
              .toList(),
          now.tests().entrySet().stream()
              .sorted(
                  Comparator.comparing((Map.Entry<WordsRef, Evidence> each) -> each.getValue().on())
                      .reversed())
              .map(each ->
                  new TestView(
                      each.getKey(),
                      each.getValue().relationshipId(),
                      each.getValue().test(),
                      each.getValue().on(),
                      evidence.get(each.getKey().value()),
                      each.getValue().countsOn(today)))
              .toList());
    }
  }

  /**
   * @param until it holds no longer on that day
   * @param stands whether no newer one answers the same question about the same person
   * @param corrected whether the words were corrected since
   * @param views what the person says to it themself
   */
  record JudgementView(
      WordsRef assessmentRef,
      CounterpartRef counterpartRef,
      Axis axis,
      Verdict verdict,
      Basis basis,
      @Nullable String words,
      UUID authorId,
      LocalDate on,
      LocalDate until,
      boolean stands,
      boolean corrected,
      List<OwnView> views) {
    static JudgementView of(Kept kept, Judgements now, Function<String, UUID> standing) {
      return new JudgementView(
          kept.assessmentRef(),
          kept.judged().counterpart(),
          kept.judged().verdict().axis(),
          kept.judged().verdict(),
          kept.judged().basis(),
          kept.words(),
          standing.apply(kept.author()),
          kept.assessment().on(),
          kept.assessment().until(),
          now.stands(kept.assessmentRef()),
          kept.corrected(),
          kept.views().stream().map(view -> new OwnView(view.words(), view.writtenAt())).toList());
    }
  }

  record OwnView(String words, Instant writtenAt) {}

  /**
   * @param evidence null where the vault shows it no longer
   * @param counts whether it showed at most a year ago
   */
  record TestView(
      WordsRef evidenceRef,
      RelationshipId relationshipId,
      Proof test,
      LocalDate on,
      @Nullable String evidence,
      boolean counts) {}
}
