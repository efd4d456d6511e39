package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Opportunities;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;

/** Tenders and contracts: those in which the reader is named, what became of others, a new one. */
@Path("/opportunities")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class OpportunityPages {
  private static final int ON_A_PAGE = 50;

  private final Reader reader;
  private final Api api;
  private final PlaceViews places;
  private final OwnPlaces own;
  private final ListViews lists;
  private final Writing writing;

  OpportunityPages(
      Reader reader, Api api, PlaceViews places, OwnPlaces own, ListViews lists, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.places = places;
    this.own = own;
    this.lists = lists;
    this.writing = writing;
  }

  /** One of which nobody of general practice is left who could hand it on. */
  public record LeftBehind(String id, String title, String about) {}

  /**
   * @param leftBehind those that the reader may take over
   */
  record ListPage(
      Frame frame,
      String heading,
      String sentence,
      Grid table,
      List<LeftBehind> leftBehind,
      List<Link> links,
      Form form,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  record NewOpportunityPage(
      Frame frame,
      boolean refused,
      String placeId,
      String place,
      List<Choice> kinds,
      List<Choice> topics,
      List<Choice> organisations,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response own(@QueryParam("after") @Nullable String after) {
    return ownPage(200, after, Form.blank());
  }

  @POST
  @Path("{id}/taken-over")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response takeOver(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        "/v1/opportunities/" + id + "/takeover",
        form,
        _ -> Map.of(),
        Map.of(),
        Notice.OPPORTUNITY_KEPT.at("/opportunities/" + id),
        () -> ownPage(form.status(), null, form));
  }

  private Response ownPage(int status, @Nullable String after, Form form) {
    reader.me();
    Opportunities.Listing list = listing("/v1/opportunities?limit=" + ON_A_PAGE, after);
    List<Link> links = new ArrayList<>();
    boolean leader = reader.has(Roles.LEADERS);
    for (Place place : own.places()) {
      if (leader) {
        links.add(
            new Link("Open one for " + place.name(), "/opportunities/new/" + place.placeId()));
      }
      links.add(
          new Link(
              "What became of others in " + place.name(), "/opportunities/of/" + place.placeId()));
    }
    return Html.page(
        status,
        new ListPage(
            reader.frame("Tenders and contracts", Menu.WEEK),
            "Tenders and contracts",
            list.items().isEmpty() && after == null
                ? "You are named in none. Only who is named knows of one until it has a result."
                : "You are named in these. Until one has a result, only who is named knows of it.",
            OpportunityView.list("Tenders and contracts in which you are named", list.items()),
            leader ? leftBehind() : List.of(),
            links,
            form,
            after == null ? null : "/opportunities",
            next("/opportunities", list)));
  }

  private List<LeftBehind> leftBehind() {
    return api
        .all(
            "/v1/opportunities/left-behind?limit=" + ON_A_PAGE,
            Opportunities.Listing.class,
            Opportunities.Listing::items,
            Opportunities.Listing::next)
        .stream()
        .map(line ->
            new LeftBehind(
                line.opportunityId(),
                OpportunityView.title(line.title()),
                Vocabulary.words(OpportunityView.KINDS, line.kind())
                    + ". "
                    + OpportunityView.stand(line.stand(), line.since())
                    + "."))
        .toList();
  }

  @GET
  @Path("of/{placeId}")
  public TemplateInstance of(
      @PathParam("placeId") UUID placeId, @QueryParam("after") @Nullable String after) {
    reader.me();
    Place place = places.place(placeId);
    Opportunities.Listing list =
        listing("/v1/opportunities/results?limit=" + ON_A_PAGE + "&placeId=" + placeId, after);
    String here = "/opportunities/of/" + placeId;
    return new ListPage(
        reader
            .frame("What became of tenders and contracts", Menu.REPRESENTATION)
            .withBreadcrumbs(new Link(place.name(), "/places/" + placeId)),
        "What became of tenders and contracts in " + place.name(),
        list.items().isEmpty() && after == null
            ? "There is none yet with a result that you may read."
            : "Those that have a result, the newest first.",
        OpportunityView.list("Tenders and contracts with a result", list.items()),
        List.of(),
        List.of(new Link("Those in which you are named", "/opportunities")),
        Form.blank(),
        after == null ? null : here,
        next(here, list));
  }

  private Opportunities.Listing listing(String path, @Nullable String after) {
    return api.get(
        path + (after == null ? "" : "&after=" + Segment.of(after)), Opportunities.Listing.class);
  }

  private static @Nullable String next(String here, Opportunities.Listing list) {
    return list.next() == null ? null : here + "?after=" + Segment.of(list.next());
  }

  @GET
  @Path("new/{placeId}")
  public Response add(@PathParam("placeId") UUID placeId) {
    return newPage(200, placeId, Form.blank().withDay("on", AsOf.today()));
  }

  @POST
  @Path("new/{placeId}/opened")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response added(@PathParam("placeId") UUID placeId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Opportunities.OpenOpportunity wish =
        new Opportunities.OpenOpportunity(
            placeId.toString(),
            form.text("kind", "Choose what it is"),
            form.text("topicId", "Choose what it is about"),
            form.text("title", "Write what it is called"),
            form.aDay("on", "Write the day it was published or came up"),
            form.all("with"));
    Optional<String> made =
        writing
            .send(
                "/v1/opportunities",
                wish,
                form,
                Map.of(
                    "kind", "kind", "topicId", "topicId", "title", "title", "on", "on", "with",
                    "with"))
            .flatMap(reached -> reached.id("opportunityId"));
    return made.isPresent()
        ? Html.goTo(Notice.OPPORTUNITY.at("/opportunities/" + made.get()))
        : newPage(form.status(), placeId, form);
  }

  private Response newPage(int status, UUID placeId, Form form) {
    reader.me();
    Place place = places.place(placeId);
    return Html.page(
        status,
        new NewOpportunityPage(
            reader
                .frame("Open a tender or contract", Menu.WEEK)
                .withBreadcrumbs(new Link("Tenders and contracts", "/opportunities")),
            form.refused(),
            placeId.toString(),
            place.name(),
            OpportunityView.KINDS,
            ListViews.choices(
                "Choose a topic",
                ListViews.labels(lists.inUse(ListKind.TOPICS, place.icsOdsCode()))),
            places.partners(place.icsOdsCode()),
            form));
  }
}
