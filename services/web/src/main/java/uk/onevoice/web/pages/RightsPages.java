package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.PeopleRights.OpenRequests;
import uk.onevoice.web.api.PeopleRights.Outcome;
import uk.onevoice.web.api.PeopleRights.Rights;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.pages.RecordView.ExportView;
import uk.onevoice.web.pages.RecordView.RequestView;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** What people have asked for about what is kept of them, for the administrator who answers. */
@Path("/rights")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class RightsPages {
  private final Reader reader;
  private final Api api;
  private final Writing writing;

  RightsPages(Reader reader, Api api, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.writing = writing;
  }

  record AllRequests(
      Frame frame, @Nullable Grid requests, @Nullable String first, @Nullable String next)
      implements TemplateInstance {}

  record PersonRights(
      Frame frame,
      boolean refused,
      String personId,
      boolean restricted,
      @Nullable String erased,
      List<RequestView> requests,
      List<ExportView> exports,
      Form form)
      implements TemplateInstance {}

  @GET
  public TemplateInstance all(@QueryParam("after") @Nullable String after) {
    Frame frame = reader.frame("What people have asked for", Menu.REQUESTS);
    OpenRequests open =
        api.get(
            "/v1/people/requests?limit=50" + (after == null ? "" : "&after=" + Segment.of(after)),
            OpenRequests.class);
    return new AllRequests(
        frame,
        open.items().isEmpty() ? null : table(open),
        after == null ? null : "/rights",
        open.next() == null ? null : "/rights?after=" + Segment.of(open.next()));
  }

  private static Grid table(OpenRequests open) {
    return new Grid(
        "Open requests",
        List.of(
            new Column("Asked for", false), new Column("When", false), new Column("Due", false)),
        open.items().stream()
            .map(request ->
                List.of(
                    new Cell(RecordView.right(request.right()), "/rights/" + request.personId()),
                    new Cell(Words.time(request.requestedAt())),
                    new Cell(Words.day(request.due()))))
            .toList());
  }

  @GET
  @Path("{id}")
  public Response person(@PathParam("id") UUID id) {
    return page(200, id, Form.blank());
  }

  @POST
  @Path("{id}/settlement")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response settle(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        "/requests/" + Segment.of(form.value("request")) + "/settlement",
        new Outcome(form.value("outcome")),
        form,
        Notice.SETTLED);
  }

  @POST
  @Path("{id}/restriction")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response restrict(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(id, "/restriction", Map.of(), Form.sent(fields), Notice.RESTRICTED);
  }

  @POST
  @Path("{id}/lifting")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response lift(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(id, "/restriction/lifting", Map.of(), Form.sent(fields), Notice.LIFTED);
  }

  @POST
  @Path("{id}/erasure")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response erase(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(id, "/erasure", Map.of(), Form.sent(fields), Notice.ERASED);
  }

  private Response write(UUID id, String what, Object body, Form form, Notice done) {
    reader.me();
    return writing.send("/v1/people/" + id + what, body, form, Map.of()).isPresent()
        ? Html.goTo(done.at("/rights/" + id))
        : page(form.status(), id, form);
  }

  private Response page(int status, UUID id, Form form) {
    Frame frame = reader.frame("What one person has asked for", Menu.REQUESTS);
    Answered<Rights> answered = api.getVersioned("/v1/people/" + id + "/rights", Rights.class);
    Rights rights = answered.body();
    return Html.page(
        status,
        new PersonRights(
            frame.withBreadcrumbs(new Link("Requests", "/rights")),
            form.refused(),
            id.toString(),
            rights.restricted(),
            rights.erasure() == null ? null : RecordView.erasure(rights.erasure()),
            RecordView.requests(rights.requests()),
            RecordView.exports(rights.exports(), ""),
            form));
  }
}
