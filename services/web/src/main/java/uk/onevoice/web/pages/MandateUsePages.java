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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Mandates.Limit;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Mandates.Plain;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Reached;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.api.Uses;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** What was said and agreed under a mandate: written down, stood by, taken back. */
@Path("/mandates/{id}/uses")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MandateUsePages {
  private static final int ONE_PAGE = 50;
  private static final List<Choice> ACTS =
      List.of(
          new Choice("AGREED", "We agreed to something"),
          new Choice("SPOKE", "We spoke, and agreed to nothing"));
  private static final Map<String, String> FIELDS =
      Map.of(
          "act", "act",
          "topicId", "topicId",
          "forumId", "forumId",
          "limitIds", "limit",
          "on", "on",
          "words", "words");

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final ListViews lists;
  private final Writing writing;

  MandateUsePages(
      Reader reader, Api api, Names names, PlaceViews places, ListViews lists, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.lists = lists;
    this.writing = writing;
  }

  /**
   * @param practice whose partner the reader is; null for everybody else
   * @param lmc whose officer the reader is; null for everybody else
   * @param would what would come of what is typed, where that was asked
   */
  record UsesPage(
      Frame frame,
      boolean refused,
      String mandateId,
      String heading,
      MandateUses view,
      boolean writes,
      @Nullable String practice,
      @Nullable String lmc,
      List<Choice> acts,
      List<Choice> topics,
      List<Choice> tables,
      List<Choice> limits,
      @Nullable String would,
      @Nullable String first,
      @Nullable String next,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response uses(@PathParam("id") UUID id, @QueryParam("after") @Nullable String after) {
    return page(200, id, after, null, Form.blank());
  }

  /** Nothing is stored by asking. */
  @POST
  @Path("checked")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response check(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Uses.NewUse use = use(form);
    if (form.refused()) {
      return page(form.status(), id, null, null, form);
    }
    StringBuilder path =
        new StringBuilder("/v1/mandates/" + id + "/invocation-check?act=" + Segment.of(use.act()))
            .append("&topicId=")
            .append(Segment.of(use.topicId()));
    if (use.forumId() != null) {
      path.append("&forumId=").append(Segment.of(use.forumId()));
    }
    use.limitIds().forEach(limit -> path.append("&limitId=").append(Segment.of(limit)));
    if (use.on() != null) {
      path.append("&on=").append(use.on());
    }
    Uses.Verdict verdict = api.get(path.toString(), Uses.Verdict.class);
    return page(200, id, null, MandateUses.would(verdict, names::of), form);
  }

  @POST
  @Path("written")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response write(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    @Nullable Reached reached =
        writing.send("/v1/mandates/" + id + "/invocations", use(form), form, FIELDS).orElse(null);
    if (reached == null) {
      return page(form.status(), id, null, null, form);
    }
    boolean covered = reached.id("verdict").filter("COVERED"::equals).isPresent();
    return Html.goTo((covered ? Notice.USE_COVERED : Notice.USE_PROVISIONAL).at(here(id)));
  }

  private static Uses.NewUse use(Form form) {
    return new Uses.NewUse(
        form.text("act", "Choose what happened"),
        form.text("topicId", "Choose what it was about"),
        form.optional("forumId"),
        form.all("limit"),
        form.optionalDay("on").orElse(null),
        form.optional("words"));
  }

  @POST
  @Path("{use}/word")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response ratify(
      @PathParam("id") UUID id, @PathParam("use") UUID use, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    @Nullable Object body =
        reader
            .role()
            .map(RoleHolding::organisationId)
            .map(code -> new Uses.Ratification(code, form.value("agrees").equals("true")))
            .orElse(null);
    return act(id, use + "/ratifications", body, Notice.WORD_OF_PRACTICE, form);
  }

  /** An LMC that backed the mandate has a say in what goes beyond it. */
  @POST
  @Path("{use}/word-of-lmc")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response ratifyForLmc(
      @PathParam("id") UUID id, @PathParam("use") UUID use, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    @Nullable Object body =
        lmc()
            .map(code -> new Uses.LmcRatification(code, form.value("agrees").equals("true")))
            .orElse(null);
    return act(id, use + "/lmc-ratifications", body, Notice.WORD_OF_LMC, form);
  }

  private Optional<String> lmc() {
    return reader
        .role()
        .filter(role -> List.of(Roles.LMC).contains(role.role()))
        .map(RoleHolding::organisationId);
  }

  @POST
  @Path("{use}/taken-back")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response takeBack(
      @PathParam("id") UUID id, @PathParam("use") UUID use, MultivaluedMap<String, String> fields) {
    reader.me();
    return act(id, use + "/taking-back", new Plain(), Notice.USE_TAKEN_BACK, Form.sent(fields));
  }

  private Response act(UUID id, String path, @Nullable Object body, Notice done, Form form) {
    return writing.sendOrShow(
        "/v1/mandates/" + id + "/invocations/" + path,
        form,
        _ -> body,
        Map.of(),
        done.at(here(id)),
        () -> page(form.status(), id, null, null, form));
  }

  private static String here(UUID id) {
    return "/mandates/" + id + "/uses";
  }

  private Response page(
      int status, UUID id, @Nullable String after, @Nullable String would, Form form) {
    Frame frame = reader.frame("What was agreed", Menu.REPRESENTATION);
    Answered<Mandate> mandate = api.getVersioned("/v1/mandates/" + id, Mandate.class);
    Uses.Listing list =
        api.get(
            "/v1/mandates/"
                + id
                + "/invocations?limit="
                + ONE_PAGE
                + (after == null ? "" : "&after=" + Segment.of(after)),
            Uses.Listing.class);
    Place place = places.place(UUID.fromString(mandate.body().placeId()));
    Map<String, String> topics = ListViews.labels(lists.all(ListKind.TOPICS, place.icsOdsCode()));
    Map<String, String> tables = ListViews.labels(lists.all(ListKind.FORUMS, place.icsOdsCode()));
    String title = Words.sentence(Topic.words(mandate.body().topic())) + " mandate";
    return Html.page(
        status,
        new UsesPage(
            frame
                .withTitle("What was agreed under the " + RoleWords.lowerFirst(title))
                .withBreadcrumbs(
                    new Link(place.name(), "/places/" + place.placeId()),
                    new Link(title, "/mandates/" + id)),
            form.refused(),
            id.toString(),
            "What was agreed under the " + RoleWords.lowerFirst(title),
            MandateUses.of(
                list.items(),
                after == null && list.next() == null,
                topic -> Topic.words("", topics.getOrDefault(topic, "another topic")),
                table -> tables.getOrDefault(table, "another board or group"),
                names::of,
                lmc().orElse(null)),
            reader.has(Roles.LEADERS),
            reader
                .role()
                .filter(role -> role.role().equals(Roles.PRACTICE))
                .map(RoleHolding::organisationId)
                .map(names::of)
                .orElse(null),
            lmc().map(names::of).orElse(null),
            ACTS,
            ListViews.choices("Choose a topic", topics),
            ListViews.choices("None of them", tables),
            limits(mandate.body()),
            would,
            after == null ? null : here(id),
            list.next() == null ? null : here(id) + "?after=" + Segment.of(list.next()),
            form.withEtag(mandate.etag())));
  }

  private static List<Choice> limits(Mandate mandate) {
    List<Limit> all =
        mandate.terms() == null || mandate.terms().limits() == null
            ? List.of()
            : mandate.terms().limits();
    return all.stream()
        .map(limit ->
            new Choice(
                limit.limitId(),
                switch (limit.kind()) {
                      case "MAY_AGREE" -> "May agree: ";
                      case "MUST_REFER" -> "Must come back first: ";
                      default -> "May not agree: ";
                    }
                    + (limit.text() == null ? "words that are no longer kept" : limit.text())))
        .toList();
  }
}
