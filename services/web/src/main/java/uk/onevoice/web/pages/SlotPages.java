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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.Relationships;
import uk.onevoice.web.api.Slots;
import uk.onevoice.web.api.Slots.Relationship;
import uk.onevoice.web.api.Slots.Slot;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/** A slot: an organisation that general practice of a place keeps in touch with, or should. */
@Path("/slots")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SlotPages {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PeopleNames people;
  private final PlaceViews places;
  private final Writing writing;

  SlotPages(
      Reader reader, Api api, Names names, PeopleNames people, PlaceViews places, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.people = people;
    this.places = places;
    this.writing = writing;
  }

  record SlotPage(
      Frame frame,
      boolean refused,
      SlotView view,
      boolean mayTake,
      boolean mayLog,
      boolean mayEnd,
      boolean mayWithdraw,
      boolean onTeam,
      Form form)
      implements TemplateInstance {}

  record NewSlotPage(
      Frame frame,
      boolean refused,
      String placeId,
      String place,
      List<Choice> kinds,
      List<Choice> organisations,
      Form form)
      implements TemplateInstance {}

  @GET
  @Path("{id}")
  public Response slot(@PathParam("id") UUID id) {
    return page(200, id, Form.blank());
  }

  @POST
  @Path("{id}/holder")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response take(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<String> body = reader.role().map(RoleHolding::organisationId);
    if (body.isEmpty()) {
      form.refuse("holder", "Choose a role at a body of general practice first");
    }
    return write(
        id,
        "holders",
        new Slots.OpenRelationship(reader.me().personId(), body.orElse("")),
        form,
        Notice.HOLDER,
        Map.of());
  }

  @POST
  @Path("{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response withdraw(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    String place = read(id).body().placeId();
    Form form = Form.sent(fields);
    return writing
            .send(
                "/v1/relationships/slots/" + id + "/withdrawals",
                new Relationships.On(LocalDate.now(LONDON)),
                form,
                Map.of())
            .isPresent()
        ? Html.goTo(Notice.SLOT_WITHDRAWN.at("/places/" + place))
        : page(form.status(), id, form);
  }

  @POST
  @Path("{id}/closing")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response close(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    String relationship = own(read(id).body()).map(Relationship::relationshipId).orElse("");
    return write(
        id,
        "closings",
        new Slots.Closing(relationship, LocalDate.now(LONDON)),
        Form.sent(fields),
        Notice.CLOSED,
        Map.of());
  }

  @GET
  @Path("new/{placeId}")
  public NewSlotPage define(@PathParam("placeId") UUID placeId) {
    return definePage(placeId, Form.blank());
  }

  @POST
  @Path("new/{placeId}/defined")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response defined(
      @PathParam("placeId") UUID placeId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    form.required("kind", "Choose the kind of organisation");
    String organisation =
        form.value("code").isEmpty() ? form.value("organisation") : form.value("code");
    if (organisation.isEmpty()) {
      form.refuse("organisation", "Choose the organisation, or write its code");
    }
    Optional<String> made =
        writing
            .send(
                "/v1/relationships/slots",
                new Slots.DefineSlot(placeId.toString(), form.value("kind"), organisation),
                form,
                Map.of(
                    "kind",
                    "kind",
                    "organisationId",
                    form.value("code").isEmpty() ? "organisation" : "code"))
            .flatMap(reached -> reached.id("slotId"));
    return made.isPresent()
        ? Html.goTo(Notice.SLOT.at("/slots/" + made.get()))
        : Html.page(form.status(), definePage(placeId, form));
  }

  private Response write(
      UUID id,
      String command,
      @Nullable Object body,
      Form form,
      Notice done,
      Map<String, String> fields) {
    String path = "/v1/relationships/slots/" + id + "/" + command;
    return writing.send(path, body, form, fields).isPresent()
        ? Html.goTo(done.at("/slots/" + id))
        : page(form.status(), id, form);
  }

  private Answered<Slot> read(UUID id) {
    return api.getVersioned("/v1/relationships/slots/" + id, Slot.class);
  }

  /** The reader's own side of the slot, as long as it goes on. */
  private Optional<Relationship> own(Slot slot) {
    List<Relationship> all = slot.relationships() == null ? List.of() : slot.relationships();
    return all.stream()
        .filter(relationship -> relationship.closedOn() == null)
        .filter(relationship -> relationship.holderId().equals(reader.me().personId()))
        .findFirst();
  }

  private NewSlotPage definePage(UUID placeId, Form form) {
    Frame frame = reader.frame("Define a key relationship", Menu.REPRESENTATION);
    Place place = places.place(placeId);
    List<Choice> kinds = new ArrayList<>();
    kinds.add(new Choice("", "Choose"));
    kinds.addAll(Vocabulary.SLOT_KINDS);
    List<Choice> organisations = new ArrayList<>();
    organisations.add(new Choice("", "Choose"));
    organisations.addAll(places.partners(place.icsOdsCode()));
    return new NewSlotPage(
        frame.withBreadcrumbs(new Link(place.name(), "/places/" + placeId)),
        form.refused(),
        placeId.toString(),
        place.name(),
        kinds,
        organisations,
        form);
  }

  private Response page(int status, UUID id, Form form) {
    reader.me();
    Answered<Slot> slot = read(id);
    Place place = places.place(UUID.fromString(slot.body().placeId()));
    Optional<Relationship> own = own(slot.body());
    boolean leader = reader.has(Roles.LEADERS);
    SlotView view =
        SlotView.of(
            slot.body(),
            place.name(),
            reader.me().personId(),
            names::of,
            people::of,
            LocalDate.now(LONDON));
    Frame frame =
        reader
            .frame(view.organisation(), Menu.REPRESENTATION)
            .withBreadcrumbs(new Link(place.name(), "/places/" + place.placeId()));
    return Html.page(
        status,
        new SlotPage(
            frame,
            form.refused(),
            view,
            leader && own.isEmpty(),
            view.held() && slot.body().onTeam(),
            leader && own.isPresent(),
            leader && !view.held(),
            slot.body().onTeam(),
            form.withEtag(slot.etag())));
  }
}
