package uk.onevoice.mandates.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.mandates.domain.ConsentCommand.ConfirmCarried;
import uk.onevoice.mandates.domain.ConsentCommand.EndConsent;
import uk.onevoice.mandates.domain.ConsentCommand.Given;
import uk.onevoice.mandates.domain.ConsentCommand.Remind;
import uk.onevoice.mandates.domain.ConsentCommand.Respond;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentConditional;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentDeclined;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentEnded;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentGranted;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentWithdrawn;
import uk.onevoice.mandates.domain.ConsentEvent.PracticesReminded;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.MandateRejection.AnswerInTheFuture;
import uk.onevoice.mandates.domain.MandateRejection.AnsweredBeforeAsked;
import uk.onevoice.mandates.domain.MandateRejection.ConditionWithoutWords;
import uk.onevoice.mandates.domain.MandateRejection.LaterAnswerStands;
import uk.onevoice.mandates.domain.MandateRejection.MandateOver;
import uk.onevoice.mandates.domain.MandateRejection.NoAuthorityForPractice;
import uk.onevoice.mandates.domain.MandateRejection.NoSuchVersion;
import uk.onevoice.mandates.domain.MandateRejection.NothingToCarry;
import uk.onevoice.mandates.domain.MandateRejection.NothingToWithdraw;
import uk.onevoice.mandates.domain.MandateRejection.PracticeNotAsked;
import uk.onevoice.mandates.domain.MandateRejection.PracticeNotInPlace;
import uk.onevoice.mandates.domain.MandateRejection.RunOut;
import uk.onevoice.mandates.domain.MandateRejection.SomeRefused;
import uk.onevoice.mandates.domain.MandateRejection.SomeRefused.Refused;

/** The rules of what practices answer: one answer of each stands, to each version. */
final class Consent {
  private Consent() {}

  static Decision<MandateEvent, MandateRejection> decide(ConsentCommand command, Opened mandate) {
    return switch (command) {
      case Respond respond -> respond(respond, mandate);
      case ConfirmCarried carried -> carry(carried, mandate);
      case Remind remind -> remind(remind, mandate);
      case EndConsent ended -> end(ended, mandate);
    };
  }

  private static Decision<MandateEvent, MandateRejection> respond(Respond wish, Opened mandate) {
    List<MandateEvent> events = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    Opened now = mandate;
    for (int index = 0; index < wish.answers().size(); index++) {
      Given given = wish.answers().get(index);
      Optional<Version> version = versionOf(wish, given.answer(), now);
      Decision<MandateEvent, MandateRejection> decision =
          version.isEmpty()
              ? reject(new NoSuchVersion(wish.version() == null ? 1 : wish.version()))
              : answer(given, wish, version.get(), now);
      switch (decision) {
        case Decision.Rejected<MandateEvent, MandateRejection>(var why) ->
            refused.add(new Refused(index, given.practiceId(), why));
        case Decision.Accepted<MandateEvent, MandateRejection>(var answered) -> {
          events.addAll(answered);
          now = (Opened) Mandate.DECIDER.fold(now, answered);
        }
      }
    }
    if (refused.isEmpty()) {
      return Mandate.andStock(mandate, events, wish.electorate(), wish.today());
    }
    return reject(wish.answers().size() == 1 ? refused.getFirst().why() : new SomeRefused(refused));
  }

  private static Optional<Version> versionOf(Respond wish, Answer answer, Opened mandate) {
    if (wish.version() != null) {
      return mandate.numbered(wish.version());
    }
    return Optional.of(answer == Answer.WITHDRAW ? mandate.version() : mandate.newest());
  }

  private static Decision<MandateEvent, MandateRejection> answer(
      Given given, Respond wish, Version version, Opened mandate) {
    PracticeId practice = given.practiceId();
    if (given.on().isAfter(wish.today())) {
      return reject(new AnswerInTheFuture(given.on()));
    }
    if (version.askedOn() != null && given.on().isBefore(version.askedOn())) {
      return reject(new AnsweredBeforeAsked(given.on(), version.askedOn()));
    }
    // Practices are asked before the first day, so only the end closes the list.
    if (!given.on().isBefore(version.end())) {
      return reject(new RunOut(mandate.id(), version.end()));
    }
    if (mandate.stage() instanceof Stage.Ended) {
      return reject(new MandateOver(mandate.id()));
    }
    if (!given.belonging().isTo(mandate.opening().placeId())) {
      return reject(new PracticeNotInPlace(practice, given.on()));
    }
    if (!version.asks(practice, given.belonging())) {
      return reject(new PracticeNotAsked(practice));
    }
    if (!given.authority()) {
      return reject(new NoAuthorityForPractice(practice));
    }
    @Nullable Standing standing = version.answers().get(practice);
    if (standing == null && given.answer() == Answer.WITHDRAW) {
      return reject(new NothingToWithdraw(practice));
    }
    if (standing != null && standing.answer() == given.answer() && saysNoMore(given, standing)) {
      return accept();
    }
    if (standing != null && given.on().isBefore(standing.on())) {
      return reject(new LaterAnswerStands(practice, standing.on()));
    }
    // A mandate that was asked for in one step has nowhere to put them.
    if (given.answer() == Answer.CONDITIONAL
        && given.wordsRef() == null
        && version.terms() != null) {
      return reject(new ConditionWithoutWords(practice));
    }
    return accept(
        answered(
            mandate,
            version,
            practice,
            given.answer(),
            given.on(),
            wish.manner().in(given.wordsRef())));
  }

