package uk.onevoice.relationships.adapter.http;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.http.SlotDesk.Here;
import uk.onevoice.relationships.adapter.store.Counterparts.Kept;
import uk.onevoice.relationships.adapter.store.Counterparts.Shown;
import uk.onevoice.relationships.adapter.store.KeptJudgements;
import uk.onevoice.relationships.adapter.store.Known;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.Slot;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.CandidateNoted;
import uk.onevoice.relationships.domain.candidate.Candidates;
import uk.onevoice.relationships.domain.candidate.Grouping;
import uk.onevoice.relationships.domain.candidate.Introduction;
import uk.onevoice.relationships.domain.candidate.IntroductionId;
import uk.onevoice.relationships.domain.candidate.Persuasion;
import uk.onevoice.relationships.domain.candidate.PersuasionId;
import uk.onevoice.relationships.domain.candidate.Progress;
import uk.onevoice.relationships.domain.candidate.Ways;
import uk.onevoice.relationships.domain.counterpart.Counterpart;
import uk.onevoice.relationships.domain.counterpart.Counterpart.Authority;
import uk.onevoice.relationships.domain.judgement.Verdict;

/** What the team of a slot reads of its candidates. */
final class CandidateViews {
  private CandidateViews() {}

  /**
   * @param people whom the team knows and may be shown, by name: there is no order of merit
   */
  record SlotCandidates(
      SlotId slotId,
      List<PersonView> people,
      List<IntroductionView> introductions,
      List<PersuasionView> persuasions,
      List<AcquaintanceView> acquaintances) {
    static SlotCandidates of(
        Here here,
        Candidates now,
        Map<CounterpartRef, Kept> known,
        List<KeptJudgements.Kept> standing,
        Map<UUID, String> recommendations,
        Map<WordsRef, Known> acquaintances) {
      return new SlotCandidates(
          here.id(),
          here.slot().counterparts().stream()
              .flatMap(each ->
                  shown(known.get(each))
                      .map(person ->
                          PersonView.of(
                              each,
                              person,
                              here.slot(),
                              now.noted().get(each),
                              standing,
                              recommendations)))
              .sorted(Comparator.comparing(PersonView::name))
              .toList(),
          now.introductions().entrySet().stream()
              .map(each -> IntroductionView.of(each.getKey(), each.getValue()))
              .toList(),
          now.persuasions().entrySet().stream()
              .map(each -> PersuasionView.of(each.getKey(), each.getValue()))
              .toList(),
          now.acquaintances().stream()
              .flatMap(ref ->
                  Stream.ofNullable(acquaintances.get(ref))
                      .map(fact -> AcquaintanceView.of(ref, fact)))
              .toList());
    }

    private static Stream<Counterpart> shown(@Nullable Kept kept) {
      return kept == null || kept.shown() != Shown.KNOWN
          ? Stream.of()
          : Stream.ofNullable(kept.known());
    }
  }

  /**
   * @param sitsOn boards and groups, null where nobody wrote it
   * @param group by the two answers that stand
   * @param lacksAuthority whether their role is known not to let them agree to anything
   * @param inTouch whether a live relationship is with them
   * @param relationships which of them are
   * @param candidateSince null for who is no candidate
   * @param recommendation who recommended them and why; null where nobody did
   */
  record PersonView(
      CounterpartRef counterpartRef,
      String name,
      String roleTitle,
      @Nullable LocalDate inRoleSince,
      @Nullable String sitsOn,
      Grouping group,
      boolean lacksAuthority,
      boolean inTouch,
      List<RelationshipId> relationships,
      @Nullable LocalDate candidateSince,
      @Nullable String recommendation) {
    static PersonView of(
        CounterpartRef ref,
        Counterpart known,
        Slot.Defined slot,
        @Nullable CandidateNoted noted,
        List<KeptJudgements.Kept> standing,
        Map<UUID, String> recommendations) {
      Set<Verdict> verdicts =
          standing.stream()
              .filter(each -> each.judged().counterpart().equals(ref))
              .map(each -> each.judged().verdict())
              .collect(Collectors.toSet());
      @Nullable WordsRef recommended = noted == null ? null : noted.recommendedRef();
      return new PersonView(
          ref,
          known.name(),
          known.roleTitle(),
          known.inRoleSince(),
          known.sitsOn(),
          Grouping.of(verdicts),
          known.authority() == Authority.CANNOT_SIGN,
          live(slot).anyMatch(held -> held.counterparts().contains(ref)),
          live(slot)
              .filter(held -> held.counterparts().contains(ref))
              .map(Relationship::relationshipId)
              .toList(),
          noted == null ? null : noted.on(),
          recommended == null ? null : recommendations.get(recommended.value()));
    }
  }

