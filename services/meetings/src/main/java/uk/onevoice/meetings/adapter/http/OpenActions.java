package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.meetings.adapter.store.ActionList;
import uk.onevoice.meetings.adapter.store.MeetingLog;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.action.Action;
import uk.onevoice.meetings.domain.action.Action.Agreed;
import uk.onevoice.meetings.domain.action.ActionCommand;
import uk.onevoice.meetings.domain.action.ActionEvent;
import uk.onevoice.meetings.domain.action.ActionId;
import uk.onevoice.meetings.domain.action.ActionRejection;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;

/** Actions of meetings, whole and not by pages, for what is made from them. */
@ApplicationScoped
class OpenActions {
  private static final int AT_ONCE = 200;

  private final CommandHandler<ActionCommand, Action, ActionEvent, ActionRejection> actions;
  private final ActionList list;
  private final Directory directory;
  private final Today today;

  OpenActions(
      CommandHandler<ActionCommand, Action, ActionEvent, ActionRejection> actions,
      ActionList list,
      Directory directory,
      Today today) {
    this.actions = actions;
    this.list = list;
    this.directory = directory;
    this.today = today;
  }

  /** What is open in the place, what is due first first. */
  List<Agreed> ofPlace(PlaceId place) {
    return all(new ActionList.Filter(place, null, null, ActionList.State.OPEN, today.get()));
  }

  /** All that came from the meeting, done or not. */
  List<Agreed> ofMeeting(PlaceId place, MeetingId meeting) {
    return all(new ActionList.Filter(place, null, meeting, null, today.get()));
  }

  private List<Agreed> all(ActionList.Filter filter) {
    List<Agreed> found = new ArrayList<>();
    @Nullable String next = null;
    do {
      Page<ActionId> page = list.page(filter, new PageRequest(next, AT_ONCE));
      for (var id : page.items()) {
        if (actions.current(MeetingLog.stream(id)).state() instanceof Agreed agreed) {
          found.add(agreed);
        }
      }
      next = page.next();
    } while (next != null);
    return List.copyOf(found);
  }

  /** Whether it is a practice of the place, or a body that has one among its members. */
  boolean isOurs(PlaceId place, OrganisationId owner) {
    var there = SittingDesk.inDirectory(place);
    var body = SittingDesk.inDirectory(owner);
    return directory.practicesIn(there, today.get()).contains(body)
        || directory.hasMembersIn(there, body, today.get());
  }
}
