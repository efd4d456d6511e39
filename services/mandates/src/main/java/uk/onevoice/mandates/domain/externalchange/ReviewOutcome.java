package uk.onevoice.mandates.domain.externalchange;

/** What a look at a mandate came to; what follows is done to the mandate itself. */
public enum ReviewOutcome {
  STANDS,
  TO_BE_AMENDED,
  TO_BE_RENEWED,
  TO_BE_ENDED
}
