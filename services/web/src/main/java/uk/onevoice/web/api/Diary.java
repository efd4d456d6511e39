package uk.onevoice.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When forums meet, who sits there for general practice, and what is laid before them. */
public interface Diary {
  /** From when to when, as a clock in London shows it: 14:00. */
  record Hours(String start, String end) {}

  /**
   * A meeting in a list.
   *
   * @param forumNow what the forum is called today; null where it is none of the list of the ICS
   * @param hours null where they are not known
   */
  record Listed(
      String meetingId,
      String placeId,
      String forum,
      LocalDate on,
      @Nullable String forumId,
      @Nullable String forumNow,
      @Nullable Hours hours,
      @Nullable String seriesId,
      boolean cancelled) {
    public String called() {
      return forumNow == null ? forum : forumNow;
    }
  }

  record Listing(List<Listed> items, @Nullable String next) {}

  /**
   * A meeting in which general practice of a place meets an organisation.
   *
   * @param forumNow what the forum is called today; null for one of no list
   * @param there whether somebody of it was there
   * @param invited whether it is invited for items
   */
  record With(
      String meetingId,
      String forum,
      @Nullable String forumId,
      @Nullable String forumNow,
      LocalDate on,
      boolean there,
      boolean invited) {}

  record WithListing(List<With> items, @Nullable String next) {}

  /** A meeting at which the reader's organisation was. */
  record Shared(String meetingId, String forum, LocalDate on) {}

  record SharedListing(List<Shared> items, @Nullable String next) {}

  /**
   * @param rule a recurrence rule of RFC 5545
   * @param end the first day without it; null while it goes on
   */
  record SeriesTerms(
      String seriesId,
      String placeId,
      String forumId,
      String forum,
      @Nullable String forumNow,
      LocalDate first,
      String rule,
      Hours hours,
      @Nullable LocalDate end) {
    public String called() {
      return forumNow == null ? forum : forumNow;
    }
  }

  record SeriesListing(List<SeriesTerms> items, @Nullable String next) {}

  /**
   * One series.
   *
   * @param meetings today's and those to come, with those that are cancelled
   */
  record Series(
      String seriesId,
      String placeId,
      String forumId,
      String forum,
      @Nullable String forumNow,
      LocalDate first,
      String rule,
      Hours hours,
      @Nullable LocalDate end,
      String retention,
      @Nullable String terms,
      @Nullable String link,
      List<Seat> seats,
      List<Sitting> meetings) {
    public String called() {
      return forumNow == null ? forum : forumNow;
    }
  }

  /**
   * @param bodyId the body that nominates; null where that is not one
   * @param end the first day without it; null while it is there
   */
  record Seat(
      String seatId,
      String label,
      @Nullable String bodyId,
      LocalDate start,
      @Nullable LocalDate end,
      List<Nomination> nominations,
      Went lastYear) {
    public boolean isThere(LocalDate day) {
      return !day.isBefore(start) && (end == null || day.isBefore(end));
    }
  }

  /**
   * Who went, of who was named, in the last 365 days.
   *
   * @param meetings of which anybody knows who was there
   * @param unplanned somebody who came for the nominee and had not been named
   */
  record Went(int meetings, int nominee, int substitute, int unplanned, int nobody) {}

  /**
   * @param part NOMINEE or SUBSTITUTE
   * @param end the first day after the last; null while open
   */
  record Nomination(
      String nominationId, String personId, String part, LocalDate start, @Nullable LocalDate end) {
    public boolean holds(LocalDate day) {
      return !day.isBefore(start) && (end == null || day.isBefore(end));
    }

    public boolean substitute() {
      return part.equals("SUBSTITUTE");
    }
  }

  /** A meeting of a series. */
  record Sitting(
      String meetingId, LocalDate on, @Nullable Hours hours, boolean cancelled, boolean moved) {}

  /**
   * @param why NOBODY_NOMINATED or NOBODY_CAME
   * @param lastPresent null for never
   */
  record EmptyChair(
      String seriesId,
      String seatId,
      String forum,
      @Nullable String forumNow,
      String label,
      @Nullable String bodyId,
      String why,
      @Nullable LocalDate lastPresent) {}

