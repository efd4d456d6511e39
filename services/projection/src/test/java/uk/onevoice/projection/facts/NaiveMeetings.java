package uk.onevoice.projection.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.HeardEvent;

/**
 * The measures of meetings once more, straight from the events and without any of the projection's
 * code: what the SQL is compared with. Slow, and meant to be read against measures' formulas.
 */
final class NaiveMeetings {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static final class Item {
    boolean decided;
    boolean confirmed;
    boolean disputed;
    boolean away;
    @Nullable String influence;
    final Map<String, JsonNode> talks = new LinkedHashMap<>();

    boolean influenced() {
      return confirmed && Set.of("CHANGED", "PARTLY").contains(String.valueOf(influence));
    }
  }

  private static final class Meeting {
    String id = "";
    String place = "";
    @Nullable String series;
    LocalDate day = LocalDate.MIN;
    @Nullable LocalTime start;
    @Nullable LocalTime end;
    boolean scheduled;
    boolean cancelled;
    boolean closed;
    boolean prepared;
    final Map<String, JsonNode> went = new TreeMap<>();
    final Map<String, Item> items = new TreeMap<>();
    final Set<String> partners = new TreeSet<>();
    final Map<String, List<JsonNode>> notes = new TreeMap<>();
    final Map<String, Map<String, LocalDate>> read = new TreeMap<>();

    boolean attended() {
      return !went.isEmpty();
    }

    void at(JsonNode event) {
      day = LocalDate.parse(event.path("on").asText());
      start = hour(event, "start");
      end = hour(event, "end");
    }

    private static @Nullable LocalTime hour(JsonNode event, String end) {
      JsonNode hour = event.path("hours").path(end);
      return hour.isMissingNode() ? null : LocalTime.parse(hour.asText());
    }

    Item item(JsonNode event) {
      return items.computeIfAbsent(event.path("itemId").asText(), _ -> new Item());
    }
  }

  /** What was said of a thing that is not a meeting, in the order in which it was said. */
  private record Said(String type, JsonNode is) {
    LocalDate date(String field) {
      return LocalDate.parse(is.path(field).asText());
    }

    String text(String field) {
      return is.path(field).asText();
    }
  }

  private final LocalDate asOf;
  private final Map<String, Meeting> meetings = new TreeMap<>();
  private final List<Said> said = new ArrayList<>();

  private final NaiveReading reading;
  private @Nullable List<Nominee> nominees;

  /** What was found out already: it is asked for each measure. */
  private final Map<String, Map<String, JsonNode>> ours = new TreeMap<>();

  private final Map<LocalDate, NaiveReading> days = new TreeMap<>();

  /**
   * @param reading of the same events, as of the same day and known at the same time
   */
  NaiveMeetings(List<HeardEvent> events, LocalDate asOf, Instant knownAt, NaiveReading reading) {
    this.asOf = asOf;
    this.reading = reading;
    for (HeardEvent event : events) {
      if (!event.recordedAt().isAfter(knownAt)) {
        JsonNode is = Payloads.of(event);
        said.add(new Said(event.type(), is));
        if (is.has("meetingId") && !event.type().startsWith("Action")) {
          hear(event.type(), is);
        }
      }
    }
  }

