package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.ForumRepresentation;
import uk.onevoice.web.api.Representation.Measure;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** How general practice of a place does at one board or group. */
@Path("/places/{placeId}/representation/forums/{forumId}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ForumMeasurePages {
  private final Reader reader;
  private final Api api;
  private final PlaceViews places;

  ForumMeasurePages(Reader reader, Api api, PlaceViews places) {
    this.reader = reader;
    this.api = api;
    this.places = places;
  }

  record ForumPage(
      Frame frame,
      String forum,
      String place,
      String sentence,
      String fresh,
      List<Choice> days,
      String day,
      Grid table,
      String meetingsHref)
      implements TemplateInstance {}

  @GET
  public ForumPage page(
      @PathParam("placeId") UUID placeId,
      @PathParam("forumId") UUID forumId,
      @QueryParam("asOf") @Nullable String asOf) {
    AsOf day = new AsOf(asOf);
    reader.me();
    ForumRepresentation forum =
        api.get(
            "/v1/places/" + placeId + "/representation/forums/" + forumId + day.query("?"),
            ForumRepresentation.class);
    String place = places.place(placeId).name();
    return new ForumPage(
        reader
            .frame(forum.label() + " for " + place, Menu.REPRESENTATION)
            .withBreadcrumbs(
                new Link(place, "/places/" + placeId + day.query("?")),
                new Link(
                    "Boards and groups",
                    "/places/" + placeId + "/representation" + day.query("?"))),
        forum.label(),
        place,
        sentence(forum.measures().get("M7")),
        "As on "
            + Words.day(forum.asOf())
            + (forum.weekly() ? ", as it was known at 6am that Monday." : ", for the year before."),
        AsOf.choices(forum.asOf(), AsOf.today()),
        day.value(forum.asOf()),
        table(forum.measures()),
        "/forums/" + forum.forumId() + "/meetings");
  }

  /** What came of being there; a share only where enough is known. */
  static String sentence(@Nullable Measure influence) {
    if (influence == null || influence.withheld()) {
      return "How general practice does here is for general practice of the place.";
    }
    int items = influence.itemsAttended() == null ? 0 : influence.itemsAttended();
    if (items == 0) {
      return "No outcome with general practice in the room is written down here.";
    }
    return "Outcomes changed, of those assessed: " + IcsFigures.words("M7", influence) + ".";
  }

  static Grid table(Map<String, Measure> measures) {
    List<List<Cell>> rows = new ArrayList<>();
    IcsFigures.ROWS.forEach((key, about) -> {
      Measure measure = measures.get(key);
      if (measure != null && measure.available()) {
        rows.add(List.of(new Cell(about), new Cell(IcsFigures.words(key, measure))));
      }
    });
    return new Grid(
        "Figures of this board or group",
        List.of(new Column("Measure", false), new Column("Figure", false)),
        rows);
  }
}
