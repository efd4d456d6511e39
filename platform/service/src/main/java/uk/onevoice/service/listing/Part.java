package uk.onevoice.service.listing;

import java.util.List;
import java.util.function.Function;
import uk.onevoice.service.problem.Problem;

/**
 * A part of a short list that is worked out as a whole. What comes next is told by its place in the
 * list, so a list that has changed meanwhile may show an item twice or not at all.
 */
public final class Part {
  private Part() {}

  /**
   * Refuses an {@code after} that no earlier page has told.
   *
   * @param view of the items of this part, called once
   */
  public static <T, V> Page<V> of(
      List<T> all, PageRequest request, Function<List<T>, List<V>> view) {
    int from = request.after() == null ? 0 : start(request.after());
    int to = Math.min(all.size(), from + request.limit());
    return new Page<>(
        view.apply(from < to ? all.subList(from, to) : List.of()),
        to < all.size() ? Integer.toString(to) : null);
  }

  private static int start(String after) {
    if (!after.matches("[0-9]{1,6}")) {
      throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
    }
    return Integer.parseInt(after);
  }
}
