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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Issues;
import uk.onevoice.web.api.Issues.Agreeing;
import uk.onevoice.web.api.Issues.AlertList;
import uk.onevoice.web.api.Issues.DiscussedList;
import uk.onevoice.web.api.Issues.Discussion;
import uk.onevoice.web.api.Issues.Issue;
import uk.onevoice.web.api.Issues.IssueList;
import uk.onevoice.web.api.Issues.NewPosition;
import uk.onevoice.web.api.Issues.NewVersion;
import uk.onevoice.web.api.Issues.Option;
import uk.onevoice.web.api.Issues.Public;
import uk.onevoice.web.api.Issues.PublicList;
import uk.onevoice.web.api.Issues.Said;
import uk.onevoice.web.api.Issues.Stance;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Schemes.Classification;
import uk.onevoice.web.api.Schemes.Scheme;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;

/** What bodies of general practice say on the questions before them: written, agreed, published. */
@Path("/positions")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PositionPages {
  private static final int ONE_PAGE = 50;
  private static final String STANCE = "stance-";
  private static final Map<String, String> FIELDS =
      Map.of("bodyId", "body", "stances", "stances", "on", "on", "words", "words");

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final BodiesOfPlace bodies;
  private final Writing writing;

  PositionPages(
      Reader reader,
      Api api,
      Names names,
      PlaceViews places,
      BodiesOfPlace bodies,
      Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.bodies = bodies;
    this.writing = writing;
  }

  /** Two bodies that say different things in public, in one sentence; the links lead to both. */
  public record Alert(String sentence, List<Link> sides) {}

  /**
   * @param other how others see this list; null where there is nothing else to see
   */
  record PositionsPage(
      Frame frame,
      String placeId,
      String icsId,
      String heading,
      String sentence,
      List<Alert> alerts,
      Grid table,
      @Nullable Link other,
      boolean writes,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  /**
   * @param decides who decides the question, where that is said
   * @param bodies for which the reader may say that they agree; none for who may not
   */
  record PositionPage(
      Frame frame,
      boolean refused,
      PositionView view,
      String decides,
      boolean mayAct,
      List<Choice> bodies,
      List<OptionField> options,
      Form form)
      implements TemplateInstance {}

  /** One option of a question, with the field in which a body says what it thinks of it. */
  public record OptionField(String name, String text, List<Choice> choices, String value) {}

  /**
   * @param questions to choose from, before one is chosen
   * @param question null before one is chosen
   * @param notDecided where to say first who decides the question; null where it can be proposed
   */
  record NewPositionPage(
      Frame frame,
      boolean refused,
      String placeId,
      String icsId,
      String place,
      List<Link> questions,
      @Nullable String question,
      @Nullable String questionId,
      @Nullable String notDecided,
      String decides,
      List<Choice> bodies,
      List<OptionField> options,
      Form form)
      implements TemplateInstance {}

  @GET
  @Path("of/{placeId}")
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
        inside.isPresent() && after == null ? alerts(placeId) : List.of(),
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

  /** For leaders of either place; for who may not know of them there are none. */
  private List<Alert> alerts(UUID placeId) {
    return Api.ifThere(() ->
            api.all(
                "/v1/positions/alerts?open=true&limit=200&placeId=" + placeId,
                AlertList.class,
                AlertList::items,
                AlertList::next))
        .orElse(List.of())
        .stream()
        .map(alert ->
            new Alert(
                PositionTables.alert(alert, names::of),
                alert.sides().stream()
                    .map(side ->
                        new Link(names.of(side.bodyId()), "/positions/" + side.positionId()))
                    .toList()))
        .toList();
  }

  @GET
  @Path("new/{placeId}")
  public Response propose(
      @PathParam("placeId") UUID placeId, @QueryParam("question") @Nullable UUID question) {
    Form form = Form.blank();
    if (question != null) {
      form.with("question", question.toString());
    }
    return newPage(200, placeId, form);
  }

  @POST
  @Path("new/{placeId}/proposed")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response proposed(
      @PathParam("placeId") UUID placeId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String question = form.text("question", "Choose a question");
    String body = form.text("body", "Choose for which body");
    Optional<String> made =
        writing
            .send(
                "/v1/positions",
                new NewPosition(placeId.toString(), body, question, stances(form, fields)),
                form,
                FIELDS)
            .flatMap(reached -> reached.id("positionId"));
    return made.isPresent()
        ? Html.goTo(Notice.PROPOSED.at("/positions/" + made.get()))
        : newPage(form.status(), placeId, form);
  }

  /** What a body says to the options of which it says anything. */
  private static List<Stance> stances(Form form, MultivaluedMap<String, String> fields) {
    List<Stance> stances =
        fields.keySet().stream()
            .filter(name -> name.startsWith(STANCE) && !form.value(name).isEmpty())
            .map(name -> new Stance(name.substring(STANCE.length()), form.value(name)))
            .toList();
    if (stances.isEmpty()) {
      form.refuse("stances", "Say at least to one option what the body thinks");
    }
    return stances;
  }

  private static List<OptionField> options(List<Option> options, Form form) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Says nothing"));
    choices.addAll(Vocabulary.STANCES);
    return options.stream()
        .map(option ->
            new OptionField(
                STANCE + option.optionId(),
                PositionView.question(option.option()),
                choices,
                form.value(STANCE + option.optionId())))
        .toList();
  }

  private Response newPage(int status, UUID placeId, Form form) {
    Frame frame = reader.frame("Propose what a body says", Menu.REPRESENTATION);
    Place place = places.place(placeId);
    String chosen = form.value("question");
    @Nullable Issue issue =
        chosen.isEmpty() ? null : api.get("/v1/issues/" + Segment.of(chosen), Issue.class);
    Optional<Classification> decided = issue == null ? Optional.empty() : decided(place, chosen);
    boolean first =
        issue != null
            && decided.isEmpty()
            && api.find("/v1/delegation-schemes/" + placeId, Scheme.class).isPresent();
    return Html.page(
        status,
        new NewPositionPage(
            frame.withBreadcrumbs(
                new Link(place.name(), "/places/" + placeId),
                new Link("Positions", "/positions/of/" + placeId)),
            form.refused(),
            placeId.toString(),
            place.icsOdsCode(),
            place.name(),
            issue == null ? questions(place) : List.of(),
            issue == null ? null : PositionView.question(issue.question()),
            issue == null ? null : issue.issueId(),
            first ? "/schemes/" + placeId + "?question=" + Segment.of(chosen) : null,
            decided.map(SchemeView::decided).orElse(""),
            issue == null ? List.of() : bodies(place.placeId()),
            issue == null ? List.of() : options(issue.options(), form),
            form));
  }

  private Optional<Classification> decided(Place place, String issueId) {
    return api.find(
        "/v1/delegation-schemes/"
            + Segment.of(place.placeId())
            + "/classifications/"
            + Segment.of(issueId),
        Classification.class);
  }

  private List<Link> questions(Place place) {
    return api
        .all(
            "/v1/issues?limit=200&icsId=" + Segment.of(place.icsOdsCode()),
            IssueList.class,
            IssueList::items,
            IssueList::next)
        .stream()
        .map(issue ->
            new Link(
                PositionView.question(issue.question()),
                "/positions/new/" + place.placeId() + "?question=" + issue.issueId()))
        .toList();
  }

  private List<Choice> bodies(String placeId) {
    List<Choice> choices = new ArrayList<>();
    bodies.speaking(placeId).forEach((id, name) -> choices.add(new Choice(id, name)));
    return choices;
  }

  @GET
  @Path("{id}")
  public Response position(@PathParam("id") UUID id) {
    return page(200, id, Form.blank());
  }

  @POST
  @Path("{id}/agreed")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response agree(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "agreements",
        Notice.AGREED,
        fields,
        form ->
            new Agreeing(
                form.text("body", "Choose which body agrees"),
                form.optionalDay("agreedOn").orElse(null)),
        Map.of("bodyId", "body", "on", "agreedOn"));
  }

  @POST
  @Path("{id}/published")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response publish(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "publications",
        Notice.PUBLISHED,
        fields,
        form -> new Issues.On(form.optionalDay("publishedOn").orElse(null)),
        Map.of("on", "publishedOn"));
  }

  @POST
  @Path("{id}/said-else")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revise(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "versions",
        Notice.SAYS_ELSE,
        fields,
        form -> new NewVersion(stances(form, fields)),
        FIELDS);
  }

  @POST
  @Path("{id}/withdrawn")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response withdraw(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "withdrawals",
        Notice.WITHDRAWN,
        fields,
        form -> new Issues.On(form.optionalDay("withdrawnOn").orElse(null)),
        Map.of("on", "withdrawnOn"));
  }

  @POST
  @Path("{id}/comment")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response comment(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "comments",
        Notice.COMMENT,
        fields,
        form -> new Said(form.text("comment", "Write what you want to say")),
        Map.of("words", "comment"));
  }

  @POST
  @Path("{id}/dissent")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response dissent(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "dissents",
        Notice.COMMENT,
        fields,
        form -> new Said(form.text("dissent", "Write what you do not agree with")),
        Map.of("words", "dissent"));
  }

  private Response write(
      UUID id,
      String command,
      Notice done,
      MultivaluedMap<String, String> sent,
      Function<Form, @Nullable Object> body,
      Map<String, String> fields) {
    reader.me();
    Form form = Form.sent(sent);
    return writing.sendOrShow(
        "/v1/positions/" + id + "/" + command,
        form,
        body,
        fields,
        done.at("/positions/" + id),
        () -> page(form.status(), id, form));
  }

  /** Who is not general practice of the place reads what is public, and nothing else is there. */
  private Response page(int status, UUID id, Form form) {
    Frame frame = reader.frame("Position", Menu.REPRESENTATION);
    @Nullable Answered<Discussion> discussion =
        api.findVersioned("/v1/positions/" + id + "/discussion", Discussion.class).orElse(null);
    if (discussion == null) {
      Public position = api.get("/v1/positions/" + id, Public.class);
      return page(
          status,
          frame,
          places.place(UUID.fromString(position.placeId())),
          PositionView.of(position, names::of),
          "",
          false,
          List.of(),
          List.of(),
          form);
    }
    Discussion position = discussion.body();
    Place place = places.place(UUID.fromString(position.placeId()));
    if (!form.refused()) {
      position
          .versions()
          .getLast()
          .stances()
          .forEach(one -> form.with(STANCE + one.optionId(), one.stance()));
    }
    return page(
        status,
        frame,
        place,
        PositionView.of(position, names::of),
        decided(place, position.issueId()).map(SchemeView::decided).orElse(""),
        position.mayActForBody(),
        reader.has(Roles.SPEAK_FOR_BODIES) ? bodies(place.placeId()) : List.of(),
        options(position.options(), form),
        form.withEtag(discussion.etag()));
  }

  private static Response page(
      int status,
      Frame frame,
      Place place,
      PositionView view,
      String decides,
      boolean mayAct,
      List<Choice> bodies,
      List<OptionField> options,
      Form form) {
    return Html.page(
        status,
        new PositionPage(
            frame
                .withTitle(view.heading())
                .withBreadcrumbs(
                    new Link(place.name(), "/places/" + place.placeId()),
                    new Link("Positions", "/positions/of/" + place.placeId())),
            form.refused(),
            view,
            decides,
            mayAct,
            bodies,
            options,
            form));
  }
}
