package uk.onevoice.mandates.domain.externalchange;

/** What has changed. */
public enum ChangeKind {
  CONTRACT,
  POLICY,
  LAW
}
