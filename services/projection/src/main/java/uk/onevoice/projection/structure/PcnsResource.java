package uk.onevoice.projection.structure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import uk.onevoice.projection.reading.AskedTime;
import uk.onevoice.projection.reading.Views;
import uk.onevoice.security.Permission;
import uk.onevoice.service.problem.Problem;

/** Networks. The registry is everybody's: figures here are live. */
@Path("/v1/pcns")
@RunOnVirtualThread
class PcnsResource {
  private final Views views;

  PcnsResource(Views views) {
    this.views = views;
  }

  /** Of all its practices, in whichever ICS each lies. */
  @GET
  @Path("/{odsCode}/federation-share")
  @Permission("readFederationShareOfPcn")
  public Response federationShare(@PathParam("odsCode") String odsCode, @BeanParam AskedTime time) {
    return views.ofRegistry(
        time,
        facts -> {
          String name =
              new Structures(facts)
                  .nameOfPcn(odsCode)
                  .orElseThrow(() -> Problem.notFound().exception());
          return FederationShare.of(facts, "PCN", odsCode, name, null);
        });
  }
}
