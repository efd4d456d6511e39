package uk.onevoice.mandates.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.mandates.domain.LifeCommand.Accept;
import uk.onevoice.mandates.domain.LifeCommand.Activate;
import uk.onevoice.mandates.domain.LifeCommand.Amend;
import uk.onevoice.mandates.domain.LifeCommand.Confirm;
import uk.onevoice.mandates.domain.LifeCommand.End;
import uk.onevoice.mandates.domain.LifeCommand.Endorse;
import uk.onevoice.mandates.domain.LifeCommand.FollowIcs;
import uk.onevoice.mandates.domain.LifeCommand.LeaveHolderVacant;
import uk.onevoice.mandates.domain.LifeCommand.LiftSuspension;
import uk.onevoice.mandates.domain.LifeCommand.NameAlternate;
import uk.onevoice.mandates.domain.LifeCommand.Renew;
import uk.onevoice.mandates.domain.LifeCommand.StandAlternateDown;
import uk.onevoice.mandates.domain.LifeCommand.Suspend;
import uk.onevoice.mandates.domain.LifeCommand.TakeStock;
import uk.onevoice.mandates.domain.LifeCommand.WithdrawVersion;
import uk.onevoice.mandates.domain.LifeEvent.AlternateNamed;
import uk.onevoice.mandates.domain.LifeEvent.AlternateStoodDown;
import uk.onevoice.mandates.domain.LifeEvent.ConfirmationNeeded;
import uk.onevoice.mandates.domain.LifeEvent.HolderAccepted;
import uk.onevoice.mandates.domain.LifeEvent.MandateActivated;
import uk.onevoice.mandates.domain.LifeEvent.MandateAtRisk;
import uk.onevoice.mandates.domain.LifeEvent.MandateConfirmed;
import uk.onevoice.mandates.domain.LifeEvent.MandateEnded;
import uk.onevoice.mandates.domain.LifeEvent.MandateEndorsed;
import uk.onevoice.mandates.domain.LifeEvent.MandateExpired;
import uk.onevoice.mandates.domain.LifeEvent.MandateRestored;
import uk.onevoice.mandates.domain.LifeEvent.MandateSuspended;
import uk.onevoice.mandates.domain.LifeEvent.SuspensionLifted;
import uk.onevoice.mandates.domain.LifeEvent.VersionAsked;
import uk.onevoice.mandates.domain.LifeEvent.VersionWithdrawn;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.MandateRejection.AlreadyAsking;
import uk.onevoice.mandates.domain.MandateRejection.BelowThreshold;
import uk.onevoice.mandates.domain.MandateRejection.FirstDayToCome;
import uk.onevoice.mandates.domain.MandateRejection.HolderVacant;
import uk.onevoice.mandates.domain.MandateRejection.MandateOver;
import uk.onevoice.mandates.domain.MandateRejection.NoTerms;
import uk.onevoice.mandates.domain.MandateRejection.NotAccepted;
import uk.onevoice.mandates.domain.MandateRejection.NotAnAlternate;
import uk.onevoice.mandates.domain.MandateRejection.NotInForce;
import uk.onevoice.mandates.domain.MandateRejection.NotSuspended;
import uk.onevoice.mandates.domain.MandateRejection.NotTheHolder;
import uk.onevoice.mandates.domain.MandateRejection.NotTheLmcOfThePlace;
import uk.onevoice.mandates.domain.MandateRejection.NothingAsked;
import uk.onevoice.mandates.domain.MandateRejection.NothingToConfirm;
import uk.onevoice.mandates.domain.MandateRejection.RunOut;
import uk.onevoice.mandates.domain.MandateRejection.RunsLonger;
import uk.onevoice.mandates.domain.MandateRejection.WithinPeriod;
import uk.onevoice.mandates.domain.Stage.Asked;
import uk.onevoice.mandates.domain.Stage.Ended;
import uk.onevoice.mandates.domain.Stage.Expired;
import uk.onevoice.mandates.domain.Stage.InForce;
import uk.onevoice.mandates.domain.Stage.Suspended;

/** The rules of what becomes of a mandate that practices were asked for. */
final class Life {
  private Life() {}

