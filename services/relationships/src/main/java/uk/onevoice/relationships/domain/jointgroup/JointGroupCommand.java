package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import uk.onevoice.kernel.Label;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PlaceId;

/** What can be asked of a joint group, with the facts from elsewhere that its rules need. */
public sealed interface JointGroupCommand
    permits JointGroupCommand.Form,
        JointGroupCommand.Rename,
        JointGroupCommand.Dissolve,
        JointGroupCommand.Restore,
        SeatCommand,
        AgreementCommand,
        IssueCommand,
        WorkCommand {
  GroupId groupId();

  /**
   * @param partner whether the organisation is open today and none of general practice
   */
  record Form(
      GroupId groupId,
      PlaceId placeId,
      OrganisationId organisationId,
      boolean partner,
      Label name,
      LocalDate on,
      LocalDate today)
      implements JointGroupCommand {}

  record Rename(GroupId groupId, Label name) implements JointGroupCommand {}

  record Dissolve(GroupId groupId, LocalDate on, LocalDate today) implements JointGroupCommand {}

  /** It was dissolved by mistake. */
  record Restore(GroupId groupId) implements JointGroupCommand {}
}
