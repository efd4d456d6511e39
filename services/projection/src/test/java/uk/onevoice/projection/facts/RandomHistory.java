package uk.onevoice.projection.facts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.HeardEvent;

/**
 * A few hundred events about a small world, drawn from a seed: practices that come, move and
 * answer, bodies that close, open again and change their names, list sizes that are corrected and
 * taken back, meetings, slots and contacts. Dates lie within two years, before and after the moment
 * of recording.
 */
public final class RandomHistory {
  public static final List<String> ICBS = List.of("QA1", "QB2");
  static final List<String> SUBS = List.of("01A", "02B", "03C");
  static final List<String> PLACES = List.of("place-north", "place-south");
  static final List<String> NEIGHBOURHOODS = List.of("hill", "vale");
  static final List<String> PCNS = List.of("U00001", "U00002", "U00003", "U00004");
  public static final List<String> FEDERATIONS = List.of("fed-one", "fed-two");
  private static final List<String> TRUSTS = List.of("RT1", "RT2", "RT3");
  private static final List<String> COUNCILS = List.of("C01", "C02");
  private static final List<String> SECTORS = List.of("ACUTE", "COMMUNITY", "MENTAL_HEALTH");
  private static final List<String> TOPICS = List.of("community-services", "urgent-care");
  private static final List<String> LABELS =
      List.of("Community services", "Urgent care", "Nursing & therapy", "Rooms (and buildings)");
  private static final LocalDate DAY_ONE = LocalDate.of(2024, 6, 1);
  private static final int DAYS = 730;

  private final Random random;
  private final Story story = new Story(Instant.parse("2025-01-01T09:00:00.000001Z"));
  private final List<String> practices = new ArrayList<>();
  private final Map<String, List<String>> bodies = new LinkedHashMap<>();
  private final Map<String, Integer> revisions = new LinkedHashMap<>();
  private final List<String[]> affiliations = new ArrayList<>();
  private final Map<String, LocalDate> placeEnds = new LinkedHashMap<>();
  private final List<String> topics = new ArrayList<>();
  private final List<String> topicsInUse = new ArrayList<>();
  private final List<String> mandates = new ArrayList<>();

  /** By place; the first is none that anybody asked for. */
  private final Map<String, List<String>> wholeMandates =
      Map.of(
          PLACES.getFirst(), new ArrayList<>(List.of("unknown")),
          PLACES.getLast(), new ArrayList<>(List.of("unknown")));

  private final List<String[]> items = new ArrayList<>();
  private final List<String> meetings = new ArrayList<>();
  private final List<String> slots = new ArrayList<>();
  private final List<String[]> relationships = new ArrayList<>();

  private RandomHistory(long seed) {
    this.random = new Random(seed);
  }

  public static List<HeardEvent> of(long seed, int events) {
    RandomHistory history = new RandomHistory(seed);
    history.world();
    history.steps(events);
    history.groups();
    history.starts();
    history.wholeMandates(10);
    history.ambitions();
    history.positions();
    history.meetings().tell();
    new SlotHistory(history.story, history.random, PLACES, history.relationships).tell();
    new RelationshipHistory(history.story, history.random, history.wholeMandates).tell();
    history.matrix().tell();
    return history.story.events();
  }

  /**
   * A small one: fewer steps, and some part of what the others have, so that a thousand cost no
   * more than a few of them.
   */
  static List<HeardEvent> brief(long seed) {
    RandomHistory history = new RandomHistory(seed);
    history.world();
    history.steps(70 + history.random.nextInt(40));
    switch (Math.floorMod(seed, 8)) {
      case 0 -> history.wholeMandates(4);
      case 1 -> history.ambitions();
      case 2 -> history.positions();
      case 3 -> {
        history.wholeMandates(2);
        history.meetings().tellBriefly();
        history.matrix().merges();
      }
      case 4 -> history.starts();
      case 5 ->
          new SlotHistory(history.story, history.random, PLACES, history.relationships).tell();
      case 6 -> {
        new RelationshipHistory(history.story, history.random, history.wholeMandates).tellBriefly();
        history.matrix().merges();
      }
      default -> {
        history.wholeMandates(1);
        history.matrix().tellBriefly();
      }
    }
    return history.story.events();
  }