  private void hear(String type, JsonNode is) {
    Meeting meeting = meetings.computeIfAbsent(is.path("meetingId").asText(), _ -> new Meeting());
    switch (type) {
      case "MeetingScheduled" -> {
        meeting.scheduled = true;
        meeting.id = is.path("meetingId").asText();
        meeting.place = is.path("placeId").asText();
        meeting.series = is.hasNonNull("seriesId") ? is.path("seriesId").asText() : null;
        meeting.at(is);
      }
      case "MeetingMoved" -> meeting.at(is);
      case "MeetingCancelled" -> meeting.cancelled = true;
      case "MeetingClosed" -> meeting.closed = true;
      case "PreparationCompleted" -> meeting.prepared = true;
      case "AttendanceRecorded" -> meeting.went.put(is.path("personId").asText(), is);
      case "ApologiesGiven", "AttendanceTakenBack", "AttendanceExpected" ->
          meeting.went.remove(is.path("personId").asText());
      case "PartnerAttendanceRecorded" -> {
        String partner = is.path("organisationId").asText();
        if (Set.of("PRESENT", "VIRTUAL", "IN_ATTENDANCE").contains(is.path("kind").asText())) {
          meeting.partners.add(partner);
        } else {
          meeting.partners.remove(partner);
        }
      }
      case "PartnerAttendanceTakenBack" ->
          meeting.partners.remove(is.path("organisationId").asText());
      case "ItemAdded" -> meeting.item(is);
      case "ReachRecorded" -> meeting.item(is).away = is.path("reach").asText().equals("NOT_THERE");
      case "OutcomeRecorded" ->
          meeting.item(is).decided = !is.path("outcome").asText().equals("NOT_DECIDED");
      case "InfluenceAssessed" -> assessed(meeting.item(is), is.path("influence").asText());
      case "InfluenceConfirmed" -> meeting.item(is).confirmed = true;
      case "InfluenceDisputed" -> meeting.item(is).disputed = true;
      case "DisputeSettled" -> {
        if (is.path("stands").asBoolean()) {
          meeting.item(is).disputed = false;
        } else {
          assessed(meeting.item(is), null);
        }
      }
      case "PreAlignmentRecorded" ->
          meeting.item(is).talks.put(is.path("preAlignmentId").asText(), is);
      case "PreAlignmentWithdrawn" ->
          meeting
              .items
              .values()
              .forEach(item -> item.talks.remove(is.path("preAlignmentId").asText()));
      case "FeedbackSent" ->
          meeting
              .notes
              .computeIfAbsent(is.path("mandateId").asText(), _ -> new ArrayList<>())
              .add(is);
      case "FeedbackRead" ->
          meeting
              .read
              .computeIfAbsent(is.path("mandateId").asText(), _ -> new TreeMap<>())
              .putIfAbsent(is.path("practiceId").asText(), LocalDate.parse(is.path("on").asText()));
      default -> {}
    }
  }

  private static void assessed(Item item, @Nullable String code) {
    item.influence = code;
    item.confirmed = false;
    item.disputed = false;
  }

  /** Meetings of the last 365 days that took place, the earliest first. */
  private List<Meeting> held(NaiveArea area) {
    return held(meeting -> counts(area, meeting));
  }

  /**
   * A federation's are those at which it had a seat that day, or where somebody was there for it.
   */
  private boolean counts(NaiveArea area, Meeting meeting) {
    if (area.isForum()) {
      return area.forumHas().contains(meeting.id);
    }
    return area.isFederation()
        ? !went(area, meeting).isEmpty() || !seatsOf(area, meeting).isEmpty()
        : area.has(meeting.place, meeting.day);
  }

  /**
   * Who was there for the area: for a federation, who sat in its seat or stood in there that day,
   * and who spoke under a mandate that it held in force that day.
   */
  private Map<String, JsonNode> went(NaiveArea area, Meeting meeting) {
    return area.isFederation()
        ? ours.computeIfAbsent(area.id() + " " + meeting.id, _ -> wentFor(area, meeting))
        : meeting.went;
  }

  private Map<String, JsonNode> wentFor(NaiveArea area, Meeting meeting) {
    Set<String> seats = seatsOf(area, meeting);
    Map<String, JsonNode> those = new TreeMap<>(meeting.went);
    those
        .entrySet()
        .removeIf(one -> {
          boolean sits =
              nominees().stream()
                  .anyMatch(named ->
                      isOne(named.person(), one.getKey())
                          && named.on(meeting.day)
                          && seats.contains(named.seat()));
          return !sits
              && (!one.getValue().hasNonNull("mandateId")
                  || !on(meeting.day)
                      .holdersInForce(meeting.place, one.getValue().path("mandateId").asText())
                      .contains(area.id()));
        });
    return those;
  }

