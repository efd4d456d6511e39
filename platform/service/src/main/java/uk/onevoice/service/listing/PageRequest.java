package uk.onevoice.service.listing;

import java.util.UUID;
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

  /** What a list is asked for by: a query parameter that has to be there and to be a UUID. */
  public static UUID uuid(String name, @Nullable String value) {
    if (value == null) {
      throw Problem.invalid("query:" + name, "is required").exception();
    }
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException malformed) {
      throw Problem.invalid("query:" + name, "must be a UUID").exception();
    }
  }
}
