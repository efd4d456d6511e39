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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Handovers;
import uk.onevoice.web.api.Handovers.Handover;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.People;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.api.Slots;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/** Relationships that go from one holder to the next, with the brief for whoever goes on. */
@Path("/handovers")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class HandoverPages {
  private static final int ON_A_PAGE = 50;
  private static final int MOST_FOUND = 20;

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PeopleNames people;
  private final PlaceViews places;
  private final Writing writing;

  HandoverPages(
      Reader reader, Api api, Names names, PeopleNames people, PlaceViews places, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.people = people;
    this.places = places;
    this.writing = writing;
  }

  record HandoversPage(
      Frame frame,
      String heading,
      List<Link> waiting,
      List<Link> over,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  record HandoverPage(
      Frame frame, boolean refused, HandoverView view, List<Choice> found, Form form)
      implements TemplateInstance {}

  record NewHandoverPage(
      Frame frame, boolean refused, String slotId, String organisation, boolean own, Form form)
      implements TemplateInstance {}

  @GET
  @Path("of/{placeId}")
  public TemplateInstance ofPlace(
      @PathParam("placeId") UUID placeId, @QueryParam("after") @Nullable String after) {
    reader.me();
    Place place = places.place(placeId);
    Handovers.Listing list =
        api.get(
            "/v1/relationships/handovers?limit="
                + ON_A_PAGE
                + "&placeId="
                + placeId
                + (after == null ? "" : "&after=" + Segment.of(after)),
            Handovers.Listing.class);
    String here = "/handovers/of/" + placeId;
    String heading = "Relationships of " + place.name() + " that change hands";
    return new HandoversPage(
        reader
            .frame(heading, Menu.REPRESENTATION)
            .withBreadcrumbs(new Link(place.name(), "/places/" + placeId)),
        heading,
        list.items().stream()
            .filter(Handover::waits)
            .map(each -> HandoverView.inList(each, read()))
            .toList(),
        list.items().stream()
            .filter(each -> !each.waits())
            .map(each -> HandoverView.inList(each, read()))
            .toList(),
        after == null ? null : here,
        list.next() == null ? null : here + "?after=" + Segment.of(list.next()));
  }

  @GET
  @Path("{id}")
  public Response handover(@PathParam("id") UUID id) {
    return page(200, id, Form.blank(), List.of());
  }

  /** From the page of the slot: the reader's own relationship there. */
  @GET
  @Path("new/{slotId}")
  public Response begin(@PathParam("slotId") UUID slotId) {
    return newPage(200, slotId, Form.blank());
  }

  @POST
  @Path("new/{slotId}/opened")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response open(@PathParam("slotId") UUID slotId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String relationship =
        own(slot(slotId))
            .map(Slots.Relationship::relationshipId)
            .orElseThrow(NotFoundException::new);
    return writing.sendOrShow(
        "/v1/relationships/handovers",
        form,
        _ -> new Handovers.OpenHandover(slotId.toString(), relationship),
        Map.of(),
        Notice.HANDOVER_OPEN.at("/handovers/" + relationship),
        () -> newPage(form.status(), slotId, form));
  }

  private Slots.Slot slot(UUID id) {
    return api.get("/v1/relationships/slots/" + id, Slots.Slot.class);
  }

  private Optional<Slots.Relationship> own(Slots.Slot slot) {
    List<Slots.Relationship> all = slot.relationships() == null ? List.of() : slot.relationships();
    return all.stream()
        .filter(held -> held.closedOn() == null)
        .filter(held -> held.holderId().equals(reader.me().personId()))
        .findFirst();
  }

  private Response newPage(int status, UUID slotId, Form form) {
    reader.me();
    Slots.Slot slot = slot(slotId);
    return Html.page(
        status,
        new NewHandoverPage(
            reader
                .frame("Hand it over", Menu.REPRESENTATION)
                .withBreadcrumbs(new Link(names.of(slot.organisationId()), "/slots/" + slotId)),
            form.refused(),
            slotId.toString(),
            names.of(slot.organisationId()),
            own(slot).isPresent(),
            form));
  }

  /** The first time the name is looked up; then one of those found is chosen. */
  @POST
  @Path("{id}/offered")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response offer(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    List<Choice> found = found(form.value("name"));
    String chosen = form.value("person");
    if (form.value("name").isEmpty()) {
      form.refuse("name", "Write the name");
    } else if (found.isEmpty()) {
      form.refuse("name", "Nobody with a role in general practice is found by this name");
    } else if (found.stream().noneMatch(choice -> choice.value().equals(chosen))) {
      form.refuse("person", "Choose who of them it is, and for which body");
    }
    return writing.sendOrShow(
        "/v1/relationships/handovers/" + id + "/offers",
        form,
        _ -> offered(chosen),
        Map.of("successorId", "person", "actingFor", "person"),
        Notice.HANDOVER_OFFERED.at("/handovers/" + id),
        () -> page(form.status(), id, form, found));
  }

  private static Handovers.@Nullable Offer offered(String chosen) {
    int slash = chosen.indexOf('/');
    return slash < 0
        ? null
        : new Handovers.Offer(chosen.substring(0, slash), chosen.substring(slash + 1));
  }

  /** Each with each body for which they act. */
  private List<Choice> found(String name) {
    return name.isEmpty()
        ? List.of()
        : PeoplePages.named(api, name, null, MOST_FOUND).items().stream()
            .flatMap(person ->
                person.roleHoldings().stream()
                    .filter(held -> held.active() && held.organisationId() != null)
                    .filter(held -> Roles.isOfGeneralPractice(held.role()))
                    .map(held ->
                        new Choice(
                            person.personId() + "/" + held.organisationId(),
                            PersonView.name(person.name()),
                            RoleWords.of(held.role()) + ", " + held.organisationName())))
            .toList();
  }

  @POST
  @Path("{id}/accepted")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response accept(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(id, "acceptance", new People.Nothing(), fields, Notice.HANDOVER_ACCEPTED);
  }

  @POST
  @Path("{id}/declined")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decline(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(id, "refusal", new People.Nothing(), fields, Notice.HANDOVER_DECLINED);
  }

  @POST
  @Path("{id}/cancelled")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response cancel(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(id, "cancellation", new People.Nothing(), fields, Notice.HANDOVER_CANCELLED);
  }

  @POST
  @Path("{id}/opinions/{assessmentRef}/consent")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response consent(
      @PathParam("id") UUID id,
      @PathParam("assessmentRef") UUID assessmentRef,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        "opinion-consents",
        new Handovers.Consent(assessmentRef.toString()),
        fields,
        Notice.OPINION_GOES_ALONG);
  }

  @POST
  @Path("{id}/opinions/{assessmentRef}/no-consent")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response withdrawConsent(
      @PathParam("id") UUID id,
      @PathParam("assessmentRef") UUID assessmentRef,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        "opinion-consents/withdrawal",
        new Handovers.Consent(assessmentRef.toString()),
        fields,
        Notice.OPINION_STAYS);
  }

  private Response write(
      UUID id, String command, Object body, MultivaluedMap<String, String> fields, Notice done) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        "/v1/relationships/handovers/" + id + "/" + command,
        form,
        _ -> body,
        Map.of(),
        done.at("/handovers/" + id),
        () -> page(form.status(), id, form, List.of()));
  }

  private HandoverView.Read read() {
    return new HandoverView.Read(names::of, people::of, reader.me().personId());
  }

  private Response page(int status, UUID id, Form form, List<Choice> found) {
    reader.me();
    Answered<Handover> handover =
        api.getVersioned("/v1/relationships/handovers/" + id, Handover.class);
    String placeId = handover.body().placeId();
    Place place = places.place(UUID.fromString(placeId));
    return Html.page(
        status,
        new HandoverPage(
            reader
                .frame("Handover", Menu.REPRESENTATION)
                .withBreadcrumbs(
                    new Link(place.name(), "/places/" + placeId),
                    new Link("Relationships that change hands", "/handovers/of/" + placeId)),
            form.refused(),
            HandoverView.of(handover.body(), read()),
            found,
            form.withEtag(handover.etag())));
  }
}
