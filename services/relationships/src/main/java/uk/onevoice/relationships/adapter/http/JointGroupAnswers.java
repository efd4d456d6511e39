package uk.onevoice.relationships.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.jointgroup.ActionId;
import uk.onevoice.relationships.domain.jointgroup.GroupId;
import uk.onevoice.relationships.domain.jointgroup.IssueId;
import uk.onevoice.relationships.domain.jointgroup.IssueKind;
import uk.onevoice.relationships.domain.jointgroup.Missing;
import uk.onevoice.relationships.domain.jointgroup.Nature;
import uk.onevoice.relationships.domain.jointgroup.RuleId;
import uk.onevoice.relationships.domain.jointgroup.RuleKind;
import uk.onevoice.relationships.domain.jointgroup.SeatId;
import uk.onevoice.relationships.domain.jointgroup.Side;
import uk.onevoice.relationships.domain.jointgroup.WorkState;
import uk.onevoice.relationships.domain.jointgroup.WorkstreamId;
import uk.onevoice.relationships.domain.jointgroup.WorkstreamKind;

/**
 * What is answered about joint groups: what both sides share, and nothing else. Words are null
 * where they are not kept any more.
 */
final class JointGroupAnswers {
  private JointGroupAnswers() {}

  /**
   * A group in a list of its place.
   *
   * @param missing what it lacks to be whole; nothing when it is
   * @param workstreams the joint work, without anybody's words
   */
  record JointGroupRow(
      GroupId groupId,
      OrganisationId organisationId,
      Label name,
      LocalDate formedOn,
      @Nullable LocalDate dissolvedOn,
      int seated,
      Set<Missing> missing,
      long openIssues,
      long overdueIssues,
      List<WorkstreamView> workstreams,
      long openActions) {}

  /** A group in which the caller sits. */
  record OwnJointGroup(
      GroupId groupId,
      PlaceId placeId,
      OrganisationId organisationId,
      Label name,
      Side side,
      @Nullable LocalDate dissolvedOn,
      long openIssues,
      long overdueIssues,
      long openActions,
      long overdueActions) {}

  /**
   * @param own the caller's seat; null for who does not sit there
   * @param seats null for who is not told who sits
   * @param rationale the latest version; null before the first, and for who does not sit there
   * @param rationaleAgreed whether both sides have signed the latest version
   * @param groundRules null for who does not sit there
   * @param agreedRules how many ground rules both sides have accepted
   */
  record JointGroupView(
      GroupId groupId,
      PlaceId placeId,
      OrganisationId organisationId,
      Label name,
      LocalDate formedOn,
      @Nullable LocalDate dissolvedOn,
      @Nullable OwnSeat own,
      int seated,
      Set<Missing> missing,
      @Nullable List<SeatView> seats,
      boolean rationaleAgreed,
      @Nullable RationaleView rationale,
      long agreedRules,
      @Nullable List<RuleView> groundRules,
      List<WorkstreamView> workstreams,
      long openIssues,
      long overdueIssues,
      long openActions,
      long overdueActions) {}

  record OwnSeat(SeatId seatId, Side side) {}

  /**
   * @param name what who seated them says that they are called; null where nobody said it, where it
   *     is not to be shown, and where it is gone
   * @param nameGone whether they were erased since, and their name with them
   * @param until the first day on which they sit no more; null while they sit
   * @param roleEnded whether they hold no role at the organisation today: somebody has to take
   *     their place
   */
  record SeatView(
      SeatId seatId,
      PersonId personId,
      OrganisationId organisationId,
      Side side,
      Nature nature,
      @Nullable String name,
      boolean nameGone,
      LocalDate from,
      @Nullable LocalDate until,
      boolean roleEnded) {}

  record RationaleView(
      int version,
      @Nullable String gpAims,
      @Nullable String partnerAims,
      Side proposedBy,
      LocalDate proposedOn,
      List<SignatureView> signatures) {}

  record SignatureView(Side side, SeatId seatId, LocalDate on) {}

  record RuleView(
      RuleId ruleId,
      RuleKind kind,
      @Nullable String words,
      Side proposedBy,
      LocalDate proposedOn,
      List<AcceptanceView> accepted) {}

  record AcceptanceView(Side side, LocalDate on) {}

  /**
   * @param inHand what is in hand; null for who does not sit there, and where nothing was said
   */
  record WorkstreamView(
      WorkstreamId workstreamId,
      WorkstreamKind kind,
      @Nullable Label name,
      WorkState state,
      @Nullable String inHand,
      @Nullable LocalDate reportedOn) {}

  record IssueView(
      IssueId issueId,
      IssueKind kind,
      @Nullable String what,
      Side raisedBy,
      LocalDate raisedOn,
      LocalDate fixBy,
      boolean overdue,
      int moves,
      OwnerView gpOwner,
      OwnerView partnerOwner,
      List<AnswerView> answers,
      @Nullable Long daysToAnswer,
      @Nullable LocalDate resolvedOn,
      @Nullable String how,
      @Nullable Long daysToFix,
      int reopenings) {}

  /**
   * @param left whether they sit there no more: the issue needs somebody else
   */
  record OwnerView(SeatId seatId, PersonId personId, OrganisationId organisationId, boolean left) {}

  record AnswerView(Side side, @Nullable String words, LocalDate on) {}

  /**
   * @param done false where it was given up; null while it is open
   */
  record ActionView(
      ActionId actionId,
      @Nullable WorkstreamId workstreamId,
      OrganisationId ownerId,
      @Nullable String what,
      LocalDate due,
      boolean overdue,
      LocalDate addedOn,
      @Nullable Boolean done,
      @Nullable LocalDate settledOn) {}
}
