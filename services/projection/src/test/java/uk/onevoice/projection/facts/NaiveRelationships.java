package uk.onevoice.projection.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.HeardEvent;

/**
 * M3, M4, M5, M13 and M16 once more, straight from the events and without any of the projection's
 * code. Whatever is said later of a day holds for it: a thing is a calendar of what it was from
 * which day on.
 */
final class NaiveRelationships {
  private static final List<String> STRENGTHS = List.of("STRONG", "SOME", "NONE", "UNKNOWN");

  private record Said(String type, LocalDate day, JsonNode is) {
    String text(String field) {
      return is.path(field).asText();
    }

    LocalDate date(String field) {
      return LocalDate.parse(text(field));
    }

    LocalDate dateOrDay(String field) {
      return is.has(field) ? date(field) : day;
    }
  }

  /** What something was, from which day on. */
  private static final class Calendar<T> {
    private final TreeMap<LocalDate, T> from = new TreeMap<>();
    private LocalDate end = LocalDate.MAX;

    void is(LocalDate day, T value) {
      from.tailMap(day, true).clear();
      from.put(day, value);
    }

    void becomes(LocalDate day, UnaryOperator<T> change) {
      is(day, change.apply(from.lastEntry().getValue()));
    }

    void becomesNotBeforeItBegan(LocalDate day, UnaryOperator<T> change) {
      becomes(day.isBefore(from.firstKey()) ? from.firstKey() : day, change);
    }

    void ends(LocalDate day) {
      from.tailMap(day, true).clear();
      end = day.isBefore(end) ? day : end;
    }

    void goesOn() {
      end = LocalDate.MAX;
    }

    @Nullable T on(LocalDate day) {
      var entry = from.floorEntry(day);
      return entry == null || !day.isBefore(end) ? null : entry.getValue();
    }
  }

  /** A slot as it is on the day. */
  private record Slot(
      Set<String> holders, Set<String> inTouch, String strength, @Nullable Integer days) {
    boolean covered() {
      return !inTouch.isEmpty();
    }
  }

  private record Promise(String slot, String side, LocalDate due, String state) {}

  private record Issue(LocalDate fixBy, boolean open) {}

  private final List<Said> known = new ArrayList<>();
  private final LocalDate asOf;
  private final NaiveReading reading;
  private final Map<String, Map<String, List<Said>>> said = new HashMap<>();

  /**
   * @param reading of the same events, as of the same day and known at the same time
   */
  NaiveRelationships(
      List<HeardEvent> events, LocalDate asOf, Instant knownAt, NaiveReading reading) {
    this.asOf = asOf;
    this.reading = reading;
    for (HeardEvent event : events) {
      if (!event.recordedAt().isAfter(knownAt)) {
        known.add(
            new Said(
                event.type(),
                event.occurredAt().atZone(ZoneId.of("Europe/London")).toLocalDate(),
                Payloads.of(event)));
      }
    }
  }

  /** M3: class, slots. */
  List<String> strength(NaiveArea area) {
    List<Slot> slots = slots(area);
    return STRENGTHS.stream()
        .map(strength ->
            NaiveReading.row(
                strength, slots.stream().filter(slot -> slot.strength().equals(strength)).count()))
        .toList();
  }

  /** M4: within 60 days, within 120, longer ago, never; the median of those that had a talk. */
  String staleness(NaiveArea area) {
    int[] bands = new int[4];
    List<Integer> days = new ArrayList<>();
    for (Slot slot : slots(area)) {
      if (slot.days() == null) {
        bands[3]++;
      } else {
        bands[slot.days() <= 60 ? 0 : slot.days() <= 120 ? 1 : 2]++;
        days.add(slot.days());
      }
    }
    days.sort(null);
    Integer median =
        days.isEmpty()
            ? null
            : (Integer) ((days.get((days.size() - 1) / 2) + days.get(days.size() / 2) + 1) / 2);
    return NaiveReading.row(bands[0], bands[1], bands[2], bands[3], median);
  }

  /** M5: slots, covered, held by one person. */
  String singlePoints(NaiveArea area) {
    List<Slot> covered = slots(area).stream().filter(Slot::covered).toList();
    return NaiveReading.row(
        slots(area).size(),
        covered.size(),
        covered.stream().filter(slot -> slot.holders().size() == 1).count());
  }

  /** M5: holder, slots that hang on them alone, slots that stay covered without them. */
  List<String> lossTest(NaiveArea area) {
    List<Slot> covered = slots(area).stream().filter(Slot::covered).toList();
    Set<String> holders = new TreeSet<>();
    covered.forEach(slot -> holders.addAll(slot.holders()));
    return holders.stream()
        .map(holder ->
            NaiveReading.row(
                holder,
                covered.stream().filter(slot -> slot.holders().equals(Set.of(holder))).count(),
                covered.stream()
                    .filter(slot -> slot.inTouch().stream().anyMatch(one -> !one.equals(holder)))
                    .count()))
        .toList();
  }