  /**
   * @param settledOn the day it was made or declined, null while it is open
   */
  record IntroductionView(
      IntroductionId introductionId,
      CounterpartRef candidateRef,
      CounterpartRef throughRef,
      LocalDate askedOn,
      @Nullable LocalDate settledOn,
      boolean made) {
    static IntroductionView of(IntroductionId id, Introduction asked) {
      return new IntroductionView(
          id,
          asked.candidateRef(),
          asked.throughRef(),
          asked.askedOn(),
          asked.settledOn(),
          asked.made());
    }
  }

  /**
   * @param since the day on which it came so far
   */
  record PersuasionView(
      PersuasionId persuasionId,
      CounterpartRef allyRef,
      CounterpartRef colleagueRef,
      Progress progress,
      LocalDate since) {
    static PersuasionView of(PersuasionId id, Persuasion known) {
      return new PersuasionView(
          id, known.allyRef(), known.colleagueRef(), known.progress(), known.since());
    }
  }

  record AcquaintanceView(
      WordsRef acquaintanceRef, CounterpartRef oneRef, CounterpartRef otherRef, String from) {
    static AcquaintanceView of(WordsRef ref, Known known) {
      return new AcquaintanceView(
          ref, known.between().one(), known.between().other(), known.from());
    }
  }

  /** The ways to somebody, the shortest first. */
  record WaysTo(CounterpartRef to, List<WayView> ways) {
    static WaysTo of(
        CounterpartRef to,
        Slot.Defined slot,
        Map<CounterpartRef, Counterpart> shown,
        Map<WordsRef, Known> known) {
      Set<CounterpartRef> talkedTo = new LinkedHashSet<>(slot.counterparts());
      talkedTo.retainAll(shown.keySet());
      talkedTo.removeIf(each -> !isTalkedTo(each, slot));
      List<Known> usable =
          known.values().stream()
              .filter(fact -> shown.containsKey(fact.between().one()))
              .filter(fact -> shown.containsKey(fact.between().other()))
              .toList();
      return new WaysTo(
          to,
          Ways.to(to, talkedTo, usable.stream().map(Known::between).toList()).stream()
              .map(way ->
                  new WayView(
                      way,
                      lastTalk(way.getFirst(), slot).orElse(null),
                      from(way.getLast(), to, usable)))
              .toList());
    }

    private static String from(CounterpartRef last, CounterpartRef to, List<Known> known) {
      Set<CounterpartRef> both = Set.of(last, to);
      return known.stream()
          .filter(fact -> both.equals(Set.of(fact.between().one(), fact.between().other())))
          .map(Known::from)
          .distinct()
          .sorted()
          .collect(Collectors.joining("; "));
    }
  }

  /**
   * @param through from the one whom we ask to the one who knows them
   * @param lastTalk when we last spoke to the first of them, null where that is not known
   * @param knownFrom from where the last of them knows them
   */
  record WayView(List<CounterpartRef> through, @Nullable LocalDate lastTalk, String knownFrom) {}

  private static boolean isTalkedTo(CounterpartRef counterpart, Slot.Defined slot) {
    return live(slot).anyMatch(held -> held.counterparts().contains(counterpart))
        || lastTalk(counterpart, slot).isPresent();
  }

  private static Optional<LocalDate> lastTalk(CounterpartRef counterpart, Slot.Defined slot) {
    return slot.relationships().values().stream()
        .flatMap(held -> held.talks().values().stream())
        .filter(talk -> talk.counterparts().contains(counterpart))
        .map(talk -> talk.on())
        .max(Comparator.naturalOrder());
  }

  private static Stream<Relationship> live(Slot.Defined slot) {
    return slot.relationships().values().stream().filter(Relationship::isLive);
  }
}
