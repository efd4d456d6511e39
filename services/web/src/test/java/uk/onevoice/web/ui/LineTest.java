package uk.onevoice.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.ui.Line.Point;

class LineTest {
  @Test
  void it_goes_from_left_to_right_and_higher_is_more() {
    Line line = Line.of(List.of(new Point(0.0, 0), new Point(0.5, 0), new Point(1.0, 0)));
    assertThat(line.parts()).containsExactly("6.0,42.5 80.0,24.5 154.0,6.5");
    assertThat(line.dots()).extracting(Line.Dot::last).containsExactly(false, false, true);
    assertThat(line.isDrawn()).isTrue();
  }

  @Test
  void it_is_interrupted_where_nothing_is_known_and_where_nothing_may_be_compared() {
    Line line =
        Line.of(
            List.of(
                new Point(0.5, 0),
                new Point(null, 0),
                new Point(0.5, 0),
                new Point(0.5, 1),
                new Point(0.5, 1)));
    assertThat(line.parts()).containsExactly("6.0,24.5", "80.0,24.5", "117.0,24.5 154.0,24.5");
  }

  @Test
  void a_single_value_is_no_line() {
    assertThat(Line.of(List.of(new Point(2.0, 0))).parts()).containsExactly("154.0,6.5");
    assertThat(Line.of(List.of(new Point(2.0, 0))).isDrawn()).isFalse();
    assertThat(Line.of(List.of(new Point(null, 0))).dots()).isEmpty();
  }
}
