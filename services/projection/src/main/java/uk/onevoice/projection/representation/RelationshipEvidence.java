package uk.onevoice.projection.representation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.representation.Evidence.What;
import uk.onevoice.projection.representation.EvidenceRows.Beside;
import uk.onevoice.projection.representation.EvidenceRows.Why;

/** What the figures of relationships are made of. */
final class RelationshipEvidence {
  private static final String SLOTS =
      """
      select e.slot_id as key, e.slot_id as id, null as within_id, e.place_id, e.organisation_id,
        e.kind as label, :asOf - e.days as day, e.recorded, e.entered_for, e.holders,
        talk_band(e.days) as band, hanging_on(e.holders, e.in_touch) as hanging, e.strength\
      """;

  private static final Why STRENGTH = row -> row.getString("strength");

  private final EvidenceRows rows;

  RelationshipEvidence(EvidenceRows rows) {
    this.rows = rows;
  }

  /** M2: each slot, with the last talk of both sides. */
  List<Evidence> slots() {
    return rows.list(
        What.SLOT,
        SLOTS
            + """
            , c.held, c.covered
            from slot_evidence($area) e
            join slot_coverage($area) c on c.slot_id = e.slot_id\
            """,
        row ->
            row.getBoolean("covered")
                ? "IN_TOUCH"
                : row.getBoolean("held") ? "NOT_IN_TOUCH" : "NOBODY_HOLDS_IT",
        (why, _) -> why.equals("IN_TOUCH") ? Counts.IN : Counts.OUT_OF);
  }

  /**
   * M3: each slot with how strong it is.
   *
   * @param holder only those that this person holds; null for all
   */
  List<Evidence> strengths(@Nullable String holder) {
    String all = SLOTS + " from slot_evidence($area) e";
    return holder == null
        ? rows.list(What.SLOT, all, STRENGTH, RelationshipEvidence::strong)
        : rows.list(
            What.SLOT,
            all + " where ? = any (e.holders)",
            STRENGTH,
            RelationshipEvidence::strong,
            Beside.NOTHING,
            holder);
  }

  private static List<Counts> strong(String strength, ResultSet row) {
    return switch (strength) {
      case "STRONG" -> Counts.IN;
      case "UNKNOWN" -> Counts.OUT_OF_AND_NOT_KNOWN;
      default -> Counts.OUT_OF;
    };
  }

  /** M4: each slot by when both sides last talked. */
  List<Evidence> lastTalks() {
    return rows.list(
        What.SLOT,
        SLOTS + " from slot_evidence($area) e",
        row -> row.getString("band"),
        (why, _) -> why.equals("UP_TO_60") ? Counts.IN : Counts.OUT_OF);
  }

  /** M5: each slot by how many people it hangs on. */
  List<Evidence> holders() {
    return rows.list(
        What.SLOT,
        SLOTS + " from slot_evidence($area) e",
        row -> row.getString("hanging"),
        (why, _) ->
            switch (why) {
              case "ONE_PERSON" -> Counts.IN;
              case "SEVERAL_PEOPLE" -> Counts.OUT_OF;
              default -> Counts.NOT_IN_IT;
            });
  }

  /** M13: each promise, under its side as the label. */
  List<Evidence> promises() {
    return rows.list(
        What.PROMISE,
        """
        select d.commitment_id as key, d.commitment_id as id, d.slot_id as within_id, s.place_id,
          s.organisation_id, d.side as label, d.due as day, d.recorded, d.entered_for, d.state
        from commitment_due($area) d
        left join lateral (
          select f.place_id, f.organisation_id
          from slot_fact f
          where f.slot_id = d.slot_id and f.known_from <= :knownAt and :knownAt < f.known_to
          order by f.valid_from desc
          limit 1) s on true\
        """,
        row ->
            switch (row.getString("state")) {
              case "KEPT" -> "KEPT";
              case "OPEN" -> "NOT_SAID";
              default -> "NOT_KEPT";
            },
        (why, _) ->
            switch (why) {
              case "KEPT" -> Counts.IN;
              case "NOT_SAID" -> Counts.OUT_OF_AND_NOT_KNOWN;
              default -> Counts.OUT_OF;
            });
  }

  /** M16: each joint group, with the first thing that is missing to it. */
  List<Evidence> jointGroups() {
    return rows.list(
        What.JOINT_GROUP,
        """
        select h.*, h.group_id as key, h.group_id as id, null as within_id, g.place_id, null as label,
          case when isfinite(g.valid_from) then g.valid_from end as day, g.known_from as recorded,
          g.entered_for
        from joint_group_health($area) h
        join joint_group_fact g on g.group_id = h.group_id
        where g.valid_from <= :asOf and :asOf < g.valid_to
          and g.known_from <= :knownAt and :knownAt < g.known_to\
        """,
        row -> group(row).missing(),
        (_, row) -> group(row).healthy() ? Counts.IN : Counts.OUT_OF);
  }

  private static JointGroups.Group group(ResultSet row) throws SQLException {
    return new JointGroups.Group(
        row.getString("group_id"),
        row.getString("organisation_id"),
        null,
        row.getInt("people"),
        row.getBoolean("composed"),
        row.getBoolean("mandated"),
        row.getBoolean("for_group"),
        row.getInt("open_issues"),
        row.getInt("late_issues"));
  }
}
