package uk.onevoice.projection.representation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.representation.Coverage.Split;
import uk.onevoice.projection.representation.Coverage.Topic;

/** Asks the measures of a place and leaves out what the audience may not see. */
final class Measures {
  private static final Map<String, String> NAMES = names();

  /** Fewer practices on one side of a share would let patients be traced to a practice. */
  private static final int FEWEST_PRACTICES = 5;

  private static final int FEWEST_SLOTS = 3;
  private static final int FEWEST_ITEMS = 10;
  private static final int FEWEST_ASSESSED_PERCENT = 70;

  private final Snapshot facts;
  private final Audience audience;
  private final LocalDate asOf;

  Measures(Snapshot facts, Audience audience) {
    this.facts = facts;
    this.audience = audience;
    this.asOf = facts.time().asOf();
  }

  /** Nothing when no such place is known. */
  Optional<Representation> of(String placeId) {
    return facts
        .first(
            """
            select name, ics_id from place_fact
            where place_id = ? and known_to = 'infinity'\
            """,
            row -> new String[] {row.getString(1), row.getString(2)},
            placeId)
        .map(place -> {
          Map<String, Measure> measures = new LinkedHashMap<>();
          NAMES.forEach((key, name) -> measures.put(key, measure(key, name, placeId)));
          return new Representation(
              placeId,
              place[0],
              place[1],
              asOf,
              facts.time().knownAt(),
              requireNonNull(measures.get("M1")).listSizeMonth(),
              measures);
        });
  }

  private Measure measure(String key, String name, String placeId) {
    return switch (key) {
      case "M1" -> mandateCoverage(name, placeId);
      case "M2" -> slotCoverage(name, placeId);
      case "M7" -> influence(name, placeId);
      default -> Measure.notYet(name, asOf);
    };
  }

  /** The place's practices, and the month their list sizes are of. */
  private record Whole(int practices, int unknown, @Nullable String month) {}

  private record ClassOf(
      String topic,
      @Nullable String board,
      int practices,
      long patients,
      int unknown,
      int holders) {}

  private Measure mandateCoverage(String name, String placeId) {
    Whole whole =
        facts
            .first(
                """
                select count(*), count(*) filter (where patients is null), max(month)
                from area_list_size('PLACE', array[?], :asOf, :knownAt)\
                """,
                row -> new Whole(row.getInt(1), row.getInt(2), row.getString(3)),
                placeId)
            .orElseThrow();
    List<ClassOf> classes =
        facts.list(
            "select * from mandate_coverage(?, :asOf, :knownAt)",
            row ->
                new ClassOf(
                    row.getString("topic"),
                    row.getString("board"),
                    row.getInt("practices"),
                    row.getLong("patients"),
                    row.getInt("without_list_size"),
                    row.getInt("holders")),
            placeId);
    List<Topic> topics = new ArrayList<>();
    for (int i = 0; i < classes.size(); i += 4) {
      topics.add(topic(classes.subList(i, i + 4)));
    }
    // No figure over all topics: it would flatter.
    return new Measure(
        name,
        true,
        false,
        null,
        null,
        whole.practices(),
        whole.unknown(),
        asOf,
        whole.month(),
        new Coverage(topics));
  }

  /** The four classes come in the order granted, conditional, declined, not answered. */
  private Topic topic(List<ClassOf> four) {
    ClassOf granted = four.get(0);
    int whole = four.stream().mapToInt(ClassOf::practices).sum();
    Split<Integer> practices =
        new Split<>(
            granted.practices(),
            four.get(1).practices(),
            four.get(2).practices(),
            four.get(3).practices());
    Split<Long> patients =
        new Split<>(
            granted.patients(),
            four.get(1).patients(),
            four.get(2).patients(),
            four.get(3).patients());
    Split<Integer> practicesPercent =
        percents(four.stream().mapToLong(ClassOf::practices).toArray());
    Split<Integer> patientsPercent = percents(four.stream().mapToLong(ClassOf::patients).toArray());
    boolean traceable =
        granted.practices() < FEWEST_PRACTICES || whole - granted.practices() < FEWEST_PRACTICES;
    boolean system = audience.isSystem();
    return new Topic(
        granted.topic(),
        granted.board(),
        granted.holders() > 1,
        granted.practices(),
        whole,
        four.stream().mapToInt(ClassOf::unknown).sum(),
        system ? practices.grantedOnly() : practices,
        system ? null : patients,
        system ? practicesPercent.grantedOnly() : practicesPercent,
        !system ? patientsPercent : traceable ? null : patientsPercent.grantedOnly());
  }

