package uk.onevoice.organisations.adapter.http;

import uk.onevoice.organisations.domain.invitation.InvitationRejection;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when an invitation cannot be used. */
final class InvitationProblems {
  private InvitationProblems() {}

  static Problem of(InvitationRejection rejection) {
    return switch (rejection) {
      case InvitationRejection.NotValid _ -> notValid();
    };
  }

  static Problem notValid() {
    return Problem.unprocessable("invitation-not-valid", "This code cannot be used.")
        .at("/code", "must be a code that was given to you in the last 7 days and not used yet");
  }
}
