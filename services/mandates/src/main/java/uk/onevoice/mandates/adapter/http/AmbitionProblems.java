package uk.onevoice.mandates.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.mandates.domain.ambition.AmbitionRejection;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.AlreadyCommitted;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.AlreadyOffered;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.DayInTheFuture;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.DueInThePast;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.HasEnded;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.NoSuchAsk;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.NoSuchChange;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.NoSuchPromise;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.NotAMember;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.NotOffered;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.NotSigned;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.ReviewNotAhead;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.TooEarly;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of ambition agreements said no. */
final class AmbitionProblems {
  private AmbitionProblems() {}

  static Problem of(AmbitionRejection rejection) {
    return switch (rejection) {
      case NotOffered _ -> Problem.notFound();
      case AlreadyOffered _ ->
          conflict("ambition-already-offered", "The practice has an agreement already.")
              .detail("Change that one, or end it first.");
      case NotAMember _ ->
          unprocessable("not-a-member", "The practice does not belong to the federation.")
              .at("/practiceId", "must be a member of the federation today");
      case NotSigned _ ->
          conflict("ambition-not-signed", "The practice has not signed this agreement yet.");
      case HasEnded(var endedOn) ->
          conflict("ambition-ended", "This agreement has ended.")
              .detail("It ended on " + endedOn + ". Offer a new one.");
      case ReviewNotAhead(var after) ->
          unprocessable("review-not-ahead", "The next review does not lie ahead.")
              .detail("It has to be after " + after + ".");
      case DueInThePast _ ->
          unprocessable("due-in-the-past", "The day by which it is due has passed.")
              .at("/due", "must be today or later");
      case DayInTheFuture _ ->
          unprocessable("day-in-the-future", "This day has not come yet.")
              .at("/on", "must be today or earlier");
      case TooEarly(var earliest) ->
          unprocessable("day-too-early", "It cannot be of a day before what it follows.")
              .at("/on", "must be " + earliest + " or later");
      case AlreadyCommitted _ ->
          conflict("already-committed", "The practice takes part in this programme already.");
      case NoSuchChange _, NoSuchAsk _, NoSuchPromise _ -> Problem.notFound();
    };
  }
}
