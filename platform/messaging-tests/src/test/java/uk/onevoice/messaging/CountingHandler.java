package uk.onevoice.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Writes one row for each event, and fails as the event's type says. */
final class CountingHandler implements EventHandler {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private volatile boolean healed;
  private volatile boolean startsOver;

  /** From now on every type can be applied, and one more is known. */
  void heal() {
    healed = true;
  }

  /** From now on a log that was set back is begun again. */
  void startOver() {
    startsOver = true;
  }

  @Override
  public boolean startOver(Connection transaction, String log) throws SQLException {
    if (startsOver) {
      try (PreparedStatement delete =
          transaction.prepareStatement("delete from effect where log = ?")) {
        delete.setString(1, log);
        delete.executeUpdate();
      }
    }
    return startsOver;
  }

  @Override
  public Set<String> applies() {
    return healed
        ? Set.of("Counted", "Refused", "Overflowing", "Crashing", "Later")
        : Set.of("Counted", "Refused", "Overflowing", "Crashing");
  }

  @Override
  public Set<String> ignores() {
    return Set.of("Ignored");
  }

  @Override
  public void apply(Connection transaction, List<HeardEvent> events) throws SQLException {
    try (PreparedStatement insert =
        transaction.prepareStatement(
            "insert into effect (log, stream, version, position, id, small)"
                + " values (?, ?, ?, ?, ?, ?::bigint)")) {
      for (HeardEvent event : events) {
        fail(event);
        insert.setString(1, event.log());
        insert.setString(2, event.stream());
        insert.setLong(3, event.version());
        insert.setLong(4, event.position());
        insert.setObject(5, event.id());
        insert.setLong(6, event.type().equals("Overflowing") && !healed ? 1L << 40 : 1);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void fail(HeardEvent event) {
    try {
      JSON.readTree(event.payload());
    } catch (JsonProcessingException malformed) {
      throw new Unappliable(event, "the payload is not JSON");
    }
    if (healed) {
      return;
    }
    switch (event.type()) {
      case "Refused" -> throw new Unappliable(event, "it refers to nothing");
      case "Crashing" -> throw new IllegalStateException("a defect of the handler");
      default -> {}
    }
  }
}
