package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.meetings.adapter.store.MeetingLog;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.action.Action.Agreed;
import uk.onevoice.meetings.domain.action.ActionEvent;
import uk.onevoice.meetings.domain.action.ActionEvent.ActionChased;
import uk.onevoice.meetings.domain.action.ActionEvent.ActionClosed;
import uk.onevoice.meetings.domain.action.ActionEvent.ActionOpened;
import uk.onevoice.meetings.domain.action.ActionEvent.ActionRedated;
import uk.onevoice.meetings.domain.action.ActionEvent.ActionReopened;
import uk.onevoice.meetings.domain.action.ActionId;
import uk.onevoice.meetings.domain.action.Result;

/** Actions as general practice of their place reads them. */
@ApplicationScoped
class ActionViews {
  private final EventStore store;
  private final MeetingWords words;
  private final AttendanceViews names;
  private final EventTypes<ActionEvent> types = EventTypes.of(ActionEvent.class);

  ActionViews(EventStore store, MeetingWords words, AttendanceViews names) {
    this.store = store;
    this.words = words;
    this.names = names;
  }

  enum State {
    OPEN,
    CLOSED
  }

  /** What happened to it. */
  enum What {
    OPENED,
    REDATED,
    CHASED,
    CLOSED,
    REOPENED
  }

  /**
   * @param what null when it has been erased or is restricted
   */
  record ActionView(
      ActionId actionId,
      MeetingId meetingId,
      @Nullable ItemId itemId,
      PlaceId placeId,
      OrganisationId ownerId,
      @Nullable String ownerName,
      @Nullable String what,
      LocalDate due,
      LocalDate openedOn,
      State state,
      boolean overdue,
      @Nullable Result result,
      int chases,
      @Nullable LocalDate lastChasedOn) {}

  record ActionWhole(ActionView action, List<Step> history) {}

  record Step(
      What what,
      LocalDate on,
      @Nullable LocalDate due,
      @Nullable Result result,
      @Nullable String words) {}

  List<ActionView> of(List<Agreed> actions, LocalDate today) {
    Map<UUID, String> said =
        words.read(actions.stream().map(each -> each.opening().wordsRef()).toList());
    return actions.stream().map(each -> view(each, said, today)).toList();
  }

  ActionWhole whole(Agreed action, LocalDate today) {
    List<ActionEvent> history =
        types.readAll(store.stream(MeetingLog.stream(action.opening().actionId()), 0));
    Map<UUID, String> said =
        words.read(history.stream().map(ActionViews::ref).filter(Objects::nonNull).toList());
    return new ActionWhole(
        view(action, said, today), history.stream().map(event -> step(event, said)).toList());
  }

  private ActionView view(Agreed action, Map<UUID, String> said, LocalDate today) {
    ActionOpened opening = action.opening();
    return new ActionView(
        opening.actionId(),
        opening.meetingId(),
        opening.itemId(),
        opening.placeId(),
        opening.ownerId(),
        names.name(opening.ownerId()),
        said.get(opening.wordsRef()),
        action.due(),
        opening.on(),
        action.isOpen() ? State.OPEN : State.CLOSED,
        action.isOverdue(today),
        action.result(),
        action.chases(),
        action.lastChasedOn());
  }

  private static @Nullable UUID ref(ActionEvent event) {
    return switch (event) {
      case ActionOpened opened -> opened.wordsRef();
      case ActionRedated redated -> redated.reasonRef();
      case ActionChased chased -> chased.noteRef();
      case ActionClosed closed -> closed.wordsRef();
      case ActionReopened reopened -> reopened.reasonRef();
    };
  }

  private static Step step(ActionEvent event, Map<UUID, String> said) {
    @Nullable UUID ref = ref(event);
    @Nullable String typed = ref == null ? null : said.get(ref);
    return switch (event) {
      case ActionOpened opened -> new Step(What.OPENED, opened.on(), opened.due(), null, typed);
      case ActionRedated redated ->
          new Step(What.REDATED, redated.on(), redated.due(), null, typed);
      case ActionChased chased -> new Step(What.CHASED, chased.on(), null, null, typed);
      case ActionClosed closed -> new Step(What.CLOSED, closed.on(), null, closed.result(), typed);
      case ActionReopened reopened -> new Step(What.REOPENED, reopened.on(), null, null, typed);
    };
  }
}
