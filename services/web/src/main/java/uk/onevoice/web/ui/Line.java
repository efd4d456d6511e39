package uk.onevoice.web.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A small line over time, from left to right at equal distances. It is interrupted where nothing is
 * known, and between stretches that may not be compared.
 *
 * @param parts the corners of each unbroken stretch, as SVG has them
 */
public record Line(List<String> parts, List<Dot> dots) {
  private static final double LEFT = 6;
  private static final double WIDTH = 148;
  private static final double BOTTOM = 42.5;
  private static final double HEIGHT = 36;

  /** Where a value is marked; the last one more so. */
  public record Dot(String x, String y, boolean last) {}

  /**
   * @param height from 0 to 1; null where it is not known
   * @param stretch only points of one stretch are joined
   */
  public record Point(@Nullable Double height, int stretch) {}

  public static Line of(List<Point> points) {
    List<String> parts = new ArrayList<>();
    List<Dot> dots = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    @Nullable Point before = null;
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      if (before != null && (point.height() == null || point.stretch() != before.stretch())) {
        parts.add(part.toString());
        part.setLength(0);
        before = null;
      }
      if (point.height() != null) {
        String x = number(LEFT + (points.size() == 1 ? WIDTH : WIDTH * i / (points.size() - 1)));
        String y = number(BOTTOM - HEIGHT * Math.clamp(point.height(), 0, 1));
        part.append(part.isEmpty() ? "" : " ").append(x).append(',').append(y);
        dots.add(new Dot(x, y, i == points.size() - 1));
        before = point;
      }
    }
    if (!part.isEmpty()) {
      parts.add(part.toString());
    }
    return new Line(parts, dots);
  }

  /** Whether there is something to draw. */
  public boolean isDrawn() {
    return dots.size() > 1;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
