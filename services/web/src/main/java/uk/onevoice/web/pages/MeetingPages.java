package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Meetings;
import uk.onevoice.web.api.Meetings.Meeting;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Topic;

/** A meeting: what general practice brought to it, and what came of it. */
@Path("/meetings")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MeetingPages {
  private final Reader reader;
  private final Api api;
  private final PlaceViews places;
  private final Writing writing;
  private final ListViews lists;
  private final PeopleNames people;

  MeetingPages(
      Reader reader,
      Api api,
      PlaceViews places,
      Writing writing,
      ListViews lists,
      PeopleNames people) {
    this.reader = reader;
    this.api = api;
    this.places = places;
    this.writing = writing;
    this.lists = lists;
    this.people = people;
  }

  record MeetingPage(
      Frame frame,
      boolean refused,
      MeetingView view,
      boolean mayWrite,
      List<Choice> stances,
      List<Choice> outcomes,
      List<Choice> influences,
      List<Choice> capacities,
      List<Choice> topics,
      String topicLabel,
      Form form)
      implements TemplateInstance {}

  record NewMeetingPage(
      Frame frame,
      boolean refused,
      String placeId,
      String place,
      List<Choice> forums,
      String forumLabel,
      Form form)
      implements TemplateInstance {}

  @GET
  @Path("{id}")
  public Response meeting(@PathParam("id") UUID id) {
    return page(200, id, Form.blank());
  }

  @POST
  @Path("{id}/items")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response addItem(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    form.required("title", "Write what the item is about");
    boolean listed = !form.value("topicId").isEmpty();
    if (!listed) {
      form.required("topic", "Choose or write its topic");
    }
    return write(
        id,
        "items",
        new Meetings.AddItem(
            form.value("title"),
            listed ? null : Topic.slug(form.value("topic")),
            listed ? form.value("topicId") : null),
        form,
        Notice.ITEM,
        Map.of("title", "title", "topic", "topic", "topicId", "topicId"));
  }

  @POST
  @Path("{id}/items/{itemId}/position")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response putPosition(
      @PathParam("id") UUID id,
      @PathParam("itemId") UUID itemId,
      MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    String field = MeetingView.positionId(itemId.toString());
    form.with(field, form.value("stance"));
    if (form.value("stance").isEmpty()) {
      form.refuse(field, "Choose which position general practice put");
    }
    return write(
        id,
        "positions",
        new Meetings.Position(itemId.toString(), form.value("stance")),
        form,
        Notice.POSITION,
        Map.of("stance", field));
  }

  @POST
  @Path("{id}/items/{itemId}/outcome")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response recordOutcome(
      @PathParam("id") UUID id,
      @PathParam("itemId") UUID itemId,
      MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    String field = MeetingView.outcomeId(itemId.toString());
    String influence = MeetingView.influenceId(itemId.toString());
    form.with(field, form.value("outcome")).with(influence, form.value("influence"));
    if (form.value("outcome").isEmpty()) {
      form.refuse(field, "Choose how it was decided");
    }
    return write(
        id,
        "outcomes",
        new Meetings.Outcome(
            itemId.toString(),
            form.value("outcome"),
            form.value("influence").isEmpty() ? null : form.value("influence")),
        form,
        Notice.OUTCOME,
        Map.of("outcome", field, "influence", influence));
  }

  @POST
  @Path("{id}/items/{itemId}/confirmation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response confirm(
      @PathParam("id") UUID id,
      @PathParam("itemId") UUID itemId,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        "confirmations",
        new Meetings.Confirmation(itemId.toString()),
        Form.sent(fields),
        Notice.CONFIRMED,
        Map.of());
  }

  @POST
  @Path("{id}/attendance")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response attended(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    form.with("capacity", form.value("capacity"));
    form.required("capacity", "Choose as what you were there");
    return write(
        id,
        "attendances",
        new Meetings.Attendance(reader.me().personId(), form.value("capacity")),
        form,
        Notice.ATTENDANCE,
        Map.of("capacity", "capacity"));
  }

  @GET
  @Path("new/{placeId}")
  public NewMeetingPage schedule(@PathParam("placeId") UUID placeId) {
    return schedulePage(placeId, Form.blank());
  }

  @POST
  @Path("new/{placeId}/scheduled")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response scheduled(
      @PathParam("placeId") UUID placeId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    boolean listed = !form.value("forumId").isEmpty();
    if (!listed) {
      form.required("forum", "Choose or write which board or group met");
    }
    Optional<LocalDate> on = form.requiredDay("on", "Write the day of the meeting");
    Meetings.@Nullable ScheduleMeeting body =
        on.isPresent()
            ? new Meetings.ScheduleMeeting(
                placeId.toString(),
                listed ? null : form.value("forum"),
                listed ? form.value("forumId") : null,
                on.get())
            : null;
    Optional<String> made =
        writing
            .send(
                "/v1/meetings",
                body,
                form,
                Map.of("forum", "forum", "forumId", "forumId", "on", "on"))
            .flatMap(reached -> reached.id("meetingId"));
    return made.isPresent()
        ? Html.goTo(Notice.MEETING.at("/meetings/" + made.get()))
        : Html.page(form.status(), schedulePage(placeId, form));
  }

  private Response write(
      UUID id, String command, Object body, Form form, Notice done, Map<String, String> fields) {
    reader.me();
    return writing.send("/v1/meetings/" + id + "/" + command, body, form, fields).isPresent()
        ? Html.goTo(done.at("/meetings/" + id))
        : page(form.status(), id, form);
  }

  private NewMeetingPage schedulePage(UUID placeId, Form form) {
    Frame frame = reader.frame("Write down a meeting", Menu.REPRESENTATION);
    Place place = places.place(placeId);
    List<Choice> forums =
        ListViews.choices(
            "Another one, in own words",
            ListViews.labels(lists.inUse(ListKind.FORUMS, place.icsOdsCode())));
    return new NewMeetingPage(
        frame.withBreadcrumbs(new Link(place.name(), "/places/" + placeId)),
        form.refused(),
        placeId.toString(),
        place.name(),
        forums,
        forums.size() > 1 ? "Or in own words" : "Board or group",
        form);
  }

  private Response page(int status, UUID id, Form form) {
    reader.me();
    Answered<Meeting> meeting = api.getVersioned("/v1/meetings/" + id, Meeting.class);
    Place place = places.place(UUID.fromString(meeting.body().placeId()));
    boolean leader = reader.has(Roles.LEADERS);
    List<Choice> topics =
        leader
            ? ListViews.choices(
                "Another one, in own words",
                ListViews.labels(lists.inUse(ListKind.TOPICS, place.icsOdsCode())))
            : List.of();
    Frame frame =
        reader
            .frame("After: " + meeting.body().forum(), Menu.REPRESENTATION)
            .withBreadcrumbs(new Link(place.name(), "/places/" + place.placeId()));
    return Html.page(
        status,
        new MeetingPage(
            frame,
            form.refused(),
            MeetingView.of(meeting.body(), reader.me().personId(), people::of),
            leader,
            Vocabulary.STANCES,
            Vocabulary.OUTCOMES,
            Vocabulary.INFLUENCES,
            Vocabulary.CAPACITIES,
            topics,
            topics.size() > 1 ? "Or in own words" : "Topic",
            form.withEtag(meeting.etag())));
  }
}
