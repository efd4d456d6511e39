package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.IdempotencyKey;
import uk.onevoice.organisations.adapter.store.ImportState;
import uk.onevoice.organisations.adapter.store.Imports;
import uk.onevoice.organisations.adapter.store.Upload;
import uk.onevoice.organisations.adapter.store.Uploads;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.imported.ImportId;
import uk.onevoice.organisations.domain.imported.ImportedSource;
import uk.onevoice.organisations.imports.Change;
import uk.onevoice.organisations.imports.FileContents;
import uk.onevoice.organisations.imports.OfficialFile;
import uk.onevoice.organisations.imports.Unpacking;
import uk.onevoice.organisations.imports.UnreadableFile;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.edge.CurrentRequest;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.StandardProblems;
import uk.onevoice.service.wiring.Ids;

/** Official files: sent, looked at, accepted, and taken back. */
@Path("/v1/imports")
@RunOnVirtualThread
class ImportsResource {
  private final Imports imports;
  private final Uploads uploads;
  private final Commands commands;
  private final CurrentRequest request;
  private final CurrentActor actor;
  private final Ids ids;
  private final Clock clock;

  ImportsResource(
      Imports imports,
      Uploads uploads,
      Commands commands,
      CurrentRequest request,
      CurrentActor actor,
      Ids ids,
      Clock clock) {
    this.imports = imports;
    this.uploads = uploads;
    this.commands = commands;
    this.request = request;
    this.actor = actor;
    this.ids = ids;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Permission("uploadFile")
  public Response upload(@QueryParam("release") @Nullable String release, InputStream file) {
    try {
      var content = Files.createTempFile("upload", ".bin");
      try {
        var unpacked = new Unpacking().unpack(file, content);
        var contents = OfficialFile.read(unpacked, release(release));
        return kept(contents, content);
      } finally {
        Files.deleteIfExists(content);
      }
    } catch (UnreadableFile unreadable) {
      throw RegistryProblems.of(unreadable).exception();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static @Nullable LocalDate release(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return OfficialFile.release(text)
        .orElseThrow(() ->
            Problem.invalid("query:release", "must be a month or day such as 2026-07 or 2026-07-01")
                .exception());
  }

  private Response kept(FileContents contents, java.nio.file.Path content) {
    IdempotencyKey key = request.idempotencyKey().orElseThrow();
    var repeated = uploads.byKey(key).orElse(null);
    if (repeated != null) {
      if (!repeated.sha256().equals(contents.sha256())
          || !releases(repeated.sources()).equals(releases(contents.imported()))) {
        throw StandardProblems.keyReused().exception();
      }
      return known(repeated, contents, true);
    }
    var earlier = uploads.standing(contents.sha256()).orElse(null);
    if (earlier != null) {
      return known(earlier, contents, false);
    }
    var preview = imports.preview(contents);
    var upload =
        new Upload(
            new ImportId(ids.get()),
            ImportState.PREVIEWED,
            contents.sha256(),
            contents.imported(),
            preview.counts(),
            actor.get().ref(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null,
            null,
            0,
            0,
            0,
            0,
            null,
            null);
    if (!uploads.add(upload, preview, content, key)) {
      return uploads
          .standing(contents.sha256())
          .map(first -> known(first, contents, false))
          .orElseThrow(() -> StandardProblems.keyReused().exception());
    }
    return answer(Response.Status.CREATED, upload)
        .location(java.net.URI.create("/v1/imports/" + upload.id()))
        .build();
  }

  private static Map<Source, LocalDate> releases(List<ImportedSource> sources) {
    return sources.stream()
        .collect(Collectors.toMap(ImportedSource::kind, ImportedSource::release));
  }

  /** The same file again: the earlier import, and a new look at it while nobody accepted it. */
  private Response known(Upload earlier, FileContents contents, boolean sameKey) {
    var now = earlier;
    if (earlier.state() == ImportState.PREVIEWED) {
      var preview = imports.preview(contents);
      now =
          new Upload(
              earlier.id(),
              earlier.state(),
              earlier.sha256(),
              contents.imported(),
              preview.counts(),
              earlier.uploadedBy(),
              earlier.uploadedAt(),
              null,
              null,
              0,
              0,
              0,
              0,
              null,
              null);
      uploads.preview(earlier.id(), now, preview);
    }
    var answer = answer(Response.Status.OK, now);
    return sameKey ? answer.header("Idempotency-Replayed", "true").build() : answer.build();
  }

  @GET
  @Permission("listImports")
  public Page<ImportView> list(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
    var page = PageRequest.of(after, limit);
    var from = page.after() == null ? null : PageRequest.uuid("after", page.after());
    var found = uploads.page(from, page.limit() + 1);
    boolean more = found.size() > page.limit();
    var items = more ? found.subList(0, page.limit()) : found;
    return new Page<>(
        items.stream().map(ImportView::of).toList(), more ? items.getLast().id().toString() : null);
  }

  @GET
  @Path("/{id}")
  @Permission("readImport")
  public Response read(@PathParam("id") UUID id) {
    return answer(Response.Status.OK, find(id)).build();
  }

  @GET
  @Path("/{id}/rows")
  @Permission("readImportRows")
  public Page<Change> rows(
      @PathParam("id") UUID id,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    var upload = find(id);
    var page = PageRequest.of(after, limit);
    int from = after == null ? 0 : cursor(after);
    var found = uploads.changes(upload.id(), kind(kind), from, page.limit() + 1);
    boolean more = found.size() > page.limit();
    return new Page<>(
        more ? found.subList(0, page.limit()) : found,
        more ? Integer.toString(from + page.limit()) : null);
  }

  private static int cursor(String after) {
    if (!after.matches("[0-9]{1,8}")) {
      throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
    }
    return Integer.parseInt(after);
  }

  private static Change.Kind kind(@Nullable String text) {
    for (var kind : Change.Kind.values()) {
      if (text != null && kind.name().equals(text.toUpperCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw Problem.invalid("query:kind", "must be refused, register, change or close").exception();
  }

  @POST
  @Path("/{id}/acceptance")
  @Consumes(MediaType.WILDCARD)
  @Permission("acceptImport")
  public Response accept(@PathParam("id") UUID id) {
    var upload = find(id);
    var asked = commands.metadata(Circumstances.NONE);
    boolean begins =
        uploads.begin(
            upload.id(), asked, ImportState.ACCEPTING, ImportState.PREVIEWED, ImportState.FAILED);
    // Also when it should be under way: the replica that began may be gone.
    if (begins || upload.state() == ImportState.ACCEPTING) {
      imports.accept(upload, asked);
    }
    var now = find(id);
    return switch (now.state()) {
      case UNDOING, UNDONE -> throw RegistryProblems.importUndone().exception();
      case PREVIEWED, ACCEPTING, ACCEPTED, FAILED -> answer(Response.Status.ACCEPTED, now).build();
    };
  }

  @POST
  @Path("/{id}/undoing")
  @Consumes(MediaType.WILDCARD)
  @Permission("undoImport")
  public Response undo(@PathParam("id") UUID id) {
    var upload = find(id);
    var asked = commands.metadata(Circumstances.NONE);
    boolean begins =
        uploads.begin(
            upload.id(), asked, ImportState.UNDOING, ImportState.ACCEPTED, ImportState.FAILED);
    if (begins || upload.state() == ImportState.UNDOING) {
      imports.undo(upload, asked);
    }
    var now = find(id);
    return switch (now.state()) {
      case PREVIEWED, ACCEPTING -> throw RegistryProblems.importNotAccepted().exception();
      case UNDOING, UNDONE, ACCEPTED, FAILED -> answer(Response.Status.ACCEPTED, now).build();
    };
  }

  private Upload find(UUID id) {
    return uploads.find(new ImportId(id)).orElseThrow(() -> Problem.notFound().exception());
  }

  private static Response.ResponseBuilder answer(Response.Status status, Upload upload) {
    var response = Response.status(status).entity(ImportView.of(upload));
    return upload.positions() == null
        ? response
        : response.header("X-Position", upload.positions());
  }
}
