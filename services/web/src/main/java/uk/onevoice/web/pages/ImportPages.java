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
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.ApiProblem;
import uk.onevoice.web.api.Reached;
import uk.onevoice.web.api.Registry.Change;
import uk.onevoice.web.api.Registry.ChangeList;
import uk.onevoice.web.api.Registry.Import;
import uk.onevoice.web.api.Registry.ImportList;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** Bringing in the national lists: send a file, look at what it would change, accept or undo it. */
@Path("/imports")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ImportPages {
  private static final int RELOAD_SECONDS = 2;

  private final Reader reader;
  private final Api api;
  private final Writing writing;

  ImportPages(Reader reader, Api api, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.writing = writing;
  }

  /** An earlier import in the list. */
  public record ImportRow(String href, String name, String uploaded, String state, String colour) {}

  record Imports(
      Frame frame,
      boolean refused,
      Form form,
      List<ImportRow> earlier,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  record OneImport(
      Frame frame,
      ImportView view,
      int reloadAfter,
      List<Link> kinds,
      @Nullable String rowsHeading,
      @Nullable Grid rows,
      @Nullable String first,
      @Nullable String next,
      Form form,
      boolean refused)
      implements TemplateInstance {}

  @GET
  public TemplateInstance imports(@QueryParam("after") @Nullable String after) {
    return importsPage(Form.blank(), after);
  }

  @POST
  @Path("file")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response upload(
      @RestForm("file") @Nullable FileUpload file, @RestForm("release") @Nullable String release) {
    reader.me();
    MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
    fields.add("release", release == null ? "" : release);
    Form form = Form.sent(fields);
    if (file == null || file.size() == 0) {
      form.refuse("file", "Choose the file as you downloaded it");
      return Html.page(400, importsPage(form, null));
    }
    String query =
        form.value("release").isEmpty() ? "" : "?release=" + Segment.of(form.value("release"));
    try {
      Reached reached = api.upload("/v1/imports" + query, file.uploadedFile());
      return Html.goTo(Notice.FILE.at("/imports/" + reached.id("importId").orElse("")));
    } catch (ApiProblem refused) {
      int status = refused.problem().status();
      if (status == 400 || status == 409 || status == 413 || status == 415 || status == 422) {
        form.refuse(refused.problem(), Map.of("query:release", "release"));
        return Html.page(400, importsPage(form, null));
      }
      throw refused;
    }
  }

  @GET
  @Path("{id}")
  public TemplateInstance one(
      @PathParam("id") UUID id,
      @QueryParam("rows") @Nullable String kind,
      @QueryParam("after") @Nullable String after) {
    return page(id, kind, after, Form.blank());
  }

  @POST
  @Path("{id}/acceptance")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response accept(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return act(id, "acceptance", Notice.ACCEPTED, fields);
  }

  @POST
  @Path("{id}/undoing")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response undo(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return act(id, "undoing", Notice.TAKEN_BACK, fields);
  }

  private Response act(UUID id, String what, Notice done, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<Reached> reached =
        writing.send("/v1/imports/" + id + "/" + what, Map.of(), form, Map.of());
    return reached.isPresent()
        ? Html.goTo(done.at("/imports/" + id))
        : Html.page(form.status(), page(id, null, null, form));
  }

  private Imports importsPage(Form form, @Nullable String after) {
    Frame frame = reader.frame("Imports", Menu.IMPORTS);
    ImportList earlier =
        api.get(
            "/v1/imports?limit=50" + (after == null ? "" : "&after=" + Segment.of(after)),
            ImportList.class);
    return new Imports(
        frame,
        form.refused(),
        form,
        earlier.items().stream()
            .map(upload ->
                new ImportRow(
                    "/imports/" + upload.importId(),
                    Words.sentence(
                        Words.list(
                            upload.sources().stream()
                                .map(source -> ImportView.sourceName(source.kind()))
                                .distinct()
                                .toList())),
                    Words.time(upload.uploadedAt()),
                    ImportView.stateWords(upload.state()),
                    ImportView.stateColour(upload.state())))
            .toList(),
        after == null ? null : "/imports",
        earlier.next() == null ? null : "/imports?after=" + Segment.of(earlier.next()));
  }

  private OneImport page(UUID id, @Nullable String kind, @Nullable String after, Form form) {
    reader.me();
    Import upload = api.get("/v1/imports/" + id, Import.class);
    ImportView view = ImportView.of(upload);
    ChangeList rows =
        kind == null
            ? null
            : api.get(
                "/v1/imports/"
                    + id
                    + "/rows?limit=100&kind="
                    + Segment.of(kind)
                    + (after == null ? "" : "&after=" + Segment.of(after)),
                ChangeList.class);
    String here = "/imports/" + id;
    return new OneImport(
        reader.frame("Import", Menu.IMPORTS).withBreadcrumbs(new Link("Imports", "/imports")),
        view,
        view.working() ? RELOAD_SECONDS : 0,
        List.of(
            new Link("Rows refused", here + "?rows=refused"),
            new Link("New organisations", here + "?rows=register"),
            new Link("Changes", here + "?rows=change"),
            new Link("Closures", here + "?rows=close")),
        kind == null ? null : rowsHeading(kind),
        rows == null ? null : table(rows.items()),
        after == null ? null : here + "?rows=" + kind,
        rows == null || rows.next() == null
            ? null
            : here + "?rows=" + kind + "&after=" + Segment.of(rows.next()),
        form,
        form.refused());
  }

  private static String rowsHeading(String kind) {
    return switch (kind) {
      case "refused" -> "Rows refused";
      case "register" -> "New organisations";
      case "change" -> "Changes";
      case "close" -> "Closures";
      default -> "Rows";
    };
  }

  private static Grid table(List<Change> changes) {
    return new Grid(
        "Rows",
        List.of(new Column("Line", false), new Column("Code", false), new Column("What", false)),
        changes.stream()
            .map(change ->
                List.of(
                    new Cell(change.line() == 0 ? "missing" : Words.number(change.line())),
                    new Cell(change.code()),
                    new Cell(change.what())))
            .toList());
  }
}
