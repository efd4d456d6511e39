package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.meetings.domain.papers.PaperId;

/** The files themselves, outside the log, so that they can be erased. */
@ApplicationScoped
public class PaperContents {
  private final DataSource database;

  PaperContents(DataSource database) {
    this.database = database;
  }

  /** Keeps a file, before the event that names it. */
  public void keep(PaperId id, byte[] content) {
    try (Connection connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into paper_content (paper_id, content, kept_at) values (?, ?, now())")) {
      insert.setObject(1, id.value());
      insert.setBytes(2, content);
      insert.executeUpdate();
    } catch (SQLException cause) {
      throw new EventStoreException("A paper could not be kept.", cause);
    }
  }

  /** Erases a file. Again changes nothing. */
  public void erase(PaperId id) {
    try (Connection connection = database.getConnection();
        var delete = connection.prepareStatement("delete from paper_content where paper_id = ?")) {
      delete.setObject(1, id.value());
      delete.executeUpdate();
    } catch (SQLException cause) {
      throw new EventStoreException("A paper could not be erased.", cause);
    }
  }

  public Optional<byte[]> of(PaperId id) {
    try (Connection connection = database.getConnection();
        var select =
            connection.prepareStatement("select content from paper_content where paper_id = ?")) {
      select.setObject(1, id.value());
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    } catch (SQLException cause) {
      throw new EventStoreException("A paper could not be read.", cause);
    }
  }

  /** Those of these papers whose file is kept. */
  public Set<PaperId> kept(Collection<PaperId> ids) {
    try (Connection connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "select paper_id from paper_content where paper_id = any (?)")) {
      select.setArray(
          1, connection.createArrayOf("uuid", ids.stream().map(PaperId::value).toArray()));
      try (var rows = select.executeQuery()) {
        var found = new HashSet<PaperId>();
        while (rows.next()) {
          found.add(new PaperId(rows.getObject(1, UUID.class)));
        }
        return found;
      }
    } catch (SQLException cause) {
      throw new EventStoreException("Papers could not be looked up.", cause);
    }
  }
}
