package uk.onevoice.projection.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.IdentityHash;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.projection.facts.Story;
import uk.onevoice.testkit.stack.RunningStack;

/**
 * A small invented ICS and its neighbour, told to the service on the four topics. Seven practices:
 * six in Wyvern, the seventh in the neighbouring ICS; a network lies in both. Marl Valley has
 * practices 1 to 4, of which 4 has no network and no list size; Tarrow Coast has 5, Brackmoor Town
 * in the neighbouring ICS has 7.
 */
final class Wyvern {
  static final String ICS = "WYVICB01";
  static final String NEIGHBOUR = "WYVICB02";
  static final String VALLEY = "0198f000-0000-7000-8000-000000000001";
  static final String COAST = "0198f000-0000-7000-8000-000000000002";
  static final String FEDERATION = "0198f000-0000-7000-8000-000000000003";
  static final String TOWN = "0198f000-0000-7000-8000-000000000004";
  static final String LMC = "0198f000-0000-7000-8000-000000000005";
  static final String PLACE_BOARD = "0198f000-0000-7000-8000-000000000006";
  static final String ICB_BOARD = "0198f000-0000-7000-8000-000000000007";
  static final String TOWN_BOARD = "0198f000-0000-7000-8000-000000000008";
  static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  static final LocalDate START = LocalDate.of(2025, 4, 1);
  static final LocalDate SPRING = LocalDate.of(2026, 4, 1);
  static final LocalDate SUMMER = LocalDate.of(2026, 6, 1);

  /** When all of it was recorded: long enough ago for systems to see it. */
  static final Instant RECORDED = Instant.parse("2026-05-04T08:00:00Z");

  private static final Story STORY = new Story(RECORDED);
  private static int told;

  private Wyvern() {}

  /** Tells it once, later topics first: who owns a mandate may be heard of after the mandate. */
  static synchronized Story isTold() {
    if (told == 0) {
      registry();
      people();
      mandates();
      meetings();
      forums();
      slots();
      tell();
    }
    return STORY;
  }

  /**
   * Tells what was added to the story, and waits until it shows.
   *
   * @return the positions it has, as {@code X-Position}
   */
  static synchronized String tell() {
    return Topics.awaited(tellWithoutWaiting());
  }

  /** Tells what was added to the story. */
  static synchronized String tellWithoutWaiting() {
    List<HeardEvent> events = STORY.events();
    List<HeardEvent> news = events.subList(told, events.size());
    told = events.size();
    return Topics.publish(news);
  }

  /** All that was told, in its order. */
  static List<HeardEvent> events() {
    return STORY.events();
  }

  private static void registry() {
    STORY.registered(ICS, "ICB", "NHS Wyvern and Marlshire Integrated Care Board", START);
    STORY.registered(NEIGHBOUR, "ICB", "NHS Brackmoor Integrated Care Board", START);
    for (String sub : List.of("WYVSUB01", "WYVSUB02", "WYVSUB03")) {
      STORY.registered(sub, "SUB_ICB", "NHS sub-ICB " + sub, START);
    }
    STORY.affiliated("WYVSUB01", ICS, "COMMISSIONED_BY", START);
    STORY.affiliated("WYVSUB02", ICS, "COMMISSIONED_BY", START);
    STORY.affiliated("WYVSUB03", NEIGHBOUR, "COMMISSIONED_BY", START);
    for (String trust : List.of("WYVT0001", "WYVT0002")) {
      STORY.registered(trust, "TRUST", "Trust " + trust, START);
      STORY.affiliated(trust, ICS, "GEOGRAPHY", START);
    }
    STORY.say(
        "organisations",
        "organisation-WYVT0001",
        "SectorSet",
        "organisationId",
        "WYVT0001",
        "sector",
        "ACUTE");
    STORY.registered("WYVC0001", "COUNCIL", "Marlshire County Council", START);
    STORY.affiliated("WYVC0001", ICS, "GEOGRAPHY", START);
    for (int i = 1; i <= 3; i++) {
      STORY.registered("WYVN000" + i, "PCN", "Network " + i + " PCN", START);
    }
    STORY.place(VALLEY, ICS, "Marl Valley", START);
    STORY.place(COAST, ICS, "Tarrow Coast", START);
    STORY.place(TOWN, NEIGHBOUR, "Brackmoor Town", START);
    for (int i = 1; i <= 7; i++) {
      practice(i);
    }
    body(FEDERATION, "Marl Valley GP Federation", "FEDERATION");
    STORY.affiliated(practice(), FEDERATION, "FEDERATION", START);
    STORY.affiliated("WYVP0002", FEDERATION, "FEDERATION", START);
    body(LMC, "Wyvern Local Medical Committee", "LMC");
    STORY.affiliated(practice(), LMC, "LMC", START);
  }

  private static void body(String id, String name, String kind) {
    STORY.say(
        "organisations",
        "organisation-" + id,
        "OrganisationRegistered",
        "organisationId",
        id,
        "name",
        name,
        "kinds",
        List.of(kind),
        "start",
        START,
        "status",
        "ACTIVE");
  }

