package uk.onevoice.organisations.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.organisations.domain.group.GroupRejection;
import uk.onevoice.organisations.domain.starter.StarterRejection;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of leadership groups said no. */
final class GroupProblems {
  private GroupProblems() {}

  static Problem of(GroupRejection rejection) {
    return switch (rejection) {
      case GroupRejection.NotFormed _,
          GroupRejection.UnknownInterest _,
          GroupRejection.MilestoneNotReached _ ->
          Problem.notFound();
      case GroupRejection.AlreadyFormed _ ->
          conflict("group-already-formed", "This body is a leadership group already.");
      case GroupRejection.Dissolved(var end) ->
          conflict("group-dissolved", "The group has been dissolved.")
              .detail("It ended before " + end + ".");
      case GroupRejection.NotDissolved _ ->
          conflict("group-not-dissolved", "The group has not been dissolved.");
      case GroupRejection.NotInIcs _ ->
          scope("/icsId", "must be the ODS code of an ICB with at least one place");
      case GroupRejection.PlaceNotInIcs _ -> scope("/placeIds", "must be places of the ICS");
      case GroupRejection.FederationDoesNotFit _ ->
          scope(
              "/federationId", "must be a federation where the group is inside one, else nothing");
      case GroupRejection.NotALegalEntity _ ->
          scope("/legalEntityId", "must be a body that can hold a contract");
      case GroupRejection.TooEarly(var earliest) ->
          unprocessable("too-early", "This is before it can hold.")
              .detail("The first day is " + earliest + ".");
      case GroupRejection.EndsBeforeItStarts _ -> endsBeforeItStarts();
      case GroupRejection.NoSeats _ -> terms("/seatRules", "must hold at least one rule");
      case GroupRejection.RulesOverlap _ ->
          terms("/seatRules", "must be on different bodies or roles");
      case GroupRejection.OfficeWithoutRole _ ->
          terms("/seatRules", "must name the role of seats that come with an office");
      case GroupRejection.ReviewBeforeTerms _ -> terms("/reviewOn", "must be after from");
      case GroupRejection.NotTheLatestTerms _ ->
          conflict("not-the-latest-terms", "Only the latest terms can be taken back.");
      case GroupRejection.NoTerms _ ->
          conflict("no-terms", "The group has no terms of reference on this day.");
      case GroupRejection.NoSuchSeat _ -> Problem.notFound();
      case GroupRejection.SeatComesWithOffice _ ->
          conflict("seat-comes-with-office", "Whoever holds the role sits here, and nobody else.");
      case GroupRejection.NoClaimToSeat _ ->
          unprocessable("no-claim-to-seat", "This role gives no claim to the seat.")
              .at("/roleHoldingId", "must be one of the seat's candidates");
      case GroupRejection.SeatNotVacant _ ->
          conflict("seat-not-vacant", "Somebody sits there at that time.");
      case GroupRejection.SeatVacant _ -> conflict("seat-vacant", "Nobody sits there on this day.");
      case GroupRejection.RoleNotHeld _ ->
          unprocessable("role-not-held", "The role is not held on this day.")
              .at("/roleHoldingId", "must be a role that is held on the first day");
      case GroupRejection.ChairRuleSaysNo(var rule) ->
          conflict("chair-rule-says-no", "The terms do not let this person chair.")
              .detail(
                  switch (rule) {
                    case FROM_SEATS -> "The chair has to sit in the group.";
                    case INDEPENDENT -> "The chair must not sit in the group.";
                    case ANYONE -> "";
                  });
      case GroupRejection.NoChair _ -> conflict("no-chair", "Nobody chairs on this day.");
      case GroupRejection.PulseOpenAlready _ ->
          conflict("pulse-open", "Another round of the pulse is open.");
      case GroupRejection.NoSuchPulse _ -> pulseClosed();
      case GroupRejection.MilestoneReachedAlready(var on) ->
          conflict("milestone-already-reached", "The group has reached this already.")
              .detail("It did so on " + on + ".");
    };
  }

  static Problem of(StarterRejection rejection) {
    return switch (rejection) {
      case StarterRejection.NotOnTheList _ ->
          unprocessable("not-on-the-list", "The place's list has no such step.")
              .at("/organisationId", "must be a body of the place where the step has one");
    };
  }

  static Problem pulseClosed() {
    return conflict("pulse-closed", "This round of the pulse is not open.");
  }

  static Problem pulseAnswered() {
    return conflict("pulse-already-answered", "You have answered this round already.");
  }

  private static Problem scope(String pointer, String message) {
    return unprocessable("group-does-not-fit", "A group cannot stand like this.")
        .at(pointer, message);
  }

  private static Problem terms(String pointer, String message) {
    return unprocessable("terms-do-not-hold", "These terms contradict themselves.")
        .at(pointer, message);
  }

  private static Problem endsBeforeItStarts() {
    return unprocessable("ends-before-it-starts", "It would end before it starts.");
  }
}
