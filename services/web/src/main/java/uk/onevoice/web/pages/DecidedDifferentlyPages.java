package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Doings;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Link;

/** Topics that two places of an ICS decided differently. */
@Path("/topics/different/{icsId}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DecidedDifferentlyPages {
  private static final int ON_A_PAGE = 50;

  private final Reader reader;
  private final Api api;
  private final ListViews lists;

  DecidedDifferentlyPages(Reader reader, Api api, ListViews lists) {
    this.reader = reader;
    this.api = api;
    this.lists = lists;
  }

  record DifferentPage(
      Frame frame,
      String heading,
      String sentence,
      List<TopicDecisionView.Both> topics,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  @GET
  public TemplateInstance different(
      @PathParam("icsId") String icsId, @QueryParam("after") @Nullable String after) {
    reader.me();
    String ics = lists.ics(icsId);
    Doings.DifferentList list =
        api.get(
            "/v1/meetings/decided-differently?limit="
                + ON_A_PAGE
                + "&icsId="
                + Segment.of(icsId)
                + (after == null ? "" : "&after=" + Segment.of(after)),
            Doings.DifferentList.class);
    String here = "/topics/different/" + Segment.of(icsId);
    String heading = "Decided differently in " + ics;
    return new DifferentPage(
        reader
            .frame(heading, Menu.STRUCTURE)
            .withBreadcrumbs(
                new Link(ics, "/ics/" + Segment.of(icsId)),
                new Link("Topics", ListKind.TOPICS.listOf(icsId))),
        heading,
        TopicDecisionView.differentSentence(
            list.items().size(), after != null || list.next() != null),
        list.items().stream().map(TopicDecisionView::of).toList(),
        after == null ? null : here,
        list.next() == null ? null : here + "?after=" + Segment.of(list.next()));
  }
}
