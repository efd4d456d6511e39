package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.http.JointGroupBodies.LeaveSeat;
import uk.onevoice.relationships.adapter.http.JointGroupBodies.SeatMember;
import uk.onevoice.relationships.adapter.http.JointGroupBodies.SeatRef;
import uk.onevoice.relationships.adapter.http.JointGroupDesk.Seated;
import uk.onevoice.relationships.adapter.store.JointGroupLog;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.jointgroup.GroupId;
import uk.onevoice.relationships.domain.jointgroup.JointGroup.Formed;
import uk.onevoice.relationships.domain.jointgroup.Seat;
import uk.onevoice.relationships.domain.jointgroup.SeatCommand;
import uk.onevoice.relationships.domain.jointgroup.SeatCommand.NameSeat;
import uk.onevoice.relationships.domain.jointgroup.SeatCommand.TakeSeat;
import uk.onevoice.relationships.domain.jointgroup.SeatCommand.WithdrawSeat;
import uk.onevoice.relationships.domain.jointgroup.SeatId;
import uk.onevoice.relationships.domain.jointgroup.Side;
import uk.onevoice.security.Permission;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.TypedWords;

/**
 * Who sits in a joint group. Leaders of general practice ask people in, the partner's first as
 * well; who sits for the partner names others of their side and nobody of the other. Everybody may
 * leave.
 */
@Path("/v1/relationships/joint-groups/{id}/seats")
@RunOnVirtualThread
class JointGroupSeatsResource {
  private final JointGroupDesk desk;
  private final TypedWords words;
  private final Ids ids;

  JointGroupSeatsResource(JointGroupDesk desk, TypedWords words, Ids ids) {
    this.desk = desk;
    this.words = words;
    this.ids = ids;
  }

  @POST
  @Permission("seatJointGroupMember")
  public Response seat(@PathParam("id") UUID id, SeatMember wish) {
    Formed group = desk.there(id);
    if (!desk.seats(group)) {
      throw Problem.notFound().exception();
    }
    GroupId groupId = new GroupId(id);
    SeatId seatId = new SeatId(ids.get());
    @Nullable Side side = desk.side(group, wish.organisationId());
    PersonId person = desk.asSeated(group, person(wish));
    return words.keeping(
        JointGroupLog.stream(groupId),
        pen ->
            desk.handleSeat(
                group,
                side,
                new TakeSeat(
                    groupId,
                    seatId,
                    person,
                    wish.organisationId(),
                    side,
                    SeatedRoles.natures(desk.held(person, wish.organisationId())),
                    wish.nature(),
                    wish.name() == null || wish.name().isBlank()
                        ? null
                        : name(pen, person, wish.name()),
                    desk.day(wish.on()),
                    desk.today()),
                desk.created(groupId, new SeatRef(groupId, seatId))));
  }

  private PersonId person(SeatMember wish) {
    @Nullable PersonId person = wish.personId();
    @Nullable UUID role = wish.roleHoldingId();
    if ((person == null) == (role == null)) {
      throw Problem.invalid("/personId", "must be there, or roleHoldingId and not both")
          .exception();
    }
    if (role == null) {
      return Objects.requireNonNull(person);
    }
    // Who nobody knows to hold it is held to the rule of somebody without a role.
    return desk.holder(role).orElseGet(() -> new PersonId(role));
  }

  /** It is about them: they can ask to read it, and it goes with them. */
  private static WordsRef name(TypedWords.Pen pen, PersonId person, String name) {
    return pen.about(
        Set.of(person.value()), "joint-group-name", "/name", name, TypedWords.SHORT, null);
  }

  @POST
  @Path("/{seatId}/name")
  @Permission("nameJointGroupSeat")
  public Response name(
      @PathParam("id") UUID id, @PathParam("seatId") UUID seatId, JointGroupBodies.NameSeat wish) {
    Formed group = desk.there(id);
    Seat seat = of(group, seatId).orElseThrow(() -> Problem.notFound().exception());
    return words.takingBack(
        seat.nameRef(),
        () ->
            words.keeping(
                JointGroupLog.stream(new GroupId(id)),
                pen ->
                    desk.handleSeat(
                        group,
                        seat.side(),
                        new NameSeat(
                            new GroupId(id),
                            seat.seatId(),
                            name(pen, seat.personId(), wish.name())))));
  }

  /** Whoever sits there leaves, or somebody who may seat people for that side says so. */
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
    return own.isPresent()
        ? desk.handle(new Seated(group, own.get()), command)
        : desk.handleSeat(group, side(group, seatId), command);
  }

  /** What they are called goes as well: they never sat there. */
  @POST
  @Path("/{seatId}/withdrawal")
  @Permission("withdrawJointGroupSeat")
  public Response withdraw(@PathParam("id") UUID id, @PathParam("seatId") UUID seatId) {
    Formed group = desk.there(id);
    return words.takingBack(
        of(group, seatId).map(Seat::nameRef).orElse(null),
        () ->
            desk.handleSeat(
                group, side(group, seatId), new WithdrawSeat(new GroupId(id), new SeatId(seatId))));
  }

  private static Optional<Seat> of(Formed group, UUID seatId) {
    return group.seats().of(new SeatId(seatId));
  }

  private static @Nullable Side side(Formed group, UUID seatId) {
    return of(group, seatId).map(Seat::side).orElse(null);
  }
}
