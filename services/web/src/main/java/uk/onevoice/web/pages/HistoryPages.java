package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Places.SaidList;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Link;

/**
 * The page of what was said of something, by whom and when: the same for whatever has a history.
 */
@RequestScoped
class HistoryPages {
  private final Reader reader;
  private final Api api;

  HistoryPages(Reader reader, Api api) {
    this.reader = reader;
    this.api = api;
  }

  record HistoryPage(
      Frame frame,
      String heading,
      String sentence,
      List<HistoryWords.Entry> entries,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  /**
   * @param path of the API, for what it is about; its history lies below it
   * @param here the address of our page
   * @param back where the page of what it is about is
   */
  TemplateInstance page(
      String name, Menu menu, String path, String here, String back, @Nullable String after) {
    SaidList list =
        api.get(
            path + "/history?limit=50" + (after == null ? "" : "&after=" + Segment.of(after)),
            SaidList.class);
    String me = reader.me().ref();
    return new HistoryPage(
        reader.frame("History of " + name, menu).withBreadcrumbs(new Link(name, back)),
        "History of " + name,
        list.items().isEmpty()
            ? "Nothing is recorded."
            : "What was recorded, the newest first. Nothing is ever taken out of it.",
        list.items().stream().map(said -> HistoryWords.of(said, me)).toList(),
        after == null ? null : here,
        list.next() == null ? null : here + "?after=" + Segment.of(list.next()));
  }
}