  /** Whether two records are of one human being. */
  private boolean isOne(String record, String other) {
    return reading.person(record).equals(reading.person(other));
  }

  /** The people who were there for the area, each with everything that was entered of them. */
  private Map<String, List<JsonNode>> people(NaiveArea area, Meeting meeting) {
    Map<String, List<JsonNode>> people = new TreeMap<>();
    went(area, meeting)
        .forEach((record, is) ->
            people.computeIfAbsent(reading.person(record), _ -> new ArrayList<>()).add(is));
    return people;
  }

  private NaiveReading on(LocalDate day) {
    return days.computeIfAbsent(day, reading::on);
  }

  private Set<String> seatsOf(NaiveArea area, Meeting meeting) {
    Set<String> seats = new TreeSet<>();
    for (Said seat : said) {
      if (seat.type().equals("SeatAllocated")
          && seat.text("bodyId").equals(area.id())
          && seat.text("seriesId").equals(meeting.series)
          && !seat.date("start").isAfter(meeting.day)
          && !withdrawn(seat.text("seatId"), meeting.day)) {
        seats.add(seat.text("seatId"));
      }
    }
    return seats;
  }

  private boolean withdrawn(String seat, LocalDate day) {
    return said.stream()
        .anyMatch(one ->
            one.type().equals("SeatWithdrawn")
                && one.text("seatId").equals(seat)
                && !one.date("end").isAfter(day));
  }

