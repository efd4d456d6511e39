package uk.onevoice.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import uk.onevoice.eventstore.Append;
import uk.onevoice.eventstore.NewEvent;
import uk.onevoice.eventstore.Outcome;

/** Looks up whether an append was stored, for one whose answer was lost on the way. */
final class StoredAppends {
  private static final String FIRST_EVENT =
      "select position, id from event where stream = ? and version = ?";

  private StoredAppends() {}

  /** Its outcome when its events are there; empty for an append without events. */
  static Optional<Outcome> find(Connection connection, Append append) throws SQLException {
    List<NewEvent> events = append.events();
    if (events.isEmpty()) {
      return Optional.empty();
    }
    try (PreparedStatement select = connection.prepareStatement(FIRST_EVENT)) {
      select.setString(1, append.stream());
      select.setLong(2, append.expectedVersion() + 1);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next() || !events.getFirst().id().equals(row.getObject("id"))) {
          return Optional.empty();
        }
        return Optional.of(
            new Outcome.Appended(
                row.getLong("position") + events.size() - 1,
                append.expectedVersion() + events.size()));
      }
    }
  }
}
