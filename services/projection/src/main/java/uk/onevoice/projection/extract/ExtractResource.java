package uk.onevoice.projection.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.AskedTime;
import uk.onevoice.projection.reading.PointInTime;
import uk.onevoice.projection.reading.Steps;
import uk.onevoice.projection.representation.Audiences;
import uk.onevoice.projection.representation.MeasureTable;
import uk.onevoice.projection.structure.IcsNames;
import uk.onevoice.projection.structure.PracticeTable;
import uk.onevoice.projection.table.Table;
import uk.onevoice.projection.table.Table.Row;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Standing;
import uk.onevoice.service.problem.Problem;

/**
 * Tables of an ICS for the warehouse of its ICB. They are made and sent a week at a time, so that
 * any number of weeks takes the memory of one. Each row ends with its cursor; whoever has it asks
 * for what comes after. An answer that cannot be finished breaks off, and is never just short.
 */
@Path("/v1/ics/{odsCode}/extract/{table}")
@RunOnVirtualThread
class ExtractResource {
  static final String NDJSON = "application/x-ndjson";
  static final String CSV = "text/csv";

  private final Steps steps;
  private final Audiences audiences;
  private final Standing standing;
  private final ObjectMapper json;

  ExtractResource(Steps steps, Audiences audiences, Standing standing, ObjectMapper json) {
    this.steps = steps;
    this.audiences = audiences;
    this.standing = standing;
    this.json = json;
  }

  @GET
  @Produces({NDJSON, CSV})
  @Permission("readExtract")
  public Response read(
      @PathParam("odsCode") String odsCode,
      @PathParam("table") String name,
      @BeanParam AskedTime asked,
      @QueryParam("from") @Nullable String from,
      @QueryParam("after") @Nullable String after,
      @Context HttpHeaders headers) {
    Table table = table(odsCode, name);
    PointInTime time = steps.asked(asked);
    String of = name + " of " + odsCode;
    Extent extent =
        after == null ? Extent.of(of, time, from) : Extent.after(after, of, time.knownAt());
    if (!steps.read(extent.on(extent.last()), facts -> IcsNames.isIcs(facts, odsCode))) {
      throw Problem.notFound().exception();
    }
    Form form = form(headers);
    List<LocalDate> days = extent.days();
    // What cannot be read is a problem, as long as nothing has been sent.
    List<Row> first = steps.read(extent.on(days.getFirst()), table::rows);
    StreamingOutput lines =
        out -> {
          var writing = new Writing(out, form, table.columns(), extent);
          writing.heading();
          writing.rows(days.getFirst(), first);
          for (LocalDate day : days.subList(1, days.size())) {
            // Who may not ask any more is told no more.
            standing.renew();
            writing.rows(day, steps.read(extent.on(day), table::rows));
          }
        };
    return Response.ok(lines, MediaType.valueOf(form.type()).withCharset("utf-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + name + (form == Form.CSV ? ".csv\"" : ".ndjson\""))
        .header("X-Up-To-Date-To", steps.upTo(extent.on(extent.last())).orElse(null))
        .header(HttpHeaders.VARY, "Accept, Authorization, X-Acting-As")
        .build();
  }

  private Table table(String odsCode, String name) {
    return switch (name) {
      case "structure" -> new PracticeTable(odsCode);
      case "representation" -> new MeasureTable(odsCode, audiences);
      default -> throw Problem.notFound().exception();
    };
  }

  /** The first that the caller accepts; without a word of it, objects. */
  private static Form form(HttpHeaders headers) {
    Optional<MediaType> accepted =
        headers.getAcceptableMediaTypes().stream()
            .filter(type ->
                type.isCompatible(MediaType.valueOf(NDJSON))
                    || type.isCompatible(MediaType.valueOf(CSV)))
            .findFirst();
    return accepted.isPresent() && !accepted.get().isCompatible(MediaType.valueOf(NDJSON))
        ? Form.CSV
        : Form.NDJSON;
  }

  /** Rows on their way out. */
  private final class Writing {
    private final OutputStream out;
    private final Form form;
    private final List<String> columns;
    private final Extent extent;

    Writing(OutputStream out, Form form, List<String> columns, Extent extent) {
      this.out = out;
      this.form = form;
      this.columns = new ArrayList<>(columns);
      this.columns.add("cursor");
      this.extent = extent;
    }

    void heading() throws IOException {
      write(form.heading(columns));
    }

    void rows(LocalDate day, List<Row> rows) throws IOException {
      for (Row row : rows) {
        if (!extent.isTold(day, row)) {
          List<@Nullable Object> cells = new ArrayList<>(row.cells());
          cells.add(extent.cursor(day, row));
          write(form.line(json, columns, cells));
        }
      }
    }

    private void write(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
