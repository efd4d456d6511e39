package uk.onevoice.web.ui;

import java.util.ArrayList;
import java.util.List;

/** One square for each organisation, so many to a row; the filled ones come first. */
public record Squares(int filled, int total) {
  private static final int PITCH = 19;
  private static final int SIZE = 14;
  private static final int NARROW = 12;
  private static final int WIDE = 24;
  private static final int MANY = 150;

  public Squares {
    if (filled < 0 || filled > total) {
      throw new IllegalArgumentException(filled + " of " + total + " squares cannot be filled");
    }
  }

  /** Where a square stands in the picture. */
  public record Square(int x, int y, boolean filled) {}

  private int perRow() {
    return total > MANY ? WIDE : NARROW;
  }

  public int width() {
    return Math.max(1, Math.min(total, perRow())) * PITCH - (PITCH - SIZE);
  }

  public int height() {
    return Math.max(1, Math.ceilDiv(total, perRow())) * PITCH - (PITCH - SIZE);
  }

  public List<Square> squares() {
    List<Square> squares = new ArrayList<>(total);
    for (int i = 0; i < total; i++) {
      squares.add(new Square(i % perRow() * PITCH, i / perRow() * PITCH, i < filled));
    }
    return squares;
  }
}
