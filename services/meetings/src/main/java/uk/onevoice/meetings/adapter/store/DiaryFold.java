package uk.onevoice.meetings.adapter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;

/** What an event says of the diary's tables. Done twice, it leaves the same rows. */
final class DiaryFold {
  /** The events that say anything. */
  static final String[] TYPES = {
    "MeetingScheduled",
    "MeetingMoved",
    "MeetingCancelled",
    "PreparationTimeSaid",
    "AttendanceRecorded",
    "AttendanceExpected",
    "ApologiesGiven",
    "AttendanceTakenBack",
    "SeriesStarted",
    "SeriesEnded",
    "SeatAllocated",
    "SeatWithdrawn",
    "RepresentativeNominated",
    "NominationEnded",
    "NominationCorrected"
  };

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Connection connection;

  DiaryFold(Connection connection) {
    this.connection = connection;
  }

  static void forgetAll(Connection connection) throws SQLException {
    try (var forget = connection.createStatement()) {
      forget.executeUpdate(
          """
          delete from diary_series; delete from diary_meeting; delete from diary_present;
          delete from diary_seat; delete from diary_nomination; delete from diary_preparation;\
          """);
    }
  }

  /**
   * @param row type, payload and when it was recorded
   */
  void apply(ResultSet row) throws SQLException {
    JsonNode event = json(row.getString(2));
    var at = row.getObject(3, OffsetDateTime.class);
    switch (row.getString(1)) {
      case "MeetingScheduled" ->
          change(
              """
              insert into diary_meeting
                (meeting_id, place_id, forum, forum_id, series_id, "on", starts, ends, cancelled,
                 sequence, changed_at)
              values (?, ?, ?, ?, ?, ?, ?, ?, false, 0, ?) on conflict do nothing\
              """,
              uuid(event, "meetingId"),
              uuid(event, "placeId"),
              text(event, "forum"),
              uuid(event, "forumId"),
              uuid(event, "seriesId"),
              day(event, "on"),
              time(event, "start"),
              time(event, "end"),
              at);
      case "MeetingMoved" ->
          change(
              """
              update diary_meeting set "on" = ?, starts = ?, ends = ?, sequence = sequence + 1,
                changed_at = ?
              where meeting_id = ?\
              """,
              day(event, "on"),
              time(event, "start"),
              time(event, "end"),
              at,
              uuid(event, "meetingId"));
      case "MeetingCancelled" ->
          change(
              """
              update diary_meeting set cancelled = true, sequence = sequence + 1, changed_at = ?
              where meeting_id = ?\
              """,
              at,
              uuid(event, "meetingId"));
      case "PreparationTimeSaid" ->
          change(
              """
              insert into diary_preparation (meeting_id, person_id, minutes) values (?, ?, ?)
              on conflict (meeting_id, person_id) do update set minutes = excluded.minutes\
              """,
              uuid(event, "meetingId"),
              uuid(event, "personId"),
              event.path("minutes").asInt());
      case "AttendanceRecorded" ->
          change(
              """
              insert into diary_present (meeting_id, person_id, substitute_for) values (?, ?, ?)
              on conflict (person_id, meeting_id)
                do update set substitute_for = excluded.substitute_for\
              """,
              uuid(event, "meetingId"),
              uuid(event, "personId"),
              uuid(event, "substituteForId"));
      case "AttendanceExpected", "ApologiesGiven", "AttendanceTakenBack" ->
          change(
              "delete from diary_present where meeting_id = ? and person_id = ?",
              uuid(event, "meetingId"),
              uuid(event, "personId"));
      default -> ofSeries(row.getString(1), event);
    }
  }

  private void ofSeries(String type, JsonNode event) throws SQLException {
    switch (type) {
      case "SeriesStarted" ->
          change(
              """
              insert into diary_series (series_id, place_id, forum, forum_id) values (?, ?, ?, ?)
              on conflict do nothing\
              """,
              uuid(event, "seriesId"),
              uuid(event, "placeId"),
              text(event, "forum"),
              uuid(event, "forumId"));
      case "SeriesEnded" ->
          change(
              "update diary_series set \"end\" = ? where series_id = ?",
              day(event, "end"),
              uuid(event, "seriesId"));
      case "SeatAllocated" ->
          change(
              """
              insert into diary_seat (seat_id, series_id, label, body_id, "start")
              values (?, ?, ?, ?, ?) on conflict do nothing\
              """,
              uuid(event, "seatId"),
              uuid(event, "seriesId"),
              text(event, "label"),
              text(event, "bodyId"),
              day(event, "start"));
      case "SeatWithdrawn" ->
          change(
              "update diary_seat set \"end\" = ? where seat_id = ?",
              day(event, "end"),
              uuid(event, "seatId"));
      case "RepresentativeNominated" ->
          change(
              """
              insert into diary_nomination
                (nomination_id, seat_id, series_id, person_id, part, "start", "end")
              values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
              """,
              uuid(event, "nominationId"),
              uuid(event, "seatId"),
              uuid(event, "seriesId"),
              uuid(event, "personId"),
              text(event, "part"),
              day(event, "start"),
              day(event, "end"));
      case "NominationEnded" ->
          change(
              "update diary_nomination set \"end\" = ? where nomination_id = ?",
              day(event, "end"),
              uuid(event, "nominationId"));
      case "NominationCorrected" -> corrected(event);
      default -> throw new IllegalStateException(type + " says nothing of the diary");
    }
  }

  private void corrected(JsonNode event) throws SQLException {
    if (event.path("void").asBoolean()) {
      change("delete from diary_nomination where nomination_id = ?", uuid(event, "nominationId"));
      return;
    }
    change(
        """
        update diary_nomination set person_id = ?, part = ?, "start" = ?, "end" = ?
        where nomination_id = ?\
        """,
        uuid(event, "personId"),
        text(event, "part"),
        day(event, "start"),
        day(event, "end"),
        uuid(event, "nominationId"));
  }

  private void change(String statement, @Nullable Object... values) throws SQLException {
    try (PreparedStatement change = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] == null) {
          change.setNull(i + 1, Types.NULL);
        } else {
          change.setObject(i + 1, values[i]);
        }
      }
      change.executeUpdate();
    }
  }

  private static JsonNode json(String payload) {
    try {
      return JSON.readTree(payload);
    } catch (JsonProcessingException cause) {
      throw new EventStoreException("An event of the diary could not be read.", cause);
    }
  }

  private static @Nullable String text(JsonNode event, String name) {
    return event.path(name).isTextual() ? event.path(name).asText() : null;
  }

  private static @Nullable UUID uuid(JsonNode event, String name) {
    String text = text(event, name);
    return text == null ? null : UUID.fromString(text);
  }

  private static @Nullable LocalDate day(JsonNode event, String name) {
    String text = text(event, name);
    return text == null ? null : LocalDate.parse(text);
  }

  private static @Nullable LocalTime time(JsonNode event, String name) {
    String text = text(event.path("hours"), name);
    return text == null ? null : LocalTime.parse(text);
  }
}
