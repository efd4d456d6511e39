package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import uk.onevoice.meetings.adapter.http.MeetingBodies.AttendanceOfPerson;
import uk.onevoice.meetings.adapter.http.MeetingBodies.PartnerAttendance;
import uk.onevoice.meetings.adapter.http.MeetingBodies.PartnerOfMeeting;
import uk.onevoice.meetings.adapter.http.MeetingBodies.PersonOfMeeting;
import uk.onevoice.meetings.domain.AttendanceCommand.TakePartnerBack;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.Partner;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;

/** Who was in a meeting, of general practice and of its partners. */
@Path("/v1/meetings/{id}")
@RunOnVirtualThread
class AttendanceResource {
  private final MeetingDesk desk;
  private final Rows rows;
  private final AttendanceViews views;
  private final Commands commands;

  AttendanceResource(MeetingDesk desk, Rows rows, AttendanceViews views, Commands commands) {
    this.desk = desk;
    this.rows = rows;
    this.views = views;
    this.commands = commands;
  }

  /** The answer says as what they are stored, which may be less than was asked. */
  @POST
  @Path("/attendances")
  @Permission("recordAttendance")
  public Response attend(@PathParam("id") UUID id, AttendanceOfPerson wish) {
    var asked = desk.forWriting(id);
    var command = rows.attendance(asked.meeting(), wish);
    return desk.handle(
        asked,
        command,
        (state, _, _) ->
            commands.ok(
                views.of(
                    command.personId(),
                    Objects.requireNonNull(
                        ((Scheduled) state).attendance().get(command.personId())))));
  }

  @POST
  @Path("/attendances/taking-back")
  @Permission("takeAttendanceBack")
  public Response takeBack(@PathParam("id") UUID id, PersonOfMeeting wish) {
    return desk.handle(id, asked -> rows.takenBack(asked.meeting(), wish.personId()));
  }

  @POST
  @Path("/partner-attendances")
  @Permission("recordPartnerAttendance")
  public Response attend(@PathParam("id") UUID id, PartnerAttendance wish) {
    return desk.handle(id, asked -> rows.partner(asked.meeting(), wish));
  }

  @POST
  @Path("/partner-attendances/taking-back")
  @Permission("takePartnerAttendanceBack")
  public Response takeBack(@PathParam("id") UUID id, PartnerOfMeeting wish) {
    return desk.handle(
        id,
        asked ->
            new TakePartnerBack(asked.id(), new Partner(wish.organisationId(), wish.personId())));
  }
}
