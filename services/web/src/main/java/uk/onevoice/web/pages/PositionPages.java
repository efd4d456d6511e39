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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Issues;
import uk.onevoice.web.api.Issues.Agreeing;
import uk.onevoice.web.api.Issues.Discussion;
import uk.onevoice.web.api.Issues.NewVersion;
import uk.onevoice.web.api.Issues.Public;
import uk.onevoice.web.api.Issues.Said;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/** What a body of general practice says on a question: discussed, agreed, published, withdrawn. */
@Path("/positions")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PositionPages {
  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final BodiesOfPlace bodies;
  private final WhoDecides decides;
  private final PositionAlerts alerts;
  private final Writing writing;

  PositionPages(
      Reader reader,
      Api api,
      Names names,
      PlaceViews places,
      BodiesOfPlace bodies,
      WhoDecides decides,
      PositionAlerts alerts,
      Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.bodies = bodies;
    this.decides = decides;
    this.alerts = alerts;
    this.writing = writing;
  }

  /**
   * @param alerts where it contradicts another, for leaders
   * @param decides who decides the question, where that is said
   * @param bodies for which the reader may say that they agree; none for who may not
   */
  record PositionPage(
      Frame frame,
      boolean refused,
      PositionView view,
      List<PositionAlerts.Alert> alerts,
      String decides,
      boolean mayAct,
      List<Choice> bodies,
      List<Stances.Field> options,
      Form form)
      implements TemplateInstance {}

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
        form -> new NewVersion(Stances.read(form, fields)),
        Map.of("stances", "stances"));
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
          List.of(),
          "",
          false,
          List.of(),
          List.of(),
          form);
    }
    Discussion position = discussion.body();
    Place place = places.place(UUID.fromString(position.placeId()));
    if (!form.refused()) {
      Stances.fill(form, position.versions().getLast().stances());
    }
    return page(
        status,
        frame,
        place,
        PositionView.of(position, names::of),
        reader.has(Roles.SPEAK_FOR_BODIES)
            ? alerts.of(place.placeId(), position.positionId())
            : List.of(),
        decides.of(place, position.issueId()).map(SchemeView::decided).orElse(""),
        position.mayActForBody(),
        reader.has(Roles.SPEAK_FOR_BODIES) ? bodies.toSpeak(place.placeId()) : List.of(),
        Stances.fields(position.options(), form),
        form.withEtag(discussion.etag()));
  }

  private static Response page(
      int status,
      Frame frame,
      Place place,
      PositionView view,
      List<PositionAlerts.Alert> alerts,
      String decides,
      boolean mayAct,
      List<Choice> bodies,
      List<Stances.Field> options,
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
            alerts,
            decides,
            mayAct,
            bodies,
            options,
            form));
  }
}
