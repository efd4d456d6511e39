package uk.onevoice.meetings.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import java.util.stream.Collectors;
import uk.onevoice.meetings.domain.MeetingRejection;
import uk.onevoice.meetings.domain.MeetingRejection.ActionRefused;
import uk.onevoice.meetings.domain.MeetingRejection.AgreedForGeneralPractice;
import uk.onevoice.meetings.domain.MeetingRejection.AlreadyScheduled;
import uk.onevoice.meetings.domain.MeetingRejection.AssessmentDisputed;
import uk.onevoice.meetings.domain.MeetingRejection.AssessmentRestsOnIt;
import uk.onevoice.meetings.domain.MeetingRejection.AssessorWasNotThere;
import uk.onevoice.meetings.domain.MeetingRejection.ClaimWithoutDecision;
import uk.onevoice.meetings.domain.MeetingRejection.ClaimWithoutPosition;
import uk.onevoice.meetings.domain.MeetingRejection.ConfirmedByItsAssessor;
import uk.onevoice.meetings.domain.MeetingRejection.DisputedByItsAssessor;
import uk.onevoice.meetings.domain.MeetingRejection.EvidenceMissing;
import uk.onevoice.meetings.domain.MeetingRejection.HasTakenPlace;
import uk.onevoice.meetings.domain.MeetingRejection.IsCancelled;
import uk.onevoice.meetings.domain.MeetingRejection.ItemAlreadyAdded;
import uk.onevoice.meetings.domain.MeetingRejection.MovedIntoThePast;
import uk.onevoice.meetings.domain.MeetingRejection.NoOutcomeYet;
import uk.onevoice.meetings.domain.MeetingRejection.NoSuchItem;
import uk.onevoice.meetings.domain.MeetingRejection.NotDisputed;
import uk.onevoice.meetings.domain.MeetingRejection.NotScheduled;
import uk.onevoice.meetings.domain.MeetingRejection.NothingToConfirm;
import uk.onevoice.meetings.domain.MeetingRejection.NothingToDispute;
import uk.onevoice.meetings.domain.MeetingRejection.NothingToTakeBack;
import uk.onevoice.meetings.domain.MeetingRejection.PartnerDoesNotFit;
import uk.onevoice.meetings.domain.MeetingRejection.PersonNotKnown;
import uk.onevoice.meetings.domain.MeetingRejection.PositionTooLate;
import uk.onevoice.meetings.domain.MeetingRejection.PositionWasPut;
import uk.onevoice.meetings.domain.MeetingRejection.PresenceWasNoConsent;
import uk.onevoice.meetings.domain.MeetingRejection.RecordClosed;
import uk.onevoice.meetings.domain.MeetingRejection.RecordOpen;
import uk.onevoice.meetings.domain.MeetingRejection.RowsRefused;
import uk.onevoice.meetings.domain.MeetingRejection.SettledByAParty;
import uk.onevoice.meetings.domain.MeetingRejection.StillToCome;
import uk.onevoice.meetings.domain.MeetingRejection.SubstituteDoesNotFit;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of meetings said no. */
final class MeetingProblems {
  private MeetingProblems() {}

