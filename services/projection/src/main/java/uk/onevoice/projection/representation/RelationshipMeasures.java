package uk.onevoice.projection.representation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.representation.Areas.Rows;

/** Asks the measures of areas' relationships, each cut to what the audience may see. */
final class RelationshipMeasures {
  private final Areas areas;
  private final LocalDate asOf;

  RelationshipMeasures(Areas areas) {
    this.areas = areas;
    this.asOf = areas.facts().time().asOf();
  }

  private record SlotRow(SlotCoverage.Slot slot, boolean covered) {}

  Map<String, Measure> coverage(String name) {
    Rows<SlotRow> rows =
        areas.atOnceNamed(
            "coverage_of_slots",
            "f.area, f.kind, f.organisation_id, f.slot_id",
            row ->
                new SlotRow(
                    new SlotCoverage.Slot(
                        row.getString("slot_id"),
                        row.getString("kind"),
                        row.getString("organisation_id"),
                        row.getString("name"),
                        row.getBoolean("held")),
                    row.getBoolean("covered")));
    return areas.each((area, audience) -> {
      List<SlotRow> slots = rows.of(area);
      List<SlotCoverage.Slot> empty =
          slots.stream().filter(slot -> !slot.covered()).map(SlotRow::slot).toList();
      return SlotCoverage.measure(name, asOf, slots.size(), empty, audience);
    });
  }

  /** What M3, M4 and M5 say of an area's slots, which are looked at once. */
  private record Slots(
      List<Strength.Class> strength,
      Staleness.Counted staleness,
      SinglePoints.Counted single,
      List<SinglePoints.Holder> holders) {}

  private @Nullable Rows<Slots> slots;

  private Slots slots(String area) {
    Rows<Slots> known = slots;
    if (known == null) {
      known = areas.atOnce("counts_of_slots", RelationshipMeasures::slots);
      slots = known;
    }
    return known.one(area);
  }

  private static Slots slots(ResultSet row) throws SQLException {
    return new Slots(
        List.of(
            new Strength.Class("STRONG", row.getInt("strong")),
            new Strength.Class("SOME", row.getInt("in_part")),
            new Strength.Class("NONE", row.getInt("not_strong")),
            new Strength.Class("UNKNOWN", row.getInt("unknown"))),
        new Staleness.Counted(
            row.getInt("up_to_60"),
            row.getInt("up_to_120"),
            row.getInt("longer"),
            row.getInt("never"),
            row.getObject("median_days", Integer.class)),
        new SinglePoints.Counted(row.getInt("slots"), row.getInt("covered"), row.getInt("single")),
        holders(row.getArray("holders")));
  }

  private static List<SinglePoints.Holder> holders(@Nullable Array told) throws SQLException {
    return told == null
        ? List.of()
        : Arrays.stream((String[]) told.getArray())
            .map(holder -> holder.split("\\|"))
            .map(holder ->
                new SinglePoints.Holder(
                    holder[0], Integer.parseInt(holder[1]), Integer.parseInt(holder[2])))
            .toList();
  }

  Map<String, Measure> strength(String name) {
    return areas.each(
        (area, audience) -> Strength.measure(name, asOf, slots(area).strength(), audience));
  }

  Map<String, Measure> staleness(String name) {
    return areas.each(
        (area, audience) -> Staleness.measure(name, asOf, slots(area).staleness(), audience));
  }

  Map<String, Measure> singlePoints(String name) {
    return areas.each((area, audience) ->
        SinglePoints.measure(name, asOf, slots(area).single(), slots(area).holders(), audience));
  }

  Map<String, Measure> commitments(String name) {
    Rows<Commitments.Side> rows =
        areas.rows(
            "commitments_kept",
            row ->
                new Commitments.Side(
                    row.getString("side"),
                    row.getInt("due"),
                    row.getInt("kept"),
                    row.getInt("not_said")));
    return areas.each((area, audience) -> Commitments.measure(name, asOf, rows.of(area), audience));
  }

  Map<String, Measure> jointGroups(String name) {
    Rows<JointGroups.Group> rows =
        areas.named(
            "joint_group_health",
            "a.area, f.group_id",
            row ->
                new JointGroups.Group(
                    row.getString("group_id"),
                    row.getString("organisation_id"),
                    row.getString("name"),
                    row.getInt("people"),
                    row.getBoolean("composed"),
                    row.getBoolean("mandated"),
                    row.getBoolean("for_group"),
                    row.getInt("open_issues"),
                    row.getInt("late_issues")));
    return areas.each((area, audience) -> JointGroups.measure(name, asOf, rows.of(area), audience));
  }
}
