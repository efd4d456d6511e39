package uk.onevoice.organisations.domain.group;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.group.GroupCommand.AdoptTerms;
import uk.onevoice.organisations.domain.group.GroupCommand.ClosePulse;
import uk.onevoice.organisations.domain.group.GroupCommand.CorrectInterest;
import uk.onevoice.organisations.domain.group.GroupCommand.DeclareInterest;
import uk.onevoice.organisations.domain.group.GroupCommand.DissolveGroup;
import uk.onevoice.organisations.domain.group.GroupCommand.EndInterest;
import uk.onevoice.organisations.domain.group.GroupCommand.FormGroup;
import uk.onevoice.organisations.domain.group.GroupCommand.Known;
import uk.onevoice.organisations.domain.group.GroupCommand.LeaveSeat;
import uk.onevoice.organisations.domain.group.GroupCommand.NameChair;
import uk.onevoice.organisations.domain.group.GroupCommand.OpenPulse;
import uk.onevoice.organisations.domain.group.GroupCommand.ReachMilestone;
import uk.onevoice.organisations.domain.group.GroupCommand.RestoreGroup;
import uk.onevoice.organisations.domain.group.GroupCommand.ReviseGroup;
import uk.onevoice.organisations.domain.group.GroupCommand.StandDown;
import uk.onevoice.organisations.domain.group.GroupCommand.TakeSeat;
import uk.onevoice.organisations.domain.group.GroupCommand.WithdrawInterest;
import uk.onevoice.organisations.domain.group.GroupCommand.WithdrawMilestone;
import uk.onevoice.organisations.domain.group.GroupCommand.WithdrawTerms;
import uk.onevoice.organisations.domain.group.GroupEvent.ChairNamed;
import uk.onevoice.organisations.domain.group.GroupEvent.ChairStoodDown;
import uk.onevoice.organisations.domain.group.GroupEvent.GroupDissolved;
import uk.onevoice.organisations.domain.group.GroupEvent.GroupFormed;
import uk.onevoice.organisations.domain.group.GroupEvent.GroupRestored;
import uk.onevoice.organisations.domain.group.GroupEvent.GroupRevised;
import uk.onevoice.organisations.domain.group.GroupEvent.GroupTermsAdopted;
import uk.onevoice.organisations.domain.group.GroupEvent.GroupTermsWithdrawn;
import uk.onevoice.organisations.domain.group.GroupEvent.InterestCorrected;
import uk.onevoice.organisations.domain.group.GroupEvent.InterestDeclared;
import uk.onevoice.organisations.domain.group.GroupEvent.InterestEnded;
import uk.onevoice.organisations.domain.group.GroupEvent.MilestoneReached;
import uk.onevoice.organisations.domain.group.GroupEvent.MilestoneWithdrawn;
import uk.onevoice.organisations.domain.group.GroupEvent.PulseClosed;
import uk.onevoice.organisations.domain.group.GroupEvent.PulseOpened;
import uk.onevoice.organisations.domain.group.GroupEvent.SeatLeft;
import uk.onevoice.organisations.domain.group.GroupEvent.SeatTaken;
import uk.onevoice.organisations.domain.group.GroupRejection.AlreadyFormed;
import uk.onevoice.organisations.domain.group.GroupRejection.ChairRuleSaysNo;
import uk.onevoice.organisations.domain.group.GroupRejection.Dissolved;
import uk.onevoice.organisations.domain.group.GroupRejection.EndsBeforeItStarts;
import uk.onevoice.organisations.domain.group.GroupRejection.FederationDoesNotFit;
import uk.onevoice.organisations.domain.group.GroupRejection.MilestoneNotReached;
import uk.onevoice.organisations.domain.group.GroupRejection.MilestoneReachedAlready;
import uk.onevoice.organisations.domain.group.GroupRejection.NoChair;
import uk.onevoice.organisations.domain.group.GroupRejection.NoClaimToSeat;
import uk.onevoice.organisations.domain.group.GroupRejection.NoSeats;
import uk.onevoice.organisations.domain.group.GroupRejection.NoSuchPulse;
import uk.onevoice.organisations.domain.group.GroupRejection.NoSuchSeat;
import uk.onevoice.organisations.domain.group.GroupRejection.NoTerms;
import uk.onevoice.organisations.domain.group.GroupRejection.NotALegalEntity;
import uk.onevoice.organisations.domain.group.GroupRejection.NotDissolved;
import uk.onevoice.organisations.domain.group.GroupRejection.NotInIcs;
import uk.onevoice.organisations.domain.group.GroupRejection.NotTheLatestTerms;
import uk.onevoice.organisations.domain.group.GroupRejection.OfficeWithoutRole;
import uk.onevoice.organisations.domain.group.GroupRejection.PlaceNotInIcs;
import uk.onevoice.organisations.domain.group.GroupRejection.PulseOpenAlready;
import uk.onevoice.organisations.domain.group.GroupRejection.ReviewBeforeTerms;
import uk.onevoice.organisations.domain.group.GroupRejection.RoleNotHeld;
import uk.onevoice.organisations.domain.group.GroupRejection.RulesOverlap;
import uk.onevoice.organisations.domain.group.GroupRejection.SeatComesWithOffice;
import uk.onevoice.organisations.domain.group.GroupRejection.SeatNotVacant;
import uk.onevoice.organisations.domain.group.GroupRejection.SeatVacant;
import uk.onevoice.organisations.domain.group.GroupRejection.TooEarly;
import uk.onevoice.organisations.domain.group.GroupRejection.UnknownInterest;
import uk.onevoice.organisations.domain.group.LeadershipGroup.Formed;
import uk.onevoice.organisations.domain.group.LeadershipGroup.Taking;

