package uk.onevoice.relationships.adapter.http;

import java.util.List;
import java.util.function.Function;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/** A part of a short list that is worked out as a whole. */
final class Part {
  private Part() {}

  /**
   * @param view of the items of this part, called once
   */
  static <T, V> Page<V> of(List<T> all, PageRequest request, Function<List<T>, List<V>> view) {
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
