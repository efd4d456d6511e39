package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The answer of one practice that holds now, and the day it was given.
 *
 * @param manner null for an answer that was given online and says no more than itself
 */
public record Standing(Answer answer, LocalDate on, @Nullable Manner manner) {
  public Standing(Answer answer, LocalDate on) {
    this(answer, on, null);
  }
}
