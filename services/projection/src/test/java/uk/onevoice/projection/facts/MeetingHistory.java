package uk.onevoice.projection.facts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Whole meetings told into a random history: series with seats and nominations, meetings that move
 * and are cancelled, people and partners who were there or not, items from talk beforehand to
 * outcome and dispute, notes to practices, actions, and what roles are given of a week.
 */
final class MeetingHistory {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final List<String> PEOPLE =
      List.of("person-0", "person-1", "person-2", "person-3", "person-4");

  private final Story story;
  private final Random random;
  private final List<String> partners;
  private final List<String> practices;
  private final LocalDate dayOne;
  private int ids;
  private int meetingsOfASeries = 7;

  /**
   * @param mandates by place
   */
  private final Map<String, List<String>> mandates;

  MeetingHistory(
      Story story,
      Random random,
      LocalDate dayOne,
      List<String> partners,
      List<String> practices,
      Map<String, List<String>> mandates) {
    this.story = story;
    this.random = random;
    this.dayOne = dayOne;
    this.partners = partners;
    this.practices = practices;
    this.mandates = mandates;
  }

  void tell() {
    PEOPLE.subList(0, 4).forEach(this::sessions);
    for (String place : RandomHistory.PLACES) {
      for (int i = 0; i < 2; i++) {
        series(place, "series-%d".formatted(ids++));
      }
    }
  }

  /** One series of one place, with so few meetings that many such histories cost little. */
  void tellBriefly() {
    meetingsOfASeries = 3;
    PEOPLE.subList(0, 2).forEach(this::sessions);
    series(any(RandomHistory.PLACES), "series-%d".formatted(ids++));
  }

  private void sessions(String person) {
    String role = "role-" + person;
    for (int i = 0; i < 2; i++) {
      say(
          "organisations",
          "person-" + person,
          "SessionsSet",
          "roleHoldingId",
          role,
          "personId",
          person,
          "from",
          day(),
          "sessionsPerWeek",
          random.nextInt(4) / 2.0,
          "protectedHours",
          1);
    }
    if (random.nextInt(3) == 0) {
      say(
          "organisations",
          "person-" + person,
          "RoleEnded",
          "roleHoldingId",
          role,
          "personId",
          person,
          "end",
          day());
    }
  }

