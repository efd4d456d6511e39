package uk.onevoice.meetings.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.meetings.domain.briefing.BriefingRejection;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.DoesNotGo;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.MeetingIsOver;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.NoItems;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.NoSuchItem;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.NoSuchPreAlignment;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.NotExpected;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.NotTheLatest;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.PartnerNotKnown;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.StillToCome;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of the preparation said no. */
final class BriefProblems {
  private BriefProblems() {}

  static Problem of(BriefingRejection rejection) {
    return switch (rejection) {
      case NoSuchItem _ ->
          unprocessable("item-not-on-agenda", "This item is not on the meeting's agenda.")
              .at("/itemId", "must be an item of this meeting");
      case MeetingIsOver(var on) ->
          conflict("meeting-is-over", "The day of the meeting is over.")
              .detail("It was " + on + ".");
      case PartnerNotKnown _ ->
          unprocessable("partner-not-known", "No organisation with this id is registered.")
              .at("/organisationId", "must be a registered organisation");
      case NoItems _ ->
          conflict("brief-without-items", "A brief is about items, and the meeting has none.");
      case NotTheLatest(var latest) ->
          conflict("brief-not-latest", "Another version of the brief is the latest.")
              .detail(latest == 0 ? "None was issued." : "It is version " + latest + ".");
      case DoesNotGo _ ->
          conflict("brief-not-for-you", "Who goes to the meeting reads its brief and prepares.");
      case StillToCome _ ->
          unprocessable("conversation-still-to-come", "What is still to come is not recorded.")
              .at("/on", "must be today or before");
      case NotExpected _, NoSuchPreAlignment _ ->
          conflict(
              "nothing-to-take-back", "Nothing of the kind was entered, or it was taken back.");
    };
  }
}