  /** Another condition is another answer. */
  private static boolean saysNoMore(Given given, Standing standing) {
    return given.wordsRef() == null
        || (standing.manner() != null && given.wordsRef().equals(standing.manner().wordsRef()));
  }

  private static MandateEvent answered(
      Opened mandate,
      Version version,
      PracticeId practice,
      Answer answer,
      LocalDate on,
      Manner manner) {
    MandateId id = mandate.id();
    @Nullable Integer number = version.number() == 1 ? null : (Integer) version.number();
    @Nullable Manner said = manner.equals(Manner.ONLINE) ? null : manner;
    return switch (answer) {
      case GRANT -> new ConsentGranted(id, practice, on, number, said);
      case CONDITIONAL -> new ConsentConditional(id, practice, on, number, said);
      case DECLINE -> new ConsentDeclined(id, practice, on, number, said);
      case WITHDRAW -> new ConsentWithdrawn(id, practice, on, number, said);
    };
  }

  private static Decision<MandateEvent, MandateRejection> carry(
      ConfirmCarried wish, Opened mandate) {
    if (mandate.stage() instanceof Stage.Ended || mandate.stage() instanceof Stage.Expired) {
      return reject(new MandateOver(mandate.id()));
    }
    if (!wish.belonging().isTo(mandate.opening().placeId())) {
      return reject(new PracticeNotInPlace(wish.practiceId(), wish.today()));
    }
    if (!wish.authority()) {
      return reject(new NoAuthorityForPractice(wish.practiceId()));
    }
    List<MandateEvent> events = new ArrayList<>();
    boolean confirmed = false;
    for (Version version : versions(mandate)) {
      Version.Departed departed = version.departed().get(wish.from());
      if (departed == null
          || !departed.successors().contains(wish.practiceId())
          || !version.asks(wish.practiceId(), wish.belonging())) {
        continue;
      }
      Standing before = departed.standing();
      Standing now = version.answers().get(wish.practiceId());
      confirmed = true;
      if (now == null) {
        Manner was = before.manner() == null ? Manner.ONLINE : before.manner();
        events.add(
            answered(
                mandate,
                version,
                wish.practiceId(),
                before.answer(),
                wish.today(),
                new Manner(Manner.Through.CARRIED, was.wordsRef(), null, null, wish.from())));
      }
    }
    return confirmed
        ? Mandate.andStock(mandate, events, wish.electorate(), wish.today())
        : reject(new NothingToCarry(wish.practiceId(), wish.from()));
  }

  private static Decision<MandateEvent, MandateRejection> remind(Remind wish, Opened mandate) {
    Version asked = mandate.newest();
    if (mandate.stage() instanceof Stage.Ended) {
      return reject(new MandateOver(mandate.id()));
    }
    if (!wish.today().isBefore(asked.end())) {
      return reject(new RunOut(mandate.id(), asked.end()));
    }
    @Nullable Set<PracticeId> among = wish.practices();
    List<PracticeId> silent =
        asked.asked(wish.electorate()).voices().stream()
            .map(Electorate.Voice::practiceId)
            .filter(practice -> among == null || among.contains(practice))
            .filter(asked::isSilent)
            .filter(practice -> !asked.wasReminded(practice, wish.today()))
            .toList();
    return silent.isEmpty()
        ? accept()
        : accept(new PracticesReminded(mandate.id(), asked.number(), silent, wish.today()));
  }

  private static Decision<MandateEvent, MandateRejection> end(EndConsent fact, Opened mandate) {
    List<MandateEvent> events = new ArrayList<>();
    for (Version version : versions(mandate)) {
      Standing standing = version.answers().get(fact.practiceId());
      if (standing != null && standing.answer() != Answer.WITHDRAW) {
        events.add(
            new ConsentEnded(
                mandate.id(),
                version.number(),
                fact.practiceId(),
                fact.reason(),
                fact.successors(),
                fact.on()));
      }
    }
    return Mandate.andStock(mandate, events, fact.electorate(), fact.today());
  }

  private static List<Version> versions(Opened mandate) {
    return mandate.next() == null
        ? List.of(mandate.version())
        : List.of(mandate.version(), mandate.next());
  }

  static Mandate evolve(Opened mandate, ConsentEvent event) {
    return switch (event) {
      case ConsentGranted(_, var practice, var on, var version, var manner) ->
          with(mandate, version, practice, new Standing(Answer.GRANT, on, manner));
      case ConsentConditional(_, var practice, var on, var version, var manner) ->
          with(mandate, version, practice, new Standing(Answer.CONDITIONAL, on, manner));
      case ConsentDeclined(_, var practice, var on, var version, var manner) ->
          with(mandate, version, practice, new Standing(Answer.DECLINE, on, manner));
      case ConsentWithdrawn(_, var practice, var on, var version, var manner) ->
          with(mandate, version, practice, new Standing(Answer.WITHDRAW, on, manner));
      case ConsentEnded(_, var version, var practice, _, var successors, _) ->
          mandate.changing(version, it -> it.departed(practice, successors));
      case PracticesReminded(_, var version, var practices, var on) ->
          mandate.changing(version, it -> it.reminded(practices, on));
    };
  }

  private static Mandate with(
      Opened mandate, @Nullable Integer version, PracticeId practice, Standing standing) {
    return mandate.changing(version == null ? 1 : version, it -> it.answered(practice, standing));
  }
}
