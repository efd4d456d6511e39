package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Actions;
import uk.onevoice.web.api.Actions.Action;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Doings.Held;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** What was agreed in meetings to be done: the list, one action, and a new one. */
@Path("/actions")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ActionPages {
  private static final int ON_A_PAGE = 50;
  private static final List<Choice> STATES =
      List.of(
          new Choice("OPEN", "Open"),
          new Choice("OVERDUE", "Late"),
          new Choice("CLOSED", "Closed"));

  private final Reader reader;
  private final Api api;
  private final PlaceViews places;
  private final BodiesOfPlace bodies;
  private final DiaryViews diary;
  private final Writing writing;

  ActionPages(
      Reader reader,
      Api api,
      PlaceViews places,
      BodiesOfPlace bodies,
      DiaryViews diary,
      Writing writing) {
    this.reader = reader;
    this.api = api;
    this.places = places;
    this.bodies = bodies;
    this.diary = diary;
    this.writing = writing;
  }

  record ActionsPage(
      Frame frame,
      String heading,
      String sentence,
      boolean flag,
      List<Choice> states,
      String state,
      List<Choice> owners,
      String owner,
      Grid table,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  record ActionPage(
      Frame frame,
      boolean refused,
      String id,
      String what,
      String sentence,
      String chased,
      boolean late,
      boolean open,
      Link meeting,
      List<ActionView.Line> history,
      boolean writes,
      List<Choice> results,
      Form form)
      implements TemplateInstance {}

  record NewActionPage(
      Frame frame,
      boolean refused,
      String meetingId,
      String meeting,
      List<Choice> items,
      List<Choice> owners,
      Form form)
      implements TemplateInstance {}

  @GET
  @Path("of/{placeId}")
  public TemplateInstance of(
      @PathParam("placeId") UUID placeId,
      @QueryParam("state") @DefaultValue("OPEN") String asked,
      @QueryParam("owner") @DefaultValue("") String owner,
      @QueryParam("after") @Nullable String after) {
    reader.me();
    Place place = places.place(placeId);
    String state =
        STATES.stream().anyMatch(choice -> choice.value().equals(asked)) ? asked : "OPEN";
    String same = "?state=" + state + (owner.isEmpty() ? "" : "&owner=" + Segment.of(owner));
    Actions.Listing list =
        api.get(
            "/v1/actions?limit="
                + ON_A_PAGE
                + "&placeId="
                + placeId
                + "&state="
                + state
                + (owner.isEmpty() ? "" : "&ownerId=" + Segment.of(owner))
                + (after == null ? "" : "&after=" + Segment.of(after)),
            Actions.Listing.class);
    List<Choice> owners = owners(place, owner);
    owners.set(0, new Choice("", "Everybody"));
    String here = "/actions/of/" + placeId;
    return new ActionsPage(
        reader
            .frame("What was agreed to be done in " + place.name(), Menu.REPRESENTATION)
            .withBreadcrumbs(
                new Link(place.name(), "/places/" + placeId),
                new Link("Who meets when", "/diary/" + placeId)),
        "What was agreed to be done in " + place.name(),
        ActionView.listSentence(state, list.items().size(), after != null || list.next() != null),
        list.items().stream().anyMatch(Action::overdue),
        STATES,
        state,
        owners,
        owner,
        ActionView.table(list.items(), AsOf.today()),
        after == null ? null : here + same,
        list.next() == null ? null : here + same + "&after=" + Segment.of(list.next()));
  }

  /** Whoever can deliver: bodies of general practice and partners, but no group or place. */
  private List<Choice> owners(Place place, String chosen) {
    List<Choice> owners = new ArrayList<>(bodies.all(place, chosen));
    List<String> groups = bodies.toSpeak(place.placeId()).stream().map(Choice::value).toList();
    String own = reader.role().map(role -> role.organisationId()).orElse("");
    owners.removeIf(choice -> groups.contains(choice.value()) && !choice.value().equals(own));
    owners.addAll(1, places.partners(place.icsOdsCode()));
    return owners;
  }

  @GET
  @Path("{id}")
  public Response action(@PathParam("id") UUID id) {
    return page(200, id, Form.blank());
  }

  @POST
  @Path("{id}/date")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response redate(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        "dates",
        new Actions.NewDate(form.aDay("due", "Write the new day"), form.optional("reason")),
        form,
        Map.of("due", "due", "reason", "reason"),
        Notice.ACTION_REDATED);
  }

  @POST
  @Path("{id}/chase")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response chase(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        "chases",
        new Actions.Note(form.optional("said")),
        form,
        Map.of("words", "said"),
        Notice.ACTION_CHASED);
  }

  @POST
  @Path("{id}/closing")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response close(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        "closing",
        new Actions.Result(form.text("result", "Choose what came of it"), form.optional("words")),
        form,
        Map.of("result", "result", "words", "words"),
        Notice.ACTION_CLOSED);
  }

  @POST
  @Path("{id}/reopening")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response reopen(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "reopening",
        new Actions.Note(null),
        Form.sent(fields),
        Map.of(),
        Notice.ACTION_REOPENED);
  }

  private Response write(
      UUID id, String command, Object body, Form form, Map<String, String> fields, Notice done) {
    reader.me();
    return writing.sendOrShow(
        "/v1/actions/" + id + "/" + command,
        form,
        _ -> body,
        fields,
        done.at("/actions/" + id),
        () -> page(form.status(), id, form));
  }

  private Response page(int status, UUID id, Form form) {
    reader.me();
    Answered<Actions.Whole> answered = api.getVersioned("/v1/actions/" + id, Actions.Whole.class);
    Action action = answered.body().action();
    Place place = places.place(UUID.fromString(action.placeId()));
    Optional<Held> meeting = diary.held(action.meetingId());
    return Html.page(
        status,
        new ActionPage(
            reader
                .frame("An action", Menu.REPRESENTATION)
                .withBreadcrumbs(
                    new Link(place.name(), "/places/" + place.placeId()),
                    new Link("What was agreed to be done", "/actions/of/" + place.placeId())),
            form.refused(),
            id.toString(),
            ActionView.what(action),
            ActionView.sentence(action, AsOf.today()),
            ActionView.chased(action),
            action.overdue(),
            action.open(),
            new Link(
                meeting
                    .map(held -> held.called() + ", " + Words.day(held.on()))
                    .orElse("The meeting it comes from"),
                "/meetings/" + action.meetingId()),
            ActionView.history(answered.body().history()),
            reader.has(Roles.LEADERS),
            ActionView.RESULTS,
            form.withEtag(answered.etag())));
  }

  @GET
  @Path("new/{meetingId}")
  public Response add(@PathParam("meetingId") UUID meetingId) {
    return newPage(200, meetingId, Form.blank());
  }

  @POST
  @Path("new/{meetingId}/agreed")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response added(
      @PathParam("meetingId") UUID meetingId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Actions.NewAction wish =
        new Actions.NewAction(
            meetingId.toString(),
            form.optional("item"),
            form.text("owner", "Choose who is to do it"),
            form.text("what", "Write what is to be done"),
            form.aDay("due", "Write by when"));
    Optional<String> made =
        writing
            .send(
                "/v1/actions",
                wish,
                form,
                Map.of("itemId", "item", "ownerId", "owner", "what", "what", "due", "due"))
            .flatMap(reached -> reached.id("actionId"));
    return made.isPresent()
        ? Html.goTo(Notice.ACTION_OPENED.at("/actions/" + made.get()))
        : newPage(form.status(), meetingId, form);
  }

  private Response newPage(int status, UUID meetingId, Form form) {
    reader.me();
    Held meeting = api.get("/v1/meetings/" + meetingId, Held.class);
    Place place = places.place(UUID.fromString(meeting.placeId()));
    List<Choice> items = new ArrayList<>();
    items.add(new Choice("", "None in particular"));
    meeting
        .items()
        .forEach(item ->
            items.add(
                new Choice(
                    item.itemId(),
                    item.title() == null
                        ? "An item on " + Topic.words(item.topic(), item.topicNow())
                        : item.title())));
    String day = meeting.called() + ", " + Words.day(meeting.on());
    return Html.page(
        status,
        new NewActionPage(
            reader
                .frame("Add an action", Menu.REPRESENTATION)
                .withBreadcrumbs(new Link(meeting.called(), "/meetings/" + meetingId)),
            form.refused(),
            meetingId.toString(),
            day,
            items,
            owners(place, form.value("owner")),
            form));
  }
}
