package uk.onevoice.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A service's names and typed words. Words are written before the event that names them: words that
 * no event names are never shown and are swept; an event without its words would have lost them.
 *
 * <p>Erasing somebody destroys their key, and so all words about them, those about others as well
 * included, in every copy of the database there is.
 */
public final class Vault {
  private static final String SELECT =
      """
      select entry.ref, entry.sealed,
        (select array_agg(subject) from vault_about about where about.ref = entry.ref)
      from vault_entry entry
      where (entry.expires_at is null or entry.expires_at > ?) and\s\
      """;

  private final DataSource database;
  private final Keys keys;
  private final Supplier<UUID> ids;
  private final Clock clock;

  /**
   * @param database with the tables of {@code db/vault}
   * @param keys with the tables of {@code db/vault-keys}; another database, with other back-ups
   */
  public Vault(DataSource database, DataSource keys, Supplier<UUID> ids, Clock clock) {
    this.database = database;
    this.keys = new Keys(keys);
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Keeps words.
   *
   * @throws Erased when somebody they are about was erased
   */
  public VaultRef keep(NewWords words) {
    var ref = new VaultRef(ids.get());
    byte[] sealed = Seals.seal(ref, words.words(), keysFor(words.about()));
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        insert(connection, ref, words, sealed);
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      return ref;
    } catch (SQLException cause) {
      throw new VaultUnavailable("Words could not be kept.", cause);
    }
  }

  private void insert(Connection connection, VaultRef ref, NewWords words, byte[] sealed)
      throws SQLException {
    try (var entry =
            connection.prepareStatement(
                """
                insert into vault_entry
                  (ref, stream, kind, sealed, written_by, written_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)\
                """);
        var about =
            connection.prepareStatement("insert into vault_about (ref, subject) values (?, ?)")) {
      entry.setObject(1, ref.value());
      entry.setString(2, words.stream());
      entry.setString(3, words.kind());
      entry.setBytes(4, sealed);
      entry.setString(5, words.writtenBy().value());
      entry.setTimestamp(6, Timestamp.from(clock.instant()));
      entry.setTimestamp(7, timestamp(words.expires()));
      entry.executeUpdate();
      for (Subject subject : words.about()) {
        about.setObject(1, ref.value());
        about.setObject(2, subject.value());
        about.addBatch();
      }
      about.executeBatch();
    }
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  /** The words that can be shown; what was erased, has expired or was never kept is missing. */
  public Map<VaultRef, String> read(Collection<VaultRef> refs) {
    if (refs.isEmpty()) {
      return Map.of();
    }
    return select(
        "entry.ref = any (?)",
        (connection, select) ->
            select.setArray(
                2, connection.createArrayOf("uuid", refs.stream().map(VaultRef::value).toArray())));
  }

  /** All words of one kind that can be shown. */
  public Map<VaultRef, String> readAll(String kind) {
    return select("entry.kind = ?", (_, select) -> select.setString(2, kind));
  }

  private interface Parameters {
    void set(Connection connection, PreparedStatement select) throws SQLException;
  }

  private record Row(VaultRef ref, byte[] sealed, TreeSet<Subject> about) {}

  private Map<VaultRef, String> select(String condition, Parameters parameters) {
    try (Connection connection = database.getConnection();
        var select = connection.prepareStatement(SELECT + condition)) {
      select.setTimestamp(1, Timestamp.from(clock.instant()));
      parameters.set(connection, select);
      try (var rows = select.executeQuery()) {
        var found = new ArrayList<Row>();
        while (rows.next()) {
          found.add(row(rows));
        }
        return opened(found);
      }
    } catch (SQLException cause) {
      throw new VaultUnavailable("Words could not be read.", cause);
    }
  }

  private static Row row(ResultSet rows) throws SQLException {
    var about = new TreeSet<Subject>();
    var subjects = rows.getArray(3);
    if (subjects != null) {
      for (UUID subject : (UUID[]) subjects.getArray()) {
        about.add(new Subject(subject));
      }
    }
    return new Row(new VaultRef(rows.getObject(1, UUID.class)), rows.getBytes(2), orNobody(about));
  }

  private Map<VaultRef, String> opened(List<Row> rows) {
    var subjects = new TreeSet<Subject>();
    rows.forEach(row -> subjects.addAll(row.about()));
    var known = keys.known(subjects);
    var words = new HashMap<VaultRef, String>();
    for (Row row : rows) {
      if (known.keySet().containsAll(row.about())) {
        words.put(
            row.ref(),
            Seals.open(row.ref(), row.sealed(), row.about().stream().map(known::get).toList()));
      }
    }
    return words;
  }

  private List<byte[]> keysFor(Set<Subject> about) {
    var subjects = orNobody(new TreeSet<>(about));
    var made = keys.ofAll(subjects);
    return subjects.stream().map(made::get).toList();
  }

  private static TreeSet<Subject> orNobody(TreeSet<Subject> about) {
    if (about.isEmpty()) {
      about.add(Subject.NOBODY);
    }
    return about;
  }

  /** Deletes words, those of an event that was refused for instance. Again changes nothing. */
  public void delete(VaultRef ref) {
    delete("delete from vault_entry where ref = ?", ref.value());
  }

  /** Makes all words about somebody unreadable for ever, and deletes them. */
  public void erase(Subject subject) {
    keys.destroy(subject, clock.instant());
    delete(
        "delete from vault_entry where ref in (select ref from vault_about where subject = ?)",
        subject.value());
  }

  private void delete(String statement, UUID id) {
    try (Connection connection = database.getConnection();
        var delete = connection.prepareStatement(statement)) {
      delete.setObject(1, id);
      delete.executeUpdate();
    } catch (SQLException cause) {
      throw new VaultUnavailable("Words could not be deleted.", cause);
    }
  }
}
