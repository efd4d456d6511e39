package uk.onevoice.mandates.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.MandateRejection.InvokedInTheFuture;
import uk.onevoice.mandates.domain.MandateRejection.LmcNotNeeded;
import uk.onevoice.mandates.domain.MandateRejection.NoAuthorityForPractice;
import uk.onevoice.mandates.domain.MandateRejection.NotProvisional;
import uk.onevoice.mandates.domain.MandateRejection.PracticeNotAsked;
import uk.onevoice.mandates.domain.MandateRejection.PracticeNotInPlace;
import uk.onevoice.mandates.domain.Stage.InForce;
import uk.onevoice.mandates.domain.UseCommand.Invoke;
import uk.onevoice.mandates.domain.UseCommand.Ratify;
import uk.onevoice.mandates.domain.UseCommand.RatifyForLmc;
import uk.onevoice.mandates.domain.UseCommand.TakeBack;
import uk.onevoice.mandates.domain.UseEvent.Act;
import uk.onevoice.mandates.domain.UseEvent.InvocationRatified;
import uk.onevoice.mandates.domain.UseEvent.InvocationTakenBack;
import uk.onevoice.mandates.domain.UseEvent.LmcRatificationGiven;
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
      case RatifyForLmc ratify -> ratify(ratify, mandate);
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
            wish.on(),
            outside.isEmpty() ? null : lmcs(mandate.version())));
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
        ? Math.max(1, mandate.version().tally(electorate).granted())
        : terms.threshold().fewest(mandate.version().asked(electorate).voices().size());
  }

  /** Those that endorsed what was gone beyond; null where none did. */
  private static @Nullable List<OrganisationId> lmcs(Version version) {
    return version.endorsements().isEmpty() ? null : List.copyOf(version.endorsements().keySet());
  }

  private static Decision<MandateEvent, MandateRejection> ratify(Ratify wish, Opened mandate) {
    Provisional provisional = mandate.provisional().get(wish.invocationId());
    if (provisional == null) {
      return reject(new NotProvisional(wish.invocationId()));
    }
    PracticeId practice = wish.practiceId();
    if (!wish.belonging().isTo(mandate.opening().placeId())) {
      return reject(new PracticeNotInPlace(practice, wish.today()));
    }
    if (provisional.grantors() != null
        && !provisional.grantors().include(practice, wish.belonging().bodies())) {
      return reject(new PracticeNotAsked(practice));
    }
    if (!wish.authority()) {
      return reject(new NoAuthorityForPractice(practice));
    }
    if (Boolean.valueOf(wish.agrees()).equals(provisional.words().get(practice))) {
      return accept();
    }
    return heard(
        new RatificationGiven(
            mandate.id(), wish.invocationId(), practice, wish.agrees(), wish.today()),
        provisional.heard(practice, wish.agrees()),
        wish.electorate(),
        new InvocationRatified(mandate.id(), wish.invocationId(), wish.today()));
  }

  private static Decision<MandateEvent, MandateRejection> ratify(
      RatifyForLmc wish, Opened mandate) {
    Provisional provisional = mandate.provisional().get(wish.invocationId());
    if (provisional == null) {
      return reject(new NotProvisional(wish.invocationId()));
    }
    OrganisationId lmc = wish.lmcId();
    if (!provisional.lmcs().contains(lmc)) {
      return reject(new LmcNotNeeded(lmc));
    }
    if (Boolean.valueOf(wish.agrees()).equals(provisional.lmcWords().get(lmc))) {
      return accept();
    }
    return heard(
        new LmcRatificationGiven(
            mandate.id(), wish.invocationId(), lmc, wish.agrees(), wish.today()),
        provisional.heard(lmc, wish.agrees()),
        wish.electorate(),
        new InvocationRatified(mandate.id(), wish.invocationId(), wish.today()));
  }

  /** The word of whoever is last to stand by it ratifies it. */
  private static Decision<MandateEvent, MandateRejection> heard(
      UseEvent word, Provisional after, Electorate electorate, InvocationRatified ratified) {
    return after.isRatified(electorate) ? accept(word, ratified) : accept(word);
  }

  static Mandate evolve(Opened mandate, UseEvent event) {
    var provisional = new LinkedHashMap<>(mandate.provisional());
    switch (event) {
      case MandateInvoked invoked -> {
        if (invoked.verdict() == Verdict.PROVISIONAL) {
          Terms terms = mandate.version().terms();
          provisional.put(
              invoked.invocationId(),
              new Provisional(
                  invoked.needs(),
                  terms == null ? null : terms.threshold(),
                  mandate.version().grantors(),
                  Map.of(),
                  Set.copyOf(invoked.lmcs()),
                  Map.of()));
        }
      }
      case RatificationGiven(_, var id, var practice, var agrees, _) ->
          provisional.computeIfPresent(id, (_, before) -> before.heard(practice, agrees));
      case LmcRatificationGiven(_, var id, var lmc, var agrees, _) ->
          provisional.computeIfPresent(id, (_, before) -> before.heard(lmc, agrees));
      case InvocationRatified(_, var id, _) -> provisional.remove(id);
      case InvocationTakenBack(_, var id, _) -> provisional.remove(id);
    }
    return mandate.with(provisional);
  }
}
