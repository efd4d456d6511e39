package uk.onevoice.projection.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.HeardEvent;

/**
 * The measures once more, straight from the events and without any of the projection's code: what
 * the SQL is compared with. Slow, and meant to be read against measures' formulas.
 */
final class NaiveReading {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Said(HeardEvent event, JsonNode is) {
    String text(String field) {
      return is.path(field).asText();
    }

    LocalDate date(String field) {
      return LocalDate.parse(text(field));
    }

    LocalDate day() {
      return event.occurredAt().atZone(ZoneId.of("Europe/London")).toLocalDate();
    }
  }

  private final List<Said> known = new ArrayList<>();
  private final LocalDate asOf;

  NaiveReading(List<HeardEvent> events, LocalDate asOf, Instant knownAt) {
    this.asOf = asOf;
    for (HeardEvent event : events) {
      if (!event.recordedAt().isAfter(knownAt)) {
        known.add(new Said(event, read(event.payload())));
      }
    }
  }

  /** Every area of the kind that has a practice, with its row as text. */
  Map<String, String> structures(String areaKind) {
    Map<String, Set<String>> areas = new TreeMap<>();
    for (String practice : listed()) {
      switch (areaKind) {
        case "SUB_ICB" -> parents(practice, "COMMISSIONED_BY").forEach(put(areas, practice)::add);
        case "PLACE" -> parents(practice, "PLACE").forEach(put(areas, practice)::add);
        case "PCN" -> parents(practice, "PCN_CORE").forEach(put(areas, practice)::add);
        case "ICS" -> icses(practice).forEach(put(areas, practice)::add);
        case "ALL" -> {
          if (!icses(practice).isEmpty()) {
            put(areas, practice).add("ALL");
          }
        }
        default -> throw new IllegalArgumentException(areaKind);
      }
    }
    Map<String, String> rows = new TreeMap<>();
    areas.forEach((area, practices) -> rows.put(area, structure(practices)));
    return rows;
  }

  private interface Adder {
    void add(String area);
  }

  private static Adder put(Map<String, Set<String>> areas, String practice) {
    return area -> areas.computeIfAbsent(area, _ -> new TreeSet<>()).add(practice);
  }

  private String structure(Set<String> practices) {
    Set<String> pcns = new HashSet<>();
    Set<String> subs = new HashSet<>();
    Set<String> federations = new HashSet<>();
    Set<String> lmcs = new HashSet<>();
    int withoutPcn = 0;
    int inFederation = 0;
    int withoutPlace = 0;
    for (String practice : practices) {
      pcns.addAll(parents(practice, "PCN_CORE"));
      subs.addAll(parents(practice, "COMMISSIONED_BY"));
      federations.addAll(parents(practice, "FEDERATION"));
      lmcs.addAll(parents(practice, "LMC"));
      withoutPcn += parents(practice, "PCN_CORE").isEmpty() ? 1 : 0;
      inFederation += parents(practice, "FEDERATION").isEmpty() ? 0 : 1;
      withoutPlace += parents(practice, "PLACE").isEmpty() ? 1 : 0;
    }
    String month = month(practices);
    Long patients = null;
    int unknown = 0;
    for (String practice : practices) {
      Long size = month == null ? null : sizes(practice).get(month);
      if (size == null) {
        unknown++;
      } else {
        patients = (patients == null ? 0 : patients) + size;
      }
    }
    return row(
        practices.size(),
        pcns.size(),
        withoutPcn,
        subs.size(),
        federations.size(),
        inFederation,
        lmcs.size(),
        withoutPlace,
        patients,
        month,
        unknown);
  }