  private void steps(int events) {
    while (story.events().size() < events) {
      // Several events often share a moment, as those of one append do.
      if (random.nextInt(3) > 0) {
        story.later(Duration.ofHours(1 + random.nextInt(40)));
      }
      step();
    }
  }

  private MeetingHistory meetings() {
    return new MeetingHistory(
        story, random, DAY_ONE, List.of("QA1", "QB2", "RT1"), practices, wholeMandates);
  }

  private MatrixHistory matrix() {
    return new MatrixHistory(
        story,
        random,
        DAY_ONE,
        List.of(
            FEDERATIONS.getFirst(),
            FEDERATIONS.getLast(),
            PCNS.getFirst(),
            practices.getFirst(),
            ICBS.getFirst(),
            TRUSTS.getFirst()),
        wholeMandates);
  }

  /** At the end, so that all before is as it was without them. */
  private void groups() {
    for (String place : PLACES) {
      group("GroupFormed", "start", place, List.of(place));
      group("GroupRevised", "from", place, List.of());
      group("GroupRevised", "from", place, List.of(any(PLACES)));
    }
  }

  /** At the end for the same reason: places and neighbourhoods began on other days after all. */
  private void starts() {
    for (List<String> level : List.of(PLACES, NEIGHBOURHOODS)) {
      for (String place : level) {
        for (int times = 0; times < 3; times++) {
          story.later(Duration.ofHours(5));
          LocalDate end = placeEnds.getOrDefault(place, DAY_ONE.plusDays(DAYS));
          int before = 1 + random.nextInt(DAYS);
          LocalDate start = end.minusDays(before);
          LocalDate from = start.plusDays(random.nextInt(before));
          ofPlace(place, "PlaceStartCorrected", "start", start);
          if (level.equals(PLACES) && random.nextBoolean()) {
            ofPlace(place, "PlaceMoved", "icsId", any(ICBS), "from", from);
          } else {
            ofPlace(place, "PlaceRevised", "name", name(), "from", from);
          }
        }
      }
    }
  }

  /**
   * At the end for the same reason. Each goes through its life day by day, as its rules have it.
   */
  private void wholeMandates(int count) {
    for (int i = 0; i < count; i++) {
      wholeMandate("w%d".formatted(i));
    }
  }

  private void wholeMandate(String id) {
    LocalDate day = DAY_ONE.plusDays(random.nextInt(DAYS / 2));
    LocalDate end = day.plusDays(200 + random.nextInt(400));
    Map<String, Object> terms = terms(day, end);
    String place = any(PLACES);
    wholeMandates.get(place).add(id);
    ofMandate(
        id,
        1,
        "MandateOpened",
        "placeId",
        place,
        "start",
        day,
        "end",
        end,
        "openedOn",
        day,
        "terms",
        terms);
    int live = 0;
    int newest = 1;
    boolean suspended = false;
    for (int step = 0; step < 25 && day.isBefore(end.minusDays(30)); step++) {
      story.later(Duration.ofHours(random.nextInt(20)));
      day = day.plusDays(random.nextInt(25));
      int asked = newest;
      switch (random.nextInt(10)) {
        case 0 -> {
          newest++;
          ofMandate(
              id,
              newest,
              "VersionAsked",
              "placeId",
              place,
              "reason",
              "TERMS_CHANGED",
              "terms",
              terms(day, end),
              "on",
              day);
        }
        case 1, 2, 3 -> {
          if (live < asked && !suspended) {
            ofMandate(id, asked, "MandateActivated", "on", day);
            live = asked;
          }
        }
        case 4 -> {
          if (live > 0) {
            ofMandate(id, live, suspended ? "SuspensionLifted" : "MandateSuspended", "on", day);
            suspended = !suspended;
          }
        }
        case 5 -> {
          if (live > 0 && asked > live && random.nextBoolean()) {
            ofMandate(id, asked, "VersionWithdrawn", "on", day);
            newest++;
            ofMandate(
                id,
                newest,
                "VersionAsked",
                "placeId",
                place,
                "reason",
                "RENEWED",
                "terms",
                terms(day, end),
                "on",
                day);
          } else if (live > 0 && random.nextInt(4) == 0) {
            ofMandate(id, live, "MandateEnded", "on", day);
            return;
          }
        }
        default ->
            ofMandate(
                id,
                asked,
                any(List.of("ConsentGranted", "ConsentGranted", "ConsentDeclined", "ConsentEnded")),
                "practiceId",
                any(practices),
                "on",
                day);
      }
    }
  }