  private static Split<Integer> percents(long[] four) {
    int[] percents = Percents.of(four);
    return new Split<>(percents[0], percents[1], percents[2], percents[3]);
  }

  private record SlotRow(SlotCoverage.Slot slot, boolean covered) {}

  private Measure slotCoverage(String name, String placeId) {
    if (audience == Audience.PARTNER_SYSTEM) {
      return Measure.withheld(name, asOf, "Not for partners.");
    }
    List<SlotRow> slots =
        facts.list(
            """
            select s.*, o.name
            from slot_coverage(?, :asOf, :knownAt) s
            left join organisation_at(:asOf, :knownAt) o on o.organisation_id = s.organisation_id
            order by s.kind, s.organisation_id, s.slot_id\
            """,
            row ->
                new SlotRow(
                    new SlotCoverage.Slot(
                        row.getString("slot_id"),
                        row.getString("kind"),
                        row.getString("organisation_id"),
                        row.getString("name"),
                        row.getBoolean("held")),
                    row.getBoolean("covered")),
            placeId);
    if (audience.isSystem() && slots.size() < FEWEST_SLOTS) {
      return Measure.withheld(name, asOf, "Fewer than three slots.");
    }
    List<SlotCoverage.Slot> empty =
        slots.stream().filter(slot -> !slot.covered()).map(SlotRow::slot).toList();
    return new Measure(
        name,
        true,
        false,
        null,
        slots.size() - empty.size(),
        slots.size(),
        0,
        asOf,
        null,
        new SlotCoverage(audience.isSystem() ? null : empty));
  }

  private record CodeCount(boolean attended, String code, int items) {}

  private Measure influence(String name, String placeId) {
    if (audience == Audience.PARTNER_SYSTEM) {
      return Measure.withheld(name, asOf, "Not for partners.");
    }
    List<CodeCount> rows =
        facts.list(
            "select attended, code, items from influence(?, :asOf, :knownAt)",
            row -> new CodeCount(row.getBoolean(1), row.getString(2), row.getInt(3)),
            placeId);
    Map<String, Integer> counts = new TreeMap<>();
    for (String code :
        List.of(
            "CHANGED",
            "PARTLY",
            "ALREADY_ALIGNED",
            "NONE",
            "ADVERSE",
            "NOT_ASSESSED",
            "NOT_RELEVANT",
            "UNCONFIRMED")) {
      counts.put(code, 0);
    }
    int unattended = 0;
    for (CodeCount row : rows) {
      if (row.attended()) {
        counts.merge(row.code(), row.items(), Integer::sum);
      } else {
        unattended += row.items();
      }
    }
    int attended =
        counts.values().stream().mapToInt(Integer::intValue).sum()
            - counts.getOrDefault("NOT_RELEVANT", 0);
    if (audience.isSystem() && attended < FEWEST_ITEMS) {
      return Measure.withheld(name, asOf, "Fewer than ten items.");
    }
    int assessed = attended - counts.getOrDefault("NOT_ASSESSED", 0);
    int base = assessed - counts.getOrDefault("ALREADY_ALIGNED", 0);
    int changed = counts.getOrDefault("CHANGED", 0) + counts.getOrDefault("PARTLY", 0);
    int without = counts.getOrDefault("NONE", 0) + counts.getOrDefault("ADVERSE", 0);
    @Nullable Integer assessedPercent = attended == 0 ? null : assessed * 100 / attended;
    boolean shares =
        base >= FEWEST_ITEMS
            && assessedPercent != null
            && assessedPercent >= FEWEST_ASSESSED_PERCENT;
    return new Measure(
        name,
        true,
        false,
        null,
        changed,
        base,
        counts.getOrDefault("NOT_ASSESSED", 0),
        asOf,
        null,
        new Influence(
            counts,
            attended,
            unattended,
            assessedPercent,
            shares ? Share.of(changed, base) : null,
            shares ? Share.of(without, base) : null));
  }

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("M1", "Mandate coverage");
    names.put("M2", "Relationship coverage");
    names.put("M3", "Relationship strength");
    names.put("M4", "Time since last contact");
    names.put("M5", "Single points of failure");
    names.put("M6", "Spread of attendance");
    names.put("M7", "Influence");
    names.put("M8", "Agreed beforehand or cold");
    names.put("M9", "Contradictions");
    names.put("M10", "Feedback to practices");
    names.put("M11", "Empty chairs");
    names.put("M12", "Load");
    names.put("M13", "Commitments kept");
    names.put("M14", "Ambition");
    names.put("M15", "Underpinned set pieces");
    names.put("M16", "Joint group health");
    return names;
  }
}
