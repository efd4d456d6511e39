package uk.onevoice.projection.representation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.PointInTime;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.representation.Areas.Kind;
import uk.onevoice.projection.representation.Evidence.What;

/**
 * Reads the rows of figures of one area. A query names the area as {@code $area} in its calls of
 * the functions that measure, and answers with these columns: key, id, within_id, place_id,
 * organisation_id, label, day, recorded, entered_for.
 */
final class EvidenceRows {
  private static final String AREA = "$area";
  private static final String ARGUMENTS = "?, string_to_array(?, ' '), :footprint, :asOf, :knownAt";

  private final Snapshot facts;
  private final Kind kind;
  private final String area;

  EvidenceRows(Snapshot facts, Kind kind, String area) {
    this.facts = facts;
    this.kind = kind;
    this.area = area;
  }

  /** Why a row counts as it does, from the columns that the query adds. */
  interface Why {
    String of(ResultSet row) throws SQLException;
  }

  /** As what a row counts. */
  interface Counting {
    List<Counts> of(String why, ResultSet row) throws SQLException;
  }

  /** What its rows have beside the usual columns. */
  record Beside(boolean ofMandates, boolean ofTime) {
    static final Beside NOTHING = new Beside(false, false);
  }

  List<Evidence> list(What what, String sql, Why why, Counting counting) {
    return list(what, sql, why, counting, Beside.NOTHING);
  }

  /**
   * @param last the parameters of the query's own, which stand behind its calls
   */
  List<Evidence> list(
      What what, String sql, Why why, Counting counting, Beside beside, Object... last) {
    List<Object> parameters = new ArrayList<>();
    for (int at = sql.indexOf(AREA); at >= 0; at = sql.indexOf(AREA, at + 1)) {
      parameters.add(kind.name());
      parameters.add(area);
    }
    parameters.addAll(List.of(last));
    return facts.list(
        sql.replace(AREA, ARGUMENTS),
        row -> row(what, row, why.of(row), counting, beside),
        parameters.toArray());
  }

  private static Evidence row(
      What what, ResultSet row, String why, Counting counting, Beside beside) throws SQLException {
    @Nullable String id = row.getString("id");
    @Nullable String within = row.getString("within_id");
    @Nullable String place = row.getString("place_id");
    @Nullable String organisation = row.getString("organisation_id");
    @Nullable OffsetDateTime recorded = row.getObject("recorded", OffsetDateTime.class);
    return new Evidence(
        row.getString("key"),
        what,
        id,
        within,
        place,
        organisation,
        null,
        beside.ofMandates() ? row.getString("topic_id") : null,
        beside.ofMandates() ? row.getString("topic") : null,
        beside.ofMandates() ? row.getString("board") : null,
        row.getString("label"),
        row.getObject("day", LocalDate.class),
        counting.of(why, row),
        why,
        beside.ofTime() ? row.getObject("minutes", Integer.class) : null,
        recorded == null ? null : recorded.atZoneSameInstant(PointInTime.LONDON).toLocalDate(),
        row.getString("entered_for"),
        null,
        what.page(id, within, place, organisation),
        true);
  }
}
