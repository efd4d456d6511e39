package uk.onevoice.projection.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.projection.reading.Pages;
import uk.onevoice.projection.reading.PointInTime;
import uk.onevoice.projection.table.Table.Row;
import uk.onevoice.service.problem.ProblemException;

class ExtentTest {
  private static final String TABLE = "structure of QA1";
  private static final Instant KNOWN = Instant.parse("2026-05-14T09:00:00Z");

  /** A Thursday. */
  private static final LocalDate DAY = LocalDate.of(2026, 5, 14);

  private static final LocalDate MONDAY = LocalDate.of(2026, 5, 11);

  @Test
  void without_a_first_day_it_is_of_one_day() {
    assertThat(extent(null).days()).containsExactly(DAY);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-11, 1",
    "2026-05-05, 1",
    "2026-05-04, 2",
    "2026-04-28, 2",
    "2021-05-14, 261",
    "2021-05-17, 261",
    "2021-05-18, 260"
  })
  void each_monday_from_the_first_day_on_is_told(LocalDate from, int weeks) {
    List<LocalDate> days = extent(from.toString()).days();
    assertThat(days).hasSize(weeks).endsWith(MONDAY);
    assertThat(days.getFirst()).isBetween(from, from.plusDays(6));
  }

  @Test
  void a_last_day_that_is_a_monday_is_told() {
    var until = Extent.of(TABLE, new PointInTime(MONDAY, KNOWN, false), "2026-05-04");
    assertThat(until.days()).containsExactly(MONDAY.minusWeeks(1), MONDAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-05-12", "2026-05-15", "2021-05-09", "soon", ""})
  void a_first_day_without_a_monday_in_reach_is_refused(String from) {
    assertThatThrownBy(() -> extent(from))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.problem().violations().getFirst().pointer())
                    .isEqualTo("query:from"));
  }

  @Test
  void after_a_row_what_follows_it_is_left_as_it_was_known() {
    Extent all = extent("2026-05-04");
    Extent left = after(all.cursor(MONDAY, Row.of("b")));
    assertThat(left.days()).containsExactly(MONDAY);
    assertThat(left.on(MONDAY)).isEqualTo(new PointInTime(MONDAY, KNOWN, false));
    assertThat(left.isTold(MONDAY, Row.of("a"))).isTrue();
    assertThat(left.isTold(MONDAY, Row.of("b"))).isTrue();
    assertThat(left.isTold(MONDAY, Row.of("c"))).isFalse();
    Extent more = after(all.cursor(MONDAY.minusWeeks(1), Row.of("b")));
    assertThat(more.days()).containsExactly(MONDAY.minusWeeks(1), MONDAY);
    assertThat(more.isTold(MONDAY.minusWeeks(1), Row.of("b"))).isTrue();
    assertThat(more.isTold(MONDAY, Row.of("a"))).as("of another week").isFalse();
    assertThat(all.isTold(MONDAY.minusWeeks(1), Row.of("a"))).as("begun afresh").isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "representation of QA1|2026-05-14T09:00:00Z|2026-05-11|2026-05-14|a",
        "structure of QA2|2026-05-14T09:00:00Z|2026-05-11|2026-05-14|a",
        "structure of QA1|2026-05-14T09:00:00Z|2026-05-11|2026-05-14",
        "structure of QA1|2026-05-14T09:00:01Z|2026-05-11|2026-05-14|a",
        "structure of QA1|2026-05-14T09:00:00Z|2026-05-15|2026-05-14|a",
        "structure of QA1|2026-05-14T09:00:00Z|1900-01-01|2026-05-14|a",
        "structure of QA1|yesterday|2026-05-11|2026-05-14|a"
      })
  void a_cursor_of_something_else_is_refused(String forged) {
    String cursor = Pages.seal(forged.replace('|', '\n'));
    assertThatThrownBy(() -> after(cursor)).isInstanceOf(ProblemException.class);
  }

  private static Extent extent(@org.jspecify.annotations.Nullable String from) {
    return Extent.of(TABLE, new PointInTime(DAY, KNOWN, false), from);
  }

  private static Extent after(String cursor) {
    return Extent.after(cursor, TABLE, KNOWN);
  }
}
