package uk.onevoice.projection.representation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import uk.onevoice.projection.representation.Evidence.What;
import uk.onevoice.projection.representation.EvidenceRows.Beside;

/** What the figures of mandates and positions are made of. */
final class MandateEvidence {
  private final EvidenceRows rows;

  MandateEvidence(EvidenceRows rows) {
    this.rows = rows;
  }

  /** M1: each practice's answer on each topic, those who have not answered as well. */
  List<Evidence> answers() {
    return rows.list(
        What.ANSWER,
        """
        select a.practice_id || '|' || md5(concat_ws('|', a.topic_id, a.topic, a.board)) as key,
          a.mandate_id as id, null as within_id, null as place_id, a.practice_id as organisation_id,
          a.topic_id, a.topic, a.board, coalesce(a.label, a.topic) as label, a.answered as day, a.recorded,
          a.entered_for, a.rank, a.patients
        from mandate_answer($area, :registryOn, :registryAt) a\
        """,
        MandateEvidence::answer,
        (why, row) -> counting(why, row),
        new Beside(true, false));
  }

  private static String answer(ResultSet row) throws SQLException {
    return switch (row.getInt("rank")) {
      case 1 -> "GRANTED";
      case 2 -> "CONDITIONAL";
      case 3 -> "DECLINED";
      default -> "NOT_ANSWERED";
    };
  }

  /** Who has no list size is not among the patients. */
  private static List<Counts> counting(String why, ResultSet row) throws SQLException {
    List<Counts> counts = new ArrayList<>(why.equals("GRANTED") ? Counts.IN : Counts.OUT_OF);
    if (row.getObject("patients") == null) {
      counts.add(Counts.UNKNOWN);
    }
    return counts;
  }

  /** M9: each topic on which somebody says something in public for the area. */
  List<Evidence> topics() {
    return rows.list(
        What.TOPIC,
        """
        select s.topic_id as key, s.topic_id as id, null as within_id,
          (select min(f.place_id) from position_fact f where f.position_id = any (s.positions))
            as place_id,
          null as organisation_id,
          (select t.label from topic_at(:asOf, :knownAt) t where t.topic_id = s.topic_id) as label,
          c.since as day, null::timestamptz as recorded, null as entered_for, c.topic_id as against
        from (
          select p.topic_id, array_agg(p.position_id) as positions
          from area_position($area) p
          where p.here
          group by p.topic_id) s
        left join contradictions($area) c on c.topic_id = s.topic_id\
        """,
        row -> row.getString("against") == null ? "SAID" : "CONTRADICTED",
        (why, _) -> why.equals("CONTRADICTED") ? Counts.IN : Counts.OUT_OF);
  }
}
