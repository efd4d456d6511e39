package uk.onevoice.projection.matrix;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import uk.onevoice.projection.matrix.Matrix.Base;

/** A cell as the database counts it: a row of {@code matrix_unfolded} with its part. */
record CellRow(String forum, Column column, Counted counted) {
  record Counted(Step step, int seats, Base base) {}

  static CellRow of(ResultSet row) throws SQLException {
    return new CellRow(
        row.getString("forum"),
        Column.valueOf(row.getString("part")),
        new Counted(Step.valueOf(row.getString("cell")), row.getInt("seats"), base(row)));
  }

  private static Base base(ResultSet row) throws SQLException {
    return new Base(
        row.getInt("meetings"),
        row.getInt("unrecorded"),
        row.getInt("attended"),
        row.getInt("observed"),
        row.getInt("mandated"),
        row.getObject("ran_out", LocalDate.class),
        row.getObject("empty_since", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getInt("decided"),
        row.getInt("items"),
        row.getInt("put"),
        row.getInt("assessed"),
        row.getInt("aligned"),
        row.getInt("changed"));
  }
}
