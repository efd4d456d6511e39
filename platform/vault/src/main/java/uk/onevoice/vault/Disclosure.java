package uk.onevoice.vault;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.ActorRef;

/**
 * All words about one person, under each of their records and restricted ones too, for the person
 * and for who answers for what is kept. The right to see them outranks every audience. What
 * somebody else reads is written down first: who, when, which words, what for.
 */
public final class Disclosure {
  private final DataSource database;
  private final Entries entries;
  private final Clock clock;

  public Disclosure(DataSource database, DataSource keys, Clock clock) {
    this.database = database;
    this.entries = new Entries(database, new Keys(keys));
    this.clock = clock;
  }

  /** What somebody reads words about another person for. */
  public enum Purpose {
    SUBJECT_ACCESS,
    CORRECTION,
    COMPLAINT,
    LEGAL_CLAIM
  }

  /** One reading of some words, by reference. */
  public record Reading(long id, VaultRef ref, String reader, Purpose why, Instant at) {}

  /** What the person themself reads is nobody's reading to answer for, and not written down. */
  public List<Words> toThemself(Set<Subject> records) {
    return about(records);
  }

  /** Reads for somebody else. */
  public List<Words> to(ActorRef reader, Purpose why, Set<Subject> records) {
    var words = about(records);
    note(reader, why, records, words);
    return words;
  }

  private List<Words> about(Set<Subject> records) {
    return entries.select(
        clock.instant(),
        "entry.ref in (select ref from vault_about where subject = any (?))",
        (connection, select) -> select.setArray(2, ids(connection, records)));
  }

  private static Array ids(Connection connection, Set<Subject> records) throws SQLException {
    return connection.createArrayOf("uuid", records.stream().map(Subject::value).toArray());
  }

  /** Under the record that the words are about: whoever is parted again takes it along. */
  private void note(ActorRef reader, Purpose why, Set<Subject> records, List<Words> words) {
    try (Connection connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into vault_read (subject, ref, reader, why, read_at) values (?, ?, ?, ?, ?)")) {
      for (Words read : words) {
        for (Subject record : records) {
          if (read.about().contains(record)) {
            insert.setObject(1, record.value());
            insert.setObject(2, read.ref().value());
            insert.setString(3, reader.value());
            insert.setString(4, why.name());
            insert.setTimestamp(5, Timestamp.from(clock.instant()));
            insert.addBatch();
          }
        }
      }
      insert.executeBatch();
    } catch (SQLException cause) {
      throw new VaultUnavailable("A reading could not be written down.", cause);
    }
  }

  /**
   * Who has read words about somebody, newest first.
   *
   * @param before the last reading of the part before, null for the first part
   */
  public List<Reading> readings(Set<Subject> records, @Nullable Long before, int limit) {
    try (Connection connection = database.getConnection();
        var select =
            connection.prepareStatement(
                """
                select id, ref, reader, why, read_at from vault_read
                where subject = any (?) and id < ? order by id desc limit ?\
                """)) {
      select.setArray(1, ids(connection, records));
      select.setLong(2, before == null ? Long.MAX_VALUE : before);
      select.setInt(3, limit);
      try (var rows = select.executeQuery()) {
        var readings = new ArrayList<Reading>();
        while (rows.next()) {
          readings.add(
              new Reading(
                  rows.getLong(1),
                  new VaultRef(rows.getObject(2, UUID.class)),
                  rows.getString(3),
                  Purpose.valueOf(rows.getString(4)),
                  rows.getTimestamp(5).toInstant()));
        }
        return readings;
      }
    } catch (SQLException cause) {
      throw new VaultUnavailable("Readings could not be read.", cause);
    }
  }
}
