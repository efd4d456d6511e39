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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.PeopleRights;
import uk.onevoice.web.api.PeopleRights.Ask;
import uk.onevoice.web.api.PeopleRights.Rights;
import uk.onevoice.web.api.PeopleRights.Typed;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.pages.RecordView.ExportView;
import uk.onevoice.web.pages.RecordView.PartView;
import uk.onevoice.web.pages.RecordView.RequestView;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;

/** What is kept about the reader: to read, to print, to take away, and to say something about. */
@Path("/your-record")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class YourRecordPages {
  private final Reader reader;
  private final Api api;
  private final Records records;
  private final RecordCopy copy;
  private final Writing writing;

  YourRecordPages(Reader reader, Api api, Records records, RecordCopy copy, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.records = records;
    this.copy = copy;
    this.writing = writing;
  }

  record YourRecordPage(
      Frame frame,
      boolean refused,
      boolean restricted,
      List<PartView> parts,
      boolean entered,
      List<RequestView> requests,
      List<ExportView> exports,
      List<Choice> rights,
      Form form)
      implements TemplateInstance {}

  record EntriesPage(
      Frame frame,
      String heading,
      @Nullable Grid entries,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  @GET
  public Response yourRecord() {
    return page(200, Form.blank());
  }

  @GET
  @Path("entries/{service}")
  public EntriesPage entries(
      @PathParam("service") String service,
      @QueryParam("only") @Nullable String only,
      @QueryParam("after") @Nullable String after) {
    if (!Records.ADDRESSES.containsKey(service)) {
      throw new NotFoundException();
    }
    Records.Only which = "ENTERED".equals(only) ? Records.Only.ENTERED : Records.Only.ABOUT;
    String heading = RecordView.heading(service, which);
    Frame frame = reader.frame(heading, Menu.NONE);
    var mentions = records.page(service, reader.me().personId(), which, after).mentions();
    return new EntriesPage(
        frame.withBreadcrumbs(new Link("What is kept about you", "/your-record")),
        heading,
        RecordView.grid(heading, mentions),
        after == null ? null : "/your-record/entries/" + service + "?only=" + which,
        RecordView.more(service, which, mentions));
  }

  @POST
  @Path("requests")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response ask(MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    Optional<String> right = form.required("right", "Choose what you ask for");
    @Nullable Ask body =
        right
            .map(chosen ->
                new Ask(chosen, form.value("words").isEmpty() ? null : form.value("words")))
            .orElse(null);
    return write(
        "/v1/people/" + reader.me().personId() + "/requests",
        body,
        form,
        Map.of("right", "right", "words", "words"),
        Notice.RIGHT_ASKED);
  }

  @POST
  @Path("exports")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response export(MultivaluedMap<String, String> fields) {
    return write(
        "/v1/people/" + reader.me().personId() + "/exports",
        Map.of(),
        Form.sent(fields),
        Map.of(),
        Notice.COPY_ASKED);
  }

  @POST
  @Path("view")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response view(MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    String address = Records.ADDRESSES.get(form.value("service"));
    if (address == null) {
      throw new NotFoundException();
    }
    Optional<String> words = form.required("view", "Write your view");
    return write(
        address
            + reader.me().personId()
            + "/words/"
            + Segment.of(form.value("ref"))
            + "/counter-statements",
        words.map(Typed::new).orElse(null),
        form,
        Map.of("words", "view"),
        Notice.VIEW_SAVED);
  }

  @GET
  @Path("copies/{exportId}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response copy(@PathParam("exportId") UUID export) {
    String person = reader.me().personId();
    // Not there, or somebody else's: the answer to that is the page.
    api.get("/v1/people/" + person + "/exports/" + export, PeopleRights.Export.class);
    StreamingOutput all = out -> copy.write(person, out);
    return Response.ok(all)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"your-record.json\"")
        .build();
  }

  private Response write(
      String path, @Nullable Object body, Form form, Map<String, String> fields, Notice done) {
    return writing.send(path, body, form, fields).isPresent()
        ? Html.goTo(done.at("/your-record"))
        : page(form.status(), form);
  }

  private Response page(int status, Form form) {
    Frame frame = reader.frame("What is kept about you", Menu.NONE);
    String person = reader.me().personId();
    Rights rights = api.get("/v1/people/" + person + "/rights", Rights.class);
    List<PartView> parts = RecordView.parts(records.of(person));
    return Html.page(
        status,
        new YourRecordPage(
            frame,
            form.refused(),
            rights.restricted(),
            parts,
            parts.stream().anyMatch(part -> part.entered() != null),
            RecordView.requests(rights.requests()),
            RecordView.exports(rights.exports(), "/your-record/copies/"),
            RecordView.RIGHTS,
            form));
  }
}
