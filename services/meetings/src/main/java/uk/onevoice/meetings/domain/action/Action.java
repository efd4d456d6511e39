package uk.onevoice.meetings.domain.action;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.meetings.domain.action.ActionCommand.Chase;
import uk.onevoice.meetings.domain.action.ActionCommand.Close;
import uk.onevoice.meetings.domain.action.ActionCommand.Open;
import uk.onevoice.meetings.domain.action.ActionCommand.Redate;
import uk.onevoice.meetings.domain.action.ActionCommand.Reopen;
import uk.onevoice.meetings.domain.action.ActionEvent.ActionChased;
import uk.onevoice.meetings.domain.action.ActionEvent.ActionClosed;
import uk.onevoice.meetings.domain.action.ActionEvent.ActionOpened;
import uk.onevoice.meetings.domain.action.ActionEvent.ActionRedated;
import uk.onevoice.meetings.domain.action.ActionEvent.ActionReopened;
import uk.onevoice.meetings.domain.action.ActionRejection.AlreadyClosed;
import uk.onevoice.meetings.domain.action.ActionRejection.DueTooEarly;
import uk.onevoice.meetings.domain.action.ActionRejection.NoSuchAction;
import uk.onevoice.meetings.domain.action.ActionRejection.OwnerCannotDeliver;
import uk.onevoice.meetings.domain.action.ActionRejection.OwnerNotKnown;
import uk.onevoice.meetings.domain.action.ActionRejection.StillOpen;

/** Something that an organisation able to deliver is to do by a day. */
public sealed interface Action {
  Decider<ActionCommand, Action, ActionEvent, ActionRejection> DECIDER =
      new Decider<>(new Absent(), Action::decide, Action::evolve);

  record Absent() implements Action {}

  /**
   * @param opening what was agreed
   * @param due the day that holds now
   * @param result null while it is open
   * @param chases how often the owner was asked
   * @param lastChasedOn null where they never were
   */
  record Agreed(
      ActionOpened opening,
      LocalDate due,
      @Nullable Result result,
      int chases,
      @Nullable LocalDate lastChasedOn)
      implements Action {
    public boolean isOpen() {
      return result == null;
    }

    /** Whether it is open and its day has passed. */
    public boolean isOverdue(LocalDate today) {
      return isOpen() && due.isBefore(today);
    }
  }

  static Decision<ActionEvent, ActionRejection> decide(ActionCommand command, Action action) {
    return switch (action) {
      case Absent _ ->
          command instanceof Open open ? open(open) : reject(new NoSuchAction(command.actionId()));
      case Agreed agreed -> decide(command, agreed);
    };
  }

  private static Decision<ActionEvent, ActionRejection> open(Open wish) {
    return switch (wish.owner().ability()) {
      case GROUP -> reject(new OwnerCannotDeliver(wish.owner().organisationId()));
      case NOT_KNOWN -> reject(new OwnerNotKnown(wish.owner().organisationId()));
      case ABLE ->
          wish.due().isBefore(wish.today())
              ? reject(new DueTooEarly(wish.due()))
              : accept(
                  new ActionOpened(
                      wish.actionId(),
                      wish.meetingId(),
                      wish.itemId(),
                      wish.placeId(),
                      wish.owner().organisationId(),
                      wish.wordsRef(),
                      wish.due(),
                      wish.today()));
    };
  }

  private static Decision<ActionEvent, ActionRejection> decide(
      ActionCommand command, Agreed action) {
    return switch (command) {
      // What a meeting noted is opened again after an interruption.
      case Open _ -> accept();
      case Redate(var id, var due, var reason, var today) -> {
        if (!action.isOpen()) {
          yield reject(new AlreadyClosed(id));
        }
        if (due.isBefore(today)) {
          yield reject(new DueTooEarly(due));
        }
        yield due.equals(action.due())
            ? accept()
            : accept(new ActionRedated(id, due, reason, today));
      }
      case Chase(var id, var note, var today) -> {
        if (!action.isOpen()) {
          yield reject(new AlreadyClosed(id));
        }
        yield today.equals(action.lastChasedOn())
            ? accept()
            : accept(new ActionChased(id, note, today));
      }
      case Close(var id, var result, var words, var today) ->
          action.isOpen()
              ? accept(new ActionClosed(id, result, words, today))
              : reject(new AlreadyClosed(id));
      case Reopen(var id, var reason, var today) ->
          action.isOpen()
              ? reject(new StillOpen(id))
              : accept(new ActionReopened(id, reason, today));
    };
  }

  static Action evolve(Action action, ActionEvent event) {
    return switch (action) {
      case Absent absent ->
          event instanceof ActionOpened opened
              ? new Agreed(opened, opened.due(), null, 0, null)
              : absent;
      case Agreed(var opening, var due, var result, var chases, var lastChasedOn) ->
          switch (event) {
            case ActionOpened _ -> action;
            case ActionRedated(_, var now, _, _) ->
                new Agreed(opening, now, result, chases, lastChasedOn);
            case ActionChased(_, _, var on) -> new Agreed(opening, due, result, chases + 1, on);
            case ActionClosed(_, var now, _, _) ->
                new Agreed(opening, due, now, chases, lastChasedOn);
            case ActionReopened _ -> new Agreed(opening, due, null, chases, lastChasedOn);
          };
    };
  }
}
