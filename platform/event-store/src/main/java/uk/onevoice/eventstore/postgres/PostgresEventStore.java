package uk.onevoice.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import uk.onevoice.eventstore.Answer;
import uk.onevoice.eventstore.Append;
import uk.onevoice.eventstore.EventRefused;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.eventstore.EventTooLarge;
import uk.onevoice.eventstore.NewEvent;
import uk.onevoice.eventstore.Outcome;
import uk.onevoice.eventstore.StoredEvent;

/**
 * A log in PostgreSQL. Appends go over one connection of its own and share commits; reads take
 * connections from the pool that is handed in. Any number of replicas may work on one database.
 *
 * <p>The tables come from the migrations in {@code db/eventstore}.
 */
public final class PostgresEventStore implements EventStore, AutoCloseable {
  /** Far below what Kafka takes as one record, so that nothing stored cannot be published. */
  private static final int MOST_PAYLOAD_CHARS = 250_000;

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final String FORGET =
      "delete from idempotency where (client, key) in (select client, key from idempotency"
          + " where recorded_at < ? order by recorded_at limit ? for update skip locked)";

  private final DataSource reads;
  private final Appender appender;
  private final Supplier<Optional<Instant>> told;

  public PostgresEventStore(Database database, DataSource reads) {
    this(database, reads, Optional::empty);
  }

  /**
   * @param told asked on each append, by the thread that appends: when its events are to have been
   *     recorded, where that is not now
   */
  public PostgresEventStore(Database database, DataSource reads, Supplier<Optional<Instant>> told) {
    this(database, reads, told, PATIENCE);
  }

  /**
   * @param patience how long a command waits for its commit at most; whole seconds
   */
  PostgresEventStore(
      Database database, DataSource reads, Supplier<Optional<Instant>> told, Duration patience) {
    this.reads = reads;
    this.told = told;
    this.appender = new Appender(database, patience);
  }

  /** Has this called after every commit that added events; must return at once. */
  public void whenCommitted(Runnable listener) {
    appender.whenCommitted(listener);
  }

  @Override
  public CompletableFuture<Outcome> append(Append append) {
    for (NewEvent event : append.events()) {
      if (event.payload().length() > MOST_PAYLOAD_CHARS) {
        return CompletableFuture.failedFuture(new EventTooLarge(event.type()));
      }
    }
    return appender.append(told.get().map(append::recorded).orElse(append));
  }

  @Override
  public List<StoredEvent> stream(String stream, long afterVersion) {
    return events(
        StoredEvents.SELECT + " where stream = ? and version > ? order by version",
        select -> {
          select.setString(1, stream);
          select.setLong(2, afterVersion);
        });
  }

  @Override
  public List<StoredEvent> log(long afterPosition, int limit) {
    return events(
        StoredEvents.AFTER_POSITION,
        select -> {
          select.setLong(1, afterPosition);
          select.setInt(2, limit);
        });
  }

  @Override
  public long head() {
    return read(
        "select position from log_head",
        _ -> {},
        row -> {
          row.next();
          return row.getLong(1);
        });
  }

  @Override
  public Optional<Outcome> earlier(String client, String key, String fingerprint) {
    return read(
        "select fingerprint, status, location, body, stream, version, last_position"
            + " from idempotency where client = ? and key = ?",
        select -> {
          select.setString(1, client);
          select.setString(2, key);
        },
        row -> row.next() ? Optional.of(earlier(row, fingerprint)) : Optional.empty());
  }

  private static Outcome earlier(ResultSet row, String fingerprint) throws SQLException {
    return fingerprint.equals(row.getString("fingerprint"))
        ? new Outcome.Repeated(
            new Answer(row.getInt("status"), row.getString("location"), row.getString("body")),
            row.getString("stream"),
            row.getLong("version"),
            row.getLong("last_position"))
        : new Outcome.KeyReused();
  }

  /**
   * Forgets answers of requests, oldest first: a repeat of one of them counts as a new request.
   * Several replicas may do so at a time; none waits for another.
   *
   * @param before answers given before then are forgotten
   * @param most at most so many in one transaction
   * @return how many were forgotten
   */
  public int forgetRequests(Instant before, int most) {
    try (Connection connection = reads.getConnection();
        PreparedStatement delete = connection.prepareStatement(FORGET)) {
      delete.setObject(1, before.atOffset(ZoneOffset.UTC));
      delete.setInt(2, most);
      return delete.executeUpdate();
    } catch (SQLException failed) {
      throw failure("Old requests could not be forgotten.", failed);
    }
  }

  private static RuntimeException failure(String what, SQLException failed) {
    return Outage.is(failed)
        ? new EventStoreException(what, failed)
        : new EventRefused(what, failed);
  }

  private List<StoredEvent> events(String sql, Parameters parameters) {
    return read(
        sql,
        parameters,
        rows -> {
          List<StoredEvent> events = new ArrayList<>();
          while (rows.next()) {
            events.add(StoredEvents.read(rows));
          }
          return List.copyOf(events);
        });
  }

  @FunctionalInterface
  private interface Parameters {
    void set(PreparedStatement select) throws SQLException;
  }

  @FunctionalInterface
  private interface Rows<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private <T> T read(String sql, Parameters parameters, Rows<T> rows) {
    try (Connection connection = reads.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      parameters.set(select);
      try (ResultSet result = select.executeQuery()) {
        return rows.read(result);
      }
    } catch (SQLException failed) {
      throw failure("The log could not be read.", failed);
    }
  }

  /** Appends what waits, then ends; the pool stays open. */
  @Override
  public void close() {
    appender.close();
  }
}
