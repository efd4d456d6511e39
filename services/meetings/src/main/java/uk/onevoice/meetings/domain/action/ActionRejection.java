package uk.onevoice.meetings.domain.action;

import java.time.LocalDate;
import uk.onevoice.meetings.domain.OrganisationId;

/** The rule that said no. */
public sealed interface ActionRejection {
  record NoSuchAction(ActionId actionId) implements ActionRejection {}

  /** A group or forum would own it, and so nobody. */
  record OwnerCannotDeliver(OrganisationId ownerId) implements ActionRejection {}

  record OwnerNotKnown(OrganisationId ownerId) implements ActionRejection {}

  record DueTooEarly(LocalDate due) implements ActionRejection {}

  record AlreadyClosed(ActionId actionId) implements ActionRejection {}

  record StillOpen(ActionId actionId) implements ActionRejection {}
}
