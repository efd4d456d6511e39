package uk.onevoice.relationships.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.relationships.domain.ledger.LedgerRejection;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.AlreadyAnswered;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.AlreadySettled;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.AlreadyShared;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.AskedBeforeListening;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.BeforeTheAsk;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.CitedForTheOtherSide;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.DueBeforeItWasMade;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.MandateNotHeld;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.NoSuchCommitment;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.NoSuchEntry;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.NotShared;
import uk.onevoice.relationships.domain.ledger.LedgerRejection.SettledBeforeItWasMade;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of ledgers said no. */
final class LedgerProblems {
  private LedgerProblems() {}

  static Problem of(LedgerRejection rejection) {
    return switch (rejection) {
      case DayInTheFuture _ ->
          unprocessable("day-in-the-future", "This day has not come yet.")
              .at("/on", "must be today or earlier");
      case AskedBeforeListening _ ->
          conflict("listen-first", "Nobody has written down yet what they want themselves.")
              .detail("Record a priority of theirs first, or send unheard: true.");
      case CitedForTheOtherSide _ ->
          unprocessable("cited-for-the-other-side", "They do not ask for general practice.")
              .at("/side", "must be OURS where a mandate or position is named");
      case MandateNotHeld(_, var on) ->
          unprocessable("mandate-not-held", "General practice had no such mandate that day.")
              .at("/mandateId", "must be a mandate of the place that was in force on " + on);
      case NoSuchEntry _ -> conflict("no-such-ledger-entry", "There is no such entry.");
      case NoSuchCommitment _ -> conflict("no-such-commitment", "There is no such promise.");
      case AlreadyAnswered(_, var reply) ->
          conflict("ask-answered", "It was answered.").detail("The answer was " + reply + ".");
      case BeforeTheAsk(var askedOn) ->
          unprocessable("answer-before-ask", "The answer would come before the ask.")
              .at("/on", "must be " + askedOn + " or later");
      case DueBeforeItWasMade(var madeOn) ->
          unprocessable("due-before-made", "It would be due before it was made.")
              .at("/due", "must be " + madeOn + " or later");
      case AlreadySettled _ -> conflict("commitment-settled", "This promise is settled.");
      case AlreadyShared _ ->
          conflict("commitment-shared", "The other side can read this promise already.")
              .detail("Stop sharing it first to tell it in other words.");
      case NotShared _ ->
          conflict("commitment-not-shared", "The other side cannot read this promise.");
      case SettledBeforeItWasMade(var madeOn) ->
          unprocessable("settled-before-made", "It would be settled before it was made.")
              .at("/on", "must be " + madeOn + " or later");
    };
  }
}
