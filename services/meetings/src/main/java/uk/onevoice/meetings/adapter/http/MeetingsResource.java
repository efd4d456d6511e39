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
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.meetings.adapter.http.MeetingBodies.AddItem;
import uk.onevoice.meetings.adapter.http.MeetingBodies.ItemRef;
import uk.onevoice.meetings.adapter.http.MeetingBodies.MeetingRef;
import uk.onevoice.meetings.adapter.http.MeetingBodies.ScheduleMeeting;
import uk.onevoice.meetings.adapter.store.MeetingLog;
import uk.onevoice.meetings.adapter.store.Titles;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.Meeting;
import uk.onevoice.meetings.domain.MeetingCommand;
import uk.onevoice.meetings.domain.MeetingCommand.Schedule;
import uk.onevoice.meetings.domain.MeetingEvent;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.MeetingRejection;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.Topic;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/** Meetings: worked on by leaders of general practice in the place, read by its practices too. */
@Path("/v1/meetings")
@RunOnVirtualThread
class MeetingsResource {
  private static final int MOST_NAMED = 20;

  private final CommandHandler<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meetings;
  private final MeetingPages timetable;
  private final Commands commands;
  private final MeetingDesk desk;
  private final MeetingViews views;
  private final CurrentActor actor;
  private final Scope scope;
  private final Titles titles;
  private final ListedForums forums;
  private final ListedTopics topics;
  private final Ids ids;

  MeetingsResource(
      CommandHandler<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meetings,
      MeetingPages timetable,
      Commands commands,
      MeetingDesk desk,
      MeetingViews views,
      CurrentActor actor,
      Scope scope,
      Titles titles,
      ListedForums forums,
      ListedTopics topics,
      Ids ids) {
    this.meetings = meetings;
    this.timetable = timetable;
    this.commands = commands;
    this.desk = desk;
    this.views = views;
    this.actor = actor;
    this.scope = scope;
    this.titles = titles;
    this.forums = forums;
    this.topics = topics;
    this.ids = ids;
  }

  @POST
  @Permission("scheduleMeeting")
  public Response schedule(ScheduleMeeting wish) {
    var circumstances = desk.in(wish.placeId());
    MeetingId id = new MeetingId(ids.get());
    return commands.handle(
        meetings,
        MeetingLog.stream(id),
        new Schedule(id, wish.placeId(), forums.of(wish), wish.on(), wish.forumId(), wish.hours()),
        (_, _, _) -> commands.created("/v1/meetings/" + id.value(), new MeetingRef(id)),
        MeetingProblems::of,
        circumstances);
  }

  @POST
  @Path("/{id}/items")
  @Permission("addItem")
  public Response add(@PathParam("id") UUID id, AddItem wish) {
    MeetingId meeting = new MeetingId(id);
    ItemId item = new ItemId(ids.get());
    List<UUID> about = wish.aboutIds() == null ? List.of() : wish.aboutIds();
    if (about.size() > MOST_NAMED) {
      throw Problem.invalid("/aboutIds", "must name at most " + MOST_NAMED).exception();
    }
    var asked = desk.forWriting(id);
    List<OrganisationId> concerns = concerns(wish.concerns());
    // Before the title is kept: what is refused leaves no words behind.
    Topic topic =
        topics.of(
            wish.topicId(),
            wish.topic(),
            MeetingDesk.inDirectory(asked.meeting().terms().placeId()),
            Topic::called);
    return desk.handle(
        asked,
        new MeetingCommand.AddItem(
            meeting,
            item,
            titles.write(meeting, wish.title(), about, actor.get().ref()),
            topic,
            wish.topicId(),
            concerns),
        (_, _, _) -> commands.created("/v1/meetings/" + id, new ItemRef(meeting, item)));
  }

  private List<OrganisationId> concerns(@Nullable List<OrganisationId> named) {
    if (named == null) {
      return List.of();
    }
    if (named.size() > MOST_NAMED) {
      throw Problem.invalid("/concerns", "must name at most " + MOST_NAMED).exception();
    }
    for (int i = 0; i < named.size(); i++) {
      if (!desk.isRegistered(named.get(i))) {
        throw Problem.unprocessable("organisation-not-known", "No such organisation is registered.")
            .at("/concerns/" + i, "must be a registered organisation")
            .exception();
      }
    }
    return named;
  }

  @GET
  @Path("/{id}")
  @Permission("readMeeting")
  public Response read(@PathParam("id") UUID id) {
    var asked = desk.forReading(id);
    return Response.ok(views.whole(asked.meeting()))
        .header("ETag", Versions.etag(asked.version()))
        .build();
  }

  @GET
  @Permission("listMeetings")
  public Page<MeetingTerms> ofPlace(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    UUID place = PageRequest.uuid("placeId", placeId);
    if (!scope.covers(new uk.onevoice.directory.PlaceId(place))) {
      throw scope.refusal();
    }
    return timetable.page(new PlaceId(place), request);
  }
}
