package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Groups;
import uk.onevoice.web.api.JointGroups;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.Representation;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** Places, and how general practice is represented there. */
@Path("/places")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PlacePages {
  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final PeopleNames people;

  PlacePages(Reader reader, Api api, Names names, PlaceViews places, PeopleNames people) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.people = people;
  }

  record AllPlaces(
      Frame frame, String sentence, Grid table, @Nullable String first, @Nullable String next)
      implements TemplateInstance {}

  record Represented(
      Frame frame,
      PlaceView view,
      boolean mayAsk,
      boolean mayWrite,
      List<Choice> days,
      String day,
      String query,
      String and,
      List<Link> groups,
      List<Link> jointGroups)
      implements TemplateInstance {}

  record InPlace(
      Frame frame,
      String heading,
      String sentence,
      String fresh,
      Grid table,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  @GET
  public TemplateInstance all(@QueryParam("after") @Nullable String after) {
    Frame frame = reader.frame("Representation", Menu.REPRESENTATION);
    Areas.PlaceList list =
        api.get(
            "/v1/places?limit=100" + (after == null ? "" : "&after=" + Segment.of(after)),
            Areas.PlaceList.class);
    return new AllPlaces(
        frame,
        sentence(list.items().size(), after != null, list.next() != null),
        IcsTables.placeTable(list.items(), new AsOf(null)),
        after == null ? null : "/places",
        list.next() == null ? null : "/places?after=" + Segment.of(list.next()));
  }

  static String sentence(int count, boolean later, boolean more) {
    if (count == 0 && !later) {
      return "No place is set yet. Places are set locally: a keeper of the registry says which practices belong together.";
    }
    return (later ? "The next " : more ? "The first " : "")
        + Words.count(count, "place", "places")
        + (later || more ? "." : ". Choose one to see who speaks for its practices.");
  }

  @GET
  @Path("{placeId}")
  public TemplateInstance represented(
      @PathParam("placeId") UUID placeId, @QueryParam("asOf") @Nullable String asOf) {
    AsOf day = new AsOf(asOf);
    reader.me();
    Place place = api.get("/v1/places/" + placeId + day.query("?"), Place.class);
    Representation representation =
        api.get("/v1/places/" + placeId + "/representation" + day.query("?"), Representation.class);
    boolean past = day.past(representation.asOf());
    LocalDate until = past ? representation.asOf() : AsOf.today();
    PlaceView view =
        PlaceView.of(
            new PlaceView.Sources(
                place,
                representation,
                places.mandates(placeId),
                Api.ifThere(() -> places.newestMeetings(placeId, until)).orElse(null),
                Api.ifThere(() -> places.slots(placeId)).orElse(List.of()),
                past,
                names::of,
                id -> people.of(id).orElse("somebody whose name is not for your role")));
    return new Represented(
        reader
            .frame(view.heading(), Menu.REPRESENTATION)
            .withBreadcrumbs(
                new Link("Places", "/places"),
                new Link(
                    names.of(place.icsOdsCode()),
                    "/ics/" + Segment.of(place.icsOdsCode()) + day.query("?"))),
        view,
        reader.has(Roles.ASK_FOR_MANDATES),
        reader.has(Roles.LEADERS),
        AsOf.choices(representation.asOf(), AsOf.today()),
        day.value(representation.asOf()),
        day.query("?"),
        day.query("&"),
        groups(placeId),
        jointGroups(placeId));
  }

  /** Those of today with partners, and their list; nothing for who is not of general practice. */
  private List<Link> jointGroups(UUID placeId) {
    return api.find(JointGroups.PATH + "?limit=50&placeId=" + placeId, JointGroups.Listing.class)
        .map(list -> {
          List<Link> links = new ArrayList<>();
          list.items().stream()
              .filter(group -> group.dissolvedOn() == null)
              .map(group ->
                  new Link(
                      group.name() + ", with " + names.of(group.organisationId()),
                      "/joint-groups/" + group.groupId()))
              .forEach(links::add);
          links.add(
              new Link(
                  links.isEmpty() ? "No joint group yet: form one" : "All joint groups",
                  "/joint-groups/of/" + placeId));
          return links;
        })
        .orElse(List.of());
  }

  /** The leadership groups of today, or what can be done towards one. */
  private List<Link> groups(UUID placeId) {
    List<Link> groups =
        api.get("/v1/groups?placeId=" + placeId, Groups.Listing.class).items().stream()
            .map(group -> new Link(GroupView.inList(group), "/groups/" + group.groupId()))
            .toList();
    return groups.isEmpty()
        ? List.of(
            new Link(
                "No leadership group speaks for this place yet: what can be done",
                "/starters/" + placeId))
        : groups;
  }

  @GET
  @Path("{placeId}/practices")
  public TemplateInstance practices(
      @PathParam("placeId") UUID placeId,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("after") @Nullable String after) {
    AsOf day = new AsOf(asOf);
    reader.me();
    Place place = api.get("/v1/places/" + placeId + day.query("?"), Place.class);
    IcsTables.Part part =
        IcsTables.practices(
            api.get(
                "/v1/places/"
                    + placeId
                    + "/practices?limit=100"
                    + day.query("&")
                    + (after == null ? "" : "&after=" + Segment.of(after)),
                Areas.PracticeList.class),
            day);
    String here = "/places/" + placeId + "/practices";
    return new InPlace(
        reader
            .frame("Practices of " + place.name(), Menu.REPRESENTATION)
            .withBreadcrumbs(new Link(place.name(), "/places/" + placeId + day.query("?"))),
        "Practices of " + place.name(),
        part.sentence(after != null),
        StructureSentences.fresh(
            day.day(), place.listSizeMonth(), place.practices(), place.practicesWithoutListSize()),
        part.table(),
        after == null ? null : here + day.query("?"),
        part.next() == null ? null : here + "?after=" + Segment.of(part.next()) + day.query("&"));
  }
}
