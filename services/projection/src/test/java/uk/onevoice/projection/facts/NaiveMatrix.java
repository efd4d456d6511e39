package uk.onevoice.projection.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.HeardEvent;

/**
 * The representation matrix once more, straight from the events and without any of the projection's
 * code: what the SQL is compared with. Slow, and meant to be read against the README's words.
 */
final class NaiveMatrix {
  static final String FORUMS =
      "select forum, forum_id, label, level, owner_id, next_meeting, next_day from matrix_forum(?, array[?], ?, ?, ?, ?)";
  static final String CELLS =
      """
      select forum, col, cell, seats, filled, empty_since, meetings, unrecorded, attended, observed,
        mandated, in_force, ran_out is not null, last_day, decided, items, put, assessed, aligned,
        changed
      from matrix_unfolded(?, array[?], ?, ?, ?, ?)\
      """;

  static final String SHARED = "select * from shared_forum(?, array[?], ?, ?, ?, ?)";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> KINDS = List.of("LMC", "FEDERATION", "PCN", "PRACTICE", "ICB");
  private static final Set<String> THERE = Set.of("PRESENT", "VIRTUAL", "IN_ATTENDANCE");

  private record Said(String type, JsonNode is) {
    String text(String field) {
      return is.path(field).asText();
    }

    @Nullable String maybe(String field) {
      return is.hasNonNull(field) ? text(field) : null;
    }

    LocalDate date(String field) {
      return LocalDate.parse(text(field));
    }

    boolean reached(String field, LocalDate day) {
      return is.hasNonNull(field) && !date(field).isAfter(day);
    }
  }

  private static final class Item {
    @Nullable String stance;
    boolean decided;
    boolean away;
    @Nullable String influence;
    boolean confirmed;
    boolean disputed;

    void assessed(@Nullable String code) {
      influence = code;
      confirmed = false;
      disputed = false;
    }

    boolean weighed() {
      return decided && !disputed && influence != null;
    }
  }

  private static final class Meeting {
    final String id;
    final Said scheduled;
    LocalDate day;
    boolean cancelled;
    boolean closed;
    final Map<String, Said> went = new TreeMap<>();
    final Map<String, Item> items = new TreeMap<>();
    final Set<String> partners = new TreeSet<>();

    Meeting(Said scheduled) {
      this.id = scheduled.text("meetingId");
      this.scheduled = scheduled;
      this.day = scheduled.date("on");
    }

    String place() {
      return scheduled.text("placeId");
    }

    Item item(Said said) {
      return items.computeIfAbsent(said.text("itemId"), _ -> new Item());
    }
  }

  private record Seat(String id, String series, @Nullable String body, LocalDate start) {}

  private record Nominee(String seat, String person, String part, LocalDate start, LocalDate end) {
    boolean on(LocalDate day) {
      return !day.isBefore(start) && day.isBefore(end);
    }
  }

  private final LocalDate asOf;
  private final NaiveReading reading;
  private final List<Said> said;
  private final Map<String, String> kinds = new TreeMap<>();
  private final Map<String, String> icses = new TreeMap<>();
  private final Map<String, Meeting> meetings = new LinkedHashMap<>();
  private final Map<String, List<Said>> byType;
  private final Map<String, Nominee> nominees;

  /** What was found out already: the same is asked for every cell. */
  private final Map<List<?>, Object> found = new HashMap<>();

  /**
   * @param reading of the same events, as of the same day and known at the same time
   */
  NaiveMatrix(List<HeardEvent> events, LocalDate asOf, Instant knownAt, NaiveReading reading) {
    this.asOf = asOf;
    this.reading = reading;
    this.said =
        events.stream()
            .filter(event -> !event.recordedAt().isAfter(knownAt))
            .map(event -> new Said(event.type(), read(event.payload())))
            .toList();
    this.byType = said.stream().collect(Collectors.groupingBy(Said::type));
    this.nominees = nominees();
    for (String row : reading.organisations()) {
      String listed = row.substring(row.indexOf('[') + 1, row.indexOf(']'));
      List<String> its = List.of(listed.split(", "));
      KINDS.stream()
          .filter(its::contains)
          .findFirst()
          .ifPresent(kind -> kinds.put(row.split("\\|")[0], kind));
    }
    for (String row : reading.places()) {
      icses.put(row.split("\\|")[0], row.split("\\|")[1]);
    }
    said.forEach(this::hear);
  }

