package uk.onevoice.organisations.domain.backdating;

/** Wishes about backdating. */
public sealed interface BackdatingCommand {
  record CloseBackdating() implements BackdatingCommand {}
}
