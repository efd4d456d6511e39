package uk.onevoice.directory;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One short query. */
final class Rows {
  private Rows() {}

  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * @param parameters a collection stands for an array of its elements' texts
   */
  static <T> List<T> all(
      DataSource database, String sql, Row<T> reading, @Nullable Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameter(connection, parameters[i]));
      }
      try (ResultSet rows = statement.executeQuery()) {
        var found = new ArrayList<T>();
        while (rows.next()) {
          found.add(reading.read(rows));
        }
        return found;
      }
    } catch (SQLException cause) {
      throw new DirectoryUnavailable(cause);
    }
  }

  private static @Nullable Object parameter(Connection connection, @Nullable Object value)
      throws SQLException {
    return value instanceof Collection<?> elements ? array(connection, elements) : value;
  }

  private static Array array(Connection connection, Collection<?> elements) throws SQLException {
    return connection.createArrayOf("text", elements.stream().map(Object::toString).toArray());
  }
}
