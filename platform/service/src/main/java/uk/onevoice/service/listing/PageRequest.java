package uk.onevoice.service.listing;

import org.jspecify.annotations.Nullable;
import uk.onevoice.service.problem.Problem;

/**
 * The part of a list that is asked for.
 *
 * @param after the {@code next} of the part before, null for the first
 * @param limit at most so many items
 */
public record PageRequest(@Nullable String after, int limit) {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  /** From the query parameters {@code after} and {@code limit}; a bad limit is a problem. */
  public static PageRequest of(@Nullable String after, @Nullable String limit) {
    if (limit == null) {
      return new PageRequest(after, DEFAULT_LIMIT);
    }
    if (!limit.matches("[0-9]{1,3}")
        || Integer.parseInt(limit) < 1
        || Integer.parseInt(limit) > MAX_LIMIT) {
      throw Problem.invalid("query:limit", "must be 1 to " + MAX_LIMIT).exception();
    }
    return new PageRequest(after, Integer.parseInt(limit));
  }
}
