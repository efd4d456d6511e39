package uk.onevoice.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.Answer;
import uk.onevoice.eventstore.Append;
import uk.onevoice.eventstore.NewEvent;
import uk.onevoice.eventstore.Outcome;
import uk.onevoice.eventstore.Request;

/** Calls the server function {@code append_batch}: one round trip, one commit. */
final class AppendBatch {
  private static final String CALL =
      "select * from append_batch("
          + "?::text[], ?::bigint[], ?::int[],"
          + " ?::text[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::text[],"
          + " ?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[],"
          + " ?::int[], ?::int[], ?::uuid[], ?::text[], ?::int[], ?::text[], ?::timestamptz[],"
          + " ?::timestamptz[])";

  private final Connection connection;
  private final PreparedStatement call;
  private int parameter;

  /**
   * @param connection commits each statement by itself
   */
  AppendBatch(Connection connection) throws SQLException {
    this.connection = connection;
    this.call = connection.prepareStatement(CALL);
  }

  /**
   * @param appends each for another stream, and each request with another key
   * @return what became of each, in order
   */
  List<Outcome> append(List<Append> appends) throws SQLException {
    parameter = 0;
    text(appends, Append::stream);
    array("bigint", appends, Append::expectedVersion);
    array("int", appends, append -> append.events().size());
    text(appends, append -> append.metadata().actor().value());
    text(appends, append -> append.metadata().actingFor());
    text(appends, append -> append.metadata().tenant());
    array("uuid", appends, append -> append.metadata().correlationId());
    array("uuid", appends, append -> append.metadata().causationId());
    text(appends, append -> append.metadata().traceparent());
    text(appends, ofRequest(Request::client));
    text(appends, ofRequest(Request::key));
    text(appends, ofRequest(Request::fingerprint));
    array("int", appends, ofRequest(request -> request.answer().status()));
    text(appends, ofRequest(request -> request.answer().location()));
    text(appends, ofRequest(request -> request.answer().body()));
    events(appends);
    text(appends, append -> append.recordedAt() == null ? null : append.recordedAt().toString());
    List<Outcome> outcomes = new ArrayList<>(appends.size());
    try (ResultSet rows = call.executeQuery()) {
      while (rows.next()) {
        outcomes.add(outcome(rows));
      }
    }
    return outcomes;
  }

  private void events(List<Append> appends) throws SQLException {
    record Placed(int command, int offset, NewEvent event) {}
    List<Placed> placed = new ArrayList<>();
    for (int command = 0; command < appends.size(); command++) {
      List<NewEvent> events = appends.get(command).events();
      for (int offset = 0; offset < events.size(); offset++) {
        placed.add(new Placed(command + 1, offset + 1, events.get(offset)));
      }
    }
    array("int", placed, Placed::command);
    array("int", placed, Placed::offset);
    array("uuid", placed, each -> each.event().id());
    text(placed, each -> each.event().type());
    array("int", placed, each -> each.event().schemaVersion());
    text(placed, each -> each.event().payload());
    text(placed, each -> each.event().occurredAt().toString());
  }

  private static <T> Function<Append, @Nullable T> ofRequest(Function<Request, @Nullable T> field) {
    return append -> append.request() == null ? null : field.apply(append.request());
  }

  private <T> void text(List<T> all, Function<T, @Nullable String> field) throws SQLException {
    array("text", all, field);
  }

  private <T> void array(String type, List<T> all, Function<T, ? extends @Nullable Object> field)
      throws SQLException {
    Object[] values = new Object[all.size()];
    for (int index = 0; index < values.length; index++) {
      values[index] = field.apply(all.get(index));
    }
    call.setArray(++parameter, connection.createArrayOf(type, values));
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    long version = row.getLong("at_version");
    long position = row.getLong("at_position");
    return switch (row.getString("outcome")) {
      case "appended" -> new Outcome.Appended(position, version);
      case "conflict" -> new Outcome.VersionConflict(version);
      case "reused" -> new Outcome.KeyReused();
      case "repeated" ->
          new Outcome.Repeated(
              new Answer(
                  row.getInt("earlier_status"),
                  row.getString("earlier_location"),
                  row.getString("earlier_body")),
              row.getString("at_stream"),
              version,
              position);
      default -> throw new IllegalStateException("append_batch answered something new.");
    };
  }
}
