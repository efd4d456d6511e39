package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import uk.onevoice.relationships.adapter.http.JointGroupBodies.LeaveSeat;
import uk.onevoice.relationships.adapter.http.JointGroupBodies.SeatMember;
import uk.onevoice.relationships.adapter.http.JointGroupBodies.SeatRef;
import uk.onevoice.relationships.adapter.http.JointGroupDesk.Seated;
import uk.onevoice.relationships.domain.jointgroup.GroupId;
import uk.onevoice.relationships.domain.jointgroup.JointGroup.Formed;
import uk.onevoice.relationships.domain.jointgroup.SeatCommand;
import uk.onevoice.relationships.domain.jointgroup.SeatCommand.TakeSeat;
import uk.onevoice.relationships.domain.jointgroup.SeatCommand.WithdrawSeat;
import uk.onevoice.relationships.domain.jointgroup.SeatId;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/** Who sits in a joint group. Leaders of general practice ask people in; everybody may leave. */
@Path("/v1/relationships/joint-groups/{id}/seats")
@RunOnVirtualThread
class JointGroupSeatsResource {
  private final JointGroupDesk desk;
  private final Scope scope;
  private final Ids ids;

  JointGroupSeatsResource(JointGroupDesk desk, Scope scope, Ids ids) {
    this.desk = desk;
    this.scope = scope;
    this.ids = ids;
  }

  @POST
  @Permission("seatJointGroupMember")
  public Response seat(@PathParam("id") UUID id, SeatMember wish) {
    Formed group = desk.kept(id);
    GroupId groupId = new GroupId(id);
    SeatId seatId = new SeatId(ids.get());
    return desk.handleKept(
        group,
        new TakeSeat(
            groupId,
            seatId,
            desk.asSeated(group, wish.personId()),
            wish.organisationId(),
            desk.side(group, wish.organisationId()),
            SeatedRoles.natures(desk.held(wish.personId(), wish.organisationId())),
            wish.nature(),
            desk.day(wish.on()),
            desk.today()),
        desk.created(groupId, new SeatRef(groupId, seatId)));
  }

  /** Whoever sits there leaves, or a leader says that they have left. */
  @POST
  @Path("/{seatId}/leaving")
  @Permission("leaveJointGroupSeat")
  public Response leave(
      @PathParam("id") UUID id, @PathParam("seatId") UUID seatId, LeaveSeat wish) {
    Formed group = desk.there(id);
    var command =
        new SeatCommand.LeaveSeat(
            new GroupId(id), new SeatId(seatId), desk.day(wish.on()), desk.today());
    var own = desk.seat(group).filter(seat -> seat.seatId().value().equals(seatId));
    if (own.isPresent()) {
      return desk.handle(new Seated(group, own.get()), command);
    }
    if (!scope.covers(JointGroupDesk.place(group))) {
      throw Problem.notFound().exception();
    }
    return desk.handleKept(group, command);
  }

  @POST
  @Path("/{seatId}/withdrawal")
  @Permission("withdrawJointGroupSeat")
  public Response withdraw(@PathParam("id") UUID id, @PathParam("seatId") UUID seatId) {
    return desk.handleKept(desk.kept(id), new WithdrawSeat(new GroupId(id), new SeatId(seatId)));
  }
}
