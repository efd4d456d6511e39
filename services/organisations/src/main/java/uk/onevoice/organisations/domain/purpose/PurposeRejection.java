package uk.onevoice.organisations.domain.purpose;

import java.time.LocalDate;

/** The rules that say no. */
public sealed interface PurposeRejection {
  record NotAFederation() implements PurposeRejection {}

  record NotOpen(LocalDate on) implements PurposeRejection {}

  /** A version holds from its day on, so the next one cannot begin before it. */
  record OlderThanTheLast(LocalDate from) implements PurposeRejection {}
}
