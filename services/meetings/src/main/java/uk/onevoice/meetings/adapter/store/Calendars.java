package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.eventstore.IdempotencyKey;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.vault.Subject;
import uk.onevoice.vault.rights.AlsoErases;

/** The calendars that people have made addresses for. The secret itself is kept by nobody. */
@ApplicationScoped
public class Calendars implements AlsoErases {
  private static final String SELECT =
      """
      select id, person_id, kind, about, place_id, made_at, revoked_at, read_on from calendar
      """;

  private final DataSource database;

  Calendars(DataSource database) {
    this.database = database;
  }

  /** What is in a calendar. */
  public enum Kind {
    MINE,
    FORUM,
    PLACE
  }

  /**
   * @param about the place or forum; null for one's own
   * @param placeId the place for which it is read; null for one's own
   */
  public record Kept(
      UUID id,
      PersonId person,
      Kind kind,
      @Nullable UUID about,
      @Nullable UUID placeId,
      Instant madeAt,
      @Nullable Instant revokedAt,
      @Nullable LocalDate readOn) {}

  /**
   * Keeps a calendar with its secret. The same request again is for the same calendar, and has the
   * secret of the later one: the answer to the earlier was lost.
   *
   * @return the calendar; empty when the key was used for another request
   */
  public Optional<Kept> add(Kept made, String secret, IdempotencyKey key) {
    try (Connection connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                """
                insert into calendar
                  (id, person_id, kind, about, place_id, token_hash, made_at, request_client,
                   request_key, request_fingerprint)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (request_client, request_key) do update
                  set token_hash = excluded.token_hash
                  where calendar.request_fingerprint = excluded.request_fingerprint
                returning id, person_id, kind, about, place_id, made_at, revoked_at, read_on\
                """)) {
      insert.setObject(1, made.id());
      insert.setObject(2, made.person().value());
      insert.setString(3, made.kind().name());
      insert.setObject(4, made.about());
      insert.setObject(5, made.placeId());
      insert.setBytes(6, digest(secret));
      insert.setObject(7, made.madeAt().atOffset(ZoneOffset.UTC));
      insert.setString(8, key.client());
      insert.setString(9, key.key());
      insert.setString(10, key.fingerprint());
      try (var row = insert.executeQuery()) {
        return row.next() ? Optional.of(kept(row)) : Optional.empty();
      }
    } catch (SQLException cause) {
      throw failed(cause);
    }
  }

  /** Those that somebody has made under any of these records, newest first. */
  public List<Kept> of(Collection<UUID> records, @Nullable UUID after, int limit) {
    return read(
        SELECT
            + """
            where person_id = any (?) and (?::uuid is null or (made_at, id) < (
              select made_at, id from calendar where id = ?))
            order by made_at desc, id desc limit ?\
            """,
        (connection, select) -> {
          select.setArray(1, connection.createArrayOf("uuid", records.toArray()));
          select.setObject(2, after);
          select.setObject(3, after);
          select.setInt(4, limit);
        });
  }

  /** The one that this secret opens. */
  public Optional<Kept> opened(String secret) {
    return read(
            SELECT + "where token_hash = ? and revoked_at is null",
            (_, select) -> select.setBytes(1, digest(secret)))
        .stream()
        .findFirst();
  }

  /** Revokes one that somebody has made under any of these records; false where there is none. */
  public boolean revoke(UUID id, Collection<UUID> records, Instant at) {
    return change(
            "update calendar set revoked_at = coalesce(revoked_at, ?) where id = ? and person_id = any (?)",
            (connection, change) -> {
              change.setObject(1, at.atOffset(ZoneOffset.UTC));
              change.setObject(2, id);
              change.setArray(3, connection.createArrayOf("uuid", records.toArray()));
            })
        > 0;
  }

  /** Notes the day, once a day. */
  public void wasRead(UUID id, LocalDate on) {
    change(
        "update calendar set read_on = ? where id = ? and read_on is distinct from ?",
        (_, change) -> {
          change.setObject(1, on);
          change.setObject(2, id);
          change.setObject(3, on);
        });
  }

  @Override
  public void erase(Subject subject) {
    change(
        "delete from calendar where person_id = ?",
        (_, change) -> change.setObject(1, subject.value()));
  }

  /** Fills in a statement. */
  private interface Filling {
    void fill(Connection connection, PreparedStatement statement) throws SQLException;
  }

  private List<Kept> read(String select, Filling filling) {
    try (Connection connection = database.getConnection();
        var statement = connection.prepareStatement(select)) {
      filling.fill(connection, statement);
      try (var rows = statement.executeQuery()) {
        var found = new ArrayList<Kept>();
        while (rows.next()) {
          found.add(kept(rows));
        }
        return found;
      }
    } catch (SQLException cause) {
      throw failed(cause);
    }
  }

  private int change(String statement, Filling filling) {
    try (Connection connection = database.getConnection();
        var change = connection.prepareStatement(statement)) {
      filling.fill(connection, change);
      return change.executeUpdate();
    } catch (SQLException cause) {
      throw failed(cause);
    }
  }

  private static EventStoreException failed(SQLException cause) {
    return new EventStoreException("The calendars could not be asked.", cause);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime revoked = row.getObject(7, OffsetDateTime.class);
    return new Kept(
        row.getObject(1, UUID.class),
        new PersonId(row.getObject(2, UUID.class)),
        Kind.valueOf(row.getString(3)),
        row.getObject(4, UUID.class),
        row.getObject(5, UUID.class),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        revoked == null ? null : revoked.toInstant(),
        row.getObject(8, LocalDate.class));
  }

  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
