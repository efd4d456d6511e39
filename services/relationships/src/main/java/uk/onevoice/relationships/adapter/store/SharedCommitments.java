package uk.onevoice.relationships.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.ledger.CommitmentId;

/** Which promises are shared with an organisation now, and in whose ledger each is. */
@ApplicationScoped
public class SharedCommitments {
  /** What is shared no more is left out here, so that it leaves no gap in a page either. */
  private static final String SHARED =
      """
      select shared.payload ->> 'commitmentId', shared.stream from event shared
      where shared.type = 'CommitmentShared' and shared.payload ->> 'organisationId' = any (?)
        and not exists (
          select from event gone
          where gone.stream = shared.stream and gone.position > shared.position
            and gone.type in ('CommitmentUnshared', 'CommitmentWithdrawn')
            and gone.payload ->> 'commitmentId' = shared.payload ->> 'commitmentId')
      """;

  private final DataSource database;

  SharedCommitments(DataSource database) {
    this.database = database;
  }

  /** A promise, and the relationship in whose ledger it is. */
  public record Kept(CommitmentId commitmentId, RelationshipId relationshipId) {}

  /**
   * @param after the last of the page before; null for the first
   * @return the newest promise first, one more than the limit where there are more
   */
  public List<Kept> page(
      Collection<OrganisationId> organisations, @Nullable UUID after, int limit) {
    return read(
        SHARED
            + """
              and (?::text is null or shared.payload ->> 'commitmentId' < ?)
            order by 1 desc limit ?\
            """,
        organisations,
        after,
        after,
        limit + 1);
  }

  /** The promise, where it is shared with one of these. */
  public Optional<Kept> find(Collection<OrganisationId> organisations, CommitmentId commitment) {
    return read(
            SHARED + "  and shared.payload ->> 'commitmentId' = ?",
            organisations,
            commitment.value())
        .stream()
        .findFirst();
  }

  private List<Kept> read(
      String sql, Collection<OrganisationId> organisations, @Nullable Object... more) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setArray(
          1,
          connection.createArrayOf(
              "text", organisations.stream().map(OrganisationId::value).toArray()));
      for (int i = 0; i < more.length; i++) {
        Object value = more[i];
        if (value instanceof Integer number) {
          select.setInt(i + 2, number);
        } else {
          select.setString(i + 2, value == null ? null : value.toString());
        }
      }
      try (var rows = select.executeQuery()) {
        List<Kept> found = new ArrayList<>();
        while (rows.next()) {
          found.add(
              new Kept(
                  new CommitmentId(UUID.fromString(rows.getString(1))),
                  LedgerLog.relationship(rows.getString(2))));
        }
        return found;
      }
    } catch (SQLException cause) {
      throw new EventStoreException("The shared promises could not be read.", cause);
    }
  }
}
