package uk.onevoice.projection.facts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import uk.onevoice.messaging.HeardEvent;

/**
 * A few hundred events about a small world, drawn from a seed: practices that come, move, close and
 * answer, list sizes that are corrected, meetings, slots and contacts. Dates lie within two years,
 * before and after the moment of recording.
 */
final class RandomHistory {
  static final List<String> ICBS = List.of("QA1", "QB2");
  static final List<String> SUBS = List.of("01A", "02B", "03C");
  static final List<String> PLACES = List.of("place-north", "place-south");
  private static final List<String> PCNS = List.of("U00001", "U00002", "U00003", "U00004");
  private static final List<String> FEDERATIONS = List.of("fed-one", "fed-two");
  private static final List<String> TOPICS = List.of("community-services", "urgent-care");
  private static final LocalDate DAY_ONE = LocalDate.of(2024, 6, 1);
  private static final int DAYS = 730;

  private final Random random;
  private final Story story = new Story(Instant.parse("2025-01-01T09:00:00.000001Z"));
  private final List<String> practices = new ArrayList<>();
  private final List<String[]> affiliations = new ArrayList<>();
  private final List<String> mandates = new ArrayList<>();
  private final List<String[]> items = new ArrayList<>();
  private final List<String> meetings = new ArrayList<>();
  private final List<String> slots = new ArrayList<>();
  private final List<String[]> relationships = new ArrayList<>();

  private RandomHistory(long seed) {
    this.random = new Random(seed);
  }

  static List<HeardEvent> of(long seed, int events) {
    RandomHistory history = new RandomHistory(seed);
    history.world();
    while (history.story.events().size() < events) {
      // Several events often share a moment, as those of one append do.
      if (history.random.nextInt(3) > 0) {
        history.story.later(Duration.ofHours(1 + history.random.nextInt(40)));
      }
      history.step();
    }
    return history.story.events();
  }

  private void world() {
    ICBS.forEach(id -> story.registered(id, "ICB", "ICB " + id, null));
    SUBS.forEach(id -> story.registered(id, "SUB_ICB", "Sub " + id, null));
    PCNS.forEach(id -> story.registered(id, "PCN", "PCN " + id, null));
    for (int i = 0; i < SUBS.size(); i++) {
      start(SUBS.get(i), ICBS.get(i % 2), "COMMISSIONED_BY", DAY_ONE);
    }
    for (String place : PLACES) {
      story.place(place, ICBS.getFirst(), place, DAY_ONE);
    }
    for (int i = 0; i < 8; i++) {
      practice();
    }
  }

  private void practice() {
    String id = "P%05d".formatted(practices.size() + 1);
    practices.add(id);
    story.registered(id, "PRACTICE", "Practice " + id, maybe(day()));
    story.listed(id, day());
    start(id, any(SUBS), "COMMISSIONED_BY", day());
  }

  private void step() {
    switch (random.nextInt(24)) {
      case 0 -> practice();
      case 1 -> story.listed(any(practices), day());
      case 2 -> delisted();
      case 3, 4 -> start(any(practices), any(PCNS), "PCN_CORE", day());
      case 5 -> start(any(practices), any(FEDERATIONS), "FEDERATION", day());
      case 6 -> start(any(practices), any(PLACES), "PLACE", day());
      case 7 -> start(any(practices), any(SUBS), "COMMISSIONED_BY", day());
      case 8 -> ended();
      case 9 -> corrected();
      case 10, 11 -> story.listSize(any(practices), month(), random.nextInt(20_000), revision());
      case 12 -> mandate();
      case 13, 14, 15, 16 -> answered();
      case 17 -> meeting();
      case 18 -> item();
      case 19 -> outcome();
      case 20 -> influence();
      case 21 -> slot();
      case 22 -> relationship();
      default -> contact();
    }
  }

  private void delisted() {
    String id = any(practices);
    story.say(
        "organisations",
        "organisation-" + id,
        "PracticeDelisted",
        "organisationId",
        id,
        "from",
        day());
  }

  private void start(String member, String parent, String kind, LocalDate start) {
    String id = "a%d".formatted(affiliations.size());
    affiliations.add(new String[] {id, member, parent, kind, start.toString()});
    story.affiliated(id, member, parent, kind, start);
  }

  private void ended() {
    String[] one = any(affiliations);
    story.say(
        "organisations",
        "affiliations-" + one[1],
        "AffiliationEnded",
        "affiliationId",
        one[0],
        "memberId",
        one[1],
        "parentId",
        one[2],
        "kind",
        one[3],
        "end",
        LocalDate.parse(one[4]).plusDays(1 + random.nextInt(400)));
  }

  private void corrected() {
    String[] one = any(affiliations);
    LocalDate start = day();
    one[4] = start.toString();
    story.say(
        "organisations",
        "affiliations-" + one[1],
        "AffiliationCorrected",
        "affiliationId",
        one[0],
        "memberId",
        one[1],
        "parentId",
        one[2],
        "kind",
        one[3],
        "start",
        start,
        "end",
        maybe(start.plusDays(1 + random.nextInt(300))),
        "void",
        random.nextInt(4) == 0 ? true : null);
  }