  private List<Slot> slots(NaiveArea area) {
    Set<String> ids = new LinkedHashSet<>();
    for (Said said : known) {
      if (said.type().equals("SlotDefined")) {
        ids.add(said.text("slotId"));
      }
    }
    List<Slot> slots = new ArrayList<>();
    for (String id : ids) {
      String place = placeOf(id);
      Slot slot = slot(id, area);
      if (place != null && !place.isEmpty() && area.hasSlot(place, !slot.holders().isEmpty())) {
        slots.add(slot);
      }
    }
    return slots;
  }

  /** Null where it is no slot on the day. */
  private @Nullable String placeOf(String slot) {
    Calendar<String> calendar = new Calendar<>();
    for (Said said : of("slotId", slot)) {
      switch (said.type()) {
        case "SlotDefined" -> calendar.is(said.day(), said.text("placeId"));
        case "SlotWithdrawn" -> calendar.is(said.date("on"), "");
        default -> {}
      }
    }
    return calendar.on(asOf);
  }

  private Slot slot(String id, NaiveArea area) {
    Map<String, String> holders = new TreeMap<>();
    Set<String> counted = new HashSet<>();
    Map<String, Said> talks = new TreeMap<>();
    String strength = "UNKNOWN";
    int nameless = 0;
    for (Said said : of("slotId", id)) {
      switch (said.type()) {
        case "RelationshipOpened" -> {
          if (area.hasRelationshipFor(said.text("actingFor"))) {
            counted.add(said.text("relationshipId"));
            if (!said.day().isAfter(asOf)) {
              holders.put(said.text("relationshipId"), reading.person(said.text("holderId")));
            }
          }
        }
        case "RelationshipClosed" -> {
          if (!said.date("on").isAfter(asOf)) {
            holders.remove(said.text("relationshipId"));
          }
        }
        case "ContactLogged" ->
            talks.put(
                said.is().has("contactId") ? said.text("contactId") : "nameless " + nameless++,
                said);
        case "ContactWithdrawn" -> talks.remove(said.text("contactId"));
        case "SlotClassed" -> {
          if (!said.date("on").isAfter(asOf)) {
            for (JsonNode step : said.is().path("steps")) {
              if (!LocalDate.parse(step.path("from").asText()).isAfter(asOf)) {
                strength = step.path("strength").asText();
              }
            }
          }
        }
        default -> {}
      }
    }
    Set<String> inTouch = new TreeSet<>();
    Integer days = null;
    for (Said talk : talks.values()) {
      int ago = (int) (asOf.toEpochDay() - talk.date("on").toEpochDay());
      if (!talk.is().path("twoWay").asBoolean()
          || ago < 0
          || (area.kind().equals("FEDERATION") && !counted.contains(talk.text("relationshipId")))) {
        continue;
      }
      days = days == null || ago < days ? (Integer) ago : days;
      String holder = holders.get(talk.text("relationshipId"));
      if (holder != null && ago <= 90) {
        inTouch.add(holder);
      }
    }
    Set<String> all = Set.copyOf(holders.values());
    return new Slot(all, inTouch, all.isEmpty() ? "UNKNOWN" : strength, days);
  }

  /** M13: side, due, kept, nobody said. */
  List<String> commitments(NaiveArea area) {
    Map<String, String> slots = new TreeMap<>();
    Map<String, Calendar<Promise>> promises = new TreeMap<>();
    for (Said said : known) {
      String id = said.text("commitmentId");
      switch (said.type()) {
        case "SlotDefined" -> slots.put(said.text("slotId"), said.text("placeId"));
        case "CommitmentMade" ->
            promises
                .computeIfAbsent(id, _ -> new Calendar<>())
                .is(
                    said.dateOrDay("on"),
                    new Promise(said.text("slotId"), said.text("side"), said.date("due"), "OPEN"));
        case "CommitmentMoved" ->
            promises
                .get(id)
                .becomes(
                    said.day(),
                    it -> new Promise(it.slot(), it.side(), said.date("due"), it.state()));
        case "CommitmentSettled" ->
            promises
                .get(id)
                .becomes(
                    said.date("on"),
                    it ->
                        new Promise(
                            it.slot(),
                            it.side(),
                            it.due(),
                            said.is().path("kept").asBoolean() ? "KEPT" : "BROKEN"));
        case "CommitmentWithdrawn" -> promises.remove(id);
        default -> {}
      }
    }
    List<String> rows = new ArrayList<>();
    for (String side : List.of("OURS", "THEIRS")) {
      List<String> states = new ArrayList<>();
      for (Calendar<Promise> calendar : promises.values()) {
        Promise promise = calendar.on(asOf);
        if (promise != null
            && promise.side().equals(side)
            && area.has(slots.getOrDefault(promise.slot(), ""), promise.due())) {
          long ago = asOf.toEpochDay() - promise.due().toEpochDay();
          if (ago > 0 && ago <= 365) {
            states.add(promise.state());
          }
        }
      }
      rows.add(
          NaiveReading.row(
              side,
              states.size(),
              states.stream().filter("KEPT"::equals).count(),
              states.stream().filter("OPEN"::equals).count()));
    }
    return rows;
  }