  private Map<String, Object> terms(LocalDate start, LocalDate end) {
    List<Map<String, String>> about = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      String topic = topics.isEmpty() ? "topic-0" : any(topics);
      about.add(Map.of("topicId", topic, "topic", any(TOPICS)));
    }
    List<Map<String, String>> tables = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      tables.add(Map.of("label", any(List.of("Place board", "Care board"))));
    }
    return Map.of(
        "topics",
        about,
        "tables",
        tables,
        "holder",
        Map.of("organisationId", any(FEDERATIONS), "label", "Chair"),
        "start",
        start.toString(),
        "end",
        end.toString(),
        "reportBackDays",
        (int) (start.toEpochDay() % 20));
  }

  private void ofMandate(String id, int version, String type, Object... fields) {
    Object[] all = new Object[fields.length + 4];
    all[0] = "mandateId";
    all[1] = id;
    all[2] = "version";
    all[3] = version;
    System.arraycopy(fields, 0, all, 4, fields.length);
    story.say("mandates", "mandate-" + id, type, all);
  }

  private void group(String type, String day, String id, List<String> places) {
    story.say(
        "organisations",
        "group-" + id,
        type,
        "groupId",
        id,
        "icsId",
        ICBS.getFirst(),
        "placeIds",
        places,
        day,
        day());
  }

  /** At the end too, and spread over the moments after. */
  private void ambitions() {
    List<String[]> asks = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      story.later(Duration.ofHours(random.nextInt(3)));
      String[] agreement = {any(FEDERATIONS), any(practices)};
      switch (random.nextInt(8)) {
        case 0, 1, 2 ->
            ofAgreement(
                agreement,
                "AmbitionSigned",
                "federationId",
                agreement[0],
                "practiceId",
                agreement[1],
                "level",
                random.nextInt(5),
                "on",
                day());
        case 3 -> ofAgreement(agreement, "AmbitionEnded", "on", day());
        case 4, 5 -> {
          LocalDate on = day();
          String ask = "k%d".formatted(asks.size());
          asks.add(new String[] {agreement[0], agreement[1], ask, on.toString()});
          ofAgreement(
              agreement,
              "AskRecorded",
              "practiceId",
              agreement[1],
              "askId",
              ask,
              "askRef",
              ask,
              "due",
              on.plusDays(random.nextInt(200)),
              "on",
              on);
        }
        default -> {
          if (!asks.isEmpty()) {
            String[] ask = any(asks);
            ofAgreement(
                ask,
                "FollowThroughRecorded",
                "askId",
                ask[2],
                "acted",
                random.nextInt(3) > 0,
                "on",
                LocalDate.parse(ask[3]).plusDays(random.nextInt(250)));
          }
        }
      }
    }
  }

  /** Bodies that speak on three options of two topics, each later than before. */
  private void positions() {
    Map<String, LocalDate> last = new LinkedHashMap<>();
    for (int i = 0; i < 40; i++) {
      story.later(Duration.ofHours(random.nextInt(3)));
      String body = any(List.of("fed-one", "fed-two", "U00001", "U00002"));
      String topic = any(TOPICS);
      String id = body + "-" + topic;
      LocalDate on = last.getOrDefault(id, DAY_ONE).plusDays(random.nextInt(120));
      last.put(id, on);
      String place = PLACES.get(Math.floorMod(id.hashCode(), 2));
      if (random.nextInt(5) == 0) {
        story.say(
            "mandates",
            "position-" + id,
            "PositionWithdrawn",
            "positionId",
            id,
            "placeId",
            place,
            "issueId",
            topic,
            "on",
            on);
        continue;
      }
      List<Map<String, String>> stances = new ArrayList<>();
      for (String option : List.of("one", "two", "three")) {
        if (random.nextInt(4) > 0) {
          stances.add(
              Map.of(
                  "optionId",
                  topic + "-" + option,
                  "stance",
                  any(List.of("FOR", "FOR", "AGAINST", "CONDITIONAL", "NEUTRAL"))));
        }
      }
      story.say(
          "mandates",
          "position-" + id,
          "PositionPublished",
          "positionId",
          id,
          "placeId",
          place,
          "bodyId",
          body,
          "issueId",
          topic,
          "topicId",
          topic,
          "stances",
          stances,
          "on",
          on);
    }
  }

  private void ofAgreement(String[] agreement, String type, Object... fields) {
    String id = agreement[0] + "-" + agreement[1];
    Object[] all = new Object[fields.length + 2];
    all[0] = "agreementId";
    all[1] = id;
    System.arraycopy(fields, 0, all, 2, fields.length);
    story.say("mandates", "ambition-agreement-" + id, type, all);
  }

  private void world() {
    ICBS.forEach(id -> registered(id, "ICB", null, null));
    SUBS.forEach(id -> registered(id, "SUB_ICB", null, null));
    PCNS.forEach(id -> registered(id, "PCN", null, null));
    TRUSTS.forEach(id -> registered(id, "TRUST", maybe(day()), any(SECTORS)));
    COUNCILS.forEach(id -> registered(id, "COUNCIL", null, null));
    for (String partner : partners()) {
      start(partner, any(ICBS), "GEOGRAPHY", day());
    }
    said(
        ICBS.getFirst(),
        "OrganisationSucceeded",
        "successors",
        ICBS,
        "kind",
        "SPLIT",
        "date",
        day());
    for (int i = 0; i < SUBS.size(); i++) {
      start(SUBS.get(i), ICBS.get(i % 2), "COMMISSIONED_BY", DAY_ONE);
    }
    for (String place : PLACES) {
      story.place(place, ICBS.getFirst(), place, DAY_ONE);
    }
    for (String part : NEIGHBOURHOODS) {
      ofPlace(
          part,
          "PlaceDefined",
          "icsId",
          ICBS.getFirst(),
          "name",
          part,
          "start",
          DAY_ONE,
          "partOf",
          PLACES.getFirst());
    }
    for (int i = 0; i < 8; i++) {
      practice();
    }
  }

  private void practice() {
    String id = "P%05d".formatted(practices.size() + 1);
    practices.add(id);
    registered(id, "PRACTICE", maybe(day()), null);
    story.listed(id, day());
    start(id, any(SUBS), "COMMISSIONED_BY", day());
  }

  private void step() {
    switch (random.nextInt(44)) {
      case 0 -> practice();
      case 1 -> story.listed(any(practices), day());
      case 2 -> delisted();
      case 3, 4 -> start(any(practices), any(PCNS), "PCN_CORE", day());
      case 5 -> start(any(practices), any(FEDERATIONS), "FEDERATION", day());
      case 6 -> start(any(practices), any(PLACES), "PLACE", day());
      case 7 -> start(any(practices), any(SUBS), "COMMISSIONED_BY", day());
      case 8 -> ended();
      case 9 -> corrected();
      case 10, 11 -> listSize(any(practices), month(), null);
      case 12 -> mandate();
      case 13, 14, 15, 16 -> answered();
      case 17 -> meeting();
      case 18 -> item();
      case 19 -> outcome();
      case 20 -> influence();
      case 21 -> slot();
      case 22 -> relationship();
      case 23 -> listSizeTakenBack();
      case 24 -> start(any(partners()), any(ICBS), "GEOGRAPHY", day());
      case 25, 26 -> said(any(body()), "OrganisationRenamed", "name", name(), "from", day());
      case 27 -> said(any(body()), "OrganisationClosed", "end", day());
      case 28 -> said(any(body()), "OrganisationReopened", "from", day());
      case 29, 30 -> accepted(any(body()));
      case 31 -> said(any(TRUSTS), "SectorSet", "sector", any(SECTORS));
      case 32 -> placeRevised();
      case 35 -> placeMoved();
      case 36 -> placeEnded();
      case 37 -> start(any(practices), any(NEIGHBOURHOODS), "NEIGHBOURHOOD", day());
      case 38 -> topic();
      case 39, 40 -> topicRenamed();
      case 41, 42 -> topicMerged();
      case 43 -> topicOutOfUseOrBack();
      default -> contact();
    }
  }

  private void registered(
      String id, String kind, @Nullable LocalDate start, @Nullable String sector) {
    bodies.put(id, List.of(kind));
    said(
        id,
        "OrganisationRegistered",
        "odsCode",
        maybe(id),
        "name",
        kind + " " + id,
        "kinds",
        List.of(kind),
        "postcode",
        maybe("AB1 2CD"),
        "start",
        start,
        "end",
        maybe(day()),
        "status",
        "ACTIVE",
        "release",
        maybe(day()),
        "sector",
        sector);
  }

  private void said(String body, String type, @Nullable Object... fields) {
    Object[] all = new Object[fields.length + 2];
    all[0] = "organisationId";
    all[1] = body;
    System.arraycopy(fields, 0, all, 2, fields.length);
    story.say("organisations", "organisation-" + body, type, all);
  }

  /** A release may be old or new, and a body may become another kind of body. */
  private void accepted(String body) {
    List<String> kinds = bodies.get(body);
    said(
        body,
        "OdsRecordAccepted",
        "release",
        day(),
        "name",
        name(),
        "kinds",
        kinds.equals(List.of("TRUST")) ? any(List.of(kinds, List.of("TRUST", "COUNCIL"))) : kinds,
        "postcode",
        maybe("EF3 4GH"),
        "start",
        maybe(day()),
        "end",
        maybe(day()),
        "status",
        any(List.of("ACTIVE", "INACTIVE")),
        "historic",
        maybe(true));
  }

  private List<String> body() {
    return List.copyOf(bodies.keySet());
  }

  private static List<String> partners() {
    List<String> partners = new ArrayList<>(TRUSTS);
    partners.addAll(COUNCILS);
    return partners;
  }

  private String name() {
    return "Name " + random.nextInt(50);
  }

  /** Early events have no day. */
  private void placeRevised() {
    String place = random.nextInt(4) == 0 ? any(NEIGHBOURHOODS) : any(PLACES);
    LocalDate from = placeDay(place);
    from = placeEnds.containsKey(place) ? from : maybe(from);
    ofPlace(place, "PlaceRevised", "name", name(), "from", from);
  }

  private void placeMoved() {
    String place = any(PLACES);
    ofPlace(place, "PlaceMoved", "icsId", any(ICBS), "from", placeDay(place));
  }

  /** As the place's own rules allow: what is closed opens again, or has another last day. */
  private void placeEnded() {
    String place = random.nextInt(4) == 0 ? any(NEIGHBOURHOODS) : any(PLACES);
    LocalDate end = DAY_ONE.plusDays(1 + random.nextInt(DAYS));
    if (placeEnds.containsKey(place) && random.nextBoolean()) {
      placeEnds.remove(place);
      ofPlace(place, "PlaceReopened");
    } else if (placeEnds.containsKey(place) || random.nextBoolean()) {
      placeEnds.put(place, end);
      ofPlace(place, "PlaceClosed", "end", end);
    } else {
      placeEnds.put(place, end);
      ofPlace(place, "PlaceMerged", "into", any(PLACES), "on", end);
    }
  }

  private LocalDate placeDay(String place) {
    LocalDate end = placeEnds.getOrDefault(place, DAY_ONE.plusDays(DAYS));
    return DAY_ONE.plusDays(random.nextInt((int) (end.toEpochDay() - DAY_ONE.toEpochDay())));
  }

  private void ofPlace(String place, String type, @Nullable Object... fields) {
    Object[] all = new Object[fields.length + 2];
    all[0] = "placeId";
    all[1] = place;
    System.arraycopy(fields, 0, all, 2, fields.length);
    story.say("organisations", "place-" + place, type, all);
  }

  private void listSize(String practice, String month, @Nullable Boolean taken) {
    story.say(
        "organisations",
        "list-size-" + practice,
        "ListSizePublished",
        "organisationId",
        practice,
        "month",
        month,
        "patients",
        random.nextInt(20_000),
        "revision",
        revisions.merge(practice + "/" + month, 1, Integer::sum),
        "void",
        taken);
  }

  private void listSizeTakenBack() {
    if (revisions.isEmpty()) {
      listSize(any(practices), month(), null);
    }
    String[] published = any(List.copyOf(revisions.keySet())).split("/");
    listSize(published[0], published[1], true);
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

  private void topic() {
    topics.add("topic-%d".formatted(topics.size()));
    topicsInUse.add(topics.getLast());
    ofTopic(topics.getLast(), "TopicDefined", "label", any(LABELS), "start", day());
  }

  private void topicRenamed() {
    if (topicsInUse.isEmpty()) {
      topic();
    }
    ofTopic(any(topicsInUse), "TopicRenamed", "label", any(LABELS), "from", day());
  }

  /** Into one that is in use, so that nothing goes round in a circle; lists may follow lists. */
  private void topicMerged() {
    while (topicsInUse.size() < 2) {
      topic();
    }
    String id = any(topicsInUse);
    topicsInUse.remove(id);
    ofTopic(id, "TopicMerged", "into", any(topicsInUse), "on", day());
  }

  private void topicOutOfUseOrBack() {
    List<String> gone = new ArrayList<>(topics);
    gone.removeAll(topicsInUse);
    if (!gone.isEmpty() && random.nextInt(3) > 0) {
      String back = any(gone);
      topicsInUse.add(back);
      ofTopic(back, "TopicReinstated");
    } else if (!topicsInUse.isEmpty()) {
      String id = any(topicsInUse);
      topicsInUse.remove(id);
      if (random.nextBoolean()) {
        ofTopic(id, "TopicRetired", "on", day());
      } else {
        ofTopic(id, "TopicSplit", "into", List.of("part-one", "part-two"), "on", day());
      }
    }
  }

  private void ofTopic(String topic, String type, Object... fields) {
    String ics = ICBS.get(Integer.parseInt(topic.substring(6)) % 2);
    Object[] all = new Object[fields.length + 4];
    all[0] = "topicId";
    all[1] = topic;
    all[2] = "icsId";
    all[3] = ics;
    System.arraycopy(fields, 0, all, 4, fields.length);
    story.say("organisations", "topics-" + ics, type, all);
  }

  /** None, one of the lists, or one that the lists will only tell of later. */
  private @Nullable String listedTopic() {
    int chosen = random.nextInt(2 * topics.size() + 1);
    return chosen == topics.size()
        ? "topic-%d".formatted(chosen)
        : chosen < topics.size() ? topics.get(chosen) : null;
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
        "topicId",
        listedTopic(),
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
    said(item, "ItemAdded", "title", maybe("An item"), "topic", any(TOPICS));
    if (random.nextBoolean()) {
      said(item, "PositionPut", "stance", "FOR");
    }
  }

  private void outcome() {
    if (items.isEmpty()) {
      meeting();
    }
    said(
        any(items),
        "OutcomeRecorded",
        "outcome",
        any(List.of("AGREED", "DEFERRED", "NOTED", "NOT_DECIDED")));
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

  private LocalDate day() {
    return DAY_ONE.plusDays(random.nextInt(DAYS));
  }

  private <T> @Nullable T maybe(T value) {
    return random.nextBoolean() ? value : null;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
