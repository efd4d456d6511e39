package uk.onevoice.projection.matrix;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.IcsFootprint;

/** A matrix as one audience sees it. */
sealed interface Matrix {

  /**
   * All of it, for general practice of the place, or of each place of the ICS.
   *
   * @param view WHOLE
   * @param placeId null where it is that of an ICS
   * @param footprint with which area the ICS is told; null where it is that of a place
   * @param from the first day of the period; asOf is the last
   * @param since the day that it is compared with; null where it is with none
   * @param forums by level and name
   * @param gaps those with most weight first, at most one of each forum
   * @param partners organisations that share a forum, and would be shown something
   */
  record Whole(
      String view,
      @Nullable String placeId,
      String name,
      String icsOdsCode,
      @Nullable IcsFootprint footprint,
      LocalDate asOf,
      Instant knownAt,
      String period,
      LocalDate from,
      @Nullable LocalDate since,
      List<Forum> forums,
      List<Gap> gaps,
      List<Partner> partners)
      implements Matrix {}

  /**
   * A forum: a row.
   *
   * @param forum stays the same from answer to answer: the id of the ICS's list, or what stands for
   *     one that is in no list
   * @param forumId null where it is in no list
   * @param verdict on general practice as a whole, in words
   * @param cells in the order of {@link Column}, the first of general practice as a whole
   * @param bodies each body of a part that has a seat there or somebody was there for, by column
   *     and name; not the ICB
   * @param next null where no meeting is planned
   */
  record Forum(
      String forum,
      @Nullable String forumId,
      String label,
      Level level,
      String verdict,
      List<Cell> cells,
      List<Body> bodies,
      Base base,
      @Nullable Next next,
      List<Seat> seats,
      List<Holder> holders) {
    Cell whole() {
      return cells.getFirst();
    }
  }

  /**
   * @param was the step on the day that it is compared with, where that was another one
   * @param change UP or DOWN since; null where it is the same, or where nobody can say
   */
  record Cell(Column column, Step cell, @Nullable Step was, @Nullable String change) {}

  /**
   * How far one body of a part gets.
   *
   * @param name null where the registry knows none
   * @param attended meetings at which somebody was for it, within the period
   */
  record Body(
      String bodyId, @Nullable String name, Column column, Step cell, int seats, int attended) {}

  /**
   * What the verdict is based on, all within the period.
   *
   * @param meetings that took place
   * @param unrecorded of them those of which nothing is written down
   * @param attended of them those at which somebody of general practice was
   * @param observed of these those at which they only observed
   * @param mandated of these those at which somebody spoke under a mandate then in force
   * @param mandateRanOut since when none of these mandates is in force; null where one is, or none
   *     was
   * @param emptySince since when nobody sits in any of the seats; null where somebody does, or
   *     there is none
   * @param lastMeeting null where none took place
   * @param decided items with an outcome, whoever was there; those that are not about general
   *     practice are left out
   * @param items of them those for which somebody was there
   * @param put items on which a position was put
   * @param assessed of the items those assessed, without those agreed beforehand
   * @param aligned of the items those that were agreed beforehand
   * @param changed of those assessed, those changed or partly changed, once a second person
   *     confirmed it
   */
  record Base(
      int meetings,
      int unrecorded,
      int attended,
      int observed,
      int mandated,
      @Nullable LocalDate mandateRanOut,
      @Nullable LocalDate emptySince,
      @Nullable LocalDate lastMeeting,
      int decided,
      int items,
      int put,
      int assessed,
      int aligned,
      int changed) {}

  /** The next meeting after asOf. */
  record Next(String meetingId, LocalDate on) {}

  /**
   * A seat of general practice.
   *
   * @param bodyId who nominates; null where that is no body
   * @param column null where it is that of no part of general practice
   * @param emptySince since when nobody sits there; null where somebody does
   */
  record Seat(
      String seatId,
      String seriesId,
      String label,
      @Nullable String bodyId,
      @Nullable Column column,
      List<String> personIds,
      @Nullable LocalDate emptySince) {}

  /**
   * Who sits there.
   *
   * @param capacity as what they were there last, within the period; null where that is not written
   *     down
   */
  record Holder(String personId, @Nullable String capacity) {}

  /**
   * @param action what to do
   * @param words what is wrong
   * @param column of the part whose seat is empty; else null
   * @param seriesId of the seat that is empty or given up, or where one is asked for; null where
   *     there is no series
   * @param meetingId of the meeting to write down; else null
   */
  record Gap(
      String forum,
      String label,
      Action action,
      String words,
      @Nullable Column column,
      @Nullable String seriesId,
      @Nullable String meetingId) {}

  /** What can be done about a gap. */
  enum Action {
    FILL_SEAT,
    SEEK_SEAT,
    SEEK_MANDATE,
    STOP_ATTENDING,
    BRIEF_HOLDER,
    RECORD_MEETING
  }

  /**
   * @param name null where the registry knows none
   */
  record Partner(String organisationId, @Nullable String name, int forums) {}

  /**
   * What an organisation outside general practice of the place or ICS sees: the forums it shares,
   * who goes there, and what they can agree.
   *
   * @param view SHARED
   * @param placeId null where it is that of an ICS
   * @param footprint with which area the ICS is told; null where it is that of a place
   * @param asOf put back to Monday, and knownAt to Monday 06:00 Europe/London
   * @param organisationIds whose view it is
   */
  record Shared(
      String view,
      @Nullable String placeId,
      String name,
      String icsOdsCode,
      @Nullable IcsFootprint footprint,
      LocalDate asOf,
      Instant knownAt,
      List<String> organisationIds,
      List<SharedForum> forums)
      implements Matrix {}

  /**
   * @param forumId null where it is in no list
   * @param nextOn the day of the next meeting; null where none is planned
   */
  record SharedForum(
      String forum,
      @Nullable String forumId,
      String label,
      Level level,
      List<String> personIds,
      List<CanAgree> canAgree,
      @Nullable LocalDate nextOn) {}

  /**
   * A topic on which who goes there can agree for practices.
   *
   * @param topicId null where the topic is in no list
   * @param until the last day
   */
  record CanAgree(
      @Nullable String topicId,
      String topic,
      @Nullable String topicLabel,
      int granted,
      int practices,
      LocalDate until) {}
}
