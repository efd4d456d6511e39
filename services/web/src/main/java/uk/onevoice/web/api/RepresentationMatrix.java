package uk.onevoice.web.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/places/{id}/matrix}, and that of an ICS: all of it for general practice there
 * (WHOLE), or what an organisation outside is shown (SHARED). What belongs to one of them is null
 * in the other.
 *
 * @param placeId null where it is that of an ICS
 */
public record RepresentationMatrix(
    String view,
    @Nullable String placeId,
    String name,
    String icsOdsCode,
    LocalDate asOf,
    @Nullable LocalDate from,
    @Nullable LocalDate since,
    List<Forum> forums,
    @Nullable List<Gap> gaps,
    @Nullable List<Partner> partners,
    @Nullable List<String> organisationIds) {

  public boolean whole() {
    return view.equals("WHOLE");
  }

  /**
   * A board or group.
   *
   * @param forum stays the same from answer to answer
   * @param forumId null where it is in no list
   */
  public record Forum(
      String forum,
      @Nullable String forumId,
      String label,
      String level,
      @Nullable String verdict,
      @Nullable List<Cell> cells,
      @Nullable List<Body> bodies,
      @Nullable Base base,
      @Nullable List<Seat> seats,
      @Nullable List<Holder> holders,
      @Nullable List<String> personIds,
      @Nullable List<CanAgree> canAgree,
      @Nullable Next next,
      @Nullable LocalDate nextOn) {}

  public record Next(String meetingId, LocalDate on) {}

  public record Cell(String column, String cell, @Nullable String was, @Nullable String change) {}

  /**
   * How far one body of a part gets.
   *
   * @param attended meetings at which somebody was for it
   */
  public record Body(
      String bodyId, @Nullable String name, String column, String cell, int seats, int attended) {}

  /** What the verdict is based on. */
  public record Base(
      int meetings,
      int unrecorded,
      int attended,
      @Nullable LocalDate lastMeeting,
      int decided,
      int items,
      int put,
      int assessed,
      int aligned,
      int changed) {}

  public record Seat(String seatId, String seriesId, String label) {}

  public record Holder(String personId, @Nullable String capacity) {}

  /**
   * @param column of the part whose seat is empty; null for general practice as a whole
   */
  public record Gap(
      String forum,
      String label,
      String action,
      String words,
      @Nullable String column,
      @Nullable String seriesId,
      @Nullable String meetingId) {}

  public record Partner(String organisationId, @Nullable String name, int forums) {}

  public record CanAgree(
      String topic, @Nullable String topicLabel, int granted, int practices, LocalDate until) {}
}
