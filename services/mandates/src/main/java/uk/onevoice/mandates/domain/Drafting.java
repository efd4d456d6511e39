package uk.onevoice.mandates.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Label;
import uk.onevoice.mandates.domain.DraftCommand.Draft;
import uk.onevoice.mandates.domain.DraftCommand.OpenForConsent;
import uk.onevoice.mandates.domain.DraftCommand.ReviseDraft;
import uk.onevoice.mandates.domain.DraftCommand.WithdrawDraft;
import uk.onevoice.mandates.domain.DraftEvent.DraftRevised;
import uk.onevoice.mandates.domain.DraftEvent.DraftWithdrawn;
import uk.onevoice.mandates.domain.DraftEvent.MandateDrafted;
import uk.onevoice.mandates.domain.Mandate.Absent;
import uk.onevoice.mandates.domain.Mandate.Drafted;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.MandateCommand.Open;
import uk.onevoice.mandates.domain.MandateEvent.MandateOpened;
import uk.onevoice.mandates.domain.MandateRejection.AlreadyOpened;
import uk.onevoice.mandates.domain.MandateRejection.DraftGivenUp;
import uk.onevoice.mandates.domain.MandateRejection.HolderDoesNotSpeakForPractices;
import uk.onevoice.mandates.domain.MandateRejection.LongerThanTwoYears;
import uk.onevoice.mandates.domain.MandateRejection.NoDayInForce;
import uk.onevoice.mandates.domain.MandateRejection.NotOpened;
import uk.onevoice.mandates.domain.MandateRejection.OpenedInTheFuture;
import uk.onevoice.mandates.domain.MandateRejection.RunOut;

/** The rules until practices are asked. */
final class Drafting {
  private Drafting() {}

  static Decision<MandateEvent, MandateRejection> decide(DraftCommand command, Mandate mandate) {
    return switch (mandate) {
      case Absent _ ->
          command instanceof Draft draft
              ? draft(draft)
              : reject(new NotOpened(command.mandateId()));
      case Drafted drafted -> change(command, drafted);
      case Opened _ -> reject(new AlreadyOpened(command.mandateId()));
    };
  }

  private static Decision<MandateEvent, MandateRejection> draft(Draft wish) {
    return refusal(wish.terms(), wish.speakForPractices())
        .<Decision<MandateEvent, MandateRejection>>map(Decision::reject)
        .orElseGet(() ->
            accept(
                new MandateDrafted(wish.mandateId(), wish.placeId(), wish.terms(), wish.today())));
  }

  private static Decision<MandateEvent, MandateRejection> change(
      DraftCommand command, Drafted draft) {
    if (draft.givenUp()) {
      return command instanceof WithdrawDraft
          ? accept()
          : reject(new DraftGivenUp(command.mandateId()));
    }
    return switch (command) {
      case Draft _ -> reject(new AlreadyOpened(command.mandateId()));
      case ReviseDraft(var id, var terms, var speak, var today) ->
          refusal(terms, speak)
              .<Decision<MandateEvent, MandateRejection>>map(Decision::reject)
              .orElseGet(() ->
                  terms.equals(draft.terms())
                      ? accept()
                      : accept(new DraftRevised(id, terms, today)));
      case WithdrawDraft(var id, var today) -> accept(new DraftWithdrawn(id, today));
      case OpenForConsent open -> open(open, draft);
    };
  }

  private static Decision<MandateEvent, MandateRejection> open(OpenForConsent wish, Drafted draft) {
    Terms terms = draft.terms();
    LocalDate on = wish.openedOn() == null ? wish.today() : wish.openedOn();
    if (on.isAfter(wish.today())) {
      return reject(new OpenedInTheFuture(on));
    }
    if (!wish.today().isBefore(terms.end())) {
      return reject(new RunOut(wish.mandateId(), terms.end()));
    }
    ListedTopic first = terms.topics().getFirst();
    @Nullable Label board = terms.tables().isEmpty() ? null : terms.tables().getFirst().label();
    return accept(
        new MandateOpened(
            wish.mandateId(),
            draft.placeId(),
            first.topic(),
            board,
            terms.holder().organisationId(),
            terms.holder().label(),
            terms.start(),
            terms.end(),
            on,
            first.topicId(),
            1,
            terms));
  }

  /** Why practices cannot be asked for these terms, if they cannot. */
  static Optional<MandateRejection> refusal(Terms terms, boolean speakForPractices) {
    return refusal(terms.start(), terms.end())
        .or(() ->
            speakForPractices
                ? Optional.empty()
                : Optional.of(new HolderDoesNotSpeakForPractices(terms.holder().organisationId())));
  }

  static Optional<MandateRejection> refusal(LocalDate start, LocalDate end) {
    if (!end.isAfter(start)) {
      return Optional.of(new NoDayInForce(start, end));
    }
    LocalDate latestEnd = start.plusMonths(Mandate.MAX_MONTHS);
    return end.isAfter(latestEnd)
        ? Optional.of(new LongerThanTwoYears(start, latestEnd))
        : Optional.empty();
  }

  static Decision<MandateEvent, MandateRejection> openAtOnce(Open wish) {
    Optional<MandateRejection> refusal = refusal(wish.start(), wish.end());
    if (refusal.isPresent()) {
      return reject(refusal.get());
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
            wish.topicId(),
            null,
            null));
  }

  private static LocalDate openedOn(Open wish) {
    if (wish.openedOn() != null) {
      return wish.openedOn();
    }
    return wish.start().isBefore(wish.today()) ? wish.start() : wish.today();
  }

  static Mandate evolve(Mandate mandate, DraftEvent event) {
    return switch (event) {
      case MandateDrafted(_, var place, var terms, var on) -> new Drafted(place, terms, on, false);
      case DraftRevised(_, var terms, _) ->
          mandate instanceof Drafted(var place, _, var on, var givenUp)
              ? new Drafted(place, terms, on, givenUp)
              : mandate;
      case DraftWithdrawn _ ->
          mandate instanceof Drafted(var place, var terms, var on, _)
              ? new Drafted(place, terms, on, true)
              : mandate;
    };
  }
}
