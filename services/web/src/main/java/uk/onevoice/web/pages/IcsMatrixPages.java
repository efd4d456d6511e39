package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.pages.MatrixReading.Asked;
import uk.onevoice.web.pages.MatrixReading.Whose;

/** Who speaks for general practice at the boards and groups that are for a whole ICS. */
@Path("/ics/{odsCode}/representation/boards")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class IcsMatrixPages {
  private final MatrixReading reading;

  IcsMatrixPages(MatrixReading reading) {
    this.reading = reading;
  }

  @GET
  public TemplateInstance matrix(
      @PathParam("odsCode") String odsCode,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("period") @Nullable String period,
      @QueryParam("since") @Nullable String since,
      @QueryParam("footprint") @Nullable String footprint) {
    return reading.page(whose(odsCode), new Asked(asOf, period, since, footprint));
  }

  @GET
  @Path("partners")
  public TemplateInstance partners(
      @PathParam("odsCode") String odsCode,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("partner") @Nullable String partner,
      @QueryParam("footprint") @Nullable String footprint) {
    return reading.partners(whose(odsCode), new Asked(asOf, null, null, footprint), partner);
  }

  @GET
  @Path("cell")
  public TemplateInstance cell(@PathParam("odsCode") String odsCode, @BeanParam AskedCell asked) {
    return reading.cell(whose(odsCode), asked);
  }

  @GET
  @Path("table.csv")
  @Produces("text/csv")
  public Response table(
      @PathParam("odsCode") String odsCode,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("period") @Nullable String period,
      @QueryParam("since") @Nullable String since,
      @QueryParam("footprint") @Nullable String footprint) {
    return reading.table(whose(odsCode), new Asked(asOf, period, since, footprint));
  }

  private static Whose whose(String odsCode) {
    String ics = "/ics/" + Segment.of(odsCode);
    return new Whose(
        "/v1" + ics + "/representation/matrix",
        ics + "/representation/boards",
        ics,
        "See its places and figures",
        "",
        Menu.STRUCTURE);
  }
}