  private void mandate() {
    String id = "m%d".formatted(mandates.size());
    mandates.add(id);
    LocalDate start = day();
    story.say(
        "mandates",
        "mandate-" + id,
        "MandateOpened",
        "mandateId",
        id,
        "placeId",
        any(PLACES),
        "topic",
        any(TOPICS),
        "board",
        random.nextInt(3) == 0 ? "Place board" : null,
        "holderId",
        any(FEDERATIONS),
        "holderRole",
        "FEDERATION_LEAD",
        "start",
        start,
        "end",
        start.plusDays(60 + random.nextInt(600)));
  }

  private void answered() {
    if (mandates.isEmpty()) {
      mandate();
    }
    String id = any(mandates);
    String type =
        any(
            List.of(
                "ConsentGranted",
                "ConsentGranted",
                "ConsentConditional",
                "ConsentDeclined",
                "ConsentWithdrawn"));
    story.say(
        "mandates",
        "mandate-" + id,
        type,
        "mandateId",
        id,
        "practiceId",
        any(practices),
        "on",
        day());
  }

  private void meeting() {
    String id = "t%d".formatted(meetings.size());
    meetings.add(id);
    story.say(
        "meetings",
        "meeting-" + id,
        "MeetingScheduled",
        "meetingId",
        id,
        "placeId",
        any(PLACES),
        "forum",
        "Place board",
        "on",
        day());
    if (random.nextInt(4) > 0) {
      story.say(
          "meetings",
          "meeting-" + id,
          "AttendanceRecorded",
          "meetingId",
          id,
          "personId",
          "person-" + random.nextInt(3),
          "capacity",
          "DELEGATE");
    }
    item();
  }

  private void item() {
    if (meetings.isEmpty()) {
      meeting();
      return;
    }
    String[] item = {any(meetings), "i%d".formatted(items.size())};
    items.add(item);
    said(item, "ItemAdded", "title", "An item", "topic", any(TOPICS));
    if (random.nextBoolean()) {
      said(item, "PositionPut", "stance", "FOR");
    }
  }

  private void outcome() {
    if (items.isEmpty()) {
      meeting();
    }
    said(any(items), "OutcomeRecorded", "outcome", any(List.of("AGREED", "DEFERRED", "NOTED")));
  }

  private void influence() {
    if (items.isEmpty()) {
      meeting();
    }
    String[] item = any(items);
    said(item, "OutcomeRecorded", "outcome", "VOTED");
    said(
        item,
        "InfluenceAssessed",
        "influence",
        any(List.of("CHANGED", "PARTLY", "ALREADY_ALIGNED", "NONE", "ADVERSE", "NOT_RELEVANT")),
        "assessedBy",
        "person-1");
    if (random.nextBoolean()) {
      said(item, "InfluenceConfirmed", "confirmedBy", "person-2");
    }
  }

  private void said(String[] item, String type, Object... fields) {
    Object[] all = new Object[fields.length + 4];
    all[0] = "meetingId";
    all[1] = item[0];
    all[2] = "itemId";
    all[3] = item[1];
    System.arraycopy(fields, 0, all, 4, fields.length);
    story.say("meetings", "meeting-" + item[0], type, all);
  }

  private void slot() {
    String id = "s%d".formatted(slots.size());
    slots.add(id);
    story.say(
        "relationships",
        "slot-" + id,
        "SlotDefined",
        "slotId",
        id,
        "placeId",
        any(PLACES),
        "kind",
        any(List.of("ICB", "ACUTE", "LMC")),
        "organisationId",
        any(ICBS));
  }

  private void relationship() {
    if (slots.isEmpty()) {
      slot();
    }
    String[] one = {any(slots), "r%d".formatted(story.events().size())};
    relationships.add(one);
    story.say(
        "relationships",
        "slot-" + one[0],
        "RelationshipOpened",
        "slotId",
        one[0],
        "relationshipId",
        one[1],
        "holderId",
        "person-" + random.nextInt(3),
        "actingFor",
        any(FEDERATIONS));
  }

  private void contact() {
    if (relationships.isEmpty()) {
      relationship();
    }
    String[] one = any(relationships);
    if (random.nextInt(5) == 0) {
      relationships.remove(one);
      LocalDate today = story.now().atZone(ZoneId.of("Europe/London")).toLocalDate();
      story.say(
          "relationships",
          "slot-" + one[0],
          "RelationshipClosed",
          "slotId",
          one[0],
          "relationshipId",
          one[1],
          "on",
          today.plusDays(random.nextInt(90)));
    } else {
      story.say(
          "relationships",
          "slot-" + one[0],
          "ContactLogged",
          "slotId",
          one[0],
          "relationshipId",
          one[1],
          "on",
          day(),
          "kind",
          "LISTENING",
          "twoWay",
          random.nextInt(3) > 0);
    }
  }

  private String month() {
    return day().toString().substring(0, 7);
  }

  private int revision() {
    return 1 + random.nextInt(3);
  }

  private LocalDate day() {
    return DAY_ONE.plusDays(random.nextInt(DAYS));
  }

  private @org.jspecify.annotations.Nullable LocalDate maybe(LocalDate day) {
    return random.nextBoolean() ? day : null;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
