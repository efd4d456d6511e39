package uk.onevoice.projection.representation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** As what a row counts in a figure; it may count as several. */
enum Counts {
  NUMERATOR("numerator"),
  DENOMINATOR("denominator"),
  UNKNOWN("unknown"),
  NOT_COUNTED("notCounted");

  /** Part of the figure, and of what it is out of. */
  static final List<Counts> IN = List.of(NUMERATOR, DENOMINATOR);

  /** Only of what it is out of. */
  static final List<Counts> OUT_OF = List.of(DENOMINATOR);

  static final List<Counts> NOT_KNOWN = List.of(UNKNOWN);
  static final List<Counts> OUT_OF_AND_NOT_KNOWN = List.of(DENOMINATOR, UNKNOWN);
  static final List<Counts> NOT_IN_IT = List.of(NOT_COUNTED);

  private final String word;

  Counts(String word) {
    this.word = word;
  }

  /** How it is written in addresses and answers. */
  @JsonValue
  String word() {
    return word;
  }

  static Optional<Counts> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }
}