  private static String practice() {
    return "WYVP0001";
  }

  private static void practice(int number) {
    String code = "WYVP000" + number;
    STORY.say(
        "organisations",
        "organisation-" + code,
        "OrganisationRegistered",
        "organisationId",
        code,
        "odsCode",
        code,
        "name",
        number == 1 ? "Bridge Street Surgery" : "Practice number " + number,
        "kinds",
        List.of("PRACTICE"),
        "postcode",
        "WV" + number + " 1AA",
        "start",
        START,
        "status",
        "ACTIVE");
    // The sixth is on the map since spring only.
    STORY.listed(code, number == 6 ? SPRING : START);
    String sub = number <= 3 ? "WYVSUB01" : number <= 6 ? "WYVSUB02" : "WYVSUB03";
    STORY.affiliated(code, sub, "COMMISSIONED_BY", START);
    if (number != 4) {
      String network = number <= 2 ? "WYVN0001" : number <= 5 ? "WYVN0002" : "WYVN0003";
      STORY.affiliated(code, network, "PCN_CORE", START);
      STORY.listSize(code, "2026-03", 1_000L * number, 1);
    }
    if (number <= 4) {
      STORY.affiliated(code, VALLEY, "PLACE", START);
    } else if (number == 5) {
      STORY.affiliated(code, COAST, "PLACE", START);
    } else if (number == 7) {
      STORY.affiliated(code, TOWN, "PLACE", START);
    }
  }

  private static void people() {
    person("nadia.velloso");
    appointed("nadia.velloso", "FEDERATION_LEAD", FEDERATION);
    person("owen.tallant");
    appointed("owen.tallant", "LMC_OFFICER", LMC);
    person("femi.larkspur");
    appointed("femi.larkspur", "PRACTICE_PARTNER", practice());
    person("grace.ndukwe-hale");
    appointed("grace.ndukwe-hale", "PRACTICE_PARTNER", "WYVP0005");
    person("rowan.pike");
    appointed("rowan.pike", "ICB_GP_LEAD", ICS);
    person("tamsin.orrell");
    appointed("tamsin.orrell", "FEDERATION_LEAD", FEDERATION);
    appointed("tamsin.orrell", "ICB_GP_LEAD", ICS);
    // General practice of every place of the neighbouring ICS, since that has one.
    person("sunita.pellow");
    appointed("sunita.pellow", "PRACTICE_PARTNER", "WYVP0007");
    person("admin");
    appointed("admin", "PLATFORM_ADMINISTRATOR", null);
    person("keeper");
    appointed("keeper", "REGISTRY_KEEPER", null);
    person("colm.ashgrove");
    client("icb-client", ICS, "ICB");
    client("partner-client", "WYVT0001", "PARTNER");
  }

  private static void person(String user) {
    JsonNode claims = claims(RunningStack.get().token(user));
    IdentityHash identity =
        IdentityHash.of(claims.path("iss").asText(), claims.path("sub").asText());
    STORY.say("organisations", "person-" + id(user), "PersonRegistered", "personId", id(user));
    STORY.say(
        "organisations",
        "person-" + id(user),
        "IdentityLinked",
        "personId",
        id(user),
        "identityHash",
        identity.value());
  }

  static void appointed(String user, String role, @Nullable String organisation) {
    STORY.say(
        "organisations",
        "person-" + id(user),
        "RoleAppointed",
        "roleHoldingId",
        holding(user, role),
        "personId",
        id(user),
        "role",
        role,
        "organisationId",
        organisation,
        "start",
        START);
  }

  /** What a person names in {@code X-Acting-As}. */
  static String holding(String user, String role) {
    return id(user + role);
  }

  static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static void client(String id, String organisation, String kind) {
    STORY.say(
        "organisations",
        "client-" + id,
        "ClientRegistered",
        "clientId",
        id,
        "organisationId",
        organisation,
        "kind",
        kind);
    STORY.say("organisations", "client-" + id, "ClientApproved", "clientId", id);
  }

  private static void mandates() {
    mandate("m1", VALLEY, "community-services", START);
    answer("m1", "ConsentGranted", "WYVP0001", START);
    answer("m1", "ConsentDeclined", "WYVP0002", START);
    answer("m1", "ConsentConditional", "WYVP0003", SPRING);
    mandate("m2", COAST, "community-services", START);
    mandate("m3", VALLEY, "urgent-care", SUMMER);
  }

  private static void mandate(String id, String place, String topic, LocalDate start) {
    STORY.say(
        "mandates",
        "mandate-" + id,
        "MandateOpened",
        "mandateId",
        id,
        "placeId",
        place,
        "topic",
        topic,
        "holderId",
        FEDERATION,
        "holderRole",
        "FEDERATION_LEAD",
        "start",
        start,
        "end",
        start.plusYears(2));
  }

  private static void answer(String mandate, String type, String practice, LocalDate on) {
    answerAt(STORY.now(), mandate, type, practice, on);
  }

  static void answerAt(Instant moment, String mandate, String type, String practice, LocalDate on) {
    STORY.sayAt(
        moment,
        "mandates",
        "mandate-" + mandate,
        type,
        "mandateId",
        mandate,
        "practiceId",
        practice,
        "on",
        on);
  }

