package uk.onevoice.mandates.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.Mandate.Provisional;
import uk.onevoice.mandates.domain.MandateRejection.InvokedInTheFuture;
import uk.onevoice.mandates.domain.MandateRejection.NoAuthorityForPractice;
import uk.onevoice.mandates.domain.MandateRejection.NotProvisional;
import uk.onevoice.mandates.domain.MandateRejection.PracticeNotInPlace;
import uk.onevoice.mandates.domain.Stage.InForce;
import uk.onevoice.mandates.domain.UseCommand.Invoke;
import uk.onevoice.mandates.domain.UseCommand.Ratify;
import uk.onevoice.mandates.domain.UseCommand.TakeBack;
import uk.onevoice.mandates.domain.UseEvent.Act;
import uk.onevoice.mandates.domain.UseEvent.InvocationRatified;
import uk.onevoice.mandates.domain.UseEvent.InvocationTakenBack;
import uk.onevoice.mandates.domain.UseEvent.MandateInvoked;
import uk.onevoice.mandates.domain.UseEvent.Outside;
import uk.onevoice.mandates.domain.UseEvent.RatificationGiven;
import uk.onevoice.mandates.domain.UseEvent.Verdict;

/**
 * The rules of what is said and agreed under a mandate: inside it binds, outside it is kept as
 * provisional and binds nobody until practices ratify it.
 */
final class Use {
  private Use() {}

  static Decision<MandateEvent, MandateRejection> decide(UseCommand command, Opened mandate) {
    return switch (command) {
      case Invoke invoke -> invoke(invoke, mandate);
      case Ratify ratify -> ratify(ratify, mandate);
      case TakeBack(var id, var invocation, var today) ->
          mandate.provisional().containsKey(invocation)
              ? accept(new InvocationTakenBack(id, invocation, today))
              : reject(new NotProvisional(invocation));
    };
  }

  private static Decision<MandateEvent, MandateRejection> invoke(Invoke wish, Opened mandate) {
    if (wish.on().isAfter(wish.today())) {
      return reject(new InvokedInTheFuture(wish.on()));
    }
    Set<Outside> outside = outside(wish, mandate);
    return accept(
        new MandateInvoked(
            mandate.id(),
            wish.invocationId(),
            mandate.version().number(),
            wish.act(),
            outside.isEmpty() ? Verdict.COVERED : Verdict.PROVISIONAL,
            List.copyOf(outside),
            wish.topicId(),
            wish.forumId(),
            wish.limitRefs(),
            wish.meetingId(),
            wish.itemId(),
            wish.wordsRef(),
            outside.isEmpty() ? 0 : needs(mandate, wish.electorate()),
            wish.on()));
  }

  /** In what it lies outside; nothing where the mandate covers it. */
  private static Set<Outside> outside(Invoke wish, Opened mandate) {
    Set<Outside> outside = EnumSet.noneOf(Outside.class);
    Version version = mandate.version();
    if (!(mandate.stage() instanceof InForce(var since, _))) {
      outside.add(Outside.NOT_IN_FORCE);
    } else if (wish.on().isBefore(since)) {
      outside.add(Outside.DATE);
    }
    if (!version.includes(wish.on())) {
      outside.add(Outside.DATE);
    }
    Terms terms = version.terms();
    if (terms == null) {
      ofOneStep(wish, mandate, outside);
    } else {
      ofTerms(wish, terms, outside);
    }
    return outside;
  }

  private static void ofTerms(Invoke wish, Terms terms, Set<Outside> outside) {
    if (!terms.hasTopic(wish.topicId())) {
      outside.add(Outside.TOPIC);
    }
    if (!terms.tables().isEmpty() && (wish.forumId() == null || !terms.hasTable(wish.forumId()))) {
      outside.add(Outside.TABLE);
    }
    if (!isWithinLimits(wish, terms)) {
      outside.add(Outside.LIMIT);
    }
    if (!terms.speaks(wish.held())) {
      outside.add(Outside.HOLDER);
    }
  }

