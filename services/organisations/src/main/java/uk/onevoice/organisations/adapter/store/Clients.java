package uk.onevoice.organisations.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.client.ClientId;

/** Finds systems in the log itself: what has just been registered is there. */
@ApplicationScoped
public class Clients {
  private static final String PREFIX = "client-";

  private final DataSource database;

  Clients(DataSource database) {
    this.database = database;
  }

  /**
   * By name.
   *
   * @param after the last one of the page before, empty for the first
   */
  public List<ClientId> page(String after, int limit) {
    return found(
        """
        select stream from event where type = 'ClientRegistered' and stream > ?
        order by stream limit ?\
        """,
        PREFIX + after,
        limit);
  }

  /** Those that ask for this organisation, or did at some time. */
  public List<ClientId> everOf(OrganisationId organisation) {
    return found(
        """
        select distinct stream from event
        where type in ('ClientRegistered', 'ClientTransferred') and payload ->> 'organisationId' = ?
        order by stream\
        """,
        organisation.value());
  }

  private List<ClientId> found(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      var clients = new ArrayList<ClientId>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          clients.add(new ClientId(rows.getString(1).substring(PREFIX.length())));
        }
      }
      return clients;
    } catch (SQLException cause) {
      throw new EventStoreException("Systems could not be looked up.", cause);
    }
  }
}
