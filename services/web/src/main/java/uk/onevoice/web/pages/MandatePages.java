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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Mandates;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.api.Names;
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
  private final Names names;
  private final PlaceViews places;
  private final Writing writing;
  private final ListViews lists;
  private final MandateShown shown;

  MandatePages(
      Reader reader,
      Names names,
      PlaceViews places,
      Writing writing,
      ListViews lists,
      MandateShown shown) {
    this.reader = reader;
    this.names = names;
    this.places = places;
    this.writing = writing;
    this.lists = lists;
    this.shown = shown;
  }

  /**
   * @param practice what a partner of a practice is asked; null for everybody else
   * @param changes where new contracts, policies and laws are, for who may read them
   */
  record MandatePage(
      Frame frame,
      boolean refused,
      MandateView view,
      MandateLife life,
      MandateActions actions,
      @Nullable PracticeQuestion practice,
      @Nullable String changes,
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
    return shown.page(200, id, Form.blank());
  }

  @POST
  @Path("{id}/answer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<String> answer = form.required("answer", "Choose the answer of your practice");
    if (form.value("answer").equals("CONDITIONAL") && form.value("limited").equals("true")) {
      form.required("words", "Write your condition in one sentence");
    }
    Optional<String> practice = reader.role().map(RoleHolding::organisationId);
    @Nullable LocalDate on = form.optionalDay("on").orElse(null);
    Mandates.@Nullable Once once = once(form, fields.getOrDefault("other", List.of()));
    @Nullable Object body =
        answer
            .flatMap(chosen ->
                practice.map(
                    code -> new Mandates.Response(code, chosen, on, form.optional("words"), once)))
            .orElse(null);
    return writing.sendOrShow(
        "/v1/mandates/" + id + "/responses",
        form,
        _ -> body,
        Map.of("answer", "answer", "words", "words", "on", "on", "legalEntityId", "legalEntity"),
        Notice.ANSWER.at("/mandates/" + id),
        () -> shown.page(form.status(), id, form));
  }

  /** One firm can answer once for all of its practices; who does not say so answers for one. */
  private static Mandates.@Nullable Once once(Form form, List<String> others) {
    return others.isEmpty()
        ? null
        : new Mandates.Once(
            form.text("legalEntity", "Choose under which name the firm is known"), others);
  }

  @POST
  @Path("{id}/carried/{from}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response carry(
      @PathParam("id") UUID id,
      @PathParam("from") String from,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    @Nullable Object body =
        reader
            .role()
            .map(RoleHolding::organisationId)
            .map(code -> new Mandates.Carried(code, from))
            .orElse(null);
    return writing.sendOrShow(
        "/v1/mandates/" + id + "/carried-answers",
        form,
        _ -> body,
        Map.of(),
        Notice.CARRIED.at("/mandates/" + id),
        () -> shown.page(form.status(), id, form));
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
}