  private void hear(Said one) {
    if (one.type().equals("MeetingScheduled")) {
      meetings.put(one.text("meetingId"), new Meeting(one));
    }
    Meeting meeting = meetings.get(one.text("meetingId"));
    if (meeting == null) {
      return;
    }
    switch (one.type()) {
      case "MeetingMoved" -> meeting.day = one.date("on");
      case "MeetingCancelled" -> meeting.cancelled = true;
      case "MeetingClosed" -> meeting.closed = true;
      case "AttendanceRecorded" -> meeting.went.put(one.text("personId"), one);
      case "AttendanceExpected", "ApologiesGiven", "AttendanceTakenBack" ->
          meeting.went.remove(one.text("personId"));
      case "PartnerAttendanceRecorded" -> {
        meeting.partners.remove(one.text("organisationId"));
        if (THERE.contains(one.text("kind"))) {
          meeting.partners.add(one.text("organisationId"));
        }
      }
      case "PartnerAttendanceTakenBack" -> meeting.partners.remove(one.text("organisationId"));
      case "ItemAdded" -> meeting.item(one);
      case "PositionPut" -> meeting.item(one).stance = one.text("stance");
      case "ReachRecorded" -> meeting.item(one).away = one.text("reach").equals("NOT_THERE");
      case "OutcomeRecorded" ->
          meeting.item(one).decided = !one.text("outcome").equals("NOT_DECIDED");
      case "InfluenceAssessed" -> meeting.item(one).assessed(one.text("influence"));
      case "InfluenceConfirmed" -> meeting.item(one).confirmed = true;
      case "InfluenceDisputed" -> meeting.item(one).disputed = true;
      case "DisputeSettled" -> {
        if (one.is().path("stands").asBoolean()) {
          meeting.item(one).disputed = false;
        } else {
          meeting.item(one).assessed(null);
        }
      }
      default -> {}
    }
  }

  private List<Said> ofType(String type) {
    return byType.getOrDefault(type, List.of());
  }

  @SuppressWarnings("unchecked")
  private <T> T once(Supplier<T> finding, Object... question) {
    List<?> asked = List.of(question);
    if (!found.containsKey(asked)) {
      found.put(asked, finding.get());
    }
    return (T) found.get(asked);
  }

  /** The forum that is meant by whoever names this one; null where the list has none. */
  private @Nullable String standing(@Nullable String forum) {
    if (forum == null || registration(forum) == null) {
      return null;
    }
    String now = forum;
    while (end(now) != null && Objects.requireNonNull(end(now)).type().equals("ForumMerged")) {
      now = Objects.requireNonNull(end(now)).text("into");
    }
    return registration(now) == null ? null : now;
  }

  private @Nullable Said registration(String forum) {
    return ofType("ForumRegistered").stream()
        .filter(one -> one.text("forumId").equals(forum) && firstDay(one).compareTo(asOf) <= 0)
        .findFirst()
        .orElse(null);
  }

  /** A name may turn out to be older than the forum was said to be. */
  private LocalDate firstDay(Said registered) {
    return ofType("ForumRenamed").stream()
        .filter(one -> one.text("forumId").equals(registered.text("forumId")))
        .map(one -> one.date("from"))
        .filter(day -> day.isBefore(registered.date("start")))
        .min(Comparator.naturalOrder())
        .orElse(registered.date("start"));
  }

  /** What ended its use, as far as that day has come. */
  private @Nullable Said end(String forum) {
    Said end = null;
    for (Said one : said) {
      if (one.text("forumId").equals(forum)) {
        switch (one.type()) {
          case "ForumMerged", "ForumSplit", "ForumClosed" -> end = one;
          case "ForumReopened" -> end = null;
          default -> {}
        }
      }
    }
    return end != null && end.reached("on", asOf) ? end : null;
  }

