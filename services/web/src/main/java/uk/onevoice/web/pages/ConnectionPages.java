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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Reached;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.api.Subscriptions;
import uk.onevoice.web.api.Subscriptions.Deliveries;
import uk.onevoice.web.api.Subscriptions.Filter;
import uk.onevoice.web.api.Subscriptions.NewSubscription;
import uk.onevoice.web.api.Subscriptions.Subscription;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/** For people of a partner: what is sent to their systems, and what became of it. */
@Path("/connection")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class ConnectionPages {
  private static final int NEWEST = 10;
  private static final int ONE_PAGE = 50;
  private static final String TITLE = "Your connection to OneVoice";

  private static final List<Choice> STATES =
      List.of(
          new Choice("", "All"),
          new Choice("HELD", FeedWords.state("HELD")),
          new Choice("WAITING", FeedWords.state("WAITING")),
          new Choice("BEHIND", FeedWords.state("BEHIND")),
          new Choice("DELIVERED", FeedWords.state("DELIVERED")),
          new Choice("LEFT_OUT", FeedWords.state("LEFT_OUT")),
          new Choice("DROPPED", FeedWords.state("DROPPED")));

  private static final List<Choice> WHICH =
      List.of(new Choice("HELD", "Only those that are held"), new Choice("", "All of them"));

  private final Reader reader;
  private final Api api;
  private final PlaceViews places;
  private final ListViews lists;
  private final Writing writing;

  ConnectionPages(Reader reader, Api api, PlaceViews places, ListViews lists, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.places = places;
    this.lists = lists;
    this.writing = writing;
  }

  /** An address that is sent to, among several. */
  public record Row(Link link, String system, String state, String colour) {}

  /**
   * @param connection from whose page trial messages are made; blank on this page of all
   * @param system for which they are; null to ask
   */
  record ConnectionsPage(
      Frame frame,
      boolean refused,
      String sentence,
      List<Row> rows,
      List<Choice> kinds,
      String connection,
      @Nullable String system,
      Form form)
      implements TemplateInstance {}

  /**
   * @param topics to choose from where a place is chosen, since each ICS has a list of its own
   * @param kinds of trial messages; they are for the system of this connection
   */
  record ConnectionPage(
      Frame frame,
      boolean refused,
      ConnectionView view,
      List<Choice> types,
      List<Choice> places,
      @Nullable List<Choice> topics,
      List<Choice> which,
      List<Choice> kinds,
      String connection,
      String system,
      Form form)
      implements TemplateInstance {}

  /**
   * @param secret null where it was shown before
   */
  record NewKeyPage(
      Frame frame, String heading, @Nullable String secret, boolean first, String onward)
      implements TemplateInstance {}

  record SentPage(
      Frame frame,
      String back,
      List<Choice> states,
      String state,
      List<ConnectionView.Sent> sent,
      Form form,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  @GET
  public Response connections() {
    return connections(200, Form.blank());
  }

  @POST
  @Path("made")
  public Response make(MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    @Nullable Object body =
        form.required("url", "Write the address")
            .map(url -> new NewSubscription(url, form.optional("system")))
            .orElse(null);
    Optional<Reached> made =
        writing.send(Subscriptions.PATH, body, form, Map.of("url", "url", "clientId", "system"));
    return made.isPresent()
        ? keyPage(made.get(), true, made.get().id("subscriptionId").orElseThrow())
        : connections(form.status(), form);
  }

  @GET
  @Path("{id}")
  public Response connection(@PathParam("id") UUID id) {
    return page(200, id, Form.blank());
  }

  @POST
  @Path("{id}/asked-for")
  public Response askFor(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    List<String> types = form.all("type");
    if (types.isEmpty()) {
      form.refuse("type", "Choose at least one kind of message");
    }
    // What this page does not ask about stays as it is.
    @Nullable String subject = api.get(path(id), Subscription.class).filter().subject();
    return send(
        id,
        "/filter",
        new Filter(
            Set.copyOf(types).equals(FeedWords.types()) ? null : types,
            subject,
            form.optional("place"),
            form.optional("topic")),
        form,
        Notice.CONNECTION_ASKED);
  }

  @POST
  @Path("{id}/verified")
  public Response verify(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    boolean verified =
        writing.send(path(id) + "/verification", Map.of(), form, Map.of()).isPresent();
    form.reword(said -> FeedWords.reason(said, null));
    return verified
        ? Html.goTo(Notice.CONNECTION_VERIFIED.at("/connection/" + id))
        : page(form.status(), id, form);
  }

  @POST
  @Path("{id}/paused")
  public Response pause(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return send(id, "/pause", Map.of(), Form.sent(fields), Notice.CONNECTION_PAUSED);
  }

  @POST
  @Path("{id}/resumed")
  public Response resume(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return send(id, "/resumption", Map.of(), Form.sent(fields), Notice.CONNECTION_RESUMED);
  }

  @POST
  @Path("{id}/tested")
  public Response test(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<Reached> sent = writing.send(path(id) + "/test-events", Map.of(), form, Map.of());
    return sent.isPresent()
        ? Html.goTo(
            (sent.get().id("state").filter("DELIVERED"::equals).isPresent()
                    ? Notice.TEST_TAKEN
                    : Notice.TEST_NOT_TAKEN)
                .at("/connection/" + id))
        : page(form.status(), id, form);
  }

  @POST
  @Path("{id}/keys/made")
  public Response newKey(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<Reached> made =
        writing.send(path(id) + "/keys", new Subscriptions.NewKey(), form, Map.of());
    return made.isPresent()
        ? keyPage(made.get(), false, id.toString())
        : page(form.status(), id, form);
  }

  @POST
  @Path("{id}/keys/{keyId}/ended")
  public Response endKey(
      @PathParam("id") UUID id,
      @PathParam("keyId") UUID key,
      MultivaluedMap<String, String> fields) {
    return send(
        id, "/keys/" + key + "/end", Map.of(), Form.sent(fields), Notice.CONNECTION_KEY_ENDED);
  }

  @POST
  @Path("{id}/deleted")
  public Response delete(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        path(id) + "/deletion",
        form,
        _ -> Map.of(),
        Map.of(),
        Notice.CONNECTION_DELETED.at("/connection"),
        () -> page(form.status(), id, form));
  }

  @POST
  @Path("{id}/sent/{deliveryId}/again")
  public Response again(
      @PathParam("id") UUID id,
      @PathParam("deliveryId") UUID delivery,
      MultivaluedMap<String, String> fields) {
    return send(
        id,
        "/deliveries/resending",
        new Subscriptions.Resending(List.of(delivery.toString()), null, null, null),
        Form.sent(fields),
        Notice.SENT_AGAIN);
  }

  @POST
  @Path("{id}/sent/{deliveryId}/left-out")
  public Response leaveOut(
      @PathParam("id") UUID id,
      @PathParam("deliveryId") UUID delivery,
      MultivaluedMap<String, String> fields) {
    return send(
        id,
        "/deliveries/" + delivery + "/leaving-out",
        Map.of(),
        Form.sent(fields),
        Notice.MESSAGE_LEFT_OUT);
  }

  @POST
  @Path("{id}/sent/again")
  public Response againOfDays(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return send(
        id,
        "/deliveries/resending",
        new Subscriptions.Resending(
            null,
            AsOf.start(form.aDay("again-from", "Write from which day on")),
            AsOf.start(form.aDay("again-until", "Write up to which day").plusDays(1)),
            form.optional("again-which")),
        form,
        Notice.SENT_AGAIN);
  }

  @POST
  @Path("{id}/replayed")
  public Response replay(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return send(
        id,
        "/replay",
        new Subscriptions.Replay(AsOf.start(form.aDay("since", "Write from which day on"))),
        form,
        Notice.REPLAYED);
  }

  @GET
  @Path("{id}/sent")
  public TemplateInstance sent(
      @PathParam("id") UUID id,
      @QueryParam("state") @Nullable String state,
      @QueryParam("after") @Nullable String after) {
    Frame frame = reader.frame("What was sent", Menu.CONNECTION);
    String only = state == null || state.isEmpty() ? "" : "&state=" + Segment.of(state);
    Answered<Subscription> of = api.getVersioned(path(id), Subscription.class);
    Deliveries log =
        api.get(
            path(id)
                + "/deliveries?limit="
                + ONE_PAGE
                + only
                + (after == null ? "" : "&after=" + Segment.of(after)),
            Deliveries.class);
    String here = ConnectionView.href(of.body());
    String list = here + "/sent" + only.replaceFirst("&", "?");
    return new SentPage(
        frame.withBreadcrumbs(new Link("Your connection", here)),
        here,
        STATES,
        state == null ? "" : state,
        log.items().stream().map(ConnectionView::sent).toList(),
        Form.blank().withEtag(of.etag()),
        after == null ? null : list,
        log.next() == null
            ? null
            : list + (only.isEmpty() ? "?" : "&") + "after=" + Segment.of(log.next()));
  }

  private Response send(UUID id, String command, @Nullable Object body, Form form, Notice done) {
    reader.me();
    return writing.sendOrShow(
        path(id) + command,
        form,
        _ -> body,
        Map.of(
            "types", "type", "from", "again-from", "until", "again-until", "state", "again-which"),
        done.at("/connection/" + id),
        () -> page(form.status(), id, form));
  }

  private static String path(UUID id) {
    return Subscriptions.PATH + "/" + id;
  }

  /** Told once: this page is the answer itself and cannot be asked for again. */
  private Response keyPage(Reached made, boolean first, String id) {
    return Html.page(
        200,
        new NewKeyPage(
            reader
                .frame("Your new key", Menu.CONNECTION)
                .withBreadcrumbs(new Link("Your connection", "/connection/" + id)),
            first ? "Your connection is there. Keep its key" : "Keep your new key",
            made.id("secret").filter(secret -> !secret.equals("null")).orElse(null),
            first,
            "/connection/" + id));
  }

  private Response connections(int status, Form form) {
    Frame frame = reader.frame(TITLE, Menu.CONNECTION);
    Subscriptions.Listing all =
        api.get(Subscriptions.PATH + "?limit=" + ONE_PAGE, Subscriptions.Listing.class);
    return Html.page(
        status,
        new ConnectionsPage(
            frame,
            form.refused(),
            all.items().isEmpty()
                ? "Nothing is sent to a system of your organisation yet."
                : "Messages go to these addresses of your organisation.",
            all.items().stream().map(ConnectionPages::row).toList(),
            FeedWords.kinds(),
            "",
            null,
            form));
  }

  private static Row row(Subscription each) {
    boolean sends = each.approved() && each.state().equals("ACTIVE");
    return new Row(
        new Link(each.url(), ConnectionView.href(each)),
        each.clientId(),
        sends
            ? "Messages are sent"
            : each.approved() && each.state().equals("PAUSED") ? "Paused" : "Nothing is sent yet",
        sends ? "green" : "yellow");
  }

  private Response page(int status, UUID id, Form form) {
    Frame frame = reader.frame(TITLE, Menu.CONNECTION);
    Answered<Subscription> read = api.getVersioned(path(id), Subscription.class);
    Filter filter = read.body().filter();
    Deliveries log = api.get(path(id) + "/deliveries?limit=" + NEWEST, Deliveries.class);
    List<Place> everywhere = places.everywhere();
    List<String> asked = filter.types() == null ? List.copyOf(FeedWords.types()) : filter.types();
    boolean filtering = form.error("type") != null || !form.all("type").isEmpty();
    if (!filtering) {
      form.withAll("type", asked).with("place", filter.place()).with("topic", filter.topic());
    }
    return Html.page(
        status,
        new ConnectionPage(
            frame.withBreadcrumbs(new Link("All your connections", "/connection")),
            form.refused(),
            ConnectionView.of(read.body(), log.items()),
            FeedWords.choices(asked),
            placeChoices(everywhere),
            topics(everywhere, form.value("place"), form.value("topic")),
            WHICH,
            FeedWords.kinds(),
            id.toString(),
            read.body().clientId(),
            form.withEtag(read.etag())));
  }

  private static List<Choice> placeChoices(List<Place> everywhere) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Every place"));
    everywhere.forEach(place -> choices.add(new Choice(place.placeId(), place.name())));
    return choices;
  }

  private @Nullable List<Choice> topics(List<Place> everywhere, String placeId, String chosen) {
    @Nullable Place place =
        everywhere.stream().filter(each -> each.placeId().equals(placeId)).findFirst().orElse(null);
    if (place == null) {
      return chosen.isEmpty()
          ? null
          : List.of(new Choice("", "Every topic"), new Choice(chosen, "The one chosen before"));
    }
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Every topic"));
    lists
        .inUse(ListKind.TOPICS, place.icsOdsCode())
        .forEach(entry -> choices.add(new Choice(entry.id(), entry.labelNow())));
    return choices;
  }
}
