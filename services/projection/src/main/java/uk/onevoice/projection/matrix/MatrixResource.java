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
import uk.onevoice.projection.reading.AskedTime;
import uk.onevoice.security.Permission;

/** The matrix of a place. */
@Path("/v1/places/{placeId}")
@RunOnVirtualThread
class MatrixResource {
  private final MatrixAnswers answers;

  MatrixResource(MatrixAnswers answers) {
    this.answers = answers;
  }

  @GET
  @Path("matrix")
  @Permission("readMatrix")
  public Response read(
      @PathParam("placeId") String placeId,
      @BeanParam AskedTime time,
      @BeanParam AskedMatrix asked,
      @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
    return answers.accepted(new MatrixArea.Place(placeId), time, asked, accept);
  }

  @GET
  @Path("matrix.csv")
  @Permission("readMatrixAsCsv")
  public Response readAsCsv(
      @PathParam("placeId") String placeId,
      @BeanParam AskedTime time,
      @BeanParam AskedMatrix asked) {
    return answers.table(new MatrixArea.Place(placeId), time, asked);
  }

  @GET
  @Path("matrix/evidence")
  @Permission("readMatrixEvidence")
  public Response evidence(
      @PathParam("placeId") String placeId,
      @BeanParam AskedTime time,
      @BeanParam AskedMatrixEvidence wanted) {
    return answers.evidence(new MatrixArea.Place(placeId), time, wanted);
  }
}
