package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import uk.onevoice.meetings.adapter.http.SeriesBodies.AllocateSeat;
import uk.onevoice.meetings.adapter.http.SeriesBodies.EndOn;
import uk.onevoice.meetings.adapter.http.SeriesBodies.Nominate;
import uk.onevoice.meetings.adapter.http.SeriesBodies.NominationAsItShouldBe;
import uk.onevoice.meetings.adapter.http.SeriesBodies.NominationRef;
import uk.onevoice.meetings.adapter.http.SeriesBodies.SeatRef;
import uk.onevoice.meetings.domain.SeriesId;
import uk.onevoice.meetings.domain.series.NominationId;
import uk.onevoice.meetings.domain.series.SeatId;
import uk.onevoice.meetings.domain.series.SeriesCommand;
import uk.onevoice.meetings.domain.series.SeriesCommand.CorrectNomination;
import uk.onevoice.meetings.domain.series.SeriesCommand.EndNomination;
import uk.onevoice.meetings.domain.series.SeriesCommand.WithdrawNomination;
import uk.onevoice.meetings.domain.series.SeriesCommand.WithdrawSeat;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.wiring.Ids;

/** Seats of a series for general practice, and who is nominated for them: for leaders. */
@Path("/v1/meeting-series/{id}")
@RunOnVirtualThread
class SeatsResource {
  private final SeriesDesk desk;
  private final Commands commands;
  private final Ids ids;

  SeatsResource(SeriesDesk desk, Commands commands, Ids ids) {
    this.desk = desk;
    this.commands = commands;
    this.ids = ids;
  }

  @POST
  @Path("/seats")
  @Permission("allocateSeat")
  public Response allocate(@PathParam("id") UUID id, AllocateSeat wish) {
    var series = new SeriesId(id);
    var place = desk.there(series).start().placeId();
    var seat = new SeatId(ids.get());
    return desk.handle(
        place,
        new SeriesCommand.AllocateSeat(series, seat, wish.label(), wish.bodyId(), wish.start()),
        (_, _, _) -> commands.created("/v1/meeting-series/" + id, new SeatRef(series, seat)));
  }

  @POST
  @Path("/seats/{seatId}/ending")
  @Permission("withdrawSeat")
  public Response withdraw(@PathParam("id") UUID id, @PathParam("seatId") UUID seat, EndOn wish) {
    return handle(id, new WithdrawSeat(new SeriesId(id), new SeatId(seat), wish.end()));
  }

  @POST
  @Path("/seats/{seatId}/nominations")
  @Permission("nominate")
  public Response nominate(
      @PathParam("id") UUID id, @PathParam("seatId") UUID seat, Nominate wish) {
    var series = new SeriesId(id);
    var place = desk.there(series).start().placeId();
    var nomination = new NominationId(ids.get());
    return desk.handle(
        place,
        new SeriesCommand.Nominate(
            series,
            new SeatId(seat),
            nomination,
            desk.standing(wish.personId()),
            desk.heldARole(wish.personId(), wish.start()),
            wish.part(),
            wish.start(),
            wish.end()),
        (_, _, _) ->
            commands.created("/v1/meeting-series/" + id, new NominationRef(series, nomination)));
  }

  @POST
  @Path("/nominations/{nominationId}/ending")
  @Permission("endNomination")
  public Response end(
      @PathParam("id") UUID id, @PathParam("nominationId") UUID nomination, EndOn wish) {
    return handle(
        id, new EndNomination(new SeriesId(id), new NominationId(nomination), wish.end()));
  }

  @POST
  @Path("/nominations/{nominationId}/correction")
  @Permission("correctNomination")
  public Response correct(
      @PathParam("id") UUID id,
      @PathParam("nominationId") UUID nomination,
      NominationAsItShouldBe wish) {
    return handle(
        id,
        new CorrectNomination(
            new SeriesId(id),
            new NominationId(nomination),
            desk.standing(wish.personId()),
            desk.heldARole(wish.personId(), wish.start()),
            wish.part(),
            wish.start(),
            wish.end()));
  }

  @POST
  @Path("/nominations/{nominationId}/withdrawal")
  @Permission("withdrawNomination")
  public Response withdraw(@PathParam("id") UUID id, @PathParam("nominationId") UUID nomination) {
    return handle(id, new WithdrawNomination(new SeriesId(id), new NominationId(nomination)));
  }

  private Response handle(UUID series, SeriesCommand command) {
    return desk.handle(desk.there(new SeriesId(series)).start().placeId(), command);
  }
}
