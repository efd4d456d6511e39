package uk.onevoice.projection.representation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.AskedTime;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.reading.Views;
import uk.onevoice.security.Permission;
import uk.onevoice.service.problem.Problem;

/** The measures of a place: for general practice as they are, for others as of Monday 06:00. */
@Path("/v1/places/{placeId}/representation")
@RunOnVirtualThread
class RepresentationResource {
  private final Views views;
  private final Audiences audiences;

  RepresentationResource(Views views, Audiences audiences) {
    this.views = views;
    this.audiences = audiences;
  }

  @GET
  @Permission("readRepresentation")
  public Response read(@PathParam("placeId") String placeId, @BeanParam AskedTime asked) {
    return view(placeId, asked, Measures.keys());
  }

  @GET
  @Path("/{measure: M[0-9]+}")
  @Permission("readMeasure")
  public Response measure(
      @PathParam("placeId") String placeId,
      @PathParam("measure") String measure,
      @BeanParam AskedTime asked) {
    return view(placeId, asked, Measures.only(measure));
  }

  @GET
  @Path("/{measure: M[0-9]+}/trend")
  @Permission("readMeasureTrend")
  public Response trend(
      @PathParam("placeId") String placeId,
      @PathParam("measure") String measure,
      @BeanParam AskedTime asked,
      @BeanParam AskedTrend trend) {
    Audience audience = audiences.of(placeId);
    Measures.only(measure);
    return views.ofPlace(
        placeId,
        asked,
        audience.key(),
        facts ->
            Measures.trend(placeId, facts, audience, measure, trend.days(facts.time().asOf()))
                .orElseThrow(() -> Problem.notFound().exception()));
  }

  @GET
  @Path("/{measure: M[0-9]+}/evidence")
  @Permission("readMeasureEvidence")
  public Response evidence(
      @PathParam("placeId") String placeId,
      @PathParam("measure") String measure,
      @BeanParam AskedTime asked,
      @BeanParam AskedEvidence wanted) {
    Measures.only(measure);
    @Nullable String caller = audiences.person();
    return views.byContent(
        asked,
        audiences.of(placeId).key(),
        facts ->
            Measures.evidence(placeId, facts, audiences::of, caller, measure, wanted)
                .orElseThrow(() -> Problem.notFound().exception()));
  }

  private Response view(String placeId, AskedTime asked, Set<String> keys) {
    Audience audience = audiences.of(placeId);
    Function<Snapshot, Representation> view =
        facts ->
            Measures.of(placeId, facts, audience, keys)
                .orElseThrow(() -> Problem.notFound().exception());
    return views.ofPlace(placeId, asked, audience.key(), view);
  }
}
