package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.OrganisationId;

/** What general practice keeps for itself about a joint group. */
public sealed interface OwnSideCommand {
  GroupId groupId();

  /**
   * @param liveHere whether it is a mandate of the group's place that is in force today
   * @param leadershipGroupId for which the group's half sits; null where none is named
   * @param leadershipGroupFits whether that is a leadership group of the place today, or none is
   *     named
   */
  record CiteMandate(
      GroupId groupId,
      UUID mandateId,
      boolean liveHere,
      @Nullable OrganisationId leadershipGroupId,
      boolean leadershipGroupFits,
      LocalDate today)
      implements OwnSideCommand {}

  record UnciteMandate(GroupId groupId) implements OwnSideCommand {}

  record KeepNote(GroupId groupId, NoteId noteId, WordsRef noteRef, LocalDate today)
      implements OwnSideCommand {}

  record WithdrawNote(GroupId groupId, NoteId noteId) implements OwnSideCommand {}
}
