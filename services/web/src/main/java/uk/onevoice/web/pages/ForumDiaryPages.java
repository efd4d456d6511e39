package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Diary.SeriesTerms;
import uk.onevoice.web.api.Lists.Entry;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** When a forum meets, in each place of which the reader may know it. */
@Path("/forums/{id}/meetings")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ForumDiaryPages {
  private final Reader reader;
  private final Api api;
  private final ListViews lists;
  private final DiaryViews diary;

  ForumDiaryPages(Reader reader, Api api, ListViews lists, DiaryViews diary) {
    this.reader = reader;
    this.api = api;
    this.lists = lists;
    this.diary = diary;
  }

  /** A place, and when the forum meets for it. */
  record InPlace(String placeId, String place, List<Link> series, @Nullable String start) {}

  record ForumDiaryPage(Frame frame, String heading, String sentence, List<InPlace> places)
      implements TemplateInstance {}

  @GET
  public TemplateInstance forum(@PathParam("id") UUID id) {
    reader.me();
    Entry forum = api.get("/v1/forums/" + id, Entry.class);
    Map<String, String> all = lists.places(forum.icsId());
    List<String> meant =
        forum.placeIds() == null || forum.placeIds().isEmpty()
            ? List.copyOf(all.keySet())
            : forum.placeIds();
    List<InPlace> places = new ArrayList<>();
    for (String placeId : meant) {
      Optional<List<SeriesTerms>> series = Api.ifThere(() -> diary.series(placeId));
      series.ifPresent(found ->
          places.add(
              new InPlace(
                  placeId,
                  all.getOrDefault(placeId, "A place of another ICS"),
                  found.stream()
                      .filter(each -> each.forumId().equals(id.toString()))
                      .map(ForumDiaryPages::link)
                      .toList(),
                  reader.has(Roles.LEADERS) && forum.inUse()
                      ? "/series/new/" + placeId + "?forum=" + id
                      : null)));
    }
    return new ForumDiaryPage(
        reader
            .frame("When " + forum.labelNow() + " meets", Menu.REPRESENTATION)
            .withBreadcrumbs(new Link(forum.labelNow(), "/forums/" + id)),
        "When " + forum.labelNow() + " meets",
        sentence(places),
        places);
  }

  private static Link link(SeriesTerms series) {
    return new Link(
        Recurrence.sentence(series.rule(), series.hours())
            + (series.end() == null ? "" : ", until " + Words.day(series.end().minusDays(1))),
        "/series/" + series.seriesId());
  }

  static String sentence(List<InPlace> places) {
    if (places.isEmpty()) {
      return "When it meets is for general practice of its places.";
    }
    long known = places.stream().filter(place -> !place.series().isEmpty()).count();
    return known == 0
        ? "Nobody has entered yet when it meets."
        : "It is entered for "
            + (known == places.size()
                ? Words.count(known, "place", "places")
                : known + " of " + Words.count(places.size(), "place", "places"))
            + ". Seats, meetings to come and those before are on the page of each.";
  }
}
