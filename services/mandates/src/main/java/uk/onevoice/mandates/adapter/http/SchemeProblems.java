package uk.onevoice.mandates.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.mandates.domain.scheme.SchemeRejection;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.BeforeTheOneBefore;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.ClassSaidTwice;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.DayInTheFuture;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.IssueOfElsewhere;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.NoSuchClass;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.NotAdopted;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.NotOfPlace;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.NotYourBody;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.NothingDelegated;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of delegation schemes said no. */
final class SchemeProblems {
  private SchemeProblems() {}

  static Problem of(SchemeRejection rejection) {
    return switch (rejection) {
      case NotAdopted _ ->
          conflict("scheme-not-adopted", "The place has not said yet who decides what.");
      case NotOfPlace _ ->
          unprocessable("body-not-of-place", "This is no body of general practice in the place.")
              .at("/adoptedBy", "must have a practice of the place, or be its leadership group");
      case NotYourBody _ ->
          unprocessable("not-your-body", "Only its own people say what a body says.")
              .at("/adoptedBy", "must be a body that you act for");
      case NothingDelegated _ ->
          unprocessable("scheme-says-nothing", "The scheme says nothing.")
              .at("/classes", "must have one at least");
      case ClassSaidTwice(var issueClass) ->
          unprocessable("class-said-twice", "Two classes of issue are called the same.")
              .at("/classes", "must name " + issueClass.value() + " once");
      case DayInTheFuture _ ->
          unprocessable("day-in-the-future", "This day has not come yet.")
              .at("/on", "must be today or earlier");
      case BeforeTheOneBefore(var adoptedOn) ->
          conflict("later-scheme-stands", "A later scheme has been adopted.")
              .detail("That was on " + adoptedOn + ".");
      case IssueOfElsewhere _ ->
          unprocessable("issue-not-here", "There is no such issue in the place's ICS.")
              .at("/issueId", "must be one of the issues of the place's ICS");
      case NoSuchClass _ ->
          unprocessable("no-such-class", "The scheme that holds has no such class of issue.")
              .at("/issueClass", "must be one of the scheme");
    };
  }
}
