package uk.onevoice.meetings.policy;

import java.util.List;
import uk.onevoice.kernel.PartnerEvent;
import uk.onevoice.kernel.PartnerEvent.Audience;
import uk.onevoice.meetings.domain.AttendanceEvent;
import uk.onevoice.meetings.domain.AttendanceEvent.PartnerAttendanceRecorded;
import uk.onevoice.meetings.domain.InfluenceEvent;
import uk.onevoice.meetings.domain.Item;
import uk.onevoice.meetings.domain.Item.Decided;
import uk.onevoice.meetings.domain.ItemEvent;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.Meeting;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingEvent;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.RecordEvent;

/**
 * What partners are told of meetings, and only those that were there; of series, papers, briefings,
 * minutes, actions and feedback, nothing. That somebody was not there after all, what general
 * practice meant to say and how far something came from it are never told.
 */
public final class PartnerLanguage {
  /** To raise when the same events would be told otherwise. */
  public static final int EDITION = 1;

  private PartnerLanguage() {}

  public static List<PartnerEvent> of(Meeting before, MeetingEvent event) {
    if (!(before instanceof Scheduled meeting)) {
      return List.of();
    }
    return switch (event) {
      case ItemEvent ofItem ->
          switch (ofItem) {
            case ItemEvent.OutcomeRecorded(_, var item, _) ->
                outcome(meeting, item, meeting.partnersThere());
            case ItemEvent.AgreementRecorded _,
                ItemEvent.AgreementTakenBack _,
                ItemEvent.PresenceMarked _,
                ItemEvent.PresenceMarkTakenBack _ ->
                isDecided(meeting, ofItem.itemId())
                    ? outcome(meeting, ofItem.itemId(), meeting.partnersThere())
                    : List.of();
            case ItemEvent.PositionPut _, ItemEvent.ReachRecorded _, ItemEvent.HelpNoted _ ->
                List.of();
          };
      case AttendanceEvent attendance ->
          switch (attendance) {
            case PartnerAttendanceRecorded(_, var organisation, _, var kind) ->
                kind.isPresence() && !meeting.wasThere(organisation)
                    ? outcomes(meeting, organisation)
                    : List.of();
            case AttendanceEvent.AttendanceRecorded _,
                AttendanceEvent.AttendanceExpected _,
                AttendanceEvent.ApologiesGiven _,
                AttendanceEvent.AttendanceTakenBack _,
                AttendanceEvent.PartnerAttendanceTakenBack _ ->
                List.of();
          };
      case MeetingEvent.MeetingScheduled _,
          MeetingEvent.MeetingMoved _,
          MeetingEvent.MeetingCancelled _,
          MeetingEvent.ItemAdded _,
          InfluenceEvent _,
          RecordEvent _ ->
          List.of();
    };
  }

  /**
   * All that was decided, for an organisation of which nobody knew that it was there. Items of one
   * topic lead to the same address: that is said once.
   */
  private static List<PartnerEvent> outcomes(Scheduled meeting, OrganisationId organisation) {
    return meeting.items().keySet().stream()
        .filter(item -> isDecided(meeting, item))
        .flatMap(item -> outcome(meeting, item, List.of(organisation)).stream())
        .distinct()
        .toList();
  }

  private static boolean isDecided(Scheduled meeting, ItemId id) {
    Item item = meeting.items().get(id);
    return item != null && item.result() instanceof Decided;
  }

  private static List<PartnerEvent> outcome(
      Scheduled meeting, ItemId id, List<OrganisationId> audience) {
    Item item = meeting.items().get(id);
    if (item == null || audience.isEmpty()) {
      return List.of();
    }
    String place = meeting.terms().placeId().value().toString();
    return List.of(
        new PartnerEvent(
            PartnerEvent.Type.MEETING_ITEM_OUTCOME_SHARED,
            place,
            "/v1/meetings/shared/" + meeting.terms().meetingId().value(),
            place,
            item.topicId() == null ? null : item.topicId().toString(),
            null,
            Audience.of(audience.stream().map(OrganisationId::value).toList())));
  }
}
