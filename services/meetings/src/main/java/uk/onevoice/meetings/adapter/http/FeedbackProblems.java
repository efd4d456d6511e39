package uk.onevoice.meetings.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.meetings.domain.feedback.FeedbackRejection;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.NoReaders;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.NotConfirmed;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.NotSentTo;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.NotTheHolder;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.NotTheLatestDraft;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.NothingDrafted;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.StillToCome;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of notes to practices said no. */
final class FeedbackProblems {
  private FeedbackProblems() {}

  static Problem of(FeedbackRejection rejection) {
    return switch (rejection) {
      case StillToCome(var on) ->
          conflict("meeting-still-to-come", "The meeting has not taken place yet.")
              .detail("It is on " + on + ".");
      case NothingDrafted _ ->
          conflict("feedback-not-drafted", "There is no draft that has not been sent.");
      case NotTheLatestDraft(var latest) ->
          conflict("feedback-draft-not-latest", "A later draft has been written.")
              .detail("The latest is draft " + latest + ".");
      case NotTheHolder _ ->
          conflict(
              "feedback-not-by-holder",
              "Only the holder of the mandate, or whoever stands in, confirms what practices are told.");
      case NotConfirmed _ ->
          conflict("feedback-not-confirmed", "The holder has not confirmed this draft.");
      case NoReaders _ ->
          conflict("feedback-without-readers", "No practice's grant of the mandate stands today.");
      case NotSentTo _ ->
          unprocessable("feedback-version-not-sent", "This practice was not sent this version.")
              .at("/version", "must be a version that the practice was sent");
    };
  }
}
