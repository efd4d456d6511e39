package uk.onevoice.organisations.domain.backdating;

/** Facts about backdating. */
public sealed interface BackdatingEvent {
  record BackdatingClosed() implements BackdatingEvent {}
}
