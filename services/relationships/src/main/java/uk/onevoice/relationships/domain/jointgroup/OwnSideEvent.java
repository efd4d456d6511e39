package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.OrganisationId;

/** What general practice keeps for itself about a joint group; no answer to a partner has it. */
public sealed interface OwnSideEvent {
  record JointGroupMandateCited(
      GroupId groupId, UUID mandateId, @Nullable OrganisationId leadershipGroupId, LocalDate on)
      implements OwnSideEvent {}

  record JointGroupMandateUncited(GroupId groupId) implements OwnSideEvent {}

  record JointGroupNoteKept(GroupId groupId, NoteId noteId, WordsRef noteRef, LocalDate on)
      implements OwnSideEvent {}

  record JointGroupNoteWithdrawn(GroupId groupId, NoteId noteId) implements OwnSideEvent {}
}
