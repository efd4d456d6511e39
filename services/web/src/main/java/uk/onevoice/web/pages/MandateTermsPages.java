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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Mandates.WholeTerms;
import uk.onevoice.web.ui.Form;

/** Asking practices for other terms of a mandate: a new version. */
@Path("/mandates")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MandateTermsPages {
  private final Reader reader;
  private final Api api;
  private final Writing writing;
  private final TermsShown shown;

  MandateTermsPages(Reader reader, Api api, Writing writing, TermsShown shown) {
    this.reader = reader;
    this.api = api;
    this.writing = writing;
    this.shown = shown;
  }

  @GET
  @Path("{id}/terms")
  public Response terms(@PathParam("id") UUID id) {
    return termsPage(200, id, null);
  }

  @POST
  @Path("{id}/terms/asked")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response amend(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Mandate mandate = api.get("/v1/mandates/" + id, Mandate.class);
    return writing.sendOrShow(
        "/v1/mandates/" + id + "/versions",
        form,
        sent -> TermsForm.read(sent, mandate.terms()),
        TermsForm.FIELDS,
        Notice.NEW_TERMS.at("/mandates/" + id),
        () -> termsPage(form.status(), id, form));
  }

  private Response termsPage(int status, UUID id, @Nullable Form typed) {
    reader.me();
    Answered<Mandate> mandate = api.getVersioned("/v1/mandates/" + id, Mandate.class);
    @Nullable WholeTerms terms = mandate.body().terms();
    boolean told = terms != null && terms.limits() != null;
    Form form = typed != null ? typed : terms == null ? Form.blank() : TermsForm.of(terms);
    return shown.page(
        status,
        mandate.body().placeId(),
        new TermsShown.What(
            "Ask practices for other terms",
            "Every practice is asked again. What is in force goes on until the new terms take its place.",
            "/mandates/" + id + "/terms/asked",
            "Ask the practices",
            null,
            told ? "" : "There are no terms here that you could change.",
            List.of()),
        form.withEtag(mandate.etag()));
  }
}
