package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.adapter.http.BriefBodies.AcknowledgeBrief;
import uk.onevoice.meetings.adapter.http.BriefBodies.BriefVersionRef;
import uk.onevoice.meetings.adapter.http.BriefBodies.ExpectPartner;
import uk.onevoice.meetings.adapter.http.BriefBodies.ExpectedRef;
import uk.onevoice.meetings.adapter.http.BriefBodies.IssueBrief;
import uk.onevoice.meetings.adapter.http.BriefBodies.Nothing;
import uk.onevoice.meetings.adapter.http.BriefBodies.WriteBriefItem;
import uk.onevoice.meetings.adapter.store.BriefingLog;
import uk.onevoice.meetings.adapter.store.Sittings;
import uk.onevoice.meetings.domain.briefing.Briefing;
import uk.onevoice.meetings.domain.briefing.BriefingCommand;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.Acknowledge;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.Expect;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.ExpectNoLonger;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.Issue;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.WriteItem;
import uk.onevoice.meetings.domain.briefing.BriefingEvent;
import uk.onevoice.meetings.domain.briefing.BriefingRejection;
import uk.onevoice.meetings.domain.briefing.ExpectedId;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.TypedWords;

/** The brief of a meeting: made by the system, finished and issued by leaders of the place. */
@Path("/v1/meetings/{id}/brief")
@RunOnVirtualThread
class BriefResource {
  private static final String KIND = "meeting-brief";

  private final CommandHandler<BriefingCommand, Briefing, BriefingEvent, BriefingRejection> briefs;
  private final SittingDesk desk;
  private final BriefMaker maker;
  private final TypedWords words;
  private final Commands commands;
  private final Today today;
  private final Clock clock;
  private final Ids ids;

  BriefResource(
      CommandHandler<BriefingCommand, Briefing, BriefingEvent, BriefingRejection> briefs,
      SittingDesk desk,
      BriefMaker maker,
      TypedWords words,
      Commands commands,
      Today today,
      Clock clock,
      Ids ids) {
    this.briefs = briefs;
    this.desk = desk;
    this.maker = maker;
    this.words = words;
    this.commands = commands;
    this.today = today;
    this.clock = clock;
    this.ids = ids;
  }

  @GET
  @Permission("readBrief")
  public Response read(@PathParam("id") UUID id) {
    Sittings.Known meeting = desk.there(id);
    var current = briefs.current(BriefingLog.stream(meeting.meetingId()));
    return Response.ok(maker.brief(meeting, current.state()))
        .header("ETag", Versions.etag(current.version()))
        .build();
  }

  @POST
  @Path("/items")
  @Permission("writeBriefItem")
  public Response write(@PathParam("id") UUID id, WriteBriefItem wish) {
    Sittings.Known meeting = desk.there(id);
    return words.keeping(
        BriefingLog.stream(meeting.meetingId()),
        pen ->
            handle(
                meeting,
                new WriteItem(
                    SittingDesk.sitting(meeting),
                    wish.itemId(),
                    typed(pen, "/position", wish.position(), wish.aboutIds()),
                    typed(pen, "/ask", wish.ask(), wish.aboutIds()),
                    today.get()),
                (_, _, _) -> commands.noContent()));
  }

  private static @Nullable WordsRef typed(
      TypedWords.Pen pen, String pointer, @Nullable String text, @Nullable List<UUID> about) {
    return text == null ? null : pen.body(KIND, pointer, text, TypedWords.LONG, about);
  }

  @POST
  @Path("/partners")
  @Permission("expectPartner")
  public Response expect(@PathParam("id") UUID id, ExpectPartner wish) {
    Sittings.Known meeting = desk.there(id);
    ExpectedId expected = new ExpectedId(ids.get());
    return words.keeping(
        BriefingLog.stream(meeting.meetingId()),
        pen ->
            handle(
                meeting,
                new Expect(
                    SittingDesk.sitting(meeting),
                    expected,
                    wish.organisationId(),
                    desk.isRegistered(wish.organisationId()),
                    wish.who() == null
                        ? null
                        : pen.body(
                            "who-is-expected",
                            "/who",
                            wish.who(),
                            TypedWords.SHORT,
                            wish.aboutIds()),
                    SittingDesk.items(wish.itemIds()),
                    today.get()),
                (_, _, _) ->
                    commands.created(
                        "/v1/meetings/" + id + "/brief",
                        new ExpectedRef(meeting.meetingId(), expected))));
  }

  @POST
  @Path("/partners/{expectedId}/withdrawal")
  @Permission("withdrawPartner")
  public Response withdraw(
      @PathParam("id") UUID id, @PathParam("expectedId") UUID expected, Nothing nothing) {
    Sittings.Known meeting = desk.there(id);
    return handle(
        meeting,
        new ExpectNoLonger(meeting.meetingId(), new ExpectedId(expected)),
        (_, _, _) -> commands.noContent());
  }

  @POST
  @Path("/versions")
  @Permission("issueBrief")
  public Response issue(@PathParam("id") UUID id, IssueBrief wish) {
    Sittings.Known meeting = desk.there(id);
    return words.keeping(
        BriefingLog.stream(meeting.meetingId()),
        pen ->
            handle(
                meeting,
                new Issue(
                    SittingDesk.sitting(meeting),
                    wish.change() == null
                        ? null
                        : pen.body(
                            KIND, "/change", wish.change(), TypedWords.SHORT, wish.aboutIds()),
                    clock.instant(),
                    today.get()),
                (state, _, _) ->
                    commands.ok(new BriefVersionRef(meeting.meetingId(), state.version()))));
  }

  @POST
  @Path("/acknowledgements")
  @Permission("acknowledgeBrief")
  public Response acknowledge(@PathParam("id") UUID id, AcknowledgeBrief wish) {
    Sittings.Known meeting = desk.there(id);
    return handle(
        meeting,
        new Acknowledge(
            meeting.meetingId(),
            wish.version(),
            desk.caller(),
            desk.callerGoes(meeting),
            clock.instant()),
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
