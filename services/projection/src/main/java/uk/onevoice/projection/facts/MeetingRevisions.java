package uk.onevoice.projection.facts;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.facts.FactValue.Attendance;
import uk.onevoice.projection.facts.FactValue.Item;
import uk.onevoice.projection.facts.FactValue.Meeting;

/** What the meetings service says: meetings, who was there, and what became of each item. */
final class MeetingRevisions {
  static final Set<String> TYPES =
      Set.of(
          "MeetingScheduled",
          "ItemAdded",
          "OutcomeRecorded",
          "InfluenceAssessed",
          "InfluenceConfirmed",
          "InfluenceDisputed",
          "DisputeSettled",
          "AttendanceRecorded",
          "AttendanceTakenBack");

  /**
   * What is no fact of a measure yet: who is expected or sent apologies, partners, how far general
   * practice got on an item, what was agreed for it, evidence, actions and minutes.
   */
  static final Set<String> IGNORES =
      Set.of(
          "BriefItemWritten",
          "PartnerExpected",
          "PartnerNotExpected",
          "BriefIssued",
          "BriefAcknowledged",
          "PreAlignmentRecorded",
          "PreAlignmentWithdrawn",
          "PreparationCompleted",
          "FeedbackDrafted",
          "FeedbackConfirmed",
          "FeedbackSent",
          "FeedbackRead",
          "FeedbackReplied",
          "AttendanceExpected",
          "ApologiesGiven",
          "PartnerAttendanceRecorded",
          "PartnerAttendanceTakenBack",
          "ReachRecorded",
          "PresenceMarked",
          "PresenceMarkTakenBack",
          "AgreementRecorded",
          "AgreementTakenBack",
          "EvidenceGiven",
          "CounterfactualAnswered",
          "MeetingCaptured",
          "ActionNoted",
          "MeetingClosed",
          "MeetingAmended",
          "ActionOpened",
          "ActionRedated",
          "ActionChased",
          "ActionClosed",
          "ActionReopened",
          "MinutesDrafted",
          "MinutesRevised",
          "MinutesApproved",
          "MinutesPublished",
          "MinutesCorrected");

  private MeetingRevisions() {}

  static List<Revision<?>> of(Payload event) {
    return switch (event.event().type()) {
      case "MeetingScheduled" -> List.of(scheduled(event));
      case "ItemAdded" -> List.of(itemAdded(event));
      case "OutcomeRecorded" -> {
        String outcome = event.text("outcome");
        yield List.of(item(event, item -> item.decided(outcome)));
      }
      case "InfluenceAssessed" -> {
        String code = event.text("influence");
        yield List.of(item(event, item -> item.assessed(code)));
      }
      case "InfluenceConfirmed" -> List.of(item(event, Item::confirmedBySomebodyElse));
      case "InfluenceDisputed" -> List.of(item(event, Item::disputed));
      case "DisputeSettled" -> {
        @Nullable String stands = event.optionalText("influence");
        boolean confirmed = event.flag("confirmed");
        yield List.of(item(event, item -> item.settled(stands, confirmed)));
      }
      case "AttendanceRecorded" -> List.of(attendance(event));
      case "AttendanceTakenBack" -> List.of(notThere(event));
      default -> throw new Unappliable(event.event(), "not an event of meetings");
    };
  }

  private static Revision<Meeting> scheduled(Payload event) {
    Meeting meeting = new Meeting(event.text("placeId"), event.text("forum"));
    Span valid = Span.from(event.date("on"));
    return new Revision<>(
        FactTable.MEETING,
        List.of(event.text("meetingId")),
        _ -> List.of(new Fact<>(valid, meeting)));
  }

  private static Revision<Item> itemAdded(Payload event) {
    Item added = new Item(null, null, false);
    return new Revision<>(FactTable.ITEM, key(event), _ -> List.of(new Fact<>(Span.ALWAYS, added)));
  }

  private static Revision<Item> item(Payload event, UnaryOperator<Item> change) {
    return new Revision<>(
        FactTable.ITEM,
        key(event),
        facts -> {
          if (facts.isEmpty()) {
            throw new Unappliable(event.event(), "the item was never added");
          }
          return List.of(new Fact<>(Span.ALWAYS, change.apply(facts.getLast().value())));
        });
  }

  private static List<String> key(Payload event) {
    return List.of(event.text("meetingId"), event.text("itemId"));
  }

  private static Revision<Attendance> attendance(Payload event) {
    Attendance attendance = new Attendance(event.text("capacity"));
    return new Revision<>(
        FactTable.ATTENDANCE,
        List.of(event.text("meetingId"), event.text("personId")),
        _ -> List.of(new Fact<>(Span.ALWAYS, attendance)));
  }

  private static Revision<Attendance> notThere(Payload event) {
    return new Revision<>(
        FactTable.ATTENDANCE,
        List.of(event.text("meetingId"), event.text("personId")),
        _ -> List.of());
  }
}
