package uk.onevoice.mandates.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.mandates.domain.position.PositionRejection;
import uk.onevoice.mandates.domain.position.PositionRejection.AlreadyProposed;
import uk.onevoice.mandates.domain.position.PositionRejection.BeforeItWasAgreed;
import uk.onevoice.mandates.domain.position.PositionRejection.BeforeItWasPublished;
import uk.onevoice.mandates.domain.position.PositionRejection.DayInTheFuture;
import uk.onevoice.mandates.domain.position.PositionRejection.IssueNotClassified;
import uk.onevoice.mandates.domain.position.PositionRejection.IssueOfElsewhere;
import uk.onevoice.mandates.domain.position.PositionRejection.NoSuchOption;
import uk.onevoice.mandates.domain.position.PositionRejection.NotAgreed;
import uk.onevoice.mandates.domain.position.PositionRejection.NotOfPlace;
import uk.onevoice.mandates.domain.position.PositionRejection.NotProposed;
import uk.onevoice.mandates.domain.position.PositionRejection.NotYourBody;
import uk.onevoice.mandates.domain.position.PositionRejection.NothingOpen;
import uk.onevoice.mandates.domain.position.PositionRejection.NothingSaid;
import uk.onevoice.mandates.domain.position.PositionRejection.OptionSaidTwice;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of positions said no. */
final class PositionProblems {
  private PositionProblems() {}

  static Problem of(PositionRejection rejection) {
    return switch (rejection) {
      case NotProposed _ -> Problem.notFound();
      case AlreadyProposed(var id) ->
          conflict("position-already-proposed", "The body has a position on this issue already.")
              .detail("Revise it: /v1/positions/" + id.value() + "/versions.");
      case NotOfPlace _ ->
          unprocessable("body-not-of-place", "This is no body of general practice in the place.")
              .at("/bodyId", "must have a practice of the place, or be its leadership group");
      case NotYourBody _ ->
          unprocessable("not-your-body", "Only its own people say what a body says.")
              .at("/bodyId", "must be a body that you act for");
      case IssueOfElsewhere _ ->
          unprocessable("issue-not-here", "There is no such issue in the place's ICS.")
              .at("/issueId", "must be one of the issues of the place's ICS");
      case IssueNotClassified _ ->
          conflict("issue-not-classified", "It has not been said who decides this issue.")
              .detail("The place has a delegation scheme: classify the issue by it first.");
      case NothingSaid _ ->
          unprocessable("position-says-nothing", "The position says nothing.")
              .at("/stances", "must have one at least");
      case NoSuchOption(var option) ->
          unprocessable("no-such-option", "The issue has no such option.")
              .at("/stances", "must not name " + option.value());
      case OptionSaidTwice(var option) ->
          unprocessable("option-said-twice", "Of one option two things are said.")
              .at("/stances", "must name " + option.value() + " once");
      case NothingOpen _ ->
          conflict("position-not-open", "There is no version that is being discussed.")
              .detail("The last one is public or withdrawn. Propose a new version first.");
      case NotAgreed _ ->
          conflict("position-not-agreed", "Only what is agreed can be published.")
              .detail("The body whose position it is has not agreed to this version yet.");
      case DayInTheFuture _ ->
          unprocessable("day-in-the-future", "This day has not come yet.")
              .at("/on", "must be today or earlier");
      case BeforeItWasAgreed(var agreedOn) ->
          conflict("before-it-was-agreed", "It was not agreed yet on this day.")
              .detail("It was agreed on " + agreedOn + ".");
      case BeforeItWasPublished(var publishedOn) ->
          conflict("before-it-was-published", "Something was published or withdrawn later.")
              .detail("That was on " + publishedOn + ".");
    };
  }
}
