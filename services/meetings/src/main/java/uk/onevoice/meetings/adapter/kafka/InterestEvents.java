package uk.onevoice.meetings.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventJson;
import uk.onevoice.messaging.EventHandler;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.messaging.Unappliable;

/**
 * Keeps who has declared an interest in which organisation; what it is stays where it was declared.
 * An event heard a second time changes nothing.
 */
public final class InterestEvents implements EventHandler {
  private static final Set<String> APPLIES =
      Set.of("InterestDeclared", "InterestCorrected", "InterestEnded");

  @Override
  public Set<String> applies() {
    return APPLIES;
  }

  @Override
  public Set<String> ignores() {
    return Set.of();
  }

  /** This is a copy of a few facts; the rest of the registry is not its business. */
  @Override
  public boolean ignores(String type) {
    return !APPLIES.contains(type);
  }

  @Override
  public boolean startOver(Connection transaction, String log) throws SQLException {
    try (var statement = transaction.createStatement()) {
      statement.executeUpdate("delete from known_interest");
    }
    return true;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Interest(
      UUID interestId,
      @Nullable UUID roleHoldingId,
      @Nullable String kind,
      @Nullable String organisationId,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      @Nullable Boolean void_) {}

  @Override
  public void apply(Connection transaction, List<HeardEvent> events) throws SQLException {
    for (HeardEvent event : events) {
      Interest interest = read(event);
      switch (event.type()) {
        case "InterestDeclared" ->
            change(
                transaction,
                """
                insert into known_interest
                  (interest_id, role_holding_id, kind, organisation_id, "start", "end", heard)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
                """,
                interest.interestId(),
                interest.roleHoldingId(),
                interest.kind(),
                interest.organisationId(),
                interest.start(),
                interest.end(),
                event.version());
        case "InterestCorrected" ->
            change(
                transaction,
                """
                update known_interest set kind = ?, organisation_id = ?, "start" = ?, "end" = ?,
                  void = ?, heard = ?
                where interest_id = ? and heard < ?\
                """,
                interest.kind(),
                interest.organisationId(),
                interest.start(),
                interest.end(),
                Boolean.TRUE.equals(interest.void_()),
                event.version(),
                interest.interestId(),
                event.version());
        case "InterestEnded" ->
            change(
                transaction,
                "update known_interest set \"end\" = ?, heard = ? where interest_id = ? and heard < ?",
                interest.end(),
                event.version(),
                interest.interestId(),
                event.version());
        default -> throw new Unappliable(event, "no event of an interest");
      }
    }
  }

  private static Interest read(HeardEvent event) {
    try {
      return EventJson.mapper().readValue(event.payload(), Interest.class);
    } catch (JsonProcessingException unreadable) {
      throw new Unappliable(event, "an interest that cannot be read");
    }
  }

  private static void change(Connection transaction, String statement, @Nullable Object... values)
      throws SQLException {
    try (var change = transaction.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] == null) {
          change.setNull(i + 1, Types.NULL);
        } else {
          change.setObject(i + 1, values[i]);
        }
      }
      change.executeUpdate();
    }
  }
}
