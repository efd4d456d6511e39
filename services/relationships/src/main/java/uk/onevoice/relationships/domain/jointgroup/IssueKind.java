package uk.onevoice.relationships.domain.jointgroup;

/** What a thing that goes wrong between the two sides is about. */
public enum IssueKind {
  /** Work that came over without money or people for it. */
  UNFUNDED_WORK,
  REFERRAL_QUALITY,
  LETTERS_AND_TESTS,
  OTHER
}
