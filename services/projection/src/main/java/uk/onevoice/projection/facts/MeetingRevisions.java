package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.facts.FactValue.Attendance;
import uk.onevoice.projection.facts.FactValue.Item;
import uk.onevoice.projection.facts.FactValue.Meeting;
import uk.onevoice.projection.facts.FactValue.PartnerAttendance;

/** What a meeting's stream says: when it is, who was there, and what became of each item. */
final class MeetingRevisions {
  static final Set<String> TYPES =
      Set.of(
          "MeetingScheduled",
          "MeetingMoved",
          "MeetingCancelled",
          "MeetingClosed",
          "ItemAdded",
          "ReachRecorded",
          "PositionPut",
          "OutcomeRecorded",
          "InfluenceAssessed",
          "InfluenceConfirmed",
          "InfluenceDisputed",
          "DisputeSettled",
          "AttendanceRecorded",
          "AttendanceExpected",
          "ApologiesGiven",
          "AttendanceTakenBack",
          "PartnerAttendanceRecorded",
          "PartnerAttendanceTakenBack");

  /**
   * What is no fact of a measure: what was agreed under which mandate, marks on presence, evidence
   * and answers in words, papers and guests, minutes, and which entries were made together.
   */
  static final Set<String> IGNORES =
      Set.of(
          "AgreementRecorded",
          "AgreementTakenBack",
          "PresenceMarked",
          "PresenceMarkTakenBack",
          "EvidenceGiven",
          "HelpNoted",
          "CounterfactualAnswered",
          "MeetingCaptured",
          "MeetingAmended",
          "ActionNoted",
          "MinutesDrafted",
          "MinutesRevised",
          "MinutesApproved",
          "MinutesPublished",
          "MinutesCorrected",
          "PaperFiled",
          "PaperWithdrawn",
          "OrganisationInvited",
          "OrganisationUninvited");

  private static final Set<String> WAS_THERE = Set.of("PRESENT", "VIRTUAL", "IN_ATTENDANCE");

  private MeetingRevisions() {}

  static List<Revision<?>> of(Payload event) {
    return List.of(
        switch (event.event().type()) {
          case "MeetingScheduled" -> scheduled(event);
          case "MeetingMoved" -> moved(event);
          case "MeetingCancelled" -> meeting(event, Meeting::calledOff);
          case "MeetingClosed" -> meeting(event, Meeting::recorded);
          case "ItemAdded" -> itemAdded(event);
          case "ReachRecorded" -> {
            String reach = event.text("reach");
            yield item(event, item -> item.reached(reach));
          }
          case "PositionPut" -> {
            String stance = event.text("stance");
            yield item(event, item -> item.put(stance));
          }
          case "OutcomeRecorded" -> {
            String outcome = event.text("outcome");
            yield item(event, item -> item.decided(outcome));
          }
          case "InfluenceAssessed" -> {
            String code = event.text("influence");
            yield item(event, item -> item.assessed(code));
          }
          case "InfluenceConfirmed" -> item(event, Item::confirmedBySomebodyElse);
          case "InfluenceDisputed" -> item(event, item -> item.disputed(true));
          case "DisputeSettled" ->
              event.flag("stands")
                  ? item(event, item -> item.disputed(false))
                  : item(event, item -> item.assessed(null));
          case "AttendanceRecorded" -> attendance(event);
          case "AttendanceExpected", "ApologiesGiven", "AttendanceTakenBack" ->
              new Revision<>(FactTable.ATTENDANCE, person(event), _ -> List.of());
          case "PartnerAttendanceRecorded" -> partner(event);
          case "PartnerAttendanceTakenBack" ->
              new Revision<>(FactTable.PARTNER_ATTENDANCE, partnerKey(event), _ -> List.of());
          default -> throw new Unappliable(event.event(), "not an event of a meeting");
        });
  }

  private static Revision<Meeting> scheduled(Payload event) {
    @Nullable Payload hours = event.optionalPart("hours");
    Meeting meeting =
        new Meeting(
                event.text("placeId"),
                event.text("forum"),
                event.optionalText("forumId"),
                event.optionalText("seriesId"),
                null,
                null,
                false,
                false)
            .at(
                hours == null ? null : hours.text("start"),
                hours == null ? null : hours.text("end"));
    Span valid = Span.from(event.date("on"));
    return new Revision<>(
        FactTable.MEETING,
        List.of(event.text("meetingId")),
        _ -> List.of(new Fact<>(valid, meeting)));
  }

  private static Revision<Meeting> moved(Payload event) {
    @Nullable Payload hours = event.optionalPart("hours");
    LocalDate on = event.date("on");
    @Nullable String start = hours == null ? null : hours.text("start");
    @Nullable String end = hours == null ? null : hours.text("end");
    return new Revision<>(
        FactTable.MEETING,
        List.of(event.text("meetingId")),
        facts -> List.of(new Fact<>(Span.from(on), known(event, facts).at(start, end))));
  }

  static Revision<Meeting> meeting(Payload event, UnaryOperator<Meeting> change) {
    return new Revision<>(
        FactTable.MEETING,
        List.of(event.text("meetingId")),
        facts -> {
          Meeting changed = change.apply(known(event, facts));
          return List.of(new Fact<>(facts.getLast().valid(), changed));
        });
  }

  private static Meeting known(Payload event, List<Fact<Meeting>> facts) {
    if (facts.isEmpty()) {
      throw new Unappliable(event.event(), "the meeting was never scheduled");
    }
    return facts.getLast().value();
  }

  private static Revision<Item> itemAdded(Payload event) {
    Item added = new Item(null, null, false, false, null, null);
    return new Revision<>(
        FactTable.ITEM, itemKey(event), _ -> List.of(new Fact<>(Span.ALWAYS, added)));
  }

  private static Revision<Item> item(Payload event, UnaryOperator<Item> change) {
    return new Revision<>(
        FactTable.ITEM,
        itemKey(event),
        facts -> {
          if (facts.isEmpty()) {
            throw new Unappliable(event.event(), "the item was never added");
          }
          return List.of(new Fact<>(Span.ALWAYS, change.apply(facts.getLast().value())));
        });
  }

  private static List<String> itemKey(Payload event) {
    return List.of(event.text("meetingId"), event.text("itemId"));
  }

  private static List<String> person(Payload event) {
    return List.of(event.text("meetingId"), event.text("personId"));
  }

  /** Entries of before have no kind: whoever was entered was there. */
  private static Revision<Attendance> attendance(Payload event) {
    Attendance attendance =
        new Attendance(
            event.text("capacity"),
            Objects.requireNonNullElse(event.optionalText("kind"), "PRESENT"),
            event.optionalText("mandateId"));
    return new Revision<>(
        FactTable.ATTENDANCE, person(event), _ -> List.of(new Fact<>(Span.ALWAYS, attendance)));
  }

  private static List<String> partnerKey(Payload event) {
    return List.of(
        event.text("meetingId"),
        event.text("organisationId"),
        Objects.requireNonNullElse(event.optionalText("personId"), ""));
  }

  private static Revision<PartnerAttendance> partner(Payload event) {
    List<Fact<PartnerAttendance>> facts =
        WAS_THERE.contains(event.text("kind"))
            ? List.of(new Fact<>(Span.ALWAYS, new PartnerAttendance()))
            : List.of();
    return new Revision<>(FactTable.PARTNER_ATTENDANCE, partnerKey(event), _ -> facts);
  }
}
