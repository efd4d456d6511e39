package uk.onevoice.organisations.domain.controlled;

import java.time.LocalDate;
import uk.onevoice.kernel.Label;
import uk.onevoice.organisations.domain.OrganisationId;

/** The rules of lists that say no. */
public sealed interface ListRejection {
  record NotAnIcb(OrganisationId id) implements ListRejection {}

  record IcbNotOpen(OrganisationId id, LocalDate on) implements ListRejection {}

  record Unknown() implements ListRejection {}

  /** What it would be merged into is not in use in this list on that day. */
  record UnknownSuccessor() implements ListRejection {}

  record IntoItself() implements ListRejection {}

  record LabelTaken(Label label) implements ListRejection {}

  record InTheFuture(LocalDate on) implements ListRejection {}

  record BeforeItBegan(LocalDate start) implements ListRejection {}

  record NotInUse(LocalDate since) implements ListRejection {}

  record InUse() implements ListRejection {}

  /** It has been given another name since; an earlier one would not change what holds. */
  record LaterNameStands(LocalDate from) implements ListRejection {}

  record TooFewParts() implements ListRejection {}
}
