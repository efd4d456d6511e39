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
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.meetings.adapter.store.ActionList;
import uk.onevoice.meetings.adapter.store.MeetingLog;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.action.Action;
import uk.onevoice.meetings.domain.action.Action.Agreed;
import uk.onevoice.meetings.domain.action.ActionCommand;
import uk.onevoice.meetings.domain.action.ActionEvent;
import uk.onevoice.meetings.domain.action.ActionId;
import uk.onevoice.meetings.domain.action.ActionRejection;
import uk.onevoice.meetings.domain.action.Result;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/** What meetings agreed that organisations do. */
@Path("/v1/actions")
@RunOnVirtualThread
class ActionsResource {
  private final CommandHandler<ActionCommand, Action, ActionEvent, ActionRejection> actions;
  private final ActionList list;
  private final ActionViews views;
  private final MeetingDesk desk;
  private final Owners owners;
  private final MeetingWords words;
  private final Commands commands;
  private final Scope scope;
  private final Today today;
  private final Ids ids;

  ActionsResource(
      CommandHandler<ActionCommand, Action, ActionEvent, ActionRejection> actions,
      ActionList list,
      ActionViews views,
      MeetingDesk desk,
      Owners owners,
      MeetingWords words,
      Commands commands,
      Scope scope,
      Today today,
      Ids ids) {
    this.actions = actions;
    this.list = list;
    this.views = views;
    this.desk = desk;
    this.owners = owners;
    this.words = words;
    this.commands = commands;
    this.scope = scope;
    this.today = today;
    this.ids = ids;
  }

  record NewAction(
      UUID meetingId,
      @Nullable ItemId itemId,
      OrganisationId ownerId,
      String what,
      LocalDate due,
      @Nullable List<UUID> aboutIds) {}

  record ActionRef(ActionId actionId) {}

  record ActionDate(LocalDate due, @Nullable String reason) {}

  record ActionNote(@Nullable String words) {}

  record ActionResult(Result result, @Nullable String words) {}

  @POST
  @Permission("openAction")
  public Response open(NewAction wish) {
    var asked = desk.forWriting(wish.meetingId());
    if (wish.itemId() != null && !asked.meeting().items().containsKey(wish.itemId())) {
      throw Problem.unprocessable("item-not-on-agenda", "This item is not on the meeting's agenda.")
          .at("/itemId", "must be an item of this meeting")
          .exception();
    }
    var id = new ActionId(ids.get());
    return words.keeping(
        wish.aboutIds(),
        pen ->
            commands.handle(
                actions,
                MeetingLog.stream(id),
                new ActionCommand.Open(
                    id,
                    asked.id(),
                    wish.itemId(),
                    asked.meeting().terms().placeId(),
                    owners.of(wish.ownerId()),
                    pen.write(
                        MeetingWords.ACTION,
                        MeetingLog.stream(id),
                        wish.what(),
                        "/what",
                        MeetingWords.LONG),
                    wish.due(),
                    today.get()),
                (_, _, _) -> commands.created("/v1/actions/" + id.value(), new ActionRef(id)),
                ActionProblems::of,
                asked.circumstances()));
  }

  @GET
  @Permission("listActions")
  public Page<ActionViews.ActionView> ofPlace(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("ownerId") @Nullable String ownerId,
      @QueryParam("meetingId") @Nullable String meetingId,
      @QueryParam("state") @Nullable String state,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    var place = new PlaceId(PageRequest.uuid("placeId", placeId));
    var filter =
        new ActionList.Filter(
            place,
            owner(ownerId),
            meetingId == null ? null : new MeetingId(PageRequest.uuid("meetingId", meetingId)),
            state(state),
            today.get());
    if (!scope.covers(MeetingDesk.inDirectory(place))) {
      throw scope.refusal();
    }
    Page<ActionId> page = list.page(filter, request);
    return new Page<>(
        views.of(page.items().stream().map(this::agreed).toList(), today.get()), page.next());
  }

  private Agreed agreed(ActionId id) {
    return (Agreed) actions.current(MeetingLog.stream(id)).state();
  }

  private static @Nullable OrganisationId owner(@Nullable String id) {
    try {
      return id == null ? null : new OrganisationId(id);
    } catch (IllegalArgumentException malformed) {
      throw Problem.invalid("query:ownerId", "must be an ODS code or a UUID").exception();
    }
  }

  private static ActionList.@Nullable State state(@Nullable String text) {
    if (text == null) {
      return null;
    }
    for (ActionList.State state : ActionList.State.values()) {
      if (state.name().equals(text)) {
        return state;
      }
    }
    throw Problem.invalid("query:state", "must be OPEN, OVERDUE or CLOSED").exception();
  }

  @GET
  @Path("/{id}")
  @Permission("readAction")
  public Response read(@PathParam("id") UUID id) {
    var current = actions.current(MeetingLog.stream(new ActionId(id)));
    if (!(current.state() instanceof Agreed action)
        || !scope.covers(MeetingDesk.inDirectory(action.opening().placeId()))) {
      throw Problem.notFound().exception();
    }
    return Response.ok(views.whole(action, today.get()))
        .header("ETag", Versions.etag(current.version()))
        .build();
  }

  @POST
  @Path("/{id}/dates")
  @Permission("redateAction")
  public Response redate(@PathParam("id") UUID id, ActionDate wish) {
    return handle(
        id,
        wish.reason(),
        "/reason",
        (action, reason) -> new ActionCommand.Redate(action, wish.due(), reason, today.get()));
  }

  @POST
  @Path("/{id}/chases")
  @Permission("chaseAction")
  public Response chase(@PathParam("id") UUID id, ActionNote wish) {
    return handle(
        id,
        wish.words(),
        "/words",
        (action, note) -> new ActionCommand.Chase(action, note, today.get()));
  }

  @POST
  @Path("/{id}/closing")
  @Permission("closeAction")
  public Response close(@PathParam("id") UUID id, ActionResult wish) {
    return handle(
        id,
        wish.words(),
        "/words",
        (action, more) -> new ActionCommand.Close(action, wish.result(), more, today.get()));
  }

  @POST
  @Path("/{id}/reopening")
  @Permission("reopenAction")
  public Response reopen(@PathParam("id") UUID id, ActionNote wish) {
    return handle(
        id,
        wish.words(),
        "/words",
        (action, why) -> new ActionCommand.Reopen(action, why, today.get()));
  }

  private Response handle(
      UUID id,
      @Nullable String typed,
      String pointer,
      BiFunction<ActionId, @Nullable UUID, ActionCommand> command) {
    var action = new ActionId(id);
    if (!(actions.current(MeetingLog.stream(action)).state() instanceof Agreed agreed)) {
      throw Problem.notFound().exception();
    }
    var circumstances = desk.in(agreed.opening().placeId());
    return words.keeping(
        null,
        pen ->
            commands.handle(
                actions,
                MeetingLog.stream(action),
                command.apply(
                    action,
                    pen.optional(MeetingWords.ACTION, MeetingLog.stream(action), typed, pointer)),
                (_, _, _) -> commands.noContent(),
                ActionProblems::of,
                circumstances));
  }
}
