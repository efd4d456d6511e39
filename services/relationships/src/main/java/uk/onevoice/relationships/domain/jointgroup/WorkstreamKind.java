package uk.onevoice.relationships.domain.jointgroup;

/** What a piece of joint work is about. */
public enum WorkstreamKind {
  WORKLOAD_SHIFT,
  REFERRALS,
  NEIGHBOURHOODS,
  /** Getting ready for a contract for several neighbourhoods. */
  MNP_PREPARATION,
  /** It has a name of its own. */
  OWN
}
