package uk.onevoice.service.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PositionTest {
  @Test
  void of_several_positions_in_one_partition_the_last_is_enough() {
    String header =
        Position.header(
            List.of(
                new Position("mandates", 7, 12),
                new Position("mandates", 3, 14),
                new Position("mandates", 7, 15),
                new Position("mandates", 7, 13)));

    assertThat(header).isEqualTo("mandates:7:15,mandates:3:14");
    assertThat(Position.parse(header))
        .containsExactly(new Position("mandates", 7, 15), new Position("mandates", 3, 14));
  }

  @Test
  void a_streams_partition_is_the_same_for_ever() {
    assertThat(Position.of("mandates", "mandate-1", 9).partition())
        .isEqualTo(Position.of("organisations", "mandate-1", 10).partition())
        .isBetween(0, 11);
  }
}