  /** M1: topic, table and class with practices, patients and practices without a list size. */
  List<String> mandateCoverage(String place) {
    Set<String> practices = new TreeSet<>();
    for (String practice : listed()) {
      if (parents(practice, "PLACE").contains(place)) {
        practices.add(practice);
      }
    }
    String month = month(practices);
    List<Said> live = new ArrayList<>();
    for (Said said : known) {
      if (said.event().type().equals("MandateOpened")
          && said.text("placeId").equals(place)
          && !said.date("start").isAfter(asOf)
          && said.date("end").isAfter(asOf)) {
        live.add(said);
      }
    }
    Set<List<String>> asked = new HashSet<>();
    live.forEach(mandate -> asked.add(List.of(mandate.text("topic"), board(mandate))));
    List<String> rows = new ArrayList<>();
    for (List<String> one : asked) {
      List<Said> covering =
          live.stream()
              .filter(mandate -> mandate.text("topic").equals(one.get(0)))
              .filter(mandate -> board(mandate).isEmpty() || board(mandate).equals(one.get(1)))
              .toList();
      long holders = covering.stream().map(mandate -> mandate.text("holderId")).distinct().count();
      Map<String, Set<String>> classes = new HashMap<>();
      for (String practice : practices) {
        Set<String> answers = new HashSet<>();
        covering.forEach(
            mandate -> answers.add(Objects.toString(answer(mandate.text("mandateId"), practice))));
        String of =
            answers.contains("ConsentGranted")
                ? "GRANTED"
                : answers.contains("ConsentConditional")
                    ? "CONDITIONAL"
                    : answers.contains("ConsentDeclined") ? "DECLINED" : "NOT_ANSWERED";
        classes.computeIfAbsent(of, _ -> new TreeSet<>()).add(practice);
      }
      for (String of : List.of("GRANTED", "CONDITIONAL", "DECLINED", "NOT_ANSWERED")) {
        Set<String> in = classes.getOrDefault(of, Set.of());
        long patients = 0;
        int unknown = 0;
        for (String practice : in) {
          Long size = month == null ? null : sizes(practice).get(month);
          patients += size == null ? 0 : size;
          unknown += size == null ? 1 : 0;
        }
        String board = one.get(1).isEmpty() ? null : one.get(1);
        rows.add(row(one.get(0), board, of, in.size(), patients, unknown, holders));
      }
    }
    rows.sort(null);
    return rows;
  }

  private static String board(Said mandate) {
    return mandate.is().hasNonNull("board") ? mandate.text("board") : "";
  }

  /** The answer recorded last among those that hold on the day. */
  private @Nullable String answer(String mandate, String practice) {
    String answer = null;
    for (Said said : known) {
      if (said.event().type().startsWith("Consent")
          && said.text("mandateId").equals(mandate)
          && said.text("practiceId").equals(practice)
          && !said.date("on").isAfter(asOf)) {
        answer = said.event().type();
      }
    }
    return answer;
  }

  /** M2: slot, whether held, whether covered. */
  List<String> slotCoverage(String place) {
    List<String> rows = new ArrayList<>();
    for (Said slot : ofType("SlotDefined")) {
      if (!slot.text("placeId").equals(place) || slot.day().isAfter(asOf)) {
        continue;
      }
      boolean held = false;
      boolean covered = false;
      for (Said opened : ofType("RelationshipOpened")) {
        String relationship = opened.text("relationshipId");
        boolean closed =
            ofType("RelationshipClosed").stream()
                .filter(said -> said.text("relationshipId").equals(relationship))
                .anyMatch(said -> !said.date("on").isAfter(asOf));
        if (opened.text("slotId").equals(slot.text("slotId"))
            && !opened.day().isAfter(asOf)
            && !closed) {
          held = true;
          covered |= ofType("ContactLogged").stream().anyMatch(recently(relationship));
        }
      }
      rows.add(
          row(slot.text("slotId"), slot.text("kind"), slot.text("organisationId"), held, covered));
    }
    rows.sort(null);
    return rows;
  }

  private Predicate<Said> recently(String relationship) {
    return contact -> {
      long days = asOf.toEpochDay() - contact.date("on").toEpochDay();
      return contact.text("relationshipId").equals(relationship)
          && contact.is().path("twoWay").asBoolean()
          && days >= 0
          && days <= 90;
    };
  }

