package uk.onevoice.organisations.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.organisations.domain.person.PersonRejection;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.vault.rights.SubjectDesk;

/** What a caller is told when a rule about people said no. */
final class PersonProblems {
  private PersonProblems() {}

  static Problem of(PersonRejection rejection) {
    return switch (rejection) {
      case PersonRejection.NotRegistered _, PersonRejection.UnknownHolding _ -> Problem.notFound();
      case PersonRejection.IsErased _ -> SubjectDesk.erased();
      case PersonRejection.AlreadyRegistered _ ->
          conflict("person-already-registered", "This person is registered already.");
      case PersonRejection.RoleDoesNotFit _ ->
          unprocessable("role-does-not-fit", "This role is not held at such an organisation.")
              .at("/organisationId", "must be an organisation of the kind that has this role");
      case PersonRejection.HeldAlready _ ->
          conflict("role-already-held", "The person holds this role there at that time.");
      case PersonRejection.HeldInBoth _ ->
          conflict(
                  "role-held-in-both-records",
                  "Both records hold the same role at the same body at the same time.")
              .detail(
                  "First end one of the two on the day on which the other begins, or say that one"
                      + " never was; then make one person of them.");
      case PersonRejection.EndedAlready(var end) ->
          conflict("role-ended", "The role has ended already.")
              .detail("It ended before " + end + ".");
      case PersonRejection.EndsBeforeItStarts(var start, _) ->
          unprocessable("ends-before-it-starts", "It would end before it starts.")
              .at("/end", "must be " + start + " or later");
      case PersonRejection.OwnSuccessor _ ->
          unprocessable("own-successor", "A role is handed over to somebody else.")
              .at("/successorId", "must be another person");
      case PersonRejection.NotMoved _ -> SuccessionProblems.notAssigned();
      case PersonRejection.SessionsNotPossible _ ->
          unprocessable("sessions-not-possible", "No week has such sessions or hours.")
              .detail("Sessions are 0 to 14 a week and hours 0 to 60, both in halves.");
      case PersonRejection.NotHeldOn(var day) ->
          unprocessable("role-not-held-then", "The role is not held on that day.")
              .at("/from", "the role is not held on " + day);
      case PersonRejection.NextCheckTooEarly(var on, _) ->
          unprocessable("next-check-too-early", "The next check comes after this one.")
              .at("/nextCheckDue", "must be after " + on);
      case PersonRejection.MergedAway _ ->
          conflict("person-merged", "Another record stands for this person.");
      case PersonRejection.NotMerged _ ->
          conflict("person-not-merged", "This person was not merged into another.");
      case PersonRejection.CannotStand _ ->
          unprocessable("person-cannot-stand", "That person cannot stand for this one.")
              .at("/into", "must be another registered person who is not merged away");
    };
  }

  static Problem identityTaken() {
    return conflict("identity-already-linked", "This sign-in belongs to another person.");
  }
}
