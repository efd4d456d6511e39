package uk.onevoice.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told to the meetings service about a meeting that was held. What is null is not sent. */
public interface MeetingRecords {
  /**
   * A whole meeting, or what to amend in a closed one.
   *
   * @param recordId made where the form was made; the same again changes nothing
   * @param reason with an amendment only
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Whole(
      String recordId,
      @Nullable String reason,
      @Nullable List<WhoWasThere> attendances,
      @Nullable List<OfItem> items) {}

  /**
   * @param reach NOT_THERE, PRESENT or SPOKE; a position put is the furthest and is said by itself
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfItem(
      String itemId,
      @Nullable String reach,
      @Nullable String position,
      @Nullable String mark,
      @Nullable String outcome,
      @Nullable Boolean agreedForGeneralPractice,
      @Nullable String invocationId,
      @Nullable String influence,
      @Nullable String evidence,
      @Nullable String sameWithoutUs,
      @Nullable List<String> helpedBy,
      @Nullable List<ActionOfItem> actions) {}

  record ActionOfItem(String ownerId, String what, LocalDate due) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WhoWasThere(
      String personId,
      String capacity,
      String kind,
      @Nullable String mandateId,
      @Nullable String substituteForId) {}

  record Person(String personId) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Partner(String organisationId, @Nullable String personId, @Nullable String kind) {}

  record Mark(String itemId, String mark) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Agreed(String itemId, @Nullable String invocationId) {}

  record Dispute(String itemId, String reason) {}

  record Settling(String itemId, boolean stands) {}

  record Influence(String itemId, String influence, String evidence) {}

  record Actions(List<Action> items, @Nullable String next) {}

  /**
   * @param state OPEN or CLOSED
   */
  record Action(
      String actionId,
      @Nullable String itemId,
      String ownerId,
      @Nullable String ownerName,
      @Nullable String what,
      LocalDate due,
      String state,
      boolean overdue) {}

  record Text(String text) {}

  /**
   * @param state DRAFT, APPROVED or PUBLISHED
   * @param text null once it was erased
   */
  record Minutes(
      String state,
      @Nullable String text,
      String draftedBy,
      LocalDate draftedOn,
      @Nullable String approvedBy,
      @Nullable LocalDate approvedOn,
      @Nullable LocalDate publishedOn,
      List<Correction> corrections) {}

  record Correction(@Nullable String text, String correctedBy, LocalDate on) {}

  /** What an organisation that was there may read. */
  record Shared(
      String meetingId,
      String forum,
      LocalDate on,
      List<SharedAttendance> generalPractice,
      List<Meetings.PartnerAttendance> partners,
      List<SharedItem> items) {}

  record SharedAttendance(
      String personId, String capacity, String kind, boolean forGeneralPractice) {}

  /**
   * @param agreedForGeneralPractice as by {@link Meetings.Agreement}; null where nobody agreed
   * @param attendanceLine the sentence to publish about general practice on this item
   */
  record SharedItem(
      String itemId,
      @Nullable String title,
      String topic,
      @Nullable String topicNow,
      @Nullable String outcome,
      @Nullable String agreedForGeneralPractice,
      String attendanceLine) {}

  /** What an organisation that is invited for some items may read. */
  record Invited(
      String meetingId, String forum, LocalDate on, boolean cancelled, List<InvitedItem> items) {}

  record InvitedItem(
      String itemId, @Nullable String title, String topic, @Nullable String topicNow) {}

  record Papers(List<Paper> items, @Nullable String next) {}

  /**
   * @param itemId null where it is for the whole meeting
   * @param fileName null once it has been erased
   * @param there whether its content is kept
   */
  record Paper(
      String paperId,
      @Nullable String itemId,
      @Nullable String fileName,
      String mediaType,
      long bytes,
      boolean withdrawn,
      boolean there) {}

  record Interests(List<Interest> items, @Nullable String next) {}

  record Interest(String itemId, String personId, String organisationId, String kind) {}
}
