package uk.onevoice.projection.matrix;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.service.problem.Problem;

/** How far back from a day meetings count. */
enum Period {
  QUARTER(91),
  YEAR(365);

  private final int days;

  Period(int days) {
    this.days = days;
  }

  static Period asked(@Nullable String text) {
    return switch (text) {
      case null -> YEAR;
      case "year" -> YEAR;
      case "quarter" -> QUARTER;
      default -> throw Problem.invalid("query:period", "must be quarter or year").exception();
    };
  }

  int days() {
    return days;
  }

  /** The first day that counts. */
  LocalDate from(LocalDate asOf) {
    return asOf.minusDays(days - 1L);
  }
}