  static Decision<MandateEvent, MandateRejection> decide(LifeCommand command, Opened mandate) {
    return switch (command) {
      case Endorse endorse -> endorse(endorse, mandate);
      case Accept accept -> take(accept, mandate);
      case Activate activate -> activate(activate, mandate);
      case Amend amend -> amend(amend, mandate);
      case WithdrawVersion(var id, var today) ->
          mandate.next() == null
              ? reject(new NothingAsked(id))
              : accept(new VersionWithdrawn(id, mandate.next().number(), today));
      case Renew renew -> renew(renew, mandate);
      case Suspend(_, var words, var today) ->
          suspend(mandate, Stage.Reason.BY_LEADERS, words, today);
      case LiftSuspension lift -> lift(lift, mandate);
      case End(var id, var words, var today) -> end(id, words, today, mandate);
      case NameAlternate name -> Alternates.name(name, mandate);
      case StandAlternateDown(var id, var alternate, var today) ->
          Alternates.of(mandate).contains(alternate)
              ? accept(new AlternateStoodDown(id, alternate, today))
              : reject(new NotAnAlternate(alternate));
      case Confirm(var id, var today) ->
          mandate.toConfirm() == null
              ? reject(new NothingToConfirm(id))
              : accept(new MandateConfirmed(id, mandate.toConfirm(), today));
      case LeaveHolderVacant(_, var on) ->
          mandate.stage() instanceof InForce
              ? suspend(mandate, Stage.Reason.HOLDER_VACANT, null, on)
              : accept();
      case FollowIcs follow -> follow(follow, mandate);
      case TakeStock stock -> takeStock(stock, mandate);
    };
  }

  private static Decision<MandateEvent, MandateRejection> endorse(Endorse wish, Opened mandate) {
    if (isOver(mandate)) {
      return reject(new MandateOver(mandate.id()));
    }
    if (!wish.ofPlace()) {
      return reject(new NotTheLmcOfThePlace(wish.lmcId()));
    }
    Version asked = mandate.newest();
    return asked.endorsements().containsKey(wish.lmcId())
        ? accept()
        : accept(new MandateEndorsed(mandate.id(), asked.number(), wish.lmcId(), wish.today()));
  }

  private static Decision<MandateEvent, MandateRejection> take(Accept wish, Opened mandate) {
    Version asked = mandate.newest();
    if (asked.terms() == null) {
      return reject(new NoTerms(mandate.id()));
    }
    if (isOver(mandate)) {
      return reject(new MandateOver(mandate.id()));
    }
    if (!asked.terms().holder().isAmong(wish.held())) {
      return reject(new NotTheHolder(asked.terms().holder()));
    }
    return asked.acceptedOn() == null
        ? accept(new HolderAccepted(mandate.id(), asked.number(), wish.today()))
        : accept();
  }

  private static Decision<MandateEvent, MandateRejection> activate(Activate wish, Opened mandate) {
    Version asked = mandate.newest();
    if (mandate.next() == null && !(mandate.stage() instanceof Asked)) {
      return reject(new NothingAsked(mandate.id()));
    }
    return obstacle(asked, mandate, wish.inPost(), wish.today(), wish.electorate())
        .<Decision<MandateEvent, MandateRejection>>map(Decision::reject)
        .orElseGet(() -> accept(activated(asked, mandate, wish.today(), wish.electorate())));
  }

  /** What stands in the way of putting a version in force, if anything does. */
  private static Optional<MandateRejection> obstacle(
      Version asked,
      Opened mandate,
      Set<Holder.Held> inPost,
      LocalDate today,
      Electorate electorate) {
    if (asked.terms() == null) {
      return Optional.of(new NothingAsked(mandate.id()));
    }
    if (mandate.stage() instanceof Ended) {
      return Optional.of(new MandateOver(mandate.id()));
    }
    Holder holder = asked.terms().holder();
    if (!today.isBefore(asked.end())) {
      return Optional.of(new RunOut(mandate.id(), asked.end()));
    }
    if (today.isBefore(asked.start())) {
      return Optional.of(new FirstDayToCome(asked.start()));
    }
    if (asked.acceptedOn() == null) {
      return Optional.of(new NotAccepted(holder));
    }
    if (!holder.isAmong(inPost)) {
      return Optional.of(new HolderVacant(holder));
    }
    Tally tally = asked.tally(electorate);
    return asked.isCarriedBy(tally)
        ? Optional.empty()
        : Optional.of(new BelowThreshold(tally, asked.terms().threshold()));
  }

  private static MandateActivated activated(
      Version asked, Opened mandate, LocalDate today, Electorate electorate) {
    return new MandateActivated(mandate.id(), asked.number(), asked.tally(electorate), today);
  }

