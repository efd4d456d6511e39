package uk.onevoice.meetings.adapter.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventJson;
import uk.onevoice.meetings.adapter.kafka.MandateEvents.Copy;
import uk.onevoice.meetings.adapter.kafka.MandatePayloads.Answered;
import uk.onevoice.meetings.adapter.kafka.MandatePayloads.Invoked;
import uk.onevoice.meetings.domain.mandate.KnownInvocation.State;
import uk.onevoice.meetings.domain.mandate.KnownMandate;

/** The rows of the copy of mandates, in the consumer's transaction. */
final class MandateRows {
  private final Connection transaction;

  MandateRows(Connection transaction) {
    this.transaction = transaction;
  }

  @Nullable Copy find(UUID mandate) throws SQLException {
    try (var select =
        transaction.prepareStatement(
            "select mandate::text, heard from known_mandate where mandate_id = ?")) {
      select.setObject(1, mandate);
      try (var rows = select.executeQuery()) {
        return rows.next()
            ? new Copy(
                EventJson.mapper().readValue(rows.getString(1), KnownMandate.class),
                rows.getLong(2))
            : null;
      }
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("A known mandate cannot be read.", unreadable);
    }
  }

  void put(Copy copy) throws SQLException {
    try (var upsert =
        transaction.prepareStatement(
            """
            insert into known_mandate (mandate_id, place_id, heard, mandate)
            values (?, ?, ?, ?::jsonb)
            on conflict (mandate_id) do update
              set heard = excluded.heard, mandate = excluded.mandate\
            """)) {
      upsert.setObject(1, copy.mandate().mandateId());
      upsert.setObject(2, copy.mandate().placeId().value());
      upsert.setLong(3, copy.heard());
      upsert.setString(4, EventJson.mapper().writeValueAsString(copy.mandate()));
      upsert.executeUpdate();
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("A known mandate cannot be written.", unwritable);
    }
  }

  void put(Invoked invoked) throws SQLException {
    try (var upsert =
        transaction.prepareStatement(
            """
            insert into known_invocation
              (invocation_id, mandate_id, act, state, topic_id, forum_id, meeting_id, item_id, "on")
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (invocation_id) do nothing\
            """)) {
      upsert.setObject(1, invoked.invocationId());
      upsert.setObject(2, invoked.mandateId());
      upsert.setString(3, invoked.act().name());
      upsert.setString(4, invoked.verdict().name());
      upsert.setObject(5, invoked.topicId());
      upsert.setObject(6, invoked.forumId());
      upsert.setObject(7, invoked.meetingId());
      upsert.setObject(8, invoked.itemId());
      upsert.setObject(9, invoked.on());
      upsert.executeUpdate();
    }
  }

  void set(UUID invocation, State state) throws SQLException {
    try (var update =
        transaction.prepareStatement(
            "update known_invocation set state = ? where invocation_id = ?")) {
      update.setString(1, state.name());
      update.setObject(2, invocation);
      update.executeUpdate();
    }
  }

  void put(Answered answered, String answer) throws SQLException {
    try (var upsert =
        transaction.prepareStatement(
            """
            insert into known_answer (mandate_id, version, practice_id, answer, "on")
            values (?, ?, ?, ?, ?)
            on conflict (mandate_id, version, practice_id) do update
              set answer = excluded.answer, "on" = excluded."on"\
            """)) {
      upsert.setObject(1, answered.mandateId());
      upsert.setInt(2, answered.versionOr1());
      upsert.setString(3, answered.practiceId());
      upsert.setString(4, answer);
      upsert.setObject(5, answered.on());
      upsert.executeUpdate();
    }
  }
}
