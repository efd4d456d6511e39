package uk.onevoice.web.pages;

import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Segment;

/**
 * Where the pages of what is behind each cell of a matrix are.
 *
 * @param page of the matrix
 * @param time the period and the day, to stand behind the cell
 */
record CellAddress(String page, String time) {
  String of(String forum, String column, @Nullable String body) {
    return page
        + "/cell?forum="
        + Segment.of(forum)
        + "&column="
        + Segment.of(column)
        + (body == null ? "" : "&body=" + Segment.of(body))
        + time;
  }
}
