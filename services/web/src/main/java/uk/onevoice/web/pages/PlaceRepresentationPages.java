package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.pages.MatrixReading.Asked;
import uk.onevoice.web.pages.MatrixReading.Whose;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Link;

/** Who speaks for general practice at each board and group of a place, and as partners see it. */
@Path("/places/{placeId}/representation")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PlaceRepresentationPages {
  private final MatrixReading reading;
  private final Reader reader;
  private final Api api;

  PlaceRepresentationPages(MatrixReading reading, Reader reader, Api api) {
    this.reading = reading;
    this.reader = reader;
    this.api = api;
  }

  /**
   * @param starters where to begin; empty where there is no such page
   * @param rest what else there is to see
   * @param partners what partners see; empty where nobody shares anything
   */
  record RepresentationPage(
      Frame frame,
      String place,
      PlaceRepresentationView view,
      List<Choice> periods,
      String period,
      List<Choice> days,
      String day,
      List<Choice> sinces,
      String since,
      List<Link> kept,
      String starters,
      Link rest,
      String partners,
      String csv,
      String api)
      implements TemplateInstance {}

  /**
   * @param own where the leader sees it as they see it
   */
  record SharedPage(
      Frame frame,
      String place,
      boolean looking,
      List<Choice> partners,
      String partner,
      String inset,
      String sentence,
      String fresh,
      List<SharedRow> rows,
      String own,
      List<Link> kept)
      implements TemplateInstance {}

  /**
   * What is behind a cell.
   *
   * @param first the address of its first part; null where that is shown
   * @param next of the part that follows; null at the end
   */
  record CellPage(Frame frame, CellView view, @Nullable String first, @Nullable String next)
      implements TemplateInstance {}

  /** A board or group that is shared. */
  public record SharedRow(String label, String who, List<String> canAgree, String next) {}

  @GET
  public TemplateInstance matrix(
      @PathParam("placeId") UUID placeId,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("period") @Nullable String period,
      @QueryParam("since") @Nullable String since) {
    return reading.page(whose(placeId), new Asked(asOf, period, since, null));
  }

  @GET
  @Path("partners")
  public TemplateInstance partners(
      @PathParam("placeId") UUID placeId,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("partner") @Nullable String partner) {
    return reading.partners(whose(placeId), new Asked(asOf, null, null, null), partner);
  }

  @GET
  @Path("cell")
  public TemplateInstance cell(@PathParam("placeId") UUID placeId, @BeanParam AskedCell asked) {
    return reading.cell(whose(placeId), asked);
  }

  @GET
  @Path("table.csv")
  @Produces("text/csv")
  public Response table(
      @PathParam("placeId") UUID placeId,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("period") @Nullable String period,
      @QueryParam("since") @Nullable String since) {
    return reading.table(whose(placeId), new Asked(asOf, period, since, null));
  }

  @GET
  @Path("paper.pdf")
  @Produces("application/pdf")
  public Response paper(
      @PathParam("placeId") UUID placeId, @QueryParam("asOf") @Nullable String asOf) {
    reader.me();
    return BoardPaper.of(api, "/v1/places/" + placeId, new AsOf(asOf));
  }

  private static Whose whose(UUID placeId) {
    String place = "/places/" + placeId;
    return new Whose(
        "/v1" + place + "/matrix",
        place + "/representation",
        place,
        "See mandates, meetings and relationships here",
        "/starters/" + placeId,
        Menu.REPRESENTATION);
  }
}
