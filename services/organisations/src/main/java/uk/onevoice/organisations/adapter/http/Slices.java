package uk.onevoice.organisations.adapter.http;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/** Pages of a list that is in memory; a page's cursor is the id of its last item. */
final class Slices {
  private Slices() {}

  static <T> Page<T> of(List<T> list, Function<T, UUID> id, PageRequest request) {
    int from = request.after() == null ? 0 : 1 + indexOf(list, id, request.after());
    int to = Math.min(from + request.limit(), list.size());
    var items = list.subList(from, to);
    return new Page<>(items, to < list.size() ? id.apply(items.getLast()).toString() : null);
  }

  private static <T> int indexOf(List<T> list, Function<T, UUID> id, String cursor) {
    return IntStream.range(0, list.size())
        .filter(index -> id.apply(list.get(index)).toString().equals(cursor))
        .findFirst()
        .orElseThrow(
            () -> Problem.invalid("query:after", "is not the next of an earlier page").exception());
  }
}
