package uk.onevoice.projection.facts;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What the representation matrix is made of, told into a random history: lists of forums that are
 * renamed, revised, merged, split, closed and opened again; series of them with seats for bodies of
 * every kind; people with roles; meetings by id, by series and by name, with positions put.
 */
final class MatrixHistory {
  private static final List<String> PEOPLE =
      List.of("person-0", "person-1", "person-2", "person-3", "person-4");
  private static final List<String> PARTNERS = List.of("QA1", "QB2", "RT1");
  private static final List<String> LEVELS =
      List.of("ICB_BOARD", "PLACE_BOARD", "NEIGHBOURHOOD", "PROVIDER_GROUP");
  private static final String LMC = "lmc-one";

  private final Story story;
  private final Random random;
  private final LocalDate dayOne;
  private final List<String> bodies;
  private final Map<String, List<String>> mandates;
  private final List<String> forums = new ArrayList<>();
  private final List<String> inUse = new ArrayList<>();
  private int ids;

  /**
   * @param bodies organisations of several kinds that seats may be for
   * @param mandates by place
   */
  MatrixHistory(
      Story story,
      Random random,
      LocalDate dayOne,
      List<String> bodies,
      Map<String, List<String>> mandates) {
    this.story = story;
    this.random = random;
    this.dayOne = dayOne;
    this.bodies = new ArrayList<>(bodies);
    this.bodies.add(LMC);
    this.mandates = mandates;
  }

  void tell() {
    tell(8, 12, 3);
  }

  /** With so few forums, series and meetings that many such histories cost little. */
  void tellBriefly() {
    tell(3, 4, 1);
  }

  private void tell(int lists, int changes, int ofEachPlace) {
    story.registered(LMC, "LMC", "A local medical committee", dayOne);
    List.of("fed-one", "fed-two")
        .forEach(id -> story.registered(id, "FEDERATION", "Federation " + id, dayOne));
    PEOPLE.forEach(this::roles);
    for (int i = 0; i < lists; i++) {
      forum("forum-%d".formatted(i));
    }
    for (int i = 0; i < changes; i++) {
      forumChanges();
    }
    for (String place : RandomHistory.PLACES) {
      for (int i = 0; i < ofEachPlace; i++) {
        series(place, "board-%d".formatted(ids++), any(forums));
      }
      for (int i = 0; i < ofEachPlace; i++) {
        meeting(place, null, random.nextInt(3) == 0 ? any(forums) : null, day());
      }
    }
    merges();
  }

  void merges() {
    merged("person-4", "person-3");
    merged("person-3", "person-2");
  }

  /** Some records are of one human being, and some were thought to be. */
  private void merged(String person, String into) {
    if (random.nextInt(3) > 0) {
      String stream = "person-" + person;
      say("organisations", stream, "PersonMerged", "personId", person, "into", into);
      if (random.nextInt(3) == 0) {
        say("organisations", stream, "PersonMergeUndone", "personId", person, "from", into);
      }
    }
  }

