package uk.onevoice.projection.representation;

import java.time.LocalDate;
import uk.onevoice.projection.reading.Snapshot;

/** Asks the measures of a place's relationships, each cut to what the audience may see. */
final class RelationshipMeasures {
  private final Snapshot facts;
  private final Audience audience;
  private final LocalDate asOf;

  RelationshipMeasures(Snapshot facts, Audience audience) {
    this.facts = facts;
    this.audience = audience;
    this.asOf = facts.time().asOf();
  }

  Measure strength(String name, String placeId) {
    return Strength.measure(
        name,
        asOf,
        facts.list(
            "select strength, slots from slot_strength(?, :asOf, :knownAt)",
            row -> new Strength.Class(row.getString(1), row.getInt(2)),
            placeId),
        audience);
  }

  Measure staleness(String name, String placeId) {
    return Staleness.measure(
        name,
        asOf,
        facts
            .first(
                "select * from slot_staleness(?, :asOf, :knownAt)",
                row ->
                    new Staleness.Counted(
                        row.getInt("up_to_60"),
                        row.getInt("up_to_120"),
                        row.getInt("longer"),
                        row.getInt("never"),
                        row.getObject("median_days", Integer.class)),
                placeId)
            .orElseThrow(),
        audience);
  }

  Measure singlePoints(String name, String placeId) {
    return SinglePoints.measure(
        name,
        asOf,
        facts
            .first(
                "select slots, covered, single from single_points(?, :asOf, :knownAt)",
                row -> new SinglePoints.Counted(row.getInt(1), row.getInt(2), row.getInt(3)),
                placeId)
            .orElseThrow(),
        facts.list(
            "select holder_id, alone, covered_without from loss_test(?, :asOf, :knownAt)",
            row -> new SinglePoints.Holder(row.getString(1), row.getInt(2), row.getInt(3)),
            placeId),
        audience);
  }

  Measure commitments(String name, String placeId) {
    return Commitments.measure(
        name,
        asOf,
        facts.list(
            "select side, due, kept, not_said from commitments_kept(?, :asOf, :knownAt)",
            row ->
                new Commitments.Side(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4)),
            placeId),
        audience);
  }

  Measure jointGroups(String name, String placeId) {
    return JointGroups.measure(
        name,
        asOf,
        facts.list(
            """
            select g.*, o.name
            from joint_group_health(?, :asOf, :knownAt) g
            left join organisation_at(:asOf, :knownAt) o on o.organisation_id = g.organisation_id
            order by g.group_id\
            """,
            row ->
                new JointGroups.Group(
                    row.getString("group_id"),
                    row.getString("organisation_id"),
                    row.getString("name"),
                    row.getInt("people"),
                    row.getBoolean("composed"),
                    row.getBoolean("mandated"),
                    row.getInt("open_issues"),
                    row.getInt("late_issues")),
            placeId),
        audience);
  }
}
