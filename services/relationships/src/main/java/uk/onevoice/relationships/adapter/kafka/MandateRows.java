package uk.onevoice.relationships.adapter.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventJson;
import uk.onevoice.relationships.adapter.kafka.MandateEvents.Copy;
import uk.onevoice.relationships.domain.mandate.KnownMandate;

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
}
