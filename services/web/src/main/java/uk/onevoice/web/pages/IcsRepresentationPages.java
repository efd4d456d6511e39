package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.IcsRepresentation;
import uk.onevoice.web.api.MeasureTrend;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Link;

/** How general practice of an ICS is represented, with each of its places beside its own past. */
@Path("/ics/{odsCode}/representation")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class IcsRepresentationPages {
  private final Reader reader;
  private final Api api;

  IcsRepresentationPages(Reader reader, Api api) {
    this.reader = reader;
    this.api = api;
  }

  record WholeIcs(
      Frame frame,
      String name,
      IcsRepresentationView view,
      AreaWords area,
      List<Choice> days,
      String day,
      List<Link> kept,
      String paper,
      String boards)
      implements TemplateInstance {}

  @GET
  public WholeIcs page(
      @PathParam("odsCode") String odsCode,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("footprint") @Nullable String footprint) {
    AsOf day = new AsOf(asOf);
    AsOf area = day.with(footprint);
    reader.me();
    String here = "/ics/" + Segment.of(odsCode);
    IcsRepresentation ics =
        api.get("/v1" + here + "/representation" + area.query("?"), IcsRepresentation.class);
    return new WholeIcs(
        reader
            .frame("Who speaks for general practice in " + ics.name(), Menu.STRUCTURE)
            .withBreadcrumbs(
                new Link("Integrated care systems", "/ics" + day.query("?")),
                new Link(ics.name(), here + area.query("?"))),
        ics.name(),
        IcsRepresentationView.of(ics, mandates(here, area), day, area),
        AreaWords.of(ics.footprint(), ics.asOf(), here + "/representation", day),
        AsOf.choices(ics.asOf(), AsOf.today()),
        day.value(ics.asOf()),
        area.kept(),
        here + "/representation/paper.pdf" + area.query("?"),
        here + "/representation/boards" + area.query("?"));
  }

  @GET
  @Path("paper.pdf")
  @Produces("application/pdf")
  public Response paper(
      @PathParam("odsCode") String odsCode,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("footprint") @Nullable String footprint) {
    reader.me();
    return BoardPaper.of(api, "/v1/ics/" + Segment.of(odsCode), new AsOf(asOf, footprint));
  }

  /** How many practices agreed in each place, quarter by quarter. */
  private Map<String, MeasureTrend> mandates(String here, AsOf area) {
    return api
        .get(
            "/v1" + here + "/representation/M1/trend/places" + area.query("?"),
            MeasureTrend.OfPlaces.class)
        .places()
        .stream()
        .collect(Collectors.toMap(MeasureTrend::areaId, trend -> trend, (one, _) -> one));
  }
}
