package uk.onevoice.organisations.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.rights.RequestId;
import uk.onevoice.organisations.domain.rights.Right;

/** What people have asked for about themselves and nobody has settled, read from the log. */
@ApplicationScoped
public class OpenRequests {
  private final DataSource database;

  OpenRequests(DataSource database) {
    this.database = database;
  }

  /** A request by reference; its words are for who opens it. */
  public record OpenRequest(
      RequestId requestId, PersonId personId, Right right, Instant requestedAt, LocalDate due) {}

  /**
   * Oldest first; a request's id is of the time when it was made.
   *
   * @param after the last request of the part before, null for the first part
   */
  public List<OpenRequest> after(@Nullable UUID after, int limit) {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                """
                select asked.payload ->> 'requestId', asked.payload ->> 'personId',
                  asked.payload ->> 'right', asked.occurred_at, asked.payload ->> 'due'
                from event asked
                where asked.type = 'RightRequested' and asked.payload ->> 'requestId' > ?
                  and not exists (select from event settled
                    where settled.type = 'RequestSettled'
                      and settled.payload ->> 'requestId' = asked.payload ->> 'requestId')
                order by asked.payload ->> 'requestId' limit ?\
                """)) {
      select.setString(1, after == null ? "" : after.toString());
      select.setInt(2, limit);
      try (var rows = select.executeQuery()) {
        var requests = new ArrayList<OpenRequest>();
        while (rows.next()) {
          requests.add(
              new OpenRequest(
                  new RequestId(UUID.fromString(rows.getString(1))),
                  new PersonId(UUID.fromString(rows.getString(2))),
                  Right.valueOf(rows.getString(3)),
                  rows.getTimestamp(4).toInstant(),
                  LocalDate.parse(rows.getString(5))));
        }
        return requests;
      }
    } catch (SQLException cause) {
      throw new EventStoreException("Open requests could not be read.", cause);
    }
  }
}