  /** M7: attended, code and items. */
  List<String> influence(String place) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Said meeting : ofType("MeetingScheduled")) {
      long days = asOf.toEpochDay() - meeting.date("on").toEpochDay();
      if (!meeting.text("placeId").equals(place) || days < 0 || days >= 365) {
        continue;
      }
      String id = meeting.text("meetingId");
      boolean attended =
          ofType("AttendanceRecorded").stream().anyMatch(said -> said.text("meetingId").equals(id));
      for (Said item : ofType("ItemAdded")) {
        if (item.text("meetingId").equals(id)) {
          code(item.text("itemId"))
              .ifPresent(code -> counts.merge(attended + "|" + code, 1, Integer::sum));
        }
      }
    }
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + "|" + entry.getValue())
        .toList();
  }

  /** Nothing when the item has no outcome. */
  private java.util.Optional<String> code(String item) {
    boolean decided = false;
    String code = "NOT_ASSESSED";
    for (Said said : known) {
      if (!said.is().path("itemId").asText().equals(item)) {
        continue;
      }
      switch (said.event().type()) {
        case "OutcomeRecorded" -> decided = true;
        case "InfluenceAssessed" -> {
          String assessed = said.text("influence");
          code =
              assessed.equals("CHANGED") || assessed.equals("PARTLY")
                  ? "UNCONFIRMED " + assessed
                  : assessed;
        }
        case "InfluenceConfirmed" -> code = code.replace("UNCONFIRMED ", "");
        default -> {}
      }
    }
    if (!decided) {
      return java.util.Optional.empty();
    }
    return java.util.Optional.of(code.startsWith("UNCONFIRMED") ? "UNCONFIRMED" : code);
  }

  private Set<String> listed() {
    Map<String, LocalDate> last = new HashMap<>();
    Map<String, Boolean> state = new TreeMap<>();
    for (Said said : known) {
      String type = said.event().type();
      if (!type.equals("PracticeListed") && !type.equals("PracticeDelisted")) {
        continue;
      }
      String practice = said.text("organisationId");
      LocalDate from = said.date("from");
      LocalDate before = last.get(practice);
      if (!from.isAfter(asOf) && (before == null || !from.isBefore(before))) {
        last.put(practice, from);
        state.put(practice, type.equals("PracticeListed"));
      }
    }
    state.values().removeIf(is -> !is);
    return state.keySet();
  }

  private Set<String> icses(String practice) {
    Set<String> icses = new TreeSet<>();
    for (String sub : parents(practice, "COMMISSIONED_BY")) {
      icses.addAll(parents(sub, "COMMISSIONED_BY"));
    }
    return icses;
  }

  private Set<String> parents(String member, String kind) {
    Map<String, Said> latest = new HashMap<>();
    Map<String, LocalDate> ends = new HashMap<>();
    for (Said said : known) {
      if (!said.event().stream().equals("affiliations-" + member)) {
        continue;
      }
      String id = said.text("affiliationId");
      if (said.event().type().equals("AffiliationEnded")) {
        ends.put(id, said.date("end"));
      } else {
        latest.put(id, said);
        ends.remove(id);
        if (said.is().hasNonNull("end")) {
          ends.put(id, said.date("end"));
        }
      }
    }
    Set<String> parents = new TreeSet<>();
    latest.forEach((id, said) -> {
      LocalDate end = ends.get(id);
      if (said.text("kind").equals(kind)
          && !said.is().path("void").asBoolean()
          && !said.date("start").isAfter(asOf)
          && (end == null || end.isAfter(asOf))) {
        parents.add(said.text("parentId"));
      }
    });
    return parents;
  }

  private @Nullable String month(Set<String> practices) {
    String latest = null;
    for (String practice : practices) {
      for (String month : sizes(practice).keySet()) {
        if (!LocalDate.parse(month + "-01").isAfter(asOf)
            && (latest == null || month.compareTo(latest) > 0)) {
          latest = month;
        }
      }
    }
    return latest;
  }

  private Map<String, Long> sizes(String practice) {
    Map<String, Integer> revisions = new HashMap<>();
    Map<String, Long> sizes = new HashMap<>();
    for (Said said : ofType("ListSizePublished")) {
      int revision = said.is().path("revision").asInt();
      if (said.text("organisationId").equals(practice)
          && revision >= revisions.getOrDefault(said.text("month"), 0)) {
        revisions.put(said.text("month"), revision);
        sizes.put(said.text("month"), said.is().path("patients").asLong());
      }
    }
    return sizes;
  }

  private List<Said> ofType(String type) {
    return known.stream().filter(said -> said.event().type().equals(type)).toList();
  }

  static String row(@Nullable Object... cells) {
    StringBuilder row = new StringBuilder();
    for (Object cell : cells) {
      row.append(row.isEmpty() ? "" : "|").append(cell);
    }
    return row.toString();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
