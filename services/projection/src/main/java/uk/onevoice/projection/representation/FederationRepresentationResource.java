package uk.onevoice.projection.representation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import uk.onevoice.projection.reading.AskedTime;
import uk.onevoice.projection.reading.Views;
import uk.onevoice.security.Permission;
import uk.onevoice.service.problem.Problem;

/** The measures of a federation, and what it stands on. */
@Path("/v1/ics/{odsCode}/federations/{federationId}/representation")
@RunOnVirtualThread
class FederationRepresentationResource {
  private final Views views;
  private final Audiences audiences;

  FederationRepresentationResource(Views views, Audiences audiences) {
    this.views = views;
    this.audiences = audiences;
  }

  @GET
  @Permission("readFederationRepresentation")
  public Response read(
      @PathParam("odsCode") String odsCode,
      @PathParam("federationId") String federationId,
      @BeanParam AskedTime asked) {
    return view(odsCode, federationId, asked, Measures.keys());
  }

  @GET
  @Path("/{measure: M[0-9]+}")
  @Permission("readFederationMeasure")
  public Response measure(
      @PathParam("odsCode") String odsCode,
      @PathParam("federationId") String federationId,
      @PathParam("measure") String measure,
      @BeanParam AskedTime asked) {
    return view(odsCode, federationId, asked, Measures.only(measure));
  }

  @GET
  @Path("/{measure: M[0-9]+}/evidence")
  @Permission("readFederationMeasureEvidence")
  public Response evidence(
      @PathParam("odsCode") String odsCode,
      @PathParam("federationId") String federationId,
      @PathParam("measure") String measure,
      @BeanParam AskedTime asked,
      @BeanParam AskedEvidence wanted) {
    Audience any = audiences.ofAnyPlace();
    Measures.only(measure);
    return views.byContent(
        asked,
        "federation",
        facts ->
            new Federations(facts, odsCode, federationId, audiences::of, any)
                .evidence(measure, audiences.person(), wanted)
                .orElseThrow(() -> Problem.notFound().exception()));
  }

  private Response view(String odsCode, String federationId, AskedTime asked, Set<String> keys) {
    Audience any = audiences.ofAnyPlace();
    return views.ofBody(
        asked,
        "federation",
        facts ->
            new Federations(facts, odsCode, federationId, audiences::of, any)
                .of(keys)
                .orElseThrow(() -> Problem.notFound().exception()));
  }
}
