package uk.onevoice.projection.representation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.representation.Coverage.Topic;

/** Asks the measures of a place, each cut to what the audience may see. */
final class Measures {
  private static final Map<String, String> NAMES = names();

  private final Snapshot facts;
  private final Audience audience;
  private final LocalDate asOf;
  private final MeetingMeasures meetings;
  private final RelationshipMeasures relationships;

  /**
   * @param facts at the time of which the audience may see measures
   */
  Measures(Snapshot facts, Audience audience) {
    this.facts = facts;
    this.audience = audience;
    this.asOf = facts.time().asOf();
    this.meetings = new MeetingMeasures(facts, audience);
    this.relationships = new RelationshipMeasures(facts, audience);
  }

  /**
   * Nothing when no such place is known.
   *
   * @param registry at the time asked for: that a place exists is no measure
   */
  static Optional<Representation> of(String placeId, Snapshot registry, Audience audience) {
    Snapshot facts = audience.isLive() ? registry : registry.at(registry.time().weekly());
    return registry
        .first(
            "select name, ics_id from place_at(:asOf, :knownAt) where place_id = ?",
            row -> new String[] {row.getString(1), row.getString(2)},
            placeId)
        .map(place -> new Measures(facts, audience).of(placeId, place[0], place[1]));
  }

  private Representation of(String placeId, String name, String ics) {
    Map<String, Measure> measures = new LinkedHashMap<>();
    NAMES.forEach((key, measure) -> measures.put(key, measure(key, measure, placeId)));
    return new Representation(
        placeId,
        name,
        ics,
        asOf,
        facts.time().knownAt(),
        !audience.isLive(),
        requireNonNull(measures.get("M1")).listSizeMonth(),
        measures,
        audience.sees(Part.COMING) ? coming(placeId) : null);
  }

  private List<Coming> coming(String placeId) {
    return facts.list(
        """
        select split_part(mandate_id, '#', 1), topic_id, topic, label, board, holder_id, valid_from,
          valid_to
        from mandate_at(:asOf, :knownAt)
        where place_id = ? and opened <= :asOf and valid_from > :asOf
          and state in ('ASKED', 'LIVE')
        order by valid_from, mandate_id, topic, board nulls first\
        """,
        row ->
            new Coming(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalDate.class)),
        placeId);
  }

  private Measure measure(String key, String name, String placeId) {
    return switch (key) {
      case "M1" -> mandateCoverage(name, placeId);
      case "M2" -> slotCoverage(name, placeId);
      case "M3" -> relationships.strength(name, placeId);
      case "M4" -> relationships.staleness(name, placeId);
      case "M5" -> relationships.singlePoints(name, placeId);
      case "M6" -> meetings.spread(name, placeId);
      case "M7" -> meetings.influence(name, placeId);
      case "M8" -> meetings.beforehand(name, placeId);
      case "M9" -> contradictions(name, placeId);
      case "M10" -> meetings.loopClosure(name, placeId);
      case "M11" -> meetings.emptyChairs(name, placeId);
      case "M12" -> meetings.load(name, placeId);
      case "M13" -> relationships.commitments(name, placeId);
      case "M14" -> ambition(name, placeId);
      case "M15" -> meetings.underpinned(name, placeId);
      case "M16" -> relationships.jointGroups(name, placeId);
      default -> throw new IllegalStateException(key + " is no measure");
    };
  }

  /** The place's practices, and the month their list sizes are of. */
  private record Whole(int practices, int unknown, @Nullable String month) {}

  private record ClassRow(Coverage.Asked asked, Coverage.Class answers, int holders) {}

  private Whole whole(String placeId) {
    return facts
        .first(
            """
            select count(*), count(*) filter (where patients is null), max(month)
            from area_list_size('PLACE', array[?], :asOf, :knownAt)\
            """,
            row -> new Whole(row.getInt(1), row.getInt(2), row.getString(3)),
            placeId)
        .orElseThrow();
  }

  private Measure mandateCoverage(String name, String placeId) {
    if (!audience.sees(Part.COVERAGE)) {
      return Measure.withheld(name, asOf, "Not for this role.");
    }
    Whole whole = whole(placeId);
    List<ClassRow> rows =
        facts.list(
            "select * from mandate_coverage(array[?], :asOf, :knownAt)",
            row ->
                new ClassRow(
                    new Coverage.Asked(
                        row.getString("topic_id"),
                        row.getString("topic"),
                        row.getString("label"),
                        row.getString("board"),
                        List.of((String[]) row.getArray("mandates").getArray())),
                    new Coverage.Class(
                        row.getInt("practices"),
                        row.getObject("patients", Long.class),
                        row.getInt("without_list_size")),
                    row.getInt("holders")),
            placeId);
    List<Topic> topics = new ArrayList<>();
    for (int i = 0; i < rows.size(); i += 4) {
      ClassRow granted = rows.get(i);
      topics.add(
          Topic.of(
              granted.asked(),
              granted.holders() > 1,
              rows.subList(i, i + 4).stream().map(ClassRow::answers).toList(),
              audience));
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

  private record SlotRow(SlotCoverage.Slot slot, boolean covered) {}

  private Measure slotCoverage(String name, String placeId) {
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
    List<SlotCoverage.Slot> empty =
        slots.stream().filter(slot -> !slot.covered()).map(SlotRow::slot).toList();
    return SlotCoverage.measure(name, asOf, slots.size(), empty, audience);
  }

  private Measure contradictions(String name, String placeId) {
    int spokenOn =
        facts
            .first(
                """
                select count(distinct topic_id) from position_fact
                where place_id = ?
                  and valid_from <= :asOf and :asOf < valid_to
                  and known_from <= :knownAt and :knownAt < known_to\
                """,
                row -> row.getInt(1),
                placeId)
            .orElseThrow();
    List<LocalDate> since =
        facts.list(
            "select since from contradictions(?, :asOf, :knownAt)",
            row -> row.getObject(1, LocalDate.class),
            placeId);
    return Contradictions.measure(name, asOf, since, spokenOn, audience);
  }

  private Measure ambition(String name, String placeId) {
    List<Ambition.Level> levels =
        facts.list(
            """
            select level, practices, patients, without_list_size
            from ambition_levels(array[?], :asOf, :knownAt)\
            """,
            row ->
                new Ambition.Level(
                    row.getString(1), row.getInt(2), row.getObject(3, Long.class), row.getInt(4)),
            placeId);
    Ambition.FollowThrough asks =
        facts
            .first(
                "select asks_due, acted_on, not_said from follow_through(?, :asOf, :knownAt)",
                row -> new Ambition.FollowThrough(row.getInt(1), row.getInt(2), row.getInt(3)),
                placeId)
            .orElseThrow();
    return Ambition.measure(name, asOf, whole(placeId).month(), levels, asks, audience);
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
