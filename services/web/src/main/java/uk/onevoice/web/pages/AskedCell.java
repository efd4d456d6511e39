package uk.onevoice.web.pages;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Segment;

/** Which cell of the matrix a page opens, of which day, and which part of what is behind it. */
public class AskedCell {
  private static final int ON_A_PAGE = 50;

  @QueryParam("forum")
  @Nullable String forum;

  @QueryParam("column")
  @Nullable String column;

  @QueryParam("body")
  @Nullable String body;

  @QueryParam("period")
  @Nullable String period;

  @QueryParam("asOf")
  @Nullable String asOf;

  @QueryParam("footprint")
  @Nullable String footprint;

  @QueryParam("after")
  @Nullable String after;

  /** What to add to the address of a matrix's page to come back to it. */
  String matrix() {
    List<String> parts = new ArrayList<>();
    add(parts, "period", period);
    add(parts, "asOf", asOf);
    add(parts, "footprint", footprint);
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  boolean isFirst() {
    return after == null;
  }

  /** Without the part: the first of it. */
  String query() {
    List<String> parts = new ArrayList<>();
    add(parts, "forum", forum);
    add(parts, "column", column);
    add(parts, "body", body);
    add(parts, "period", period);
    add(parts, "asOf", asOf);
    add(parts, "footprint", footprint);
    return "?" + String.join("&", parts);
  }

  String ofApi() {
    return query() + "&limit=" + ON_A_PAGE + (after == null ? "" : "&after=" + Segment.of(after));
  }

  String next(String next) {
    return query() + "&after=" + Segment.of(next);
  }

  private static void add(List<String> parts, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      parts.add(name + "=" + Segment.of(value));
    }
  }
}
