package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.KeyLists.FocalPoint;
import uk.onevoice.web.api.KeyLists.FocalPoints;
import uk.onevoice.web.api.KeyLists.NameFocalPoint;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.People;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.Slots;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** Who of general practice is the one to turn to for each organisation, and who has none. */
@Path("/focal-points/{placeId}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class FocalPointPages {
  private static final String NOBODY = "nobody";

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PeopleNames people;
  private final PlaceViews places;
  private final Writing writing;

  FocalPointPages(
      Reader reader, Api api, Names names, PeopleNames people, PlaceViews places, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.people = people;
    this.places = places;
    this.writing = writing;
  }

  /**
   * @param choices whoever keeps in touch there; empty where nobody does, or it is not for them
   */
  public record Line(
      String organisationId,
      String organisation,
      String words,
      boolean named,
      List<Choice> choices) {}

  record FocalPointsPage(
      Frame frame,
      boolean refused,
      String placeId,
      String place,
      String sentence,
      boolean flag,
      List<Line> lines,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response list(@PathParam("placeId") UUID placeId) {
    return page(200, placeId, Form.blank());
  }

  /** Whoever is chosen, as the slot and the relationship; or nobody, with a slot of theirs. */
  @POST
  @Path("named")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response name(@PathParam("placeId") UUID placeId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String[] chosen = form.text("who", "Choose somebody").split("/", 2);
    boolean whole = chosen.length == 2 && chosen[0].matches("[0-9a-f-]{36}");
    if (!whole) {
      form.refuse("who", "Choose somebody");
    }
    String path = "/v1/relationships/slots/" + (whole ? chosen[0] : "") + "/focal-point";
    boolean nobody = whole && chosen[1].equals(NOBODY);
    return writing.sendOrShow(
        nobody ? path + "/withdrawal" : path,
        form,
        _ -> nobody || !whole ? new People.Nothing() : new NameFocalPoint(chosen[1]),
        Map.of("relationshipId", "who"),
        Notice.FOCAL_POINT.at("/focal-points/" + placeId),
        () -> page(form.status(), placeId, form));
  }

  private Response page(int status, UUID placeId, Form form) {
    reader.me();
    Place place = places.place(placeId);
    List<FocalPoint> all =
        api.all(
            "/v1/relationships/focal-points?limit=200&placeId=" + placeId,
            FocalPoints.class,
            FocalPoints::items,
            FocalPoints::next);
    List<Slots.Terms> slots = reader.has(Roles.LEADERS) ? places.slots(placeId) : List.of();
    long without = all.stream().filter(each -> !each.named()).count();
    return Html.page(
        status,
        new FocalPointsPage(
            reader
                .frame("Who to turn to", Menu.REPRESENTATION)
                .withBreadcrumbs(new Link(place.name(), "/places/" + placeId)),
            form.refused(),
            placeId.toString(),
            place.name(),
            sentence(all.size(), without),
            without > 0,
            all.stream().map(each -> line(each, slots)).toList(),
            form));
  }

  static String sentence(long all, long without) {
    if (all == 0) {
      return "No key relationship is defined yet, so there is nobody to turn to.";
    }
    return without == 0
        ? "Each organisation has one person of general practice to turn to."
        : Words.sentence(Words.count(without, "organisation has", "organisations have"))
            + " nobody of general practice to turn to.";
  }

  private Line line(FocalPoint focal, List<Slots.Terms> slots) {
    List<Choice> choices = new ArrayList<>();
    for (Slots.Terms slot : slots) {
      if (slot.organisationId().equals(focal.organisationId())) {
        choices.addAll(holders(slot));
      }
    }
    if (focal.focalPoint() != null) {
      choices.add(new Choice(focal.focalPoint().slotId() + "/" + NOBODY, "Nobody any more"));
    }
    return new Line(
        focal.organisationId(),
        names.of(focal.organisationId()),
        words(focal),
        focal.named(),
        choices);
  }

  private String words(FocalPoint focal) {
    if (!focal.named()) {
      return "Nobody yet";
    }
    return focal.focalPoint() == null
        ? "There is one; who it is, is for GP leaders"
        : who(focal.focalPoint().personId()) + ", since " + Words.day(focal.focalPoint().since());
  }

  private List<Choice> holders(Slots.Terms slot) {
    return api
        .find("/v1/relationships/slots/" + slot.slotId(), Slots.Slot.class)
        .map(Slots.Slot::relationships)
        .orElse(List.of())
        .stream()
        .filter(held -> held.closedOn() == null)
        .map(held -> new Choice(slot.slotId() + "/" + held.relationshipId(), who(held.holderId())))
        .toList();
  }

  private String who(String personId) {
    return personId.equals(reader.me().personId())
        ? "You"
        : people.of(personId).orElse("A colleague");
  }
}
