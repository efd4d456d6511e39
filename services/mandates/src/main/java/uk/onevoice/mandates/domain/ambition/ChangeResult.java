package uk.onevoice.mandates.domain.ambition;

/** How a change programme went in one practice. */
public enum ChangeResult {
  MADE,
  STOPPED
}