  private static Decision<MandateEvent, MandateRejection> amend(Amend wish, Opened mandate) {
    Version current = mandate.version();
    if (current.terms() == null) {
      return reject(new NoTerms(mandate.id()));
    }
    if (isOver(mandate)) {
      return reject(new MandateOver(mandate.id()));
    }
    if (mandate.next() != null) {
      return reject(new AlreadyAsking(mandate.next().number()));
    }
    if (wish.terms().end().isAfter(current.end())) {
      return reject(new RunsLonger(current.end()));
    }
    Optional<MandateRejection> refusal = Drafting.refusal(wish.terms(), wish.speakForPractices());
    if (refusal.isPresent()) {
      return reject(refusal.get());
    }
    return accept(
        new VersionAsked(
            mandate.id(),
            mandate.opening().placeId(),
            mandate.highest() + 1,
            Version.Why.TERMS_CHANGED,
            wish.terms(),
            wish.today()));
  }

  private static Decision<MandateEvent, MandateRejection> renew(Renew wish, Opened mandate) {
    Version current = mandate.version();
    if (current.terms() == null) {
      return reject(new NoTerms(mandate.id()));
    }
    if (mandate.stage() instanceof Ended) {
      return reject(new MandateOver(mandate.id()));
    }
    if (mandate.stage() instanceof Asked) {
      return reject(new NotInForce(mandate.id()));
    }
    if (mandate.next() != null) {
      return reject(new AlreadyAsking(mandate.next().number()));
    }
    LocalDate start =
        wish.start() != null
            ? wish.start()
            : current.end().isBefore(wish.today()) ? wish.today() : current.end();
    if (start.isBefore(current.end())) {
      return reject(new WithinPeriod(current.end()));
    }
    Optional<MandateRejection> refusal = Drafting.refusal(start, wish.end());
    if (refusal.isPresent()) {
      return reject(refusal.get());
    }
    return accept(
        new VersionAsked(
            mandate.id(),
            mandate.opening().placeId(),
            mandate.highest() + 1,
            Version.Why.RENEWED,
            current.terms().during(start, wish.end()),
            wish.today()));
  }

  private static Decision<MandateEvent, MandateRejection> suspend(
      Opened mandate, Stage.Reason reason, @Nullable UUID words, LocalDate on) {
    return switch (mandate.stage()) {
      case InForce _ ->
          accept(new MandateSuspended(mandate.id(), mandate.version().number(), reason, words, on));
      case Suspended _ -> accept();
      case Asked _, Expired _, Ended _ -> reject(new NotInForce(mandate.id()));
    };
  }

  private static Decision<MandateEvent, MandateRejection> lift(
      LiftSuspension wish, Opened mandate) {
    if (!(mandate.stage() instanceof Suspended)) {
      return reject(new NotSuspended(mandate.id()));
    }
    Version current = mandate.version();
    if (!wish.today().isBefore(current.end())) {
      return reject(new RunOut(mandate.id(), current.end()));
    }
    if (current.terms() != null && !current.terms().holder().isAmong(wish.inPost())) {
      return reject(new HolderVacant(current.terms().holder()));
    }
    return Mandate.andStock(
        mandate,
        List.of(new SuspensionLifted(mandate.id(), current.number(), wish.today())),
        wish.electorate(),
        wish.today());
  }

  private static Decision<MandateEvent, MandateRejection> end(
      MandateId id, @Nullable UUID words, LocalDate today, Opened mandate) {
    return switch (mandate.stage()) {
      case Asked _, InForce _, Suspended _ ->
          accept(new MandateEnded(id, mandate.version().number(), words, today));
      case Ended _ -> accept();
      case Expired _ -> reject(new MandateOver(id));
    };
  }

  private static Decision<MandateEvent, MandateRejection> follow(FollowIcs fact, Opened mandate) {
    boolean known =
        fact.icsNow().equals(fact.icsBefore())
            || fact.icsNow().equals(mandate.confirmedFor())
            || fact.icsNow().equals(mandate.toConfirm());
    return known || isOver(mandate)
        ? accept()
        : accept(new ConfirmationNeeded(mandate.id(), fact.icsBefore(), fact.icsNow(), fact.on()));
  }

