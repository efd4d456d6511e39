package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Areas.Footprint;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/**
 * With which area an ICS is shown, and how to see it with the other.
 *
 * @param sentence empty where its area has never changed: then there is one only
 */
public record AreaWords(String sentence, List<Link> others) {
  private static final AreaWords NONE = new AreaWords("", List.of());

  /**
   * @param asOf the day of all figures
   * @param here the page's address without a query
   * @param day what the page was asked for
   */
  static AreaWords of(@Nullable Footprint area, LocalDate asOf, String here, AsOf day) {
    if (area == null || area.changes().isEmpty()) {
      return NONE;
    }
    LocalDate last = area.changes().getLast().on();
    List<Link> others = new ArrayList<>();
    if (!area.on().isBefore(last)) {
      others.add(
          new Link(
              "See it with its old area, until " + Words.day(last.minusDays(1)),
              here + day.with("OLD").query("?")));
    } else {
      others.add(
          new Link(
              "See it with its new area, from " + Words.day(last),
              here + day.with("NEW").query("?")));
    }
    return new AreaWords(
        "Shown with the area that "
            + when(area)
            + (area.on().equals(asOf)
                ? ""
                : ". Its practices, places and partners are those of "
                    + Words.day(area.on())
                    + ", and all that is said of them is as of "
                    + Words.day(asOf))
            + ". Figures of the old and the new area are never mixed.",
        others);
  }

  private static String when(Footprint area) {
    LocalDate from = area.from();
    LocalDate until = area.until();
    if (from == null) {
      return until == null ? "it has" : "it had until " + Words.day(until.minusDays(1));
    }
    return until == null
        ? "it has from " + Words.day(from) + " on"
        : "it had from " + Words.day(from) + " until " + Words.day(until.minusDays(1));
  }
}
