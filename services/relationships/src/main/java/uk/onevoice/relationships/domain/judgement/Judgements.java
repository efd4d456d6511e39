package uk.onevoice.relationships.domain.judgement;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.judgement.JudgementCommand.ClassSlot;
import uk.onevoice.relationships.domain.judgement.JudgementCommand.EvidenceTest;
import uk.onevoice.relationships.domain.judgement.JudgementCommand.RecordAssessment;
import uk.onevoice.relationships.domain.judgement.JudgementCommand.WithdrawAssessment;
import uk.onevoice.relationships.domain.judgement.JudgementCommand.WithdrawTest;
import uk.onevoice.relationships.domain.judgement.JudgementEvent.AssessmentRecorded;
import uk.onevoice.relationships.domain.judgement.JudgementEvent.AssessmentWithdrawn;
import uk.onevoice.relationships.domain.judgement.JudgementEvent.SlotClassed;
import uk.onevoice.relationships.domain.judgement.JudgementEvent.TestEvidenced;
import uk.onevoice.relationships.domain.judgement.JudgementEvent.TestWithdrawn;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.EndsOutOfBounds;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.JudgesThemself;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.NoSuchAssessment;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.NoSuchTest;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.NotItsAuthor;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.NotLive;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.NotShownYet;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.ShownTooLongAgo;

/**
 * What the team of a slot has judged and seen, and the class of the slot that follows from it. The
 * class is said anew whenever it changes, by the command that changes it; a judgement that ends and
 * a test that grows old were foreseen by the steps said before.
 *
 * @param assessments by their reference, in the order in which they were made
 * @param tests by the reference of their evidence, without those that were a mistake
 * @param steps the class as it was last said
 */
