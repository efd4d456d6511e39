package uk.onevoice.projection.matrix;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.AskedFootprint;
import uk.onevoice.projection.reading.AskedTime;
import uk.onevoice.security.Permission;

/** The matrix of an ICS: of the forums that are for all of it, or for several of its places. */
@Path("/v1/ics/{odsCode}/representation")
@RunOnVirtualThread
class IcsMatrixResource {
  private final MatrixAnswers answers;

  IcsMatrixResource(MatrixAnswers answers) {
    this.answers = answers;
  }

  @GET
  @Path("matrix")
  @Permission("readIcsMatrix")
  public Response read(
      @PathParam("odsCode") String odsCode,
      @BeanParam AskedTime time,
      @BeanParam AskedFootprint footprint,
      @BeanParam AskedMatrix asked,
      @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
    return answers.accepted(new MatrixArea.Ics(odsCode, footprint.chosen()), time, asked, accept);
  }

  @GET
  @Path("matrix.csv")
  @Permission("readIcsMatrixAsCsv")
  public Response readAsCsv(
      @PathParam("odsCode") String odsCode,
      @BeanParam AskedTime time,
      @BeanParam AskedFootprint footprint,
      @BeanParam AskedMatrix asked) {
    return answers.table(new MatrixArea.Ics(odsCode, footprint.chosen()), time, asked);
  }

  @GET
  @Path("matrix/evidence")
  @Permission("readIcsMatrixEvidence")
  public Response evidence(
      @PathParam("odsCode") String odsCode,
      @BeanParam AskedTime time,
      @BeanParam AskedFootprint footprint,
      @BeanParam AskedMatrixEvidence wanted) {
    return answers.evidence(new MatrixArea.Ics(odsCode, footprint.chosen()), time, wanted);
  }
}
