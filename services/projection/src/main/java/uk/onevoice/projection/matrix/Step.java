package uk.onevoice.projection.matrix;

import org.jspecify.annotations.Nullable;

/**
 * How far general practice, or a part of it, gets at a forum: what stands in a cell of the matrix.
 * From VACANT up each step is more than the one before; of NOT_RECORDED nobody can say.
 */
enum Step {
  NO_SEAT("–", 0, "No seat expected"),
  VACANT("○", 1, "Seat, empty"),
  NOT_RECORDED("?", null, "Not recorded"),
  ATTENDED("A", 2, "Attended only"),
  MANDATED("M", 3, "With a mandate"),
  POSITION("S", 4, "Position put"),
  CHANGED("C", 5, "Outcome changed");

  private final String letter;
  private final @Nullable Integer height;
  private final String words;

  Step(String letter, @Nullable Integer height, String words) {
    this.letter = letter;
    this.height = height;
    this.words = words;
  }

  String letter() {
    return letter;
  }

  String words() {
    return words;
  }

  /** UP or DOWN; null where it cannot be said. */
  @Nullable String since(Step before) {
    if (height == null || before.height == null || height.equals(before.height)) {
      return null;
    }
    return height > before.height ? "UP" : "DOWN";
  }
}
