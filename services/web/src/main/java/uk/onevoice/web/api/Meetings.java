package uk.onevoice.web.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the meetings service answers. */
public interface Meetings {
  /**
   * @param forumNow what it is called today by the list of the ICS; null where it is none of it
   */
  record Terms(
      String meetingId, String placeId, String forum, LocalDate on, @Nullable String forumNow) {}

  record Listing(List<Terms> items, @Nullable String next) {}

  record Meeting(
      String meetingId,
      String placeId,
      String forum,
      LocalDate on,
      @Nullable String forumNow,
      List<Item> items,
      List<Attendance> attendances) {}

  /**
   * @param title null once it has been erased
   * @param topicNow what it is called today by the list of the ICS; null where it is none of it
   */
  record Item(
      String itemId,
      @Nullable String title,
      String topic,
      @Nullable String topicNow,
      @Nullable String position,
      @Nullable String outcome,
      @Nullable Assessment influence) {}

  record Assessment(
      String influence, String assessedBy, @Nullable String confirmedBy, boolean counts) {}

  record Attendance(String personId, String capacity) {}

  record ScheduleMeeting(
      String placeId, @Nullable String forum, @Nullable String forumId, LocalDate on) {}

  record AddItem(String title, @Nullable String topic, @Nullable String topicId) {}

  record Position(String itemId, String stance) {}

  record Outcome(String itemId, String outcome, @Nullable String influence) {}

  record Confirmation(String itemId) {}
}
