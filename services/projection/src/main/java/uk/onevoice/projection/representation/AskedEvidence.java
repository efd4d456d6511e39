package uk.onevoice.projection.representation;

import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/** Which of the rows of a figure are asked for. */
public class AskedEvidence {
  /** Only those that count as this; without it, all. */
  @QueryParam("counts")
  @Nullable String counts;

  /** M1: only those on this topic, of the list or in own words, and at this table. */
  @QueryParam("topic")
  @Nullable String topic;

  @QueryParam("topicId")
  @Nullable String topicId;

  @QueryParam("board")
  @Nullable String board;

  @QueryParam("limit")
  @Nullable String limit;

  @QueryParam("after")
  @Nullable String after;

  PageRequest part() {
    return PageRequest.of(after, limit);
  }

  /** As what the rows count that are asked for; null for all. */
  @Nullable Counts countingAs() {
    return counts == null
        ? null
        : Counts.of(counts)
            .orElseThrow(() ->
                Problem.invalid(
                        "query:counts", "must be numerator, denominator, unknown or notCounted")
                    .exception());
  }

  /** Whether the row is of the figure that is asked for, which for M1 is that of a topic. */
  boolean isOf(Evidence row) {
    return topic == null
        || topic.equals(row.topic())
            && Objects.equals(topicId, row.topicId())
            && Objects.equals(board, row.board());
  }
}
