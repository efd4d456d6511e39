package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.LeadershipGroups;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.directory.RoleHoldingId;
import uk.onevoice.directory.Seat;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.organisations.adapter.http.Bodies.Ending;
import uk.onevoice.organisations.adapter.http.GroupBodies.NewChair;
import uk.onevoice.organisations.adapter.http.GroupBodies.SeatTaking;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.group.FilledBy;
import uk.onevoice.organisations.domain.group.GroupCommand;
import uk.onevoice.organisations.domain.group.GroupCommand.LeaveSeat;
import uk.onevoice.organisations.domain.group.GroupCommand.NameChair;
import uk.onevoice.organisations.domain.group.GroupCommand.StandDown;
import uk.onevoice.organisations.domain.group.GroupCommand.TakeSeat;
import uk.onevoice.organisations.domain.group.GroupEvent;
import uk.onevoice.organisations.domain.group.GroupId;
import uk.onevoice.organisations.domain.group.GroupRejection;
import uk.onevoice.organisations.domain.group.LeadershipGroup;
import uk.onevoice.organisations.domain.group.SeatId;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/** Who sits in a group and who chairs it. Most seats come with an office; the others are taken. */
@Path("/v1/groups/{id}")
@RunOnVirtualThread
class GroupSeatsResource {
  private final CommandHandler<GroupCommand, LeadershipGroup, GroupEvent, GroupRejection> groups;
  private final LeadershipGroups directory;
  private final Directory people;
  private final GroupStanding standing;
  private final GroupReading reading;
  private final Commands commands;
  private final Today today;

  GroupSeatsResource(
      CommandHandler<GroupCommand, LeadershipGroup, GroupEvent, GroupRejection> groups,
      LeadershipGroups directory,
      Directory people,
      GroupStanding standing,
      GroupReading reading,
      Commands commands,
      Today today) {
    this.groups = groups;
    this.directory = directory;
    this.people = people;
    this.standing = standing;
    this.reading = reading;
    this.commands = commands;
    this.today = today;
  }

  @GET
  @Path("/seats")
  @Permission("listSeats")
  public GroupView.Seats seats(
      @PathParam("id") String id,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    var group = standing.group(id);
    var day = GroupReading.asOf(asOf, today.get());
    var page =
        GroupReading.page(
            directory.seats(group.id(), day),
            PageRequest.of(after, limit),
            seat -> seat.id().toString());
    return new GroupView.Seats(day, reading.seats(page.items()), page.next());
  }

  /** Whoever could be put forward for the seat. */
  @GET
  @Path("/seats/{seatId}/candidates")
  @Permission("listCandidates")
  public Page<GroupView.Holder> candidates(
      @PathParam("id") String id,
      @PathParam("seatId") UUID seatId,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    var group = standing.group(id);
    standing.mustBeInside(group);
    var day = GroupReading.asOf(asOf, today.get());
    var seat = seat(group.id(), seatId, day).orElseThrow(() -> Problem.notFound().exception());
    var page =
        GroupReading.page(
            directory.candidates(group.id(), seat, day),
            PageRequest.of(after, limit),
            candidate -> candidate.id().toString());
    return new Page<>(reading.holders(page.items()), page.next());
  }

  @POST
  @Path("/seats/{seatId}/taking")
  @Permission("takeSeat")
  public Response take(
      @PathParam("id") String id, @PathParam("seatId") UUID seatId, SeatTaking wish) {
    var group = standing.group(id);
    standing.mustRun(group);
    var seat = seat(group.id(), seatId, wish.start());
    boolean fits =
        seat
            .map(there -> directory.candidates(group.id(), there, wish.start()))
            .orElse(List.of())
            .stream()
            .anyMatch(candidate -> candidate.id().value().equals(wish.roleHoldingId().value()));
    return change(
        id,
        new TakeSeat(
            new SeatId(seatId),
            seat.map(there -> FilledBy.valueOf(there.filledBy().name())).orElse(null),
            wish.roleHoldingId(),
            fits,
            wish.start(),
            wish.end()));
  }

  @POST
  @Path("/seats/{seatId}/leaving")
  @Permission("leaveSeat")
  public Response leave(@PathParam("id") String id, @PathParam("seatId") UUID seat, Ending wish) {
    standing.mustRun(standing.group(id));
    return change(id, new LeaveSeat(new SeatId(seat), wish.end()));
  }

  @POST
  @Path("/chair")
  @Permission("nameChair")
  public Response nameChair(@PathParam("id") String id, NewChair wish) {
    var group = standing.group(id);
    standing.mustRun(group);
    var holding = directory.holding(new RoleHoldingId(wish.roleHoldingId().value()), wish.start());
    boolean sits = holding.map(held -> sitsOnSeat(group.id(), held, wish.start())).orElse(false);
    return change(id, new NameChair(wish.roleHoldingId(), holding.isPresent(), sits, wish.start()));
  }

  /** Whether this person sits, in whatever role and under whichever record of theirs. */
  private boolean sitsOnSeat(OrganisationId group, RoleHolding held, LocalDate on) {
    var records = people.records(held.person());
    return directory.seats(group, on).stream()
        .map(Seat::holder)
        .anyMatch(holder -> holder != null && records.contains(holder.person()));
  }

  @POST
  @Path("/chair/standing-down")
  @Permission("standDown")
  public Response standDown(@PathParam("id") String id, Ending wish) {
    standing.mustRun(standing.group(id));
    return change(id, new StandDown(wish.end()));
  }

  private Optional<Seat> seat(OrganisationId group, UUID id, LocalDate on) {
    return directory.seats(group, on).stream().filter(seat -> seat.id().equals(id)).findFirst();
  }

  private Response change(String id, GroupCommand command) {
    return commands.handle(
        groups,
        RegistryLog.stream(new GroupId(UUID.fromString(id))),
        command,
        (_, _, _) -> commands.noContent(),
        GroupProblems::of);
  }
}
