package uk.onevoice.mandates.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.mandates.domain.MandateCommand.Open;
import uk.onevoice.mandates.domain.MandateCommand.Respond;
import uk.onevoice.mandates.domain.MandateEvent.ConsentConditional;
import uk.onevoice.mandates.domain.MandateEvent.ConsentDeclined;
import uk.onevoice.mandates.domain.MandateEvent.ConsentGranted;
import uk.onevoice.mandates.domain.MandateEvent.ConsentWithdrawn;
import uk.onevoice.mandates.domain.MandateEvent.MandateOpened;
import uk.onevoice.mandates.domain.MandateRejection.AlreadyOpened;
import uk.onevoice.mandates.domain.MandateRejection.AnswerInTheFuture;
import uk.onevoice.mandates.domain.MandateRejection.AnsweredBeforeAsked;
import uk.onevoice.mandates.domain.MandateRejection.HolderDoesNotSpeakForPractices;
import uk.onevoice.mandates.domain.MandateRejection.LaterAnswerStands;
import uk.onevoice.mandates.domain.MandateRejection.LongerThanTwoYears;
import uk.onevoice.mandates.domain.MandateRejection.NoDayInForce;
import uk.onevoice.mandates.domain.MandateRejection.NotOpened;
import uk.onevoice.mandates.domain.MandateRejection.NothingToWithdraw;
import uk.onevoice.mandates.domain.MandateRejection.OpenedInTheFuture;
import uk.onevoice.mandates.domain.MandateRejection.PracticeNotInPlace;
import uk.onevoice.mandates.domain.MandateRejection.RunOut;

/** Practices' authority for a role to speak and agree for them, on a topic and for a time. */
public sealed interface Mandate {
  /** No mandate runs longer without being asked for again. */
  int MAX_MONTHS = 24;

  Decider<MandateCommand, Mandate, MandateEvent, MandateRejection> DECIDER =
      new Decider<>(new Absent(), Mandate::decide, Mandate::evolve);

  record Absent() implements Mandate {}

  /** Practices may answer, from the day it was opened until it runs out. */
  record Opened(MandateOpened terms, Map<PracticeId, Standing> answers) implements Mandate {
    public Opened {
      answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }
  }

  /** The answer of one practice that holds now, and the day it was given. */
  record Standing(Answer answer, LocalDate on) {}

  static Decision<MandateEvent, MandateRejection> decide(MandateCommand command, Mandate mandate) {
    return switch (command) {
      case Open open ->
          switch (mandate) {
            case Absent _ -> open(open);
            case Opened _ -> reject(new AlreadyOpened(open.mandateId()));
          };
      case Respond respond ->
          switch (mandate) {
            case Absent _ -> reject(new NotOpened(respond.mandateId()));
            case Opened opened -> respond(respond, opened);
          };
    };
  }

  private static Decision<MandateEvent, MandateRejection> open(Open wish) {
    if (!wish.end().isAfter(wish.start())) {
      return reject(new NoDayInForce(wish.start(), wish.end()));
    }
    var latestEnd = wish.start().plusMonths(MAX_MONTHS);
    if (wish.end().isAfter(latestEnd)) {
      return reject(new LongerThanTwoYears(wish.start(), latestEnd));
    }
    if (wish.openedOn() != null && wish.openedOn().isAfter(wish.today())) {
      return reject(new OpenedInTheFuture(wish.openedOn()));
    }
    if (!wish.speaksForPractices()) {
      return reject(new HolderDoesNotSpeakForPractices(wish.holderId()));
    }
    return accept(
        new MandateOpened(
            wish.mandateId(),
            wish.placeId(),
            wish.topic(),
            wish.board(),
            wish.holderId(),
            wish.holderRole(),
            wish.start(),
            wish.end(),
            openedOn(wish),
            wish.topicId()));
  }

  private static LocalDate openedOn(Open wish) {
    if (wish.openedOn() != null) {
      return wish.openedOn();
    }
    return wish.start().isBefore(wish.today()) ? wish.start() : wish.today();
  }

  private static Decision<MandateEvent, MandateRejection> respond(Respond wish, Opened mandate) {
    if (wish.on().isAfter(wish.today())) {
      return reject(new AnswerInTheFuture(wish.on()));
    }
    @Nullable LocalDate openedOn = mandate.terms().openedOn();
    if (openedOn != null && wish.on().isBefore(openedOn)) {
      return reject(new AnsweredBeforeAsked(wish.on(), openedOn));
    }
    // Practices are asked before the first day, so only the end closes the list.
    if (!wish.on().isBefore(mandate.terms().end())) {
      return reject(new RunOut(wish.mandateId(), mandate.terms().end()));
    }
    if (!mandate.terms().placeId().equals(wish.placeOfPractice())) {
      return reject(new PracticeNotInPlace(wish.practiceId(), wish.on()));
    }
    @Nullable Standing standing = mandate.answers().get(wish.practiceId());
    if (standing == null && wish.answer() == Answer.WITHDRAW) {
      return reject(new NothingToWithdraw(wish.practiceId()));
    }
    if (standing != null && standing.answer() == wish.answer()) {
      return accept();
    }
    if (standing != null && wish.on().isBefore(standing.on())) {
      return reject(new LaterAnswerStands(wish.practiceId(), standing.on()));
    }
    return accept(answered(wish));
  }

  private static MandateEvent answered(Respond wish) {
    var mandateId = wish.mandateId();
    var practiceId = wish.practiceId();
    return switch (wish.answer()) {
      case GRANT -> new ConsentGranted(mandateId, practiceId, wish.on());
      case CONDITIONAL -> new ConsentConditional(mandateId, practiceId, wish.on());
      case DECLINE -> new ConsentDeclined(mandateId, practiceId, wish.on());
      case WITHDRAW -> new ConsentWithdrawn(mandateId, practiceId, wish.on());
    };
  }

  static Mandate evolve(Mandate mandate, MandateEvent event) {
    return switch (event) {
      case MandateOpened opened -> new Opened(opened, Map.of());
      case ConsentGranted(_, var practice, var on) -> with(mandate, practice, Answer.GRANT, on);
      case ConsentConditional(_, var practice, var on) ->
          with(mandate, practice, Answer.CONDITIONAL, on);
      case ConsentDeclined(_, var practice, var on) -> with(mandate, practice, Answer.DECLINE, on);
      case ConsentWithdrawn(_, var practice, var on) ->
          with(mandate, practice, Answer.WITHDRAW, on);
    };
  }

  private static Mandate with(Mandate mandate, PracticeId practice, Answer answer, LocalDate on) {
    return switch (mandate) {
      case Absent absent -> absent;
      case Opened(var terms, var answers) -> {
        var now = new LinkedHashMap<>(answers);
        now.put(practice, new Standing(answer, on));
        yield new Opened(terms, now);
      }
    };
  }
}