  private List<Meeting> held(Predicate<Meeting> counts) {
    return meetings.values().stream()
        .filter(meeting -> meeting.scheduled && !meeting.cancelled)
        .filter(meeting -> age(meeting) >= 0 && age(meeting) < 365)
        .filter(counts)
        .sorted(
            Comparator.comparing((Meeting meeting) -> meeting.day)
                .thenComparing(
                    meeting -> meeting.start, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(meeting -> meeting.id))
        .toList();
  }

  private long age(Meeting meeting) {
    return ChronoUnit.DAYS.between(meeting.day, asOf);
  }

  /** M7: attended, code and items. */
  List<String> influence(NaiveArea area) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Meeting meeting : held(area)) {
      for (Item item : meeting.items.values()) {
        if (item.decided) {
          counts.merge(
              (!went(area, meeting).isEmpty() && !item.away) + "|" + code(item), 1, Integer::sum);
        }
      }
    }
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + "|" + entry.getValue())
        .toList();
  }

  private static String code(Item item) {
    if (item.disputed) {
      return "DISPUTED";
    }
    if (item.influence == null) {
      return "NOT_ASSESSED";
    }
    boolean claim = item.influence.equals("CHANGED") || item.influence.equals("PARTLY");
    return claim && !item.confirmed ? "UNCONFIRMED" : item.influence;
  }

  /** M6: all meetings first, then each series. */
  List<String> spread(NaiveArea area) {
    List<Meeting> held = held(area);
    List<String> rows = new ArrayList<>();
    if (!held.isEmpty()) {
      rows.add(spread(area, null, held));
    }
    held.stream()
        .flatMap(meeting -> Stream.ofNullable(meeting.series))
        .distinct()
        .sorted()
        .forEach(series ->
            rows.add(
                spread(
                    area,
                    series,
                    held.stream().filter(meeting -> series.equals(meeting.series)).toList())));
    return rows;
  }

  private String spread(NaiveArea area, @Nullable String series, List<Meeting> held) {
    List<Map<String, List<JsonNode>>> recorded =
        held.stream()
            .map(meeting -> people(area, meeting))
            .filter(went -> !went.isEmpty())
            .toList();
    Map<String, Integer> times = new TreeMap<>();
    int substitutes = 0;
    int continued = 0;
    Set<String> before = Set.of();
    for (Map<String, List<JsonNode>> went : recorded) {
      for (Map.Entry<String, List<JsonNode>> one : went.entrySet()) {
        times.merge(one.getKey(), 1, Integer::sum);
        substitutes +=
            one.getValue().stream().allMatch(is -> is.path("kind").asText().equals("SUBSTITUTE"))
                ? 1
                : 0;
      }
      continued += before.stream().anyMatch(went::containsKey) ? 1 : 0;
      before = went.keySet();
    }
    return NaiveReading.row(
        series,
        recorded.size(),
        held.size() - recorded.size(),
        times.values().stream().mapToInt(n -> n).sum(),
        times.size(),
        times.values().stream().mapToInt(n -> n * n).sum(),
        times.values().stream().mapToInt(n -> n).max().orElse(0),
        substitutes,
        continued);
  }

  /** M8: class, items, assessed and changed. */
  List<String> preAlignment(NaiveArea area) {
    Map<String, int[]> classes = new LinkedHashMap<>();
    for (String kind : List.of("PRE_ALIGNED", "COLD", "UNKNOWN")) {
      classes.put(kind, new int[3]);
    }
    for (Meeting meeting : held(area)) {
      for (Item item : meeting.items.values()) {
        boolean relevant = !"NOT_RELEVANT".equals(item.influence);
        if (went(area, meeting).isEmpty() || item.away || !relevant) {
          continue;
        }
        int[] counts = classes.get(kind(meeting, item));
        boolean assessed =
            item.decided
                && !item.disputed
                && item.influence != null
                && !item.influence.equals("ALREADY_ALIGNED");
        counts[0]++;
        counts[1] += assessed ? 1 : 0;
        counts[2] += assessed && item.influenced() ? 1 : 0;
      }
    }
    return classes.entrySet().stream()
        .map(entry ->
            NaiveReading.row(
                entry.getKey(), entry.getValue()[0], entry.getValue()[1], entry.getValue()[2]))
        .toList();
  }

  private static String kind(Meeting meeting, Item item) {
    LocalTime start = meeting.start == null ? LocalTime.MIDNIGHT : meeting.start;
    Instant begins = meeting.day.atTime(start).atZone(LONDON).toInstant();
    List<JsonNode> before =
        item.talks.values().stream()
            .filter(talk -> Instant.parse(talk.path("recordedAt").asText()).isBefore(begins))
            .filter(talk -> {
              LocalDate on = LocalDate.parse(talk.path("on").asText());
              return !on.isAfter(meeting.day) && !on.isBefore(meeting.day.minusDays(42));
            })
            .toList();
    if (before.stream().anyMatch(talk -> talk.path("agreed").asBoolean())) {
      return "PRE_ALIGNED";
    }
    return !before.isEmpty() || (meeting.closed && meeting.prepared) ? "COLD" : "UNKNOWN";
  }

  /** M10, one row. */
  String loopClosure(NaiveArea area) {
    int due = 0;
    int inTime = 0;
    int notYet = 0;
    int told = 0;
    int read = 0;
    List<Long> days = new ArrayList<>();
    for (Meeting meeting : held(area)) {
      int items = (int) meeting.items.values().stream().filter(item -> item.decided).count();
      Set<String> mandates = new TreeSet<>();
      went(area, meeting).values().stream()
          .filter(is -> is.hasNonNull("mandateId"))
          .forEach(is -> mandates.add(is.path("mandateId").asText()));
      for (String mandate : mandates) {
        List<JsonNode> notes = meeting.notes.getOrDefault(mandate, List.of());
        LocalDate first =
            notes.isEmpty() ? null : LocalDate.parse(notes.getFirst().path("on").asText());
        boolean sent = first != null && !first.isAfter(asOf);
        Integer within = on(meeting.day).reportBackDays(meeting.place, mandate);
        LocalDate dueOn =
            sent
                ? LocalDate.parse(notes.getLast().path("dueOn").asText())
                : within == null ? null : meeting.day.plusDays(within);
        if (dueOn != null) {
          due += dueOn.isBefore(asOf) ? items : 0;
          notYet += dueOn.isBefore(asOf) ? 0 : items;
          inTime += dueOn.isBefore(asOf) && sent && !first.isAfter(dueOn) ? items : 0;
        }
        if (sent) {
          days.add(ChronoUnit.DAYS.between(meeting.day, first));
          Map<String, LocalDate> reads = meeting.read.getOrDefault(mandate, Map.of());
          for (JsonNode practice : notes.getLast().path("practices")) {
            told++;
            LocalDate on = reads.get(practice.asText());
            read += on != null && !on.isAfter(asOf) ? 1 : 0;
          }
        }
      }
    }
    days.sort(null);
    return NaiveReading.row(
        due,
        inTime,
        notYet,
        days.isEmpty() ? null : days.get((days.size() - 1) / 2),
        told,
        read,
        overdue(area));
  }

  private int overdue(NaiveArea area) {
    Map<String, LocalDate> due = new TreeMap<>();
    Map<String, LocalDate> open = new TreeMap<>();
    Set<String> here = new TreeSet<>();
    for (Said one : said) {
      if (!one.type().startsWith("Action") || one.date("on").isAfter(asOf)) {
        continue;
      }
      String id = one.text("actionId");
      switch (one.type()) {
        case "ActionOpened" -> {
          if (area.isFederation() || area.isForum()
              ? isOf(area, one.text("meetingId"))
              : area.has(one.text("placeId"), asOf)) {
            here.add(id);
          }
          due.put(id, one.date("due"));
          open.put(id, one.date("on"));
        }
        case "ActionRedated" -> due.put(id, one.date("due"));
        case "ActionClosed" -> open.remove(id);
        case "ActionReopened" -> open.put(id, one.date("on"));
        default -> {}
      }
    }
    return (int)
        here.stream().filter(id -> open.containsKey(id) && due.get(id).isBefore(asOf)).count();
  }

  private boolean isOf(NaiveArea area, String id) {
    Meeting meeting = meetings.get(id);
    return meeting != null && meeting.scheduled && !meeting.cancelled && counts(area, meeting);
  }

  private record Nominee(String seat, String person, String part, LocalDate start, LocalDate end) {
    boolean on(LocalDate day) {
      return !day.isBefore(start) && day.isBefore(end);
    }
  }

  /** M11: every seat. */
  List<String> seats(NaiveArea area) {
    Map<String, String> forums = new TreeMap<>();
    for (Said one : said) {
      if (one.type().equals("SeriesStarted")
          && (area.isFederation()
              || area.forumHas().contains(one.text("seriesId"))
              || area.has(one.text("placeId"), asOf))) {
        forums.put(one.text("seriesId"), one.text("forum"));
      }
      if (one.type().equals("SeriesEnded") && !one.date("end").isAfter(asOf)) {
        forums.remove(one.text("seriesId"));
      }
    }
    List<String> rows = new ArrayList<>();
    for (Said seat : said) {
      if (seat.type().equals("SeatAllocated")
          && (!area.isFederation() || seat.text("bodyId").equals(area.id()))
          && forums.containsKey(seat.text("seriesId"))
          && !seat.date("start").isAfter(asOf)
          && !withdrawn(seat.text("seatId"), asOf)) {
        rows.add(seat(seat, forums.get(seat.text("seriesId"))));
      }
    }
    rows.sort(null);
    return rows;
  }

  private String seat(Said seat, String forum) {
    List<Nominee> nominees =
        nominees().stream().filter(one -> one.seat().equals(seat.text("seatId"))).toList();
    List<Meeting> met =
        held(meeting -> seat.text("seriesId").equals(meeting.series)).reversed().stream()
            .filter(meeting -> meeting.attended() || meeting.closed)
            .filter(meeting -> !meeting.day.isBefore(seat.date("start")))
            .limit(3)
            .toList();
    long attended =
        met.stream()
            .filter(meeting ->
                nominees.stream()
                    .anyMatch(one ->
                        one.on(meeting.day)
                            && meeting.went.keySet().stream()
                                .anyMatch(record -> isOne(record, one.person()))))
            .count();
    return NaiveReading.row(
        seat.text("seatId"),
        seat.text("seriesId"),
        forum,
        seat.text("label"),
        seat.is().hasNonNull("bodyId") ? seat.text("bodyId") : null,
        nominees.stream().anyMatch(one -> one.on(asOf) && one.part().equals("NOMINEE")),
        met.size(),
        attended);
  }

  private List<Nominee> nominees() {
    List<Nominee> found = nominees;
    if (found == null) {
      found = findNominees();
      nominees = found;
    }
    return found;
  }

  private List<Nominee> findNominees() {
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
            nominees.put(id, nominee(one, seats.getOrDefault(id, "")));
          }
        }
        case "NominationEnded" ->
            nominees.computeIfPresent(
                id,
                (_, is) ->
                    new Nominee(is.seat(), is.person(), is.part(), is.start(), one.date("end")));
        default -> {}
      }
    }
    return List.copyOf(nominees.values());
  }

  private static Nominee nominee(Said one, String seat) {
    LocalDate end = one.is().hasNonNull("end") ? one.date("end") : LocalDate.MAX;
    return new Nominee(seat, one.text("personId"), one.text("part"), one.date("start"), end);
  }

  /** M12, one row. */
  String load(NaiveArea area) {
    Map<String, Long> minutes = new TreeMap<>();
    int withoutHours = 0;
    for (Meeting meeting : held(area)) {
      if (age(meeting) >= 28) {
        continue;
      }
      for (String person : people(area, meeting).keySet()) {
        boolean timed = meeting.start != null && meeting.end != null;
        withoutHours += timed ? 0 : 1;
        minutes.merge(
            person, timed ? ChronoUnit.MINUTES.between(meeting.start, meeting.end) : 0L, Long::sum);
      }
    }
    Map<String, Double> funded = funded();
    return NaiveReading.row(
        minutes.size(),
        minutes.values().stream().mapToLong(n -> n).sum(),
        withoutHours,
        minutes.entrySet().stream()
            .filter(one -> funded.containsKey(one.getKey()))
            .filter(one -> one.getValue() > 1000 * funded.get(one.getKey()))
            .count(),
        minutes.keySet().stream().filter(person -> !funded.containsKey(person)).count());
  }

  /** Sessions a week of each person of whom anything is known. */
  private Map<String, Double> funded() {
    Map<String, Double> roles = new TreeMap<>();
    Map<String, LocalDate> since = new TreeMap<>();
    Map<String, String> persons = new TreeMap<>();
    for (Said one : said) {
      String role = one.text("roleHoldingId");
      if (one.type().equals("SessionsSet") && !one.date("from").isAfter(asOf)) {
        roles.put(role, one.is().path("sessionsPerWeek").asDouble());
        since.put(role, one.date("from"));
        persons.put(role, one.text("personId"));
      }
      if (one.type().equals("RoleEnded") && !one.date("end").isAfter(asOf)) {
        roles.remove(role);
      }
    }
    Map<String, Double> funded = new TreeMap<>();
    roles.forEach(
        (role, sessions) -> funded.merge(reading.person(persons.get(role)), sessions, Double::sum));
    return funded;
  }

  /** M15: organisation, at how many meetings, held. */
  List<String> partners(NaiveArea area) {
    Set<String> held = reading.organisationsWithARelationship(area);
    Map<String, Integer> times = new TreeMap<>();
    held(area)
        .forEach(
            meeting -> meeting.partners.forEach(partner -> times.merge(partner, 1, Integer::sum)));
    return times.entrySet().stream()
        .map(one -> NaiveReading.row(one.getKey(), one.getValue(), held.contains(one.getKey())))
        .toList();
  }
}
