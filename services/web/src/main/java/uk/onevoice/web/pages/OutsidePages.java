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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Outside;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** What changes outside general practice, and the mandates that have to be looked at again. */
@Path("/changes")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class OutsidePages {
  private static final int ONE_PAGE = 50;

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final ListViews lists;
  private final Writing writing;

  OutsidePages(Reader reader, Api api, Names names, ListViews lists, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.lists = lists;
    this.writing = writing;
  }

  record ChangesPage(
      Frame frame,
      String icsId,
      String heading,
      String sentence,
      Grid table,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  record ChangePage(
      Frame frame, boolean refused, OutsideView view, List<Choice> outcomes, Form form)
      implements TemplateInstance {}

  record NewChangePage(
      Frame frame,
      boolean refused,
      String icsId,
      String ics,
      List<Choice> kinds,
      List<Choice> topics,
      Form form)
      implements TemplateInstance {}

  @GET
  @Path("of/{icsId}")
  public TemplateInstance list(
      @PathParam("icsId") String icsId, @QueryParam("after") @Nullable String after) {
    Frame frame = reader.frame("What changed outside", Menu.REPRESENTATION);
    String code = Segment.of(icsId);
    Outside.Listing list =
        api.get(
            "/v1/external-changes?limit="
                + ONE_PAGE
                + "&icsId="
                + code
                + (after == null ? "" : "&after=" + Segment.of(after)),
            Outside.Listing.class);
    String ics = lists.ics(icsId);
    String here = "/changes/of/" + code;
    return new ChangesPage(
        frame
            .withTitle("What changed outside, for " + ics)
            .withBreadcrumbs(new Link(ics, "/ics/" + code)),
        icsId,
        "What changed outside, for " + ics,
        OutsideView.sentence(list.items(), after != null),
        OutsideView.table(list.items()),
        after == null ? null : here,
        list.next() == null ? null : here + "?after=" + Segment.of(list.next()));
  }

  @GET
  @Path("new/{icsId}")
  public Response begin(@PathParam("icsId") String icsId) {
    return newPage(200, icsId, Form.blank());
  }

  @POST
  @Path("new/{icsId}/written")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response write(@PathParam("icsId") String icsId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    if (form.all("topic").isEmpty()) {
      form.refuse("topic", "Choose at least one topic");
    }
    Outside.NewChange change =
        new Outside.NewChange(
            icsId,
            form.text("kind", "Choose what it is"),
            form.text("what", "Write what changes, in one sentence"),
            form.all("topic"),
            form.aDay("from", "Write from which day it holds"));
    Optional<String> made =
        writing
            .send(
                "/v1/external-changes",
                change,
                form,
                Map.of("kind", "kind", "what", "what", "topicIds", "topic", "from", "from"))
            .flatMap(reached -> reached.id("externalChangeId"));
    return made.isPresent()
        ? Html.goTo(Notice.CHANGE_OUTSIDE.at("/changes/" + made.get()))
        : newPage(form.status(), icsId, form);
  }

  private Response newPage(int status, String icsId, Form form) {
    Frame frame = reader.frame("Write down what changed outside", Menu.REPRESENTATION);
    String ics = lists.ics(icsId);
    return Html.page(
        status,
        new NewChangePage(
            frame.withBreadcrumbs(
                new Link(ics, "/ics/" + Segment.of(icsId)),
                new Link("What changed outside", "/changes/of/" + Segment.of(icsId))),
            form.refused(),
            icsId,
            ics,
            Vocabulary.CHANGES_OUTSIDE,
            lists.inUse(ListKind.TOPICS, icsId).stream()
                .map(entry -> new Choice(entry.id(), entry.labelNow()))
                .toList(),
            form));
  }

  @GET
  @Path("{id}")
  public Response change(@PathParam("id") UUID id) {
    return page(200, id, Form.blank());
  }

  @POST
  @Path("{id}/reviews/{mandate}/settled")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response settle(
      @PathParam("id") UUID id,
      @PathParam("mandate") UUID mandate,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String outcome = OutsideView.OUTCOME + mandate;
    String notes = OutsideView.NOTES + mandate;
    return writing.sendOrShow(
        "/v1/external-changes/" + id + "/reviews/" + mandate + "/settlements",
        form,
        sent ->
            new Outside.Settlement(
                sent.text(outcome, "Choose what follows for the mandate"), sent.optional(notes)),
        Map.of("outcome", outcome, "notes", notes),
        Notice.REVIEW_SETTLED.at("/changes/" + id),
        () -> page(form.status(), id, form));
  }

  private Response page(int status, UUID id, Form form) {
    Frame frame = reader.frame("What changed outside", Menu.REPRESENTATION);
    Answered<Outside.Change> answered =
        api.getVersioned("/v1/external-changes/" + id, Outside.Change.class);
    Outside.Change change = answered.body();
    Map<String, String> topics = ListViews.labels(lists.all(ListKind.TOPICS, change.icsId()));
    OutsideView view = OutsideView.of(change, topics, mandates(change));
    String ics = Segment.of(change.icsId());
    return Html.page(
        status,
        new ChangePage(
            frame
                .withTitle(view.heading())
                .withBreadcrumbs(
                    new Link(lists.ics(change.icsId()), "/ics/" + ics),
                    new Link("What changed outside", "/changes/of/" + ics)),
            form.refused(),
            view,
            Vocabulary.REVIEWED,
            form.withEtag(answered.etag())));
  }

  /** What each mandate is called; one that the reader may not read keeps its topic only. */
  private Map<String, String> mandates(Outside.Change change) {
    Map<String, String> called = new LinkedHashMap<>();
    change
        .reviews()
        .forEach(review ->
            api.find("/v1/mandates/" + Segment.of(review.mandateId()), Mandate.class)
                .ifPresent(mandate ->
                    called.put(
                        review.mandateId(),
                        Words.sentence(Topic.words(mandate.topic(), mandate.topicNow()))
                            + " mandate of "
                            + names.of(mandate.holderId())
                            + ", until "
                            + Words.day(mandate.end().minusDays(1)))));
    return called;
  }
}
