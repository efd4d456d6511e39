package uk.onevoice.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What a consumer has heard of what there was. */
class ProgressTest {
  private static final TopicPartition FIRST = new TopicPartition("t.mandates", 0);
  private static final TopicPartition SECOND = new TopicPartition("t.mandates", 1);

  @Test
  void a_log_is_whole_when_every_partition_is_heard_as_far_as_it_went() {
    assertThat(progress(Map.of(FIRST, at(FIRST, "id", 10), SECOND, at(SECOND, "id", 5))))
        .isEqualTo(new Progress(15, 15, java.util.Set.of("mandates")));
    assertThat(progress(Map.of(FIRST, at(FIRST, "id", 10), SECOND, at(SECOND, "id", 4))))
        .isEqualTo(new Progress(14, 15, java.util.Set.of()));
  }

  @Test
  void what_came_since_counts_for_nothing() {
    assertThat(progress(Map.of(FIRST, at(FIRST, "id", 99), SECOND, at(SECOND, "id", 5))))
        .isEqualTo(new Progress(15, 15, java.util.Set.of("mandates")));
  }

  @Test
  void a_partition_that_was_not_begun_or_is_of_another_topic_is_not_heard() {
    assertThat(progress(Map.of(FIRST, at(FIRST, "id", 10))))
        .isEqualTo(new Progress(10, 15, java.util.Set.of()));
    assertThat(progress(Map.of(FIRST, at(FIRST, "id", 10), SECOND, at(SECOND, "older", 5))))
        .isEqualTo(new Progress(10, 15, java.util.Set.of()));
  }

  @Test
  void an_empty_topic_is_whole_once_it_was_begun_and_one_that_is_not_there_never() {
    var empty = look(new TopicEnds.End("mandates", "t.mandates", 0, "id", 0));
    assertThat(Progress.of(Map.of(), empty).whole()).isEmpty();
    assertThat(Progress.of(Map.of(FIRST, at(FIRST, "id", 0)), empty).whole())
        .containsExactly("mandates");
    assertThat(Progress.of(Map.of(), look()).whole()).isEmpty();
  }

  private static Progress progress(Map<TopicPartition, Checkpoint> reached) {
    return Progress.of(
        reached,
        look(
            new TopicEnds.End("mandates", "t.mandates", 0, "id", 10),
            new TopicEnds.End("mandates", "t.mandates", 1, "id", 5)));
  }

  private static TopicEnds.Look look(TopicEnds.End... ends) {
    return new TopicEnds.Look(Instant.EPOCH, List.of(ends));
  }

  private static Checkpoint at(TopicPartition partition, String topicId, long nextOffset) {
    return new Checkpoint(partition, topicId, nextOffset, nextOffset, 1);
  }
}
