package uk.onevoice.projection.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The traps of the source readings: what looks like influence or preparation and is none. */
class MeetingTrapsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);
  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
  private static final Instant KNOWN = Instant.parse("2027-01-01T00:00:00Z");
  private static FactDatabase database;

  private Story story = new Story(Instant.parse("2026-05-01T09:00:00Z"));

  @BeforeAll
  static void start() throws SQLException {
    database = FactDatabase.create();
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
  }

  @BeforeEach
  void meet() throws SQLException {
    database.clear();
    story = new Story(Instant.parse("2026-05-01T09:00:00Z"));
    ofMeeting(
        "MeetingScheduled",
        "placeId",
        "valley",
        "forum",
        "Board",
        "on",
        DAY,
        "hours",
        Map.of("start", "14:00", "end", "16:00"));
    ofItem("ItemAdded", "topic", "urgent-care");
  }

  @Test
  void attendance_without_influence_is_listed_and_is_no_influence() throws SQLException {
    attended();
    ofItem("OutcomeRecorded", "outcome", "AGREED");
    ofItem("InfluenceAssessed", "influence", "NONE", "assessedBy", "nadia");
    assertThat(influence()).containsExactly("true|NONE|1");
  }

  @Test
  void a_claim_that_nobody_else_confirms_is_not_counted() throws SQLException {
    attended();
    ofItem("OutcomeRecorded", "outcome", "AGREED");
    ofItem("InfluenceAssessed", "influence", "CHANGED", "assessedBy", "nadia");
    assertThat(influence()).containsExactly("true|UNCONFIRMED|1");
  }

  @ParameterizedTest(name = "settled, and it stands: {0}")
  @CsvSource({"true, CHANGED", "false, NOT_ASSESSED"})
  void what_is_disputed_is_not_counted_until_that_is_settled(boolean stands, String code)
      throws SQLException {
    attended();
    ofItem("OutcomeRecorded", "outcome", "AGREED");
    ofItem("InfluenceAssessed", "influence", "CHANGED", "assessedBy", "nadia");
    ofItem("InfluenceConfirmed", "confirmedBy", "owen");
    ofItem("InfluenceDisputed", "disputedBy", "tamsin");
    assertThat(influence()).containsExactly("true|DISPUTED|1");
    ofItem("DisputeSettled", "stands", stands);
    assertThat(influence()).containsExactly("true|" + code + "|1");
  }

  @Test
  void whoever_was_out_of_the_room_was_not_there() throws SQLException {
    attended();
    ofItem("ReachRecorded", "reach", "NOT_THERE");
    ofItem("OutcomeRecorded", "outcome", "AGREED");
    assertThat(influence()).containsExactly("false|NOT_ASSESSED|1");
  }

  @Test
  void an_attendance_that_was_wrong_is_none_and_a_cancelled_meeting_none_at_all()
      throws SQLException {
    attended();
    ofItem("OutcomeRecorded", "outcome", "AGREED");
    ofMeeting("AttendanceTakenBack", "personId", "nadia");
    assertThat(influence()).containsExactly("false|NOT_ASSESSED|1");
    ofMeeting("MeetingCancelled");
    assertThat(influence()).isEmpty();
  }

  @ParameterizedTest(name = "talked on {0}, recorded at {1}, agreed {2}: {3}")
  @CsvSource({
    "2026-05-10, 2026-05-12T12:59:59Z, true, PRE_ALIGNED",
    // The meeting begins at 14:00 in London, which is 13:00 UTC in summer.
    "2026-05-10, 2026-05-12T13:00:00Z, true, UNKNOWN",
    "2026-03-31, 2026-05-01T09:00:00Z, true, PRE_ALIGNED",
    "2026-03-30, 2026-05-01T09:00:00Z, true, UNKNOWN",
    "2026-05-10, 2026-05-11T09:00:00Z, false, COLD"
  })
  void what_was_recorded_late_or_talked_about_long_before_does_not_count(
      LocalDate on, String recordedAt, boolean agreed, String kind) throws SQLException {
    attended();
    talked(on, recordedAt, agreed);
    assertThat(kinds()).contains(kind + "|1|0|0");
  }

  @Test
  void without_a_record_nobody_knows_until_all_preparation_is_recorded_and_the_meeting_closed()
      throws SQLException {
    attended();
    assertThat(kinds()).contains("UNKNOWN|1|0|0");
    story.say("meetings", "briefing-m", "PreparationCompleted", "meetingId", "m");
    assertThat(kinds()).contains("UNKNOWN|1|0|0");
    ofMeeting("MeetingClosed", "closedBy", "nadia", "on", DAY);
    assertThat(kinds()).contains("COLD|1|0|0");
  }

  @ParameterizedTest(name = "told on {0}, as of {1}")
  @CsvSource({
    "2026-05-19, 2026-05-20, 1|1|0",
    "2026-05-20, 2026-05-20, 1|0|0",
    "2026-05-19, 2026-05-19, 0|0|1",
    ", 2026-05-20, 1|0|0"
  })
  void practices_hear_within_the_mandates_own_days(
      @Nullable LocalDate told, LocalDate asOf, String figures) throws SQLException {
    story.say(
        "mandates",
        "mandate-w",
        "MandateOpened",
        "mandateId",
        "w",
        "version",
        1,
        "placeId",
        "valley",
        "start",
        DAY.minusDays(30),
        "end",
        DAY.plusDays(300),
        "terms",
        Map.of(
            "topics", List.of(Map.of("topic", "urgent-care")),
            "holder", Map.of("organisationId", "fed", "label", "Chair"),
            "reportBackDays", 7));
    story.say(
        "mandates",
        "mandate-w",
        "MandateActivated",
        "mandateId",
        "w",
        "version",
        1,
        "on",
        DAY.minusDays(30));
    ofMeeting("AttendanceRecorded", "personId", "nadia", "capacity", "DELEGATE", "mandateId", "w");
    ofItem("OutcomeRecorded", "outcome", "AGREED");
    if (told != null) {
      story.say(
          "meetings",
          "feedback-m",
          "FeedbackSent",
          "meetingId",
          "m",
          "mandateId",
          "w",
          "placeId",
          "valley",
          "version",
          1,
          "practices",
          List.of("A", "B"),
          "dueOn",
          DAY.plusDays(7),
          "on",
          told);
    }
    hear();
    assertThat(
            database.rows(
                "select due, told_in_time, not_yet_due from loop_closure('valley', ?, ?)",
                asOf,
                KNOWN))
        .containsExactly(figures);
  }

  @Test
  void whoever_is_entered_under_two_records_is_one_person_in_each_measure() throws SQLException {
    seatOf("nadia");
    sessions("nadia", 0);
    wentTo("nadia again", "SUBSTITUTE");
    assertThat(measured("attendance_spread")).contains("null|1|1|1|1|1|1|1|0");
    assertThat(measured("seat_use")).containsExactly("seat|s|Board|Seat|null|true|1|0");
    assertThat(measured("meeting_load")).containsExactly("1|60|0|0|1");
    merged("PersonMerged", "into");
    assertThat(measured("seat_use")).containsExactly("seat|s|Board|Seat|null|true|1|1");
    assertThat(measured("meeting_load"))
        .as("paid for no time at all")
        .containsExactly("1|60|0|1|0");
    wentTo("nadia", "PRESENT");
    assertThat(measured("attendance_spread"))
        .as("there once, and for herself")
        .contains("null|1|1|1|1|1|1|0|0");
    sessions("nadia again", 1);
    assertThat(measured("meeting_load")).as("paid under both").containsExactly("1|60|0|0|0");
    merged("PersonMergeUndone", "from");
    assertThat(measured("attendance_spread")).contains("null|1|1|2|2|2|1|1|0");
    assertThat(measured("meeting_load")).containsExactly("2|120|0|1|0");
  }

  private List<String> measured(String measure) throws SQLException {
    hear();
    return database.rows("select * from " + measure + "('valley', ?, ?)", AS_OF, KNOWN);
  }

  private void merged(String type, String other) {
    story.say(
        "organisations", "person-nadia again", type, "personId", "nadia again", other, "nadia");
  }

  private void wentTo(String person, String kind) {
    story.say(
        "meetings",
        "meeting-n",
        "AttendanceRecorded",
        "meetingId",
        "n",
        "personId",
        person,
        "capacity",
        "DELEGATE",
        "kind",
        kind);
  }

  /** A seat of a series, which met this month for an hour. */
  private void seatOf(String nominee) {
    story.say(
        "meetings",
        "meeting-n",
        "MeetingScheduled",
        "meetingId",
        "n",
        "placeId",
        "valley",
        "forum",
        "Board",
        "seriesId",
        "s",
        "on",
        AS_OF.minusDays(5),
        "hours",
        Map.of("start", "14:00", "end", "15:00"));
    String[] series = {"meetings", "series-s"};
    story.say(
        series[0],
        series[1],
        "SeriesStarted",
        "seriesId",
        "s",
        "placeId",
        "valley",
        "forumId",
        "f",
        "forum",
        "Board",
        "first",
        DAY.minusDays(60));
    story.say(
        series[0],
        series[1],
        "SeatAllocated",
        "seriesId",
        "s",
        "seatId",
        "seat",
        "label",
        "Seat",
        "start",
        DAY.minusDays(60));
    story.say(
        series[0],
        series[1],
        "RepresentativeNominated",
        "seriesId",
        "s",
        "seatId",
        "seat",
        "nominationId",
        "n",
        "personId",
        nominee,
        "part",
        "NOMINEE",
        "start",
        DAY.minusDays(60));
  }

  private void sessions(String person, int perWeek) {
    story.say(
        "organisations",
        "person-" + person,
        "SessionsSet",
        "roleHoldingId",
        "role-" + person,
        "personId",
        person,
        "from",
        DAY.minusDays(60),
        "sessionsPerWeek",
        perWeek,
        "protectedHours",
        1);
  }

  private void attended() {
    ofMeeting("AttendanceRecorded", "personId", "nadia", "capacity", "OBSERVER");
  }

  private void talked(LocalDate on, String recordedAt, boolean agreed) {
    story.later(Duration.ofMinutes(1));
    story.say(
        "meetings",
        "briefing-m",
        "PreAlignmentRecorded",
        "meetingId",
        "m",
        "itemId",
        "i",
        "preAlignmentId",
        "p",
        "organisationId",
        "RT1",
        "on",
        on,
        "agreed",
        agreed,
        "recordedAt",
        recordedAt);
  }

  private List<String> influence() throws SQLException {
    hear();
    return database.rows("select * from influence('valley', ?, ?)", AS_OF, KNOWN);
  }

  private List<String> kinds() throws SQLException {
    hear();
    return database.rows("select * from pre_alignment('valley', ?, ?)", AS_OF, KNOWN);
  }

  /** All of it, as often as it is asked: what was heard before changes nothing. */
  private void hear() throws SQLException {
    database.apply(story.events());
  }

  private void ofMeeting(String type, Object... fields) {
    Object[] all = new Object[fields.length + 2];
    all[0] = "meetingId";
    all[1] = "m";
    System.arraycopy(fields, 0, all, 2, fields.length);
    story.say("meetings", "meeting-m", type, all);
  }

  private void ofItem(String type, Object... fields) {
    Object[] all = new Object[fields.length + 2];
    all[0] = "itemId";
    all[1] = "i";
    System.arraycopy(fields, 0, all, 2, fields.length);
    ofMeeting(type, all);
  }
}