  private static Decision<MandateEvent, MandateRejection> takeStock(
      TakeStock fact, Opened mandate) {
    if (mandate.stage() instanceof Ended) {
      return accept();
    }
    Version next = mandate.next();
    // The next period begins where this one ends, without a day between when all is ready.
    if (next != null
        && next.reason() == Version.Why.RENEWED
        && obstacle(next, mandate, fact.inPost(), fact.today(), fact.electorate()).isEmpty()) {
      return accept(activated(next, mandate, fact.today(), fact.electorate()));
    }
    Version current = mandate.version();
    if (!fact.today().isBefore(current.end()) && !(mandate.stage() instanceof Expired)) {
      return accept(new MandateExpired(mandate.id(), current.number(), current.end()));
    }
    return Mandate.andStock(mandate, List.of(), fact.electorate(), fact.today());
  }

  /** Whether grants have come to be too few, or enough again, since it was last said. */
  static List<MandateEvent> stock(Opened mandate, Electorate electorate, LocalDate today) {
    if (!(mandate.stage() instanceof InForce(_, var atRiskSince))) {
      return List.of();
    }
    Version current = mandate.version();
    Tally tally = current.tally(electorate);
    boolean enough = current.isCarriedBy(tally);
    List<MandateEvent> news = new ArrayList<>();
    if (!enough && atRiskSince == null) {
      news.add(new MandateAtRisk(mandate.id(), current.number(), tally, today));
    }
    if (enough && atRiskSince != null) {
      news.add(new MandateRestored(mandate.id(), current.number(), tally, today));
    }
    return news;
  }

  static boolean isOver(Opened mandate) {
    return switch (mandate.stage()) {
      case Ended _ -> true;
      // A new version may still be asked for and accepted after the last has run out.
      case Expired _ -> mandate.next() == null;
      case Asked _, InForce _, Suspended _ -> false;
    };
  }

  static Mandate evolve(Opened mandate, LifeEvent event) {
    return switch (event) {
      case VersionAsked(_, _, var number, var why, var terms, var on) ->
          mandate.asking(Version.asked(number, terms, why, on));
      case VersionWithdrawn _ -> mandate.withoutNext();
      case MandateEndorsed(_, var number, var lmc, var on) ->
          mandate.changing(number, version -> version.endorsed(lmc, on));
      case HolderAccepted(_, var number, var on) ->
          mandate.changing(number, version -> version.accepted(on));
      case MandateActivated(_, var number, _, var on) -> mandate.activated(number, on);
      case MandateAtRisk(_, var number, var tally, var on) ->
          risk(mandate, on).with(noticed(mandate, new Risk(number, on, tally, null)));
      case MandateRestored(_, _, _, var on) -> risk(mandate, null).with(restored(mandate, on));
      case MandateSuspended(_, _, var reason, var words, var on) ->
          mandate.stage() instanceof InForce before
              ? mandate.in(new Suspended(on, reason, words, before))
              : mandate;
      // What was said while nobody could is not covered afterwards.
      case SuspensionLifted(_, _, var on) ->
          mandate.stage() instanceof Suspended(_, _, _, var before)
              ? mandate.in(new InForce(on, before.atRiskSince()))
              : mandate;
      case MandateExpired(_, _, var on) -> mandate.in(new Expired(on));
      case MandateEnded(_, _, var words, var on) -> mandate.in(new Ended(on, words));
      case AlternateNamed(_, var alternate, _) -> Alternates.named(mandate, alternate);
      case AlternateStoodDown(_, var alternate, _) -> Alternates.stoodDown(mandate, alternate);
      case ConfirmationNeeded(_, _, var icsNow, _) ->
          mandate.confirming(mandate.confirmedFor(), icsNow);
      case MandateConfirmed(_, var ics, _) -> mandate.confirming(ics, null);
    };
  }

  private static Opened risk(Opened mandate, @Nullable LocalDate since) {
    return mandate.stage() instanceof InForce(var from, _)
        ? mandate.in(new InForce(from, since))
        : mandate;
  }

  private static List<Risk> noticed(Opened mandate, Risk risk) {
    return Stream.concat(mandate.risks().stream(), Stream.of(risk)).toList();
  }

  /** The last of them is over. */
  private static List<Risk> restored(Opened mandate, LocalDate on) {
    List<Risk> now = new ArrayList<>(mandate.risks());
    if (!now.isEmpty()) {
      now.add(now.removeLast().restored(on));
    }
    return now;
  }
}
