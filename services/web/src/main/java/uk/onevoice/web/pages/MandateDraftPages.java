package uk.onevoice.web.pages;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Mandates;
import uk.onevoice.web.api.Mandates.Draft;
import uk.onevoice.web.api.Mandates.TermsWish;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** What practices are to be asked for: a new draft, and one that is worked on. */
@Path("/drafts")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MandateDraftPages {
  private final Reader reader;
  private final Api api;
  private final PlaceViews places;
  private final Writing writing;
  private final TermsShown shown;

  MandateDraftPages(Reader reader, Api api, PlaceViews places, Writing writing, TermsShown shown) {
    this.reader = reader;
    this.api = api;
    this.places = places;
    this.writing = writing;
    this.shown = shown;
  }

  @GET
  @Path("new/{placeId}")
  public Response begin(@PathParam("placeId") UUID placeId) {
    Form form = Form.blank();
    reader.role().map(RoleHolding::organisationId).ifPresent(body -> form.with("body", body));
    reader.role().map(RoleHolding::role).ifPresent(role -> form.with("role", role));
    return beginPage(200, placeId, form);
  }

  @POST
  @Path("new/{placeId}/saved")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response begun(@PathParam("placeId") UUID placeId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    @Nullable TermsWish terms = TermsForm.read(form, null);
    @Nullable String made =
        writing
            .send(
                "/v1/mandates/drafts",
                terms == null ? null : new Mandates.NewDraft(placeId.toString(), terms),
                form,
                TermsForm.FIELDS)
            .flatMap(reached -> reached.id("mandateId"))
            .orElse(null);
    return made == null
        ? beginPage(form.status(), placeId, form)
        : Html.goTo(Notice.DRAFTED.at("/drafts/" + made));
  }

  private Response beginPage(int status, UUID placeId, Form form) {
    reader.me();
    return shown.page(
        status,
        placeId.toString(),
        new TermsShown.What(
            "Draft a mandate for " + places.place(placeId).name(),
            "Write down what practices are to be asked for. Nobody is asked before you say so.",
            "/drafts/new/" + placeId + "/saved",
            "Save the draft",
            null,
            "",
            drafts(placeId)),
        form);
  }

  private List<Link> drafts(UUID placeId) {
    return api
        .get("/v1/mandates/drafts?limit=200&placeId=" + placeId, Mandates.Drafts.class)
        .items()
        .stream()
        .filter(draft -> draft.state().equals("DRAFT"))
        .map(draft ->
            new Link(
                Words.sentence(TermsForm.about(draft.terms()))
                    + ", begun on "
                    + Words.day(draft.draftedOn()),
                "/drafts/" + draft.mandateId()))
        .toList();
  }

  @GET
  @Path("{id}")
  public Response draft(@PathParam("id") UUID id) {
    return draftPage(200, id, null);
  }

  @POST
  @Path("{id}/saved")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revise(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Draft draft = api.get("/v1/mandates/drafts/" + id, Draft.class);
    return writing.sendOrShow(
        "/v1/mandates/drafts/" + id + "/revisions",
        form,
        sent -> TermsForm.read(sent, draft.terms()),
        TermsForm.FIELDS,
        Notice.DRAFTED.at("/drafts/" + id),
        () -> draftPage(form.status(), id, form));
  }

  @POST
  @Path("{id}/asked")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response open(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    @Nullable LocalDate on = form.optionalDay("openedOn").orElse(null);
    return writing.sendOrShow(
        "/v1/mandates/drafts/" + id + "/opening",
        form,
        _ -> new Mandates.Opening(on),
        Map.of("openedOn", "openedOn"),
        Notice.ASKED.at("/mandates/" + id),
        () -> stored(form, id));
  }

  @POST
  @Path("{id}/given-up")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response giveUp(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        "/v1/mandates/drafts/" + id + "/withdrawal",
        form,
        _ -> new Mandates.Plain(),
        Map.of(),
        Notice.DRAFT_GIVEN_UP.at("/drafts/" + id),
        () -> stored(form, id));
  }

  /** A form beside the one of the terms was refused: those are shown as they are stored. */
  private Response stored(Form form, UUID id) {
    Draft draft = api.get("/v1/mandates/drafts/" + id, Draft.class);
    Form stored = TermsForm.of(draft.terms());
    stored
        .typed()
        .forEach(field -> form.with(field.name(), form.value(field.name(), field.value())));
    form.withAll("topic", stored.all("topic"))
        .withAll("table", stored.all("table"))
        .withAll("named", stored.all("named"));
    return draftPage(form.status(), id, form);
  }

  private Response draftPage(int status, UUID id, @Nullable Form typed) {
    reader.me();
    Answered<Draft> answered = api.getVersioned("/v1/mandates/drafts/" + id, Draft.class);
    Draft draft = answered.body();
    if (draft.state().equals("OPENED")) {
      return Html.goTo("/mandates/" + id);
    }
    boolean givenUp = draft.state().equals("WITHDRAWN");
    Form form = typed == null ? TermsForm.of(draft.terms()) : typed;
    return shown.page(
        status,
        draft.placeId(),
        new TermsShown.What(
            Words.sentence(TermsForm.about(draft.terms())) + ", a draft",
            "Only those who may draft see this. Begun on " + Words.day(draft.draftedOn()) + ".",
            "/drafts/" + id + "/saved",
            "Save the draft",
            givenUp ? null : id.toString(),
            givenUp ? "This draft was given up. Begin a new one." : "",
            List.of()),
        form.withEtag(answered.etag()));
  }
}
