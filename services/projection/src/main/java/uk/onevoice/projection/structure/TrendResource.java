package uk.onevoice.projection.structure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.AskedTime;
import uk.onevoice.projection.reading.Views;
import uk.onevoice.projection.structure.IcsTrend.Footprint;
import uk.onevoice.security.Permission;
import uk.onevoice.service.problem.Problem;

/** An ICS over time, by its old or its new footprint. */
@Path("/v1/ics/{odsCode}/trend")
@RunOnVirtualThread
class TrendResource {
  private static final int MOST_YEARS = 5;

  private final Views views;

  TrendResource(Views views) {
    this.views = views;
  }

  @GET
  @Permission("readIcsTrend")
  public Response trend(
      @PathParam("odsCode") String odsCode,
      @QueryParam("from") @Nullable String from,
      @QueryParam("footprint") @Nullable String footprint,
      @BeanParam AskedTime time) {
    var wanted = footprint(footprint);
    return views.ofRegistry(
        time,
        facts -> {
          var asOf = facts.time().asOf();
          return new Trends(facts)
              .of(odsCode, from == null ? asOf.minusYears(1) : first(from, asOf), wanted)
              .orElseThrow(() -> Problem.notFound().exception());
        });
  }

  private static Footprint footprint(@Nullable String text) {
    if (text == null) {
      return Footprint.THEN;
    }
    try {
      return Footprint.valueOf(text);
    } catch (IllegalArgumentException unknown) {
      throw Problem.invalid("query:footprint", "must be THEN or NOW").exception();
    }
  }

  private static LocalDate first(String text, LocalDate asOf) {
    try {
      var day = LocalDate.parse(text);
      if (!day.isAfter(asOf) && day.isAfter(asOf.minusYears(MOST_YEARS))) {
        return day;
      }
    } catch (DateTimeParseException notADay) {
      // Answered below, as a day out of range is.
    }
    throw Problem.invalid(
            "query:from", "must be a date in the " + MOST_YEARS + " years before asOf")
        .exception();
  }
}
