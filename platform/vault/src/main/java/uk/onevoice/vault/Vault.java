package uk.onevoice.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.ActorRef;

/**
 * A service's names and typed words. Words are written before the event that names them: words that
 * no event names are never shown and are swept; an event without its words would have lost them.
 *
 * <p>Erasing somebody destroys their key, and so all words about them, those about others as well
 * included, in every copy of the database there is. While somebody's words are restricted, they are
 * shown through {@link Disclosure} only.
 */
public final class Vault {
  private static final String SHOWN =
      """
      not exists (select from vault_about about join restricted using (subject)
        where about.ref = entry.ref)\
      """;

  private final DataSource database;
  private final Keys keys;
  private final Entries entries;
  private final Supplier<UUID> ids;
  private final Clock clock;

  /**
   * @param database with the tables of {@code db/vault} and {@code db/directory}
   * @param keys with the tables of {@code db/vault-keys}; another database, with other back-ups
   */
  public Vault(DataSource database, DataSource keys, Supplier<UUID> ids, Clock clock) {
    this.database = database;
    this.keys = new Keys(keys);
    this.entries = new Entries(database, this.keys);
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
    insert(ref, words, clock.instant(), null);
    return ref;
  }

  /**
   * Keeps words that no event will name, so that they are not swept: whoever keeps them deletes
   * them.
   *
   * @throws Erased when somebody they are about was erased
   */
  public VaultRef keepUnnamed(NewWords words) {
    VaultRef ref = keep(words);
    change("update vault_entry set named = true where ref = ?", ref.value());
    return ref;
  }

  /**
   * Keeps a person's own view of words about them, which goes when the words go.
   *
   * @throws Erased when somebody they are about was erased
   */
  public VaultRef keepBeside(VaultRef words, NewWords view) {
    var ref = new VaultRef(ids.get());
    insert(ref, view, clock.instant(), words);
    return ref;
  }

  /** Keeps words that were kept elsewhere under this ref until now. Again changes nothing. */
  public void takeOver(VaultRef ref, NewWords words, Instant writtenAt) {
    insert(ref, words, writtenAt, null);
  }

  private void insert(VaultRef ref, NewWords words, Instant writtenAt, @Nullable VaultRef beside) {
    byte[] sealed = Seals.seal(ref, words.words(), keys.sealing(words.about()));
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        insert(connection, ref, words, sealed, writtenAt, beside);
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException cause) {
      throw new VaultUnavailable("Words could not be kept.", cause);
    }
  }

  private static void insert(
      Connection connection,
      VaultRef ref,
      NewWords words,
      byte[] sealed,
      Instant writtenAt,
      @Nullable VaultRef beside)
      throws SQLException {
    try (var entry =
            connection.prepareStatement(
                """
                insert into vault_entry
                  (ref, stream, kind, sealed, written_by, written_at, expires_at, beside)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing\
                """);
        var about =
            connection.prepareStatement(
                "insert into vault_about (ref, subject) values (?, ?) on conflict do nothing")) {
      entry.setObject(1, ref.value());
      entry.setString(2, words.stream());
      entry.setString(3, words.kind());
      entry.setBytes(4, sealed);
      entry.setString(5, words.writtenBy().value());
      entry.setTimestamp(6, Timestamp.from(writtenAt));
      entry.setTimestamp(7, words.expires() == null ? null : Timestamp.from(words.expires()));
      entry.setObject(8, beside == null ? null : beside.value());
      entry.executeUpdate();
      for (Subject subject : words.about()) {
        about.setObject(1, ref.value());
        about.setObject(2, subject.value());
        about.addBatch();
      }
      about.executeBatch();
    }
  }

  /**
   * The words that can be shown; what was erased, has expired, is restricted or was never kept is
   * missing.
   */
  public Map<VaultRef, String> read(Collection<VaultRef> refs) {
    if (refs.isEmpty()) {
      return Map.of();
    }
    return texts(
        select(
            "entry.ref = any (?)",
            (connection, select) ->
                select.setArray(
                    2,
                    connection.createArrayOf(
                        "uuid", refs.stream().map(VaultRef::value).toArray()))));
  }

  /** All words of one kind that can be shown. */
  public Map<VaultRef, String> readAll(String kind) {
    return texts(select("entry.kind = ?", (_, select) -> select.setString(2, kind)));
  }

  /** All words of a stream that can be shown, oldest first. */
  public List<Words> ofStream(String stream) {
    return select("entry.stream = ?", (_, select) -> select.setString(2, stream));
  }

  /** People's own views of these words that can be shown, oldest first. */
  public List<Words> beside(Collection<VaultRef> words) {
    if (words.isEmpty()) {
      return List.of();
    }
    return select(
        "entry.beside = any (?)",
        (connection, select) ->
            select.setArray(
                2,
                connection.createArrayOf("uuid", words.stream().map(VaultRef::value).toArray())));
  }

  private List<Words> select(String condition, Entries.Parameters parameters) {
    return entries.select(clock.instant(), SHOWN + " and " + condition, parameters);
  }

  private static Map<VaultRef, String> texts(List<Words> words) {
    return words.stream().collect(Collectors.toMap(Words::ref, Words::text));
  }

  /** These words whatever is restricted, for who corrects them or sets a view beside them. */
  public Optional<Words> find(VaultRef ref) {
    return entries
        .select(clock.instant(), "entry.ref = ?", (_, select) -> select.setObject(2, ref.value()))
        .stream()
        .findFirst();
  }

  /** Sets other words in the place of these; who wrote them first, and when, stays. */
  public void rectify(Words earlier, String text, ActorRef by) {
    byte[] sealed = Seals.seal(earlier.ref(), text, keys.sealing(earlier.about()));
    try (Connection connection = database.getConnection();
        var update =
            connection.prepareStatement(
                "update vault_entry set sealed = ?, rectified_by = ?, rectified_at = ? where ref = ?")) {
      update.setBytes(1, sealed);
      update.setString(2, by.value());
      update.setTimestamp(3, Timestamp.from(clock.instant()));
      update.setObject(4, earlier.ref().value());
      update.executeUpdate();
    } catch (SQLException cause) {
      throw new VaultUnavailable("Words could not be corrected.", cause);
    }
  }

  /** Deletes words, those of an event that was refused for instance. Again changes nothing. */
  public void delete(VaultRef ref) {
    change("delete from vault_entry where ref = ?", ref.value());
  }

  /**
   * From now on words about somebody, under whichever record of theirs, are shown to those entitled
   * only. Again changes nothing.
   */
  public void restrict(Subject subject) {
    change(
        "insert into vault_restricted (subject, since) values (?, now()) on conflict do nothing",
        subject.value());
  }

  /** Lifts the restriction. Again changes nothing. */
  public void release(Subject subject) {
    change("delete from vault_restricted where subject = ?", subject.value());
  }

  /** Makes all words about somebody unreadable for ever, and deletes them. */
  public void erase(Subject subject) {
    keys.destroy(subject, clock.instant());
    change(
        "delete from vault_entry where ref in (select ref from vault_about where subject = ?)",
        subject.value());
  }

  private void change(String statement, UUID id) {
    try (Connection connection = database.getConnection();
        var change = connection.prepareStatement(statement)) {
      change.setObject(1, id);
      change.executeUpdate();
    } catch (SQLException cause) {
      throw new VaultUnavailable("The vault could not be changed.", cause);
    }
  }
}