  /** To agree needs a limit that allows it; to speak only that none forbids it. */
  private static boolean isWithinLimits(Invoke wish, Terms terms) {
    Set<Limit.Kind> kinds = EnumSet.noneOf(Limit.Kind.class);
    for (var ref : wish.limitRefs()) {
      // What is no limit of this version allows nothing.
      kinds.add(terms.limit(ref).map(Limit::kind).orElse(Limit.Kind.MUST_NOT));
    }
    return switch (wish.act()) {
      case SPOKE -> !kinds.contains(Limit.Kind.MUST_NOT);
      case AGREED -> kinds.equals(EnumSet.of(Limit.Kind.MAY_AGREE));
    };
  }

  /** Nothing says what may be agreed, nor at which listed table; the holder is a body. */
  private static void ofOneStep(Invoke wish, Opened mandate, Set<Outside> outside) {
    if (!wish.topicId().equals(mandate.opening().topicId())) {
      outside.add(Outside.TOPIC);
    }
    if (mandate.opening().board() != null) {
      outside.add(Outside.TABLE);
    }
    if (wish.act() == Act.AGREED) {
      outside.add(Outside.LIMIT);
    }
    if (wish.held().stream()
        .noneMatch(held -> held.organisationId().equals(mandate.opening().holderId()))) {
      outside.add(Outside.HOLDER);
    }
  }

  /** As many practices as the mandate itself needs; without a threshold, all that it binds. */
  private static int needs(Opened mandate, Electorate electorate) {
    Terms terms = mandate.version().terms();
    return terms == null
        ? Math.max(1, Tally.of(electorate, mandate.version().answers()).granted())
        : terms.threshold().fewest(electorate.voices().size());
  }

  private static Decision<MandateEvent, MandateRejection> ratify(Ratify wish, Opened mandate) {
    Provisional provisional = mandate.provisional().get(wish.invocationId());
    if (provisional == null) {
      return reject(new NotProvisional(wish.invocationId()));
    }
    if (!mandate.opening().placeId().equals(wish.placeOfPractice())) {
      return reject(new PracticeNotInPlace(wish.practiceId(), wish.today()));
    }
    if (!wish.authority()) {
      return reject(new NoAuthorityForPractice(wish.practiceId()));
    }
    @Nullable Boolean before = provisional.words().get(wish.practiceId());
    if (before != null && before == wish.agrees()) {
      return accept();
    }
    var words = new LinkedHashMap<>(provisional.words());
    words.put(wish.practiceId(), wish.agrees());
    var given =
        new RatificationGiven(
            mandate.id(), wish.invocationId(), wish.practiceId(), wish.agrees(), wish.today());
    return isRatified(provisional, words, wish.electorate())
        ? accept(given, new InvocationRatified(mandate.id(), wish.invocationId(), wish.today()))
        : accept(given);
  }

  private static boolean isRatified(
      Provisional provisional, Map<PracticeId, Boolean> words, Electorate electorate) {
    Set<PracticeId> agreeing =
        words.entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    Tally tally = Tally.ofYes(electorate, agreeing);
    return tally.granted() >= provisional.needs()
        && (provisional.threshold() == null || provisional.threshold().isReachedBy(tally));
  }

  static Mandate evolve(Opened mandate, UseEvent event) {
    var provisional = new LinkedHashMap<>(mandate.provisional());
    switch (event) {
      case MandateInvoked invoked -> {
        if (invoked.verdict() == Verdict.PROVISIONAL) {
          Terms terms = mandate.version().terms();
          provisional.put(
              invoked.invocationId(),
              new Provisional(invoked.needs(), terms == null ? null : terms.threshold(), Map.of()));
        }
      }
      case RatificationGiven(_, var id, var practice, var agrees, _) ->
          provisional.computeIfPresent(
              id,
              (_, before) -> {
                var words = new LinkedHashMap<>(before.words());
                words.put(practice, agrees);
                return new Provisional(before.needs(), before.threshold(), words);
              });
      case InvocationRatified(_, var id, _) -> provisional.remove(id);
      case InvocationTakenBack(_, var id, _) -> provisional.remove(id);
    }
    return mandate.with(provisional);
  }
}
