package uk.onevoice.relationships.domain.opportunity;

import java.util.Collection;
import java.util.Optional;

/** What is missing in the relationship with an organisation that general practice bids with. */
public enum Warning {
  /** The place keeps no relationship with it. */
  NO_RELATIONSHIP,
  /** It has been looked at, and is not strong. */
  NOT_STRONG,
  /** Nobody has said how strong it is. */
  NOT_KNOWN;

  private static final String STRONG = "STRONG";
  private static final String UNKNOWN = "UNKNOWN";

  /**
   * The warning that these classes give, one for each slot with the organisation; nothing where one
   * of them is strong. Whether it is weak or none at all is its team's own.
   */
  public static Optional<Warning> of(Collection<String> classes) {
    if (classes.isEmpty()) {
      return Optional.of(NO_RELATIONSHIP);
    }
    if (classes.contains(STRONG)) {
      return Optional.empty();
    }
    return Optional.of(classes.stream().allMatch(UNKNOWN::equals) ? NOT_KNOWN : NOT_STRONG);
  }
}
