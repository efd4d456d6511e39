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
 * @param topicId of the ICS's list; null for own words
 * @param topicLabel what the listed topic is called on the day
 * @param board the table it is for, null for every table
 * @param mandateIds the mandates that are counted
 * @param numerator practices that granted
 * @param denominator practices of the place
 */
public record JoinedUp(
    @Nullable String topicId,
    String topic,
    @Nullable String topicLabel,
    @Nullable String board,
    List<String> mandateIds,
    int numerator,
    int denominator) {
  private record OfPlace(String placeId, JoinedUp joinedUp) {}

  /** By place; a place that nobody has asked is not in it. */
  public static Map<String, List<JoinedUp>> byPlace(Snapshot facts, List<String> places) {
    if (places.isEmpty()) {
      return Map.of();
    }
    return facts
        .list(
            """
            select place_id, topic_id, topic, label, board, mandates,
              sum(practices) filter (where class = 'GRANTED'), sum(practices)
            from mandate_coverage(?, :asOf, :knownAt)
            group by place_id, topic_id, topic, label, board, mandates
            order by place_id, topic, topic_id nulls first, board nulls first\
            """,
            row ->
                new OfPlace(
                    row.getString(1),
                    new JoinedUp(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        List.of((String[]) row.getArray(6).getArray()),
                        row.getInt(7),
                        row.getInt(8))),
            places)
        .stream()
        .collect(
            Collectors.groupingBy(
                OfPlace::placeId,
                LinkedHashMap::new,
                Collectors.mapping(OfPlace::joinedUp, Collectors.toList())));
  }
}
