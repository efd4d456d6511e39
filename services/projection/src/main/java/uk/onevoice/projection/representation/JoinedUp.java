package uk.onevoice.projection.representation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.Snapshot;

/**
 * Of M1 what everybody may know: how many practices of a place let one body speak for them.
 *
 * @param board the table it is for, null for every table
 * @param numerator practices that granted
 * @param denominator practices of the place
 */
public record JoinedUp(String topic, @Nullable String board, int numerator, int denominator) {
  private record OfPlace(String placeId, JoinedUp joinedUp) {}

  /** By place; a place that nobody has asked is not in it. */
  public static Map<String, List<JoinedUp>> byPlace(Snapshot facts, List<String> places) {
    if (places.isEmpty()) {
      return Map.of();
    }
    return facts
        .list(
            """
            select place_id, topic, board,
              sum(practices) filter (where class = 'GRANTED'), sum(practices)
            from mandate_coverage(?, :asOf, :knownAt)
            group by place_id, topic, board
            order by place_id, topic, board nulls first\
            """,
            row ->
                new OfPlace(
                    row.getString(1),
                    new JoinedUp(row.getString(2), row.getString(3), row.getInt(4), row.getInt(5))),
            places)
        .stream()
        .collect(
            Collectors.groupingBy(
                OfPlace::placeId,
                LinkedHashMap::new,
                Collectors.mapping(OfPlace::joinedUp, Collectors.toList())));
  }
}
