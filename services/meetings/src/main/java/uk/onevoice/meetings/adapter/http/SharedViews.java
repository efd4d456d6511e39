package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.adapter.http.AttendanceViews.PartnerAttended;
import uk.onevoice.meetings.adapter.store.Titles;
import uk.onevoice.meetings.domain.Agreement.Standing;
import uk.onevoice.meetings.domain.AttendanceKind;
import uk.onevoice.meetings.domain.Capacity;
import uk.onevoice.meetings.domain.Item;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.PartnerKind;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.Reach;
import uk.onevoice.meetings.domain.Topic;
import uk.onevoice.meetings.domain.mandate.KnownInvocation;
import uk.onevoice.service.command.ListedTopics;

/** A meeting as those read it who sat in it. */
@ApplicationScoped
class SharedViews {
  private final Titles titles;
  private final ListedTopics topics;
  private final AttendanceViews attendance;
  private final Mandates mandates;

  SharedViews(Titles titles, ListedTopics topics, AttendanceViews attendance, Mandates mandates) {
    this.titles = titles;
    this.topics = topics;
    this.attendance = attendance;
    this.mandates = mandates;
  }

  record SharedMeeting(
      MeetingId meetingId,
      Label forum,
      LocalDate on,
      List<SharedAttendance> generalPractice,
      List<PartnerAttended> partners,
      List<SharedItem> items) {}

  /**
   * @param forGeneralPractice whether they spoke under a mandate
   */
  record SharedAttendance(
      PersonId personId, Capacity capacity, AttendanceKind kind, boolean forGeneralPractice) {}

  /** What the presence of general practice on an item meant. */
  enum Presence {
    NOT_PRESENT,
    PRESENT,
    NOT_CONSULTED,
    NOT_AGREED
  }

  /**
   * @param title null when it has been erased or is restricted
   * @param agreedForGeneralPractice null where nobody agreed for it
   * @param attendanceLine the sentence to publish
   */
  record SharedItem(
      ItemId itemId,
      @Nullable Label title,
      Topic topic,
      @Nullable String topicNow,
      @Nullable Outcome outcome,
      Presence presence,
      @Nullable Standing agreedForGeneralPractice,
      String attendanceLine) {}

  SharedMeeting of(Scheduled meeting) {
    var named = titles.of(meeting.terms().meetingId());
    Map<UUID, KnownInvocation> invocations = mandates.invocations(meeting);
    return new SharedMeeting(
        meeting.terms().meetingId(),
        meeting.terms().forum(),
        meeting.terms().on(),
        attendance.of(meeting).stream()
            .filter(each -> each.kind() != AttendanceKind.EXPECTED)
            .map(each ->
                new SharedAttendance(
                    each.personId(), each.capacity(), each.kind(), each.mandateId() != null))
            .toList(),
        attendance.partners(meeting).stream()
            .filter(each -> each.kind() != PartnerKind.EXPECTED)
            // Who came for another partner is that partner's to say.
            .map(each -> new PartnerAttended(each.organisationId(), each.name(), null, each.kind()))
            .toList(),
        meeting.items().values().stream()
            .map(item -> item(meeting, item, named.get(item.titleRef()), invocations))
            .toList());
  }

  private SharedItem item(
      Scheduled meeting, Item item, @Nullable Label title, Map<UUID, KnownInvocation> invocations) {
    Presence presence = presence(meeting, item);
    @Nullable Standing agreed = MeetingViews.standing(item, invocations);
    return new SharedItem(
        item.itemId(),
        title,
        item.topic(),
        topics.labelNow(item.topicId()),
        item.result() instanceof Item.Decided decided ? decided.outcome() : null,
        presence,
        agreed,
        line(presence, agreed));
  }

  private static Presence presence(Scheduled meeting, Item item) {
    if (item.mark() != null) {
      return switch (item.mark()) {
        case NOT_CONSULTED -> Presence.NOT_CONSULTED;
        case NOT_AGREED -> Presence.NOT_AGREED;
      };
    }
    return meeting.wasAttended() && item.reach() != Reach.NOT_THERE
        ? Presence.PRESENT
        : Presence.NOT_PRESENT;
  }

  private static String line(Presence presence, @Nullable Standing agreed) {
    if (agreed != null) {
      return switch (agreed) {
        case COVERED, RATIFIED -> "General practice agreed.";
        case PROVISIONAL ->
            "General practice has not agreed yet: what was said for it is provisional until"
                + " practices ratify it.";
        case TAKEN_BACK -> "General practice did not agree: what was said for it was taken back.";
      };
    }
    return switch (presence) {
      case NOT_PRESENT -> "General practice was not present.";
      case PRESENT -> "General practice was present, which is no consent.";
      case NOT_CONSULTED -> "General practice was present and was not consulted.";
      case NOT_AGREED -> "General practice was present and did not agree.";
    };
  }
}
