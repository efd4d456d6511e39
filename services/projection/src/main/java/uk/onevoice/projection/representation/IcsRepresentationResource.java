package uk.onevoice.projection.representation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import uk.onevoice.projection.reading.AskedFootprint;
import uk.onevoice.projection.reading.AskedTime;
import uk.onevoice.projection.reading.IcsFootprint.Chosen;
import uk.onevoice.projection.reading.Views;
import uk.onevoice.security.Permission;
import uk.onevoice.service.problem.Problem;

/** The measures of an ICS, and of its places beside it. */
@Path("/v1/ics/{odsCode}/representation")
@RunOnVirtualThread
class IcsRepresentationResource {
  private final Views views;
  private final Audiences audiences;

  IcsRepresentationResource(Views views, Audiences audiences) {
    this.views = views;
    this.audiences = audiences;
  }

  @GET
  @Permission("readIcsRepresentation")
  public Response read(
      @PathParam("odsCode") String odsCode,
      @BeanParam AskedTime asked,
      @BeanParam AskedFootprint footprint) {
    return view(odsCode, asked, footprint.chosen(), Measures.keys());
  }

  @GET
  @Path("/{measure: M[0-9]+}")
  @Permission("readIcsMeasure")
  public Response measure(
      @PathParam("odsCode") String odsCode,
      @PathParam("measure") String measure,
      @BeanParam AskedTime asked,
      @BeanParam AskedFootprint footprint) {
    return view(odsCode, asked, footprint.chosen(), Measures.only(measure));
  }

  @GET
  @Path("/{measure: M[0-9]+}/trend")
  @Permission("readIcsMeasureTrend")
  public Response trend(
      @PathParam("odsCode") String odsCode,
      @PathParam("measure") String measure,
      @BeanParam AskedTime asked,
      @BeanParam AskedFootprint footprint,
      @BeanParam AskedTrend trend) {
    Audience any = audiences.ofAnyPlace();
    Chosen chosen = footprint.chosen();
    Measures.only(measure);
    return views.ofIcs(
        odsCode,
        asked,
        "ics",
        facts ->
            new IcsRepresentations(facts, odsCode, chosen, audiences::of, any)
                .trend(measure, trend.days(facts.time().asOf()))
                .orElseThrow(() -> Problem.notFound().exception()));
  }

  @GET
  @Path("/{measure: M[0-9]+}/trend/places")
  @Permission("readIcsPlacesMeasureTrend")
  public Response trendOfPlaces(
      @PathParam("odsCode") String odsCode,
      @PathParam("measure") String measure,
      @BeanParam AskedTime asked,
      @BeanParam AskedFootprint footprint,
      @BeanParam AskedTrend trend) {
    Audience any = audiences.ofAnyPlace();
    Chosen chosen = footprint.chosen();
    Measures.only(measure);
    return views.ofIcs(
        odsCode,
        asked,
        "ics",
        facts ->
            new IcsRepresentations(facts, odsCode, chosen, audiences::of, any)
                .trendOfPlaces(measure, trend.days(facts.time().asOf()))
                .orElseThrow(() -> Problem.notFound().exception()));
  }

  @GET
  @Path("/{measure: M[0-9]+}/evidence")
  @Permission("readIcsMeasureEvidence")
  public Response evidence(
      @PathParam("odsCode") String odsCode,
      @PathParam("measure") String measure,
      @BeanParam AskedTime asked,
      @BeanParam AskedFootprint footprint,
      @BeanParam AskedEvidence wanted) {
    Audience any = audiences.ofAnyPlace();
    Chosen chosen = footprint.chosen();
    Measures.only(measure);
    return views.byContent(
        asked,
        "ics",
        facts ->
            new IcsRepresentations(facts, odsCode, chosen, audiences::of, any)
                .evidence(measure, audiences.person(), wanted)
                .orElseThrow(() -> Problem.notFound().exception()));
  }

  private Response view(String odsCode, AskedTime asked, Chosen chosen, Set<String> keys) {
    Audience any = audiences.ofAnyPlace();
    return views.ofIcs(
        odsCode,
        asked,
        "ics",
        facts ->
            new IcsRepresentations(facts, odsCode, chosen, audiences::of, any)
                .of(keys)
                .orElseThrow(() -> Problem.notFound().exception()));
  }
}
