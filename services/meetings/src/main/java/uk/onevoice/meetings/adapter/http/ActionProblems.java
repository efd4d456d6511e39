package uk.onevoice.meetings.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.meetings.domain.action.ActionRejection;
import uk.onevoice.meetings.domain.action.ActionRejection.AlreadyClosed;
import uk.onevoice.meetings.domain.action.ActionRejection.DueTooEarly;
import uk.onevoice.meetings.domain.action.ActionRejection.NoSuchAction;
import uk.onevoice.meetings.domain.action.ActionRejection.OwnerCannotDeliver;
import uk.onevoice.meetings.domain.action.ActionRejection.OwnerNotKnown;
import uk.onevoice.meetings.domain.action.ActionRejection.StillOpen;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of actions said no. */
final class ActionProblems {
  private ActionProblems() {}

  static Problem of(ActionRejection rejection) {
    return switch (rejection) {
      case NoSuchAction _ -> Problem.notFound();
      case OwnerCannotDeliver _ ->
          unprocessable(
                  "owner-cannot-deliver",
                  "A group, forum or place agrees things and delivers nothing.")
              .at("/ownerId", "must be an organisation that delivers, not a group, forum or place");
      case OwnerNotKnown _ ->
          unprocessable("owner-not-known", "No open organisation is known by this id.")
              .at("/ownerId", "must be an open organisation");
      case DueTooEarly _ ->
          unprocessable("due-too-early", "An action is due on the day it is agreed or later.")
              .at("/due", "must be today or later");
      case AlreadyClosed _ -> conflict("action-closed", "The action is closed.");
      case StillOpen _ -> conflict("action-open", "The action is open.");
    };
  }
}
