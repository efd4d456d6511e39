package uk.onevoice.meetings.policy;

import uk.onevoice.meetings.domain.RecordEvent.ActionNoted;
import uk.onevoice.meetings.domain.action.ActionCommand;
import uk.onevoice.meetings.domain.action.Owner;

/**
 * An action that a meeting noted begins a stream of its own. Opening it again changes nothing, so
 * that an interruption between the two can be made up for.
 */
public final class OpenNotedAction {
  private OpenNotedAction() {}

  /** The owner was looked at when the meeting noted it. */
  public static ActionCommand.Open command(ActionNoted noted) {
    return new ActionCommand.Open(
        noted.actionId(),
        noted.meetingId(),
        noted.itemId(),
        noted.placeId(),
        new Owner(noted.ownerId(), Owner.Ability.ABLE),
        noted.wordsRef(),
        noted.due(),
        noted.on());
  }
}
