package uk.onevoice.relationships.domain.jointgroup;

/** Whether an action can be delivered by its owner, as the registry says on the day. */
public enum Ability {
  ABLE,
  /** A group agrees things and delivers nothing. */
  GROUP,
  NOT_KNOWN
}
