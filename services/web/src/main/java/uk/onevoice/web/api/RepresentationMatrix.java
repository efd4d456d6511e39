package uk.onevoice.web.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/places/{id}/matrix}: all of it for general practice of the place (WHOLE), or what
 * an organisation outside is shown (SHARED). What belongs to one of them is null in the other.
 */
public record RepresentationMatrix(
    String view,
    String placeId,
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

  /** A board or group. */
  public record Forum(
      String label,
      String level,
      @Nullable String verdict,
      @Nullable List<Cell> cells,
      @Nullable Base base,
      @Nullable List<Seat> seats,
      @Nullable List<Holder> holders,
      @Nullable List<String> personIds,
      @Nullable List<CanAgree> canAgree,
      @Nullable Next next,
      @Nullable LocalDate nextOn) {}

  public record Next(String meetingId, LocalDate on) {}

  public record Cell(String column, String cell, @Nullable String was, @Nullable String change) {}

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

  public record Gap(
      String label,
      String action,
      String words,
      @Nullable String seriesId,
      @Nullable String meetingId) {}

  public record Partner(String organisationId, @Nullable String name, int forums) {}

  public record CanAgree(
      String topic, @Nullable String topicLabel, int granted, int practices, LocalDate until) {}
}
