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
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Meetings;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Topic;

/**
 * A meeting: what came of it. One address for everybody; who was there from outside of general
 * practice reads what is shared with them, and who was not finds nothing.
 */
@Path("/meetings")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MeetingPages {
  private final Reader reader;
  private final MeetingShown shown;
  private final PlaceViews places;
  private final Writing writing;
  private final ListViews lists;

  MeetingPages(
      Reader reader, MeetingShown shown, PlaceViews places, Writing writing, ListViews lists) {
    this.reader = reader;
    this.shown = shown;
    this.places = places;
    this.writing = writing;
    this.lists = lists;
  }

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
    return shown.forWhoever(id);
  }

  @POST
  @Path("{id}/items")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response addItem(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    form.required("title", "Write what the item is about");
    boolean listed = !form.value("topicId").isEmpty();
    if (!listed) {
      form.required("topic", "Choose or write its topic");
    }
    return writing.sendOrShow(
        "/v1/meetings/" + id + "/items",
        form,
        typed ->
            new Meetings.AddItem(
                typed.value("title"),
                listed ? null : Topic.slug(typed.value("topic")),
                listed ? typed.value("topicId") : null,
                typed.optional("concerns") == null ? null : List.of(typed.value("concerns"))),
        Map.of("title", "title", "topic", "topic", "topicId", "topicId", "concerns/0", "concerns"),
        Notice.ITEM.at("/meetings/" + id),
        () -> shown.page(form.status(), id, form));
  }

  @POST
  @Path("{id}/closing")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response close(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        "/v1/meetings/" + id + "/closing",
        form,
        _ -> new Meetings.Nothing(),
        Map.of(),
        Notice.RECORD_CLOSED.at("/meetings/" + id),
        () -> shown.page(form.status(), id, form));
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
}
