package uk.onevoice.feeds.readers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.KnownCallers;

/** Who reads, asked anew each time: a system that a body of general practice lets hear the feed. */
@ApplicationScoped
public class Readers {
  private final DataSource database;
  private final CurrentActor current;

  Readers(DataSource database, CurrentActor current) {
    this.database = database;
    this.current = current;
  }

  /** This service's directory knows systems and nobody else. */
  @Produces
  @Singleton
  KnownCallers knownCallers() {
    return new KnownCallers(new ClientEvents());
  }

  /** A body of general practice that lets a system hear the feed. */
  public record Approval(String bodyId, Instant since) {}

  /**
   * The system that calls.
   *
   * @throws AccessRefused when it is a person
   */
  public Reader caller() {
    return switch (current.get()) {
      case Actor.ClientActor client -> new Reader(client.clientId(), client.organisation().value());
      case Actor.PersonActor _ -> throw new AccessRefused(AccessRefused.Reason.NOT_ALLOWED);
    };
  }

  /** The same, if it may hear the feed now. */
  public Reader approved() throws SQLException {
    Reader reader = caller();
    if (approvals(reader).isEmpty()) {
      throw Problem.of(
              403,
              "feed-not-approved",
              "No body of general practice lets this system hear the feed.")
          .exception();
    }
    return reader;
  }

  /** Who lets it hear the feed, in the order of their ids. */
  public List<Approval> approvals(Reader reader) throws SQLException {
    List<Approval> approvals = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select body_id, since from feed_approval where client_id = ? order by body_id")) {
      select.setString(1, reader.client());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          approvals.add(new Approval(row.getString(1), row.getTimestamp(2).toInstant()));
        }
      }
    }
    return approvals;
  }
}
