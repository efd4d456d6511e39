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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.KeyLists;
import uk.onevoice.web.api.KeyLists.Key;
import uk.onevoice.web.api.KeyLists.KeyList;
import uk.onevoice.web.api.People;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/** The four or five relationships that a leader keeps on purpose in a place, and which go cold. */
@Path("/key-lists/{placeId}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class KeyListPages {
  private final Reader reader;
  private final KeyListReading lists;
  private final PlaceViews places;
  private final Writing writing;

  KeyListPages(Reader reader, KeyListReading lists, PlaceViews places, Writing writing) {
    this.reader = reader;
    this.lists = lists;
    this.places = places;
    this.writing = writing;
  }

  record KeyListPage(
      Frame frame,
      boolean refused,
      String place,
      KeyListView view,
      List<Choice> others,
      List<Choice> kinds,
      List<String> wanted,
      Form form)
      implements TemplateInstance {}

  record KeyPage(
      Frame frame,
      boolean refused,
      String placeId,
      String slotId,
      KeyListView.Card card,
      String everyDays,
      boolean planned,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response list(@PathParam("placeId") UUID placeId) {
    return page(200, placeId, Form.blank());
  }

  @POST
  @Path("kept")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response keep(@PathParam("placeId") UUID placeId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String slot = form.text("slot", "Choose which relationship you want to keep");
    return writing.sendOrShow(
        slots(slot) + "/key",
        form,
        _ -> new KeyLists.KeyMark(null, form.optional("reason")),
        Map.of("reason", "reason"),
        Notice.KEPT_ON_PURPOSE.at("/key-lists/" + placeId),
        () -> page(form.status(), placeId, form));
  }

  @POST
  @Path("kinds")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response setKinds(
      @PathParam("placeId") UUID placeId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    if (form.all("kinds").isEmpty()) {
      form.refuse("kinds", "Choose at least one");
    }
    return writing.sendOrShow(
        "/v1/relationships/key-lists/" + placeId + "/kinds",
        form,
        _ -> new KeyLists.KeyKinds(form.all("kinds")),
        Map.of("kinds", "kinds"),
        Notice.KEY_SLOTS.at("/key-lists/" + placeId),
        () -> page(form.status(), placeId, form));
  }

  /** Puts one of them first; the others keep their order. */
  @POST
  @Path("{slotId}/first")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response first(
      @PathParam("placeId") UUID placeId,
      @PathParam("slotId") UUID slotId,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        "/v1/relationships/key-lists/" + placeId + "/order",
        form,
        _ -> new KeyLists.KeyOrder(List.of(slotId.toString())),
        Map.of(),
        Notice.KEY_ORDER.at("/key-lists/" + placeId),
        () -> keyPage(form.status(), placeId, slotId, form));
  }

  @GET
  @Path("{slotId}")
  public Response key(@PathParam("placeId") UUID placeId, @PathParam("slotId") UUID slotId) {
    return keyPage(200, placeId, slotId, Form.blank());
  }

  @POST
  @Path("{slotId}/planned")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response plan(
      @PathParam("placeId") UUID placeId,
      @PathParam("slotId") UUID slotId,
      MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return change(
        placeId,
        slotId,
        "/next-contact",
        new KeyLists.NextContact(form.aDay("on", "Write the day of the talk")),
        form,
        Notice.TALK_PLANNED);
  }

  @POST
  @Path("{slotId}/not-planned")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response withdrawPlan(
      @PathParam("placeId") UUID placeId,
      @PathParam("slotId") UUID slotId,
      MultivaluedMap<String, String> fields) {
    return change(
        placeId,
        slotId,
        "/next-contact/withdrawal",
        new People.Nothing(),
        Form.sent(fields),
        Notice.TALK_NOT_PLANNED);
  }

  @POST
  @Path("{slotId}/rhythm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response rhythm(
      @PathParam("placeId") UUID placeId,
      @PathParam("slotId") UUID slotId,
      MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return change(
        placeId, slotId, "/rhythm", new KeyLists.ContactRhythm(days(form)), form, Notice.RHYTHM);
  }

  @POST
  @Path("{slotId}/ended")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response unmark(
      @PathParam("placeId") UUID placeId,
      @PathParam("slotId") UUID slotId,
      MultivaluedMap<String, String> fields) {
    return change(
        placeId,
        slotId,
        "/end",
        new People.Nothing(),
        Form.sent(fields),
        Notice.NOT_KEPT_ON_PURPOSE);
  }

  private static int days(Form form) {
    String days = form.text("everyDays", "Write after how many days");
    if (days.matches("[0-9]{1,3}")) {
      return Integer.parseInt(days);
    }
    form.refuse("everyDays", "Write a number of days, such as 60");
    return 0;
  }

  private Response change(
      UUID placeId, UUID slotId, String command, Object body, Form form, Notice done) {
    reader.me();
    return writing.sendOrShow(
        slots(slotId.toString()) + "/key" + command,
        form,
        _ -> body,
        Map.of("on", "on", "everyDays", "everyDays"),
        done.at("/key-lists/" + placeId),
        () -> keyPage(form.status(), placeId, slotId, form));
  }

  private static String slots(String slotId) {
    return "/v1/relationships/slots/" + Segment.of(slotId);
  }

  private Response page(int status, UUID placeId, Form form) {
    reader.me();
    Answered<KeyList> list = lists.read(placeId.toString());
    Place place = places.place(placeId);
    KeyListView view = lists.view(list.body());
    List<Choice> others = new ArrayList<>();
    others.add(new Choice("", "Choose"));
    view.others().forEach(other -> others.add(new Choice(other.href(), other.text())));
    return Html.page(
        status,
        new KeyListPage(
            reader
                .frame("Your key relationships", Menu.WEEK)
                .withBreadcrumbs(new Link(place.name(), "/places/" + placeId)),
            form.refused(),
            place.name(),
            view,
            others,
            Vocabulary.SLOT_KINDS,
            form.all("kinds").isEmpty() ? list.body().kinds() : form.all("kinds"),
            form));
  }

  private Response keyPage(int status, UUID placeId, UUID slotId, Form form) {
    reader.me();
    KeyList list = lists.read(placeId.toString()).body();
    @Nullable Key key =
        list.keys().stream()
            .filter(each -> each.slotId().equals(slotId.toString()))
            .findFirst()
            .orElse(null);
    if (key == null) {
      return Html.goTo("/key-lists/" + placeId);
    }
    KeyListView.Card card =
        lists.view(list).cards().stream()
            .filter(each -> slotId.toString().equals(each.slotId()))
            .findFirst()
            .orElseThrow();
    return Html.page(
        status,
        new KeyPage(
            reader
                .frame(card.organisation(), Menu.WEEK)
                .withBreadcrumbs(new Link("Your key relationships", "/key-lists/" + placeId)),
            form.refused(),
            placeId.toString(),
            slotId.toString(),
            card,
            form.value("everyDays").isEmpty()
                ? String.valueOf(key.everyDays())
                : form.value("everyDays"),
            key.nextContact() != null,
            form.value("on[day]").isEmpty() ? form.withDay("on", AsOf.today().plusDays(7)) : form));
  }
}
