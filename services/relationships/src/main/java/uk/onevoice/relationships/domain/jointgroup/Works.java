package uk.onevoice.relationships.domain.jointgroup;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.ActionOpen;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.ActionSettled;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DayTooEarly;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DueTooEarly;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NoSuchAction;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NoSuchWorkstream;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.OwnerCannotDeliver;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.OwnerNotKnown;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.WorkstreamIsThere;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.AddAction;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.AddWorkstream;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.MoveAction;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.ReopenAction;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.ReportWorkstream;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.SettleAction;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.WithdrawWorkstream;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent.JointGroupActionAdded;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent.JointGroupActionMoved;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent.JointGroupActionReopened;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent.JointGroupActionSettled;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent.JointGroupWorkstreamAdded;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent.JointGroupWorkstreamReported;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent.JointGroupWorkstreamWithdrawn;

/** The work that a joint group has in hand. */
public record Works(Map<WorkstreamId, Workstream> workstreams, Map<ActionId, Action> actions) {
  static final Works NONE = new Works(Map.of(), Map.of());

  public Works {
    workstreams = Collections.unmodifiableMap(new LinkedHashMap<>(workstreams));
    actions = Collections.unmodifiableMap(new LinkedHashMap<>(actions));
  }

  public long open() {
    return actions.values().stream().filter(Action::isOpen).count();
  }

  public long overdue(LocalDate today) {
    return actions.values().stream().filter(action -> action.isOverdue(today)).count();
  }

  Decision<JointGroupEvent, JointGroupRejection> decide(WorkCommand command) {
    return switch (command) {
      case AddWorkstream add -> add(add);
      case ReportWorkstream(var group, var id, var state, var words, var today) ->
          workstream(
              id, _ -> accept(new JointGroupWorkstreamReported(group, id, state, words, today)));
      case WithdrawWorkstream(var group, var id) ->
          workstream(id, _ -> accept(new JointGroupWorkstreamWithdrawn(group, id)));
      case AddAction add -> add(add);
      case MoveAction move -> action(move.actionId(), action -> move(move, action));
      case SettleAction settle -> action(settle.actionId(), action -> settle(settle, action));
      case ReopenAction(var group, var id) ->
          action(
              id,
              action ->
                  action.isOpen()
                      ? reject(new ActionOpen(id))
                      : accept(new JointGroupActionReopened(group, id)));
    };
  }

  private Decision<JointGroupEvent, JointGroupRejection> add(AddWorkstream wish) {
    for (Workstream each : workstreams.values()) {
      if (each.isAlso(wish.kind(), wish.name())) {
        return reject(new WorkstreamIsThere(each.workstreamId()));
      }
    }
    return accept(
        new JointGroupWorkstreamAdded(
            wish.groupId(), wish.workstreamId(), wish.kind(), wish.name()));
  }

  private Decision<JointGroupEvent, JointGroupRejection> add(AddAction wish) {
    if (wish.workstreamId() != null && !workstreams.containsKey(wish.workstreamId())) {
      return reject(new NoSuchWorkstream(wish.workstreamId()));
    }
    return switch (wish.ability()) {
      case GROUP -> reject(new OwnerCannotDeliver(wish.ownerId()));
      case NOT_KNOWN -> reject(new OwnerNotKnown(wish.ownerId()));
      case ABLE ->
          wish.due().isBefore(wish.today())
              ? reject(new DueTooEarly(wish.today()))
              : accept(
                  new JointGroupActionAdded(
                      wish.groupId(),
                      wish.actionId(),
                      wish.workstreamId(),
                      wish.ownerId(),
                      wish.wordsRef(),
                      wish.due(),
                      wish.today()));
    };
  }

  private static Decision<JointGroupEvent, JointGroupRejection> move(
      MoveAction wish, Action action) {
    if (action.settledOn() != null) {
      return reject(new ActionSettled(action.settledOn()));
    }
    if (wish.due().isBefore(wish.today())) {
      return reject(new DueTooEarly(wish.today()));
    }
    return wish.due().equals(action.due())
        ? accept()
        : accept(new JointGroupActionMoved(wish.groupId(), wish.actionId(), wish.due()));
  }

  private static Decision<JointGroupEvent, JointGroupRejection> settle(
      SettleAction wish, Action action) {
    if (action.settledOn() != null) {
      return reject(new ActionSettled(action.settledOn()));
    }
    if (wish.on().isAfter(wish.today())) {
      return reject(new DayInTheFuture(wish.on()));
    }
    return wish.on().isBefore(action.addedOn())
        ? reject(new DayTooEarly(action.addedOn()))
        : accept(
            new JointGroupActionSettled(wish.groupId(), wish.actionId(), wish.done(), wish.on()));
  }

  private Decision<JointGroupEvent, JointGroupRejection> workstream(
      WorkstreamId id,
      Function<Workstream, Decision<JointGroupEvent, JointGroupRejection>> decide) {
    @Nullable Workstream workstream = workstreams.get(id);
    return workstream == null ? reject(new NoSuchWorkstream(id)) : decide.apply(workstream);
  }

  private Decision<JointGroupEvent, JointGroupRejection> action(
      ActionId id, Function<Action, Decision<JointGroupEvent, JointGroupRejection>> decide) {
    @Nullable Action action = actions.get(id);
    return action == null ? reject(new NoSuchAction(id)) : decide.apply(action);
  }

  Works after(WorkEvent event) {
    return switch (event) {
      case JointGroupWorkstreamAdded(_, var id, var kind, var name) ->
          with(new Workstream(id, kind, name, WorkState.NOT_STARTED, null, null));
      case JointGroupWorkstreamReported(_, var id, var state, var words, var on) -> {
        @Nullable Workstream workstream = workstreams.get(id);
        yield workstream == null ? this : with(workstream.reported(state, words, on));
      }
      case JointGroupWorkstreamWithdrawn(_, var id) -> {
        var now = new LinkedHashMap<>(workstreams);
        now.remove(id);
        yield new Works(now, actions);
      }
      case JointGroupActionAdded(
              _,
              var id,
              var workstream,
              var owner,
              var words,
              var due,
              var on) ->
          with(new Action(id, workstream, owner, words, due, on, null, null));
      case JointGroupActionMoved(_, var id, var due) -> change(id, action -> action.moved(due));
      case JointGroupActionSettled(_, var id, var done, var on) ->
          change(id, action -> action.settled(done, on));
      case JointGroupActionReopened(_, var id) -> change(id, action -> action.settled(null, null));
    };
  }

  private Works change(ActionId id, UnaryOperator<Action> change) {
    @Nullable Action action = actions.get(id);
    return action == null ? this : with(change.apply(action));
  }

  private Works with(Workstream workstream) {
    var now = new LinkedHashMap<>(workstreams);
    now.put(workstream.workstreamId(), workstream);
    return new Works(now, actions);
  }

  private Works with(Action action) {
    var now = new LinkedHashMap<>(actions);
    now.put(action.actionId(), action);
    return new Works(workstreams, now);
  }
}
