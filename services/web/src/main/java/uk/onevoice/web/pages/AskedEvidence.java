package uk.onevoice.web.pages;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Segment;

/** Which of the rows of a figure a page shows, and of which day. */
public class AskedEvidence {
  private static final int ON_A_PAGE = 50;

  @QueryParam("asOf")
  @Nullable String asOf;

  @QueryParam("footprint")
  @Nullable String footprint;

  @QueryParam("topic")
  @Nullable String topic;

  @QueryParam("topicId")
  @Nullable String topicId;

  @QueryParam("board")
  @Nullable String board;

  @QueryParam("counts")
  @Nullable String counts;

  @QueryParam("after")
  @Nullable String after;

  AsOf day() {
    return new AsOf(asOf);
  }

  /** Of an ICS, with the area that is asked for. */
  AsOf area() {
    return day().with(footprint);
  }

  @Nullable String counts() {
    return counts;
  }

  boolean isFirst() {
    return after == null;
  }

  String ofApi() {
    return query("?limit=" + ON_A_PAGE + "&", counts)
        + (after == null ? "" : "&after=" + Segment.of(after));
  }

  /** The address of the rows behind these. */
  String next(String here, String next) {
    return here + query("?after=" + Segment.of(next) + "&", counts);
  }

  /**
   * What to add to an address.
   *
   * @param before what stands before the first of it, if there is any
   */
  String query(String before, @Nullable String kind) {
    List<String> parts = new ArrayList<>();
    add(parts, "asOf", asOf);
    add(parts, "footprint", footprint);
    add(parts, "topic", topic);
    add(parts, "topicId", topicId);
    add(parts, "board", board);
    add(parts, "counts", kind);
    return parts.isEmpty()
        ? before.length() == 1 ? "" : before.substring(0, before.length() - 1)
        : before + String.join("&", parts);
  }

  private static void add(List<String> parts, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      parts.add(name + "=" + Segment.of(value));
    }
  }
}
