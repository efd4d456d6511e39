package uk.onevoice.mandates.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.PlaceId;

/** Which mandates practices were ever asked for, read from the log itself. */
@ApplicationScoped
public class OpenedMandates {
  private final DataSource database;

  OpenedMandates(DataSource database) {
    this.database = database;
  }

  /**
   * Mandates in the order of their ids.
   *
   * @param places of these places; null for everywhere
   * @param after the last of the part before; null for the first
   */
  public List<MandateId> page(
      @Nullable Collection<PlaceId> places, @Nullable MandateId after, int limit) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select stream from event
                where type = 'MandateOpened' and stream > ?
                  and (?::text[] is null or payload ->> 'placeId' = any (?::text[]))
                order by stream limit ?\
                """)) {
      String from = after == null ? MandateLog.PREFIX : MandateLog.stream(after);
      select.setString(1, from);
      var of =
          places == null
              ? null
              : connection.createArrayOf(
                  "text", places.stream().map(place -> place.value().toString()).toArray());
      select.setArray(2, of);
      select.setArray(3, of);
      select.setInt(4, limit);
      List<MandateId> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(
              new MandateId(
                  UUID.fromString(rows.getString(1).substring(MandateLog.PREFIX.length()))));
        }
      }
      return found;
    } catch (SQLException cause) {
      throw new EventStoreException("The mandates could not be listed.", cause);
    }
  }
}
