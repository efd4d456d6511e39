package uk.onevoice.projection.representation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
        areas.named(
            "slot_coverage",
            "a.area, f.kind, f.organisation_id, f.slot_id",
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

  Map<String, Measure> strength(String name) {
    Rows<Strength.Class> rows =
        areas.rows(
            "slot_strength",
            row -> new Strength.Class(row.getString("strength"), row.getInt("slots")));
    return areas.each((area, audience) -> Strength.measure(name, asOf, rows.of(area), audience));
  }

  Map<String, Measure> staleness(String name) {
    Rows<Staleness.Counted> rows =
        areas.rows(
            "slot_staleness",
            row ->
                new Staleness.Counted(
                    row.getInt("up_to_60"),
                    row.getInt("up_to_120"),
                    row.getInt("longer"),
                    row.getInt("never"),
                    row.getObject("median_days", Integer.class)));
    return areas.each((area, audience) -> Staleness.measure(name, asOf, rows.one(area), audience));
  }

  Map<String, Measure> singlePoints(String name) {
    Rows<SinglePoints.Counted> counted =
        areas.rows(
            "single_points",
            row ->
                new SinglePoints.Counted(
                    row.getInt("slots"), row.getInt("covered"), row.getInt("single")));
    Rows<SinglePoints.Holder> holders =
        areas.rows(
            "loss_test",
            row ->
                new SinglePoints.Holder(
                    row.getString("holder_id"),
                    row.getInt("alone"),
                    row.getInt("covered_without")));
    return areas.each((area, audience) ->
        SinglePoints.measure(name, asOf, counted.one(area), holders.of(area), audience));
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
                    row.getInt("open_issues"),
                    row.getInt("late_issues")));
    return areas.each((area, audience) -> JointGroups.measure(name, asOf, rows.of(area), audience));
  }
}