/** What a group that is there may do. */
final class GroupRules {
  /** Fewer answers tell who gave them. */
  static final int FEWEST_ANSWERS = 5;

  /** Bodies that can hold a contract. A network has no legal person of its own. */
  private static final Set<OrganisationKind> LEGAL_ENTITIES =
      EnumSet.of(
          OrganisationKind.FEDERATION,
          OrganisationKind.PRACTICE,
          OrganisationKind.LMC,
          OrganisationKind.TRUST,
          OrganisationKind.COUNCIL,
          OrganisationKind.ICB);

  private GroupRules() {}

  static Decision<GroupEvent, GroupRejection> form(FormGroup wish) {
    var scope = wish.scope();
    return doesNotFit(scope, wish.known())
        .<Decision<GroupEvent, GroupRejection>>map(Decision::reject)
        .orElseGet(() ->
            accept(
                new GroupFormed(
                    wish.id(),
                    scope.icsId(),
                    scope.placeIds(),
                    scope.footing(),
                    scope.federationId(),
                    scope.legalEntityId(),
                    wish.start())));
  }

  private static Optional<GroupRejection> doesNotFit(Scope scope, Known known) {
    if (known.places().isEmpty()) {
      return Optional.of(new NotInIcs());
    }
    for (var place : scope.placeIds()) {
      if (!known.places().contains(place)) {
        return Optional.of(new PlaceNotInIcs(place));
      }
    }
    boolean inside = scope.footing() == Footing.INSIDE_FEDERATION;
    if (inside != (scope.federationId() != null)
        || (inside && !known.federation().contains(OrganisationKind.FEDERATION))) {
      return Optional.of(new FederationDoesNotFit());
    }
    if (scope.legalEntityId() != null
        && known.legalEntity().stream().noneMatch(LEGAL_ENTITIES::contains)) {
      return Optional.of(new NotALegalEntity());
    }
    return Optional.empty();
  }

  static Decision<GroupEvent, GroupRejection> decide(GroupCommand command, Formed group) {
    var end = group.end();
    if (command instanceof FormGroup) {
      return reject(new AlreadyFormed());
    }
    if (command instanceof RestoreGroup) {
      return end == null ? reject(new NotDissolved()) : accept(new GroupRestored(group.id()));
    }
    if (end != null) {
      return command instanceof DissolveGroup(var again) && again.equals(end)
          ? accept()
          : reject(new Dissolved(end));
    }
    return switch (command) {
      case FormGroup _ -> reject(new AlreadyFormed());
      case RestoreGroup _ -> reject(new NotDissolved());
      case DissolveGroup(var on) ->
          on.isBefore(group.start())
              ? reject(new TooEarly(group.start()))
              : accept(new GroupDissolved(group.id(), on));
      case ReviseGroup revise -> revise(revise, group);
      case AdoptTerms(var terms) -> adopt(terms, group);
      case WithdrawTerms(var version) ->
          group.terms().isEmpty() || group.terms().lastKey() != version
              ? reject(new NotTheLatestTerms())
              : accept(new GroupTermsWithdrawn(group.id(), version));
      case TakeSeat take -> take(take, group);
      case LeaveSeat(var seat, var on) -> leave(seat, on, group);
      case NameChair name -> nameChair(name, group);
      case StandDown(var on) ->
          group
              .chairOn(on)
              .<Decision<GroupEvent, GroupRejection>>map(
                  chair -> accept(stoodDown(group, chair, on)))
              .orElseGet(() -> reject(new NoChair()));
      case DeclareInterest declare -> declare(declare, group);
      case EndInterest(var id, var on) -> endInterest(id, on, group);
      case CorrectInterest correct -> correctInterest(correct, group);
      case WithdrawInterest(var id) -> withdrawInterest(id, group);
      case OpenPulse(var id, var on) ->
          group.openPulse() != null
              ? reject(new PulseOpenAlready())
              : accept(new PulseOpened(group.id(), id, on));
      case ClosePulse close -> closePulse(close, group);
      case ReachMilestone(var milestone, var on, var evidence) -> {
        var before = group.milestones().get(milestone);
        if (before != null) {
          yield reject(new MilestoneReachedAlready(before.on()));
        }
        yield accept(new MilestoneReached(group.id(), milestone, on, evidence));
      }
      case WithdrawMilestone(var milestone) ->
          group.milestones().containsKey(milestone)
              ? accept(new MilestoneWithdrawn(group.id(), milestone))
              : reject(new MilestoneNotReached());
    };
  }