  private TreeMap<LocalDate, String> names(String forum) {
    TreeMap<LocalDate, String> names = new TreeMap<>();
    for (Said one : said) {
      if (one.text("forumId").equals(forum)) {
        switch (one.type()) {
          case "ForumRegistered" -> names.put(one.date("start"), one.text("label"));
          case "ForumRenamed" -> names.put(one.date("from"), one.text("label"));
          default -> {}
        }
      }
    }
    return names;
  }

  private static boolean isIcs(String area) {
    return RandomHistory.ICBS.contains(area);
  }

  /** Whether what happened at a place on a day counts for an area, which is a place or an ICS. */
  private boolean has(String area, String place, LocalDate day) {
    return isIcs(area)
        ? once(() -> reading.liesIn(place, area, day), "lies in", place, area, day)
        : place.equals(area);
  }

  /** On some day: where it lies changes on days that something says of places, and on no other. */
  private boolean everHas(String area, String place) {
    return !isIcs(area)
        ? place.equals(area)
        : once(
            () ->
                said.stream()
                    .filter(one -> one.type().startsWith("Place"))
                    .flatMap(one -> Stream.of("start", "from", "end").map(one::maybe))
                    .filter(Objects::nonNull)
                    .anyMatch(day -> has(area, place, LocalDate.parse(day))),
            "ever",
            area,
            place);
  }

  private @Nullable String listOf(String area) {
    return isIcs(area) ? area : icses.get(area);
  }

