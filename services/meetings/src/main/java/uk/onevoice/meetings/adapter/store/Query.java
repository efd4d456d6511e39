package uk.onevoice.meetings.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;

/** One short query. */
final class Query {
  private Query() {}

  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * @param what for the message when the database is away: "The copy of mandates"
   */
  static <T> List<T> all(
      DataSource database, String what, String sql, Row<T> reading, @Nullable Object... values) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (var rows = select.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(reading.read(rows));
        }
        return found;
      }
    } catch (SQLException cause) {
      throw new EventStoreException(what + " could not be read.", cause);
    }
  }
}
