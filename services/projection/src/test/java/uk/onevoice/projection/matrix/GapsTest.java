package uk.onevoice.projection.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.projection.matrix.Matrix.Action;
import uk.onevoice.projection.matrix.Matrix.Base;
import uk.onevoice.projection.matrix.Matrix.Cell;
import uk.onevoice.projection.matrix.Matrix.Forum;
import uk.onevoice.projection.matrix.Matrix.Gap;
import uk.onevoice.projection.matrix.Matrix.Seat;

class GapsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

  @Test
  void the_one_with_most_weight_comes_first_and_each_forum_has_one() {
    List<Forum> forums =
        List.of(
            forum("unwritten", Step.NOT_RECORDED, 4, 4, 0, 0, 0, null, 0),
            forum("silent", Step.MANDATED, 4, 0, 4, 0, 4, null, 0),
            forum("useless", Step.ATTENDED, 4, 0, 4, 4, 0, null, 0),
            forum("no mandate", Step.ATTENDED, 3, 0, 3, 0, 0, null, 0),
            forum("no seat", Step.NO_SEAT, 3, 1, 0, 0, 0, null, 9),
            forum("empty", Step.VACANT, 0, 0, 0, 0, 0, null, 0),
            forum("heard", Step.CHANGED, 3, 0, 3, 0, 3, null, 3),
            forum("heard too", Step.POSITION, 3, 1, 2, 0, 2, null, 3));
    assertThat(Gaps.of(forums, known(Map.of("unwritten", "m1", "heard too", "m2"))))
        .extracting(gap -> gap.forum() + " " + gap.action() + " " + gap.meetingId())
        .containsExactly(
            "empty FILL_SEAT null",
            "no seat SEEK_SEAT null",
            "no mandate SEEK_MANDATE null",
            "useless STOP_ATTENDING null",
            "silent BRIEF_HOLDER null",
            "heard too RECORD_MEETING m2",
            "unwritten RECORD_MEETING m1");
  }

  private static Gaps.Known known(Map<String, String> unrecorded) {
    return new Gaps.Known(Map.of(), unrecorded, Set.of());
  }

  @Test
  void who_is_briefed_for_the_next_meeting_need_not_be() {
    List<Forum> silent = List.of(forum("silent", Step.MANDATED, 4, 0, 4, 0, 4, null, 0));
    var another = new Gaps.Known(Map.of(), Map.of(), Set.of("another"));
    assertThat(Gaps.of(silent, another)).hasSize(1);
    assertThat(Gaps.of(silent, new Gaps.Known(Map.of(), Map.of(), Set.of("silent")))).isEmpty();
  }

  @Test
  void a_seat_is_asked_for_or_given_up_in_the_series_that_there_is() {
    var known = new Gaps.Known(Map.of("no seat", "s1", "useless", "s2"), Map.of(), Set.of());
    List<Forum> forums =
        List.of(
            forum("no seat", Step.NO_SEAT, 3, 1, 0, 0, 0, null, 9),
            forum("another", Step.NO_SEAT, 3, 1, 0, 0, 0, null, 1),
            forum("useless", Step.ATTENDED, 4, 0, 4, 4, 0, null, 0));
    assertThat(Gaps.of(forums, known)).extracting(Gap::seriesId).containsExactly("s1", null, "s2");
  }

  @Test
  void where_most_is_decided_comes_first_among_equals() {
    assertThat(
            Gaps.of(
                List.of(
                    forum("b", Step.NO_SEAT, 3, 0, 0, 0, 0, null, 2),
                    forum("a", Step.NO_SEAT, 3, 0, 0, 0, 0, null, 2),
                    forum("c", Step.NO_SEAT, 3, 0, 0, 0, 0, null, 3)),
                known(Map.of())))
        .extracting(Gap::forum)
        .containsExactly("c", "a", "b");
  }

  @Test
  void where_nothing_is_known_to_meet_there_is_no_gap() {
    assertThat(Gaps.of(List.of(forum("x", Step.NO_SEAT, 0, 0, 0, 0, 0, null, 0)), known(Map.of())))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} meetings, observed at {1}, mandate ran out: {2}")
  @CsvSource({
    "3, 3, false, SEEK_MANDATE",
    "4, 4, false, STOP_ATTENDING",
    "4, 3, false, SEEK_MANDATE",
    "3, 0, true, SEEK_MANDATE",
    "4, 0, true, STOP_ATTENDING"
  })
  void going_is_of_no_use_after_four_meetings(
      int meetings, int observed, boolean ranOut, Action action) {
    Forum forum =
        forum(
            "x",
            Step.ATTENDED,
            meetings,
            0,
            meetings,
            observed,
            ranOut ? 1 : 0,
            ranOut ? DAY : null,
            0);
    assertThat(Gaps.of(List.of(forum), known(Map.of())))
        .extracting(Gap::action)
        .containsExactly(action);
  }

  @Test
  void one_parts_seat_that_is_empty_is_named_with_its_series() {
    Forum heard = forum("x", Step.CHANGED, 3, 1, 2, 0, 2, null, 3);
    List<Cell> cells = new ArrayList<>(heard.cells());
    cells.set(1, new Cell(Column.LMC, Step.VACANT, null, null));
    Forum forum =
        new Forum(
            "x",
            null,
            "x",
            Level.OTHER,
            "",
            cells,
            List.of(),
            heard.base(),
            null,
            List.of(
                new Seat("s1", "one", "Fed", "F", Column.FEDERATION, List.of("p"), null),
                new Seat("s2", "two", "LMC", "L", Column.LMC, List.of(), DAY)),
            List.of());
    assertThat(Gaps.of(List.of(forum), known(Map.of("x", "m"))))
        .containsExactly(
            new Gap(
                "x",
                "x",
                Action.FILL_SEAT,
                "Others go; nobody does for this seat: LMC.",
                Column.LMC,
                "two",
                null));
  }

  static Forum forum(
      String name,
      Step step,
      int meetings,
      int unrecorded,
      int attended,
      int observed,
      int mandated,
      @Nullable LocalDate ranOut,
      int decided) {
    List<Cell> cells = new ArrayList<>();
    for (Column column : Column.values()) {
      cells.add(new Cell(column, column == Column.WHOLE ? step : Step.NO_SEAT, null, null));
    }
    Base base =
        new Base(
            meetings,
            unrecorded,
            attended,
            observed,
            mandated,
            ranOut,
            null,
            null,
            decided,
            0,
            0,
            0,
            0,
            0);
    return new Forum(
        name,
        null,
        name,
        Level.OTHER,
        Verdict.of(step, base, 1),
        cells,
        List.of(),
        base,
        null,
        List.of(),
        List.of());
  }
}
