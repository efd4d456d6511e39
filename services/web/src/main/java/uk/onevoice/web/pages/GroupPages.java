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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Groups;
import uk.onevoice.web.api.Groups.Group;
import uk.onevoice.web.api.Groups.Holder;
import uk.onevoice.web.api.Groups.Seat;
import uk.onevoice.web.api.Groups.SeatRule;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** Leadership groups: who sits, who chairs, by which terms, and how far they have come. */
@Path("/groups")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class GroupPages {
  private static final int LARGEST_PAGE = 200;
  private static final int NEWEST = 20;
  private static final int YEARS_AHEAD = 10;

  /** Fields of the bodies that are called otherwise in the forms. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "roleHoldingId", "holder",
          "federationId", "federation",
          "organisationId", "organisation",
          "seatRules", GroupWords.OFFERS.getFirst().field());

  private final Reader reader;
  private final Api api;
  private final PlaceViews places;
  private final Writing writing;

  GroupPages(Reader reader, Api api, PlaceViews places, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.places = places;
    this.writing = writing;
  }

  /** What is the group's own, for those inside. */
  record Inside(
      Grid interests, String trendSentence, Grid trend, @Nullable String openPulse, Grid history) {}

  /**
   * The terms that can be taken back.
   *
   * @param follows when they begin to hold, where they do not yet
   */
  record Latest(int version, @Nullable String follows) {}

  record GroupPage(
      Frame frame,
      boolean refused,
      GroupView view,
      List<Link> links,
      @Nullable Inside inside,
      boolean runs,
      boolean leads,
      boolean restores,
      @Nullable Latest latest,
      List<Choice> trust,
      List<Choice> milestones,
      List<Choice> chairs,
      Form form)
      implements TemplateInstance {}

  record NewGroupPage(
      Frame frame,
      boolean refused,
      String placeId,
      String place,
      List<Choice> footings,
      List<Choice> federations,
      Form form)
      implements TemplateInstance {}

  record TermsPage(
      Frame frame,
      boolean refused,
      String groupId,
      List<GroupWords.Offer> offers,
      List<Choice> counts,
      List<Choice> decisions,
      List<Choice> chairs,
      Form form)
      implements TemplateInstance {}

  record SeatPage(
      Frame frame,
      boolean refused,
      String groupId,
      String seatId,
      GroupView.SeatRow row,
      String group,
      boolean mayTake,
      boolean mayLeave,
      boolean mayDeclare,
      List<Choice> candidates,
      List<Choice> kinds,
      Form form)
      implements TemplateInstance {}

  @GET
  @Path("{id}")
  public Response group(@PathParam("id") UUID id) {
    return page(200, id, Form.blank().withDay("start", AsOf.today()).withDay("on", AsOf.today()));
  }

  @POST
  @Path("{id}/chair")
  public Response chair(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/chair",
        fields,
        form ->
            new Groups.Taking(
                form.text("holder", "Choose who chairs the group"),
                form.aDay("start", "Write since when")),
        Notice.CHAIR);
  }

  @POST
  @Path("{id}/standing-down")
  public Response standDown(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(id, "/chair/standing-down", fields, GroupPages::today, Notice.CHAIR);
  }

  @POST
  @Path("{id}/milestone")
  public Response milestone(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/milestones",
        fields,
        form ->
            new Groups.NewMilestone(
                form.text("milestone", "Choose what the group has reached"),
                form.aDay("on", "Write the day")),
        Notice.MILESTONE);
  }

  @POST
  @Path("{id}/milestones/{milestone:[A-Z_]+}/taken-back")
  public Response takeMilestoneBack(
      @PathParam("id") UUID id,
      @PathParam("milestone") String milestone,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/milestones/" + milestone + "/withdrawal",
        fields,
        GroupPages::nothing,
        Notice.MILESTONE_TAKEN_BACK);
  }

  @POST
  @Path("{id}/terms/{version:[0-9]{1,9}}/taken-back")
  public Response takeTermsBack(
      @PathParam("id") UUID id,
      @PathParam("version") int version,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/terms/" + version + "/withdrawal",
        fields,
        GroupPages::nothing,
        Notice.TERMS_TAKEN_BACK);
  }

  @POST
  @Path("{id}/pulse")
  public Response openPulse(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(id, "/pulses", fields, GroupPages::nothing, Notice.PULSE_OPEN);
  }

  @POST
  @Path("{id}/pulses/{pulseId}/answer")
  public Response answerPulse(
      @PathParam("id") UUID id,
      @PathParam("pulseId") UUID pulse,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/pulses/" + pulse + "/answers",
        fields,
        form -> {
          String trust = form.text("trust", "Choose how much you trust the group");
          return new Groups.Answer(trust.matches("[1-5]") ? Integer.parseInt(trust) : 0);
        },
        Notice.PULSE_ANSWERED);
  }

  @POST
  @Path("{id}/pulses/{pulseId}/closing")
  public Response closePulse(
      @PathParam("id") UUID id,
      @PathParam("pulseId") UUID pulse,
      MultivaluedMap<String, String> fields) {
    return write(
        id, "/pulses/" + pulse + "/closing", fields, GroupPages::nothing, Notice.PULSE_CLOSED);
  }

  @POST
  @Path("{id}/dissolution")
  public Response dissolve(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(id, "/dissolution", fields, GroupPages::today, Notice.DISSOLVED);
  }

  @POST
  @Path("{id}/restoration")
  public Response restore(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(id, "/restoration", fields, GroupPages::nothing, Notice.RESTORED);
  }

  private static Object nothing(Form form) {
    return Map.of();
  }

  private static Object today(Form form) {
    return new Groups.Ending(AsOf.today());
  }

  private Response write(
      UUID id,
      String command,
      MultivaluedMap<String, String> fields,
      Function<Form, @Nullable Object> body,
      Notice done) {
    Form form = Form.sent(fields);
    return write(id, command, form, body, done, () -> page(form.status(), id, form));
  }

  private Response write(
      UUID id,
      String command,
      Form form,
      Function<Form, @Nullable Object> body,
      Notice done,
      Supplier<Response> again) {
    reader.me();
    return writing.sendOrShow(
        "/v1/groups/" + id + command, form, body, FIELDS, done.at("/groups/" + id), again);
  }

  private Answered<Group> read(UUID id) {
    return api.getVersioned("/v1/groups/" + id, Group.class);
  }

  private List<Seat> seats(UUID id) {
    return api.get("/v1/groups/" + id + "/seats?limit=" + LARGEST_PAGE, Groups.SeatList.class)
        .items();
  }

  private Response page(int status, UUID id, Form form) {
    reader.me();
    Answered<Group> group = read(id);
    List<Seat> seats = seats(id);
    boolean inside = group.body().inside();
    return Html.page(
        status,
        new GroupPage(
            frame(group.body(), group.body().name()),
            form.refused(),
            GroupView.of(group.body(), seats),
            links(group.body(), inside),
            inside ? inside(id, group.body()) : null,
            group.body().runs() && group.body().end() == null,
            inside && group.body().runs() && group.body().end() == null,
            group.body().runs() && group.body().end() != null,
            group.body().runs() && group.body().end() == null ? latest(id, group.body()) : null,
            GroupWords.TRUST,
            choose(open(group.body())),
            choose(seated(seats)),
            form.withEtag(group.etag())));
  }

  /** What bodies of its places say, and for who is inside who decides what there. */
  private static List<Link> links(Group group, boolean inside) {
    List<Link> links = new ArrayList<>();
    for (Groups.Place place : group.places()) {
      String name = place.name() == null ? place.placeId() : place.name();
      links.add(new Link("What bodies in " + name + " say", "/positions/of/" + place.placeId()));
      if (inside) {
        links.add(new Link("Who decides what in " + name, "/schemes/" + place.placeId()));
      }
    }
    return links;
  }

  private Frame frame(Group group, String title) {
    Frame frame = reader.frame(title, Menu.REPRESENTATION);
    return group.places().isEmpty()
        ? frame.withBreadcrumbs(new Link("Places", "/places"))
        : frame.withBreadcrumbs(
            new Link(
                GroupView.placesOf(group.places()),
                "/places/" + group.places().getFirst().placeId()));
  }

  private Inside inside(UUID id, Group group) {
    String path = "/v1/groups/" + id;
    List<Groups.Point> points = api.get(path + "/pulses", Groups.Trend.class).points();
    return new Inside(
        GroupView.interests(
            group.groupId(),
            api.get(path + "/interests?limit=" + LARGEST_PAGE, Groups.InterestList.class).items(),
            interest -> InterestPages.isTheirs(reader, interest.holder())),
        GroupView.trendSentence(points),
        GroupView.trend(points),
        group.openPulse(),
        GroupView.history(
            api.get(path + "/history?limit=" + NEWEST, Groups.History.class).items(),
            reader.me().ref()));
  }

  /** Terms can be adopted before they hold, and only the latest can be taken back. */
  private @Nullable Latest latest(UUID id, Group group) {
    Groups.Terms latest =
        api.get("/v1/groups/" + id + "?asOf=" + AsOf.today().plusYears(YEARS_AHEAD), Group.class)
            .terms();
    if (latest == null) {
      return null;
    }
    return new Latest(
        latest.version(), latest.from().isAfter(AsOf.today()) ? Words.day(latest.from()) : null);
  }

  /** What has not been reached yet. */
  private static List<Choice> open(Group group) {
    List<String> reached = group.milestones().stream().map(Groups.Milestone::milestone).toList();
    return GroupWords.MILESTONES.stream()
        .filter(choice -> !reached.contains(choice.value()))
        .toList();
  }

  /** Those who sit, and the reader's own role: others are named by the API. */
  private List<Choice> seated(List<Seat> seats) {
    List<Choice> choices = new ArrayList<>();
    for (Seat seat : seats) {
      Holder holder = seat.holder();
      if (holder != null
          && choices.stream().noneMatch(known -> known.value().equals(holder.roleHoldingId()))) {
        choices.add(new Choice(holder.roleHoldingId(), GroupWords.holder(holder)));
      }
    }
    reader
        .role()
        .filter(
            own -> choices.stream().noneMatch(known -> known.value().equals(own.roleHoldingId())))
        .ifPresent(
            own -> choices.add(new Choice(own.roleHoldingId(), "You: " + RoleWords.of(own))));
    return choices;
  }

  private static List<Choice> choose(List<Choice> choices) {
    List<Choice> all = new ArrayList<>();
    all.add(new Choice("", "Choose"));
    all.addAll(choices);
    return all;
  }

  @GET
  @Path("new/{placeId}")
  public NewGroupPage form(@PathParam("placeId") UUID placeId) {
    return newPage(placeId, Form.blank().withDay("start", AsOf.today()));
  }

  @POST
  @Path("new/{placeId}/formed")
  public Response formed(
      @PathParam("placeId") UUID placeId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String name = form.text("name", "Write what the group is called");
    String footing = form.text("footing", "Choose what the group stands on");
    LocalDate start = form.aDay("start", "Write since when there is the group");
    boolean inside = footing.equals("INSIDE_FEDERATION");
    if (inside && form.value("federation").isEmpty()) {
      form.refuse("federation", "Choose the federation");
    }
    Groups.@Nullable NewGroup body =
        form.refused()
            ? null
            : new Groups.NewGroup(
                name,
                places.place(placeId).icsOdsCode(),
                List.of(placeId.toString()),
                footing,
                inside ? form.value("federation") : null,
                start);
    Optional<String> made =
        writing.send("/v1/groups", body, form, FIELDS).flatMap(reached -> reached.id("groupId"));
    return made.isPresent()
        ? Html.goTo(Notice.GROUP.at("/groups/" + made.get()))
        : Html.page(form.status(), newPage(placeId, form));
  }

  private NewGroupPage newPage(UUID placeId, Form form) {
    Frame frame = reader.frame("Form a leadership group", Menu.REPRESENTATION);
    Groups.Starter starter = api.get("/v1/groups/starters/" + placeId, Groups.Starter.class);
    List<Choice> federations = new ArrayList<>();
    for (Groups.Step step : starter.steps()) {
      if (step.step().equals("TALK_TO_FEDERATION") && step.organisationId() != null) {
        federations.add(
            new Choice(
                step.organisationId(),
                step.organisationName() == null ? step.organisationId() : step.organisationName()));
      }
    }
    return new NewGroupPage(
        frame.withBreadcrumbs(new Link(starter.name(), "/places/" + placeId)),
        form.refused(),
        placeId.toString(),
        starter.name(),
        GroupWords.FOOTINGS,
        choose(federations),
        form);
  }

  @GET
  @Path("{id}/terms")
  public Response terms(@PathParam("id") UUID id) {
    reader.me();
    return termsPage(
        200,
        id,
        Form.blank().withDay("from", AsOf.today()).withDay("reviewOn", AsOf.today().plusYears(1)));
  }

  @POST
  @Path("{id}/terms/adopted")
  public Response adopt(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        id,
        "/terms",
        form,
        GroupPages::newTerms,
        Notice.TERMS,
        () -> termsPage(form.status(), id, form));
  }

  private static Object newTerms(Form form) {
    List<SeatRule> rules = new ArrayList<>();
    for (GroupWords.Offer offer : GroupWords.OFFERS) {
      String seats = form.value(offer.field());
      if (seats.matches("[1-9]")) {
        var rule = offer.rule();
        rules.add(new SeatRule(rule.per(), rule.role(), rule.filledBy(), Integer.parseInt(seats)));
      }
    }
    if (rules.isEmpty()) {
      form.refuse(GroupWords.OFFERS.getFirst().field(), "Choose at least one kind of seat");
    }
    LocalDate from = form.aDay("from", "Write from when the terms hold");
    LocalDate review = form.aDay("reviewOn", "Write when to look at them again");
    String quorum = form.value("quorum");
    if (!quorum.matches("[1-9][0-9]?")) {
      form.refuse("quorum", "Write how many have to be there, for example 5");
    }
    return new Groups.NewTerms(
        from,
        rules,
        quorum.matches("[1-9][0-9]?") ? Integer.parseInt(quorum) : 0,
        form.text("decision", "Choose how the group decides"),
        form.text("chair", "Choose who may chair"),
        review,
        form.value("words").isEmpty() ? null : form.value("words"));
  }

  private Response termsPage(int status, UUID id, Form form) {
    Answered<Group> group = read(id);
    return Html.page(
        status,
        new TermsPage(
            reader
                .frame("Terms of reference", Menu.REPRESENTATION)
                .withBreadcrumbs(new Link(group.body().name(), "/groups/" + id)),
            form.refused(),
            id.toString(),
            GroupWords.OFFERS,
            List.of(
                new Choice("", "No seat"),
                new Choice("1", "1 seat"),
                new Choice("2", "2 seats"),
                new Choice("3", "3 seats"),
                new Choice("4", "4 seats")),
            GroupWords.DECISIONS,
            GroupWords.CHAIRS,
            form.withEtag(group.etag())));
  }

  @GET
  @Path("{id}/seats/{seatId}")
  public Response seat(@PathParam("id") UUID id, @PathParam("seatId") UUID seatId) {
    reader.me();
    return seatPage(200, id, seatId, Form.blank().withDay("start", AsOf.today()));
  }

  @POST
  @Path("{id}/seats/{seatId}/taking")
  public Response take(
      @PathParam("id") UUID id,
      @PathParam("seatId") UUID seatId,
      MultivaluedMap<String, String> fields) {
    return writeSeat(
        id,
        seatId,
        "/seats/" + seatId + "/taking",
        fields,
        form ->
            new Groups.Taking(
                form.text("holder", "Choose who takes the seat"),
                form.aDay("start", "Write since when")),
        Notice.SEAT_TAKEN);
  }

  @POST
  @Path("{id}/seats/{seatId}/leaving")
  public Response leave(
      @PathParam("id") UUID id,
      @PathParam("seatId") UUID seatId,
      MultivaluedMap<String, String> fields) {
    return writeSeat(
        id, seatId, "/seats/" + seatId + "/leaving", fields, GroupPages::today, Notice.SEAT_LEFT);
  }

  @POST
  @Path("{id}/seats/{seatId}/interest")
  public Response declare(
      @PathParam("id") UUID id,
      @PathParam("seatId") UUID seatId,
      MultivaluedMap<String, String> fields) {
    return writeSeat(
        id,
        seatId,
        "/interests",
        fields,
        form -> {
          String words = form.text("words", "Write what the interest is");
          String code = form.value("organisation");
          return new Groups.NewInterest(
              seatId.toString(),
              form.text("kind", "Choose its kind"),
              code.isEmpty() ? null : code,
              form.aDay("start", "Write since when"),
              words);
        },
        Notice.INTEREST);
  }

  private Response writeSeat(
      UUID id,
      UUID seatId,
      String command,
      MultivaluedMap<String, String> fields,
      Function<Form, @Nullable Object> body,
      Notice done) {
    Form form = Form.sent(fields);
    return write(id, command, form, body, done, () -> seatPage(form.status(), id, seatId, form));
  }

  private Response seatPage(int status, UUID id, UUID seatId, Form form) {
    Answered<Group> answered = read(id);
    Group group = answered.body();
    List<Seat> seats = seats(id);
    int index = seats.stream().map(Seat::seatId).toList().indexOf(seatId.toString());
    if (index < 0) {
      return Html.goTo("/groups/" + id);
    }
    Seat seat = seats.get(index);
    GroupView.SeatRow row = GroupView.of(group, seats).seats().get(index);
    Holder holder = seat.holder();
    boolean nominated = seat.filledBy().equals("NOMINATION") && group.runs();
    return Html.page(
        status,
        new SeatPage(
            reader
                .frame(row.seat(), Menu.REPRESENTATION)
                .withBreadcrumbs(new Link(group.name(), "/groups/" + id)),
            form.refused(),
            id.toString(),
            seatId.toString(),
            row,
            group.name(),
            nominated && holder == null,
            nominated && holder != null,
            holder != null && group.inside() && InterestPages.isTheirs(reader, holder),
            nominated && holder == null ? choose(candidates(id, seatId)) : List.of(),
            GroupWords.INTERESTS,
            form.withEtag(answered.etag())));
  }

  private List<Choice> candidates(UUID id, UUID seatId) {
    return api
        .get(
            "/v1/groups/" + id + "/seats/" + seatId + "/candidates?limit=" + LARGEST_PAGE,
            Groups.HolderList.class)
        .items()
        .stream()
        .map(candidate -> new Choice(candidate.roleHoldingId(), GroupWords.holder(candidate)))
        .toList();
  }
}