  static Problem of(MeetingRejection rejection) {
    return switch (rejection) {
      case NotScheduled _ -> Problem.notFound();
      case AlreadyScheduled _ ->
          conflict("meeting-already-scheduled", "This meeting is scheduled already.");
      case ItemAlreadyAdded _ ->
          conflict("item-already-added", "This item is on the agenda already.");
      case NoSuchItem _ ->
          unprocessable("item-not-on-agenda", "This item is not on the meeting's agenda.")
              .at("/itemId", "must be an item of this meeting");
      case PositionTooLate _ ->
          conflict("position-too-late", "A position comes before the outcome.");
      case StillToCome(var on) ->
          conflict("meeting-still-to-come", "The meeting has not taken place yet.")
              .detail("It is on " + on + ".");
      case PersonNotKnown _ ->
          unprocessable("person-not-known", "Nobody with a role is registered under this id.")
              .at("/personId", "must be a person who held a role on the day of the meeting");
      case SubstituteDoesNotFit _ ->
          unprocessable(
                  "substitute-does-not-fit",
                  "A substitute came for somebody else; nobody else comes for anybody.")
              .at("/substituteForId", "must be the person for whom a substitute came");
      case PartnerDoesNotFit _ ->
          unprocessable(
                  "partner-does-not-fit",
                  "A partner is an open organisation outside general practice.")
              .at("/organisationId", "must be an open organisation outside general practice");
      case NothingToTakeBack _ ->
          conflict("nothing-to-take-back", "Nothing of the kind is entered.");
      case PositionWasPut _ ->
          conflict("position-was-put", "General practice put a position, so it was there.");
      case AgreedForGeneralPractice _ ->
          conflict(
              "agreed-for-general-practice", "The item is entered as agreed for general practice.");
      case PresenceWasNoConsent _ ->
          conflict(
              "presence-was-no-consent",
              "General practice is entered as not consulted or not agreed on this item.");
      case NoOutcomeYet _ -> conflict("no-outcome-yet", "Influence is assessed after the outcome.");
      case AssessorWasNotThere _ ->
          conflict(
              "assessor-was-not-there",
              "Whoever assesses influence was in the meeting or briefed.");
      case ClaimWithoutDecision _ ->
          conflict("claim-without-decision", "Nobody changes an item that was not decided.");
      case ClaimWithoutPosition _ ->
          conflict(
              "claim-without-position",
              "Nobody changes an item on which general practice put no position.");
      case NothingToConfirm _ ->
          conflict("nothing-to-confirm", "Only a claim to have changed an item is confirmed.");
      case ConfirmedByItsAssessor _ ->
          conflict("confirmed-by-its-assessor", "A claim is confirmed by a second person.");
      case EvidenceMissing _ -> conflict("evidence-missing", "A claim is confirmed on evidence.");
      case AssessmentDisputed _ ->
          conflict("assessment-disputed", "The assessment is disputed; settle that first.");
      case NothingToDispute _ -> conflict("nothing-to-dispute", "The item is not assessed.");
      case DisputedByItsAssessor _ ->
          conflict("disputed-by-its-assessor", "Whoever assessed an item assesses it anew.");
      case AssessmentRestsOnIt _ ->
          conflict(
              "assessment-rests-on-it",
              "They have assessed an item, and only who was there or briefed does.");
      case NotDisputed _ -> conflict("not-disputed", "Nobody disputes the assessment.");
      case SettledByAParty _ ->
          conflict("settled-by-a-party", "A dispute is settled by somebody else.");
      case RecordClosed _ ->
          conflict("meeting-closed", "The record is closed and changes by amendments only.");
      case RecordOpen _ -> conflict("meeting-not-closed", "Only a closed record is amended.");
      case ActionRefused(var why) -> ActionProblems.of(why);
      case RowsRefused refused -> of(refused);
      case IsCancelled _ -> conflict("meeting-cancelled", "This meeting was cancelled.");
      case HasTakenPlace(var on) ->
          conflict("meeting-has-taken-place", "This meeting has taken place.")
              .detail(
                  "Who was there or what came of it is recorded for " + on + ", or it is closed.");
      case MovedIntoThePast _ ->
          unprocessable("moved-into-the-past", "A meeting moves to a day that is to come.")
              .at("/on", "must be today or later");
    };
  }

  /**
   * Each row that does not hold, at its place in the request, with the problem it would be alone.
   */
  private static Problem of(RowsRefused refused) {
    Problem whole =
        unprocessable("record-refused", "Rows of the record do not hold; nothing was stored.")
            .detail(
                refused.rows().stream()
                    .map(row -> of(row.why()).slug())
                    .distinct()
                    .collect(Collectors.joining(", ")));
    for (var row : refused.rows()) {
      Problem alone = of(row.why());
      whole = whole.at(row.at(), alone.slug() + ": " + alone.title());
    }
    return whole;
  }
}
