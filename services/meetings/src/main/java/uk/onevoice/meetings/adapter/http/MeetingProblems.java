package uk.onevoice.meetings.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.meetings.domain.MeetingRejection;
import uk.onevoice.meetings.domain.MeetingRejection.AlreadyScheduled;
import uk.onevoice.meetings.domain.MeetingRejection.AssessorWasNotThere;
import uk.onevoice.meetings.domain.MeetingRejection.ClaimWithoutDecision;
import uk.onevoice.meetings.domain.MeetingRejection.ClaimWithoutPosition;
import uk.onevoice.meetings.domain.MeetingRejection.ConfirmedByItsAssessor;
import uk.onevoice.meetings.domain.MeetingRejection.HasTakenPlace;
import uk.onevoice.meetings.domain.MeetingRejection.IsCancelled;
import uk.onevoice.meetings.domain.MeetingRejection.ItemAlreadyAdded;
import uk.onevoice.meetings.domain.MeetingRejection.MovedIntoThePast;
import uk.onevoice.meetings.domain.MeetingRejection.NoOutcomeYet;
import uk.onevoice.meetings.domain.MeetingRejection.NoSuchItem;
import uk.onevoice.meetings.domain.MeetingRejection.NotScheduled;
import uk.onevoice.meetings.domain.MeetingRejection.NothingToConfirm;
import uk.onevoice.meetings.domain.MeetingRejection.PersonNotKnown;
import uk.onevoice.meetings.domain.MeetingRejection.PositionTooLate;
import uk.onevoice.meetings.domain.MeetingRejection.StillToCome;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of meetings said no. */
final class MeetingProblems {
  private MeetingProblems() {}

  static Problem of(MeetingRejection rejection) {
    return switch (rejection) {
      case NotScheduled _ -> Problem.notFound();
      case AlreadyScheduled _ ->
          conflict("meeting-already-scheduled", "This meeting is scheduled already.");
      case ItemAlreadyAdded _ ->
          conflict("item-already-added", "This item is on the agenda already.");
      case NoSuchItem _ ->
          unprocessable("item-not-on-agenda", "This item is not on the meeting's agenda.")
              .at("/itemId", "must be an item of this meeting");
      case PositionTooLate _ ->
          conflict("position-too-late", "A position comes before the outcome.");
      case StillToCome(var on) ->
          conflict("meeting-still-to-come", "The meeting has not taken place yet.")
              .detail("It is on " + on + ".");
      case PersonNotKnown _ ->
          unprocessable("person-not-known", "Nobody with a role is registered under this id.")
              .at("/personId", "must be a person who held a role on the day of the meeting");
      case NoOutcomeYet _ -> conflict("no-outcome-yet", "Influence is assessed after the outcome.");
      case AssessorWasNotThere _ ->
          conflict("assessor-was-not-there", "Whoever assesses influence was in the meeting.");
      case ClaimWithoutDecision _ ->
          conflict("claim-without-decision", "Nobody changes an item that was not decided.");
      case ClaimWithoutPosition _ ->
          conflict(
              "claim-without-position",
              "Nobody changes an item on which general practice put no position.");
      case NothingToConfirm _ ->
          conflict("nothing-to-confirm", "Only a claim to have changed an item is confirmed.");
      case ConfirmedByItsAssessor _ ->
          conflict("confirmed-by-its-assessor", "A claim is confirmed by a second person.");
      case IsCancelled _ -> conflict("meeting-cancelled", "This meeting was cancelled.");
      case HasTakenPlace(var on) ->
          conflict("meeting-has-taken-place", "This meeting has taken place.")
              .detail("Who was there or what came of it is recorded for " + on + ".");
      case MovedIntoThePast _ ->
          unprocessable("moved-into-the-past", "A meeting moves to a day that is to come.")
              .at("/on", "must be today or later");
    };
  }
}
