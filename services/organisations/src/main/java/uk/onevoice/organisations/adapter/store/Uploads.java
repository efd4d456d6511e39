package uk.onevoice.organisations.adapter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventJson;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.eventstore.IdempotencyKey;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.organisations.domain.imported.ImportId;
import uk.onevoice.organisations.imports.Change;
import uk.onevoice.organisations.imports.Plan;

/** The table of uploads. Each method is one transaction. */
@ApplicationScoped
public class Uploads {
  private static final int CHUNK = 1024 * 1024;
  private static final String COLUMNS =
      """
      id, state, sha256, sources, counts, uploaded_by, uploaded_at, asked_by, acting_for,
      steps_done, steps,
      first_position, last_position, positions, failure\
      """;

  private final DataSource database;

  Uploads(DataSource database) {
    this.database = database;
  }

  /**
   * Keeps a new upload with its file.
   *
   * @return false when this content is here already, or the key was used before
   */
  public boolean add(Upload upload, Plan preview, Path content, IdempotencyKey key) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        boolean added = insert(connection, upload, preview, key);
        if (added) {
          keep(connection, upload.id(), content);
        }
        connection.commit();
        return added;
      } catch (SQLException | IOException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException cause) {
      throw new EventStoreException("An upload could not be kept.", cause);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static boolean insert(
      Connection connection, Upload upload, Plan preview, IdempotencyKey key) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into import_upload (id, state, sha256, sources, counts, changes, uploaded_by,
              uploaded_at, client, idempotency_key)
            values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?) on conflict do nothing\
            """)) {
      insert.setObject(1, upload.id().value());
      insert.setString(2, upload.state().name());
      insert.setString(3, upload.sha256());
      insert.setString(4, json(upload.sources()));
      insert.setString(5, json(upload.counts()));
      insert.setBytes(6, packed(preview.changes()));
      insert.setString(7, upload.uploadedBy().value());
      insert.setObject(8, OffsetDateTime.ofInstant(upload.uploadedAt(), ZoneOffset.UTC));
      insert.setString(9, key.client());
      insert.setString(10, key.key());
      return insert.executeUpdate() == 1;
    }
  }

  private static void keep(Connection connection, ImportId id, Path content)
      throws SQLException, IOException {
    try (var in = Files.newInputStream(content);
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into import_chunk (import_id, ordinal, bytes) values (?, ?, ?)")) {
      int ordinal = 0;
      for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
        insert.setObject(1, id.value());
        insert.setInt(2, ordinal++);
        insert.setBytes(3, chunk);
        insert.executeUpdate();
      }
    }
  }

  /** Writes the upload's content to a file, as it was unpacked. */
  void content(ImportId id, Path target) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select bytes from import_chunk where import_id = ? and ordinal = ?");
        var out = Files.newOutputStream(target)) {
      for (int ordinal = 0; ; ordinal++) {
        select.setObject(1, id.value());
        select.setInt(2, ordinal);
        try (ResultSet row = select.executeQuery()) {
          if (!row.next()) {
            return;
          }
          out.write(row.getBytes(1));
        }
      }
    } catch (SQLException cause) {
      throw new EventStoreException("An upload could not be read.", cause);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  public Optional<Upload> find(ImportId id) {
    return first("select " + COLUMNS + " from import_upload where id = ?", id.value());
  }

  /** The upload of this content that has not been undone. */
  public Optional<Upload> standing(String sha256) {
    return first(
        "select " + COLUMNS + " from import_upload where sha256 = ? and state <> 'UNDONE'", sha256);
  }

  public Optional<Upload> byKey(IdempotencyKey key) {
    return first(
        "select " + COLUMNS + " from import_upload where client = ? and idempotency_key = ?",
        key.client(),
        key.key());
  }

  /** Newest first. */
  public List<Upload> page(@Nullable UUID after, int limit) {
    return all(
        "select "
            + COLUMNS
            + """
             from import_upload
            where ?::uuid is null or (uploaded_at, id) <
              (select a.uploaded_at, a.id from import_upload a where a.id = ?::uuid)
            order by uploaded_at desc, id desc limit ?\
            """,
        after,
        after,
        limit);
  }

  /** Uploads that somebody accepted, or began to undo, and that are not done. */
  public List<Upload> underWay() {
    return all(
        "select "
            + COLUMNS
            + " from import_upload where state in ('ACCEPTING', 'UNDOING') order by uploaded_at");
  }

  /** A later look at the same file, while nobody has accepted it. */
  public void preview(ImportId id, Upload again, Plan preview) {
    update(
        """
        update import_upload set sources = ?::jsonb, counts = ?::jsonb, changes = ?
        where id = ? and state = 'PREVIEWED'\
        """,
        json(again.sources()),
        json(again.counts()),
        packed(preview.changes()),
        id.value());
  }

  /**
   * Begins what somebody asked for.
   *
   * @return whether this call was the one that moved it
   */
  public boolean begin(ImportId id, Metadata asked, ImportState to, ImportState... from) {
    var states = new ArrayList<String>();
    for (var state : from) {
      states.add(state.name());
    }
    return update(
            """
            update import_upload set state = ?, failure = null, asked_by = ?, acting_for = ?
            where id = ? and state = any (?)\
            """,
            to.name(),
            asked.actor().value(),
            asked.actingFor(),
            id.value(),
            states.toArray(String[]::new))
        == 1;
  }

  void progress(ImportId id, int done, int steps) {
    update(
        "update import_upload set steps_done = ?, steps = ? where id = ?", done, steps, id.value());
  }

  /**
   * Notes where its events begin and what it comes to in all, once: after a stop only the rest is
   * left to count.
   */
  void begun(ImportId id, long headBefore, Map<String, Integer> counts) {
    update(
        """
        update import_upload set first_position = ?, counts = ?::jsonb
        where id = ? and first_position = 0\
        """,
        headBefore + 1,
        json(counts),
        id.value());
  }

  void accepted(ImportId id, long lastPosition, @Nullable String positions) {
    update(
        """
        update import_upload set state = 'ACCEPTED', last_position = ?, positions = ?,
          failure = null where id = ?\
        """,
        lastPosition,
        positions,
        id.value());
  }

  void undone(ImportId id, @Nullable String positions) {
    update(
        "update import_upload set state = 'UNDONE', positions = ?, failure = null where id = ?",
        positions,
        id.value());
  }

  void failed(ImportId id, String reason) {
    update(
        "update import_upload set state = 'FAILED', failure = ? where id = ?", reason, id.value());
  }

  /** As it was before the undoing was asked for: only a finished acceptance has a last position. */
  void putBack(ImportId id, String reason) {
    update(
        """
        update import_upload set failure = ?,
          state = case last_position when 0 then 'FAILED' else 'ACCEPTED' end where id = ?\
        """,
        reason,
        id.value());
  }

  /** One kind of the preview's changes, from this one on. */
  public List<Change> changes(ImportId id, Change.Kind kind, int from, int limit) {
    var bytes = new ArrayList<byte[]>();
    query(
        "select changes from import_upload where id = ?",
        row -> bytes.add(row.getBytes(1)),
        id.value());
    var found = new ArrayList<Change>();
    if (bytes.isEmpty()) {
      return found;
    }
    int passed = 0;
    try (var lines =
        EventJson.mapper()
            .readerFor(Change.class)
            .<Change>readValues(new GZIPInputStream(new ByteArrayInputStream(bytes.getFirst())))) {
      while (found.size() < limit && lines.hasNextValue()) {
        var change = lines.nextValue();
        if (change.kind() == kind && passed++ >= from) {
          found.add(change);
        }
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return found;
  }

  private static String json(Object value) {
    try {
      return EventJson.mapper().writeValueAsString(value);
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static byte[] packed(List<Change> changes) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      for (var change : changes) {
        out.write(json(change).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private Optional<Upload> first(String sql, Object... parameters) {
    return all(sql, parameters).stream().findFirst();
  }

  private List<Upload> all(String sql, @Nullable Object... parameters) {
    var found = new ArrayList<Upload>();
    query(sql, row -> found.add(upload(row)), parameters);
    return found;
  }

  private static Upload upload(ResultSet row) throws SQLException {
    try {
      return new Upload(
          new ImportId(row.getObject("id", UUID.class)),
          ImportState.valueOf(row.getString("state")),
          row.getString("sha256"),
          EventJson.mapper().readValue(row.getString("sources"), new TypeReference<>() {}),
          EventJson.mapper().readValue(row.getString("counts"), new TypeReference<>() {}),
          new ActorRef(row.getString("uploaded_by")),
          row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
          asked(row.getString("asked_by")),
          row.getString("acting_for"),
          row.getInt("steps_done"),
          row.getInt("steps"),
          row.getLong("first_position"),
          row.getLong("last_position"),
          row.getString("positions"),
          row.getString("failure"));
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException("An upload's row cannot be read.", cause);
    }
  }

  private static @Nullable ActorRef asked(@Nullable String actor) {
    return actor == null ? null : new ActorRef(actor);
  }

  @FunctionalInterface
  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private void query(String sql, Row each, @Nullable Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      set(select, parameters);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          each.read(rows);
        }
      }
    } catch (SQLException cause) {
      throw new EventStoreException("The uploads could not be read.", cause);
    }
  }

  private int update(String sql, @Nullable Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      set(update, parameters);
      return update.executeUpdate();
    } catch (SQLException cause) {
      throw new EventStoreException("An upload could not be written.", cause);
    }
  }

  private static void set(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i] instanceof String[] texts) {
        statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
      } else {
        statement.setObject(i + 1, parameters[i]);
      }
    }
  }
}
