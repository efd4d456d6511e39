package uk.onevoice.meetings.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;

/** A question to this service's database, with its rows as values. */
final class Asked {
  private Asked() {}

  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  static <T> List<T> all(
      DataSource database, String sql, Row<T> reading, @Nullable Object... parameters) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setObject(i + 1, parameters[i]);
      }
      try (var rows = select.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(reading.read(rows));
        }
        return found;
      }
    } catch (SQLException cause) {
      throw new EventStoreException("What is kept for briefs could not be read.", cause);
    }
  }
}
