package uk.onevoice.organisations.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.organisations.domain.place.PlaceRejection;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a succession or an assignment cannot be. */
final class SuccessionProblems {
  private SuccessionProblems() {}

  static Problem of(OrganisationRejection rejection) {
    var problem =
        unprocessable("successors-do-not-fit", "These successors cannot follow it in this way.");
    return switch (rejection) {
      case OrganisationRejection.SuccessorNotKnown(var id) ->
          problem.at("/successors", "the registry does not know " + id);
      case OrganisationRejection.SuccessorOfAnotherKind(var id) ->
          problem.at("/successors", id + " is of another kind");
      case OrganisationRejection.SuccessorNotOpen(var id, var on) ->
          problem.at("/successors", id + " is not open on " + on);
      case OrganisationRejection.SuccessorsDoNotFit _ ->
          problem.at("/successors", "must be several for SPLIT, otherwise one other organisation");
      default -> RegistryProblems.of(rejection);
    };
  }

  static Problem notAssigned() {
    return conflict("not-assigned", "Nobody assigned it, so there is nothing to take back.");
  }

  static Problem refused() {
    return conflict("assignments-refused", "Not all of them can be assigned so.");
  }

  /** Why a place cannot go there, as the end of a sentence. */
  static String inWords(PlaceRejection rejection) {
    return switch (rejection) {
      case PlaceRejection.NotAnIcb(var id) -> "would go to " + id + ", which is no ICB";
      case PlaceRejection.IcbNotOpen(var id, var on) ->
          "would go to " + id + ", which is not open on " + on;
      case PlaceRejection.PlaceNotOpen(var on) -> "is not there on " + on;
      case PlaceRejection.NotDefined _,
          PlaceRejection.AlreadyDefined _,
          PlaceRejection.IsNeighbourhood _,
          PlaceRejection.EndsBeforeItStarts _,
          PlaceRejection.StartsAfterItsLastDay _,
          PlaceRejection.StartsInTheFuture _,
          PlaceRejection.UsedBefore _,
          PlaceRejection.ClosedAlready _,
          PlaceRejection.NotClosed _,
          PlaceRejection.CannotGoOnThere _ ->
          "cannot go anywhere";
    };
  }
}
