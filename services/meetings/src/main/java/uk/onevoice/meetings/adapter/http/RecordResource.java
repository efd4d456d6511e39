package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.meetings.adapter.http.AttendanceViews.Attended;
import uk.onevoice.meetings.adapter.http.MeetingView.AgreementView;
import uk.onevoice.meetings.adapter.http.RecordBodies.Amendment;
import uk.onevoice.meetings.adapter.http.RecordBodies.MeetingRecord;
import uk.onevoice.meetings.adapter.store.MeetingLog;
import uk.onevoice.meetings.adapter.store.NotedActions;
import uk.onevoice.meetings.domain.Meeting;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingEvent;
import uk.onevoice.meetings.domain.RecordCommand.Amend;
import uk.onevoice.meetings.domain.RecordCommand.Capture;
import uk.onevoice.meetings.domain.RecordCommand.Close;
import uk.onevoice.meetings.domain.RecordCommand.Row;
import uk.onevoice.meetings.domain.RecordEvent.ActionNoted;
import uk.onevoice.meetings.domain.action.ActionId;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;

/** A whole meeting at once, its closing, and what is amended afterwards. */
@Path("/v1/meetings/{id}")
@RunOnVirtualThread
class RecordResource {
  private final MeetingDesk desk;
  private final Rows rows;
  private final MeetingWords words;
  private final MeetingViews views;
  private final AttendanceViews attendance;
  private final NotedActions actions;
  private final Commands commands;

  RecordResource(
      MeetingDesk desk,
      Rows rows,
      MeetingWords words,
      MeetingViews views,
      AttendanceViews attendance,
      NotedActions actions,
      Commands commands) {
    this.desk = desk;
    this.rows = rows;
    this.words = words;
    this.views = views;
    this.attendance = attendance;
    this.actions = actions;
    this.commands = commands;
  }

  record Captured(
      UUID recordId,
      boolean recordedBefore,
      List<Attended> attendances,
      List<AgreementView> agreements,
      List<ActionId> actionIds) {}

  @POST
  @Path("/record")
  @Permission("captureMeeting")
  public Response capture(@PathParam("id") UUID id, MeetingRecord wish) {
    var asked = desk.forWriting(id);
    Response answer =
        words.keeping(
            wish.aboutIds(),
            pen -> {
              // What was entered before needs no words kept a second time.
              List<Row> said =
                  isKnown(asked, wish.recordId())
                      ? List.of()
                      : rows.of(asked.meeting(), wish.content(), pen);
              return desk.handle(
                  asked,
                  new Capture(asked.id(), wish.recordId(), desk.caller(), said),
                  captured(wish.recordId()));
            });
    actions.openOf(asked.id());
    return answer;
  }

  @POST
  @Path("/amendments")
  @Permission("amendMeeting")
  public Response amend(@PathParam("id") UUID id, Amendment wish) {
    var asked = desk.forWriting(id);
    Response answer =
        words.keeping(
            wish.aboutIds(),
            pen -> {
              UUID reason =
                  pen.write(
                      MeetingWords.AMENDMENT,
                      MeetingLog.stream(asked.id()),
                      wish.reason(),
                      "/reason",
                      MeetingWords.LONG);
              List<Row> said =
                  isKnown(asked, wish.recordId())
                      ? List.of()
                      : rows.of(asked.meeting(), wish.content(), pen);
              return desk.handle(
                  asked,
                  new Amend(asked.id(), wish.recordId(), reason, desk.caller(), said, desk.today()),
                  captured(wish.recordId()));
            });
    actions.openOf(asked.id());
    return answer;
  }

  private static boolean isKnown(MeetingDesk.Asked asked, UUID record) {
    return asked.meeting().records().captured().contains(record);
  }

  private Answering<Meeting, MeetingEvent> captured(UUID record) {
    return (state, _, events) ->
        commands.ok(
            new Captured(
                record,
                events.isEmpty(),
                attendance.of((Scheduled) state),
                views.agreements((Scheduled) state),
                events.stream()
                    .filter(ActionNoted.class::isInstance)
                    .map(event -> ((ActionNoted) event).actionId())
                    .toList()));
  }

  @POST
  @Path("/closing")
  @Permission("closeMeeting")
  public Response close(@PathParam("id") UUID id) {
    return desk.handle(id, asked -> new Close(asked.id(), desk.caller(), desk.today()));
  }
}
