package uk.onevoice.feeds.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArrivalTest {
  private static final Arrival OPEN =
      new Arrival(1, "place-changed-1", "s", "p", null, true, Set.of());
  private static final Arrival SHARED =
      new Arrival(2, "joint-group-action-changed-1", "s", "p", "t", false, Set.of("A", "B"));

  @Test
  void what_is_for_some_is_for_nobody_else() {
    Filter all = filter(null, null, null);
    assertThat(OPEN.isFor("C", all)).isTrue();
    assertThat(SHARED.isFor("A", all)).isTrue();
    assertThat(SHARED.isFor("B", all)).isTrue();
    assertThat(SHARED.isFor("C", all)).isFalse();
  }

  @Test
  void each_part_of_the_filter_has_to_fit() {
    assertThat(SHARED.isFor("A", filter("s", "p", "t", SHARED.type()))).isTrue();
    assertThat(SHARED.isFor("A", filter("s", "p", "t", SHARED.type(), OPEN.type()))).isTrue();
    assertThat(SHARED.isFor("A", filter("x", "p", "t"))).isFalse();
    assertThat(SHARED.isFor("A", filter("s", "x", "t"))).isFalse();
    assertThat(SHARED.isFor("A", filter("s", "p", "x"))).isFalse();
    assertThat(SHARED.isFor("A", filter("s", "p", "t", OPEN.type()))).isFalse();
    assertThat(OPEN.isFor("A", filter(null, null, "t"))).isFalse();
  }

  @Test
  void filters_that_differ_have_keys_that_differ() {
    assertThat(
            Set.of(
                filter(null, null, null).key(),
                filter("a", null, null).key(),
                filter(null, "a", null).key(),
                filter(null, null, "a").key(),
                filter(null, null, null, "a").key(),
                filter(null, null, null, "a", "b").key()))
        .hasSize(6);
  }

  private static Filter filter(
      @Nullable String subject, @Nullable String place, @Nullable String topic, String... types) {
    return new Filter(new TreeSet<>(Set.of(types)), subject, place, topic);
  }
}
