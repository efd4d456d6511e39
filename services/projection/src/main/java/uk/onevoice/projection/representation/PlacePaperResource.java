package uk.onevoice.projection.representation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Function;
import uk.onevoice.projection.paper.Paper;
import uk.onevoice.projection.reading.AskedTime;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.reading.Views;
import uk.onevoice.security.Permission;
import uk.onevoice.service.problem.Problem;

/** The measures of a place on one page, to be printed or put before a board. */
@Path("/v1/places/{placeId}/representation/paper")
@RunOnVirtualThread
class PlacePaperResource {
  private final Views views;
  private final Audiences audiences;

  PlacePaperResource(Views views, Audiences audiences) {
    this.views = views;
    this.audiences = audiences;
  }

  @GET
  @Produces(PaperAnswer.PDF)
  @Permission("readRepresentationAsPaper")
  public Response read(@PathParam("placeId") String placeId, @BeanParam AskedTime asked) {
    Audience audience = audiences.of(placeId);
    Function<Snapshot, Paper> view =
        facts -> {
          Representation now =
              Measures.of(placeId, facts, audience, Measures.keys())
                  .orElseThrow(() -> Problem.notFound().exception());
          Snapshot yearAgo = Measures.on(facts, facts.time().asOf().minusYears(1));
          return Papers.of(
              now,
              Measures.of(placeId, yearAgo, audience, Measures.keys())
                  .map(Representation::measures)
                  // It was not there yet.
                  .orElse(Map.of()));
        };
    String seenAs = "paper" + audience.key();
    return PaperAnswer.of(
        audience.isOfThePlace()
            ? views.ofAllLogs(asked, seenAs, view)
            : views.byContent(asked, seenAs, view));
  }
}
