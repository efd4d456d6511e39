package uk.onevoice.relationships.adapter.http;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.jointgroup.ActionId;
import uk.onevoice.relationships.domain.jointgroup.GroupId;
import uk.onevoice.relationships.domain.jointgroup.IssueId;
import uk.onevoice.relationships.domain.jointgroup.IssueKind;
import uk.onevoice.relationships.domain.jointgroup.Nature;
import uk.onevoice.relationships.domain.jointgroup.NoteId;
import uk.onevoice.relationships.domain.jointgroup.RuleId;
import uk.onevoice.relationships.domain.jointgroup.RuleKind;
import uk.onevoice.relationships.domain.jointgroup.SeatId;
import uk.onevoice.relationships.domain.jointgroup.WorkState;
import uk.onevoice.relationships.domain.jointgroup.WorkstreamId;
import uk.onevoice.relationships.domain.jointgroup.WorkstreamKind;

/** What callers send, and how new things are called in the answer. A day that is null is today. */
final class JointGroupBodies {
  private JointGroupBodies() {}

  record FormJointGroup(
      PlaceId placeId, OrganisationId organisationId, Label name, @Nullable LocalDate on) {}

  record RenameJointGroup(Label name) {}

  record DissolveJointGroup(@Nullable LocalDate on) {}

  /**
   * @param personId who sits; null where the role says it
   * @param roleHoldingId of whom who holds that role sits; null where the person is named by id
   * @param name what they are called; null where it is not said
   */
  record SeatMember(
      @Nullable PersonId personId,
      @Nullable UUID roleHoldingId,
      OrganisationId organisationId,
      Nature nature,
      @Nullable String name,
      @Nullable LocalDate on) {}

  record NameSeat(String name) {}

  record LeaveSeat(@Nullable LocalDate on) {}

  record ProposeRationale(String gpAims, String partnerAims) {}

  record VersionOfRationale(int version) {}

  /**
   * @param words for one of their own; null for one that is known by name
   */
  record ProposeRule(RuleKind kind, @Nullable String words) {}

  record RaiseIssue(
      IssueKind kind,
      String what,
      @Nullable LocalDate on,
      LocalDate due,
      SeatId gpOwnerSeatId,
      SeatId partnerOwnerSeatId) {}

  record AnswerIssue(@Nullable String words, @Nullable LocalDate on) {}

  record MoveIssue(LocalDate due) {}

  record AssignIssue(SeatId gpOwnerSeatId, SeatId partnerOwnerSeatId) {}

  /**
   * @param mistake whether it was no issue at all; null for no
   */
  record ResolveIssue(@Nullable String how, @Nullable Boolean mistake, @Nullable LocalDate on) {}

  /**
   * @param name for one of their own; null for the others
   */
  record AddWorkstream(WorkstreamKind kind, @Nullable Label name) {}

  record ReportWorkstream(WorkState state, @Nullable String inHand) {}

  record AddAction(
      String what, @Nullable WorkstreamId workstreamId, OrganisationId ownerId, LocalDate due) {}

  record MoveAction(LocalDate due) {}

  record SettleAction(boolean done, @Nullable LocalDate on) {}

  record CiteMandate(UUID mandateId, @Nullable OrganisationId leadershipGroupId) {}

  record KeepNote(String words) {}

  record GroupRef(GroupId groupId) {}

  record SeatRef(GroupId groupId, SeatId seatId) {}

  record RationaleRef(GroupId groupId, int version) {}

  record RuleRef(GroupId groupId, RuleId ruleId) {}

  record IssueRef(GroupId groupId, IssueId issueId) {}

  record WorkstreamRef(GroupId groupId, WorkstreamId workstreamId) {}

  record ActionRef(GroupId groupId, ActionId actionId) {}

  record NoteRef(GroupId groupId, NoteId noteId) {}
}
