package uk.onevoice.meetings.adapter.http;

import java.util.List;
import java.util.function.Function;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/** Parts of short lists that are there whole. */
final class Slices {
  private Slices() {}

  /**
   * @param id what a cursor names the last one of a page by
   */
  static <T> Page<T> of(List<T> all, PageRequest request, Function<T, String> id) {
    int from = 0;
    if (request.after() != null) {
      while (from < all.size() && !id.apply(all.get(from)).equals(request.after())) {
        from++;
      }
      if (from == all.size()) {
        throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
      }
      from++;
    }
    var shown = all.subList(from, Math.min(all.size(), from + request.limit()));
    boolean more = from + shown.size() < all.size();
    return new Page<>(shown, more ? id.apply(shown.getLast()) : null);
  }
}
