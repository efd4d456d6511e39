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

/** Leadership groups: who sits, who chairs, by which terms, and how far they have come. */
@Path("/groups")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class GroupPages {
  private static final int LARGEST_PAGE = 200;
  private static final int NEWEST = 20;

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

  record GroupPage(
      Frame frame,
      boolean refused,
      GroupView view,
      @Nullable Inside inside,
      boolean runs,
      boolean leads,
      boolean restores,
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
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response chair(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    Optional<String> holding = form.required("chair", "Choose who chairs the group");
    Optional<LocalDate> start = form.requiredDay("start", "Write since when");
    return write(
        id,
        "/chair",
        holding.isPresent() && start.isPresent()
            ? new Groups.Taking(holding.get(), start.get())
            : null,
        form,
        Notice.CHAIR,
        Map.of("roleHoldingId", "chair", "start", "start"));
  }

  @POST
  @Path("{id}/standing-down")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response standDown(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/chair/standing-down",
        new Groups.Ending(AsOf.today()),
        Form.sent(fields),
        Notice.CHAIR,
        Map.of());
  }

  @POST
  @Path("{id}/milestone")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response milestone(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    Optional<String> milestone = form.required("milestone", "Choose what the group has reached");
    Optional<LocalDate> on = form.requiredDay("on", "Write the day");
    return write(
        id,
        "/milestones",
        milestone.isPresent() && on.isPresent()
            ? new Groups.NewMilestone(milestone.get(), on.get())
            : null,
        form,
        Notice.MILESTONE,
        Map.of("milestone", "milestone", "on", "on"));
  }

  @POST
  @Path("{id}/pulse")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response openPulse(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(id, "/pulses", Map.of(), Form.sent(fields), Notice.PULSE_OPEN, Map.of());
  }

  @POST
  @Path("{id}/pulses/{pulseId}/answer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answerPulse(
      @PathParam("id") UUID id,
      @PathParam("pulseId") UUID pulse,
      MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    Optional<String> trust = form.required("trust", "Choose how much you trust the group");
    return write(
        id,
        "/pulses/" + pulse + "/answers",
        trust
            .filter(answer -> answer.matches("[1-5]"))
            .map(answer -> new Groups.Answer(Integer.parseInt(answer)))
            .orElse(null),
        form,
        Notice.PULSE_ANSWERED,
        Map.of("trust", "trust"));
  }

  @POST
  @Path("{id}/pulses/{pulseId}/closing")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response closePulse(
      @PathParam("id") UUID id,
      @PathParam("pulseId") UUID pulse,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/pulses/" + pulse + "/closing",
        Map.of(),
        Form.sent(fields),
        Notice.PULSE_CLOSED,
        Map.of());
  }

  @POST
  @Path("{id}/dissolution")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response dissolve(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/dissolution",
        new Groups.Ending(AsOf.today()),
        Form.sent(fields),
        Notice.DISSOLVED,
        Map.of());
  }

  @POST
  @Path("{id}/restoration")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response restore(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(id, "/restoration", Map.of(), Form.sent(fields), Notice.RESTORED, Map.of());
  }

  private Response write(
      UUID id,
      String command,
      @Nullable Object body,
      Form form,
      Notice done,
      Map<String, String> fields) {
    reader.me();
    return writing.send("/v1/groups/" + id + command, body, form, fields).isPresent()
        ? Html.goTo(done.at("/groups/" + id))
        : page(form.status(), id, form);
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
            inside ? inside(id, group.body()) : null,
            group.body().runs() && group.body().end() == null,
            inside && group.body().runs() && group.body().end() == null,
            group.body().runs() && group.body().end() != null,
            GroupWords.TRUST,
            choose(open(group.body())),
            choose(seated(seats)),
            form.withEtag(group.etag())));
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
            api.get(path + "/interests?limit=" + LARGEST_PAGE, Groups.InterestList.class).items()),
        GroupView.trendSentence(points),
        GroupView.trend(points),
        group.openPulse(),
        GroupView.history(
            api.get(path + "/history?limit=" + NEWEST, Groups.History.class).items(),
            reader.me().ref()));
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
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response formed(
      @PathParam("placeId") UUID placeId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<String> name = form.required("name", "Write what the group is called");
    Optional<String> footing = form.required("footing", "Choose what the group stands on");
    Optional<LocalDate> start = form.requiredDay("start", "Write since when there is the group");
    boolean inside = footing.filter("INSIDE_FEDERATION"::equals).isPresent();
    if (inside && form.value("federation").isEmpty()) {
      form.refuse("federation", "Choose the federation");
    }
    Groups.@Nullable NewGroup body =
        form.refused()
            ? null
            : new Groups.NewGroup(
                name.orElse(""),
                places.place(placeId).icsOdsCode(),
                List.of(placeId.toString()),
                footing.orElse(""),
                inside ? form.value("federation") : null,
                start.orElse(AsOf.today()));
    Optional<String> made =
        writing
            .send(
                "/v1/groups",
                body,
                form,
                Map.of(
                    "name", "name",
                    "footing", "footing",
                    "federationId", "federation",
                    "start", "start"))
            .flatMap(reached -> reached.id("groupId"));
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
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response adopt(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
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
    Optional<LocalDate> from = form.requiredDay("from", "Write from when the terms hold");
    Optional<LocalDate> review = form.requiredDay("reviewOn", "Write when to look at them again");
    String quorum = form.value("quorum");
    if (!quorum.matches("[1-9][0-9]?")) {
      form.refuse("quorum", "Write how many have to be there, for example 5");
    }
    Optional<String> decision = form.required("decision", "Choose how the group decides");
    Optional<String> chair = form.required("chair", "Choose who may chair");
    Groups.@Nullable NewTerms body =
        form.refused()
            ? null
            : new Groups.NewTerms(
                from.orElse(AsOf.today()),
                rules,
                Integer.parseInt(quorum),
                decision.orElse(""),
                chair.orElse(""),
                review.orElse(null),
                form.value("words").isEmpty() ? null : form.value("words"));
    return writing
            .send(
                "/v1/groups/" + id + "/terms",
                body,
                form,
                Map.of(
                    "seatRules", GroupWords.OFFERS.getFirst().field(),
                    "from", "from",
                    "reviewOn", "reviewOn",
                    "quorum", "quorum"))
            .isPresent()
        ? Html.goTo(Notice.TERMS.at("/groups/" + id))
        : termsPage(form.status(), id, form);
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
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response take(
      @PathParam("id") UUID id,
      @PathParam("seatId") UUID seatId,
      MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    Optional<String> holding = form.required("holder", "Choose who takes the seat");
    Optional<LocalDate> start = form.requiredDay("start", "Write since when");
    return writeSeat(
        id,
        seatId,
        "/seats/" + seatId + "/taking",
        holding.isPresent() && start.isPresent()
            ? new Groups.Taking(holding.get(), start.get())
            : null,
        form,
        Notice.SEAT_TAKEN,
        Map.of("roleHoldingId", "holder", "start", "start"));
  }

  @POST
  @Path("{id}/seats/{seatId}/leaving")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response leave(
      @PathParam("id") UUID id,
      @PathParam("seatId") UUID seatId,
      MultivaluedMap<String, String> fields) {
    return writeSeat(
        id,
        seatId,
        "/seats/" + seatId + "/leaving",
        new Groups.Ending(AsOf.today()),
        Form.sent(fields),
        Notice.SEAT_LEFT,
        Map.of());
  }

  @POST
  @Path("{id}/seats/{seatId}/interest")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response declare(
      @PathParam("id") UUID id,
      @PathParam("seatId") UUID seatId,
      MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    Optional<String> words = form.required("words", "Write what the interest is");
    Optional<String> kind = form.required("kind", "Choose its kind");
    Optional<LocalDate> start = form.requiredDay("start", "Write since when");
    String code = form.value("organisation");
    return writeSeat(
        id,
        seatId,
        "/interests",
        form.refused()
            ? null
            : new Groups.NewInterest(
                seatId.toString(),
                kind.orElse(""),
                code.isEmpty() ? null : code,
                start.orElse(AsOf.today()),
                words.orElse("")),
        form,
        Notice.INTEREST,
        Map.of(
            "words", "words", "kind", "kind", "start", "start", "organisationId", "organisation"));
  }

  private Response writeSeat(
      UUID id,
      UUID seatId,
      String command,
      @Nullable Object body,
      Form form,
      Notice done,
      Map<String, String> fields) {
    reader.me();
    return writing.send("/v1/groups/" + id + command, body, form, fields).isPresent()
        ? Html.goTo(done.at("/groups/" + id))
        : seatPage(form.status(), id, seatId, form);
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
            holder != null && group.inside() && mayDeclareFor(holder),
            nominated && holder == null ? choose(candidates(id, seatId)) : List.of(),
            GroupWords.INTERESTS,
            form.withEtag(answered.etag())));
  }

  private boolean mayDeclareFor(Holder holder) {
    return holder.personId().equals(reader.me().personId())
        || reader.has("LEADERSHIP_GROUP_SUPPORT");
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
