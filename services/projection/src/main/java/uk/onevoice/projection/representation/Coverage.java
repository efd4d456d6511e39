package uk.onevoice.projection.representation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** M1: per topic and table, the four answers of the place's practices. */
record Coverage(List<Topic> topics) implements Measure.Detail {
  /**
   * @param board the table the mandates are for, null when they are for every table
   * @param contested whether practices of the place are asked for two holders
   * @param numerator practices that granted
   * @param denominator practices of the place
   * @param unknown practices without a list size for the month, left out of patients
   * @param patients registered patients of the practices; null where that would tell who answered
   *     what
   */
  record Topic(
      String topic,
      @Nullable String board,
      boolean contested,
      int numerator,
      int denominator,
      int unknown,
      Split<Integer> practices,
      @Nullable Split<Long> patients,
      Split<Integer> practicesPercent,
      @Nullable Split<Integer> patientsPercent) {}

  /** Answers; all four make the whole. Null is withheld. */
  record Split<N>(
      @Nullable N granted, @Nullable N conditional, @Nullable N declined, @Nullable N notAnswered) {
    /** Only what a mandate covers, not who said no. */
    Split<N> grantedOnly() {
      return new Split<>(granted, null, null, null);
    }
  }
}