  /**
   * The board of the valley, where the federation has a seat and a trust comes too, and the ICB's.
   */
  private static void forums() {
    forum(PLACE_BOARD, "Place board", "PLACE_BOARD", List.of(VALLEY), null);
    forum(ICB_BOARD, "ICB board", "ICB_BOARD", List.of(), ICS);
    forum(TOWN_BOARD, "Brackmoor board", "ICB_BOARD", List.of(), NEIGHBOUR);
    for (String type :
        List.of("MeetingScheduled", "AttendanceRecorded", "ItemAdded", "PositionPut")) {
      ofTown(type);
    }
    series(
        "SeriesStarted",
        "placeId",
        VALLEY,
        "forumId",
        PLACE_BOARD,
        "forum",
        "Place board",
        "first",
        START);
    series(
        "SeatAllocated",
        "seatId",
        "seat-one",
        "label",
        "Federation",
        "bodyId",
        FEDERATION,
        "start",
        START);
    series(
        "RepresentativeNominated",
        "seatId",
        "seat-one",
        "nominationId",
        "nomination-one",
        "personId",
        "nadia",
        "part",
        "NOMINEE",
        "start",
        SPRING);
    say("PartnerAttendanceRecorded", "organisationId", "WYVT0001", "kind", "PRESENT");
  }

  /** One meeting of the neighbour's board, to which general practice went with a position. */
  private static void ofTown(String type) {
    STORY.say(
        "meetings",
        "meeting-town",
        type,
        "meetingId",
        "town",
        "placeId",
        TOWN,
        "forumId",
        TOWN_BOARD,
        "forum",
        "Brackmoor board",
        "on",
        SPRING,
        "personId",
        "piet",
        "capacity",
        "REPRESENTATIVE",
        "itemId",
        "of-town",
        "title",
        "Beds",
        "topic",
        "urgent-care",
        "stance",
        "FOR");
  }

  private static void forum(
      String id, String label, String level, List<String> places, @Nullable String owner) {
    String ics = NEIGHBOUR.equals(owner) ? NEIGHBOUR : ICS;
    STORY.say(
        "organisations",
        "forums-" + ics,
        "ForumRegistered",
        "forumId",
        id,
        "icsId",
        ics,
        "label",
        label,
        "start",
        START,
        "level",
        level,
        "ownerId",
        owner,
        "placeIds",
        places,
        "topicIds",
        List.of());
  }

  private static void series(String type, Object... fields) {
    Object[] all = new Object[fields.length + 2];
    all[0] = "seriesId";
    all[1] = "series-one";
    System.arraycopy(fields, 0, all, 2, fields.length);
    STORY.say("meetings", "series-one", type, all);
  }

  private static void meetings() {
    say("MeetingScheduled", "placeId", VALLEY, "forum", "Place board", "on", SPRING);
    say("AttendanceRecorded", "personId", "nadia", "capacity", "DELEGATE");
    for (String item : List.of("i1", "i2", "i3")) {
      say("ItemAdded", "itemId", item, "title", "Item " + item, "topic", "community-services");
      say("OutcomeRecorded", "itemId", item, "outcome", "AGREED");
    }
    say("InfluenceAssessed", "itemId", "i1", "influence", "CHANGED", "assessedBy", "nadia");
    say("InfluenceConfirmed", "itemId", "i1", "confirmedBy", "owen");
    say("InfluenceAssessed", "itemId", "i2", "influence", "NONE", "assessedBy", "nadia");
  }

  private static void say(String type, Object... fields) {
    Object[] all = new Object[fields.length + 2];
    all[0] = "meetingId";
    all[1] = "t1";
    System.arraycopy(fields, 0, all, 2, fields.length);
    STORY.say("meetings", "meeting-t1", type, all);
  }

  private static void slots() {
    slot("ICB", VALLEY, "ICB", ICS);
    slot("ACUTE", VALLEY, "ACUTE", "WYVT0001");
    for (String kind : List.of("ICB", "ACUTE", "COMMUNITY")) {
      slot("TOWN-" + kind, TOWN, kind, NEIGHBOUR);
    }
    STORY.say(
        "relationships",
        "slot-ICB",
        "RelationshipOpened",
        "slotId",
        "ICB",
        "relationshipId",
        "r1",
        "holderId",
        "nadia",
        "actingFor",
        FEDERATION);
    STORY.say(
        "relationships",
        "slot-ICB",
        "ContactLogged",
        "slotId",
        "ICB",
        "relationshipId",
        "r1",
        "on",
        LocalDate.of(2026, 5, 1),
        "kind",
        "LISTENING",
        "twoWay",
        true);
    STORY.later(Duration.ofHours(1));
  }

  private static void slot(String id, String place, String kind, String organisation) {
    STORY.say(
        "relationships",
        "slot-" + id,
        "SlotDefined",
        "slotId",
        id,
        "placeId",
        place,
        "kind",
        kind,
        "organisationId",
        organisation);
  }

  private static JsonNode claims(String token) {
    try {
      return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
