package uk.onevoice.organisations.adapter.fhir;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a search asks of the rows: conditions that all must hold, and the values in them. */
final class Conditions {
  private final List<String> terms = new ArrayList<>(List.of("true"));
  private final List<Object> values = new ArrayList<>();

  /**
   * @param term with a question mark for each value; a list is an array of texts
   */
  Conditions and(String term, Object... itsValues) {
    terms.add(term);
    Collections.addAll(values, itsValues);
    return this;
  }

  /**
   * One of several must hold.
   *
   * @param term with one question mark, which stands for each of the values in turn
   */
  Conditions andAny(String term, List<String> itsValues) {
    terms.add("(" + String.join(" or ", Collections.nCopies(itsValues.size(), term)) + ")");
    values.addAll(itsValues);
    return this;
  }

  /** Open on this day or not; a day that is not known is open to that side. */
  Conditions andActive(boolean active, Object today) {
    return and(
        "(coalesce(\"start\" <= ?, true) and coalesce(\"end\" > ?, true)) = ?",
        today,
        today,
        active);
  }

  Conditions andUpdated(Moment moment) {
    Object from = moment.from().atOffset(ZoneOffset.UTC);
    Object until = moment.until().atOffset(ZoneOffset.UTC);
    return switch (moment.comparison()) {
      case EQ -> and("updated_at >= ? and updated_at < ?", from, until);
      case NE -> and("not (updated_at >= ? and updated_at < ?)", from, until);
      case GT, SA -> and("updated_at >= ?", until);
      case LT, EB -> and("updated_at < ?", from);
      case GE -> and("updated_at >= ?", from);
      case LE -> and("updated_at < ?", until);
    };
  }

  String sql() {
    return String.join(" and ", terms);
  }

  /**
   * @return the number of the next value
   */
  int bind(Connection connection, PreparedStatement statement) throws SQLException {
    int next = 1;
    for (Object value : values) {
      switch (value) {
        case List<?> texts ->
            statement.setArray(next++, connection.createArrayOf("text", texts.toArray()));
        default -> statement.setObject(next++, value);
      }
    }
    return next;
  }
}
