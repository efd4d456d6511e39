package uk.onevoice.projection.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * New rows of a table. A cell is a text, a day, a moment, a number, a flag or a list of texts, by
 * the type of its column; {@link LocalDate#MIN}, {@link LocalDate#MAX} and {@link Instant#MAX}
 * stand for the infinities. Many rows go by {@code COPY}, which takes them as they are; few go by
 * {@code INSERT}, which costs more for each and one exchange with the server instead of two.
 */
final class NewRows {
  private static final int FEW = 32;

  private final String table;
  private final List<String> columns;
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  NewRows(String table, List<String> columns) {
    this.table = table;
    this.columns = List.copyOf(columns);
  }

  /**
   * @param cells in the order of the columns; not to be changed afterwards
   */
  void add(@Nullable Object... cells) {
    rows.add(cells);
  }

  void write(Connection transaction) throws SQLException {
    if (rows.size() > FEW) {
      copy(transaction);
    } else if (!rows.isEmpty()) {
      insert(transaction);
    }
  }

  private void insert(Connection transaction) throws SQLException {
    try (PreparedStatement insert =
        transaction.prepareStatement(
            "insert into "
                + table
                + " ("
                + String.join(", ", columns)
                + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?"))
                + ")")) {
      for (@Nullable Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          insert.setObject(
              i + 1,
              switch (row[i]) {
                case Instant moment ->
                    moment.equals(Instant.MAX)
                        ? OffsetDateTime.MAX
                        : moment.atOffset(ZoneOffset.UTC);
                case List<?> texts -> transaction.createArrayOf("text", texts.toArray());
                case null -> null;
                case Object other -> other;
              });
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void copy(Connection transaction) throws SQLException {
    BinaryRows binary = new BinaryRows();
    for (@Nullable Object[] row : rows) {
      binary.add(row);
    }
    CopyIn copy =
        transaction
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "copy "
                    + table
                    + " ("
                    + String.join(", ", columns)
                    + ") from stdin (format binary)");
    try {
      binary.writeTo(copy);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
