package uk.onevoice.projection.representation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import uk.onevoice.projection.paper.PaperAnswer;
import uk.onevoice.projection.reading.AskedFootprint;
import uk.onevoice.projection.reading.AskedTime;
import uk.onevoice.projection.reading.IcsFootprint.Chosen;
import uk.onevoice.projection.reading.Views;
import uk.onevoice.security.Permission;
import uk.onevoice.service.problem.Problem;

/** The measures of an ICS and its places on one page, to be printed or put before a board. */
@Path("/v1/ics/{odsCode}/representation/paper")
@RunOnVirtualThread
class IcsPaperResource {
  private final Views views;
  private final Audiences audiences;

  IcsPaperResource(Views views, Audiences audiences) {
    this.views = views;
    this.audiences = audiences;
  }

  @GET
  @Produces(PaperAnswer.PDF)
  @Permission("readIcsRepresentationAsPaper")
  public Response read(
      @PathParam("odsCode") String odsCode,
      @BeanParam AskedTime asked,
      @BeanParam AskedFootprint footprint) {
    Audience any = audiences.ofAnyPlace();
    Chosen chosen = footprint.chosen();
    return PaperAnswer.of(
        views.byContent(
            asked,
            "paper",
            facts ->
                new IcsRepresentations(facts, odsCode, chosen, audiences::of, any)
                    .of(Measures.keys())
                    .map(Papers::of)
                    .orElseThrow(() -> Problem.notFound().exception())));
  }
}