  private static Decision<GroupEvent, GroupRejection> revise(ReviseGroup wish, Formed group) {
    var scope = wish.scope();
    var misfit = doesNotFit(scope, wish.known());
    if (misfit.isPresent()) {
      return reject(misfit.get());
    }
    if (wish.from().isBefore(group.start())) {
      return reject(new TooEarly(group.start()));
    }
    if (scope.equals(group.scopeOn(wish.from()))) {
      return accept();
    }
    return accept(
        new GroupRevised(
            group.id(),
            scope.icsId(),
            scope.placeIds(),
            scope.footing(),
            scope.federationId(),
            scope.legalEntityId(),
            wish.from()));
  }

  private static Decision<GroupEvent, GroupRejection> adopt(Terms terms, Formed group) {
    var rules = terms.seatRules();
    if (rules.isEmpty()) {
      return reject(new NoSeats());
    }
    for (int i = 0; i < rules.size(); i++) {
      if (rules.subList(0, i).stream().anyMatch(rules.get(i)::onTheSameAs)) {
        return reject(new RulesOverlap());
      }
    }
    if (rules.stream()
        .anyMatch(rule -> rule.filledBy() == FilledBy.OFFICE && rule.role() == null)) {
      return reject(new OfficeWithoutRole());
    }
    var review = terms.reviewOn();
    if (review != null && !review.isAfter(terms.from())) {
      return reject(new ReviewBeforeTerms());
    }
    Map.@Nullable Entry<Integer, Terms> latest = group.terms().lastEntry();
    var earliest = latest == null ? group.start() : latest.getValue().from();
    if (terms.from().isBefore(earliest)) {
      return reject(new TooEarly(earliest));
    }
    if (latest != null && latest.getValue().equals(terms)) {
      return accept();
    }
    boolean corrects = latest != null && latest.getValue().from().equals(terms.from());
    int version = latest == null ? 1 : latest.getKey() + (corrects ? 0 : 1);
    var events = new ArrayList<GroupEvent>();
    events.add(
        new GroupTermsAdopted(
            group.id(),
            version,
            terms.from(),
            rules,
            terms.quorum(),
            terms.decisionRule(),
            terms.chairRule(),
            terms.reviewOn(),
            terms.wordsRef()));
    reachOnce(Milestone.TERMS_ADOPTED, terms.from(), group, events);
    return accept(events);
  }

  private static void reachOnce(
      Milestone milestone, LocalDate on, Formed group, List<GroupEvent> events) {
    if (!group.milestones().containsKey(milestone)) {
      events.add(new MilestoneReached(group.id(), milestone, on, null));
    }
  }

  private static Decision<GroupEvent, GroupRejection> take(TakeSeat wish, Formed group) {
    if (group.termsOn(wish.start()).isEmpty()) {
      return reject(new NoTerms());
    }
    if (wish.seat() == null) {
      return reject(new NoSuchSeat());
    }
    if (wish.seat() == FilledBy.OFFICE) {
      return reject(new SeatComesWithOffice());
    }
    if (!wish.fits()) {
      return reject(new NoClaimToSeat());
    }
    if (wish.end() != null && !wish.end().isAfter(wish.start())) {
      return reject(new EndsBeforeItStarts());
    }
    var period = new Period(wish.start(), wish.end());
    boolean taken =
        group.seats().stream()
            .filter(each -> wish.id().equals(each.seat()) && each.period().overlaps(period))
            .anyMatch(each -> !isEmpty(each.period()));
    return taken
        ? reject(new SeatNotVacant())
        : accept(new SeatTaken(group.id(), wish.id(), wish.holding(), wish.start(), wish.end()));
  }

