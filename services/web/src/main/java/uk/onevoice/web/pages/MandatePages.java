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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Mandates;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Reached;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Topic;

/** A mandate: asking practices for it, reading it, and a practice's answer. */
@Path("/mandates")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MandatePages {
  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final Writing writing;
  private final ListViews lists;

  MandatePages(
      Reader reader, Api api, Names names, PlaceViews places, Writing writing, ListViews lists) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.writing = writing;
    this.lists = lists;
  }

  /** What a partner of a practice is asked; null for everybody else. */
  record PracticeQuestion(String legend, String hint, List<Choice> choices) {}

  record MandatePage(
      Frame frame,
      boolean refused,
      MandateView view,
      @Nullable PracticeQuestion practice,
      Form form)
      implements TemplateInstance {}

  record NewMandatePage(
      Frame frame,
      boolean refused,
      String placeId,
      String place,
      List<Choice> topics,
      String topicLabel,
      String holderHint,
      Form form)
      implements TemplateInstance {}

  @GET
  @Path("{id}")
  public Response mandate(@PathParam("id") UUID id) {
    return page(200, id, Form.blank());
  }

  @POST
  @Path("{id}/answer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<String> answer = form.required("answer", "Choose the answer of your practice");
    Optional<String> practice = reader.role().map(RoleHolding::organisationId);
    Optional<Mandates.Response> body =
        answer.flatMap(chosen -> practice.map(code -> new Mandates.Response(code, chosen)));
    Optional<Reached> reached =
        writing.send(
            "/v1/mandates/" + id + "/responses",
            body.orElse(null),
            form,
            Map.of("answer", "answer"));
    return reached.isPresent()
        ? Html.goTo(Notice.ANSWER.at("/mandates/" + id))
        : page(form.status(), id, form);
  }

  @GET
  @Path("new/{placeId}")
  public NewMandatePage ask(@PathParam("placeId") UUID placeId) {
    return askPage(placeId, Form.blank());
  }

  @POST
  @Path("new/{placeId}/asked")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response asked(@PathParam("placeId") UUID placeId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String holder = reader.role().map(RoleHolding::organisationId).orElse(null);
    if (holder == null) {
      form.refuse(
          "holderRole", "Choose a role at a federation, an LMC or a leadership group first");
    }
    boolean listed = !form.value("topicId").isEmpty();
    String topic = Topic.slug(form.value("topic"));
    if (!listed) {
      form.required("topic", "Choose or write what the mandate is about");
    }
    form.required("holderRole", "Write who speaks, by the name of their role");
    Optional<LocalDate> start = form.requiredDay("start", "Write the first day");
    Optional<LocalDate> last = form.requiredDay("last", "Write the last day");
    Mandates.OpenMandate body =
        start.isPresent() && last.isPresent() && holder != null
            ? new Mandates.OpenMandate(
                placeId.toString(),
                listed ? null : topic,
                listed ? form.value("topicId") : null,
                form.value("board").isEmpty() ? null : form.value("board"),
                holder,
                form.value("holderRole"),
                start.get(),
                last.get().plusDays(1))
            : null;
    Optional<String> made =
        writing
            .send(
                "/v1/mandates",
                body,
                form,
                Map.of(
                    "topic", "topic",
                    "topicId", "topicId",
                    "board", "board",
                    "holderRole", "holderRole",
                    "start", "start",
                    "end", "last"))
            .flatMap(reached -> reached.id("mandateId"));
    return made.isPresent()
        ? Html.goTo(Notice.ASKED.at("/mandates/" + made.get()))
        : Html.page(form.status(), askPage(placeId, form));
  }

  private NewMandatePage askPage(UUID placeId, Form form) {
    Frame frame = reader.frame("Ask for a mandate", Menu.REPRESENTATION);
    Place place = places.place(placeId);
    List<Choice> topics =
        ListViews.choices(
            "Another one, in own words",
            ListViews.labels(lists.inUse(ListKind.TOPICS, place.icsOdsCode())));
    String holder =
        reader.role().map(RoleHolding::organisationId).map(names::of).orElse("your body");
    return new NewMandatePage(
        frame.withBreadcrumbs(new Link(place.name(), "/places/" + placeId)),
        form.refused(),
        placeId.toString(),
        place.name(),
        topics,
        topics.size() > 1 ? "Or in own words" : "What about?",
        "The role at " + holder + " that holds the mandate, for example: Medical director",
        form);
  }

  private Response page(int status, UUID id, Form form) {
    Frame frame = reader.frame("Mandate", Menu.REPRESENTATION);
    Answered<Mandate> mandate = api.getVersioned("/v1/mandates/" + id, Mandate.class);
    Place place = places.place(UUID.fromString(mandate.body().placeId()));
    Map<String, String> practices = places.practiceNames(mandate.body());
    MandateView view =
        MandateView.of(
            mandate.body(),
            names.of(mandate.body().holderId()),
            places.counted(mandate.body()),
            practices,
            reader.has(Roles.PRACTICE));
    return Html.page(
        status,
        new MandatePage(
            frame
                .withTitle(view.title())
                .withBreadcrumbs(new Link(place.name(), "/places/" + place.placeId())),
            form.refused(),
            view,
            question(mandate.body(), practices.keySet()).orElse(null),
            form.withEtag(mandate.etag())));
  }

  /** Only a practice of the place is asked, and only until the mandate has run out. */
  private Optional<PracticeQuestion> question(Mandate mandate, Set<String> practices) {
    return reader
        .role()
        .filter(role -> role.role().equals(Roles.PRACTICE))
        .map(RoleHolding::organisationId)
        .filter(practices::contains)
        .filter(_ -> AsOf.today().isBefore(mandate.end()))
        .map(practice ->
            new PracticeQuestion(
                "Your answer for " + names.of(practice),
                "May "
                    + names.of(mandate.holderId())
                    + " speak for you on "
                    + Topic.words(mandate.topic())
                    + "?",
                Vocabulary.ANSWERS));
  }
}
