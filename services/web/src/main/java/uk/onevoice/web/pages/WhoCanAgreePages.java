package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Agreeing.Listing;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.IcsList;
import uk.onevoice.web.api.Areas.IcsSummary;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** Who can say yes for general practice, to what, and for how many practices. */
@Path("/who-can-agree")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class WhoCanAgreePages {
  private static final int MOST_CARDS = 50;

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final ListViews lists;

  WhoCanAgreePages(Reader reader, Api api, Names names, PlaceViews places, ListViews lists) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.lists = lists;
  }

  /**
   * @param topics to choose from where an area is chosen; without one they are written, since each
   *     ICS has a list of its own
   */
  record WhoCanAgree(
      Frame frame,
      boolean refused,
      Form form,
      List<Choice> areas,
      @Nullable List<Choice> topics,
      List<Choice> days,
      WhoCanAgreeView view,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  @GET
  public Response show(@Context UriInfo uri) {
    Frame frame = reader.frame("Who can agree what", Menu.AGREE);
    Form form = Form.sent(uri.getQueryParameters());
    String area = form.value("area");
    String topic = Topic.slug(form.value("topic"));
    AsOf day = new AsOf(form.value("asOf"));
    Map<String, String> placeNames = new LinkedHashMap<>();
    Map<String, String> icsOf = new LinkedHashMap<>();
    for (Place place : places.everywhere()) {
      placeNames.put(place.placeId(), place.name());
      icsOf.put(place.placeId(), place.icsOdsCode());
    }
    List<Choice> areas = new ArrayList<>();
    areas.add(new Choice("", "Everywhere"));
    for (IcsSummary ics : api.get("/v1/ics?limit=200", IcsList.class).items()) {
      areas.add(new Choice(ics.odsCode(), "All of " + ics.name()));
      icsOf.put(ics.odsCode(), ics.odsCode());
    }
    placeNames.forEach((id, name) -> areas.add(new Choice(id, name)));
    String what =
        (area.isEmpty() ? "" : "&area=" + Segment.of(area))
            + (topic.isEmpty() ? "" : "&topic=" + Segment.of(topic))
            + day.query("&");
    String after = form.value("after");
    Listing list =
        api.get(
            "/v1/who-can-agree?limit="
                + MOST_CARDS
                + what
                + (after.isEmpty() ? "" : "&after=" + Segment.of(after)),
            Listing.class);
    String here = "/who-can-agree" + what.replaceFirst("&", "?");
    return Html.page(
        200,
        new WhoCanAgree(
            frame,
            false,
            icsOf.containsKey(area) ? form.with("topic", topic) : form,
            areas,
            icsOf.containsKey(area) ? topics(icsOf.get(area), topic) : null,
            AsOf.choices(list.asOf(), AsOf.today()),
            WhoCanAgreeView.of(
                list, !after.isEmpty(), names::of, id -> placeNames.getOrDefault(id, "")),
            after.isEmpty() ? null : here,
            list.next() == null
                ? null
                : here + (what.isEmpty() ? "?" : "&") + "after=" + Segment.of(list.next())));
  }

  /** What was asked for stays chosen, even where the list of the ICS has nothing by this name. */
  private List<Choice> topics(String icsId, String asked) {
    Map<String, String> bySlug = new LinkedHashMap<>();
    lists
        .inUse(ListKind.TOPICS, icsId)
        .forEach(entry -> bySlug.put(Topic.slug(entry.labelNow()), entry.labelNow()));
    if (!asked.isEmpty()) {
      bySlug.putIfAbsent(asked, Words.sentence(Topic.words(asked)));
    }
    return ListViews.choices("All topics", bySlug);
  }
}
