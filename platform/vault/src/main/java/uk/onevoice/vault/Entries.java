package uk.onevoice.vault;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads entries and opens those whose keys are all there; the others are gone. Who is restricted
 * under one record is so under all that were merged with it, for as long as they are.
 */
final class Entries {
  private static final String SELECT =
      """
      with recursive restricted (subject) as (
        select subject from vault_restricted
        union
        select case when alias.person_id = restricted.subject then alias.into_id
          else alias.person_id end
        from restricted
        join directory_person_alias alias
          on alias.person_id = restricted.subject or alias.into_id = restricted.subject)
      select entry.ref, entry.stream, entry.kind, entry.sealed, entry.written_by, entry.written_at,
        entry.expires_at, entry.rectified_by, entry.rectified_at, entry.beside,
        (select array_agg(subject) from vault_about about where about.ref = entry.ref),
        exists (select from vault_about about join restricted using (subject)
          where about.ref = entry.ref),
        (select array_agg(subject) from vault_about about join vault_same same using (subject)
          where about.ref = entry.ref and exists (select from vault_about other
            where other.ref = entry.ref and other.subject = same.person))
      from vault_entry entry
      where (entry.expires_at is null or entry.expires_at > ?) and (%s)
      order by entry.written_at, entry.ref\
      """;

  private final DataSource database;
  private final Keys keys;

  Entries(DataSource database, Keys keys) {
    this.database = database;
    this.keys = keys;
  }

  interface Parameters {
    /** Sets the condition's parameters, the first of which is the second. */
    void set(Connection connection, PreparedStatement select) throws SQLException;
  }

  private record Row(Words words, byte[] sealed, TreeSet<Subject> owners) {}

  /** Those that have not expired, oldest first. */
  List<Words> select(Instant now, String condition, Parameters parameters) {
    try (Connection connection = database.getConnection();
        var select = connection.prepareStatement(SELECT.formatted(condition))) {
      select.setTimestamp(1, Timestamp.from(now));
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
    var about = subjects(rows.getArray(11));
    UUID beside = rows.getObject(10, UUID.class);
    var words =
        new Words(
            new VaultRef(rows.getObject(1, UUID.class)),
            rows.getString(2),
            rows.getString(3),
            about,
            subjects(rows.getArray(13)),
            "",
            rows.getString(5),
            rows.getTimestamp(6).toInstant(),
            instant(rows.getTimestamp(7)),
            rows.getString(8),
            instant(rows.getTimestamp(9)),
            beside == null ? null : new VaultRef(beside),
            rows.getBoolean(12));
    return new Row(words, rows.getBytes(4), Subject.orNobody(about));
  }

  private static TreeSet<Subject> subjects(@Nullable Array ids) throws SQLException {
    var subjects = new TreeSet<Subject>();
    if (ids != null) {
      for (UUID id : (UUID[]) ids.getArray()) {
        subjects.add(new Subject(id));
      }
    }
    return subjects;
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  private List<Words> opened(List<Row> rows) {
    var subjects = new TreeSet<Subject>();
    rows.forEach(row -> subjects.addAll(row.owners()));
    var known = keys.known(subjects);
    var words = new ArrayList<Words>();
    for (Row row : rows) {
      if (known.keySet().containsAll(row.owners())) {
        var ref = row.words().ref();
        var text = Seals.open(ref, row.sealed(), row.owners().stream().map(known::get).toList());
        words.add(row.words().with(text));
      }
    }
    return words;
  }
}
