package uk.onevoice.relationships.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.relationships.domain.handover.HandoverRejection;
import uk.onevoice.relationships.domain.handover.HandoverRejection.AlreadyCompleted;
import uk.onevoice.relationships.domain.handover.HandoverRejection.AlreadyOpen;
import uk.onevoice.relationships.domain.handover.HandoverRejection.HolderHasGone;
import uk.onevoice.relationships.domain.handover.HandoverRejection.NotABodyOfGeneralPractice;
import uk.onevoice.relationships.domain.handover.HandoverRejection.NotGoingOn;
import uk.onevoice.relationships.domain.handover.HandoverRejection.NotOffered;
import uk.onevoice.relationships.domain.handover.HandoverRejection.NotOpened;
import uk.onevoice.relationships.domain.handover.HandoverRejection.NotTheAuthor;
import uk.onevoice.relationships.domain.handover.HandoverRejection.SuccessorActsForTheCounterpart;
import uk.onevoice.relationships.domain.handover.HandoverRejection.SuccessorDoesNotActForIt;
import uk.onevoice.relationships.domain.handover.HandoverRejection.SuccessorIsTheHolder;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of handovers said no. */
final class HandoverProblems {
  private HandoverProblems() {}

  static Problem of(HandoverRejection rejection) {
    return switch (rejection) {
      case NotOpened _ ->
          conflict("handover-not-open", "The relationship does not wait for a successor.");
      case AlreadyOpen _ ->
          conflict("handover-already-open", "The relationship waits for a successor already.");
      case AlreadyCompleted(_, var on) ->
          conflict("handover-completed", "Somebody has gone on with it already.")
              .detail("They have gone on with it since " + on + ".");
      case NotGoingOn _ ->
          conflict("relationship-not-going-on", "The relationship has ended.")
              .detail("Nobody can go on with it. Somebody can take the slot anew.");
      case SuccessorIsTheHolder _ ->
          unprocessable("successor-is-the-holder", "They hold it already.")
              .at("/successorId", "must be somebody else");
      case NotABodyOfGeneralPractice _ ->
          unprocessable("not-general-practice", "Only a body of general practice can hold this.")
              .at("/actingFor", "must be a practice, PCN, federation, LMC or leadership group");
      case SuccessorActsForTheCounterpart _ ->
          unprocessable(
                  "successor-acts-for-the-counterpart",
                  "The successor would keep in touch with their own organisation.")
              .at("/actingFor", "must be another organisation than the slot's");
      case SuccessorDoesNotActForIt _ ->
          unprocessable("successor-does-not-act-for-it", "The successor has no role there today.")
              .at("/successorId", "must hold a role at the body that is acted for");
      case NotOffered _ ->
          conflict("handover-not-offered", "You are not asked to go on with it.")
              .detail("The holder or a leader of the place has to ask you first.");
      case NotTheAuthor _ ->
          conflict("opinion-by-another", "This opinion is not yours, or it has ended.")
              .detail("Only who wrote an opinion lets others read it.");
      case HolderHasGone _ ->
          conflict("holder-has-gone", "The holder has no role there any more.")
              .detail("Ask somebody to go on with it, or end the relationship.");
    };
  }
}
