package uk.onevoice.relationships.domain.candidate;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.AskIntroduction;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.MovePersuasion;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.NoteAcquaintance;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.NoteCandidate;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.PlanPersuasion;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.SetCandidateAside;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.SettleIntroduction;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.WithdrawAcquaintance;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.AcquaintanceNoted;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.AcquaintanceWithdrawn;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.CandidateNoted;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.CandidateSetAside;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.IntroductionAsked;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.IntroductionDeclined;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.IntroductionMade;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.PersuasionMoved;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.PersuasionPlanned;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.AlreadyACandidate;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.AlreadyAsked;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.AlreadyPlanned;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.AlreadySettled;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.NoSuchAcquaintance;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.NoSuchIntroduction;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.NoSuchPersuasion;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.NotACandidate;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.NotYet;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.SettledBeforeAsked;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.WithThemself;

/**
 * With whom else of the organisation the team of a slot would like to be in touch, and the ways to
 * them. There is no order among them.
 *
 * @param noted who is a candidate today, with what they were noted by
 * @param acquaintances facts of who knows whom, in the vault
 */
public record Candidates(
    Map<CounterpartRef, CandidateNoted> noted,
    Map<IntroductionId, Introduction> introductions,
    Map<PersuasionId, Persuasion> persuasions,
    Set<WordsRef> acquaintances) {
  public static final Decider<CandidateCommand, Candidates, CandidateEvent, CandidateRejection>
      DECIDER =
          new Decider<>(
              new Candidates(Map.of(), Map.of(), Map.of(), Set.of()),
              Candidates::decide,
              Candidates::evolve);

  public Candidates {
    noted = Collections.unmodifiableMap(new LinkedHashMap<>(noted));
    introductions = Collections.unmodifiableMap(new LinkedHashMap<>(introductions));
    persuasions = Collections.unmodifiableMap(new LinkedHashMap<>(persuasions));
    acquaintances = Collections.unmodifiableSet(new LinkedHashSet<>(acquaintances));
  }

  static Decision<CandidateEvent, CandidateRejection> decide(
      CandidateCommand command, Candidates now) {
    return switch (command) {
      case NoteCandidate(var slot, var ref, var recommended, var today) ->
          now.noted().containsKey(ref)
              ? reject(new AlreadyACandidate(ref))
              : accept(new CandidateNoted(slot, ref, today, recommended));
      case SetCandidateAside(var slot, var ref, var today) ->
          now.noted().containsKey(ref)
              ? accept(new CandidateSetAside(slot, ref, today))
              : reject(new NotACandidate(ref));
      case AskIntroduction wish -> ask(wish, now);
      case SettleIntroduction wish -> settle(wish, now);
      case PlanPersuasion wish -> plan(wish, now);
      case MovePersuasion(var slot, var id, var progress, var today) -> {
        @Nullable Persuasion known = now.persuasions().get(id);
        if (known == null) {
          yield reject(new NoSuchPersuasion(id));
        }
        yield known.progress() == progress
            ? accept()
            : accept(new PersuasionMoved(slot, id, progress, today));
      }
      case NoteAcquaintance(var slot, var ref, var withThemself, var today) ->
          withThemself
              ? reject(new WithThemself())
              : accept(new AcquaintanceNoted(slot, ref, today));
      case WithdrawAcquaintance(var slot, var ref) ->
          now.acquaintances().contains(ref)
              ? accept(new AcquaintanceWithdrawn(slot, ref))
              : reject(new NoSuchAcquaintance(ref));
    };
  }

  private static Decision<CandidateEvent, CandidateRejection> ask(
      AskIntroduction wish, Candidates now) {
    if (!now.noted().containsKey(wish.candidateRef())) {
      return reject(new NotACandidate(wish.candidateRef()));
    }
    if (wish.throughRef().equals(wish.candidateRef())) {
      return reject(new WithThemself());
    }
    if (wish.on().isAfter(wish.today())) {
      return reject(new NotYet(wish.on()));
    }
    for (var asked : now.introductions().entrySet()) {
      Introduction open = asked.getValue();
      if (open.settledOn() == null
          && open.candidateRef().equals(wish.candidateRef())
          && open.throughRef().equals(wish.throughRef())) {
        return reject(new AlreadyAsked(asked.getKey()));
      }
    }
    return accept(
        new IntroductionAsked(
            wish.slotId(),
            wish.introductionId(),
            wish.candidateRef(),
            wish.throughRef(),
            wish.on()));
  }

  private static Decision<CandidateEvent, CandidateRejection> settle(
      SettleIntroduction wish, Candidates now) {
    @Nullable Introduction asked = now.introductions().get(wish.introductionId());
    if (asked == null) {
      return reject(new NoSuchIntroduction(wish.introductionId()));
    }
    if (asked.settledOn() != null) {
      return asked.settledOn().equals(wish.on()) && asked.made() == wish.made()
          ? accept()
          : reject(new AlreadySettled(wish.introductionId(), asked.settledOn()));
    }
    if (wish.on().isAfter(wish.today())) {
      return reject(new NotYet(wish.on()));
    }
    if (wish.on().isBefore(asked.askedOn())) {
      return reject(new SettledBeforeAsked(asked.askedOn()));
    }
    return accept(
        wish.made()
            ? new IntroductionMade(wish.slotId(), wish.introductionId(), wish.on())
            : new IntroductionDeclined(wish.slotId(), wish.introductionId(), wish.on()));
  }

  private static Decision<CandidateEvent, CandidateRejection> plan(
      PlanPersuasion wish, Candidates now) {
    if (wish.allyRef().equals(wish.colleagueRef())) {
      return reject(new WithThemself());
    }
    for (var planned : now.persuasions().entrySet()) {
      Persuasion known = planned.getValue();
      if (!known.progress().isOver()
          && known.allyRef().equals(wish.allyRef())
          && known.colleagueRef().equals(wish.colleagueRef())) {
        return reject(new AlreadyPlanned(planned.getKey()));
      }
    }
    return accept(
        new PersuasionPlanned(
            wish.slotId(), wish.persuasionId(), wish.allyRef(), wish.colleagueRef(), wish.today()));
  }

  static Candidates evolve(Candidates now, CandidateEvent event) {
    return switch (event) {
      case CandidateNoted candidate -> {
        var noted = new LinkedHashMap<>(now.noted());
        noted.put(candidate.candidateRef(), candidate);
        yield new Candidates(noted, now.introductions(), now.persuasions(), now.acquaintances());
      }
      case CandidateSetAside(_, var ref, _) -> {
        var noted = new LinkedHashMap<>(now.noted());
        noted.remove(ref);
        yield new Candidates(noted, now.introductions(), now.persuasions(), now.acquaintances());
      }
      case IntroductionAsked(_, var id, var candidate, var through, var on) ->
          now.introduced(id, new Introduction(candidate, through, on, null, false));
      case IntroductionMade(_, var id, var on) -> now.settled(id, on, true);
      case IntroductionDeclined(_, var id, var on) -> now.settled(id, on, false);
      case PersuasionPlanned(_, var id, var ally, var colleague, var on) ->
          now.persuaded(id, new Persuasion(ally, colleague, Progress.PLANNED, on));
      case PersuasionMoved(_, var id, var progress, var on) -> {
        @Nullable Persuasion known = now.persuasions().get(id);
        yield known == null
            ? now
            : now.persuaded(
                id, new Persuasion(known.allyRef(), known.colleagueRef(), progress, on));
      }
      case AcquaintanceNoted(_, var ref, _) -> now.acquainted(ref, true);
      case AcquaintanceWithdrawn(_, var ref) -> now.acquainted(ref, false);
    };
  }

  private Candidates introduced(IntroductionId id, Introduction introduction) {
    var changed = new LinkedHashMap<>(introductions);
    changed.put(id, introduction);
    return new Candidates(noted, changed, persuasions, acquaintances);
  }

  private Candidates settled(IntroductionId id, LocalDate on, boolean made) {
    @Nullable Introduction asked = introductions.get(id);
    return asked == null ? this : introduced(id, asked.settled(on, made));
  }

  private Candidates persuaded(PersuasionId id, Persuasion persuasion) {
    var changed = new LinkedHashMap<>(persuasions);
    changed.put(id, persuasion);
    return new Candidates(noted, introductions, changed, acquaintances);
  }

  private Candidates acquainted(WordsRef ref, boolean known) {
    var changed = new LinkedHashSet<>(acquaintances);
    if (known) {
      changed.add(ref);
    } else {
      changed.remove(ref);
    }
    return new Candidates(noted, introductions, persuasions, changed);
  }
}
