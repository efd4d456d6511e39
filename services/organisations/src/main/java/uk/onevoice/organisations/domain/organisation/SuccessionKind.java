package uk.onevoice.organisations.domain.organisation;

/** How an organisation was followed by others. */
public enum SuccessionKind {
  MERGER,
  SPLIT,
  ACQUISITION,
  TRANSFER
}
