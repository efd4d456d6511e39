package uk.onevoice.organisations.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.organisations.domain.place.PlaceRejection;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule about places said no. */
final class PlaceProblems {
  private PlaceProblems() {}

  /**
   * @param day the body's field with the day that the rule is about
   */
  static Problem of(PlaceRejection rejection, String day) {
    return switch (rejection) {
      case PlaceRejection.NotDefined _ -> Problem.notFound();
      case PlaceRejection.AlreadyDefined _ ->
          conflict("place-already-defined", "This place is defined already.");
      case PlaceRejection.NotAnIcb _ ->
          unprocessable("not-an-icb", "This is not an ICB that the registry knows.")
              .at("/icsId", "must be the ODS code of an ICB");
      case PlaceRejection.IcbNotOpen(_, var on) ->
          unprocessable("icb-not-open", "The ICB is not open on that day.")
              .at(day, "the ICB is not open on " + on);
      case PlaceRejection.PlaceNotOpen(var on) ->
          unprocessable("place-not-open", "The place is not there on that day.")
              .at(day, "the place is not there on " + on);
      case PlaceRejection.IsNeighbourhood _ ->
          conflict("is-a-neighbourhood", "A neighbourhood is part of its place.");
      case PlaceRejection.EndsBeforeItStarts(var start, _) ->
          RegistryProblems.endsBeforeItStarts().at(day, "must be later than " + start);
      case PlaceRejection.StartsAfterItsLastDay(var end) ->
          RegistryProblems.endsBeforeItStarts().at(day, "must be earlier than " + end);
      case PlaceRejection.StartsInTheFuture(var today) ->
          unprocessable("day-in-the-future", "This day has not come yet.")
              .at(day, "must be " + today + " or earlier");
      case PlaceRejection.UsedBefore(var used) ->
          conflict("place-used-before", "The place is used before that day.")
              .at(
                  day,
                  "must be "
                      + used
                      + " or earlier: from then on a practice, a neighbourhood or a merged place is"
                      + " in it");
      case PlaceRejection.ClosedAlready(var end) ->
          conflict("place-closed", "The place is closed already.")
              .detail("Its first day closed was " + end + ".");
      case PlaceRejection.NotClosed _ -> conflict("place-open", "The place is open.");
      case PlaceRejection.CannotGoOnThere(var on) ->
          unprocessable("cannot-go-on-there", "It cannot go on in this one.")
              .at("/into", "must be another place that is there on " + on);
    };
  }
}
