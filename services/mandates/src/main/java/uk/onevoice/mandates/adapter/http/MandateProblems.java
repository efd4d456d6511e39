package uk.onevoice.mandates.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.mandates.domain.MandateRejection;
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
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of mandates said no. */
final class MandateProblems {
  private MandateProblems() {}

  static Problem of(MandateRejection rejection) {
    return switch (rejection) {
      case NotOpened _ -> Problem.notFound();
      case AlreadyOpened _ -> conflict("mandate-already-opened", "This mandate is open already.");
      case NoDayInForce(var start, _) ->
          unprocessable("mandate-without-a-day", "The mandate would end before its first day.")
              .at("/end", "must be after " + start);
      case LongerThanTwoYears(_, var latestEnd) ->
          unprocessable("mandate-too-long", "A mandate runs for 24 months at most.")
              .at("/end", "must be " + latestEnd + " or earlier");
      case HolderDoesNotSpeakForPractices _ ->
          unprocessable("not-general-practice", "Only a body of general practice can hold this.")
              .at("/holderId", "must be a practice, PCN, federation, LMC or leadership group");
      case OpenedInTheFuture _ ->
          unprocessable("day-in-the-future", "This day has not come yet.")
              .at("/openedOn", "must be today or earlier");
      case AnsweredBeforeAsked(_, var openedOn) ->
          conflict("answered-before-asked", "The practices had not been asked yet on this day.")
              .detail("They were asked on " + openedOn + ".");
      case RunOut(_, var end) ->
          conflict("mandate-run-out", "The mandate takes no answers any more.")
              .detail("It ended before " + end + ".");
      case AnswerInTheFuture _ ->
          unprocessable("day-in-the-future", "This day has not come yet.")
              .at("/on", "must be today or earlier");
      case PracticeNotInPlace(_, var on) ->
          conflict("practice-not-in-place", "The practice does not lie in the mandate's place.")
              .detail("It was not one of the place's practices on " + on + ".");
      case NothingToWithdraw _ ->
          conflict("nothing-to-withdraw", "The practice has not answered yet.");
      case LaterAnswerStands(_, var on) ->
          conflict("later-answer-stands", "The practice has given another answer since.")
              .detail("It answered on " + on + ".");
    };
  }
}