  private void series(String place, String series) {
    LocalDate first = dayOne.plusDays(100 + random.nextInt(60));
    ofSeries(
        series,
        "SeriesStarted",
        "placeId",
        place,
        "forumId",
        "forum-" + series,
        "forum",
        "Board " + series,
        "first",
        first);
    List<String> seats = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      seats.add(seat(series, first));
    }
    for (int i = 0; i < meetingsOfASeries; i++) {
      meeting(place, series, first.plusDays(28L * i));
    }
    if (random.nextBoolean()) {
      ofSeries(series, "SeatWithdrawn", "seatId", any(seats), "end", day());
    }
    if (random.nextInt(4) == 0) {
      ofSeries(series, "SeriesEnded", "end", first.plusDays(random.nextInt(500)));
    }
  }

  private String seat(String series, LocalDate first) {
    String seat = "seat-%d".formatted(ids++);
    ofSeries(
        series,
        "SeatAllocated",
        "seatId",
        seat,
        "label",
        "Seat " + seat,
        "start",
        first.plusDays(random.nextInt(30)));
    for (int i = 0; i < random.nextInt(4); i++) {
      String nomination = "nomination-%d".formatted(ids++);
      LocalDate start = first.plusDays(random.nextInt(100));
      ofSeries(
          series,
          "RepresentativeNominated",
          "seatId",
          seat,
          "nominationId",
          nomination,
          "personId",
          any(PEOPLE),
          "part",
          any(List.of("NOMINEE", "NOMINEE", "SUBSTITUTE")),
          "start",
          start);
      if (random.nextInt(3) == 0) {
        LocalDate end = start.plusDays(random.nextInt(200));
        ofSeries(series, "NominationEnded", "nominationId", nomination, "end", end);
      }
      if (random.nextInt(3) == 0) {
        ofSeries(
            series,
            "NominationCorrected",
            "nominationId",
            nomination,
            "personId",
            any(PEOPLE),
            "part",
            "NOMINEE",
            "start",
            start.minusDays(random.nextInt(40)),
            "void",
            random.nextBoolean() ? true : null);
      }
    }
    return seat;
  }

  private void meeting(String place, String series, LocalDate planned) {
    String id = "meeting-%d".formatted(ids++);
    LocalDate on = planned;
    boolean timed = random.nextInt(3) > 0;
    Map<String, String> hours = Map.of("start", "14:00", "end", "15:%d0".formatted(ids % 6));
    ofMeeting(
        id,
        "MeetingScheduled",
        "placeId",
        place,
        "forum",
        "Board",
        "on",
        on,
        "hours",
        timed ? hours : null,
        "seriesId",
        random.nextInt(6) > 0 ? series : null);
    List<String> items = List.of("item-%d".formatted(ids++), "item-%d".formatted(ids++));
    items.forEach(item -> ofItem(id, item, "ItemAdded", "topic", "urgent-care"));
    items.forEach(item -> talks(id, item, planned));
    if (random.nextInt(6) == 0) {
      on = planned.plusDays(random.nextInt(15));
      ofMeeting(id, "MeetingMoved", "on", on, "hours", random.nextBoolean() ? hours : null);
    }
    if (random.nextInt(10) == 0) {
      ofMeeting(id, "MeetingCancelled");
    }
    attendance(id, any(mandates.get(place)));
    items.forEach(item -> record(id, item));
    if (random.nextInt(3) > 0) {
      say(
          "meetings",
          "briefing-" + id,
          "PreparationCompleted",
          "meetingId",
          id,
          "at",
          story.now().toString());
    }
    if (random.nextInt(3) > 0) {
      ofMeeting(id, "MeetingClosed", "closedBy", "person-1", "on", on);
    }
    notes(id, place, on);
    action(id, place, on);
  }

  private void attendance(String meeting, String mandate) {
    for (String person : PEOPLE) {
      if (random.nextBoolean()) {
        ofMeeting(
            meeting,
            "AttendanceRecorded",
            "personId",
            person,
            "capacity",
            "DELEGATE",
            "kind",
            any(List.of("PRESENT", "VIRTUAL", "SUBSTITUTE")),
            "mandateId",
            random.nextInt(3) == 0 ? mandate : null);
      }
      if (random.nextInt(5) == 0) {
        ofMeeting(
            meeting,
            any(List.of("ApologiesGiven", "AttendanceTakenBack", "AttendanceExpected")),
            "personId",
            person,
            "capacity",
            "OBSERVER");
      }
    }
    for (String partner : partners) {
      if (random.nextBoolean()) {
        ofMeeting(
            meeting,
            "PartnerAttendanceRecorded",
            "organisationId",
            partner,
            "kind",
            any(List.of("PRESENT", "VIRTUAL", "EXPECTED", "APOLOGIES")));
      }
      if (random.nextInt(6) == 0) {
        ofMeeting(meeting, "PartnerAttendanceTakenBack", "organisationId", partner);
      }
    }
  }

  private void talks(String meeting, String item, LocalDate on) {
    if (random.nextInt(3) == 0) {
      return;
    }
    String id = "talk-%d".formatted(ids++);
    LocalDate spoken = on.minusDays(random.nextInt(50)).plusDays(random.nextInt(3));
    Instant recorded =
        on.atTime(13, 30)
            .plusHours(random.nextInt(3))
            .minusDays(random.nextInt(3))
            .atZone(LONDON)
            .toInstant();
    say(
        "meetings",
        "briefing-" + meeting,
        "PreAlignmentRecorded",
        "meetingId",
        meeting,
        "itemId",
        item,
        "preAlignmentId",
        id,
        "organisationId",
        any(partners),
        "on",
        spoken,
        "agreed",
        random.nextInt(3) > 0,
        "recordedAt",
        recorded.toString());
    if (random.nextInt(8) == 0) {
      say(
          "meetings",
          "briefing-" + meeting,
          "PreAlignmentWithdrawn",
          "meetingId",
          meeting,
          "preAlignmentId",
          id);
    }
  }

  private void record(String meeting, String item) {
    if (random.nextInt(4) == 0) {
      ofItem(meeting, item, "ReachRecorded", "reach", any(List.of("NOT_THERE", "SPOKE")));
    }
    if (random.nextInt(5) == 0) {
      return;
    }
    ofItem(
        meeting,
        item,
        "OutcomeRecorded",
        "outcome",
        any(List.of("AGREED", "VOTED", "DEFERRED", "NOT_DECIDED")));
    if (random.nextInt(5) == 0) {
      return;
    }
    ofItem(
        meeting,
        item,
        "InfluenceAssessed",
        "influence",
        any(List.of("CHANGED", "PARTLY", "NONE", "ALREADY_ALIGNED", "NOT_RELEVANT")),
        "assessedBy",
        "person-1");
    if (random.nextBoolean()) {
      ofItem(meeting, item, "InfluenceConfirmed", "confirmedBy", "person-2");
    }
    if (random.nextInt(3) == 0) {
      ofItem(meeting, item, "InfluenceDisputed", "disputedBy", "person-3");
      if (random.nextBoolean()) {
        ofItem(meeting, item, "DisputeSettled", "stands", random.nextBoolean());
      }
    }
  }

  private void notes(String meeting, String place, LocalDate on) {
    for (String mandate : mandates.get(place)) {
      if (random.nextBoolean()) {
        continue;
      }
      LocalDate sent = on.plusDays(random.nextInt(25));
      for (int version = 1; version <= 1 + random.nextInt(2); version++) {
        ofNote(
            meeting,
            mandate,
            "FeedbackSent",
            "placeId",
            place,
            "version",
            version,
            "practices",
            practices.subList(0, 1 + random.nextInt(practices.size())),
            "dueOn",
            on.plusDays(12),
            "on",
            sent.plusDays(version));
      }
      for (int i = 0; i < 3; i++) {
        ofNote(
            meeting,
            mandate,
            "FeedbackRead",
            "version",
            1,
            "practiceId",
            any(practices),
            "on",
            sent.plusDays(random.nextInt(30)));
      }
    }
  }

  private void action(String meeting, String place, LocalDate on) {
    String id = "action-%d".formatted(ids++);
    LocalDate day = on;
    ofAction(
        id,
        "ActionOpened",
        "meetingId",
        meeting,
        "placeId",
        place,
        "ownerId",
        any(partners),
        "due",
        on.plusDays(random.nextInt(60)),
        "on",
        on);
    boolean open = true;
    for (int i = 0; i < 3; i++) {
      day = day.plusDays(random.nextInt(40));
      if (open && random.nextBoolean()) {
        ofAction(id, "ActionRedated", "due", day.plusDays(random.nextInt(40)), "on", day);
      } else if (open) {
        ofAction(id, "ActionClosed", "result", "DONE", "on", day);
        open = false;
      } else {
        ofAction(id, "ActionReopened", "on", day);
        open = true;
      }
    }
  }

  private void ofSeries(String id, String type, Object... fields) {
    say("meetings", "series-" + id, type, with("seriesId", id, fields));
  }

  private void ofMeeting(String id, String type, Object... fields) {
    say("meetings", "meeting-" + id, type, with("meetingId", id, fields));
  }

  private void ofItem(String meeting, String item, String type, Object... fields) {
    ofMeeting(meeting, type, with("itemId", item, fields));
  }

  private void ofNote(String meeting, String mandate, String type, Object... fields) {
    Object[] all = with("meetingId", meeting, with("mandateId", mandate, fields));
    say("meetings", "feedback-" + meeting + "-" + mandate, type, all);
  }

  private void ofAction(String id, String type, Object... fields) {
    say("meetings", "action-" + id, type, with("actionId", id, fields));
  }

  private void say(String log, String stream, String type, Object... fields) {
    if (random.nextInt(3) == 0) {
      story.later(Duration.ofMinutes(1 + random.nextInt(90)));
    }
    story.say(log, stream, type, fields);
  }

  private static Object[] with(String name, Object value, Object... fields) {
    Object[] all = new Object[fields.length + 2];
    all[0] = name;
    all[1] = value;
    System.arraycopy(fields, 0, all, 2, fields.length);
    return all;
  }

  private LocalDate day() {
    return dayOne.plusDays(random.nextInt(730));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
