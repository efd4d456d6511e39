package uk.onevoice.vault;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The keys, in a database of their own. */
final class Keys {
  private static final int BYTES = 32;

  private final DataSource database;
  private final SecureRandom random = new SecureRandom();

  Keys(DataSource database) {
    this.database = database;
  }

  /**
   * The keys of these subjects; one that has none gets one.
   *
   * @throws Erased when one of them was erased
   */
  Map<Subject, byte[]> ofAll(Collection<Subject> subjects) {
    try (Connection connection = database.getConnection()) {
      make(connection, subjects);
      Map<Subject, byte[]> keys = read(connection, subjects);
      if (keys.size() < subjects.size()) {
        throw new Erased();
      }
      return keys;
    } catch (SQLException cause) {
      throw new VaultUnavailable("Keys could not be made.", cause);
    }
  }

  /**
   * The keys under which words about these people are, or about nobody, in their order.
   *
   * @throws Erased when one of them was erased
   */
  List<byte[]> sealing(Set<Subject> about) {
    var subjects = Subject.orNobody(about);
    var made = ofAll(subjects);
    return subjects.stream().map(made::get).toList();
  }

  private void make(Connection connection, Collection<Subject> subjects) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into vault_key (subject, key)
            select ?, ? where not exists (select from vault_erased where subject = ?)
            on conflict do nothing\
            """)) {
      for (Subject subject : subjects) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        insert.setObject(1, subject.value());
        insert.setBytes(2, key);
        insert.setObject(3, subject.value());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The keys there are; a subject without one is missing. */
  Map<Subject, byte[]> known(Collection<Subject> subjects) {
    try (Connection connection = database.getConnection()) {
      return read(connection, subjects);
    } catch (SQLException cause) {
      throw new VaultUnavailable("Keys could not be read.", cause);
    }
  }

  private static Map<Subject, byte[]> read(Connection connection, Collection<Subject> subjects)
      throws SQLException {
    try (var select =
        connection.prepareStatement("select subject, key from vault_key where subject = any (?)")) {
      select.setArray(
          1, connection.createArrayOf("uuid", subjects.stream().map(Subject::value).toArray()));
      try (var rows = select.executeQuery()) {
        var keys = new HashMap<Subject, byte[]>();
        while (rows.next()) {
          keys.put(new Subject(rows.getObject(1, UUID.class)), rows.getBytes(2));
        }
        return keys;
      }
    }
  }

  /** Destroys the key for ever. Again changes nothing. */
  void destroy(Subject subject, Instant at) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var stone =
              connection.prepareStatement(
                  """
                  insert into vault_erased (subject, erased_at) values (?, ?)
                  on conflict do nothing\
                  """);
          var key = connection.prepareStatement("delete from vault_key where subject = ?")) {
        stone.setObject(1, subject.value());
        stone.setObject(2, java.sql.Timestamp.from(at));
        stone.executeUpdate();
        key.setObject(1, subject.value());
        key.executeUpdate();
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException cause) {
      throw new VaultUnavailable("A key could not be destroyed.", cause);
    }
  }
}
