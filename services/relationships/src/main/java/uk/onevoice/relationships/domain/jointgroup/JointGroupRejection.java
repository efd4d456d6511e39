package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;

/** The rule that said no. */
public sealed interface JointGroupRejection {
  record AlreadyFormed(GroupId groupId) implements JointGroupRejection {}

  record NotFormed(GroupId groupId) implements JointGroupRejection {}

  record HasDissolved(LocalDate on) implements JointGroupRejection {}

  /** It is not open, or speaks for practices itself. */
  record NotAPartner(OrganisationId organisationId) implements JointGroupRejection {}

  record DayInTheFuture(LocalDate on) implements JointGroupRejection {}

  /** It cannot be of a day before what it follows. */
  record DayTooEarly(LocalDate earliest) implements JointGroupRejection {}

  /** The day by which something is to be done has passed, or lies before it was raised. */
  record DueTooEarly(LocalDate earliest) implements JointGroupRejection {}

  /** Neither the group's partner nor a body of general practice in its place. */
  record OfNeitherSide(OrganisationId organisationId) implements JointGroupRejection {}

  record HoldsNoRoleThere(PersonId personId, OrganisationId organisationId)
      implements JointGroupRejection {}

  record NatureDoesNotFit(Nature nature) implements JointGroupRejection {}

  record AlreadySeated(PersonId personId, SeatId seatId) implements JointGroupRejection {}

  record NoSuchSeat(SeatId seatId) implements JointGroupRejection {}

  /** Another version is the latest; 0 where there is none. */
  record NotTheLatest(int latest) implements JointGroupRejection {}

  record NoSuchRule(RuleId ruleId) implements JointGroupRejection {}

  record RuleIsThere(RuleId ruleId) implements JointGroupRejection {}

  record NoSuchIssue(IssueId issueId) implements JointGroupRejection {}

  record IssueResolved(LocalDate on) implements JointGroupRejection {}

  record IssueOpen(IssueId issueId) implements JointGroupRejection {}

  /** Nobody of this side sits there. */
  record OwnerNotSeated(Side side) implements JointGroupRejection {}

  record NoSuchWorkstream(WorkstreamId workstreamId) implements JointGroupRejection {}

  record WorkstreamIsThere(WorkstreamId workstreamId) implements JointGroupRejection {}

  record NoSuchAction(ActionId actionId) implements JointGroupRejection {}

  record ActionSettled(LocalDate on) implements JointGroupRejection {}

  record ActionOpen(ActionId actionId) implements JointGroupRejection {}

  record OwnerCannotDeliver(OrganisationId organisationId) implements JointGroupRejection {}

  record OwnerNotKnown(OrganisationId organisationId) implements JointGroupRejection {}
}
