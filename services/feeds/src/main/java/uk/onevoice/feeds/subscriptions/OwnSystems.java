package uk.onevoice.feeds.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.readers.Reader;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.service.problem.Problem;

/** The approved systems of organisations. */
@ApplicationScoped
class OwnSystems {
  private final DataSource database;
  private final CurrentActor actor;

  OwnSystems(DataSource database, CurrentActor actor) {
    this.database = database;
    this.actor = actor;
  }

  /**
   * The system that a subscription is for.
   *
   * @param organisations the caller's own
   * @param named null for the calling system, or for a person for the only one that there is
   */
  Reader meant(Collection<String> organisations, @Nullable String named) throws SQLException {
    String client =
        named == null && actor.get() instanceof Actor.ClientActor system
            ? system.clientId()
            : named;
    List<Reader> found = approved(organisations, client);
    if (found.size() != 1) {
      throw Problem.unprocessable(
              "subscription-without-system", "A subscription is for one system of your own.")
          .at(
              "/clientId",
              named == null ? "must name one of your systems" : "must be a system of your own")
          .exception();
    }
    return found.getFirst();
  }

  private List<Reader> approved(Collection<String> organisations, @Nullable String client)
      throws SQLException {
    List<Reader> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select client_id, organisation_id from directory_client
                where organisation_id = any (?) and state = 'APPROVED'
                  and (?::text is null or client_id = ?)
                limit 2\
                """)) {
      select.setArray(1, connection.createArrayOf("text", organisations.toArray()));
      select.setString(2, client);
      select.setString(3, client);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(new Reader(row.getString(1), row.getString(2)));
        }
      }
    }
    return found;
  }
}
