package uk.onevoice.organisations.domain.rights;

/** The rules that say no. */
public sealed interface RightsRejection {
  record UnknownRequest(RequestId request) implements RightsRejection {}

  /** It was settled in the other way. */
  record SettledAlready(Settlement outcome) implements RightsRejection {}
}