  record EmptyChairs(List<EmptyChair> items, @Nullable String next) {}

  record StartSeries(
      String placeId,
      String forumId,
      LocalDate first,
      String rule,
      Hours hours,
      String retention,
      @Nullable String terms,
      @Nullable String link) {}

  record NewTerms(String retention, @Nullable String terms, @Nullable String link) {}

  record Reschedule(@Nullable LocalDate from, LocalDate first, String rule, Hours hours) {}

  /** A day of a series, to leave out or to meet on as well. */
  record OneDay(LocalDate on) {}

  /** The first day without. */
  record End(LocalDate end) {}

  record NewSeat(String label, @Nullable String bodyId, LocalDate start) {}

  record Nominate(String personId, String part, LocalDate start, @Nullable LocalDate end) {}

  /** A nomination as it should have been entered, whole. */
  record NominationAsItShouldBe(
      String personId, String part, LocalDate start, @Nullable LocalDate end) {}

  record Move(LocalDate on, @Nullable Hours hours, @Nullable String reason) {}

  record Why(@Nullable String reason) {}

  /** What became of a meeting's day; {@code on} is null once it was cancelled. */
  record Change(
      String what,
      @Nullable LocalDate on,
      @Nullable Hours hours,
      @Nullable String reason,
      boolean withSeries,
      Instant at) {}

  record Changes(List<Change> items, @Nullable String next) {}

  /**
   * @param itemId null where it is for the whole meeting
   * @param fileName null once it has been erased
   */
  record Paper(
      String paperId,
      @Nullable String itemId,
      @Nullable String fileName,
      String mediaType,
      long bytes,
      boolean forGuests,
      boolean withdrawn,
      boolean there) {}

  record Papers(List<Paper> items, @Nullable String next) {}

  record Invited(
      String invitationId,
      String organisationId,
      @Nullable String organisationName,
      List<String> itemIds,
      boolean withdrawn) {}

  record Invitations(List<Invited> items, @Nullable String next) {}

  record Invite(String organisationId, List<String> itemIds) {}

  /** What an invited organisation sees of a meeting. */
  record Shown(
      String meetingId,
      String forum,
      LocalDate on,
      @Nullable Hours hours,
      boolean cancelled,
      List<ShownItem> items) {}

  record ShownItem(
      String itemId, @Nullable String title, String topic, @Nullable String topicNow) {}

  record Interest(
      String itemId,
      String personId,
      String organisationId,
      String kind,
      LocalDate start,
      @Nullable LocalDate end) {}

  record Interests(List<Interest> items, @Nullable String next) {}

  record Load(String personId, List<Week> weeks, List<Clash> clashes) {}

  record Loads(List<Load> items, @Nullable String next) {}

  /** What the seats of one body take of its people. */
  record LoadOfBody(
      String bodyId,
      @Nullable String name,
      int people,
      int attendances,
      int withoutHours,
      double hours,
      double preparationHours) {}

  record LoadsOfBodies(List<LoadOfBody> items, @Nullable String next) {}

  /**
   * A week; {@code hours} are those of the meetings whose hours are known.
   *
   * @param preparationHours what the person has said they prepare for them
   */
  record Week(
      LocalDate monday, int meetings, int withoutHours, double hours, double preparationHours) {
    public double all() {
      return hours + preparationHours;
    }
  }

  record Clash(LocalDate on, List<String> meetingIds) {}

  record Calendar(
      String calendarId,
      String of,
      @Nullable String id,
      Instant madeAt,
      @Nullable Instant revokedAt,
      @Nullable Instant readAt) {}

  record Calendars(List<Calendar> items, @Nullable String next) {}

  record NewCalendar(String of, @Nullable String id, @Nullable String placeId) {}

  record Mail(@Nullable String address, boolean confirmed) {}

  record MailAddress(String address) {}

  record MailCode(String code) {}
}
