package uk.onevoice.organisations.domain.group;

/** Who may chair. Of whatever profession: nowhere is that a rule. */
public enum ChairRule {
  ANYONE,
  /** Somebody who sits. */
  FROM_SEATS,
  /** Somebody who does not sit. */
  INDEPENDENT
}
