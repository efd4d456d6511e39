package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Issues.DiscussedList;
import uk.onevoice.web.api.Issues.PublicList;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;

/** What bodies of general practice in a place say, and where two of them contradict each other. */
@Path("/positions/of")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PositionListPages {
  private static final int ONE_PAGE = 50;

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final PositionAlerts alerts;

  PositionListPages(Reader reader, Api api, Names names, PlaceViews places, PositionAlerts alerts) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.alerts = alerts;
  }

  /**
   * @param other how others see this list; null where there is nothing else to see
   */
  record PositionsPage(
      Frame frame,
      String placeId,
      String icsId,
      String heading,
      String sentence,
      List<PositionAlerts.Alert> alerts,
      Grid table,
      @Nullable Link other,
      boolean writes,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  @GET
  @Path("{placeId}")
  public TemplateInstance list(
      @PathParam("placeId") UUID placeId,
      @QueryParam("seen") @Nullable String seen,
      @QueryParam("after") @Nullable String after) {
    Frame frame = reader.frame("Positions", Menu.REPRESENTATION);
    Place place = places.place(placeId);
    String cursor = after == null ? "" : "&after=" + Segment.of(after);
    String part = "?limit=" + ONE_PAGE + "&placeId=" + placeId + cursor;
    boolean asPartners = "public".equals(seen);
    Optional<DiscussedList> inside =
        asPartners
            ? Optional.empty()
            : api.find("/v1/positions/discussions" + part, DiscussedList.class);
    String here = "/positions/of/" + placeId;
    Grid table;
    @Nullable String next;
    if (inside.isPresent()) {
      table = PositionTables.discussed(inside.get().items(), names::of);
      next = inside.get().next();
    } else {
      PublicList list = api.get("/v1/positions" + part, PublicList.class);
      table = PositionTables.inPublic(list.items(), names::of);
      next = list.next();
    }
    String kept = asPartners ? "?seen=public" : "";
    return new PositionsPage(
        frame
            .withTitle("What general practice in " + place.name() + " says")
            .withBreadcrumbs(new Link(place.name(), "/places/" + placeId)),
        placeId.toString(),
        place.icsOdsCode(),
        "What general practice in " + place.name() + " says",
        PositionTables.sentence(
            table.rows().size(), after != null, next != null, inside.isPresent()),
        inside.isPresent() && after == null ? alerts.of(placeId.toString(), null) : List.of(),
        table,
        inside.isPresent()
            ? new Link("See what everybody sees", here + "?seen=public")
            : asPartners ? new Link("See what is private too", here) : null,
        reader.has(Roles.SPEAK_FOR_BODIES),
        after == null ? null : here + kept,
        next == null
            ? null
            : here + kept + (kept.isEmpty() ? "?" : "&") + "after=" + Segment.of(next));
  }
}
