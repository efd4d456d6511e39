package uk.onevoice.relationships.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.ActionOpen;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.ActionSettled;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.AlreadyFormed;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.AlreadySeated;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DayTooEarly;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DueTooEarly;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.HasDissolved;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.HoldsNoRoleThere;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.IssueOpen;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.IssueResolved;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NatureDoesNotFit;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NoSuchAction;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NoSuchIssue;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NoSuchRule;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NoSuchSeat;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NoSuchWorkstream;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NotAPartner;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NotFormed;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NotTheLatest;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.OfNeitherSide;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.OwnerCannotDeliver;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.OwnerNotKnown;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.OwnerNotSeated;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.RuleIsThere;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.WorkstreamIsThere;
import uk.onevoice.relationships.domain.jointgroup.OwnSideRejection;
import uk.onevoice.relationships.domain.jointgroup.OwnSideRejection.MandateNotLive;
import uk.onevoice.relationships.domain.jointgroup.OwnSideRejection.NoSuchNote;
import uk.onevoice.relationships.domain.jointgroup.OwnSideRejection.NotALeadershipGroupHere;
import uk.onevoice.relationships.domain.jointgroup.Side;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of joint groups said no. */
final class JointGroupProblems {
  private JointGroupProblems() {}

  static Problem of(JointGroupRejection rejection) {
    return switch (rejection) {
      case NotFormed _ -> Problem.notFound();
      case AlreadyFormed _ ->
          conflict("joint-group-already-formed", "This joint group exists already.");
      case HasDissolved(var on) ->
          conflict("joint-group-dissolved", "This joint group is no more.")
              .detail("It was dissolved on " + on + ".");
      case NotAPartner _ ->
          unprocessable("not-a-partner", "A joint group is formed with a partner.")
              .at("/organisationId", "must be open, and none of general practice");
      case DayInTheFuture _ ->
          unprocessable("day-in-the-future", "This day has not come yet.")
              .at("/on", "must be today or earlier");
      case DayTooEarly(var earliest) ->
          unprocessable("day-too-early", "It cannot be of a day before what it follows.")
              .at("/on", "must be " + earliest + " or later");
      case DueTooEarly(var earliest) ->
          unprocessable("due-in-the-past", "The day by which it is due has passed.")
              .at("/due", "must be " + earliest + " or later");
      case OfNeitherSide _ ->
          unprocessable("of-neither-side", "The organisation is of neither side of this group.")
              .at("/organisationId", "must be the partner, or general practice of the place");
      case HoldsNoRoleThere _ ->
          unprocessable("holds-no-role-there", "The person holds no role at the organisation.")
              .at("/personId", "must hold a role there today");
      case NatureDoesNotFit _ ->
          unprocessable("nature-does-not-fit", "The person's role is not of this nature.")
              .at("/nature", "must be one that their role has");
      case AlreadySeated _ -> conflict("already-seated", "The person sits in this group.");
      case NotTheLatest(var latest) ->
          conflict("rationale-replaced", "This is not the latest version of the rationale.")
              .detail(latest == 0 ? "There is none yet." : "The latest is " + latest + ".");
      case RuleIsThere _ -> conflict("ground-rule-is-there", "This ground rule is there already.");
      case IssueResolved(var on) ->
          conflict("issue-resolved", "The issue is put right.")
              .detail("It was on " + on + ". Open it again first.");
      case IssueOpen _ -> conflict("issue-open", "The issue is open.");
      case OwnerNotSeated(var side) ->
          unprocessable("owner-not-seated", "An issue needs somebody on each side to see to it.")
              .at(
                  side == Side.GP ? "/gpOwnerSeatId" : "/partnerOwnerSeatId",
                  "must be the seat of somebody who sits for that side");
      case WorkstreamIsThere _ ->
          conflict("workstream-is-there", "This joint work is in the list already.");
      case ActionSettled(var on) ->
          conflict("action-closed", "The action is closed.").detail("It was on " + on + ".");
      case ActionOpen _ -> conflict("action-open", "The action is open.");
      case OwnerCannotDeliver _ ->
          unprocessable(
                  "owner-cannot-deliver",
                  "A group, forum or place agrees things and delivers nothing.")
              .at("/ownerId", "must be an organisation that delivers, not a group");
      case OwnerNotKnown _ ->
          unprocessable("owner-not-known", "No open organisation is known by this id.")
              .at("/ownerId", "must be an open organisation");
      case NoSuchSeat _, NoSuchRule _, NoSuchIssue _, NoSuchWorkstream _, NoSuchAction _ ->
          Problem.notFound();
    };
  }

  static Problem of(OwnSideRejection rejection) {
    return switch (rejection) {
      case MandateNotLive _ ->
          unprocessable("mandate-not-live", "The mandate is not in force in this place.")
              .at("/mandateId", "must be a mandate of the place that is in force today");
      case NotALeadershipGroupHere _ ->
          unprocessable("not-a-leadership-group-here", "It is no leadership group of this place.")
              .at("/leadershipGroupId", "must be a leadership group of the place today");
      case NoSuchNote _ -> Problem.notFound();
    };
  }
}
