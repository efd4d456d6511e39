package uk.onevoice.projection.representation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.projection.representation.Spread.Carried;

/** The worked examples of M6, and that nothing is said of fewer than four meetings. */
class SpreadTest {
  @ParameterizedTest(name = "{0} meetings, {1} people, squares {2}: as by {4} people")
  @CsvSource({
    // One person at all; twelve people once each; three people 8, 2 and 2 times.
    "12, 1, 144, 11, 1.0, 100",
    "12, 12, 12, 0, 12.0, 0",
    "12, 3, 72, 9, 2.0, 82"
  })
  void twelve_meetings(
      int meetings, int people, int squares, int continued, double effective, int continuity) {
    Carried carried = Carried.of(null, meetings, 0, 12, people, squares, 8, 3, continued);
    assertThat(carried.effectivePeople()).isEqualTo(effective);
    assertThat(carried.continuityPercent()).isEqualTo(continuity);
    assertThat(carried.leadPercent()).isEqualTo(67);
    assertThat(carried.substitutesPercent()).isEqualTo(25);
  }

  @ParameterizedTest(name = "{0} meetings: told {1}")
  @CsvSource({"3, false", "4, true"})
  void four_meetings_are_the_fewest(int meetings, boolean told) {
    Carried carried =
        Carried.of("s", meetings, 0, meetings, 1, meetings * meetings, meetings, 0, 1);
    assertThat(carried.effectivePeople() != null).isEqualTo(told);
    assertThat(carried.continuityPercent() != null).isEqualTo(told);
    assertThat(carried.leadPercent() != null).isEqualTo(told);
    assertThat(carried.substitutesPercent() != null).isEqualTo(told);
    assertThat(carried.people()).isEqualTo(1);
  }
}
