package uk.onevoice.organisations.domain.group;

import java.time.LocalDate;
import uk.onevoice.organisations.domain.place.PlaceId;

/** The rules that say no. */
public sealed interface GroupRejection {
  record AlreadyFormed() implements GroupRejection {}

  record NotFormed() implements GroupRejection {}

  record Dissolved(LocalDate end) implements GroupRejection {}

  record NotDissolved() implements GroupRejection {}

  /** Or there is no such ICS. */
  record NotInIcs() implements GroupRejection {}

  record PlaceNotInIcs(PlaceId place) implements GroupRejection {}

  /** Inside a federation, and none is named; or one is named and the group is not inside it. */
  record FederationDoesNotFit() implements GroupRejection {}

  record NotALegalEntity() implements GroupRejection {}

  record TooEarly(LocalDate earliest) implements GroupRejection {}

  record EndsBeforeItStarts() implements GroupRejection {}

  record NoSeats() implements GroupRejection {}

  record RulesOverlap() implements GroupRejection {}

  /** A seat comes with an office, and its rule does not say with which. */
  record OfficeWithoutRole() implements GroupRejection {}

  record ReviewBeforeTerms() implements GroupRejection {}

  record NotTheLatestTerms() implements GroupRejection {}

  record NoTerms() implements GroupRejection {}

  record NoSuchSeat() implements GroupRejection {}

  record SeatComesWithOffice() implements GroupRejection {}

  record NoClaimToSeat() implements GroupRejection {}

  record SeatNotVacant() implements GroupRejection {}

  record SeatVacant() implements GroupRejection {}

  record RoleNotHeld() implements GroupRejection {}

  record ChairRuleSaysNo(ChairRule rule) implements GroupRejection {}

  record NoChair() implements GroupRejection {}

  record UnknownInterest() implements GroupRejection {}

  record PulseOpenAlready() implements GroupRejection {}

  record NoSuchPulse() implements GroupRejection {}

  record MilestoneReachedAlready(LocalDate on) implements GroupRejection {}

  record MilestoneNotReached() implements GroupRejection {}
}
