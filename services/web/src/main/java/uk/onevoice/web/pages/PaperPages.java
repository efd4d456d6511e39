package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.ApiProblem;
import uk.onevoice.web.api.Diary;
import uk.onevoice.web.api.Diary.Hours;
import uk.onevoice.web.api.Diary.Paper;
import uk.onevoice.web.api.Diary.Shown;
import uk.onevoice.web.api.Doings.Held;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.People;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** The papers of a meeting, and the organisations that it invites for named items. */
@Path("/meetings/{id}/files")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PaperPages {
  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PeopleNames people;
  private final PlaceViews places;
  private final Writing writing;

  PaperPages(
      Reader reader, Api api, Names names, PeopleNames people, PlaceViews places, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.people = people;
    this.places = places;
    this.writing = writing;
  }

  /**
   * What the reader sees of the meeting: all of it, or the items their organisation is invited for.
   *
   * @param placeId null for a guest
   */
  private record Agenda(
      @Nullable String placeId, String forum, LocalDate on, @Nullable Hours hours, Items items) {}

  private record Items(List<Choice> choices, Map<String, String> titles) {}

  record PaperPage(
      Frame frame,
      boolean refused,
      String meetingId,
      String forum,
      String day,
      String sentence,
      List<PaperView.Part> parts,
      boolean member,
      boolean writes,
      List<Choice> items,
      List<Choice> forItem,
      List<Choice> organisations,
      List<PaperView.Guest> guests,
      List<String> interests,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response papers(@PathParam("id") UUID id) {
    return page(200, id, Form.blank());
  }

  /** Browsers are told to keep it and not to show it, as the API says. */
  @GET
  @Path("{paperId}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response paper(@PathParam("id") UUID id, @PathParam("paperId") UUID paperId) {
    reader.me();
    Api.Fetched file = api.fetch("/v1/meetings/" + id + "/papers/" + paperId);
    return Response.ok(file.content())
        .type(MediaType.APPLICATION_OCTET_STREAM)
        .header("Content-Disposition", file.disposition())
        .build();
  }

  @POST
  @Path("filed")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response file(
      @PathParam("id") UUID id,
      @RestForm("file") @Nullable FileUpload file,
      @RestForm("item") @Nullable String item,
      @RestForm("forGuests") @Nullable String forGuests,
      @RestForm("key") @Nullable String key) {
    reader.me();
    MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
    fields.add("item", item == null ? "" : item);
    fields.add("forGuests", forGuests == null ? "" : forGuests);
    if (key != null) {
      fields.add("key", key);
    }
    Form form = Form.sent(fields);
    if (file == null || file.size() == 0) {
      form.refuse("file", "Choose the file");
      return page(400, id, form);
    }
    String path =
        "/v1/meetings/"
            + id
            + "/papers?fileName="
            + Segment.of(file.fileName())
            + (form.value("item").isEmpty() ? "" : "&itemId=" + Segment.of(form.value("item")))
            + "&forGuests="
            + form.value("forGuests").equals("true");
    try {
      api.upload(path, file.uploadedFile(), form.key());
      return Html.goTo(Notice.FILED.at("/meetings/" + id + "/files"));
    } catch (ApiProblem refused) {
      switch (refused.problem().status()) {
        case 413, 415 -> form.refuse("file", refused.problem().sentence());
        case 400, 409, 422 ->
            form.refuse(
                refused.problem(),
                Map.of("query:fileName", "file", "query:itemId", "item", "fileName", "file"));
        default -> throw refused;
      }
      form.drawKey();
      return page(400, id, form);
    }
  }

  @POST
  @Path("{paperId}/taken-back")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response takeBack(
      @PathParam("id") UUID id,
      @PathParam("paperId") UUID paperId,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        "papers/" + paperId + "/withdrawal",
        new Diary.Why(null),
        Form.sent(fields),
        Map.of(),
        Notice.FILE_TAKEN_BACK);
  }

  @POST
  @Path("guests/invited")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response invite(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    String organisation = form.text("organisation", "Choose whom to invite");
    if (form.all("items").isEmpty()) {
      form.refuse("items", "Choose for which items");
    }
    return write(
        id,
        "invitations",
        new Diary.Invite(organisation, form.all("items")),
        form,
        Map.of("organisationId", "organisation", "itemIds", "items"),
        Notice.GUEST);
  }

  @POST
  @Path("guests/{invitationId}/uninvited")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response uninvite(
      @PathParam("id") UUID id,
      @PathParam("invitationId") UUID invitationId,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        "invitations/" + invitationId + "/withdrawal",
        new People.Nothing(),
        Form.sent(fields),
        Map.of(),
        Notice.GUEST_UNINVITED);
  }

  private Response write(
      UUID id, String command, Object body, Form form, Map<String, String> fields, Notice done) {
    reader.me();
    return writing.sendOrShow(
        "/v1/meetings/" + id + "/" + command,
        form,
        _ -> body,
        fields,
        done.at("/meetings/" + id + "/files"),
        () -> page(form.status(), id, form));
  }

  private Response page(int status, UUID id, Form form) {
    reader.me();
    Agenda agenda = agenda(id);
    String placeId = agenda.placeId();
    boolean member = placeId != null;
    boolean writes = member && reader.has(Roles.LEADERS);
    List<Paper> papers =
        api.all(
            "/v1/meetings/" + id + "/papers?limit=200",
            Diary.Papers.class,
            Diary.Papers::items,
            Diary.Papers::next);
    List<Choice> forItem = new ArrayList<>();
    forItem.add(new Choice("", "The whole meeting"));
    forItem.addAll(agenda.items().choices());
    List<Choice> organisations = new ArrayList<>();
    organisations.add(new Choice("", "Choose"));
    if (writes) {
      organisations.addAll(places.partners(places.place(UUID.fromString(placeId)).icsOdsCode()));
    }
    return Html.page(
        status,
        new PaperPage(
            frame(id, agenda, member),
            form.refused(),
            id.toString(),
            agenda.forum(),
            Words.weekday(agenda.on()) + Clock.after(agenda.hours()),
            PaperView.sentence(papers),
            PaperView.parts(papers, agenda.items().choices()),
            member,
            writes,
            agenda.items().choices(),
            forItem,
            organisations,
            member ? guests(id, agenda.items().titles()) : List.of(),
            writes ? interests(id, agenda.items().titles()) : List.of(),
            form));
  }

  private Frame frame(UUID id, Agenda agenda, boolean member) {
    Frame frame = reader.frame("Papers of " + agenda.forum(), Menu.REPRESENTATION);
    return member ? frame.withBreadcrumbs(new Link(agenda.forum(), "/meetings/" + id)) : frame;
  }

  private Agenda agenda(UUID id) {
    Optional<Held> whole = api.find("/v1/meetings/" + id, Held.class);
    if (whole.isPresent()) {
      Held meeting = whole.get();
      return new Agenda(
          meeting.placeId(),
          meeting.called(),
          meeting.on(),
          meeting.hours(),
          items(
              meeting.items().stream()
                  .map(item ->
                      new Choice(item.itemId(), title(item.title(), item.topic(), item.topicNow())))
                  .toList()));
    }
    Shown shown =
        api.find("/v1/meetings/" + id + "/invited-items", Shown.class)
            .orElseThrow(NotFoundException::new);
    return new Agenda(
        null,
        shown.forum(),
        shown.on(),
        shown.hours(),
        items(
            shown.items().stream()
                .map(item ->
                    new Choice(item.itemId(), title(item.title(), item.topic(), item.topicNow())))
                .toList()));
  }

  private static String title(@Nullable String title, String topic, @Nullable String topicNow) {
    return title == null ? "An item on " + Topic.words(topic, topicNow) : title;
  }

  private static Items items(List<Choice> items) {
    Map<String, String> titles = new LinkedHashMap<>();
    items.forEach(item -> titles.put(item.value(), item.text()));
    return new Items(items, titles);
  }

  private List<PaperView.Guest> guests(UUID id, Map<String, String> titles) {
    return PaperView.guests(
        api.all(
            "/v1/meetings/" + id + "/invitations?limit=200",
            Diary.Invitations.class,
            Diary.Invitations::items,
            Diary.Invitations::next),
        titles,
        names::of);
  }

  private List<String> interests(UUID id, Map<String, String> titles) {
    return PaperView.interests(
        api.all(
            "/v1/meetings/" + id + "/interests?limit=200",
            Diary.Interests.class,
            Diary.Interests::items,
            Diary.Interests::next),
        titles,
        person -> people.of(person).orElse("Somebody who is not shown"),
        names::of);
  }
}
