package uk.onevoice.meetings.domain;

import uk.onevoice.kernel.OdsCode;

/** A practice by its ODS code: every practice has one, and answers once for each code it has. */
public record PracticeId(String value) {
  public PracticeId {
    if (!OdsCode.isValid(value)) {
      throw new IllegalArgumentException("A practice is named by its ODS code.");
    }
  }
}
