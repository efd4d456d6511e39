package uk.onevoice.projection.representation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import uk.onevoice.projection.reading.AskedFootprint;
import uk.onevoice.projection.reading.AskedTime;
import uk.onevoice.projection.reading.IcsFootprint.Chosen;
import uk.onevoice.projection.reading.Snapshot;
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
    return views.ofIcs(
        odsCode, asked, "ics", told(odsCode, footprint, (ics, _) -> ics.of(Measures.keys())));
  }

  @GET
  @Path("/{measure: M[0-9]+}")
  @Permission("readIcsMeasure")
  public Response measure(
      @PathParam("odsCode") String odsCode,
      @PathParam("measure") String measure,
      @BeanParam AskedTime asked,
      @BeanParam AskedFootprint footprint) {
    return views.ofIcs(
        odsCode,
        asked,
        "ics",
        told(odsCode, measure, footprint, (ics, _) -> ics.of(Measures.only(measure))));
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
    return views.ofIcs(
        odsCode,
        asked,
        "ics",
        told(odsCode, measure, footprint, (ics, asOf) -> ics.trend(measure, trend.days(asOf))));
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
    return views.ofIcs(
        odsCode,
        asked,
        "ics",
        told(
            odsCode,
            measure,
            footprint,
            (ics, asOf) -> ics.trendOfPlaces(measure, trend.days(asOf))));
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
    return views.byContent(
        asked,
        "ics",
        told(
            odsCode,
            measure,
            footprint,
            (ics, _) -> ics.evidence(measure, audiences.person(), wanted)));
  }

  /** Refuses a measure that there is not, before anything is read. */
  private Function<Snapshot, Object> told(
      String odsCode,
      String measure,
      AskedFootprint footprint,
      BiFunction<IcsRepresentations, LocalDate, Optional<?>> view) {
    Function<Snapshot, Object> told = told(odsCode, footprint, view);
    Measures.only(measure);
    return told;
  }

  /**
   * What is told of an ICS, when there is one.
   *
   * @param view of the day asked for
   */
  private Function<Snapshot, Object> told(
      String odsCode,
      AskedFootprint footprint,
      BiFunction<IcsRepresentations, LocalDate, Optional<?>> view) {
    Audience any = audiences.ofAnyPlace();
    Chosen chosen = footprint.chosen();
    return facts ->
        view.apply(
                new IcsRepresentations(facts, odsCode, chosen, audiences::of, any),
                facts.time().asOf())
            .orElseThrow(() -> Problem.notFound().exception());
  }
}
