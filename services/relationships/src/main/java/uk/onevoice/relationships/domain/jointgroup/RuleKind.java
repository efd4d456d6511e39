package uk.onevoice.relationships.domain.jointgroup;

/** A ground rule that is known by name, or one in words of the group's own. */
public enum RuleKind {
  /** Neither side takes over services, staff or practices of the other by way of this group. */
  NO_TAKEOVER,
  OWN
}