  /**
   * M16: group, partner, people, composed, mandated, for a leadership group, issues open and late.
   */
  List<String> jointGroups(NaiveArea area) {
    List<String> rows = new ArrayList<>();
    for (Said formed : known) {
      if (formed.type().equals("JointGroupFormed") && area.has(formed.text("placeId"), asOf)) {
        String row = jointGroup(formed);
        if (row != null) {
          rows.add(row);
        }
      }
    }
    rows.sort(null);
    return rows;
  }

  private @Nullable String jointGroup(Said formed) {
    String id = formed.text("groupId");
    Calendar<Boolean> there = new Calendar<>();
    there.is(formed.dateOrDay("on"), true);
    Calendar<Said> mandate = new Calendar<>();
    Map<String, Said> seats = new TreeMap<>();
    Map<String, Calendar<Issue>> issues = new TreeMap<>();
    for (Said said : of("groupId", id)) {
      String issue = said.text("issueId");
      switch (said.type()) {
        case "JointGroupDissolved" -> there.ends(said.date("on"));
        case "JointGroupRestored" -> there.goesOn();
        case "JointGroupMandateCited" -> mandate.is(said.dateOrDay("on"), said);
        case "JointGroupMandateUncited" -> mandate.is(said.day(), said);
        case "JointGroupSeated" -> {
          if (!said.date("from").isAfter(asOf)) {
            seats.put(said.text("seatId"), said);
          }
        }
        case "JointGroupSeatLeft" -> {
          if (said.is().path("mistake").asBoolean() || !said.date("on").isAfter(asOf)) {
            seats.remove(said.text("seatId"));
          }
        }
        case "JointGroupIssueRaised" ->
            issues
                .computeIfAbsent(issue, _ -> new Calendar<>())
                .is(said.date("raisedOn"), new Issue(said.date("fixBy"), true));
        case "JointGroupIssueMoved" ->
            issues
                .get(issue)
                .becomesNotBeforeItBegan(
                    said.day(), it -> new Issue(said.date("fixBy"), it.open()));
        case "JointGroupIssueReopened" ->
            issues
                .get(issue)
                .becomesNotBeforeItBegan(said.day(), it -> new Issue(it.fixBy(), true));
        case "JointGroupIssueResolved" -> {
          Calendar<Issue> calendar = issues.get(issue);
          if (said.is().path("mistake").asBoolean()) {
            calendar.from.replaceAll((_, it) -> new Issue(it.fixBy(), false));
          } else {
            calendar.becomesNotBeforeItBegan(said.date("on"), it -> new Issue(it.fixBy(), false));
          }
        }
        default -> {}
      }
    }
    if (there.on(asOf) == null) {
      return null;
    }
    Said cited = mandate.on(asOf);
    Set<String> people = new HashSet<>();
    Set<String> kinds = new HashSet<>();
    for (Said seat : seats.values()) {
      people.add(reading.person(seat.text("personId")));
      kinds.add(seat.text("side") + seat.text("nature"));
    }
    int open = 0;
    int late = 0;
    for (Calendar<Issue> calendar : issues.values()) {
      Issue issue = calendar.on(asOf);
      if (issue != null && issue.open()) {
        open++;
        late += issue.fixBy().isBefore(asOf) ? 1 : 0;
      }
    }
    return NaiveReading.row(
        id,
        formed.text("organisationId"),
        people.size(),
        people.size() >= 4 && people.size() <= 6 && kinds.size() == 4,
        cited != null && reading.inForce(cited.text("mandateId")),
        cited != null
            && cited.is().has("leadershipGroupId")
            && reading.speaksFor(cited.text("leadershipGroupId"), formed.text("placeId")),
        open,
        late);
  }

  private List<Said> of(String field, String id) {
    return said.computeIfAbsent(
            field, _ -> known.stream().collect(Collectors.groupingBy(one -> one.text(field))))
        .getOrDefault(id, List.of());
  }
}
