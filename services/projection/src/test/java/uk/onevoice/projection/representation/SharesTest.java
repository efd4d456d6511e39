package uk.onevoice.projection.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharesTest {
  @Test
  void four_classes_make_a_hundred() {
    assertThat(Percents.of(1, 1, 1, 0)).containsExactly(34, 33, 33, 0);
    assertThat(Percents.of(38, 1, 2, 4)).containsExactly(85, 2, 4, 9);
    Random random = new Random(100);
    for (int i = 0; i < 1_000; i++) {
      long[] parts = random.longs(4, 0, 100_000_000).toArray();
      assertThat(Arrays.stream(Percents.of(parts)).sum()).isEqualTo(100);
    }
  }

  @Test
  void nothing_has_no_shares() {
    assertThat(Percents.of(0, 0, 0, 0)).isNull();
  }

  @Test
  void a_range_is_wilsons() {
    assertThat(Share.of(3, 10)).isEqualTo(new Share(3, 10, 30, 11, 60));
    assertThat(Share.of(0, 10)).isEqualTo(new Share(0, 10, 0, 0, 28));
    assertThat(Share.of(20, 20)).isEqualTo(new Share(20, 20, 100, 84, 100));
  }
}
