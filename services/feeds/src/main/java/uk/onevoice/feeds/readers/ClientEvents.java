package uk.onevoice.feeds.readers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import uk.onevoice.directory.Client;
import uk.onevoice.directory.ClientKind;
import uk.onevoice.messaging.EventHandler;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.messaging.Unappliable;

/**
 * Keeps which systems there are, and which bodies of general practice let them hear the feed. What
 * comes again, or after something newer of the same system, changes nothing: an approval that was
 * withdrawn does not come back for a moment while a topic is heard again.
 */
final class ClientEvents implements EventHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REGISTER =
      """
      insert into directory_client (client_id, organisation_id, kind, state)
      values (?, ?, ?, ?)
      on conflict (client_id) do update set organisation_id = excluded.organisation_id,
        kind = excluded.kind, state = excluded.state\
      """;
  private static final String STATE = "update directory_client set state = ? where client_id = ?";
  private static final String TRANSFER =
      "update directory_client set organisation_id = ?, state = ? where client_id = ?";
  private static final String APPROVE =
      """
      insert into feed_approval (client_id, body_id, since) values (?, ?, ?)
      on conflict (client_id, body_id) do nothing\
      """;
  private static final String WITHDRAW =
      "delete from feed_approval where client_id = ? and body_id = ?";
  private static final String WITHDRAW_ALL = "delete from feed_approval where client_id = ?";
  private static final String CHANGED = "update feed_reader_changes set count = count + 1";
  private static final String NEWER =
      """
      insert into feed_client_heard as heard (client_id, recorded_at) values (?, ?)
      on conflict (client_id) do update set recorded_at = excluded.recorded_at
      where heard.recorded_at <= excluded.recorded_at\
      """;

  @Override
  public Set<String> applies() {
    return Set.of(
        "ClientRegistered",
        "ClientApproved",
        "ClientSuspended",
        "ClientTransferred",
        "ClientEnded",
        "ClientFeedApproved",
        "ClientFeedApprovalWithdrawn");
  }

  @Override
  public Set<String> ignores() {
    return Set.of();
  }

  /** Only what is of systems is waited for when it is not known here. */
  @Override
  public boolean ignores(String type) {
    return !type.startsWith("Client");
  }

  @Override
  public void apply(Connection transaction, List<HeardEvent> events) throws SQLException {
    boolean changed = false;
    for (HeardEvent event : events) {
      JsonNode body = body(event);
      String client = text(event, body, "clientId");
      Timestamp recorded = Timestamp.from(event.recordedAt());
      if (run(transaction, NEWER, client, recorded) > 0) {
        apply(transaction, event, body, client, recorded);
        changed = true;
      }
    }
    if (changed) {
      // Last, since replicas meet at this row.
      run(transaction, CHANGED);
    }
  }

  private static void apply(
      Connection transaction, HeardEvent event, JsonNode body, String client, Timestamp recorded)
      throws SQLException {
    switch (event.type()) {
      case "ClientRegistered" ->
          run(
              transaction,
              REGISTER,
              client,
              text(event, body, "organisationId"),
              kind(event, body),
              Client.State.REGISTERED.name());
      case "ClientApproved" -> run(transaction, STATE, Client.State.APPROVED.name(), client);
      case "ClientSuspended" -> run(transaction, STATE, Client.State.SUSPENDED.name(), client);
      case "ClientTransferred" -> {
        run(
            transaction,
            TRANSFER,
            text(event, body, "organisationId"),
            Client.State.SUSPENDED.name(),
            client);
        run(transaction, WITHDRAW_ALL, client);
      }
      case "ClientEnded" -> {
        run(transaction, STATE, Client.State.SUSPENDED.name(), client);
        run(transaction, WITHDRAW_ALL, client);
      }
      case "ClientFeedApproved" ->
          run(transaction, APPROVE, client, text(event, body, "bodyId"), recorded);
      case "ClientFeedApprovalWithdrawn" ->
          run(transaction, WITHDRAW, client, text(event, body, "bodyId"));
      default -> throw new IllegalStateException("Nobody applies " + event.type());
    }
  }

  private static int run(Connection transaction, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = transaction.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }

  private static JsonNode body(HeardEvent event) {
    try {
      return JSON.readTree(event.payload());
    } catch (JsonProcessingException malformed) {
      throw new Unappliable(event, "it is not JSON");
    }
  }

  private static String kind(HeardEvent event, JsonNode body) {
    try {
      return ClientKind.valueOf(text(event, body, "kind")).name();
    } catch (IllegalArgumentException unknown) {
      throw new Unappliable(event, "kind is unknown");
    }
  }

  private static String text(HeardEvent event, JsonNode body, String name) {
    JsonNode field = body.path(name);
    if (!field.isTextual() || field.textValue().isBlank()) {
      throw new Unappliable(event, name + " is missing");
    }
    return field.textValue();
  }
}