  private static boolean isEmpty(Period period) {
    return period.start().equals(period.end());
  }

  private static Decision<GroupEvent, GroupRejection> leave(
      SeatId seat, LocalDate on, Formed group) {
    for (var each : group.seats()) {
      var period = each.period();
      if (seat.equals(each.seat())
          && !on.isBefore(period.start())
          && (period.end() == null || on.isBefore(period.end()))) {
        return accept(new SeatLeft(group.id(), seat, each.holding(), period.start(), on));
      }
    }
    return reject(new SeatVacant());
  }

  private static Decision<GroupEvent, GroupRejection> nameChair(NameChair wish, Formed group) {
    var terms = group.termsOn(wish.start());
    if (terms.isEmpty()) {
      return reject(new NoTerms());
    }
    if (!wish.open()) {
      return reject(new RoleNotHeld());
    }
    var rule = terms.get().getValue().chairRule();
    boolean may =
        switch (rule) {
          case ANYONE -> true;
          case FROM_SEATS -> wish.sits();
          case INDEPENDENT -> !wish.sits();
        };
    if (!may) {
      return reject(new ChairRuleSaysNo(rule));
    }
    var before = group.chairOn(wish.start());
    if (before.isPresent() && before.get().holding().equals(wish.holding())) {
      return accept();
    }
    var events = new ArrayList<GroupEvent>();
    before.ifPresent(chair -> events.add(stoodDown(group, chair, wish.start())));
    events.add(new ChairNamed(group.id(), wish.holding(), wish.start()));
    reachOnce(Milestone.CHAIR_NAMED, wish.start(), group, events);
    return accept(events);
  }

  private static ChairStoodDown stoodDown(Formed group, Taking chair, LocalDate on) {
    return new ChairStoodDown(group.id(), chair.holding(), chair.period().start(), on);
  }

  private static Decision<GroupEvent, GroupRejection> declare(DeclareInterest wish, Formed group) {
    if (wish.holding() == null) {
      return reject(new SeatVacant());
    }
    if (wish.end() != null && !wish.end().isAfter(wish.start())) {
      return reject(new EndsBeforeItStarts());
    }
    return accept(
        new InterestDeclared(
            group.id(),
            wish.id(),
            wish.seat(),
            wish.holding(),
            wish.kind(),
            wish.organisation(),
            wish.start(),
            wish.end(),
            wish.wordsRef()));
  }

  private static Decision<GroupEvent, GroupRejection> endInterest(
      InterestId id, LocalDate on, Formed group) {
    var interest = group.interests().get(id);
    if (interest == null) {
      return reject(new UnknownInterest());
    }
    if (on.isBefore(interest.period().start())) {
      return reject(new EndsBeforeItStarts());
    }
    return on.equals(interest.period().end())
        ? accept()
        : accept(new InterestEnded(group.id(), id, on));
  }

  private static Decision<GroupEvent, GroupRejection> correctInterest(
      CorrectInterest wish, Formed group) {
    if (!group.interests().containsKey(wish.id())) {
      return reject(new UnknownInterest());
    }
    if (wish.end() != null && !wish.end().isAfter(wish.start())) {
      return reject(new EndsBeforeItStarts());
    }
    return accept(
        new InterestCorrected(
            group.id(),
            wish.id(),
            wish.kind(),
            wish.organisation(),
            wish.start(),
            wish.end(),
            wish.wordsRef(),
            null));
  }

  private static Decision<GroupEvent, GroupRejection> withdrawInterest(
      InterestId id, Formed group) {
    var interest = group.interests().get(id);
    if (interest == null) {
      return reject(new UnknownInterest());
    }
    return accept(
        new InterestCorrected(
            group.id(),
            id,
            interest.kind(),
            interest.organisation(),
            interest.period().start(),
            interest.period().end(),
            null,
            true));
  }

  private static Decision<GroupEvent, GroupRejection> closePulse(ClosePulse wish, Formed group) {
    if (!wish.id().equals(group.openPulse())) {
      return reject(new NoSuchPulse());
    }
    int answers = wish.counts().stream().mapToInt(Integer::intValue).sum();
    return accept(
        answers < FEWEST_ANSWERS
            ? new PulseClosed(group.id(), wish.id(), wish.on(), null, null)
            : new PulseClosed(group.id(), wish.id(), wish.on(), answers, wish.counts()));
  }
}
