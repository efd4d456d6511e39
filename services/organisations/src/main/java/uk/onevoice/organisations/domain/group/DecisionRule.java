package uk.onevoice.organisations.domain.group;

/** How a group decides. */
public enum DecisionRule {
  CONSENSUS,
  SIMPLE_MAJORITY,
  TWO_THIRDS,
  UNANIMITY
}
