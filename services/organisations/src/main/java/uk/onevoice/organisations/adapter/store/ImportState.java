package uk.onevoice.organisations.adapter.store;

/** How far an uploaded file has come. */
public enum ImportState {
  PREVIEWED,
  ACCEPTING,
  ACCEPTED,
  UNDOING,
  UNDONE,
  /** Stopped on the way; accepting or undoing it again goes on. */
  FAILED
}
