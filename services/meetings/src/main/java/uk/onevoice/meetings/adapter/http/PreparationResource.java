package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.meetings.adapter.http.BriefBodies.Nothing;
import uk.onevoice.meetings.adapter.http.BriefBodies.PreAlignmentRef;
import uk.onevoice.meetings.adapter.http.BriefBodies.PreparationTime;
import uk.onevoice.meetings.adapter.http.BriefBodies.RecordPreAlignment;
import uk.onevoice.meetings.adapter.http.BriefViews.PreAlignmentView;
import uk.onevoice.meetings.adapter.store.BriefingLog;
import uk.onevoice.meetings.adapter.store.Sittings;
import uk.onevoice.meetings.domain.briefing.Briefing;
import uk.onevoice.meetings.domain.briefing.BriefingCommand;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.CompletePreparation;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.PreAlign;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.SayPreparationTime;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.WithdrawPreAlignment;
import uk.onevoice.meetings.domain.briefing.BriefingEvent;
import uk.onevoice.meetings.domain.briefing.BriefingRejection;
import uk.onevoice.meetings.domain.briefing.PreAlignmentId;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.listing.Part;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/** What was talked about with partners before a meeting, and whether that is all there was. */
@Path("/v1/meetings/{id}")
@RunOnVirtualThread
class PreparationResource {
  private static final int MOST_MINUTES = 48 * 60;

  private final CommandHandler<BriefingCommand, Briefing, BriefingEvent, BriefingRejection> briefs;
  private final SittingDesk desk;
  private final Commands commands;
  private final Today today;
  private final Clock clock;
  private final Ids ids;

  PreparationResource(
      CommandHandler<BriefingCommand, Briefing, BriefingEvent, BriefingRejection> briefs,
      SittingDesk desk,
      Commands commands,
      Today today,
      Clock clock,
      Ids ids) {
    this.briefs = briefs;
    this.desk = desk;
    this.commands = commands;
    this.today = today;
    this.clock = clock;
    this.ids = ids;
  }

  @GET
  @Path("/pre-alignments")
  @Permission("listPreAlignments")
  public Page<PreAlignmentView> list(
      @PathParam("id") UUID id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    Sittings.Known meeting = desk.there(id);
    var state = briefs.current(BriefingLog.stream(meeting.meetingId())).state();
    return Part.of(
        List.copyOf(state.talks().values()),
        request,
        talks ->
            talks.stream()
                .map(talk ->
                    PreAlignmentView.of(
                        talk, desk.name(talk.organisationId()), meeting.opens(), meeting.on()))
                .toList());
  }

  @POST
  @Path("/pre-alignments")
  @Permission("recordPreAlignment")
  public Response record(@PathParam("id") UUID id, RecordPreAlignment wish) {
    Sittings.Known meeting = desk.there(id);
    PreAlignmentId talk = new PreAlignmentId(ids.get());
    return handle(
        meeting,
        new PreAlign(
            SittingDesk.sitting(meeting),
            wish.itemId(),
            talk,
            wish.organisationId(),
            desk.isRegistered(wish.organisationId()),
            wish.on(),
            wish.agreed(),
            clock.instant(),
            today.get()),
        (_, _, _) ->
            commands.created(
                "/v1/meetings/" + id + "/pre-alignments",
                new PreAlignmentRef(meeting.meetingId(), talk)));
  }

  @POST
  @Path("/pre-alignments/{preAlignmentId}/withdrawal")
  @Permission("withdrawPreAlignment")
  public Response withdraw(
      @PathParam("id") UUID id, @PathParam("preAlignmentId") UUID talk, Nothing nothing) {
    Sittings.Known meeting = desk.there(id);
    return handle(
        meeting,
        new WithdrawPreAlignment(meeting.meetingId(), new PreAlignmentId(talk)),
        (_, _, _) -> commands.noContent());
  }

  @POST
  @Path("/preparation")
  @Permission("completePreparation")
  public Response complete(@PathParam("id") UUID id, Nothing nothing) {
    Sittings.Known meeting = desk.there(id);
    return handle(
        meeting,
        new CompletePreparation(meeting.meetingId(), clock.instant()),
        (_, _, _) -> commands.noContent());
  }

  @POST
  @Path("/preparation-time")
  @Permission("sayPreparationTime")
  public Response sayTime(@PathParam("id") UUID id, PreparationTime wish) {
    if (wish.minutes() < 0 || wish.minutes() > MOST_MINUTES) {
      throw Problem.invalid("/minutes", "must be 0 to " + MOST_MINUTES).exception();
    }
    Sittings.Known meeting = desk.there(id);
    return handle(
        meeting,
        new SayPreparationTime(
            meeting.meetingId(),
            desk.standing(desk.caller()),
            desk.callerGoes(meeting),
            wish.minutes()),
        (_, _, _) -> commands.noContent());
  }

  private Response handle(
      Sittings.Known meeting,
      BriefingCommand command,
      Answering<Briefing, BriefingEvent> answering) {
    return commands.handle(
        briefs,
        BriefingLog.stream(meeting.meetingId()),
        command,
        answering,
        BriefProblems::of,
        desk.in(meeting.placeId()));
  }
}
