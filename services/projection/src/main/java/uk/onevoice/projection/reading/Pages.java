package uk.onevoice.projection.reading;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/** Cuts lists that fit in memory into pages; a cursor names the last item given. */
public final class Pages {
  private static final int LONGEST_CURSOR = 400;

  private Pages() {}

  /**
   * @param id by which the items are put in order
   */
  public static <T> Page<T> cut(List<T> items, PageRequest request, Function<T, String> id) {
    @Nullable String after = request.after() == null ? null : open(request.after());
    List<T> rest =
        items.stream()
            .filter(item -> after == null || id.apply(item).compareTo(after) > 0)
            .sorted(Comparator.comparing(id))
            .toList();
    if (rest.size() <= request.limit()) {
      return new Page<>(rest, null);
    }
    List<T> page = rest.subList(0, request.limit());
    return new Page<>(page, seal(id.apply(page.getLast())));
  }

  /** A cursor that says nothing to its reader. */
  public static String seal(String position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }

  /** What was sealed; a cursor nobody gave out is a problem. */
  public static String open(String cursor) {
    try {
      String position = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (cursor.length() <= LONGEST_CURSOR && seal(position).equals(cursor)) {
        return position;
      }
    } catch (IllegalArgumentException notBase64) {
      // Answered below.
    }
    throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
  }
}
