package uk.onevoice.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
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

  /**
   * @param hours null where they are not known
   * @param closed null while the record is open
   */
  record Meeting(
      String meetingId,
      String placeId,
      String forum,
      LocalDate on,
      @Nullable String forumNow,
      @Nullable Hours hours,
      boolean cancelled,
      List<Item> items,
      List<Attendance> attendances,
      List<PartnerAttendance> partners,
      @Nullable Closed closed,
      List<AmendmentMade> amendments) {}

  /** As a clock in London shows it, such as 14:30. */
  record Hours(String start, String end) {}

  /**
   * @param title null once it has been erased
   * @param topicNow what it is called today by the list of the ICS; null where it is none of it
   * @param reach NOT_THERE, PRESENT, SPOKE or POSITION_PUT; null where nobody has said
   * @param mark NOT_CONSULTED or NOT_AGREED
   * @param sameWithoutUs YES, NO or UNSURE
   * @param helpedBy the organisations that helped
   */
  record Item(
      String itemId,
      @Nullable String title,
      String topic,
      @Nullable String topicNow,
      @Nullable String reach,
      @Nullable String position,
      @Nullable String mark,
      @Nullable String outcome,
      @Nullable Agreement agreement,
      @Nullable Assessment influence,
      @Nullable String sameWithoutUs,
      List<String> helpedBy) {}

  /**
   * @param evidence null where there is none, and once it was erased
   */
  record Assessment(
      String influence,
      String assessedBy,
      @Nullable String confirmedBy,
      boolean counts,
      @Nullable String evidence,
      boolean hasEvidence,
      @Nullable DisputeOpen dispute) {}

  record DisputeOpen(String disputedBy, @Nullable String reason) {}

  /**
   * That somebody agreed for general practice.
   *
   * @param standing COVERED, PROVISIONAL, RATIFIED or TAKEN_BACK
   * @param outside why what it cites does not cover it
   */
  record Agreement(
      String itemId,
      String standing,
      @Nullable String invocationId,
      @Nullable String mandateId,
      List<String> outside) {}

  /**
   * @param kind EXPECTED, PRESENT, VIRTUAL, SUBSTITUTE, APOLOGIES or IN_ATTENDANCE
   * @param unmandated why a delegate is stored as an observer; empty for everybody else
   */
  record Attendance(
      String personId,
      String capacity,
      String kind,
      @Nullable String mandateId,
      @Nullable String substituteForId,
      List<String> unmandated) {}

  record PartnerAttendance(
      String organisationId, @Nullable String name, @Nullable String personId, String kind) {}

  record Closed(LocalDate on, String closedBy) {}

  record AmendmentMade(
      LocalDate on,
      String amendedBy,
      @Nullable String reason,
      List<String> itemIds,
      boolean attendance) {}

  record ScheduleMeeting(
      String placeId, @Nullable String forum, @Nullable String forumId, LocalDate on) {}

  /**
   * @param concerns the organisations that it is about; null for none
   */
  record AddItem(
      String title,
      @Nullable String topic,
      @Nullable String topicId,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> concerns) {}

  record OfItem(String itemId) {}

  record Nothing() {}
}
