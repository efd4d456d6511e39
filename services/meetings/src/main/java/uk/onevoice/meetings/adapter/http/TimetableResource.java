package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.adapter.http.MeetingBodies.CancelMeeting;
import uk.onevoice.meetings.adapter.http.MeetingBodies.MoveMeeting;
import uk.onevoice.meetings.adapter.store.MeetingChanges;
import uk.onevoice.meetings.adapter.store.MeetingChanges.Change;
import uk.onevoice.meetings.adapter.store.MeetingLog;
import uk.onevoice.meetings.domain.Meeting;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingCommand;
import uk.onevoice.meetings.domain.MeetingCommand.Cancel;
import uk.onevoice.meetings.domain.MeetingCommand.Move;
import uk.onevoice.meetings.domain.MeetingEvent;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.MeetingRejection;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.vault.TypedWords;

/**
 * When a meeting is: moved and cancelled by leaders of the place, its changes read by practices.
 */
@Path("/v1/meetings/{id}")
@RunOnVirtualThread
class TimetableResource {
  private static final int LONGEST_REASON = 1000;

  private final CommandHandler<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meetings;
  private final MeetingDesk desk;
  private final MeetingChanges changes;
  private final TypedWords words;
  private final Commands commands;
  private final Today today;

  TimetableResource(
      CommandHandler<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meetings,
      MeetingDesk desk,
      MeetingChanges changes,
      TypedWords words,
      Commands commands,
      Today today) {
    this.meetings = meetings;
    this.desk = desk;
    this.changes = changes;
    this.words = words;
    this.commands = commands;
    this.today = today;
  }

  @POST
  @Path("/moves")
  @Permission("moveMeeting")
  public Response move(@PathParam("id") UUID id, MoveMeeting wish) {
    var meeting = new MeetingId(id);
    return handle(
        meeting,
        pen ->
            new Move(
                meeting,
                wish.on(),
                wish.hours(),
                reason(pen, wish.reason(), wish.aboutIds()),
                today.get()));
  }

  @POST
  @Path("/cancellation")
  @Permission("cancelMeeting")
  public Response cancel(@PathParam("id") UUID id, CancelMeeting wish) {
    var meeting = new MeetingId(id);
    return handle(meeting, pen -> new Cancel(meeting, reason(pen, wish.reason(), wish.aboutIds())));
  }

  private static @Nullable WordsRef reason(
      TypedWords.Pen pen, @Nullable String reason, @Nullable List<UUID> about) {
    return reason == null
        ? null
        : pen.body("meeting-reason", "/reason", reason, LONGEST_REASON, about);
  }

  private Response handle(MeetingId id, Function<TypedWords.Pen, MeetingCommand> command) {
    Scheduled meeting = desk.there(id);
    String stream = MeetingLog.stream(id);
    return words.keeping(
        stream,
        pen ->
            commands.handle(
                meetings,
                stream,
                command.apply(pen),
                (_, _, _) -> commands.noContent(),
                MeetingProblems::of,
                desk.around(meeting)));
  }

  @GET
  @Path("/changes")
  @Permission("listChangesOfMeeting")
  public Page<Change> changes(
      @PathParam("id") UUID id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    var meeting = new MeetingId(id);
    desk.there(meeting);
    PageRequest request = PageRequest.of(after, limit);
    List<Change> all = changes.of(meeting);
    int from = request.after() == null ? 0 : place(request.after(), all.size());
    int to = Math.min(all.size(), from + request.limit());
    return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
  }

  private static int place(String cursor, int size) {
    if (cursor.matches("[0-9]{1,6}") && Integer.parseInt(cursor) <= size) {
      return Integer.parseInt(cursor);
    }
    throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
  }
}
