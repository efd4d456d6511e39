package uk.onevoice.meetings.adapter.store;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.vault.NewWords;
import uk.onevoice.vault.Vault;
import uk.onevoice.vault.VaultRef;

/**
 * Moves the titles that were kept in a table of their own into the vault, under the refs that
 * events name. A title of yesterday that no event names goes. The table stays for the version
 * before, which may still write to it while the two run beside each other: what comes then is moved
 * at the next start.
 */
@ApplicationScoped
public class TitlesOfBefore {
  private static final Logger LOG = Logger.getLogger(TitlesOfBefore.class);

  private final DataSource database;
  private final Vault vault;

  TitlesOfBefore(DataSource database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  void start(@Observes StartupEvent start) {
    int moved = move();
    if (moved > 0) {
      LOG.infof("titles moved into the vault count=%d", moved);
    }
  }

  /** How many titles were moved now. */
  public int move() {
    try (Connection connection = database.getConnection();
        var select =
            connection.prepareStatement(
                """
                select title.title_ref, title.title, event.stream, event.actor, event.recorded_at
                from item_title title
                join event on event.stream = 'meeting-' || title.meeting_id
                  and event.payload ->> 'titleRef' = title.title_ref::text\
                """);
        var forget = connection.createStatement();
        var rows = select.executeQuery()) {
      int moved = 0;
      while (rows.next()) {
        vault.takeOver(new VaultRef(rows.getObject(1, UUID.class)), words(rows), instant(rows));
        moved++;
      }
      forget.executeUpdate(
          """
          delete from item_title title
          where exists (select from vault_entry entry where entry.ref = title.title_ref)
            or uuid_extract_timestamp(title.title_ref) < now() - interval '1 day'
              and not exists (select from event where event.stream = 'meeting-' || title.meeting_id
                and event.payload ->> 'titleRef' = title.title_ref::text)\
          """);
      return moved;
    } catch (SQLException cause) {
      throw new EventStoreException("Titles could not be moved into the vault.", cause);
    }
  }

  private static NewWords words(ResultSet row) throws SQLException {
    return new NewWords(
        Titles.KIND,
        row.getString(3),
        Set.of(),
        row.getString(2),
        new ActorRef(row.getString(4)),
        null);
  }

  private static Instant instant(ResultSet row) throws SQLException {
    return row.getTimestamp(5).toInstant();
  }
}