  private void roles(String person) {
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      String role = "appointed-%d".formatted(ids++);
      String body = any(bodies);
      LocalDate start = dayOne.plusDays(random.nextInt(200));
      ofRole(person, role, "RoleAppointed", "organisationId", body, "start", start);
      if (random.nextInt(4) == 0) {
        ofRole(
            person,
            role,
            "RoleCorrected",
            "organisationId",
            any(bodies),
            "start",
            start.minusDays(10),
            "void",
            random.nextBoolean() ? true : null);
      } else if (random.nextInt(3) == 0) {
        ofRole(person, role, "RoleEnded", "end", day());
      }
    }
  }

  private void ofRole(String person, String role, String type, @Nullable Object... fields) {
    Object[] all =
        with("personId", person, with("roleHoldingId", role, with("role", "A_ROLE", fields)));
    say("organisations", "person-" + person, type, all);
  }

  private void forum(String id) {
    forums.add(id);
    inUse.add(id);
    ofForum(
        id,
        "ForumRegistered",
        "label",
        "Board " + random.nextInt(6),
        "start",
        dayOne.plusDays(random.nextInt(300)),
        "level",
        any(LEVELS),
        "ownerId",
        random.nextBoolean() ? any(PARTNERS) : null,
        "placeIds",
        random.nextBoolean() ? List.of(any(RandomHistory.PLACES)) : List.of(),
        "topicIds",
        List.of());
  }

  private void forumChanges() {
    String id = any(inUse);
    switch (random.nextInt(6)) {
      case 0, 1 ->
          ofForum(id, "ForumRenamed", "label", "Board " + random.nextInt(6), "from", day());
      case 2 ->
          ofForum(
              id,
              "ForumRevised",
              "level",
              any(LEVELS),
              "placeIds",
              List.of(any(RandomHistory.PLACES)),
              "topicIds",
              List.of());
      case 3 -> gone(id, "ForumClosed", null);
      case 4 -> gone(id, "ForumMerged", any(inUse));
      default -> {
        List<String> ended = new ArrayList<>(forums);
        ended.removeAll(inUse);
        if (ended.isEmpty()) {
          gone(id, "ForumSplit", List.of("part-one", "part-two"));
        } else {
          String back = any(ended);
          inUse.add(back);
          ofForum(back, "ForumReopened");
        }
      }
    }
  }

  /** Into one that is in use, so that nothing goes round in a circle; some stay in use. */
  private void gone(String id, String type, @Nullable Object into) {
    if (inUse.size() > 3 && !id.equals(into)) {
      inUse.remove(id);
      ofForum(id, type, "into", into, "on", day());
    }
  }

  private void series(String place, String series, String forum) {
    LocalDate first = dayOne.plusDays(100 + random.nextInt(200));
    ofSeries(
        series,
        "SeriesStarted",
        "placeId",
        place,
        "forumId",
        random.nextInt(5) == 0 ? "a-forum-of-no-list" : forum,
        "forum",
        "Board " + random.nextInt(6),
        "first",
        first);
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      seat(series, first);
    }
    for (int i = 0; i < 3; i++) {
      meeting(place, series, null, first.plusDays(40L * i));
    }
    if (random.nextInt(5) == 0) {
      ofSeries(series, "SeriesEnded", "end", first.plusDays(random.nextInt(500)));
    }
  }

  private void seat(String series, LocalDate first) {
    String seat = "place-at-%d".formatted(ids++);
    ofSeries(
        series,
        "SeatAllocated",
        "seatId",
        seat,
        "label",
        "Seat " + seat,
        "bodyId",
        random.nextInt(5) == 0 ? null : any(bodies),
        "start",
        first.plusDays(random.nextInt(30)));
    for (int i = 0; i < random.nextInt(3); i++) {
      LocalDate start = first.plusDays(random.nextInt(100));
      ofSeries(
          series,
          "RepresentativeNominated",
          "seatId",
          seat,
          "nominationId",
          "named-%d".formatted(ids++),
          "personId",
          any(PEOPLE),
          "part",
          any(List.of("NOMINEE", "NOMINEE", "SUBSTITUTE")),
          "start",
          start,
          "end",
          random.nextBoolean() ? start.plusDays(1 + random.nextInt(200)) : null);
    }
  }

  private void meeting(
      String place, @Nullable String series, @Nullable String forum, LocalDate on) {
    String id = "sitting-%d".formatted(ids++);
    ofMeeting(
        id,
        "MeetingScheduled",
        "placeId",
        place,
        "forum",
        random.nextInt(4) == 0 ? "A group of our own" : "Board " + random.nextInt(6),
        "forumId",
        forum,
        "seriesId",
        series,
        "on",
        on);
    if (random.nextInt(12) == 0) {
      ofMeeting(id, "MeetingCancelled");
    }
    if (random.nextInt(4) > 0) {
      attendance(id, place);
    }
    for (int i = 0; i < 2; i++) {
      item(id, "point-%d".formatted(ids++));
    }
    if (random.nextBoolean()) {
      ofMeeting(id, "MeetingClosed", "closedBy", "person-1", "on", on);
    }
  }

  private void attendance(String meeting, String place) {
    for (String person : PEOPLE) {
      if (random.nextInt(3) == 0) {
        ofMeeting(
            meeting,
            "AttendanceRecorded",
            "personId",
            person,
            "capacity",
            any(List.of("DELEGATE", "REPRESENTATIVE", "INDIVIDUAL", "OBSERVER", "OBSERVER")),
            "mandateId",
            random.nextInt(3) == 0 ? any(mandates.get(place)) : null);
      }
    }
    if (random.nextBoolean()) {
      ofMeeting(
          meeting,
          "PartnerAttendanceRecorded",
          "organisationId",
          any(PARTNERS),
          "kind",
          any(List.of("PRESENT", "APOLOGIES")));
    }
  }

  private void item(String meeting, String item) {
    ofItem(meeting, item, "ItemAdded", "topic", "urgent-care");
    if (random.nextInt(6) == 0) {
      ofItem(meeting, item, "ReachRecorded", "reach", "NOT_THERE");
    } else if (random.nextBoolean()) {
      ofItem(meeting, item, "PositionPut", "stance", "FOR");
    }
    if (random.nextInt(5) == 0) {
      return;
    }
    ofItem(
        meeting,
        item,
        "OutcomeRecorded",
        "outcome",
        any(List.of("AGREED", "VOTED", "NOT_DECIDED")));
    if (random.nextInt(3) > 0) {
      ofItem(
          meeting,
          item,
          "InfluenceAssessed",
          "influence",
          any(List.of("CHANGED", "PARTLY", "NONE", "ALREADY_ALIGNED", "NOT_RELEVANT")),
          "assessedBy",
          "person-1");
      if (random.nextInt(3) > 0) {
        ofItem(meeting, item, "InfluenceConfirmed", "confirmedBy", "person-2");
      }
      if (random.nextInt(6) == 0) {
        ofItem(meeting, item, "InfluenceDisputed", "disputedBy", "person-3");
      }
    }
  }

  private void ofForum(String id, String type, @Nullable Object... fields) {
    String ics = RandomHistory.ICBS.get(Integer.parseInt(id.substring(6)) % 2);
    say("organisations", "forums-" + ics, type, with("forumId", id, with("icsId", ics, fields)));
  }

  private void ofSeries(String id, String type, @Nullable Object... fields) {
    say("meetings", "series-" + id, type, with("seriesId", id, fields));
  }

  private void ofMeeting(String id, String type, @Nullable Object... fields) {
    say("meetings", "meeting-" + id, type, with("meetingId", id, fields));
  }

  private void ofItem(String meeting, String item, String type, @Nullable Object... fields) {
    ofMeeting(meeting, type, with("itemId", item, fields));
  }

  private void say(String log, String stream, String type, @Nullable Object... fields) {
    if (random.nextInt(3) == 0) {
      story.later(Duration.ofMinutes(1 + random.nextInt(90)));
    }
    story.say(log, stream, type, fields);
  }

  private static @Nullable Object[] with(String name, Object value, @Nullable Object... fields) {
    @Nullable Object[] all = new Object[fields.length + 2];
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
