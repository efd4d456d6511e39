package uk.onevoice.feeds.readers;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;

/** The approved systems of the caller's own organisations. */
@ApplicationScoped
public class OwnSystems {
  private final DataSource database;
  private final CurrentActor actor;

  OwnSystems(DataSource database, CurrentActor actor) {
    this.database = database;
    this.actor = actor;
  }

  /** That of the calling system, or those at which the calling person holds a role. */
  public Set<String> organisations() {
    return switch (actor.get()) {
      case Actor.ClientActor client -> Set.of(client.organisation().value());
      case Actor.PersonActor person ->
          person.holdings().stream()
              .map(RoleHolding::organisation)
              .filter(Objects::nonNull)
              .map(OrganisationId::value)
              .collect(Collectors.toUnmodifiableSet());
    };
  }

  /**
   * The system that the caller means; empty where it is none of their own, or where there are
   * several and none is named.
   *
   * @param named null for the calling system, or for a person for the only one that there is
   */
  public Optional<Reader> meant(@Nullable String named) throws SQLException {
    String client =
        named == null && actor.get() instanceof Actor.ClientActor system
            ? system.clientId()
            : named;
    List<Reader> found = approved(organisations(), client);
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private List<Reader> approved(Set<String> organisations, @Nullable String client)
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