  /** The list's forum that ever had this name in the ICS of the area. */
  private @Nullable String called(String area, String label) {
    return ofType("ForumRegistered").stream()
        .filter(one -> one.text("icsId").equals(listOf(area)))
        .map(one -> one.text("forumId"))
        .filter(forum -> standing(forum) != null && names(forum).containsValue(label))
        .map(forum -> Objects.requireNonNull(standing(forum)))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private String key(String area, @Nullable String forum, String label) {
    return once(() -> findKey(area, forum, label), "key", area, String.valueOf(forum), label);
  }

  private String findKey(String area, @Nullable String forum, String label) {
    if (standing(forum) != null) {
      return Objects.requireNonNull(standing(forum));
    }
    String called = called(area, label);
    return called != null ? called : forum != null ? forum : "name:" + label;
  }

  private List<Said> series(String area) {
    return ofType("SeriesStarted").stream()
        .filter(one -> everHas(area, one.text("placeId")))
        .toList();
  }

  private boolean over(String area, Said series) {
    return !has(area, series.text("placeId"), asOf) || over(series);
  }

  private boolean over(Said series) {
    List<Said> ends =
        ofType("SeriesEnded").stream()
            .filter(one -> one.text("seriesId").equals(series.text("seriesId")))
            .toList();
    // A series that ends before it begins never was.
    return !ends.isEmpty() && ends.getLast().reached("end", asOf);
  }

  private boolean neverWas(Said series) {
    return ofType("SeriesEnded").stream()
        .filter(one -> one.text("seriesId").equals(series.text("seriesId")))
        .anyMatch(one -> !series.date("first").isBefore(one.date("end")));
  }

  private String forumOf(String area, Said series) {
    return key(area, series.text("forumId"), series.text("forum"));
  }

  private Optional<Said> seriesOf(Meeting meeting, String area) {
    return series(area).stream()
        .filter(one -> one.text("seriesId").equals(meeting.scheduled.maybe("seriesId")))
        .filter(one -> one.text("placeId").equals(meeting.place()))
        .filter(one -> !neverWas(one))
        .findFirst();
  }

  /** The ids of a forum's meetings and series at a place, whatever became of them. */
  Set<String> meetingsAndSeries(String place, String forum) {
    Set<String> ids = new TreeSet<>();
    of(place).stream()
        .filter(one -> forumOf(place, one).equals(forum))
        .forEach(one -> ids.add(one.id));
    series(place).stream()
        .filter(one -> forumOf(place, one).equals(forum))
        .forEach(one -> ids.add(one.text("seriesId")));
    return ids;
  }

  private String label(String area, Meeting meeting) {
    String own = meeting.scheduled.text("forum");
    return meeting.scheduled.maybe("forumId") != null
        ? own
        : seriesOf(meeting, area).map(one -> one.text("forum")).orElse(own);
  }

  private String forumOf(String area, Meeting meeting) {
    return once(() -> findForum(area, meeting), "forum", area, meeting.id);
  }

  private String findForum(String area, Meeting meeting) {
    String own = meeting.scheduled.maybe("forumId");
    String forum =
        own != null ? own : seriesOf(meeting, area).map(one -> one.text("forumId")).orElse(null);
    return key(area, forum, label(area, meeting));
  }

  private List<Meeting> of(String area) {
    return once(() -> findMeetings(area), "meetings", area);
  }

  private List<Meeting> findMeetings(String area) {
    return meetings.values().stream()
        .filter(one -> has(area, one.place(), one.day) && !one.cancelled)
        .toList();
  }

  private Map<String, List<Meeting>> held(String area, int days) {
    return of(area).stream()
        .filter(one -> !one.day.isAfter(asOf) && one.day.isAfter(asOf.minusDays(days)))
        .collect(Collectors.groupingBy(one -> forumOf(area, one)));
  }

  /** Every row with its forum. */
  List<String> forums(String area, int days) {
    record Use(String label, LocalDate day, String id) {}
    Map<String, List<Use>> uses = new TreeMap<>();
    for (Said one : series(area)) {
      if (!over(area, one) && !neverWas(one)) {
        uses.computeIfAbsent(forumOf(area, one), _ -> new ArrayList<>())
            .add(new Use(one.text("forum"), one.date("first"), one.text("seriesId")));
      }
    }
    for (Meeting one : of(area)) {
      if (one.day.isAfter(asOf.minusDays(days))) {
        uses.computeIfAbsent(forumOf(area, one), _ -> new ArrayList<>())
            .add(new Use(label(area, one), one.day, one.id));
      }
    }
    Set<String> listed = new TreeSet<>();
    for (Said one : ofType("ForumRegistered")) {
      if (standing(one.text("forumId")) != null) {
        listed.add(Objects.requireNonNull(standing(one.text("forumId"))));
      }
    }
    List<String> rows = new ArrayList<>();
    for (String forum : listed) {
      Said is =
          ofType("ForumRegistered").stream()
              .filter(one -> one.text("forumId").equals(forum))
              .findFirst()
              .orElseThrow();
      Said sits =
          ofType("ForumRevised").stream()
              .filter(one -> one.text("forumId").equals(forum))
              .reduce(is, (_, later) -> later);
      List<String> places = new ArrayList<>();
      sits.is().path("placeIds").forEach(one -> places.add(one.asText()));
      boolean ours =
          is.text("icsId").equals(listOf(area))
              && (isIcs(area) || places.isEmpty() || places.contains(area));
      boolean ofOnePlace = isIcs(area) && places.size() == 1;
      if (end(forum) == null && !ofOnePlace && (ours || uses.containsKey(forum))) {
        rows.add(
            NaiveReading.row(
                forum,
                forum,
                Objects.requireNonNull(names(forum).floorEntry(asOf)).getValue(),
                sits.text("level"),
                sits.maybe("ownerId"),
                next(area, forum)));
      }
    }
    uses.forEach((forum, its) -> {
      if (!isIcs(area) && !listed.contains(forum)) {
        Use last =
            its.stream().max(Comparator.comparing(Use::day).thenComparing(Use::id)).orElseThrow();
        rows.add(NaiveReading.row(forum, null, last.label(), "OTHER", null, next(area, forum)));
      }
    });
    rows.sort(null);
    return rows;
  }

  private String next(String area, String forum) {
    return of(area).stream()
        .filter(one -> one.day.isAfter(asOf) && forumOf(area, one).equals(forum))
        .min(
            Comparator.comparing((Meeting one) -> one.day)
                .thenComparing(one -> one.scheduled.is().path("hours").path("start").asText())
                .thenComparing(one -> one.id))
        .map(one -> NaiveReading.row(one.id, one.day))
        .orElse("null|null");
  }

  private Map<String, Nominee> nominees() {
    Map<String, Nominee> nominees = new TreeMap<>();
    Map<String, String> seats = new TreeMap<>();
    for (Said one : said) {
      String id = one.text("nominationId");
      switch (one.type()) {
        case "RepresentativeNominated" -> {
          seats.put(id, one.text("seatId"));
          nominees.put(id, nominee(one, one.text("seatId")));
        }
        case "NominationCorrected" -> {
          nominees.remove(id);
          if (!one.is().path("void").asBoolean()) {
            nominees.put(id, nominee(one, Objects.requireNonNull(seats.get(id))));
          }
        }
        case "NominationEnded" ->
            nominees.computeIfPresent(
                id,
                (_, is) ->
                    new Nominee(
                        is.seat(),
                        is.person(),
                        is.part(),
                        is.start(),
                        one.date("end").isBefore(is.end()) ? one.date("end") : is.end()));
        default -> {}
      }
    }
    nominees.values().removeIf(one -> !one.start().isBefore(one.end()));
    return nominees;
  }

  private static Nominee nominee(Said one, String seat) {
    return new Nominee(
        seat,
        one.text("personId"),
        one.text("part"),
        one.date("start"),
        one.is().hasNonNull("end") ? one.date("end") : LocalDate.MAX);
  }

  /** The seats that there are on a day, by forum. */
  private Map<String, List<Seat>> seats(String area, LocalDate day, boolean ofSeriesThatGoOn) {
    Map<String, List<Seat>> seats = new TreeMap<>();
    for (Said series : series(area)) {
      if (neverWas(series) || (ofSeriesThatGoOn && over(area, series))) {
        continue;
      }
      for (Said seat : ofType("SeatAllocated")) {
        boolean withdrawn =
            ofType("SeatWithdrawn").stream()
                .anyMatch(one ->
                    one.text("seatId").equals(seat.text("seatId")) && one.reached("end", day));
        if (seat.text("seriesId").equals(series.text("seriesId"))
            && seat.reached("start", day)
            && !withdrawn) {
          seats
              .computeIfAbsent(forumOf(area, series), _ -> new ArrayList<>())
              .add(
                  new Seat(
                      seat.text("seatId"),
                      series.text("seriesId"),
                      seat.maybe("bodyId"),
                      seat.date("start")));
        }
      }
    }
    return seats;
  }

  private Set<String> holders(String place, @Nullable String mandate, LocalDate day) {
    return mandate == null
        ? Set.of()
        : once(
            () -> reading.on(day).holdersInForce(place, mandate), "holders", place, mandate, day);
  }

  /**
   * For which bodies somebody was there: by their seat, else by their mandate, else by their roles.
   */
  private Set<String> bodies(String area, String forum, Meeting meeting, String person) {
    Set<String> bodies = new TreeSet<>();
    List<Seat> seats =
        once(() -> seats(area, meeting.day, false), "seats", area, meeting.day)
            .getOrDefault(forum, List.of());
    for (Nominee one : nominees.values()) {
      if (isOne(one.person(), person) && one.on(meeting.day)) {
        seats.stream()
            .filter(seat -> seat.id().equals(one.seat()))
            .flatMap(seat -> Stream.ofNullable(seat.body()))
            .filter(kinds::containsKey)
            .forEach(bodies::add);
      }
    }
    if (bodies.isEmpty()) {
      meeting.went.entrySet().stream()
          .filter(one -> isOne(one.getKey(), person))
          .flatMap(one ->
              holders(meeting.place(), one.getValue().maybe("mandateId"), meeting.day).stream())
          .filter(kinds::containsKey)
          .forEach(bodies::add);
    }
    if (bodies.isEmpty()) {
      roles(person, meeting.day).stream().filter(kinds::containsKey).forEach(bodies::add);
    }
    return bodies;
  }

  /** The part, and the body where it is one; nothing where it is several parts'. */
  private List<String> parts(String area, String forum, Meeting meeting, String person) {
    Set<String> bodies = bodies(area, forum, meeting, person);
    List<String> its = bodies.stream().map(kinds::get).distinct().toList();
    return its.size() != 1
        ? List.of()
        : bodies.size() != 1
            ? its
            : List.of(its.getFirst(), its.getFirst() + " " + bodies.iterator().next());
  }

  /** Whether two records are of one human being. */
  private boolean isOne(String record, String other) {
    return recordOf(record).equals(recordOf(other));
  }

  private String recordOf(String person) {
    return reading.person(person);
  }

  private List<String> roles(String person, LocalDate day) {
    record Role(String person, String body, LocalDate start, LocalDate end) {}
    Map<String, Role> roles = new TreeMap<>();
    for (Said one : said) {
      String id = one.text("roleHoldingId");
      switch (one.type()) {
        case "RoleAppointed", "RoleCorrected" -> {
          roles.remove(id);
          if (!one.is().path("void").asBoolean()) {
            roles.put(
                id,
                new Role(
                    one.text("personId"),
                    one.text("organisationId"),
                    one.date("start"),
                    LocalDate.MAX));
          }
        }
        case "RoleEnded" ->
            roles.computeIfPresent(
                id, (_, is) -> new Role(is.person(), is.body(), is.start(), one.date("end")));
        default -> {}
      }
    }
    return roles.values().stream()
        .filter(role -> isOne(role.person(), person))
        .filter(role -> !day.isBefore(role.start()) && day.isBefore(role.end()))
        .map(Role::body)
        .toList();
  }

  /** All cells of all rows. */
  List<String> cells(String area, int days) {
    Map<String, List<Meeting>> held = held(area, days);
    Map<String, List<Seat>> seats = seats(area, asOf, true);
    Map<List<String>, List<String>> parts = new TreeMap<>(Comparator.comparing(List::toString));
    Map<String, Set<String>> bodies = new TreeMap<>();
    seats.forEach((forum, its) ->
        its.stream()
            .flatMap(seat -> Stream.ofNullable(part(seat)))
            .forEach(part -> bodies.computeIfAbsent(forum, _ -> new TreeSet<>()).add(part)));
    held.forEach((forum, its) ->
        its.forEach(meeting ->
            meeting
                .went
                .keySet()
                .forEach(person -> {
                  List<String> whose = parts(area, forum, meeting, person);
                  parts.put(List.of(meeting.id, person), whose);
                  whose.stream()
                      .filter(part -> part.contains(" "))
                      .forEach(
                          part -> bodies.computeIfAbsent(forum, _ -> new TreeSet<>()).add(part));
                })));
    List<String> rows = new ArrayList<>();
    for (String row : once(() -> forums(area, days), "forums", area, days)) {
      String forum = row.substring(0, row.indexOf('|'));
      rows.add(cell(area, forum, "WHOLE", held, seats, (_, _) -> true));
      Set<String> columns = new TreeSet<>(bodies.getOrDefault(forum, Set.of()));
      columns.removeIf(part -> part.startsWith("ICB"));
      columns.addAll(KINDS);
      for (String kind : columns) {
        rows.add(
            cell(
                area,
                forum,
                kind,
                held,
                seats,
                (meeting, person) ->
                    parts.getOrDefault(List.of(meeting.id, person), List.of()).contains(kind)));
      }
    }
    rows.sort(null);
    return rows;
  }

  private @Nullable String part(Seat seat) {
    return seat.body() == null || !kinds.containsKey(seat.body())
        ? null
        : kinds.get(seat.body()) + " " + seat.body();
  }

  private interface Belongs {
    boolean test(Meeting meeting, String person);
  }

  private String cell(
      String area,
      String forum,
      String part,
      Map<String, List<Meeting>> allHeld,
      Map<String, List<Seat>> allSeats,
      Belongs belongs) {
    List<Meeting> held = allHeld.getOrDefault(forum, List.of());
    List<Seat> seats =
        allSeats.getOrDefault(forum, List.of()).stream()
            .filter(seat ->
                part.equals("WHOLE")
                    || (seat.body() != null && part.equals(kinds.get(seat.body())))
                    || part.equals(part(seat)))
            .toList();
    List<Nominee> sitting =
        nominees.values().stream().filter(one -> one.part().equals("NOMINEE")).toList();
    Function<Seat, Boolean> filled =
        seat -> sitting.stream().anyMatch(one -> one.seat().equals(seat.id()) && one.on(asOf));
    int sat = (int) seats.stream().filter(filled::apply).count();
    LocalDate emptySince =
        seats.isEmpty() || sat > 0
            ? null
            : seats.stream()
                .map(seat ->
                    sitting.stream()
                        .filter(one -> one.seat().equals(seat.id()) && !one.end().isAfter(asOf))
                        .map(Nominee::end)
                        .reduce(seat.start(), (a, b) -> a.isAfter(b) ? a : b))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    int attended = 0;
    int observed = 0;
    int mandated = 0;
    int inForceStill = 0;
    int unrecorded = 0;
    int decided = 0;
    int[] counts = new int[5];
    LocalDate lastAttended = LocalDate.MIN;
    for (Meeting meeting : held) {
      unrecorded += meeting.went.isEmpty() && !meeting.closed ? 1 : 0;
      List<Item> items =
          meeting.items.values().stream()
              .filter(item -> !"NOT_RELEVANT".equals(item.influence))
              .toList();
      decided += (int) items.stream().filter(item -> item.decided).count();
      List<Said> ours =
          meeting.went.entrySet().stream()
              .filter(one -> belongs.test(meeting, one.getKey()))
              .map(Map.Entry::getValue)
              .toList();
      if (ours.isEmpty()) {
        continue;
      }
      attended++;
      lastAttended = meeting.day.isAfter(lastAttended) ? meeting.day : lastAttended;
      observed += ours.stream().allMatch(NaiveMatrix::observes) ? 1 : 0;
      boolean under = ours.stream().anyMatch(one -> mandated(one, meeting));
      mandated += under ? 1 : 0;
      inForceStill +=
          ours.stream()
                  .anyMatch(one ->
                      mandated(one, meeting)
                          && !holders(meeting.place(), one.maybe("mandateId"), asOf).isEmpty())
              ? 1
              : 0;
      boolean anybody = meeting.went.values().stream().anyMatch(one -> mandated(one, meeting));
      boolean speaks =
          part.equals("WHOLE") || (anybody ? under : ours.stream().anyMatch(one -> !observes(one)));
      for (Item item : items) {
        if (speaks && !item.away) {
          count(item, counts);
        }
      }
    }
    String cell =
        seats.size() > 0 && sat == 0 && lastAttended.isBefore(Objects.requireNonNull(emptySince))
            ? "VACANT"
            : attended == 0
                ? seats.isEmpty()
                    ? "NO_SEAT"
                    : held.size() - unrecorded >= 3 ? "VACANT" : "NOT_RECORDED"
                : counts[4] > 0
                    ? "CHANGED"
                    : counts[1] > 0 ? "POSITION" : inForceStill > 0 ? "MANDATED" : "ATTENDED";
    return NaiveReading.row(
        forum,
        part,
        cell,
        seats.size(),
        sat,
        emptySince,
        held.size(),
        unrecorded,
        attended,
        observed,
        mandated,
        inForceStill,
        mandated > 0 && inForceStill == 0,
        held.stream().map(one -> one.day).max(Comparator.naturalOrder()).orElse(null),
        decided,
        counts[0],
        counts[1],
        counts[2],
        counts[3],
        counts[4]);
  }

  private static void count(Item item, int[] counts) {
    boolean aligned = "ALREADY_ALIGNED".equals(item.influence);
    counts[0] += item.decided ? 1 : 0;
    counts[1] += item.stance != null ? 1 : 0;
    counts[2] += item.weighed() && !aligned ? 1 : 0;
    counts[3] += item.weighed() && aligned ? 1 : 0;
    counts[4] +=
        item.weighed()
                && item.confirmed
                && Set.of("CHANGED", "PARTLY").contains(String.valueOf(item.influence))
            ? 1
            : 0;
  }

  private boolean mandated(Said went, Meeting meeting) {
    return !holders(meeting.place(), went.maybe("mandateId"), meeting.day).isEmpty();
  }

  private static boolean observes(Said went) {
    return went.text("capacity").equals("OBSERVER");
  }

  /** The forums that an organisation convenes or was at within 365 days. */
  List<String> shared(String area, String organisation) {
    Set<String> shared = new TreeSet<>();
    for (String row : forums(area, 365)) {
      if (row.split("\\|")[4].equals(organisation)) {
        shared.add(row.substring(0, row.indexOf('|')));
      }
    }
    held(area, 365)
        .forEach((forum, its) -> {
          if (its.stream().anyMatch(one -> one.partners.contains(organisation))) {
            shared.add(forum);
          }
        });
    return List.copyOf(shared);
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
