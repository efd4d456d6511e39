package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.Organisation;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.adapter.store.PapersLog;
import uk.onevoice.meetings.adapter.store.Titles;
import uk.onevoice.meetings.domain.Hours;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.Topic;
import uk.onevoice.meetings.domain.guests.Guests;
import uk.onevoice.meetings.domain.guests.GuestsCommand;
import uk.onevoice.meetings.domain.guests.GuestsCommand.Invite;
import uk.onevoice.meetings.domain.guests.GuestsCommand.Uninvite;
import uk.onevoice.meetings.domain.guests.GuestsEvent;
import uk.onevoice.meetings.domain.guests.GuestsRejection;
import uk.onevoice.meetings.domain.guests.InvitationId;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/** Partners invited for named items: by leaders of the place; the partners see these items. */
@Path("/v1/meetings/{id}")
@RunOnVirtualThread
class GuestsResource {
  private static final int MOST_ITEMS = 100;

  private final CommandHandler<GuestsCommand, Guests, GuestsEvent, GuestsRejection> guests;
  private final MeetingDesk desk;
  private final Invited invited;
  private final Titles titles;
  private final ListedTopics topics;
  private final Directory directory;
  private final Commands commands;
  private final Ids ids;

  GuestsResource(
      CommandHandler<GuestsCommand, Guests, GuestsEvent, GuestsRejection> guests,
      MeetingDesk desk,
      Invited invited,
      Titles titles,
      ListedTopics topics,
      Directory directory,
      Commands commands,
      Ids ids) {
    this.guests = guests;
    this.desk = desk;
    this.invited = invited;
    this.titles = titles;
    this.topics = topics;
    this.directory = directory;
    this.commands = commands;
    this.ids = ids;
  }

  record InviteOrganisation(OrganisationId organisationId, List<ItemId> itemIds) {}

  record InvitationRef(MeetingId meetingId, InvitationId invitationId) {}

  record InvitedOrganisation(
      InvitationId invitationId,
      OrganisationId organisationId,
      @Nullable String organisationName,
      List<ItemId> itemIds,
      boolean withdrawn) {}

  /** What a guest sees of a meeting. */
  record InvitedItems(
      MeetingId meetingId,
      Label forum,
      LocalDate on,
      @Nullable Hours hours,
      boolean cancelled,
      List<InvitedItem> items) {}

  record InvitedItem(
      ItemId itemId, @Nullable Label title, Topic topic, @Nullable String topicNow) {}

  @POST
  @Path("/invitations")
  @Permission("inviteOrganisation")
  public Response invite(@PathParam("id") UUID id, InviteOrganisation wish) {
    var meeting = new MeetingId(id);
    Scheduled scheduled = desk.there(meeting);
    if (wish.itemIds().size() > MOST_ITEMS) {
      throw Problem.invalid("/itemIds", "must be at most " + MOST_ITEMS).exception();
    }
    var invitation = new InvitationId(ids.get());
    return handle(
        scheduled,
        new Invite(
            meeting,
            invitation,
            wish.organisationId(),
            organisation(wish.organisationId()) != null,
            wish.itemIds(),
            scheduled.items().keySet()),
        (_, _, _) ->
            commands.created(
                "/v1/meetings/" + id + "/invitations", new InvitationRef(meeting, invitation)));
  }

  @POST
  @Path("/invitations/{invitationId}/withdrawal")
  @Permission("uninviteOrganisation")
  public Response uninvite(@PathParam("id") UUID id, @PathParam("invitationId") UUID invitation) {
    var meeting = new MeetingId(id);
    return handle(
        desk.there(meeting),
        new Uninvite(meeting, new InvitationId(invitation)),
        (_, _, _) -> commands.noContent());
  }

  private Response handle(
      Scheduled meeting, GuestsCommand command, Answering<Guests, GuestsEvent> answering) {
    return commands.handle(
        guests,
        PapersLog.guests(meeting.terms().meetingId()),
        command,
        answering,
        PaperProblems::of,
        desk.around(meeting));
  }

  @GET
  @Path("/invitations")
  @Permission("listInvitations")
  public Page<InvitedOrganisation> invitations(
      @PathParam("id") UUID id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    var meeting = new MeetingId(id);
    desk.there(meeting);
    var all =
        guests.current(PapersLog.guests(meeting)).state().invitations().entrySet().stream()
            .map(each ->
                new InvitedOrganisation(
                    each.getKey(),
                    each.getValue().organisationId(),
                    nameOf(each.getValue().organisationId()),
                    each.getValue().itemIds(),
                    each.getValue().withdrawn()))
            .toList();
    return Slices.of(
        all, PageRequest.of(after, limit), each -> each.invitationId().value().toString());
  }

  private @Nullable String nameOf(OrganisationId id) {
    @Nullable Organisation organisation = organisation(id);
    return organisation == null ? null : organisation.name();
  }

  private @Nullable Organisation organisation(OrganisationId id) {
    return directory
        .organisation(new uk.onevoice.directory.OrganisationId(id.value()))
        .orElse(null);
  }

  @GET
  @Path("/invited-items")
  @Permission("readInvitedItems")
  public InvitedItems items(@PathParam("id") UUID id) {
    var meeting = new MeetingId(id);
    Set<ItemId> items = invited.items(meeting);
    if (items.isEmpty()) {
      throw Problem.notFound().exception();
    }
    Scheduled scheduled = desk.any(meeting);
    var words = titles.of(meeting);
    return new InvitedItems(
        meeting,
        scheduled.terms().forum(),
        scheduled.terms().on(),
        scheduled.terms().hours(),
        scheduled.timing().cancelled(),
        scheduled.items().values().stream()
            .filter(item -> items.contains(item.itemId()))
            .map(item ->
                new InvitedItem(
                    item.itemId(),
                    words.get(item.titleRef()),
                    item.topic(),
                    topics.labelNow(item.topicId())))
            .toList());
  }
}
