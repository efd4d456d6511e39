package uk.onevoice.projection.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.projection.matrix.Matrix.Base;

class VerdictTest {
  @ParameterizedTest(name = "{0}: {8}")
  @CsvSource({
    "NO_SEAT, 0, 0, 0, , , 0, 0, 'No seat, and no meeting is known'",
    "NO_SEAT, 1, 0, 0, , , 0, 0, 'No seat, and it met once'",
    "NO_SEAT, 2, 0, 0, , , 0, 0, 'No seat, and it met 2 times'",
    "NO_SEAT, 2, 0, 9, , , 0, 0, 'No seat, but it decided 9 items'",
    "VACANT, 2, 0, 0, , 2026-06-30, 0, 0, Our seat is empty since 30 June 2026",
    "VACANT, 3, 0, 0, , , 0, 0, Nobody came to any of 3 meetings",
    "NOT_RECORDED, 0, 0, 0, , , 0, 0, 'Somebody sits there, and no meeting is known'",
    "NOT_RECORDED, 2, 0, 0, , , 0, 0, 'Somebody sits there, nothing is written down'",
    "ATTENDED, 2, 0, 0, , , 0, 0, 'In the room, no mandate, no outcome assessed yet'",
    "ATTENDED, 2, 1, 0, 2026-06-30, , 2, 0, 'In the room, mandate ran out, nothing changed yet'",
    "MANDATED, 2, 1, 0, , , 0, 0, 'Mandated, but no position put'",
    "POSITION, 2, 1, 0, , , 2, 0, 'Mandated, position put, nothing changed yet'",
    "POSITION, 2, 0, 0, , , 0, 0, 'No mandate, position put, no outcome assessed yet'",
    "POSITION, 2, 1, 0, 2026-06-30, , 2, 0, 'Mandate ran out, position put, nothing changed yet'",
    "CHANGED, 2, 1, 3, , , 3, 2, 'Represented, mandated, changed 2 of 3 outcomes'",
    "CHANGED, 2, 0, 1, , , 1, 1, 'Represented, no mandate, changed 1 of 1 outcome'"
  })
  void each_step_has_its_words(
      Step step,
      int meetings,
      int mandated,
      int decided,
      @Nullable LocalDate ranOut,
      @Nullable LocalDate emptySince,
      int assessed,
      int changed,
      String words) {
    var base =
        new Base(
            meetings,
            0,
            0,
            0,
            mandated,
            ranOut,
            emptySince,
            null,
            decided,
            0,
            0,
            assessed,
            0,
            changed);
    assertThat(Verdict.of(step, base, 1)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "ATTENDED, POSITION, DOWN",
    "CHANGED, POSITION, UP",
    "VACANT, NO_SEAT, UP",
    "NO_SEAT, ATTENDED, DOWN",
    "MANDATED, MANDATED, ",
    "NOT_RECORDED, CHANGED, ",
    "ATTENDED, NOT_RECORDED, "
  })
  void a_step_is_above_or_below_another_unless_nobody_can_say(
      Step now, Step before, @Nullable String change) {
    assertThat(now.since(before)).isEqualTo(change);
  }
}
