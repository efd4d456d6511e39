package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.MeasureTrend;
import uk.onevoice.web.api.MeasureTrend.Point;
import uk.onevoice.web.api.Representation.Measure;
import uk.onevoice.web.api.Representation.Topic;
import uk.onevoice.web.ui.Line;
import uk.onevoice.web.ui.Words;

/**
 * One measure of an area beside its own past: a line, and the same in words.
 *
 * @param name of the area
 * @param line null where there is nothing to draw
 * @param words what is drawn, or why nothing is
 */
public record MeasurePast(String name, @Nullable Line line, String words) {
  /** Measures of which the one number is no share of the other. */
  private static final Set<String> COUNTS = Set.of("M6", "M9", "M12");

  /**
   * Of the practices that agreed on a topic; of those that nobody asked there is nothing to say.
   */
  static MeasurePast agreed(MeasureTrend trend, @Nullable Topic topic) {
    List<Point> points = trend.points();
    if (topic == null
        || points.stream().allMatch(point -> IcsFigures.topic(point.measure(), topic) == null)) {
      return new MeasurePast(trend.name(), null, "Nobody was asked, so there is no line to draw.");
    }
    Line line =
        Line.of(
            points.stream()
                .map(point -> {
                  Topic then = IcsFigures.topic(point.measure(), topic);
                  return new Line.Point(
                      point.measure().withheld()
                          ? null
                          : then == null
                              ? (Double) 0.0
                              : share(then.numerator(), then.denominator()),
                      point.segment());
                })
                .toList());
    return new MeasurePast(
        trend.name(),
        line.isDrawn() ? line : null,
        "Practices agreed, each quarter from "
            + month(points.getFirst().on())
            + ": "
            + points.stream()
                .map(point -> {
                  Topic then = IcsFigures.topic(point.measure(), topic);
                  return then == null ? "not asked" : Words.number(then.numerator());
                })
                .collect(Collectors.joining(", "))
            + ".");
  }

  static MeasurePast of(String key, MeasureTrend trend) {
    double most =
        COUNTS.contains(key)
            ? trend.points().stream()
                .map(point -> known(point.measure()) ? point.measure().numerator() : null)
                .filter(Objects::nonNull)
                .mapToDouble(Integer::doubleValue)
                .max()
                .orElse(0)
            : 0;
    Line line =
        Line.of(
            trend.points().stream()
                .map(point -> new Line.Point(height(point.measure(), most), point.segment()))
                .toList());
    return new MeasurePast(
        trend.name(),
        line.isDrawn() ? line : null,
        line.isDrawn() ? "" : "Too little is known for a line.");
  }

  /**
   * @param most what reaches to the top; 0 for a share
   */
  private static @Nullable Double height(Measure measure, double most) {
    if (!known(measure)) {
      return null;
    }
    int part = Objects.requireNonNull(measure.numerator());
    if (most > 0) {
      return part / most;
    }
    return share(part, Objects.requireNonNull(measure.denominator()));
  }

  private static boolean known(Measure measure) {
    return measure.available()
        && !measure.withheld()
        && measure.numerator() != null
        && measure.denominator() != null
        && measure.denominator() > 0;
  }

  private static @Nullable Double share(int part, int whole) {
    return whole == 0 ? null : (Double) ((double) part / whole);
  }

  private static String month(LocalDate day) {
    return Words.month(YearMonth.from(day));
  }
}
