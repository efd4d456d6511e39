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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Places.BelongingList;
import uk.onevoice.web.api.Places.Ending;
import uk.onevoice.web.api.Places.FirstDay;
import uk.onevoice.web.api.Places.Merging;
import uk.onevoice.web.api.Places.Moving;
import uk.onevoice.web.api.Places.Name;
import uk.onevoice.web.api.Places.NewNeighbourhood;
import uk.onevoice.web.api.Places.NewPlace;
import uk.onevoice.web.api.Places.NewPractices;
import uk.onevoice.web.api.Places.Nothing;
import uk.onevoice.web.api.Places.PlaceRecord;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/**
 * The record of a place or neighbourhood, and the practices in it: read by all, kept by keepers.
 */
@Path("/places")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PlaceKeepingPages {
  private static final AsOf TODAY = new AsOf(null);
  private static final List<Choice> MOVING =
      List.of(
          new Choice("false", "They stay there, and nothing is saved"),
          new Choice("true", "They leave there on that day"));

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final Writing writing;
  private final HistoryPages histories;
  private final FederationPages federations;

  PlaceKeepingPages(
      Reader reader,
      Api api,
      Names names,
      Writing writing,
      HistoryPages histories,
      FederationPages federations) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.writing = writing;
    this.histories = histories;
    this.federations = federations;
  }

  record NewPlacePage(Frame frame, boolean refused, String icsId, String ics, Form form)
      implements TemplateInstance {}

  record KeepingPage(
      Frame frame,
      boolean refused,
      PlaceRecordView view,
      boolean mayKeep,
      @Nullable String more,
      Form form)
      implements TemplateInstance {}

  record AssigningPage(
      Frame frame,
      boolean refused,
      String placeId,
      String place,
      String sentence,
      String legend,
      List<Choice> practices,
      List<String> ticked,
      boolean mayMove,
      List<Choice> moving,
      Form form)
      implements TemplateInstance {}

  record WithoutPlacePage(
      Frame frame,
      String heading,
      String sentence,
      Grid table,
      boolean mayKeep,
      String icsId,
      List<Link> places,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  @GET
  @Path("new/{icsId}")
  public NewPlacePage define(@PathParam("icsId") String icsId) {
    return definePage(icsId, Form.blank());
  }

  @POST
  @Path("new/{icsId}/defined")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response defined(@PathParam("icsId") String icsId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<String> name = form.required("name", "Write what the place is called");
    Optional<LocalDate> start = form.requiredDay("start", "Write the first day");
    Optional<String> made =
        writing
            .send(
                "/v1/organisations/places",
                name.isPresent() && start.isPresent()
                    ? new NewPlace(icsId, name.get(), start.get())
                    : null,
                form,
                Map.of("name", "name", "start", "start"))
            .flatMap(reached -> reached.id("placeId"));
    return made.isPresent()
        ? Html.goTo(Notice.PLACE.at("/places/" + made.get() + "/assigning"))
        : Html.page(form.status(), definePage(icsId, form));
  }

  private NewPlacePage definePage(String icsId, Form form) {
    Frame frame = reader.frame("Define a place", Menu.REPRESENTATION);
    String ics = names.of(icsId);
    return new NewPlacePage(
        frame.withBreadcrumbs(new Link(ics, "/ics/" + Segment.of(icsId))),
        form.refused(),
        icsId,
        ics,
        form);
  }

  @GET
  @Path("{placeId}/keeping")
  public Response keeping(
      @PathParam("placeId") UUID placeId, @QueryParam("after") @Nullable String after) {
    return page(200, placeId, after, Form.blank());
  }

  @POST
  @Path("{placeId}/keeping/{what}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response keep(
      @PathParam("placeId") UUID placeId,
      @PathParam("what") String what,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String path = "/v1/organisations/places/" + placeId + "/";
    boolean sent =
        switch (what) {
          case "name" ->
              send(path + "names", name(form), form, Map.of("name", "name", "from", "nameFrom"));
          case "ics" ->
              send(
                  path + "moving", moving(form), form, Map.of("icsId", "icsId", "from", "icsFrom"));
          case "start" -> send(path + "start", firstDay(form), form, Map.of("start", "first"));
          case "closing" -> send(path + "closing", closing(form), form, Map.of("end", "last"));
          case "merging" ->
              send(
                  path + "merging",
                  merging(form),
                  form,
                  Map.of("into", "mergedInto", "on", "mergedOn"));
          case "reopening" -> send(path + "reopening", new Nothing(), form, Map.of());
          case "neighbourhood" -> {
            // What is new is made from nothing that somebody else could have changed.
            form.withEtag("");
            yield send(
                path + "neighbourhoods",
                neighbourhood(form),
                form,
                Map.of("name", "neighbourhood", "start", "neighbourhoodStart"));
          }
          default -> throw new jakarta.ws.rs.NotFoundException();
        };
    return sent
        ? Html.goTo(Notice.PLACE_KEPT.at("/places/" + placeId + "/keeping"))
        : page(form.status(), placeId, null, form);
  }

  private boolean send(String path, @Nullable Object body, Form form, Map<String, String> fields) {
    return writing.send(path, body, form, fields).isPresent();
  }

  private static @Nullable Name name(Form form) {
    Optional<String> name = form.required("name", "Write the new name");
    Optional<LocalDate> from = form.requiredDay("nameFrom", "Write from which day");
    return name.isPresent() && from.isPresent() ? new Name(name.get(), from.get()) : null;
  }

  private static @Nullable Moving moving(Form form) {
    Optional<String> ics = form.required("icsId", "Write the code of the ICB");
    Optional<LocalDate> from = form.requiredDay("icsFrom", "Write from which day");
    return ics.isPresent() && from.isPresent() ? new Moving(ics.get(), from.get()) : null;
  }

  private static @Nullable FirstDay firstDay(Form form) {
    return form.requiredDay("first", "Write the first day").map(FirstDay::new).orElse(null);
  }

  /** People say the last day, the API the first one after it. */
  private static @Nullable Ending closing(Form form) {
    return form.requiredDay("last", "Write the last day")
        .map(last -> new Ending(last.plusDays(1)))
        .orElse(null);
  }

  private static @Nullable Merging merging(Form form) {
    Optional<String> into = form.required("mergedInto", "Choose which one goes on");
    Optional<LocalDate> on = form.requiredDay("mergedOn", "Write the day");
    return into.isPresent() && on.isPresent() ? new Merging(into.get(), on.get()) : null;
  }

  private static @Nullable NewNeighbourhood neighbourhood(Form form) {
    Optional<String> name = form.required("neighbourhood", "Write what it is called");
    Optional<LocalDate> start = form.requiredDay("neighbourhoodStart", "Write the first day");
    return name.isPresent() && start.isPresent()
        ? new NewNeighbourhood(name.get(), start.get())
        : null;
  }

  private Response page(int status, UUID placeId, @Nullable String after, Form form) {
    reader.me();
    String path = "/v1/organisations/places/" + placeId;
    Answered<PlaceRecord> answered = api.getVersioned(path, PlaceRecord.class);
    PlaceRecord place = answered.body();
    BelongingList practices =
        api.get(
            path + "/practices?limit=100" + (after == null ? "" : "&after=" + Segment.of(after)),
            BelongingList.class);
    boolean mayKeep = reader.has(Roles.KEEPERS);
    List<Areas.Place> neighbourhoods =
        place.partOf() == null ? neighbourhoods(placeId.toString()) : List.of();
    PlaceRecordView view =
        PlaceRecordView.of(
            place,
            practices.items(),
            neighbourhoods,
            mayKeep ? others(place) : List.of(),
            AsOf.today());
    String here = "/places/" + placeId + "/keeping";
    return Html.page(
        status,
        new KeepingPage(
            reader
                .frame("Record of " + place.name(), Menu.REPRESENTATION)
                .withBreadcrumbs(
                    place.partOf() == null
                        ? new Link(place.name(), "/places/" + placeId)
                        : new Link(
                            place.partOfName() == null ? place.partOf() : place.partOfName(),
                            "/places/" + place.partOf() + "/keeping")),
            form.refused(),
            view,
            mayKeep,
            practices.next() == null ? null : here + "?after=" + Segment.of(practices.next()),
            form.withEtag(answered.etag())));
  }

  private List<Areas.Place> neighbourhoods(String placeId) {
    return api.get("/v1/places/" + placeId + "/neighbourhoods?limit=200", Areas.PlaceList.class)
        .items();
  }

  /** What it could go on in: places of its ICS, or neighbourhoods of its place. */
  private List<Areas.Place> others(PlaceRecord place) {
    List<Areas.Place> level =
        place.partOf() == null ? placesOf(place.icsId()) : neighbourhoods(place.partOf());
    return level.stream().filter(other -> !other.placeId().equals(place.placeId())).toList();
  }

  private List<Areas.Place> placesOf(String icsId) {
    return api.get("/v1/ics/" + Segment.of(icsId) + "/places?limit=200", Areas.PlaceList.class)
        .items();
  }

  @GET
  @Path("{placeId}/assigning")
  public Response assign(@PathParam("placeId") UUID placeId) {
    return assigning(200, placeId, Form.blank(), List.of());
  }

  @POST
  @Path("{placeId}/assigning/done")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response assigned(
      @PathParam("placeId") UUID placeId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    List<String> ticked = fields.getOrDefault("practice", List.of());
    List<String> practices = PracticeCodes.of(ticked, form.value("codes"));
    if (practices.isEmpty()) {
      form.refuse("codes", "Choose practices, or write their codes");
    }
    Optional<LocalDate> start = form.requiredDay("start", "Write from which day");
    PracticeCodes.name(form, practices);
    boolean sent =
        send(
            "/v1/organisations/places/" + placeId + "/practices",
            start
                .map(day -> new NewPractices(practices, day, form.value("moving").equals("true")))
                .orElse(null),
            form,
            Map.of("start", "start", "practiceIds", "codes"));
    return sent
        ? Html.goTo(Notice.PRACTICES.at("/places/" + placeId + "/keeping"))
        : assigning(form.status(), placeId, form, ticked);
  }

  /** First those that lie in no place; in a neighbourhood, those of its place. */
  private Response assigning(int status, UUID placeId, Form form, List<String> ticked) {
    reader.me();
    PlaceRecord place = api.get("/v1/organisations/places/" + placeId, PlaceRecord.class);
    boolean neighbourhood = place.partOf() != null;
    String path =
        neighbourhood
            ? "/v1/places/" + place.partOf() + "/practices?limit=200"
            : "/v1/ics/" + Segment.of(place.icsId()) + "/practices?limit=200&withoutPlace=true";
    List<Areas.Practice> practices = api.get(path, Areas.PracticeList.class).items();
    String count = Words.count(practices.size(), "practice", "practices");
    return Html.page(
        status,
        new AssigningPage(
            reader
                .frame("Which practices lie in " + place.name() + "?", Menu.REPRESENTATION)
                .withBreadcrumbs(
                    new Link("Record of " + place.name(), "/places/" + placeId + "/keeping")),
            form.refused(),
            placeId.toString(),
            place.name(),
            neighbourhood
                ? count + " of " + place.partOfName() + " can be chosen."
                : practices.isEmpty()
                    ? "Every practice of the ICS lies in a place."
                    : count
                        + " of the ICS "
                        + (practices.size() == 1 ? "lies" : "lie")
                        + " in no place yet.",
            neighbourhood ? "Practices of the place" : "Practices without a place",
            practices.stream()
                .map(practice ->
                    new Choice(
                        practice.odsCode(),
                        practice.name() == null
                            ? practice.odsCode()
                            : practice.name() + " (" + practice.odsCode() + ")"))
                .toList(),
            ticked,
            !neighbourhood,
            MOVING,
            form.with("moving", form.value("moving").isEmpty() ? "false" : form.value("moving"))));
  }

  @GET
  @Path("{placeId}/history")
  public TemplateInstance history(
      @PathParam("placeId") UUID placeId, @QueryParam("after") @Nullable String after) {
    reader.me();
    String path = "/v1/organisations/places/" + placeId;
    String here = "/places/" + placeId;
    return histories.page(
        api.get(path, PlaceRecord.class).name(),
        Menu.REPRESENTATION,
        path,
        here + "/history",
        here + "/keeping",
        after);
  }

  @GET
  @Path("{placeId}/federations")
  public TemplateInstance federations(
      @PathParam("placeId") UUID placeId, @QueryParam("asOf") @Nullable String asOf) {
    String area = "places/" + placeId;
    return federations.page(area, "/" + area + "/keeping", Menu.REPRESENTATION, new AsOf(asOf));
  }

  @GET
  @Path("without/{icsId}")
  public TemplateInstance without(
      @PathParam("icsId") String icsId, @QueryParam("after") @Nullable String after) {
    reader.me();
    IcsTables.Part part =
        IcsTables.practices(
            api.get(
                "/v1/ics/"
                    + Segment.of(icsId)
                    + "/practices?limit=100&withoutPlace=true"
                    + (after == null ? "" : "&after=" + Segment.of(after)),
                Areas.PracticeList.class),
            TODAY);
    boolean mayKeep = reader.has(Roles.KEEPERS);
    List<Link> places = new ArrayList<>();
    if (mayKeep) {
      placesOf(icsId)
          .forEach(place ->
              places.add(new Link(place.name(), "/places/" + place.placeId() + "/assigning")));
    }
    String ics = names.of(icsId);
    String here = "/places/without/" + Segment.of(icsId);
    return new WithoutPlacePage(
        reader
            .frame("Practices without a place", Menu.REPRESENTATION)
            .withBreadcrumbs(new Link(ics, "/ics/" + Segment.of(icsId))),
        "Practices of " + ics + " without a place",
        part.table().isEmpty() && after == null
            ? "Every practice lies in a place."
            : part.sentence(after != null) + " They lie in no place, or in one that has closed.",
        part.table(),
        mayKeep,
        icsId,
        places,
        after == null ? null : here,
        part.next() == null ? null : here + "?after=" + Segment.of(part.next()));
  }
}
