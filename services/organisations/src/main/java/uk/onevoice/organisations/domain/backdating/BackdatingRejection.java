package uk.onevoice.organisations.domain.backdating;

/** The rules that say no. */
public sealed interface BackdatingRejection {
  record ClosedAlready() implements BackdatingRejection {}
}