public record Judgements(
    Map<WordsRef, Assessment> assessments, Map<WordsRef, Evidence> tests, List<Step> steps) {
  /** For so long a judgement holds where nothing else is said, in months. */
  public static final int USUAL_MONTHS = 6;

  /** For so long a judgement may hold at most, in months. */
  public static final int LONGEST_MONTHS = 12;

  public static final Decider<JudgementCommand, Judgements, JudgementEvent, JudgementRejection>
      DECIDER =
          new Decider<>(
              new Judgements(Map.of(), Map.of(), List.of()),
              Judgements::decide,
              Judgements::evolve);

  public Judgements {
    assessments = Collections.unmodifiableMap(new LinkedHashMap<>(assessments));
    tests = Collections.unmodifiableMap(new LinkedHashMap<>(tests));
    steps = List.copyOf(steps);
  }

  /**
   * One judgement, without what it says.
   *
   * @param withdrawnOn null while its author stands by it
   */
  public record Assessment(
      WordsRef wordsRef,
      LocalDate on,
      LocalDate until,
      List<WordsRef> replaces,
      @Nullable LocalDate withdrawnOn) {
    public Assessment {
      replaces = List.copyOf(replaces);
    }
  }

  /** Whether a judgement is the newest word: neither taken back nor replaced by one that is not. */
  public boolean stands(WordsRef assessment) {
    @Nullable Assessment known = assessments.get(assessment);
    return known != null
        && known.withdrawnOn() == null
        && assessments.values().stream()
            .noneMatch(
                other -> other.withdrawnOn() == null && other.replaces().contains(assessment));
  }

  /** Of which class the slot is on a day, as it was last said. */
  public Strength strengthOn(LocalDate day) {
    return Strengths.since(day, steps).getFirst().strength();
  }

  static Decision<JudgementEvent, JudgementRejection> decide(
      JudgementCommand command, Judgements now) {
    return switch (command) {
      case RecordAssessment wish -> record(wish, now);
      case WithdrawAssessment wish -> withdraw(wish, now);
      case EvidenceTest wish -> evidence(wish, now);
      case WithdrawTest(var slot, var ref, var around) ->
          now.tests().containsKey(ref)
              ? now.with(slot, around, new TestWithdrawn(slot, ref))
              : reject(new NoSuchTest(ref));
      case ClassSlot(var slot, var around) -> accept(now.reclassed(slot, around));
    };
  }

  private static Decision<JudgementEvent, JudgementRejection> record(
      RecordAssessment wish, Judgements now) {
    LocalDate today = wish.around().today();
    LocalDate latest = today.plusMonths(LONGEST_MONTHS);
    if (!wish.until().isAfter(today) || wish.until().isAfter(latest)) {
      return reject(new EndsOutOfBounds(wish.until(), latest));
    }
    if (wish.ofThemself()) {
      return reject(new JudgesThemself());
    }
    return now.with(
        wish.slotId(),
        wish.around(),
        new AssessmentRecorded(
            wish.slotId(),
            wish.assessmentRef(),
            wish.wordsRef(),
            today,
            wish.until(),
            wish.replaces()));
  }

  private static Decision<JudgementEvent, JudgementRejection> withdraw(
      WithdrawAssessment wish, Judgements now) {
    @Nullable Assessment known = now.assessments().get(wish.assessmentRef());
    if (known == null) {
      return reject(new NoSuchAssessment(wish.assessmentRef()));
    }
    if (known.withdrawnOn() != null) {
      return accept();
    }
    if (!wish.byItsAuthor()) {
      return reject(new NotItsAuthor(wish.assessmentRef()));
    }
    return now.with(
        wish.slotId(),
        wish.around(),
        new AssessmentWithdrawn(wish.slotId(), wish.assessmentRef(), wish.around().today()));
  }

  private static Decision<JudgementEvent, JudgementRejection> evidence(
      EvidenceTest wish, Judgements now) {
    LocalDate today = wish.around().today();
    LocalDate earliest = today.minusDays(Strengths.WINDOW_DAYS);
    if (!wish.around().live().contains(wish.relationshipId())) {
      return reject(new NotLive(wish.relationshipId()));
    }
    if (wish.on().isAfter(today)) {
      return reject(new NotShownYet(wish.on()));
    }
    if (wish.on().isBefore(earliest)) {
      return reject(new ShownTooLongAgo(wish.on(), earliest));
    }
    return now.with(
        wish.slotId(),
        wish.around(),
        new TestEvidenced(
            wish.slotId(), wish.relationshipId(), wish.test(), wish.on(), wish.evidenceRef()));
  }

  /** The event, and the class where it is another one after it. */
  private Decision<JudgementEvent, JudgementRejection> with(
      SlotId slot, Surroundings around, JudgementEvent event) {
    var events = new ArrayList<JudgementEvent>();
    events.add(event);
    events.addAll(evolve(this, event).reclassed(slot, around));
    return accept(events);
  }

  private List<JudgementEvent> reclassed(SlotId slot, Surroundings around) {
    List<Step> found =
        Strengths.from(
            around.today(),
            around.live(),
            tests.values(),
            around.sways().stream().filter(sway -> stands(sway.assessmentRef())).toList());
    return found.equals(Strengths.since(around.today(), steps))
        ? List.of()
        : List.of(new SlotClassed(slot, around.today(), found));
  }

  static Judgements evolve(Judgements now, JudgementEvent event) {
    return switch (event) {
      case AssessmentRecorded(_, var ref, var words, var on, var until, var replaces) ->
          now.assessed(ref, new Assessment(words, on, until, replaces, null));
      case AssessmentWithdrawn(_, var ref, var on) -> {
        @Nullable Assessment known = now.assessments().get(ref);
        yield known == null
            ? now
            : now.assessed(
                ref,
                new Assessment(known.wordsRef(), known.on(), known.until(), known.replaces(), on));
      }
      case TestEvidenced(_, var relationship, var test, var on, var ref) -> {
        var tests = new LinkedHashMap<>(now.tests());
        tests.put(ref, new Evidence(relationship, test, on));
        yield new Judgements(now.assessments(), tests, now.steps());
      }
      case TestWithdrawn(_, var ref) -> {
        var tests = new LinkedHashMap<>(now.tests());
        tests.remove(ref);
        yield new Judgements(now.assessments(), tests, now.steps());
      }
      case SlotClassed(_, _, var steps) -> new Judgements(now.assessments(), now.tests(), steps);
    };
  }

  private Judgements assessed(WordsRef ref, Assessment assessment) {
    var changed = new LinkedHashMap<>(assessments);
    changed.put(ref, assessment);
    return new Judgements(changed, tests, steps);
  }
}
